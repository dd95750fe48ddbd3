"""Other cases of the same matter: a strip in the detail that says where it goes on and who is to be told too, and a sheet
to merge, link and take apart.
"""

# mypy: disable-error-code="dict-item"

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from commandcenter.desk import intake
from commandcenter.desk.desk import Desk
from commandcenter.desk.read import Read
from commandcenter.domain.case import Case
from commandcenter.domain.case_join_acts import LinkCases, MergeCases, SplitCase, TellMerged, UnlinkCases
from commandcenter.domain.case_likeness import Alike, Coming, Standing
from commandcenter.domain.masking import mask_known, mask_name, mask_phone
from commandcenter.ui import when
from commandcenter.ui.cases.register_panel import REASONS
from commandcenter.ui.cases.story_belongings import LINKS
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.basic import ElidedLabel, KeyCaps, Label, row
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.casecells import short_number
from commandcenter.ui.parts.finder import Finder, Match
from commandcenter.ui.parts.formhand import FormHand
from commandcenter.ui.parts.forms import Field
from commandcenter.ui.parts.overlay import Sheet
from commandcenter.ui.parts.rows import Column, Columns, KeyedRows, RowPainter, RowView
from commandcenter.ui.parts.screen import Context, Go
from commandcenter.ui.parts.sending import Sending
from commandcenter.ui.theme.look import Look
from commandcenter.ui.words import STAGES, listed, word

translate = QCoreApplication.translate

MOST_READ = 20
"""So many other cases are read for one; the rest is counted."""


def goes_on_in(desk: Desk, case: Case) -> Case:
    """The case that goes on for a merged one, at the end of the chain; the case itself when it was not merged."""
    seen = {case.id}
    while case.merged_into and case.merged_into not in seen:
        seen.add(case.merged_into)
        case = desk.read.cases.case(case.merged_into)[0]
    return case


def absorbed_of(desk: Desk, case: Case) -> list[Case]:
    """The cases that were merged into one and still are, directly or by way of another, at most ``MOST_READ``."""
    found: list[Case] = []
    waiting = [(case.id, other) for other in case.absorbed]
    while waiting and len(found) < MOST_READ:
        into, other = waiting.pop(0)
        state = desk.read.cases.case(other)[0]
        if state.known and state.merged_into == into and all(one.id != state.id for one in found):
            found.append(state)
            waiting += [(state.id, below) for below in state.absorbed]
    return found


def also_tell(absorbed: Sequence[Case]) -> list[Case]:
    """The merged cases whose callers have not heard the result yet and can be reached."""
    return [one for one in absorbed if one.also_told_at is None and not one.anonymous and (one.reporter or one.phone)]


