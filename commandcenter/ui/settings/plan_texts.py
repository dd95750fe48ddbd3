"""The words of a plan that are read out on the phone, one for each relation."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from commandcenter.domain.plan import MESSAGE_LIMIT
from commandcenter.domain.unit import RELATIONS
from commandcenter.ui.parts.basic import Label, Panel, row
from commandcenter.ui.parts.buttons import SegTabs
from commandcenter.ui.settings.plan_model import PLACES
from commandcenter.ui.theme.look import Look
from commandcenter.ui.words import RELATIONS as RELATION_WORDS
from commandcenter.ui.words import word

translate = QCoreApplication.translate


class PlanTexts(Panel):
    """A tab for each relation, its text and how long it is. ``edited`` emits (relation, text) while somebody types."""

    edited = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, translate("PlanTexts", "Text to read out"), "", parent)
        self._texts: Mapping[str, str] = {}
        self._filling = False
        self.count = Label(look, "", "caption", "3")
        self.add_to_head(self.count)
        self.tabs = SegTabs(look, [word(RELATION_WORDS, code) for code in RELATIONS])
        self.tabs.picked.connect(self._on_tab)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(self.tr("Text to read out"))
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(look.px(120))
        self.text.textChanged.connect(self._on_text)
        places = Label(look, self.tr("Filled in when blown: {places}").format(places=" ".join(PLACES)), "caption", "3")
        places.setWordWrap(True)
        inner = QVBoxLayout()
        inner.setContentsMargins(12, 10, 12, 12)
        inner.setSpacing(8)
        inner.addLayout(row(self.tabs, None))
        inner.addWidget(self.text, 1)
        inner.addWidget(places)
        self.body.addLayout(inner)

    def show_texts(self, texts: Mapping[str, str]) -> None:
        """Show the texts of a plan; what is being typed stays as it is when it is the same."""
        self._texts = texts
        text = texts.get(RELATIONS[self.tabs.current], "")
        if self.text.toPlainText() != text:
            self._filling = True
            self.text.setPlainText(text)
            self._filling = False
        self._count(text)

    def _count(self, text: str) -> None:
        self.count.setText(f"{len(text)} / {MESSAGE_LIMIT}")
        self.count.set_tone("amb" if len(text) > MESSAGE_LIMIT else "3")

    def _on_text(self) -> None:
        if self._filling:
            return
        text = self.text.toPlainText()
        self._count(text)
        self.edited.emit((RELATIONS[self.tabs.current], text))

    def _on_tab(self, _place: int) -> None:
        self.show_texts(self._texts)
