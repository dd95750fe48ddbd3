"""Standing down and closing: the proof for every department, asked for where it is missing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QGridLayout, QLineEdit, QPlainTextEdit, QScrollArea, QWidget

from commandcenter.domain.command import Batch, Command
from commandcenter.domain.event import REAL
from commandcenter.domain.next_step import left_open
from commandcenter.domain.order import Order
from commandcenter.domain.report_in import ReportIn, ending, lacking_proof
from commandcenter.domain.report_in_acts import Conclude, RecordMilestone
from commandcenter.domain.whistle import Whistle
from commandcenter.domain.whistle_acts import CloseWhistle, Settlement, StandDown
from commandcenter.journal.reading.incidents import Incident
from commandcenter.ui import when
from commandcenter.ui.parts.basic import Label, row
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.keptwords import KeptWords
from commandcenter.ui.parts.overlay import Sheet
from commandcenter.ui.theme.look import Look
from commandcenter.ui.wording import refusal
from commandcenter.ui.words import OVERLAYS, REASONS, STEPS, word

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Gap:
    """Something the sheet still needs: the code of its refusal, where it is entered, the department it is about."""

    code: str
    field: QWidget
    unit: str = ""
    facts: Mapping[str, Any] = dataclass_field(default_factory=dict)


def gap_words(gaps: Sequence[Gap], names: Mapping[str, str]) -> str:
    """A sentence for each kind of thing that is missing, with the departments it is missing of."""
    told = []
    for code in dict.fromkeys(gap.code for gap in gaps):
        same = [gap for gap in gaps if gap.code == code]
        if code == "words_needed":
            told.append(translate("Ending", "The order is not written yet: why the danger is over."))
            continue
        if code == "reporter_needed":
            told.append(translate("Ending", "Nobody reported these figures yet: write who did, one name is enough."))
            continue
        facts = {**same[0].facts, "units": [names.get(gap.unit, gap.unit) for gap in same if gap.unit]}
        told.append(refusal(code, facts))
    return " ".join(told)


class _Ending(Sheet):
    """What both sheets share: a scrolled list of departments, words, a button to send."""

    sent = Signal(object)

    def __init__(self, look: Look, host: QWidget, title: str, send: str) -> None:
        super().__init__(look, host, title, width=980)
        self.proofs: dict[str, Label] = {}
        self._inner = QWidget()
        self.grid = QGridLayout(self._inner)
        self.grid.setContentsMargins(0, 0, 12, 0)
        self.grid.setHorizontalSpacing(14)
        self.grid.setVerticalSpacing(6)
        self.grid.setColumnStretch(1, 3)
        self.grid.setColumnStretch(2, 3)
        self.grid.setColumnStretch(3, 4)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._inner)
        room = host.height() - look.px(480)  # what stands below the list keeps its height in a low window
        self._scroll.setMinimumHeight(min(look.px(250), max(look.px(90), room)))
        self.body.addWidget(self._scroll, 1)
        self._cancel = Button(look, translate("Ending", "Not now"), key="Esc", kind="ghost")
        self._send = Button(look, send, key="Ctrl Enter", kind="primary")
        self._cancel.clicked.connect(self.dismiss)
        self._send.clicked.connect(self.send)
        self.add_button(self._cancel)
        self.add_button(self._send)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.send)
        self._kept: KeptWords | None = None
        self.closed.connect(self._on_closed)

    def send(self) -> None:
        """Emit the command for what is entered."""
        raise NotImplementedError

    def fields(self) -> dict[str, QWidget]:
        """Everything that can be typed, chosen or ticked, by a name that stays the same."""
        raise NotImplementedError

    def keep_draft(self, key: str, save: Callable[[str, str], None], standing: str) -> None:
        """Keep what is entered under ``key`` until it went through; ``standing`` is what was entered before."""
        self._kept = KeptWords(self, self.fields(), key, save, standing)

    def finish(self) -> None:
        """It went through: forget the draft and close."""
        if self._kept is not None:
            self._kept.forget()
        self.dismiss()

    def _on_closed(self) -> None:
        if self._kept is not None:
            self._kept.keep()
        self.deleteLater()

    def wanted_size(self) -> tuple[int, int]:
        return self.look.px(980), self.host.height() - 110

    def _line(self, line: int, state: ReportIn, name: str, proof: str, tone: str) -> None:
        number = Label(self.look, str(state.ordinal), "strong", "2")
        number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.grid.addWidget(number, line, 0)
        self.grid.addWidget(Label(self.look, name, "name"), line, 1)
        shown = Label(self.look, proof, "body", tone)
        shown.setWordWrap(True)
        self.proofs[state.unit] = shown
        self.grid.addWidget(shown, line, 2)


class _Proofs(_Ending):
    """Fields of proof a department: how many leave the scene, who was told."""

    def __init__(self, look: Look, host: QWidget, title: str, send: str) -> None:
        super().__init__(look, host, title, send)
        self.counts: dict[str, QLineEdit] = {}
        self.told: dict[str, QLineEdit] = {}
        self.ends: dict[str, QComboBox] = {}
        self._remarks: dict[str, QLineEdit] = {}
        self._names: dict[str, str] = {}
        self.reporter = QLineEdit()
        self.all_button = Button(look, "", key="Ctrl B", small=True)
        self.all_button.clicked.connect(self._on_all)
        QShortcut(QKeySequence("Ctrl+B"), self).activated.connect(self._on_all)

    def _ask_once(self, words: str, hint: str) -> None:
        """A line for everything one person reported: Ctrl+B takes it up, and who it was is asked once."""
        self.all_button.set_text(words)
        self.reporter.setPlaceholderText(hint)
        self.reporter.setAccessibleName(hint)
        self.body.addLayout(row(self.all_button, self.reporter))

    def _on_all(self) -> None:
        """Ctrl+B: one person reported for all; who?"""
        self.mark(self.gaps())
        self.reporter.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_return(self) -> None:
        """Enter: on to what is still missing, from the top; with nothing missing to the button."""
        gaps = self.gaps()
        self.mark(gaps)
        if gaps:
            self._go_to(gaps[0])
        else:
            self._send.setFocus(Qt.FocusReason.OtherFocusReason)

    def fields(self) -> dict[str, QWidget]:
        kinds: dict[str, Mapping[str, QWidget]] = {
            "end": self.ends,  # first: what it shows decides which fields are asked for
            "count": self.counts,
            "told": self.told,
            "remark": self._remarks,
        }
        found = {f"{kind}.{unit}": field for kind, fields in kinds.items() for unit, field in fields.items()}
        return {**found, "reporter": self.reporter}

    def gaps(self) -> list[Gap]:
        """What is still missing, from the top to the bottom."""
        raise NotImplementedError

    def mark(self, gaps: Sequence[Gap]) -> None:
        """Frame what is missing, and take the frame off what is not."""
        missing = {gap.field for gap in gaps}
        for field in self.fields().values():
            wrong = "true" if field in missing else "false"
            if str(field.property("wrong") or "false") != wrong:
                field.setProperty("wrong", wrong)
                field.style().unpolish(field)
                field.style().polish(field)

    def take_refusal(self, code: str, facts: Mapping[str, Any]) -> str:
        """Frame everything that is missing, go to the first, and give the sentence for all of it."""
        gaps = self.gaps()
        self.mark(gaps)
        for gap in gaps:
            if gap.unit in self.proofs:
                self.proofs[gap.unit].set_tone("amb")
        if gaps:
            self._go_to(gaps[0])
        said = gap_words(gaps, self._names)
        if code in {gap.code for gap in gaps}:
            return said
        return f"{refusal(code, facts, self._name_of)} {said}".strip()

    def _name_of(self, unit: str) -> str:
        return self._names.get(unit, unit)

    def _go_to(self, gap: Gap) -> None:
        self._scroll.ensureWidgetVisible(gap.field)
        gap.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_sheet(self) -> None:
        """Show it with the keyboard where the first thing is missing, and a frame around all that is."""
        self.present(self._send)
        gaps = self.gaps()
        self.mark(gaps)
        if gaps:
            self._go_to(gaps[0])
        for field in self.fields().values():
            if isinstance(field, QLineEdit | QPlainTextEdit):
                field.textChanged.connect(self._on_typed)
                if isinstance(field, QLineEdit):
                    field.returnPressed.connect(self._on_return)
            elif isinstance(field, QComboBox):
                field.currentIndexChanged.connect(self._on_typed)
            elif isinstance(field, QCheckBox):
                field.toggled.connect(self._on_typed)

    def _on_typed(self, _value: object = None) -> None:
        self.mark(self.gaps())

    def _add_ended(self, line: int, state: ReportIn, name: str) -> None:
        """A department that needs no proof any more; what it never did is no good news and stays grey."""
        proof = word(OVERLAYS, ending(state)) if state.closed else word(STEPS, "release_approved")
        if state.outcome is not None and state.outcome.reason:
            proof += f" · {word(REASONS, state.outcome.reason)}"
        good = not state.closed or ending(state) in ("back", "informed")
        self._line(line, state, name, proof, "ok" if good else "2")

    def _add_count(self, line: int, state: ReportIn, name: str) -> list[QWidget]:
        """How many of a department on the scene leave."""
        asked = translate("Ending", "on the scene: how many leave?")
        self._line(line, state, name, asked, "amb" if state.people is None else "2")
        count = QLineEdit("" if state.people is None else str(state.people))
        count.setAccessibleName(translate("Ending", "{unit}: how many leave").format(unit=name))
        count.setPlaceholderText(translate("Ending", "people"))
        count.setFixedWidth(self.look.px(90))
        remark = QLineEdit()
        remark.setPlaceholderText(translate("Ending", "why the count differs"))
        remark.setAccessibleName(translate("Ending", "{unit}: remark").format(unit=name))
        self.counts[state.unit], self._remarks[state.unit] = count, remark
        return [count, remark]

    def _add_told(self, line: int, state: ReportIn, name: str) -> list[QWidget]:
        """Who of a department that is not here was told."""
        turned = translate("Ending", "not here: who was told to turn back?")
        informed = translate("Ending", "only informed: who was told that it is over?")
        self._line(line, state, name, informed if state.relation == "report" else turned, "amb")
        told = QLineEdit()
        told.setPlaceholderText(translate("Ending", "name"))
        told.setAccessibleName(translate("Ending", "{unit}: who was told").format(unit=name))
        self.told[state.unit] = told
        return [told]

    def _end_choice(self, unit: str, name: str, choices: Sequence[tuple[str, str]]) -> QComboBox:
        """How the report-in of a department ends: as it should, or the honest outcome."""
        box = QComboBox()
        for code, words in choices:
            box.addItem(words, code)
        box.setAccessibleName(translate("Ending", "{unit}: how it ends").format(unit=name))
        box.setObjectName(unit)
        self.ends[unit] = box
        return box

    def _put(self, line: int, widgets: Sequence[QWidget]) -> None:
        box = QWidget()
        box.setLayout(row(*widgets))
        self.grid.addWidget(box, line, 3)

    def _releases(self) -> dict[str, int]:
        texts = {unit: field.text().strip() for unit, field in self.counts.items()}
        return {unit: int(text) for unit, text in texts.items() if text.isdigit()}

    @staticmethod
    def _written(fields: Mapping[str, QLineEdit]) -> dict[str, str]:
        return {unit: text for unit, field in fields.items() if (text := field.text().strip())}


def _open_points(found: Sequence[tuple[str, int]]) -> str:
    words = {
        "trapped": translate("Ending", "on record as trapped: {n} – where are they now?"),
        "orders": translate("Ending", "orders without a result: {n}"),
        "district": translate("Ending", "the district was not told"),
    }
    parts = [words[code].format(n=count) for code, count in found]
    return translate("Ending", "Look first: {points}").format(points="；".join(parts)) if parts else ""


class StandDownSheet(_Proofs):
    """Stand-down: a head count for every department on the scene, a name for every one that is turned back."""

    def __init__(
        self, look: Look, host: QWidget, incident: Incident, states: Sequence[ReportIn], names: dict[str, str]
    ) -> None:
        super().__init__(look, host, translate("Ending", "Stand-down"), translate("Ending", "Stand down"))
        self.caption.setText(translate("Ending", "positive proof for every department"))
        self._whistle = whistle = incident.whistle
        self._names = dict(names)
        self._lacks = {state.unit: lack for state in states if (lack := lacking_proof(state))}
        self.open_points = Label(look, _open_points(left_open(whistle, incident.orders)), "strong", "amb")
        self.open_points.setWordWrap(True)
        self.open_points.setVisible(bool(self.open_points.text()))
        self.body.insertWidget(0, self.open_points)
        for line, state in enumerate(states):
            self._add(line, state, names.get(state.unit, state.unit))
        self.grid.setRowStretch(len(states), 1)
        self.words = QPlainTextEdit()
        self.words.setPlaceholderText(translate("Ending", "Order: why the danger is over"))
        self.words.setAccessibleName(translate("Ending", "Order of the stand-down"))
        self.words.setFixedHeight(look.px(56))
        self.words.setTabChangesFocus(True)
        self.risk = QLineEdit()
        self.risk.setPlaceholderText(translate("Ending", "What remains, who watches it"))
        self.risk.setAccessibleName(translate("Ending", "Residual risk"))
        self.despite = QLineEdit()
        self.despite.setPlaceholderText(
            translate("Ending", "Somebody is on record as trapped: why it is over all the same")
        )
        self.despite.setAccessibleName(translate("Ending", "Over in spite of people on record as trapped"))
        trapped = whistle.facts.get("trapped")
        self._proposed = {unit: field.text() for unit, field in self.counts.items() if field.text()}
        self._ask_once(
            translate("Ending", "One person for all"),
            translate("Ending", "who reported the counts, and through whom the rows without a name were told"),
        )
        for widget in (self.all_button, self.reporter):
            widget.setVisible(bool(self.counts or self.told))
        self.body.addWidget(self.words)
        self.body.addWidget(self.risk)
        self.body.addWidget(self.despite)
        self.despite.setVisible(bool(trapped is not None and trapped.value))

    def _add(self, line: int, state: ReportIn, name: str) -> None:
        lack = lacking_proof(state)
        if not lack:
            self._add_ended(line, state, name)
            return
        if lack == "count":
            fields = self._add_count(line, state, name)
            heads = self._heads(state)
            self.proofs[state.unit].setText(
                " · ".join(part for part in (self.proofs[state.unit].text(), heads) if part)
            )
            released = ("", word(STEPS, "release_approved"))
            choices = [released, ("left_early", word(OVERLAYS, "left_early"))]
        else:
            fields = [*self._add_told(line, state, name), self._add_remark(state, name)]
            if lack == "contact":
                self.proofs[state.unit].setText(
                    translate("Ending", "contact lost: who cleared it up, what became of them?")
                )
                choices = [("cleared", word(OVERLAYS, "cleared"))]
            else:
                ends = "informed" if state.relation == "report" else "cancelled"
                choices = [("", word(OVERLAYS, ends)), ("never_came", word(OVERLAYS, "never_came"))]
        box = self._end_choice(state.unit, name, choices)
        box.currentIndexChanged.connect(self._on_end_changed)
        self._put(line, [box, *fields])
        self._show_end(state.unit)

    @staticmethod
    def _heads(state: ReportIn) -> str:
        """Asked for and here, where the two differ."""
        if not state.short_by:
            return ""
        words = translate("Ending", "asked for {asked}, {n} fewer came")
        return words.format(asked=state.asked_people, n=state.short_by)

    def _add_remark(self, state: ReportIn, name: str) -> QLineEdit:
        remark = QLineEdit()
        remark.setPlaceholderText(translate("Ending", "why"))
        remark.setAccessibleName(translate("Ending", "{unit}: remark").format(unit=name))
        self._remarks[state.unit] = remark
        return remark

    def _on_end_changed(self, _place: int) -> None:
        sender = self.sender()
        if sender is not None:
            self._show_end(sender.objectName())

    def _show_end(self, unit: str) -> None:
        """The honest outcome wants a reason instead of a count."""
        honest = bool(self.ends[unit].currentData())
        remark = self._remarks[unit]
        if unit in self.counts:
            self.counts[unit].setVisible(not honest)
            ask = translate("Ending", "why") if honest else translate("Ending", "why the count differs")
            remark.setPlaceholderText(ask)
        else:
            remark.setVisible(honest)
            who = translate("Ending", "who says so") if honest else translate("Ending", "name")
            self.told[unit].setPlaceholderText(who)

    def fields(self) -> dict[str, QWidget]:
        return {**super().fields(), "words": self.words, "risk": self.risk, "despite": self.despite}

    def gaps(self) -> list[Gap]:
        settled = {one.unit for one in self._settled()}
        found = []
        for unit, lack in self._lacks.items():
            honest = bool(self.ends[unit].currentData())
            count, told, remark = self.counts.get(unit), self.told.get(unit), self._remarks[unit]
            if honest and unit not in settled:
                found.append(Gap("contact_lost" if lack == "contact" else "proof_missing", remark, unit))
            elif not honest and count is not None and not count.text().strip().isdigit():
                found.append(Gap("proof_missing", count, unit))
            elif not honest and told is not None and not self._told_by(unit):
                found.append(Gap("proof_missing", told, unit))
        if self._unreported():
            found.append(Gap("reporter_needed", self.reporter))
        if not self.words.toPlainText().strip():
            found.append(Gap("words_needed", self.words))
        trapped = self._whistle.facts.get("trapped")
        if trapped is not None and trapped.value and not self.despite.text().strip():
            found.append(Gap("people_trapped", self.despite, facts={"count": trapped.value}))
        return found

    def take_refusal(self, code: str, facts: Mapping[str, Any]) -> str:
        if code == "people_trapped":
            self.despite.setVisible(True)
        return super().take_refusal(code, facts)

    def _told_by(self, unit: str) -> str:
        """Who of a department was told: the name in its row, else the one that stands for all rows."""
        return self.told[unit].text().strip() or self.reporter.text().strip()

    def _unreported(self) -> bool:
        """Whether a count would go out as it was proposed from the arrival, and nobody said that so many leave."""
        standing = any(
            self.counts[unit].text() == count and not self.ends[unit].currentData()
            for unit, count in self._proposed.items()
        )
        return standing and not self.reporter.text().strip()

    def _settled(self) -> tuple[Settlement, ...]:
        """The departments with an honest outcome and a reason for it."""
        found = []
        for unit, box in self.ends.items():
            outcome, words = str(box.currentData() or ""), self._remarks[unit].text().strip()
            if outcome and words:
                told_by = self.told[unit].text().strip() if unit in self.told else ""
                found.append(Settlement(unit=unit, outcome=outcome, words=words, told_by=told_by))
        return tuple(found)

    def send(self) -> None:
        honest = {unit for unit, box in self.ends.items() if box.currentData()}
        releases = {unit: count for unit, count in self._releases().items() if unit not in honest}
        cancels = {unit: name for unit in self.told if unit not in honest and (name := self._told_by(unit))}
        remarks = {unit: words for unit, words in self._written(self._remarks).items() if unit in releases}
        if self._unreported():
            self.say(self.take_refusal("reporter_needed", {}))
            return
        self.sent.emit(
            StandDown(
                whistle=self._whistle.id,
                words=self.words.toPlainText().strip(),
                residual_risk=self.risk.text().strip(),
                releases=releases,
                told_by=self.reporter.text().strip(),
                cancels=cancels,
                remarks=remarks,
                settled=self._settled(),
                despite=self.despite.text().strip(),
            )
        )


class CloseSheet(_Proofs):
    """Close the incident: which departments are back, the final report, then it is history.

    After a false alarm it also asks who of each department was told, and how many leave where somebody came.
    """

    def __init__(
        self, look: Look, host: QWidget, whistle: Whistle, states: Sequence[ReportIn], names: dict[str, str], now: int
    ) -> None:
        super().__init__(look, host, translate("Ending", "Close the incident"), translate("Ending", "Close"))
        self._whistle = whistle
        self._names = dict(names)
        self._ticks: dict[str, QCheckBox] = {}
        for line, state in enumerate(states):
            self._add(line, state, names.get(state.unit, state.unit), now)
        self.grid.setRowStretch(len(states), 1)
        if whistle.false_alarm_at is not None:
            self.caption.setText(translate("Ending", "false alarm: everybody who was called has to be told"))
        self._all_back = False
        self._ask_once(translate("Ending", "All are back"), translate("Ending", "who reported that all are back"))
        for widget in (self.all_button, self.reporter):
            widget.setVisible(bool(self._ticks))
        self.reasons: dict[str, QLineEdit] = {}
        self._facts: dict[str, Mapping[str, Any]] = {}
        if whistle.mode == REAL and not any(stage == "final" for stage, _ in whistle.reports):
            self._ask_reason(
                "final_report_missing",
                translate("Ending", "The final report was not sent"),
                translate("Ending", "write why there is none"),
                {},
            )

    def _ask_reason(self, code: str, told: str, hint: str, facts: Mapping[str, Any]) -> None:
        """A line of its own for one reason: what is open, and the field for why."""
        head = Label(self.look, told, "body", "amb")
        head.setWordWrap(True)
        field = QLineEdit()
        field.setPlaceholderText(hint)
        field.setAccessibleName(f"{told}: {hint}")
        self.reasons[code], self._facts[code] = field, facts
        self.body.addWidget(head)
        self.body.addWidget(field)

    def show_open(self, supplies: Sequence[str], waiting: int, difference: int, orders: Sequence[Order] = ()) -> None:
        """Show what keeps the incident open besides the departments: supplies out and people who wait need a reason each;
        people on record as trapped and orders without an end are told.
        """
        points = Label(self.look, _open_points(left_open(self._whistle, orders)), "strong", "amb")
        points.setWordWrap(True)
        self.open_points = points
        if points.text():
            self.body.insertWidget(0, points)
        hint = translate("Ending", "settle it in the tasks tab, or write why it stays open")
        if supplies:
            told = translate("Ending", "Supplies still out: {things}").format(things="、".join(supplies))
            self._ask_reason("supplies_out", told, hint, {"count": len(supplies)})
        if waiting or difference:
            words = translate("Ending", "People to move: {n} wait, {m} do not agree")
            told = words.format(n=waiting, m=difference)
            self._ask_reason("transfers_open", told, hint, {"waiting": waiting, "count": difference})

    def fields(self) -> dict[str, QWidget]:
        ticks = {f"back.{unit}": box for unit, box in self._ticks.items()}
        reasons = {f"reason.{code}": field for code, field in self.reasons.items()}
        return {**super().fields(), **ticks, **reasons}

    def gaps(self) -> list[Gap]:
        found = []
        for unit in self._names:
            count, told, tick = self.counts.get(unit), self.told.get(unit), self._ticks.get(unit)
            if count is not None and not count.text().strip().isdigit():
                found.append(Gap("still_open", count, unit))
            elif told is not None and not told.text().strip():
                found.append(Gap("still_open", told, unit))
            elif tick is not None and not tick.isChecked():
                found.append(Gap("still_open", tick, unit))
        if self._all_back and not self.reporter.text().strip():
            found.append(Gap("reporter_needed", self.reporter))
        found += [
            Gap(code, field, facts=self._facts[code])
            for code, field in self.reasons.items()
            if not field.text().strip()
        ]
        return found

    def _add(self, line: int, state: ReportIn, name: str, now: int) -> None:
        released = state.milestone("release_approved")
        if state.closed:
            self._add_ended(line, state, name)
        elif released is not None:
            told = translate("Ending", "released {time}").format(time=when.moment(released.at, now))
            self._line(line, state, name, told, "2")
            self.grid.addWidget(self._tick(state.unit), line, 3)
        elif state.on_scene:
            self._put(line, [*self._add_count(line, state, name), self._tick(state.unit)])
        else:
            self._put(line, self._add_told(line, state, name))

    def _tick(self, unit: str) -> QCheckBox:
        box = QCheckBox(translate("Ending", "is back at base"))
        self._ticks[unit] = box
        return box

    def _on_all(self) -> None:
        if self._ticks:
            self._all_back = True
            for box in self._ticks.values():
                box.setChecked(True)
            super()._on_all()

    def send(self) -> None:
        if self._all_back and not self.reporter.text().strip():
            self.say(self.take_refusal("reporter_needed", {}))
            return
        whistle = self._whistle.id
        reason = "false_alarm" if self._whistle.false_alarm_at is not None else "stand_down"
        remarks = self._written(self._remarks)
        commands: list[Command] = [
            Conclude(whistle=whistle, unit=unit, outcome="cancelled", reason=reason, told_by=told, channel="phone")
            for unit, told in self._written(self.told).items()
        ]
        commands += [
            RecordMilestone(
                whistle=whistle,
                unit=unit,
                milestone="release_approved",
                people=people,
                words=remarks.get(unit, ""),
                reason=reason,
            )
            for unit, people in self._releases().items()
        ]
        commands += [
            RecordMilestone(whistle=whistle, unit=unit, milestone="back", told_by=self.reporter.text().strip())
            for unit, box in self._ticks.items()
            if box.isChecked()
        ]
        why = {code: field.text().strip() for code, field in self.reasons.items()}
        close = CloseWhistle(
            whistle=whistle,
            no_report_words=why.get("final_report_missing", ""),
            supplies_words=why.get("supplies_out", ""),
            transfers_words=why.get("transfers_open", ""),
        )
        self.sent.emit(Batch(commands=(*commands, close)))
