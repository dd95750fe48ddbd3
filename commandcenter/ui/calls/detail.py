"""The record of one call at the right of the list: who, when, what was said, what is owed, what was corrected."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from commandcenter.desk.desk import Desk
from commandcenter.domain.call import CALL_BACK, READ_BACK, Call
from commandcenter.domain.masking import mask_known, mask_phone, mask_who
from commandcenter.journal.reading.calls import CallLine
from commandcenter.ui import when
from commandcenter.ui.call_words import SHEET, call_word, direction_word
from commandcenter.ui.calls.rows import who_words
from commandcenter.ui.parts.basic import Empty, Label, Panel
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.factgrid import FactGrid
from commandcenter.ui.parts.flow import Flow
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate

ACTS = (
    ("read_back", "R"),
    ("called_back", "B"),
    ("case", "C"),
    ("link", "L"),
    ("reveal", "U"),
    ("correct", "E"),
    ("print", "Ctrl P"),
)


class CallDetail(Panel):
    """The panel. ``acted`` emits the name of an act."""

    acted = Signal(str)

    def __init__(self, look: Look, desk: Desk) -> None:
        super().__init__(look, translate("CallDetail", "Call record"), "")
        self._desk = desk
        self.call = Call()
        self.line: CallLine | None = None
        self.open_until = 0
        names = [
            translate("CallDetail", "When"),
            translate("CallDetail", "With whom"),
            translate("CallDetail", "Number"),
            translate("CallDetail", "What was said"),
            translate("CallDetail", "Answered"),
            translate("CallDetail", "Taken by"),
            translate("CallDetail", "Read back"),
            translate("CallDetail", "Call back"),
            translate("CallDetail", "About"),
        ]
        self.facts = FactGrid(look, names)
        inner = QWidget()
        self._inner = QVBoxLayout(inner)
        self._inner.setContentsMargins(0, 0, 0, 0)
        self._inner.setSpacing(0)
        self._inner.addWidget(self.facts)
        self.history = Label(look, "", "caption", "2")
        self.history.setWordWrap(True)
        self.history.setContentsMargins(16, 4, 16, 8)
        self._inner.addWidget(self.history)
        self._inner.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(inner)
        self._nothing = Empty(
            look,
            "phone",
            translate("CallDetail", "No call is chosen"),
            translate("CallDetail", "Choose one in the list; F3 takes one down."),
        )
        self._pages = QStackedWidget()
        self._pages.addWidget(scroll)
        self._pages.addWidget(self._nothing)
        self.body.addWidget(self._pages, 1)
        words = {
            "read_back": translate("CallDetail", "Read back"),
            "called_back": translate("CallDetail", "Called back"),
            "case": translate("CallDetail", "Make a case"),
            "link": translate("CallDetail", "Link"),
            "reveal": translate("CallDetail", "Show names"),
            "correct": translate("CallDetail", "Correct"),
            "print": translate("CallDetail", "Print F02"),
        }
        self.buttons: dict[str, Button] = {}
        for name, key in ACTS:
            button = Button(look, words[name], key=key, small=True)
            button.setObjectName(name)
            button.clicked.connect(self._on_clicked)
            self.buttons[name] = button
        self._foot = QFrame()
        self._foot.setProperty("bar", "foot")
        flow = Flow(8, (12, 8, 12, 8))
        for button in self.buttons.values():
            flow.addWidget(button)
        self._foot.setLayout(flow)
        self.body.addWidget(self._foot)

    def _on_clicked(self) -> None:
        self.acted.emit(self.sender().objectName())

    @property
    def masked(self) -> bool:
        """Whether names and numbers are hidden."""
        return self._desk.clock.now() >= self.open_until

    def show_names(self, until: int) -> None:
        """Show names and numbers until then (epoch milliseconds)."""
        self.open_until = until
        if self.line is not None:
            self.show_call(self.line, self.call)

    def show_call(self, line: CallLine, call: Call) -> None:
        """Show a call; one of a call sheet has no record of its own."""
        if self.line is None or self.line.key != line.key:
            self.open_until = 0
        self.line, self.call = line, call
        self._pages.setCurrentIndex(0)
        self._foot.setVisible(call.known)  # a call sheet or a warning is worked on where it stands: Enter leads there
        now = self._desk.clock.now()
        reference = self._desk.reference
        taker = reference.directory.people.get(line.taker)
        hidden = self.masked or not call.known
        who, phone, said, answer = (
            (
                mask_who(call.who),
                mask_phone(call.phone),
                mask_known(call.said, call.who),
                mask_known(call.answer, call.who),
            )
            if hidden
            else (call.who, call.phone, call.said, call.answer)
        )
        told = who_words(line, reference)
        if not hidden and call.who:
            told = told.replace(line.who, who)
        number = f"{line.number} · " if line.number else ""
        self.caption.setText(f"{number}{direction_word(line.direction)}")
        none = translate("CallDetail", "none")
        if not call.known:
            said, phone = " · ".join(part for part in (call_word(SHEET, line.sheet), line.said) if part), line.phone
        values = [
            when.moment_word(line.at, now),
            told,
            phone or when.UNKNOWN,
            said or none,
            answer or none,
            taker.name if taker is not None else when.UNKNOWN,
            self._read_words(line, call, now),
            self._back_words(call, now),
            self._about_words(line),
        ]
        for place, value in enumerate(values):
            warn = (place == 6 and READ_BACK in call.waits) or (place == 7 and CALL_BACK in call.waits)
            self.facts.tell(place, value, warn=warn)
        self.history.setText(self._history(call, now))
        self._show_buttons(line, call)

    def show_nothing(self) -> None:
        """No call is chosen."""
        self.line, self.call = None, Call()
        self._pages.setCurrentIndex(1)
        self._foot.setVisible(False)
        self.caption.setText("")
        for button in self.buttons.values():
            button.setEnabled(False)

    def _show_buttons(self, line: CallLine, call: Call) -> None:
        live = call.known and call.struck_at is None
        ready = {
            "read_back": live and READ_BACK in call.waits,
            "called_back": live,
            "case": bool(line.case) or live,
            "link": live,
            "reveal": call.known and self.masked,
            "correct": live,
            "print": call.known,
        }
        for name, button in self.buttons.items():
            button.setEnabled(ready[name])
        words = translate("CallDetail", "Open the case") if line.case else translate("CallDetail", "Make a case")
        self.buttons["case"].set_text(words)

    def _read_words(self, line: CallLine, call: Call, now: int) -> str:
        if line.warning or line.sheet.startswith("proved"):
            return translate("CallDetail", "none needed")
        if not call.known:
            return (
                translate("CallDetail", "read back") if line.read_back else translate("CallDetail", "on the call sheet")
            )
        if call.read_back_at is not None:
            return translate("CallDetail", "read back {at}").format(at=when.moment(call.read_back_at, now))
        if call.unread_at is not None:
            return translate("CallDetail", "not read back: {words}").format(words=call.unread or when.UNKNOWN)
        if READ_BACK in call.waits:
            return translate("CallDetail", "not read back yet")
        return translate("CallDetail", "none needed")

    def _back_words(self, call: Call, now: int) -> str:
        if not call.wants_back:
            return translate("CallDetail", "none asked for")
        if call.back_at is not None:
            return translate("CallDetail", "called back {at}").format(at=when.moment(call.back_at, now))
        if call.back_by is not None:
            return translate("CallDetail", "promised by {at}").format(at=when.moment(call.back_by, now))
        return translate("CallDetail", "to be called back")

    def _about_words(self, line: CallLine) -> str:
        parts = []
        if line.whistle:
            whistle = self._desk.read.incidents.whistle(line.whistle)
            parts.append(f"{whistle.number} {whistle.title}".strip())
        if line.case:
            case, _ = self._desk.read.cases.case(line.case)
            parts.append(f"{case.number} {mask_known(case.title, case.reporter)}".strip())
        if line.warning:
            parts.append(self._warning_words(line.warning))
        return "；".join(parts) or translate("CallDetail", "no case, no whistle")

    def _warning_words(self, key: str) -> str:
        from commandcenter.domain.warning import Warning as Told

        told = self._desk.read.matters.one(Told, f"warning/{key}")
        return " ".join(part for part in (told.number, told.title) if part)

    def _history(self, call: Call, now: int) -> str:
        people = self._desk.reference.directory.people
        lines = []
        for one in call.corrections:
            person = people.get(one.actor)
            name = person.name if person is not None else when.UNKNOWN
            words = translate("CallDetail", "{at} corrected by {name} {reason}")
            lines.append(words.format(at=when.moment(one.at, now), name=name, reason=one.reason).strip())
        if call.struck_at is not None:
            words = translate("CallDetail", "{at} crossed out: {words}")
            lines.append(words.format(at=when.moment(call.struck_at, now), words=call.struck_words))
        if call.answers:
            first = self._desk.read.calls.one(call.answers)
            lines.append(translate("CallDetail", "calls back to {number}").format(number=first.number))
        return "\n".join(lines)
