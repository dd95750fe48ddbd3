"""The command post (机构): its life from the proposal to the archive, site, people, groups, meetings, the decision log.

Below 1500 pixels the left side shows one of three parts at a time; the decision log stays.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from commandcenter.domain.command_post import Post, PostDecision
from commandcenter.domain.command_post_acts import ChangeShift, CloseGroup, OrderDecision
from commandcenter.domain.known import known_of
from commandcenter.domain.open_items import items_of
from commandcenter.journal.reading.incidents import Incident
from commandcenter.ui import when
from commandcenter.ui.organ.painters import DecisionPainter
from commandcenter.ui.organ.panels import (
    FactPanel,
    LimitPanel,
    SitePanel,
    decisions_panel,
    groups_panel,
    hands_panel,
    meetings_panel,
)
from commandcenter.ui.organ.readout import DecisionRow, GroupRow, Readout
from commandcenter.ui.organ.sheets import OrganSheets
from commandcenter.ui.parts.basic import Panel, row
from commandcenter.ui.parts.buttons import Button, SegTabs
from commandcenter.ui.parts.formhand import Built
from commandcenter.ui.parts.incident_sheets import caption_of, set_up_form
from commandcenter.ui.parts.incident_tab import IncidentTab
from commandcenter.ui.parts.menus import menu_in
from commandcenter.ui.parts.printing import print_form
from commandcenter.ui.parts.readaloud import ReadAloudSheet, Signed
from commandcenter.ui.parts.screen import Context, Go, Hints
from commandcenter.ui.parts.stagecells import StageCells
from commandcenter.ui.words import clock_word

WIDE = 1500


class OrganScreen(IncidentTab):
    """The third tab beside the board."""

    name = "organ"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._readout = Readout(self.desk.reference)
        self.sheets = OrganSheets(self.hand)
        self._aloud: ReadAloudSheet | None = None
        self._wanted = ""
        self._build()

    def title(self) -> str:
        return self.tr("Post")

    def caption(self) -> str:
        return caption_of(self.incident) if self.incident is not None else ""

    def hints(self) -> Hints:
        if self.incident is None:
            return ()
        found = [
            (".", self.tr("next step")),
            ("A", self.tr("site")),
            ("C", self.tr("commander")),
            ("G", self.tr("group")),
            ("B", self.tr("meeting")),
            ("D", self.tr("decision")),
            ("O", self.tr("decision becomes an order")),
            ("N", self.tr("change of shift")),
            ("H", self.tr("hand over")),
            ("W", self.tr("withdraw")),
            ("M", self.tr("more")),
            ("Ctrl P", self.tr("print")),
        ]
        if not self._wide():
            found.insert(0, ("1–3", self.tr("part")))
        return tuple(found)

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self.look
        self.life = Panel(look, self.tr("Life of the post"), "", head=40)
        self.next = Button(look, "", key=".", small=True, kind="primary")
        self.next.clicked.connect(self.next_step)
        self.life.add_to_head(self.next)
        self.cells = StageCells(look)
        self.life.body.addWidget(self.cells)
        self.site = SitePanel(look)
        self.site.act.clicked.connect(self.open_site)
        self.people = FactPanel(look, self.tr("Command"), self.tr("Set up"), "C")
        self.people.act.clicked.connect(self.open_people)
        self.limits = LimitPanel(look)
        self.groups = groups_panel(look)
        self.groups.act.clicked.connect(self.open_group)
        self.groups.view.opened.connect(self._on_group)
        self.meetings = meetings_panel(look)
        self.meetings.act.clicked.connect(self.open_meeting)
        self.decisions = decisions_panel(look)
        self.decisions.act.clicked.connect(self.open_decision)
        self.decisions.view.opened.connect(self._on_decision)
        self.hands = hands_panel(look)
        self.tabs = SegTabs(look, [self.tr("Groups, meetings"), self.tr("Site, command"), self.tr("Law, hand-overs")])
        self.tabs.picked.connect(self._on_tab)
        self._parts: list[QWidget] = []
        outer = QVBoxLayout(self.main)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(10)
        outer.addWidget(self.life)
        self._grid = QGridLayout()
        self._grid.setSpacing(10)
        outer.addLayout(self._grid, 1)
        self._place = self._column(self.site, self.people, self.limits, stretch=(0, 0, 1))
        self._work = self._column(self.groups, self.meetings, stretch=(3, 2))
        self._log = self._column(self.decisions, self.hands, stretch=(5, 2))
        left = QWidget()
        self._left = QGridLayout(left)
        self._left.setContentsMargins(0, 0, 0, 0)
        self._left.setHorizontalSpacing(10)
        self._left.setVerticalSpacing(0)
        self._head = QWidget()
        self._head.setLayout(row(self.tabs, None, margins=(0, 0, 0, 8)))
        self._left.addWidget(self._head, 0, 0, 1, 2)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._place)
        self.hands.setMinimumHeight(look.px(150))
        self._left.addWidget(self._scroll, 1, 0)
        self._left.addWidget(self._work, 1, 1)
        self._left.setRowStretch(1, 1)
        self._grid.addWidget(left, 0, 0)
        self._grid.addWidget(self._log, 0, 1)

    @staticmethod
    def _column(*panels: QWidget, stretch: tuple[int, ...]) -> QWidget:
        column = QWidget()
        inner = QVBoxLayout(column)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(10)
        for panel, share in zip(panels, stretch, strict=True):
            inner.addWidget(panel, share)
        return column

    def _wide(self) -> bool:
        return self.width() >= self.look.px(WIDE)

    def _on_tab(self, _place: int) -> None:
        self.fold()

    def banner_fits(self) -> bool:
        """In a low window the head of the first panel tells the incident instead."""
        return self.height() >= self.look.px(760)

    def fold(self) -> None:
        """Wide: three columns. Narrow: the tabs choose what stands beside the decision log."""
        wide, tab = self._wide(), self.tabs.current
        self._head.setVisible(not wide)
        self._work.setVisible(wide or tab == 0)
        self._scroll.setVisible(wide or tab != 0)
        self.site.setVisible(wide or tab == 1)
        self.people.setVisible(wide or tab == 1)
        self.limits.setVisible(wide or tab == 2)
        inner = self._place.layout() if not wide and tab == 2 else self._log.layout()
        if isinstance(inner, QVBoxLayout) and inner.indexOf(self.hands) < 0:
            inner.addWidget(self.hands, 2)
        self.hands.setVisible(wide or tab == 2)
        for layout, shares in ((self._grid, (870, 900) if wide else (470, 780)), (self._left, (400, 470))):
            for column, share in enumerate(shares):
                layout.setColumnStretch(column, share if layout is self._grid or wide else int(share > 0))
        self._left.removeWidget(self._work)
        self._left.addWidget(self._work, 1, 1 if wide else 0, 1, 1 if wide else 2)
        self._left.removeWidget(self._scroll)
        self._left.addWidget(self._scroll, 1, 0, 1, 1 if wide else 2)

    # -- showing ---------------------------------------------------------------------------------------------------

    def show_what(self, what: Mapping[str, Any]) -> None:
        super().show_what(what)
        act = str(what.get("act", ""))
        if act and self.incident is not None:
            self._do(act)

    def list_at_work(self) -> QWidget | None:
        return self.decisions.view

    def show_incident(self, incident: Incident) -> None:
        now, post, read = self.now(), incident.post, self._readout
        self.cells.show_cells(read.cells(incident, now))
        told = self._clock_line(post, now)
        if not self.banner_fits():
            told = " · ".join(part for part in (caption_of(incident), told) if part)
        self.life.caption.setText(told)
        step, words = self._next(incident)
        self._wanted = step
        self.next.setVisible(bool(step))
        self.next.set_text(words)
        self.site.show_facts(read.site(post))
        self.site.hints.show_hints(read.hints(post), judged=post.sited_at is not None)
        self.people.show_facts(read.people(incident, now))
        self.people.act.set_text(self.tr("Change") if post.standing else self.tr("Set up"))
        fire = "fire" if read.fire_here(incident) else ""
        self.limits.limits.show_limits(self.desk.reference.post_data.limits, fire)
        groups = read.groups(incident)
        opened = sum(row.open for row in groups)
        self.groups.show_rows(groups, self.tr("open {n} of {all}").format(n=opened, all=len(groups)))
        meetings = read.meetings(post)
        self.meetings.show_rows(meetings, self._meeting_line(post, now))
        painter = self.decisions.painter
        if isinstance(painter, DecisionPainter):
            painter.drill = self.drill
        rows = read.decisions(incident, now)
        open_ = sum(row.level in ("open", "over", "order") for row in rows)
        self.decisions.show_rows(rows, self.tr("{n}, open {m}").format(n=len(rows), m=open_) if rows else "")
        self.hands.show_rows(read.hands(incident))

    def _clock_line(self, post: Post, now: int) -> str:
        """The next clock of the post, as words."""
        rows = self._readout.clocks(post)
        if not rows:
            return self._readout.led_by(post) if post.supporting else ""
        row = rows[0]
        left = row.due_at - now
        span = when.rough(left)
        told = self.tr("{clock}: in {span}") if left >= 0 else self.tr("{clock}: {span} late")
        return told.format(clock=clock_word(row.name), span=span)

    def _meeting_line(self, post: Post, now: int) -> str:
        rows = [row for row in self._readout.clocks(post) if row.name.startswith(("first_meeting", "meeting"))]
        if not rows:
            return ""
        left = rows[0].due_at - now
        words = self.tr("next in {span}") if left >= 0 else self.tr("{span} late")
        return words.format(span=when.span(left))

    def _next(self, incident: Incident) -> tuple[str, str]:
        """The next step of its life: (code, words); empty when there is none."""
        post, whistle = incident.post, incident.whistle
        over = whistle.stood_down_at is not None or whistle.false_alarm_at is not None
        if not whistle.running:
            archivable = post.withdrawn_at is not None and post.archived_at is None
            return ("archive", self.tr("Archive")) if archivable else ("", "")
        if post.withdrawn_at is not None:
            return ("archive", self.tr("Archive")) if post.archived_at is None else ("", "")
        if post.standing and (over or post.ended_at is not None):
            return "withdraw", self.tr("Count and withdraw")
        if not post.known:
            return ("set_up", self.tr("Set up")) if post.sited_at is not None else ("site", self.tr("Choose the site"))
        if post.scope == "all":
            return "take_back", self.tr("Take back")
        if not post.groups:
            return "group", self.tr("Open groups")
        return "meeting", self.tr("Meeting")

    # -- acts ------------------------------------------------------------------------------------------------------

    def next_step(self) -> None:
        """The full stop."""
        self._do(self._wanted)

    def _do(self, act: str) -> None:
        acts = {
            "propose": self.open_proposal,
            "site": self.open_site,
            "set_up": self.open_people,
            "group": self.open_group,
            "meeting": self.open_meeting,
            "decision": self.open_decision,
            "shift": self.open_shift,
            "hand_over": self.open_hand_over,
            "take_back": self.open_take_back,
            "end": self.open_end,
            "withdraw": self.open_withdrawal,
            "archive": self.open_archive,
            "to_order": self.order_decision,
            "print": self.print_papers,
        }
        if act in acts and self.incident is not None:
            acts[act]()

    def _open(self, built: Built) -> None:
        self.hand.open(built)

    def open_proposal(self) -> None:
        """A post is to be set up, and why."""
        if self.incident is not None:
            self._open(self.sheets.propose(self.incident))

    def open_site(self) -> None:
        """A."""
        if self.incident is not None:
            self._open(self.sheets.site(self.incident))

    def open_people(self) -> None:
        """C."""
        if self.incident is not None:
            self._open(set_up_form(self.hand, self.incident))

    def open_group(self) -> None:
        """G: the next group that is not open."""
        if self.incident is not None:
            self._open(self.sheets.group(self.incident))

    def open_meeting(self) -> None:
        """B."""
        if self.incident is not None:
            self._open(self.sheets.meeting(self.incident, self._known(self.incident)))

    def open_decision(self) -> None:
        """D."""
        if self.incident is not None:
            self._open(self.sheets.decide(self.incident, self._known(self.incident)))

    def _known(self, incident: Incident) -> tuple[str, ...]:
        known = known_of(incident.whistle, incident.report_ins, incident.orders, self.households, self.now())
        return self._readout.known(known.counts, known.hazard)

    def open_shift(self) -> None:
        """N: open items are read aloud, two sign."""
        incident = self.incident
        if incident is None:
            return
        items = items_of(
            incident.whistle, incident.report_ins, incident.post, incident.orders, self.supplies, self.households
        )
        title, send = self.tr("Change of shift at the post"), self.tr("Both have signed")
        out = self.signed_in() or incident.post.commander_words
        self._aloud = ReadAloudSheet(self.look, self, title, self._readout.aloud(items), out, send)
        self._aloud.signed.connect(self._on_signed)
        self._aloud.closed.connect(self._aloud.deleteLater)
        self._aloud.open_sheet()

    def _on_signed(self, told: Signed) -> None:
        command = ChangeShift(whistle=self._whistle, out=told.out, into=told.into, read=told.read, words=told.words)
        self.hand.send(command, self.tr("The shift has changed"), self._aloud)

    def open_hand_over(self) -> None:
        """H."""
        incident = self.incident
        if incident is not None:
            fire = self._readout.fire_here(incident) and not incident.post.supporting
            self._open(self.sheets.hand_over(incident, self.signed_in(), fire=fire))

    def open_take_back(self) -> None:
        """The higher command hands back."""
        if self.incident is not None:
            self._open(self.sheets.take_back(self.incident, self.signed_in()))

    def open_end(self) -> None:
        """The post is downgraded or dissolved by an order."""
        if self.incident is not None:
            self._open(self.sheets.end(self.incident))

    def open_withdrawal(self) -> None:
        """W."""
        if self.incident is not None:
            self._open(self.sheets.withdraw(self.incident, self.supplies, self.signed_in()))

    def open_archive(self) -> None:
        """The papers go into the archive."""
        if self.incident is not None:
            self._open(self.sheets.archive(self.incident))

    def order_decision(self) -> None:
        """O: the decision under the cursor becomes an order."""
        row = self.decisions.row
        if isinstance(row, DecisionRow):
            self.hand.send(OrderDecision(whistle=self._whistle, decision=row.key), self.tr("It is an order now"))

    def print_papers(self) -> None:
        """Ctrl+P: set-up and hand-over, the decisions."""
        if self.incident is not None:
            subject = f"whistle/{self._whistle}"
            print_form(self.context, self, ("hand_over", subject), ("decision_log", subject))

    # -- rows and menus --------------------------------------------------------------------------------------------

    def _on_group(self, _place: int) -> None:
        row = self.groups.row
        if isinstance(row, GroupRow) and self.incident is not None:
            self._open(self.sheets.group(self.incident, row.name))

    def _on_decision(self, _place: int) -> None:
        """Enter on a decision: what can become of it."""
        found = self._chosen()
        if found is None:
            return
        menu = menu_in(self)
        if found.open:
            menu.addAction(self.tr("becomes an order")).setData("order")
            menu.addAction(self.tr("carried out")).setData("done")
            menu.addAction(self.tr("given up")).setData("dropped")
        elif found.order:
            menu.addAction(self.tr("go to the order")).setData("go")
        menu.addAction(self.tr("print the decisions")).setData("print")
        menu.triggered.connect(self._on_decision_act)
        menu.popup(self.decisions.view.mapToGlobal(QPoint(60, 60)))

    def _chosen(self) -> PostDecision | None:
        row = self.decisions.row
        if self.incident is None or not isinstance(row, DecisionRow):
            return None
        return self.incident.post.decision(row.key)

    def _on_decision_act(self, action: Any) -> None:
        code, found = str(action.data()), self._chosen()
        if found is None or self.incident is None:
            return
        if code == "order":
            self.order_decision()
        elif code == "go":
            self.services.go.emit(Go("tasks", {"whistle": self._whistle, "order": found.order}))
        elif code == "print":
            self.print_papers()
        else:
            self._open(self.sheets.settle(self.incident, found, code))

    def open_more(self) -> None:
        """M: what has no key of its own."""
        incident = self.incident
        if incident is None:
            return
        menu = menu_in(self)
        for code, words in self._more(incident):
            menu.addAction(words).setData(code)
        menu.triggered.connect(self._on_more)
        menu.popup(self.mapToGlobal(QPoint(24, 96)))

    def _more(self, incident: Incident) -> list[tuple[str, str]]:
        post = incident.post
        found = []
        if not post.standing:
            found.append(("propose", self.tr("Propose a post")))
        if post.standing and post.ended_at is None:
            found.append(("end", self.tr("End the post by an order")))
        if post.supporting:
            found.append(("take_back", self.tr("Take command back")))
        row = self.groups.row
        if isinstance(row, GroupRow) and row.open and post.standing:
            found.append((f"close:{row.name}", self.tr("Close the group {name}").format(name=row.name)))
        if post.withdrawn_at is not None and post.archived_at is None:
            found.append(("archive", self.tr("Archive the post")))
        found.append(("print", self.tr("Print the papers of the post")))
        return found

    def _on_more(self, action: Any) -> None:
        code = str(action.data())
        if code.startswith("close:"):
            self.hand.send(CloseGroup(whistle=self._whistle, group=code.removeprefix("close:")))
        else:
            self._do(code)

    # -- keys ------------------------------------------------------------------------------------------------------

    _KEYS = {
        Qt.Key.Key_Period: "next",
        Qt.Key.Key_A: "site",
        Qt.Key.Key_C: "set_up",
        Qt.Key.Key_G: "group",
        Qt.Key.Key_B: "meeting",
        Qt.Key.Key_D: "decision",
        Qt.Key.Key_O: "to_order",
        Qt.Key.Key_N: "shift",
        Qt.Key.Key_H: "hand_over",
        Qt.Key.Key_W: "withdraw",
    }
    _DIGITS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        plain = not (event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier))
        if self.incident is None:
            super().keyPressEvent(event)
        elif control and key == Qt.Key.Key_P:
            self.print_papers()
        elif plain and key in self._KEYS:
            act = self._KEYS[key]
            self._do(self._wanted if act == "next" else act)
        elif plain and key == Qt.Key.Key_M:
            self.open_more()
        elif plain and key in self._DIGITS:
            self._to_part(self._DIGITS.index(key))
        elif key == Qt.Key.Key_Escape:
            self.take_focus()
        else:
            super().keyPressEvent(event)

    def _to_part(self, place: int) -> None:
        """1 to 3: a part of the left side when it is folded; else the lists, groups, meetings, decisions."""
        if not self._wide():
            self.tabs.pick(place)
        views = (self.groups.view, self.meetings.view, self.decisions.view)
        (self.groups.view if not self._wide() and place == 0 else views[place]).setFocus()
