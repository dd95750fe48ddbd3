"""The words of a plan that are read out or copied, one card for each relation; places to be filled stand on a grey ground."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QRegularExpression, Signal
from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat, QTextDocument
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from commandcenter.domain.plan import MESSAGE_LIMIT
from commandcenter.domain.unit import RELATIONS
from commandcenter.ui.parts.basic import ElidedLabel, Label, Panel, row
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.theme.look import Look
from commandcenter.ui.words import RELATIONS as RELATION_WORDS
from commandcenter.ui.words import word

translate = QCoreApplication.translate


def place_words() -> dict[str, str]:
    """The places of a text, each with its word."""
    return {
        "time": translate("PlanTexts", "time"),
        "place": translate("PlanTexts", "place"),
        "event": translate("PlanTexts", "event"),
        "ask": translate("PlanTexts", "what is asked"),
        "assembly": translate("PlanTexts", "assembly"),
        "contact": translate("PlanTexts", "contact"),
    }


def shown(text: str) -> str:
    """A text as it is edited: ``{time}`` stands as 〔时间〕."""
    for name, words in place_words().items():
        text = text.replace("{" + name + "}", f"〔{words}〕")
    return text


def written(text: str) -> str:
    """A text as it is stored."""
    for name, words in place_words().items():
        text = text.replace(f"〔{words}〕", "{" + name + "}")
    return text


class _Places(QSyntaxHighlighter):
    """Gives the places of a text a ground of their own."""

    def __init__(self, look: Look, document: QTextDocument) -> None:
        super().__init__(document)
        self._look = look
        look.changed.connect(self.rehighlight)

    def highlightBlock(self, text: str) -> None:
        form = QTextCharFormat()
        form.setBackground(self._look.color("bg3" if self._look.dark else "ln"))
        found = QRegularExpression("〔[^〕]*〕").globalMatch(text)
        while found.hasNext():
            match = found.next()
            self.setFormat(match.capturedStart(), match.capturedLength(), form)


class TextCard(QFrame):
    """The text for one relation, with how long it is when it is filled. ``edited`` emits (relation, text)."""

    edited = Signal(object)

    def __init__(self, look: Look, relation: str, title: str) -> None:
        super().__init__()
        self.relation = relation
        self._filling = False
        self.setProperty("bar", "foot")
        self.tag = Label(look, word(RELATION_WORDS, relation), "strong", "2")
        self.title = ElidedLabel(look, title, "name")
        self.count = Label(look, "", "caption", "3")
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(title)
        self.text.setTabChangesFocus(True)
        self.text.textChanged.connect(self._on_text)
        self._places = _Places(look, self.text.document())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 10)
        layout.setSpacing(6)
        layout.addLayout(row(self.tag, self.title, self.count))
        layout.addWidget(self.text, 1)

    def show_text(self, text: str, length: int, *, used: bool) -> None:
        """Show a text; what is being typed stays as it is when it says the same."""
        if written(self.text.toPlainText()) != text:
            self._filling = True
            self.text.setPlainText(shown(text))
            self._filling = False
        self.count.setText(f"{length} / {MESSAGE_LIMIT}")
        over = length > MESSAGE_LIMIT
        self.count.set_tone("amb" if over or (used and not text.strip()) else "3")

    def _on_text(self) -> None:
        if not self._filling:
            self.edited.emit((self.relation, written(self.text.toPlainText())))


class PlanTexts(Panel):
    """The cards side by side, and a button for each place that is put in where the mark is. ``edited``: (relation, text)."""

    edited = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(
            look,
            translate("PlanTexts", "Texts to read out"),
            translate("PlanTexts", "by relation; grey is filled in when blown, a drill adds its mark"),
            parent,
            head=38,
        )
        titles = {
            "direct": translate("PlanTexts", "Own force: come"),
            "dispatch": translate("PlanTexts", "Called in: report"),
            "request": translate("PlanTexts", "Asked: support"),
            "report": translate("PlanTexts", "Informed"),
        }
        self.cards = {code: TextCard(look, code, titles[code]) for code in RELATIONS}
        for name, words in place_words().items():
            button = Button(look, words, kind="ghost", small=True)
            button.setObjectName(name)
            button.clicked.connect(self._on_place)
            self.add_to_head(button)
        line = QHBoxLayout()
        line.setContentsMargins(10, 10, 10, 10)
        line.setSpacing(8)
        for card in self.cards.values():
            card.edited.connect(self.edited)
            line.addWidget(card, 1)
        self.body.addLayout(line)
        self._last: TextCard | None = None

    @property
    def typing(self) -> bool:
        """Whether somebody types in one of the cards."""
        return any(card.text.hasFocus() for card in self.cards.values())

    def set_usable(self, usable: bool) -> None:
        """Let them be written, or not."""
        for card in self.cards.values():
            card.text.setReadOnly(not usable)

    def show_texts(self, texts: Mapping[str, str], lengths: Mapping[str, int], used: set[str]) -> None:
        """Show the texts of a plan; ``used`` are the relations its units have."""
        for code, card in self.cards.items():
            card.show_text(texts.get(code, ""), lengths.get(code, 0), used=code in used)

    def _on_place(self) -> None:
        """A place goes where the mark was last."""
        sender = self.sender()
        card = next((card for card in self.cards.values() if card.text.hasFocus()), self._last) or self.cards["direct"]
        if sender is not None and not card.text.isReadOnly():
            card.text.insertPlainText(f"〔{place_words()[sender.objectName()]}〕")
            card.text.setFocus()
            self._last = card