class JoinedStrip(QFrame):
    """Where a merged case goes on, whose callers are to be told too, what is linked. Hidden where there is none of it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.merged = ElidedLabel(look, "", "body", "amb")
        self.tell = ElidedLabel(look, "", "body", "amb")
        self.linked = ElidedLabel(look, "", "caption", "2")
        lines = QVBoxLayout()
        lines.setSpacing(2)
        for part in (self.merged, self.tell, self.linked):
            lines.addWidget(part)
        outer = row(margins=(14, 8, 14, 8))
        outer.addLayout(lines, 1)
        outer.addWidget(KeyCaps(look, "I"))
        self.setLayout(outer)
        self._line = outer
        self.hide()

    def show_case(self, desk: Desk, case: Case, absorbed: Sequence[Case], *, low: bool = False) -> None:
        """Show what belongs to a case; in a ``low`` window in one line."""
        merged = tell = linked = ""
        if case.merged_into:
            other = goes_on_in(desk, case)
            merged = self.tr("Merged: goes on in {number} {title}").format(
                number=short_number(other.number), title=mask_known(other.title, other.reporter)
            )
        waiting = also_tell(absorbed)
        if absorbed:
            callers = listed(f"{mask_name(one.reporter)} {mask_phone(one.phone)}".strip() for one in waiting)
            words = self.tr("Merged into this one: {n}. Also tell: {callers}")
            if not waiting:
                words = self.tr("Merged into this one: {n}")
            tell = words.format(n=len(case.absorbed), callers=callers)
        if case.linked:
            numbers = [
                (short_number(other.number), other.id) for other in desk.read.cases.by_id(case.linked[:MOST_READ])
            ]
            linked = listed(
                f"{translate('Joined', LINKS.get(case.links.get(key, ''), 'related'))} {number}"
                for number, key in numbers
            )
        for part, words in ((self.merged, merged), (self.tell, tell), (self.linked, linked)):
            part.setText(words)
            part.setVisible(bool(words))
        self.tell.set_tone("amb" if waiting else "2")
        if low and (merged or tell):
            self.linked.hide()
        space = 3 if low else 8
        self._line.setContentsMargins(14, space, 14, space)
        self.setVisible(bool(merged or tell or linked))


@dataclass(frozen=True, slots=True)
class Other:
    """Another case in the sheet: how it belongs (``into``, ``absorbed``, ``linked``, ``alike``), and what is said of it."""

    id: str
    number: str
    title: str
    stage: str
    how: str
    more: str


class _Painter(RowPainter):
    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: Other) -> None:
        look = self.look
        half = rect.height() // 2
        above = QRect(rect.left(), rect.top() + look.px(4), rect.width(), half - look.px(4))
        below = QRect(rect.left(), rect.top() + half, rect.width(), half - look.px(4))
        if column == "how":
            tone = {"into": "amb", "absorbed": "acc", "linked": "tx1"}.get(row.how, "tx3")
            paint.elided(p, look, above, self._how(row.how), "strong", tone)
            paint.elided(p, look, below, short_number(row.number), "caption", "tx3")
        else:
            paint.elided(p, look, above, row.title, "body", "tx1")
            paint.elided(p, look, below, f"{word(STAGES, row.stage)} · {row.more}".strip(" ·"), "caption", "tx3")

    @staticmethod
    def _how(how: str) -> str:
        return {
            "into": translate("Joined", "goes on here"),
            "absorbed": translate("Joined", "merged into it"),
            "linked": translate("Joined", "linked"),
            "alike": translate("Joined", "may be the same"),
        }.get(how, how)


def _key(row: Other) -> str:
    return row.id


def _spoken(row: Other) -> str:
    return f"{row.number} {row.title} {row.more}"


class JoinSheet(Sheet):
    """I: the other cases. M merges the chosen one into this, B this into it, L links, X takes apart, T tells its caller."""

    settled = Signal()

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(context.look, host, self.tr("Cases of the same matter"), width=820)
        look = context.look
        self._context, self._desk = context, context.desk
        self.case = Case()
        self._hand = FormHand(context, host)
        self._asked = 0
        self._known: list[Standing] = []
        self._rows: KeyedRows = KeyedRows(_key, _spoken, self)
        self.finder = Finder(look, self._find, self.tr("Another case"))
        self.finder.setPlaceholderText(self.tr("number or words of another case"))
        self.finder.setAccessibleName(self.tr("Another case"))
        self.finder.found.connect(self._on_found)
        self.body.addWidget(self.finder)
        columns = Columns(look, [Column("how", "", 120), Column("words", "", 220, 1)])
        self.view = RowView(look, self._rows, _Painter(look, columns, self, height=52), self.title.text())
        self.view.setMinimumHeight(look.px(300))
        self.body.addWidget(self.view, 1)
        note = Label(
            look, self.tr("A merged case keeps its words, number and caller; the caller is told the result too.")
        )
        note.setWordWrap(True)
        note.set_tone("3")
        self.body.addWidget(note)
        for words, key, way in (
            (self.tr("Into this"), "M", self.merge_here),
            (self.tr("This into it"), "B", self.merge_there),
            (self.tr("Link"), "L", self.link),
            (self.tr("Take apart"), "X", self.take_apart),
            (self.tr("Caller told"), "T", self.tell),
            (self.tr("Open"), "Enter", self.open_chosen),
        ):
            button = Button(look, words, key=key, small=True)
            button.clicked.connect(way)
            self.add_button(button)
        self.view.opened.connect(self._open_at)
        self._extra: list[Other] = []

    # -- showing ---------------------------------------------------------------------------------------------------

    def show_case(self, case: Case) -> None:
        """Show what belongs to a case and what may be the same."""
        if case.id != self.case.id:
            self._extra, self._known = [], []
            self._ask(case)
        self.case = case
        self.caption.setText(f"{case.number} {mask_known(case.title, case.reporter)}")
        self._show()

    def open_sheet(self) -> None:
        """Show it with the keyboard in the list, or in the field where there is nothing."""
        self.say("")
        self.present(self.view if self._rows.rowCount() else self.finder)
        self.view.go(0)

    def _ask(self, case: Case) -> None:
        self._asked += 1
        number = self._asked
        coming = self._coming(case)
        self._known = intake.known_alike(self._desk.read, coming)

        def work(read: Read) -> tuple[int, list[Standing]]:
            return number, intake.worded_alike(read, coming)

        self._desk.ask(work).done.connect(self._on_worded)

    @staticmethod
    def _coming(case: Case) -> Coming:
        return Coming(
            case.title,
            case.text,
            case.place,
            case.community,
            case.category,
            case.phone,
            case.source_number,
            case.received_at,
        )

    def _on_worded(self, told: tuple[int, list[Standing]]) -> None:
        number, found = told
        if number == self._asked:
            self._known = [*self._known, *found]
            self._show()

    def _show(self) -> None:
        case, desk = self.case, self._desk
        now = desk.clock.now()
        others: dict[str, Other] = {}
        if case.merged_into:
            other = goes_on_in(desk, case)
            others[other.id] = Other(
                other.id, other.number, mask_known(other.title, other.reporter), other.stage, "into", ""
            )
        for one in absorbed_of(desk, case):
            others[one.id] = Other(
                one.id, one.number, mask_known(one.title, one.reporter), one.stage, "absorbed", self._told(one, now)
            )
        for found in desk.read.cases.by_id([key for key in case.linked[:MOST_READ] if key not in others]):
            why = translate("Joined", LINKS.get(case.links.get(found.id, ""), "related"))
            others[found.id] = Other(found.id, found.number, found.title, found.stage, "linked", why)
        for alike in intake.scored(self._coming(case), self._known):
            if alike.case.id not in others and alike.case.id != case.id:
                others[alike.case.id] = self._alike(alike, now)
        for one_more in self._extra:
            others.setdefault(one_more.id, one_more)
        self._rows.show(list(others.values()))

    def _told(self, one: Case, now: int) -> str:
        if one.also_told_at is not None:
            return self.tr("caller told {time}").format(time=when.moment(one.also_told_at, now))
        if one.anonymous or not (one.reporter or one.phone):
            return self.tr("nobody to be told")
        caller = f"{mask_name(one.reporter)} {mask_phone(one.phone)}".strip()
        return self.tr("{caller} is to be told too").format(caller=caller)

    @staticmethod
    def _alike(alike: Alike, now: int) -> Other:
        case = alike.case
        reasons = " · ".join(translate("Register", REASONS[reason]) for reason in alike.reasons)
        more = f"{when.moment(case.received_at, now)} · {reasons}"
        return Other(case.id, case.number, mask_known(case.title), case.stage, "alike", more)

    def _find(self, words: str) -> Sequence[Match]:
        found = self._desk.read.cases.search(words, 8) if len(words) > 1 else []
        return [
            Match(one.id, f"{one.number} {one.title}", word(STAGES, one.stage))
            for one in found
            if one.id != self.case.id
        ]

    def _on_found(self) -> None:
        key = self.finder.key
        if not key:
            return
        for one in self._desk.read.cases.by_id([key]):
            self._extra = [Other(one.id, one.number, one.title, one.stage, "alike", "")]
        self._show()
        self.finder.clear()
        self.view.go(self._rows.place_of(key))
        QTimer.singleShot(0, self.view.setFocus)

    # -- acting ----------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways = {
            Qt.Key.Key_M: self.merge_here,
            Qt.Key.Key_B: self.merge_there,
            Qt.Key.Key_L: self.link,
            Qt.Key.Key_X: self.take_apart,
            Qt.Key.Key_T: self.tell,
            Qt.Key.Key_Slash: self._to_finder,
        }
        way = ways.get(Qt.Key(event.key()))
        if way is not None and not event.modifiers():
            way()
        else:
            super().keyPressEvent(event)

    def _to_finder(self) -> None:
        self.finder.setFocus()

    def _chosen(self) -> Other | None:
        found: Other | None = self._rows.row(self.view.place)
        return found

    def _send(self, command: Any, said: str) -> None:
        sending = Sending(self._context, command, said)
        sending.done.connect(self._on_done)

    def _on_done(self, _done: object) -> None:
        self.settled.emit()

    def merge_here(self) -> None:
        """M: the chosen case goes into this one."""
        other = self._chosen()
        if other is not None:
            self._send(MergeCases(case=self.case.id, duplicates=(other.id,)), self.tr("Merged"))

    def merge_there(self) -> None:
        """B: this case goes into the chosen one."""
        other = self._chosen()
        if other is not None:
            self._send(MergeCases(case=other.id, duplicates=(self.case.id,)), self.tr("Merged"))

    def link(self) -> None:
        """L: both tell of each other, each goes on by itself."""
        other = self._chosen()
        if other is not None:
            self._send(
                LinkCases(case=self.case.id, other=other.id, reason="repeat"), self.tr("Linked as a repeat call")
            )

    def take_apart(self) -> None:
        """X: a link is taken back at once; a merged case goes on by itself again, with a reason."""
        other = self._chosen()
        if other is None or other.how == "alike":
            return
        if other.how == "linked":
            self._send(UnlinkCases(case=self.case.id, other=other.id), self.tr("No longer linked"))
            return
        case = self.case.id if other.how == "into" else other.id
        sheet = self._hand.build(
            f"case.split.{case}",
            self.tr("Take a merged case out again"),
            other.title,
            [Field("words", self.tr("Reason"), kind="lines", required=True, wide=True)],
            self.tr("Take apart"),
        )
        self._hand.open((sheet, lambda v: SplitCase(case=case, words=v["words"])), self.tr("It goes on by itself"))

    def tell(self) -> None:
        """T: the caller of a merged case was told the result and asked."""
        other = self._chosen()
        if other is None or other.how != "absorbed":
            return
        case = other.id
        answers = [
            ("", self.tr("choose …")),
            ("yes", self.tr("yes")),
            ("no", self.tr("no")),
            ("unreached", self.tr("not reached")),
        ]
        sheet = self._hand.build(
            f"case.tell.{case}",
            self.tr("The caller of a merged case was told"),
            other.title,
            [
                Field("solved", self.tr("Solved?"), kind="choice", choices=answers, value="", required=True),
                Field("satisfied", self.tr("Satisfied?"), kind="choice", choices=answers, value="", required=True),
                Field("words", self.tr("In the citizen's words"), kind="lines", wide=True),
            ],
            self.tr("Record"),
        )
        told = {"yes": True, "no": False}
        self._hand.open(
            (
                sheet,
                lambda v: TellMerged(
                    case=case,
                    reached="unreached" not in (v["solved"], v["satisfied"]),
                    solved=told.get(v["solved"]),
                    satisfied=told.get(v["satisfied"]),
                    words=v["words"],
                    channel="phone",
                ),
            ),
            self.tr("Recorded"),
        )

    def _open_at(self, _place: int) -> None:
        self.open_chosen()

    def open_chosen(self) -> None:
        """Enter: go to it."""
        other = self._chosen()
        if other is not None:
            self.dismiss()
            self._context.services.go.emit(Go("cases", {"case": other.id}))
