"""What stands around the panels of the first start: the list of steps at the left, the bar with the buttons below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from commandcenter.ui.firstrun.beginning import IMPORT, SAMPLE, Sample
from commandcenter.ui.firstrun.panels import promise
from commandcenter.ui.firstrun.parts import StepRow, hatch_mark
from commandcenter.ui.parts.basic import ElidedLabel, Label, Line, Panel, column
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate


class StepsPanel(Panel):
    """The steps and how far each is; ``picked`` emits the place of one that was clicked."""

    picked = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__(look, translate("FirstRun", "First start"))
        self.steps = [
            StepRow(look, title)
            for title in (
                translate("FirstRun", "1 What to begin with"),
                translate("FirstRun", "2 Seat and people"),
                translate("FirstRun", "3 Where the data lies"),
                translate("FirstRun", "4 Where backups go"),
                translate("FirstRun", "5 A trial drill"),
            )
        ]
        for step in self.steps:
            step.clicked.connect(self._on_clicked)
            self.body.addWidget(step)
        self.body.addStretch(1)
        self.body.addWidget(Line())
        lines = column(gap=8, margins=(16, 12, 12, 14))
        for icon, told in (
            ("save", translate("FirstRun", "Close any time; what was typed is kept")),
            ("wifi-off", translate("FirstRun", "No network and no account needed")),
            ("whistle", translate("FirstRun", "F9 works already: it asks only what and where")),
        ):
            lines.addLayout(promise(look, icon, told))
        self.body.addLayout(lines)
        self._fit()
        look.changed.connect(self._fit)

    def show_steps(self, states: Sequence[tuple[str, str]], last: str, here: int) -> None:
        """Show how far each step is as (state, words), what the last is called, and where the keyboard is."""
        self.steps[-1].setText(last)
        for place, (step, (state, words)) in enumerate(zip(self.steps, states, strict=True)):
            step.show_state(state, words, here=place == here)

    def _on_clicked(self) -> None:
        self.picked.emit(self.steps.index(self.sender()))  # type: ignore[arg-type]

    def _fit(self) -> None:
        self.setFixedWidth(self._look.px(280))


class StartBar(QFrame):
    """What happens after the start, what is in its way, and the two buttons."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setProperty("panel", "true")
        self._hatch = Label(look)
        self.title = Label(look, "", "strong")
        self.then = ElidedLabel(look, "", "caption", "2")
        self._note = Label(look, "", "body", "amb")
        self._note.setWordWrap(True)
        self.plain = Button(look, translate("FirstRun", "Start without a trial"), key="Alt Enter")
        self.start = Button(look, "", key="Ctrl Enter", icon="check", kind="primary")
        words = column(self.title, gap=2)
        words.addWidget(self.then)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 10, 14, 10)
        layout.setSpacing(14)
        layout.addWidget(self._hatch)
        layout.addLayout(words, 4)
        layout.addWidget(self._note, 3)
        layout.addWidget(self.plain)
        layout.addWidget(self.start)
        self._fit()
        look.changed.connect(self._fit)

    @property
    def note(self) -> str:
        """What is said beside the buttons."""
        return self._note.text()

    def show_start(self, start: str, sample: Sample | None, *, busy: bool) -> None:
        """Show what the start leads to."""
        drill = sample.drill[1] if sample is not None else ""
        trial = start == SAMPLE and bool(drill)
        self._hatch.setVisible(trial)
        self.plain.setVisible(trial)
        words = translate("FirstRun", "Start, then a trial drill") if trial else translate("FirstRun", "Start")
        if trial:
            self.title.setText(translate("FirstRun", "5 A trial drill"))
            then = translate("FirstRun", "{name}: in the console in drill mode, on this computer alone")
            self.then.setText(then.format(name=drill))
        else:
            self.title.setText(
                translate("FirstRun", "5 Then the import opens")
                if start == IMPORT
                else translate("FirstRun", "5 Then the overview opens")
            )
            self.then.setText(translate("FirstRun", "A drill needs a drill plan: Ctrl+comma, “Drill plans”, A."))
        self.start.set_text(translate("FirstRun", "Start and import") if start == IMPORT else words)
        self.start.setEnabled(not busy)
        self.plain.setEnabled(not busy)

    def say(self, words: str, *, bad: bool = True) -> None:
        """Say something beside the buttons."""
        self._note.set_tone("amb" if bad else "2")
        self._note.setText(words)

    def _fit(self) -> None:
        self._hatch.setPixmap(hatch_mark(self._look))
