"""A false alarm: everybody who was called is told, one by one, with the text to read out. Nobody is ticked in a heap.

The list shows who was told already and who not yet; each line is an entry of its own. The incident cannot be closed before.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QLineEdit, QScrollArea, QWidget

from commandcenter.desk.reference import Reference
from commandcenter.domain.clock import local
from commandcenter.domain.drill import marked
from commandcenter.domain.event import DRILL
from commandcenter.domain.report_in import ReportIn
from commandcenter.domain.report_in_acts import Conclude, RecordMilestone
from commandcenter.domain.whistle import Whistle
from commandcenter.ui import when
from commandcenter.ui.parts.basic import Label, clear, row
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.forms import DRAFT_MS
from commandcenter.ui.parts.overlay import Sheet
from commandcenter.ui.theme.look import Look
from commandcenter.ui.words import OVERLAYS, STEPS, word

translate = QCoreApplication.translate


def false_alarm_text(whistle: Whistle, reference: Reference) -> str:
    """What is read out to a department: it was nothing, turn back. Data that is read out: Chinese in every language."""
    time = local(whistle.blown_at).strftime("%H:%M")
    place = whistle.place_words or "刚才通知的地点"
    phone = str(reference.office.get("phone", "")) or "街道指挥中心"
    text = f"【误报解除】{time}通知的{place}{whistle.title}，经核实为误报，请不必到场；已出发的请返回。联系：{phone}。请回复“收到，返回”。"
    return marked(text) if whistle.mode == DRILL else text


def called(states: Sequence[ReportIn]) -> list[ReportIn]:
    """Who was called and has to be told; who was struck off before any call was told nothing."""
    return [state for state in states if state.entries or any(one.result == "reached" for one in state.tries)]


@dataclass(frozen=True, slots=True)
class Told:
    """How the list names a department, and the number to ring for it."""

    name: Callable[[str], str]
    number: Callable[[ReportIn], str]


class FalseAlarmSheet(Sheet):
    """One line a department. Enter in its field records who was told; P gives its number. ``phoned`` emits the ordinal.

    Once everybody was told, ``end_wanted`` asks for the sheet that closes the incident.
    """

    sent = Signal(object)
    phoned = Signal(int)
    end_wanted = Signal()

    def __init__(self, look: Look, host: QWidget, whistle: Whistle, text: str, told: Told) -> None:
        super().__init__(look, host, translate("FalseAlarm", "False alarm: tell everybody who was called"), width=900)
        self._whistle, self._name, self._number = whistle, told.name, told.number
        self.fields: dict[str, QLineEdit] = {}
        self._states: dict[str, ReportIn] = {}
        self._shown: tuple[tuple[str, str], ...] = ()
        self._typed: dict[str, str] = {}
        self._keep: Callable[[str], None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DRAFT_MS)
        self._timer.timeout.connect(self._save)
        self.text = QLabel(text)
        self.text.setWordWrap(True)
        self.text.setFont(look.font("tile"))
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text.setAccessibleName(translate("FalseAlarm", "Text to read out"))
        self._copy = Button(look, translate("FalseAlarm", "Copy the text"), icon="copy", small=True)
        self._copy.clicked.connect(self._on_copy)
        self.body.addLayout(row(self.text, self._copy, gap=12))
        inner = QWidget()
        self.grid = QGridLayout(inner)
        self.grid.setContentsMargins(0, 0, 12, 0)
        self.grid.setHorizontalSpacing(14)
        self.grid.setVerticalSpacing(6)
        for column, stretch in ((1, 3), (2, 3), (3, 4)):
            self.grid.setColumnStretch(column, stretch)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(inner)
        scroll.setMinimumHeight(look.px(250))
        self.body.addWidget(scroll, 1)
        self.later_button = Button(look, translate("FalseAlarm", "Later"), key="Esc", kind="ghost")
        self.later_button.clicked.connect(self.dismiss)
        self.add_button(self.later_button)
        self.end_button = Button(look, translate("FalseAlarm", "Close the incident"), key="Ctrl Enter", kind="primary")
        self.end_button.clicked.connect(self._on_end)
        self.end_button.hide()
        self.add_button(self.end_button)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._on_end)
        self.closed.connect(self._on_closed)

    def keep_draft(self, keep: Callable[[str], None], standing: str) -> None:
        """Hand what is typed and not yet recorded to ``keep``; ``standing`` is what was typed before. Call it first."""
        self._typed = json.loads(standing) if standing else {}
        self._keep = keep

    def _on_typed(self, _text: str) -> None:
        self._timer.start()

    def _save(self) -> None:
        self._timer.stop()
        if self._keep is not None:
            told = {unit: field.text() for unit, field in self.fields.items() if field.isModified() and field.text()}
            self._keep(json.dumps(told, ensure_ascii=False) if told else "")

    def _on_closed(self) -> None:
        self._save()
        self.deleteLater()

    def wanted_size(self) -> tuple[int, int]:
        return self.look.px(900), self.host.height() - 110

    def show_states(self, states: Sequence[ReportIn]) -> None:
        """Show who was told and who not yet; what is being typed stays. Rows change only when a department did."""
        key = tuple((state.unit, _standing(state)) for state in states)
        told = sum(state.closed for state in states)
        self.caption.setText(translate("FalseAlarm", "told {n} of {all}").format(n=told, all=len(states)))
        everybody = told == len(states)
        self.end_button.setVisible(everybody)
        later = translate("FalseAlarm", "Close") if everybody else translate("FalseAlarm", "Later")
        self.later_button.set_text(later)
        if key == self._shown:
            return
        typed = {unit: field.text() for unit, field in self.fields.items() if field.isModified()}
        typed, self._typed = {**self._typed, **typed}, {}
        typed = {
            unit: text
            for unit, text in typed.items()
            if unit not in self._states or _standing(self._states[unit]) == dict(key).get(unit)
        }
        here = next((unit for unit, field in self.fields.items() if field.hasFocus()), "")
        self._shown, self._states = key, {state.unit: state for state in states}
        self.fields = {}
        clear(self.grid)
        for line, state in enumerate(sorted(states, key=lambda one: (one.closed, one.ordinal))):
            self._add(line, state, typed.get(state.unit, ""))
        self.grid.setRowStretch(len(states), 1)
        if self.isVisible():
            self._timer.start()  # what was recorded is no draft any more
        if here and self.isVisible():
            self._go_on(here)

    def _add(self, line: int, state: ReportIn, typed: str) -> None:
        number = Label(self.look, str(state.ordinal), "strong", "2")
        number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.grid.addWidget(number, line, 0)
        name = self._name(state.unit)
        self.grid.addWidget(Label(self.look, name, "name"), line, 1)
        if state.closed and state.outcome is not None:
            who = f" · {state.outcome.told_by}" if state.outcome.told_by else ""
            done = f"{word(OVERLAYS, _standing(state))} {when.clock(state.outcome.at)}{who}"
            self.grid.addWidget(Label(self.look, done, "body", "ok"), line, 2, 1, 2)
            return
        released = state.milestone("release_approved")
        number_told = self._number(state)
        asked = translate("FalseAlarm", "not told yet")
        asked = f"{asked} · {number_told}" if number_told else asked
        if state.on_scene:
            asked = translate("FalseAlarm", "on the scene: how many leave?")
        elif released is not None:
            asked = f"{word(STEPS, 'release_approved')} {when.clock(released.at)}"
        self.grid.addWidget(Label(self.look, asked, "body", "amb"), line, 2)
        field = QLineEdit(typed)
        if state.on_scene:
            field.setText(typed or ("" if state.people is None else str(state.people)))
            field.setPlaceholderText(translate("FalseAlarm", "people, then Enter"))
        elif released is not None:
            field.setPlaceholderText(translate("FalseAlarm", "Enter: is back at base"))
        else:
            field.setPlaceholderText(translate("FalseAlarm", "who was told, then Enter"))
        field.setAccessibleName(f"{name}: {asked}")
        field.setObjectName(state.unit)
        field.setModified(bool(typed))
        field.textEdited.connect(self._on_typed)
        field.returnPressed.connect(self._on_entered)
        self.fields[state.unit] = field
        self.grid.addWidget(field, line, 3)

    def _on_entered(self) -> None:
        sender = self.sender()
        if sender is None or sender.objectName() not in self._states:
            return
        state, words = self._states[sender.objectName()], self.fields[sender.objectName()].text().strip()
        common: dict[str, Any] = {"whistle": self._whistle.id, "unit": state.unit, "channel": "phone"}
        if state.milestone("release_approved") is not None:
            self.sent.emit(RecordMilestone(milestone="back", told_by=words, **common))
        elif state.on_scene:
            count, _, why = words.partition(" ")
            if not count.isdigit():
                self.say(
                    translate("FalseAlarm", "Write how many people leave; behind it why, where the count differs.")
                )
                return
            leaving: dict[str, Any] = {"people": int(count), "reason": "false_alarm", "words": why.strip()}
            self.sent.emit(RecordMilestone(milestone="release_approved", **leaving, **common))
        elif not words:
            self.say(translate("FalseAlarm", "Write who was told; the line is an entry of its own."))
            return
        else:
            self.sent.emit(Conclude(outcome="cancelled", reason="false_alarm", told_by=words, **common))
        self.say("")

    def _go_on(self, unit: str) -> None:
        """The keyboard goes to the next one that is not told; to the button when all are."""
        field = self.fields.get(unit) or next(iter(self.fields.values()), None)
        if field is not None:
            field.show()  # it is new in the layout, which would show it a moment too late for the keyboard
        (field or self.end_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def open_sheet(self) -> None:
        """Show it with the keyboard at the first who is not told."""
        self.present(next(iter(self.fields.values()), self.end_button))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.key() == Qt.Key.Key_P:
            here = next((unit for unit, field in self.fields.items() if field.hasFocus()), "")
            if here:
                self.phoned.emit(self._states[here].ordinal)
            return
        super().keyPressEvent(event)

    def _on_end(self) -> None:
        """Everybody was told: on to the end. Before that the keyboard goes to the first who was not."""
        field = next(iter(self.fields.values()), None)
        if field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.dismiss()
        self.end_wanted.emit()

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.text())


def _standing(state: ReportIn) -> str:
    if state.outcome is not None:
        return state.outcome.name
    return "released" if state.milestone("release_approved") is not None else "here" if state.on_scene else "open"
