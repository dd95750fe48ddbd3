"""Facts of a matter, one under the other: a short name, and what is known; unknown is said, never left empty."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from commandcenter.ui.parts.basic import Label, clear
from commandcenter.ui.theme.look import Look


@dataclass(frozen=True, slots=True)
class Known:
    """One fact. ``tone`` is that of the label (1, 2, 3, acc, amb, red, ok)."""

    name: str
    words: str
    tone: str = "1"


class FactList(QWidget):
    """Facts in two columns; long words are wrapped, so that nothing is cut."""

    def __init__(self, look: Look, parent: QWidget | None = None, *, lead: int = 64) -> None:
        super().__init__(parent)
        self._look = look
        self._lead = lead
        self._shown: tuple[Known, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(14, 10, 14, 12)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnStretch(1, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    @property
    def facts(self) -> Sequence[Known]:
        """What is shown."""
        return self._shown

    def show_facts(self, facts: Sequence[Known]) -> None:
        """Show facts; those without words are left out."""
        told = tuple(fact for fact in facts if fact.words)
        if told == self._shown:
            return
        self._shown = told
        clear(self._grid)
        for place, fact in enumerate(told):
            name = Label(self._look, fact.name, "caption", "3")
            name.setMinimumWidth(self._look.px(self._lead))
            words = Label(self._look, fact.words, "body", fact.tone)
            words.setWordWrap(True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._grid.addWidget(name, place, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(words, place, 1)
        self.setAccessibleName("; ".join(f"{fact.name} {fact.words}" for fact in told))


class ScrolledFacts(QScrollArea):
    """Scrolls facts where the window has less height than they want: words are never squeezed."""

    def __init__(self, facts: FactList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(facts)
        layout.addStretch(1)
        self._facts = facts
        facts.installEventFilter(self)
        self.setWidget(inner)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._facts and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return False

    def _fit(self) -> None:
        """A scroll area asks for the least height only; wrapped words need what they take at this width."""
        layout = self._facts.layout()
        if layout is not None:
            self._facts.setMinimumHeight(max(0, layout.totalHeightForWidth(self.viewport().width())))
