"""What the bank knows of a case: problems at its place, its consultations with what was decided. 4 opens, 5 enters it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from commandcenter.desk.desk import Desk
from commandcenter.domain.case import Case
from commandcenter.domain.command import Command
from commandcenter.domain.consultation import Consultation, Decided
from commandcenter.domain.problem_acts import JoinCases
from commandcenter.ui import when
from commandcenter.ui.bank_words import CONSULTATION_STAGES, PROBLEM_STAGES, bank_word
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.menus import menu_in
from commandcenter.ui.parts.screen import Context, Go
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate
MOST = 6


@dataclass(frozen=True, slots=True)
class Known:
    """A line about a case: what stands there and where it is shown; ``pressing`` lines are amber."""

    icon: str
    words: str
    go: Go
    pressing: bool = False
    join: str = ""


def known_of(desk: Desk, case: Case, place: str) -> list[Known]:
    """What the bank knows: the consultations of the case, then the problems at its place. Bounded by both."""
    now = desk.clock.now()
    found = [_consultation(desk, case, key, now) for key in case.consultations[-MOST:]]
    lines = [one for one in found if one is not None]
    for problem in desk.read.problems.at(place)[:MOST]:
        told = translate("CaseBank", "Problem here: {title} · {stage}")
        words = told.format(title=problem.title or problem.number, stage=bank_word(PROBLEM_STAGES, problem.stage))
        mine = case.id in problem.cases
        if mine:
            words += " · " + translate("CaseBank", "this case is one of {n}").format(n=len(problem.cases))
        go = Go("problems", {"problem": problem.id})
        lines.append(Known("database", words, go, problem.open and not mine, "" if mine else problem.id))
    return lines


def _consultation(desk: Desk, case: Case, key: str, now: int) -> Known | None:
    state = desk.read.matters.one(Consultation, f"consultation/{key}")
    if not state.known:
        return None
    item = next((one for one in state.items if one.about == "case" and one.key == case.id), None)
    decided = [one for one in state.decisions if item is not None and one.item == item.id]
    at = when.moment(state.held_at or state.planned_at, now)
    words = translate("CaseBank", "Consultation {at} · {stage}").format(
        at=at, stage=bank_word(CONSULTATION_STAGES, state.stage)
    )
    if decided:
        told = "；".join(_decision(desk, one) for one in decided)
        words += " · " + translate("CaseBank", "decided: {told}").format(told=told)
    elif item is not None and item.discussed:
        words += f" · {item.discussed}"
    over = any(not one.ended and one.term is not None and one.term.due_at < now for one in decided)
    return Known("users-round", words, Go("consultations", {"consultation": key}), over)


def _decision(desk: Desk, one: Decided) -> str:
    """Who does what until when, or how it ended."""
    words = f"{desk.reference.unit_name(one.unit)} {one.words}"
    if one.ended:
        ended = translate("CaseBank", "done") if one.ended == "done" else translate("CaseBank", "dropped")
        return f"{words} {ended}"
    if one.term is None:
        return words
    return translate("CaseBank", "{words}, until {day}").format(words=words, day=when.day(one.term.due_at))


class CaseBank(QWidget):
    """The strip in the detail, one line each; hidden where there is none. ``wanted`` emits where to go, ``joined`` a command."""

    wanted = Signal(object)
    joined = Signal(object)

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__()
        self._desk, self._host, self._look = context.desk, host, context.look
        self.case = Case()
        self.place = ""
        self.lines: list[Known] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()

    def show_case(self, case: Case, place: str) -> None:
        """Show what is known of a case; ``place`` is what the roster found for its words where it has none."""
        self.case, self.place = case, case.place or place
        self.lines = known_of(self._desk, case, self.place)
        self.setFixedHeight(self._look.px(26) * len(self.lines[:2]) + self._look.px(8))
        told = "；".join(one.words for one in self.lines)
        self.setAccessibleName(told)
        self.setToolTip(told)
        self.setVisible(bool(self.lines))
        self.update()

    def open_menu(self) -> None:
        """4: go to a problem or a consultation, join the case to a problem, or enter it as one."""
        if not self.case.known:
            return
        menu = menu_in(self._host)
        for one in self.lines:
            menu.addAction(one.words).setData(one.go)
            if one.join:
                menu.addAction(translate("CaseBank", "    this case belongs to it")).setData(
                    JoinCases(problem=one.join, cases=(self.case.id,))
                )
        menu.addAction(translate("CaseBank", "Enter as a problem (5)")).setData(self._entry())
        raised = Go("proposals", {"from_case": self.case.id})
        menu.addAction(translate("CaseBank", "Raise as a residents' proposal")).setData(raised)
        for place, action in enumerate(menu.actions()[:9], start=1):
            action.setText(f"&{place}  {action.text()}")
        menu.setActiveAction(menu.actions()[0])
        menu.triggered.connect(self._on_chosen)
        menu.popup(self._host.mapToGlobal(self._host.rect().center()))

    def _entry(self) -> Go:
        return Go("problems", {"from_case": self.case.id, "place": self.place})

    def enter(self) -> None:
        """5: the case becomes a problem of the bank."""
        if self.case.known:
            self.wanted.emit(self._entry())

    def _on_chosen(self, action: object) -> None:
        told = action.data()  # type: ignore[attr-defined]
        (self.joined if isinstance(told, Command) else self.wanted).emit(told)

    def mousePressEvent(self, event: object) -> None:
        self.open_menu()

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        _paint(p, self._look, self.lines, self.width(), self.height())


def _paint(p: QPainter, look: Look, lines: list[Known], width: int, height: int) -> None:
    size, step, left = look.px(15), look.px(26), look.px(14)
    cap = paint.keycaps_width(look, "4")
    for place, one in enumerate(lines[:2]):
        top = look.px(4) + place * step
        tone = "amb" if one.pressing else "tx2"
        p.drawPixmap(left, top + (step - size) // 2, look.icon(one.icon, tone, size))
        more = f" （+{len(lines) - 2}）" if place == 1 and len(lines) > 2 else ""
        rect = QRect(left + size + look.px(7), top, width - size - cap - look.px(50), step)
        paint.elided(p, look, rect, one.words + more, "body", "amb" if one.pressing else "tx1")
    paint.keycaps(p, look, width - cap - look.px(14), height / 2, "4")
