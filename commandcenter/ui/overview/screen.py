"""The overview screen: strips of what burns, figures that lead to their lists, the board, the duty, the data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout

from commandcenter.desk.engine import Done
from commandcenter.desk.on_duty import on_duty
from commandcenter.domain.clock import DAY, HOUR, at_local, local_date
from commandcenter.domain.month import day_name, day_of, month_of
from commandcenter.domain.rates import Sums, three_rates
from commandcenter.journal.journal import Changes
from commandcenter.journal.reading.cases import CaseQuery, CaseRow
from commandcenter.ui import when
from commandcenter.ui.overview.board import BoardPainter, grouped, key_of
from commandcenter.ui.overview.owed import Owed
from commandcenter.ui.overview.panels import (
    Communities,
    CommunityFace,
    CountTile,
    DutyFace,
    DutyPainter,
    DutyView,
    Facts,
    RateTile,
    duty_model,
)
from commandcenter.ui.overview.strips import Strips
from commandcenter.ui.overview.where import Where
from commandcenter.ui.parts.atpost import AtPost
from commandcenter.ui.parts.basic import Empty, KeyCaps, Label, Panel
from commandcenter.ui.parts.buttons import Button, SegTabs
from commandcenter.ui.parts.casecells import CaseCells
from commandcenter.ui.parts.rows import KeyedRows, RowList
from commandcenter.ui.parts.screen import Context, Go, Hints, Phone, Screen, Toast
from commandcenter.ui.words import ROLES, word

if TYPE_CHECKING:
    from commandcenter.domain.duty import Shift, Watcher

BOARD_ROWS = 200
TREND_DAYS = 14
FILTERS = ("open", "to_judge", "pressed")
LOW, LOWEST = 800, 600
"""A screen lower than this (pixels at 100 %) lays its panels otherwise; the lowest drops what says least."""


class OverviewScreen(Screen):
    """Alt+1."""

    name = "overview"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._cells = CaseCells(self.look, self.desk.reference)
        self._rows: list[CaseRow] = []
        self._shift: tuple[str, Shift] | None = None
        self._rows_first = False
        """At the start: the board and its counts stand before what lies around them is read."""
        self._fitted = (False, False)
        self.at_post = AtPost(context, self.name, self)
        self._build()

    def title(self) -> str:
        return self.tr("Duty overview")

    def caption(self) -> str:
        office = str(self.desk.reference.office.get("name", ""))
        if self._shift is None:
            return office
        plan = self._shift[1].plan
        return f"{office} · {when.clock(plan.get('starts_at'))}–{when.clock(plan.get('ends_at'))}"

    def hints(self) -> Hints:
        return (
            ("F9", self.tr("whistle")),
            ("F2", self.tr("register")),
            ("↑ ↓", self.tr("choose")),
            ("Enter", self.tr("open")),
            ("D", self.tr("dual dispatch")),
            ("U", self.tr("press for action")),
            ("P", self.tr("call")),
            ("S", self.tr("sign in")),
            ("M", self.tr("map")),
            ("F8", self.tr("acknowledge")),
        )

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self.look
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(12, 12, 12, 12)
        self._outer.setSpacing(12)
        self.strips = Strips(self.context)
        self._outer.addWidget(self.strips)
        self._outer.addLayout(self._build_figures())
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        self._grid.addWidget(self._build_board(), 0, 0, 3, 1)
        self._build_communities()
        self._build_duty()
        self._build_side()
        self._lay_around(*self._fitted)
        self._outer.addLayout(self._grid, 1)
        look.changed.connect(self._on_look)

    def _build_figures(self) -> QHBoxLayout:
        look = self.look
        self.over = CountTile(look, self.tr("Overdue"), "octagon-alert")
        self.soon = CountTile(look, self.tr("Due within the hour"), "triangle-alert")
        self.judge = CountTile(look, self.tr("To dispatch"), "inbox")
        self.open = CountTile(look, self.tr("In hand"), "folder-open")
        self.response = RateTile(look, self.tr("Response rate · month"))
        self.resolution = RateTile(look, self.tr("Resolution rate · month"))
        self.satisfaction = RateTile(look, self.tr("Satisfaction rate · month"))
        self._figures = line = QHBoxLayout()
        line.setSpacing(12)
        for tile in (self.over, self.soon, self.judge, self.open):
            line.addWidget(tile, 9)
        line.addSpacing(6)
        for rate in (self.response, self.resolution, self.satisfaction):
            line.addWidget(rate, 10)
        self.over.clicked.connect(self._go_over)
        self.soon.clicked.connect(self._go_soon)
        self.judge.clicked.connect(self._go_judge)
        self.open.clicked.connect(self._go_open)
        return line

    def _build_board(self) -> Panel:
        look = self.look
        panel = Panel(look, self.tr("Case board"), self.tr("what presses first"))
        self.filter = SegTabs(look, [self.tr("All"), self.tr("To dispatch"), self.tr("Pressed")])
        self.filter.picked.connect(self._on_filter)
        self.register = Button(look, self.tr("Register"), key="F2", icon="plus", small=True)
        self.register.clicked.connect(self._go_register)
        panel.add_to_head(self.filter)
        panel.add_to_head(self.register)
        self.model = KeyedRows(key_of, self._spoken, self)
        self.painter = BoardPainter(look, self._cells, self)
        self.board = RowList(look, self.model, self.painter, self.tr("Case board"))
        self.board.view.lie_on("bg1")
        self.board.view.opened.connect(self._open_case)
        self.empty = Empty(look, "inbox", "", "")
        self.pages = QStackedWidget()
        self.pages.addWidget(self.board)
        self.pages.addWidget(self.empty)
        panel.body.addWidget(self.pages, 1)
        self.foot = Label(look, "", "caption", "2")
        panel.add_foot(self.foot, None, KeyCaps(look, "Alt 2"), Label(look, self.tr("case centre"), "caption", "2"))
        return panel

    def _build_communities(self) -> Where:
        self.communities = Communities(self.look)
        self.communities.picked.connect(self._go_community)
        self._communities_panel = Panel(self.look, self.tr("Communities"), self.tr("open, overdue, due soon"))
        self._communities_panel.body.addWidget(self.communities, 1)
        self.places = Where(self.context, self._communities_panel)
        return self.places

    def _build_duty(self) -> Panel:
        look = self.look
        self._duty_panel = Panel(look, self.tr("On duty"), "")
        self.duty = duty_model(self)
        self.duty_view = DutyView(look, self.duty, DutyPainter(look, self), self.tr("On duty"))
        self.duty_view.opened.connect(self._call_duty)
        self.duty_view.marked.connect(self._mark_duty)
        self._duty_panel.body.addWidget(self.duty_view, 1)
        self.owed = Owed(self.context)
        self._duty_panel.body.addWidget(self.owed)
        self.handover = Label(look, "", "body", "2")
        self.handover_left = Label(look, "", "name")
        self._duty_panel.add_foot(self.handover, None, self.handover_left)
        return self._duty_panel

    def _build_side(self) -> None:
        look = self.look
        self._community_panel = Panel(look, self.tr("Communities on duty"), "")
        self.community_duty = duty_model(self)
        self.community_view = DutyView(
            look, self.community_duty, DutyPainter(look, self, short=True), self.tr("Communities on duty")
        )
        self.community_view.opened.connect(self._call_community)
        self.community_view.marked.connect(self._mark_community)
        self._community_panel.body.addWidget(self.community_view, 1)
        self._data_panel = Panel(look, self.tr("Data"), "", head=40)
        self.data = Facts(look)
        self._data_panel.body.addWidget(self.data)
        self._data_panel.body.addSpacing(6)

    # -- becoming current ------------------------------------------------------------------------------------------

    def cares(self, changes: Changes) -> bool:
        return True

    def show_what(self, what: Mapping[str, Any]) -> None:
        """``rows_first``: what lies around the board waits for ``complete``."""
        self._rows_first = bool(what.get("rows_first"))

    def complete(self) -> None:
        if self._rows_first:
            self._rows_first = False
            now = self.now()
            self._load_around(now, duty=True, cases=True, joints=True)
            self._show_handover(now)

    def reload(self, changes: Changes) -> None:
        families = changes.families()
        everything = "*" in changes.subjects
        now = self.now()
        duty = everything or bool(families & {"shift", "person", "unit", "place"})
        cases = everything or bool(families & {"case", "unit", "place", "shift"})
        if everything or families & {"whistle", "report_in", "post"}:
            self.strips.load_incidents(now)
            self._outer.activate()  # what lies below moves at once, not a picture later
        if duty:
            self._load_shift(now)
        if cases:
            self._load_cases(now)
        if not self._rows_first:
            self._load_around(now, duty=duty, cases=cases, joints=everything or "joint" in families)
        self.tick(now)

    def _load_around(self, now: int, *, duty: bool, cases: bool, joints: bool) -> None:
        """What lies around the board: who is on duty, the rates, the communities, what runs without burning, the data."""
        if joints:
            self.strips.load_joints(now)
        if duty:
            self._load_duty()
        if cases:
            self._load_rates(now)
            self._load_communities(now)
        self._load_data()

    def _load_cases(self, now: int) -> None:
        query = CaseQuery(view="to_judge") if self.filter.current == 1 else CaseQuery(view="open")
        rows = self.desk.read.cases.first_page(query, now, BOARD_ROWS)
        if self.filter.current == 2:
            rows = [row for row in rows if row.pressed]
        self._rows = rows
        self._counts = self.desk.read.cases.counts(now)
        total = self._counts["open"]
        self.filter.set_words(
            [
                self.tr("All {n}").format(n=total),
                self.tr("To dispatch {n}").format(n=self._counts["to_judge"]),
                self.tr("Pressed"),
            ]
        )
        self._show_board(now)

    def _grouped(self, now: int) -> list[object]:
        ends = self._shift[1].plan.get("ends_at") if self._shift else None
        return grouped(self._rows, now, ends if isinstance(ends, int) else None)

    def _show_board(self, now: int) -> None:
        self.painter.now = now
        chosen = self.model.row(self.board.view.place)
        self.model.show(self._grouped(now))
        if isinstance(chosen, CaseRow):
            place = self.model.place_of(chosen.id)
            if place >= 0:
                self.board.view.go(place)
        elif self._rows:
            self.board.view.go(0)
        if not self._rows:
            self.empty.say(*self._nothing())
        self.pages.setCurrentIndex(0 if self._rows else 1)
        rest = self._counts["open"] - len(self._rows)
        words = self.tr("Open cases: {n}").format(n=self._counts["open"])
        if rest > 0 and self.filter.current == 0:
            words = self.tr("the first {n} of {all} open cases").format(n=len(self._rows), all=self._counts["open"])
        self.foot.setText(words)

    def _nothing(self) -> tuple[str, str]:
        """What an empty list means, and when it fills."""
        if self.filter.current == 1:
            return self.tr("Nothing waits to be dispatched"), self.tr("A new case stands here until it is dispatched.")
        if self.filter.current == 2:
            return self.tr("No open case was pressed for action"), self.tr("U presses the receivers of a case.")
        return self.tr("No open case"), self.tr("Register one with F2, or import a workbook.")

    def _load_rates(self, now: int) -> None:
        reader, formulas, month = self.desk.read.rates, self.desk.reference.formulas, month_of(now)
        first = now - TREND_DAYS * DAY
        in_hand = reader.in_hand(month_of(first), month, now)
        rates = three_rates(formulas, reader.total(month, month, now, in_hand))
        days = reader.sums(month_of(first), month, "day", now, in_hand)
        trends: list[list[float | None]] = [[], [], []]
        for day in range(day_of(first), day_of(now) + 1):
            part = three_rates(formulas, days.get(day_name(day), Sums()))
            for place, rate in enumerate((part.response, part.resolution, part.satisfaction)):
                trends[place].append(rate.percent)
        overdue = self.tr("open and overdue counts as a failure")
        self.response.show_rate(
            rates.response,
            trends[0],
            self.tr("citizens reached within the limit ÷ contacts due · {note}").format(note=overdue),
        )
        self.resolution.show_rate(
            rates.resolution,
            trends[1],
            self.tr("solved in the citizen's words ÷ called back · {note}").format(note=overdue),
        )
        self.satisfaction.show_rate(
            rates.satisfaction, trends[2], self.tr("satisfied ÷ called back · {note}").format(note=overdue)
        )

    def _load_communities(self, now: int) -> None:
        counts = self.desk.read.cases.by_community(now)
        places = self.desk.reference.places
        faces = [
            CommunityFace(place.id, place.name, *counts.get(place.id, (0, 0, 0)))
            for place in sorted(places.values(), key=lambda place: place.id)
            if place.kind == "community" and place.active
        ]
        self.communities.show_faces(faces)
        grids = sum(1 for place in places.values() if place.kind == "grid" and place.active)
        words = self.tr("communities {n} · grids {grids} · open, overdue, due soon")
        self._communities_panel.caption.setText(words.format(n=len(faces), grids=grids))

    def _load_shift(self, now: int) -> None:
        """The shift that is on, and the one that follows."""
        watch = on_duty(self.desk.read, now)
        self._shift = (watch.id, watch.shift) if watch.known else None
        self._next_shift = watch.following if watch.following.known else None

    def _load_duty(self) -> None:
        desk_people: list[DutyFace] = []
        community: list[DutyFace] = []
        if self._shift is not None:
            shift = self._shift[1]
            for line in shift.people:
                (community if line.role == "community" else desk_people).append(self._duty_face(shift, line))
        self.duty.show(desk_people)
        self._duty_panel.caption.set_tone("amb" if any(face.state == "missing" for face in desk_people) else "3")
        self.community_duty.show(community)
        here = sum(face.state == "here" for face in desk_people)
        self._duty_panel.caption.setText(
            self.tr("on duty {n}, signed in {here}").format(n=len(desk_people), here=here)
            if desk_people
            else self.tr("no shift is planned")
        )
        missing = [face.role for face in community if face.state != "here"]
        words = self.tr("signed in {n} / {all}").format(n=len(community) - len(missing), all=len(community))
        if missing:
            words = self.tr("{words} · not {names}").format(words=words, names="、".join(missing))
        self._community_panel.caption.setText(words)
        self._community_panel.caption.set_tone("amb" if missing else "3")

    def _duty_face(self, shift: Shift, line: Watcher) -> DutyFace:
        person, role, unit = line.person, line.role, line.unit
        found = self.desk.reference.person(person)
        here = person in shift.signed_in and person not in shift.life.left
        post = found.post if found else ""
        if line.instead_of:
            post = self.tr("for {name}").format(name=self._person(line.instead_of))
        role_word = (
            self.desk.reference.unit_name(unit).removesuffix("社区")
            if role == "community" and unit
            else line.group or word(ROLES, role)
        )
        left = person in shift.life.left
        return DutyFace(
            key=f"{role}:{unit}:{person}",
            role=role_word,
            name=found.name if found else "—",
            post=post,
            phone=found.phone if found else "",
            person=person,
            state="here" if here else "unknown" if left else "missing",
            state_word=self.tr("at post") if here else self.tr("left") if left else self.tr("not signed in"),
        )

    def _load_data(self) -> None:
        status = self.desk.read.status.position()
        last = self.desk.last_backup()
        now = self.now()
        lag = self.desk.read.cases.index_lag()
        lines = [
            (self.tr("Journal"), self.tr("entries {n}, saved").format(n=status), "ok"),
            (
                self.tr("Last backup"),
                when.moment(last, now) if last else self.tr("none yet"),
                "ok" if last and now - last < DAY else "warn",
            ),
            (
                self.tr("Search index"),
                self.tr("up to date") if not lag else self.tr("{n} behind").format(n=lag),
                "ok" if not lag else "warn",
            ),
            (self.tr("Line"), self.tr("this computer alone"), "plain"),
        ]
        self.data.show_lines(lines)

    def tick(self, now: int) -> None:
        self.painter.now = now
        self.strips.tick(now)
        if self._grouped(now) != list(self.model.rows):
            self._counts = self.desk.read.cases.counts(now)
            self._show_board(now)
        self._show_figures(now)
        self.board.view.viewport().update()
        if not self._rows_first:
            self._show_handover(now)
        self.places.tick(now)
        self.owed.tick(now)

    def _person(self, person: str) -> str:
        found = self.desk.reference.person(person)
        return found.name if found else person

    def _show_figures(self, now: int) -> None:
        counts = self._counts
        over = [row for row in self._rows if row.next_due is not None and row.next_due <= now]
        worst = max((now - (row.next_due or now) for row in over), default=0)
        caption = self.tr("longest {span}").format(span=when.rough(worst)) if over else self.tr("none")
        self.over.show_count(str(counts["overdue"]), caption, "over" if counts["overdue"] else "plain")
        soon = [row.next_due for row in self._rows if row.next_due is not None and now < row.next_due <= now + HOUR]
        caption = self.tr("next in {span}").format(span=when.span(min(soon) - now)) if soon else self.tr("none")
        self.soon.show_count(str(counts["soon"]), caption, "warn" if counts["soon"] else "plain")
        waiting = [now - row.received_at for row in self._rows if row.stage == "to_judge"]
        caption = self.tr("waiting up to {span}").format(span=when.rough(max(waiting))) if waiting else self.tr("none")
        short = self.tr("up to {span}").format(span=when.rough(max(waiting))) if waiting else caption
        self.judge.show_count(str(counts["to_judge"]), caption, short=short)
        midnight = at_local(local_date(now))
        taken = len(self.desk.read.cases.intake(midnight, now + 1))
        closed = self.desk.read.cases.closed_between(midnight, now + 1)
        caption = self.tr("today {n} in · {m} closed").format(n=taken, m=closed)
        self.open.show_count(str(counts["open"]), caption, short=self.tr("{n} in, {m} out").format(n=taken, m=closed))

    def _show_handover(self, now: int) -> None:
        if self._shift is None:
            self.handover.setText(self.tr("Plan shifts: Alt+7, shift plan"))
            self.handover_left.setText("")
            return
        ends = self._shift[1].plan.get("ends_at")
        if isinstance(ends, int):
            following = ""
            if self._next_shift is not None:
                leaders = self._next_shift.of("leader")
                following = self._person(leaders[0].person) if leaders else ""
            words = self.tr("Hand-over {time}").format(time=when.moment(ends, now))
            self.handover.setText(f"{words} · {following}" if following else words)
            self.handover_left.setText(self.tr("left {span}").format(span=when.long_span(max(0, ends - now))))

    # -- acting ----------------------------------------------------------------------------------------------------

    def _chosen(self) -> CaseRow | None:
        row = self.model.row(self.board.view.place) if self.board.view.place >= 0 else None
        return row if isinstance(row, CaseRow) else None

    def focusInEvent(self, event: object) -> None:
        self.board.view.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = event.key(), not event.modifiers()
        chosen = self._chosen()
        if plain and key == Qt.Key.Key_D and chosen is not None:
            self.services.go.emit(Go("cases", {"case": chosen.id, "dispatch": True}))
        elif plain and key == Qt.Key.Key_U and chosen is not None:
            self._press(chosen)
        elif plain and key == Qt.Key.Key_P:
            self._call_duty(max(0, self.duty_view.place))
        elif plain and key == Qt.Key.Key_S:
            self._sign_in()
        elif event.modifiers() == Qt.KeyboardModifier.ShiftModifier and key == Qt.Key.Key_S:
            self._take_back()
        elif event.modifiers() == Qt.KeyboardModifier.ControlModifier and key == Qt.Key.Key_Z:
            self.at_post.undo()
        elif plain and key == Qt.Key.Key_M:
            self.places.open_whole()
        elif plain and key == Qt.Key.Key_Slash:
            self.services.go.emit(Go("cases", {"filter": True}))
        else:
            super().keyPressEvent(event)

    def _press(self, row: CaseRow) -> None:
        from commandcenter.domain.case_dispatch_acts import PressCase

        ticket = self.desk.submit(PressCase(case=row.id))
        ticket.refused.connect(self.say_refused)
        ticket.done.connect(self._on_pressed)

    def _on_pressed(self, _done: Done) -> None:
        self.services.toast.emit(Toast(self.tr("Pressed for action; it is on record"), kind="done"))

    def _open_case(self, place: int) -> None:
        row = self.model.row(place)
        if isinstance(row, CaseRow):
            self.services.go.emit(Go("cases", {"case": row.id}))

    def _sign_in(self) -> None:
        """S: who is chosen in a list of the duty is at their post; from elsewhere, who sits here. It takes nothing back."""
        face = self._chosen_face()
        if face is not None and self._shift is not None:
            self.at_post.come(*self._shift, face.person, face.name)
        elif not self.duty_view.hasFocus() and not self.community_view.hasFocus():
            self._mark_me()

    def _mark_me(self) -> None:
        person = self.desk.who().actor
        faces: list[DutyFace] = [*self.duty.rows, *self.community_duty.rows]
        mine = next((face for face in faces if person and face.person == person), None)
        if mine is not None and mine.state != "here":
            self._mark(mine)
            return
        self.duty_view.setFocus(Qt.FocusReason.ShortcutFocusReason)  # choose whom; S marks there
        if self.duty_view.place < 0:
            self.duty_view.go(0)

    def _mark_duty(self, place: int) -> None:
        self._mark(self.duty.row(place))

    def _mark_community(self, place: int) -> None:
        self._mark(self.community_duty.row(place))

    def _mark(self, face: DutyFace | None) -> None:
        """A click on the state: has come, or (told, with a way to undo it) has not."""
        if face is not None and self._shift is not None:
            act = self.at_post.take_back if face.state == "here" else self.at_post.come
            act(*self._shift, face.person, face.name)

    def _chosen_face(self) -> DutyFace | None:
        if self.duty_view.hasFocus():
            return self.duty.row(self.duty_view.place)
        return self.community_duty.row(self.community_view.place) if self.community_view.hasFocus() else None

    def _take_back(self) -> None:
        """Shift+S: who is chosen was signed in by a slip."""
        face = self._chosen_face()
        if face is not None and self._shift is not None:
            self.at_post.take_back(*self._shift, face.person, face.name)

    def _call_duty(self, place: int) -> None:
        self._call(self.duty.row(place))

    def _call_community(self, place: int) -> None:
        self._call(self.community_duty.row(place))

    def _call(self, face: DutyFace | None) -> None:
        if face is not None:
            self.services.phone.emit(Phone(face.name, f"{face.role} · {face.post}", face.phone, person=face.person))

    def _on_filter(self, _place: int) -> None:
        self._load_cases(self.now())

    def _go_over(self) -> None:
        self.services.go.emit(Go("cases", {"view": "overdue"}))

    def _go_soon(self) -> None:
        self.services.go.emit(Go("cases", {"view": "soon", "filters": {"hour": "yes"}}))

    def _go_judge(self) -> None:
        self.services.go.emit(Go("cases", {"view": "to_judge"}))

    def _go_open(self) -> None:
        self.services.go.emit(Go("cases", {"view": "open"}))

    def _go_register(self) -> None:
        self.services.go.emit(Go("cases", {"register": True}))

    def _go_community(self, community: str) -> None:
        self.services.go.emit(Go("cases", {"view": "open", "community": community}))

    def _spoken(self, row: object) -> str:
        if isinstance(row, CaseRow):
            return self._cells.spoken(row, self.painter.now)
        return f"{row.words} {row.count}"  # type: ignore[attr-defined]

    def _on_look(self) -> None:
        self.refresh_if_stale()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """In a low window the map stands beside the people instead of above them, and the figures are half as high."""
        look = self.look
        height = self.height()
        low, lowest = height < look.px(LOW), height < look.px(LOWEST)
        edge = 8 if lowest else 12
        self._outer.setContentsMargins(edge, edge, edge, edge)
        self._outer.setSpacing(edge)
        self._grid.setSpacing(edge)
        self.strips.fit(low)
        for tile in (self.over, self.soon, self.judge, self.open, self.response, self.resolution, self.satisfaction):
            tile.fit(low)
            self._figures.setStretchFactor(tile, 9 if low or isinstance(tile, CountTile) else 10)
        self._figures.setSpacing(edge)
        self._data_panel.show_head(not lowest)
        self.data.fit(low)
        self.owed.fit(low)
        narrow = self.width() < look.px(1500)
        for column, share in enumerate((100, 44, 40) if low else (100, 40 if not narrow else 36, 36)):
            self._grid.setColumnStretch(column, share)
        if (low, lowest) != self._fitted:
            self._fitted = low, lowest
            self._lay_around(low, lowest)

    def _lay_around(self, low: bool, lowest: bool) -> None:
        """Map, people and data beside the board: the map above them, in a low window at their left."""
        grid = self._grid
        places = (
            ((self.places, 0, 1, 2, 1), (self._data_panel, 2, 1, 1, 1), (self._duty_panel, 0, 2, 1, 1))
            if low
            else ((self.places, 0, 1, 1, 2), (self._data_panel, 2, 2, 1, 1), (self._duty_panel, 1, 1, 2, 1))
        )
        for panel, row, column, rows, columns in (*places, (self._community_panel, 1, 2, 2 if low else 1, 1)):
            grid.removeWidget(panel)
            grid.addWidget(panel, row, column, rows, columns)
        for row, share in enumerate((84 if lowest else 72, 6, 0) if low else (52, 48, 0)):
            grid.setRowStretch(row, share)


def _begun(shift: Shift, now: int) -> bool:
    starts = shift.plan.get("starts_at")
    return isinstance(starts, int) and starts <= now
