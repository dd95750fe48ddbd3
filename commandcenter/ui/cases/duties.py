"""Two strips in the detail of a case: who must act while it can be dispatched, and the steps it is worked on by."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from commandcenter.desk.lessons import Advice
from commandcenter.domain.case import Case
from commandcenter.ui.cases.advice import AdviceSheet, AdviceStrip, advice_of, strip_words
from commandcenter.ui.cases.checklist import StepSheet, StepStrip, suggestion
from commandcenter.ui.parts.basic import Line
from commandcenter.ui.parts.screen import Context, Toast
from commandcenter.ui.words import STAGES, word

translate = QCoreApplication.translate


class Duties(QWidget):
    """The strips; ``host`` is what their sheets lie over. ``picked`` gives a unit to lead, ``wanted`` a case to show."""

    picked = Signal(str)
    wanted = Signal(str)

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__()
        self._context, self._host = context, host
        self.case = Case()
        self.advice: Advice | None = None
        self.steps = StepStrip(context.look)
        self.steps.opened.connect(self.open_steps)
        self.who = AdviceStrip(context.look)
        self.who.opened.connect(self.open_advice)
        self.step_sheet: StepSheet | None = None
        self.advice_sheet: AdviceSheet | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 2, 14, 2)
        layout.setSpacing(0)
        for part in (self.who, self.steps, Line()):
            layout.addWidget(part)
        self.hide()

    def show_case(self, case: Case, community: str = "", place: str = "") -> None:
        """Show a case; ``community`` and ``place`` are what the roster found for its words."""
        desk = self._context.desk
        self.case = case
        judged = case.stage in ("to_judge", "disputed", "dispatched")
        self.advice = advice_of(desk, case, community, place) if judged else None
        words = strip_words(self.advice, desk.reference.unit_name) if self.advice is not None else ""
        self.who.show_words(words)
        self.who.setVisible(bool(words))
        fits = suggestion(desk, case) if case.open and not case.checklist.lines else ""
        self.steps.show_steps(case.checklist, fits)
        self.steps.setVisible(bool(case.checklist.lines) or (case.open and not judged))
        self.setVisible(not self.who.isHidden() or not self.steps.isHidden())

    def open_steps(self) -> None:
        """Q: the steps of the case."""
        if self.case.known and self.step_sheet is None:
            self.step_sheet = StepSheet(self._context, self._host, self.case.id)
            self.step_sheet.closed.connect(self._on_steps_closed)
            self.step_sheet.open_sheet()

    def _on_steps_closed(self) -> None:
        self.step_sheet = None

    def open_advice(self) -> None:
        """3: who must act, with the reasons; once it is settled, that it is."""
        if self.advice is None and self.case.known:
            words = translate("Advice", "Who must act was settled: {stage}. It is asked until a unit has signed.")
            told = words.format(stage=word(STAGES, self.case.stage))
            self._context.services.toast.emit(Toast(told))
        elif self.advice is not None and self.advice_sheet is None:
            self.advice_sheet = AdviceSheet(self._context, self._host, self.advice)
            self.advice_sheet.picked.connect(self._pick)
            self.advice_sheet.wanted.connect(self.wanted)
            self.advice_sheet.closed.connect(self._on_advice_closed)
            self.advice_sheet.open_sheet()

    def _pick(self, unit: str) -> None:
        if self.case.stage != "dispatched" or not any(line.signed_at for line in self.case.assignees):
            self.picked.emit(unit)
            return
        words = translate("Advice", "{stage}: the units have it. Another one gets it by disputing the duty (M).")
        self._context.services.toast.emit(Toast(words.format(stage=word(STAGES, self.case.stage))))

    def _on_advice_closed(self) -> None:
        self.advice_sheet = None
