"""The formulas as the office has them, and the editor that says at once what another one would have changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QRect, Signal
from PySide6.QtGui import QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from commandcenter.domain.limit import BASES
from commandcenter.domain.rates import COUNTABLE, GROUNDS, Formula, fault_of, formula_of, joined, rate
from commandcenter.domain.record import Record
from commandcenter.journal.reading.month_figures import MonthFigures
from commandcenter.ui import when
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.basic import Label, column
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.choice import Choice
from commandcenter.ui.parts.keptwords import KeptWords
from commandcenter.ui.parts.overlay import Sheet
from commandcenter.ui.parts.rows import Column, Columns, KeyedRows, RowList, RowPainter
from commandcenter.ui.rates.model import misses, shown
from commandcenter.ui.rates.words import basis_word, count_word, formula_words, ground_word
from commandcenter.ui.theme.look import Look
from commandcenter.ui.wording import refusal

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class FormulaLine:
    """One formula in the list."""

    key: str
    name: str
    formula: str
    without: str
    value: str
    aim: str
    short: bool
    basis: str
    since: str
    source: str


def formula_line(figures: MonthFigures, formula: Formula) -> FormulaLine:
    """A formula with what it gives this month."""
    rate = figures.rate(formula.key)
    value, percent = shown(rate)
    aim = f"≥ {formula.target:g}" if formula.target is not None else ""
    if formula.low is not None or formula.high is not None:
        low, high = (f"{bound:g}" if bound is not None else "" for bound in (formula.low, formula.high))
        aim = f"{low}–{high}"
    version = translate("Rates", "version {n}, since {day}").format(n=formula.version, day=when.day(formula.since))
    return FormulaLine(
        key=formula.key,
        name=formula.name,
        formula=formula_words(formula),
        without=translate("Rates", ", ").join(map(ground_word, formula.excluded)),
        value=f"{value} % ({rate.good} / {rate.of})" if percent is not None else value,
        aim=aim,
        short=misses(formula, percent),
        basis=basis_word(formula.basis),
        since=version if formula.version else translate("Rates", "as the program brings it"),
        source=formula.source,
    )


class FormulaPainter(RowPainter):
    """Paints the formulas, two lines each."""

    def __init__(self, look: Look) -> None:
        columns = [
            Column("name", translate("Rates", "Rate"), 110),
            Column("formula", translate("Rates", "Formula · left out"), 320, 3),
            Column("value", translate("Rates", "This month"), 150),
            Column("aim", translate("Rates", "Aim"), 70, 0, "right"),
            Column("basis", translate("Rates", "Basis · source"), 220, 2),
        ]
        super().__init__(look, Columns(look, columns), height=52)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: Any) -> None:
        look, told = self.look, row
        upper = QRect(rect.left(), rect.top() + look.px(6), rect.width(), look.px(20))
        lower = upper.translated(0, look.px(20))
        if column == "name":
            paint.elided(p, look, upper, told.name, "name", "tx1")
        elif column == "formula":
            paint.elided(p, look, upper, told.formula, "body", "tx1")
            paint.elided(p, look, lower, told.without, "caption", "tx3")
        elif column == "value":
            paint.elided(p, look, upper, told.value, "body", "amb" if told.short else "tx1")
        elif column == "aim":
            paint.elided(p, look, upper, told.aim, "body", "tx2", paint.RIGHT)
        else:
            paint.elided(p, look, upper, f"{told.basis} · {told.since}", "body", "tx2")
            paint.elided(p, look, lower, told.source, "caption", "tx3")


class FormulaSheet(Sheet):
    """All formulas. ``wanted`` asks for the editor of one, by its key; the rate on screen may be another one: ``picked``."""

    wanted = Signal(str)

    def __init__(self, look: Look, host: QWidget, figures: MonthFigures, chosen: str) -> None:
        super().__init__(look, host, translate("Rates", "Formulas and what is left out"), width=1180)
        self.caption.setText(translate("Rates", "every figure is printed with its formula"))
        self.model = KeyedRows(_key, _spoken)
        self.list = RowList(look, self.model, FormulaPainter(look), translate("Rates", "Formulas"))
        self.list.setMinimumHeight(look.px(420))
        self.body.addWidget(self.list, 1)
        self.words = Label(look, "", "caption", "2")
        self.words.setWordWrap(True)
        self.body.addWidget(self.words)
        self.edit_button = Button(look, translate("Rates", "Change…"), key="Enter", kind="primary")
        self.edit_button.clicked.connect(self._on_edit)
        self.add_button(self.edit_button)
        self.list.view.opened.connect(self._on_opened)
        self.show_figures(figures)
        self.list.view.go(max(0, self.model.place_of(chosen)))

    def show_figures(self, figures: MonthFigures) -> None:
        """Show the formulas with what they give."""
        self.model.show([formula_line(figures, formula) for formula in figures.formulas.values()])
        words = translate(
            "Rates", "Of {taken} cases taken in; {unknown} old ones of the month without an outcome are in no rate."
        )
        self.words.setText(words.format(taken=figures.taken, unknown=figures.unknown))

    def open_sheet(self) -> None:
        """Show it with the keyboard in the list."""
        self.present()
        self.list.view.setFocus()

    def _on_edit(self) -> None:
        self._on_opened(self.list.view.place)

    def _on_opened(self, place: int) -> None:
        line = self.model.row(place)
        if line is not None:
            self.wanted.emit(line.key)


def _key(line: FormulaLine) -> str:
    return line.key


def _spoken(line: FormulaLine) -> str:
    return f"{line.name} {line.value} {line.formula} {line.without}"


class FormulaEditor(Sheet):
    """One formula. ``submitted`` gives its fields and the reason; the months behind show what it would have changed."""

    submitted = Signal(object, str)

    def __init__(
        self,
        look: Look,
        host: QWidget,
        figures: MonthFigures,
        formula: Formula,
        save: Callable[[str, str], None],
        standing: str,
    ) -> None:
        super().__init__(
            look, host, translate("Rates", "Change the formula: {name}").format(name=formula.name), width=1040
        )
        self._figures, self._formula = figures, formula
        self.whole = {name: QCheckBox(count_word(name)) for name in COUNTABLE}
        self.part = {name: QCheckBox(count_word(name)) for name in COUNTABLE}
        self.out = {ground: QCheckBox(ground_word(ground)) for ground in GROUNDS}
        self.name = QLineEdit(formula.name)
        self.target, self.low, self.high = (
            QLineEdit(_plain(value)) for value in (formula.target, formula.low, formula.high)
        )
        self.basis = Choice()
        for code in BASES:
            self.basis.addItem(basis_word(code), code)
        self.source = QLineEdit(formula.source)
        self.note_text = QLineEdit(formula.note)
        self.reason = QPlainTextEdit()
        self.reason.setFixedHeight(look.px(48))
        self.reason.setTabChangesFocus(True)
        self._tick(formula)
        self.effect = Label(look, "", "body", "2")
        self.effect.setWordWrap(True)
        self.effect.setMinimumHeight(look.px(76))
        self._lay_out(look)
        self.kept = KeptWords(self, self._named(), f"formula:{formula.key}", save, standing)
        self._watch()
        self.send_button = Button(look, translate("Rates", "Put into force"), key="Ctrl Enter", kind="primary")
        self.send_button.clicked.connect(self.send)
        self.add_button(self.send_button)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.send)
        self.closed.connect(self.kept.keep)
        self._say_effect()

    def _tick(self, formula: Formula) -> None:
        for boxes, names in ((self.whole, formula.whole), (self.part, formula.part), (self.out, formula.excluded)):
            for name, box in boxes.items():
                box.setChecked(name in names)
        self.basis.setCurrentIndex(max(0, self.basis.findData(formula.basis)))

    def _lay_out(self, look: Look) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        heads = (
            translate("Rates", "Whole: counted cases"),
            translate("Rates", "Part: of them"),
            translate("Rates", "Left out"),
        )
        for place, (head, boxes) in enumerate(zip(heads, (self.whole, self.part, self.out), strict=True)):
            stack = QVBoxLayout()
            stack.setSpacing(0)
            stack.addWidget(Label(look, head, "strong"))
            for box in boxes.values():
                box.setFixedHeight(look.px(24))
                stack.addWidget(box)
            stack.addStretch(1)
            grid.addLayout(stack, 0, place)
        sides = QVBoxLayout()
        sides.setSpacing(3)
        lines: Sequence[Sequence[tuple[str, QWidget]]] = (
            [(translate("Rates", "Name"), self.name)],
            [
                (translate("Rates", "Target in per cent"), self.target),
                (translate("Rates", "Band from"), self.low),
                (translate("Rates", "Band to"), self.high),
            ],
            [(translate("Rates", "Basis"), self.basis)],
            [(translate("Rates", "Source"), self.source)],
            [(translate("Rates", "Note"), self.note_text)],
            [(translate("Rates", "Why it changes"), self.reason)],
        )
        for line in lines:
            beside = QHBoxLayout()
            beside.setSpacing(8)
            for words, field in line:
                beside.addLayout(column(Label(look, words, "caption", "3"), field, gap=1), 1)
                field.setAccessibleName(words)
            sides.addLayout(beside)
        sides.addStretch(1)
        grid.addLayout(sides, 0, 3)
        grid.setColumnStretch(3, 1)
        self.body.addLayout(grid)
        self.body.addWidget(self.effect)

    def _named(self) -> Mapping[str, QWidget]:
        boxes: dict[str, QWidget] = {f"whole:{name}": box for name, box in self.whole.items()}
        boxes |= {f"part:{name}": box for name, box in self.part.items()}
        boxes |= {f"out:{name}": box for name, box in self.out.items()}
        told = ("name", "target", "low", "high", "basis", "source", "note_text", "reason")
        return boxes | {name: getattr(self, name) for name in told}

    def _watch(self) -> None:
        for widget in self._named().values():
            if isinstance(widget, QCheckBox):
                widget.toggled.connect(self._say_effect)
            elif isinstance(widget, QLineEdit):
                widget.textChanged.connect(self._say_effect)
            elif isinstance(widget, QComboBox):
                widget.currentIndexChanged.connect(self._say_effect)

    def open_sheet(self) -> None:
        """Show it with the keyboard in the first tick."""
        self.present()
        next(iter(self.whole.values())).setFocus()

    def fields(self) -> dict[str, Any]:
        """What stands in the sheet, as fields of the record. Raises ``ValueError`` for a bound that is no number."""
        return {
            "name": self.name.text().strip(),
            "part": _ticked(self.part),
            "whole": _ticked(self.whole),
            "excluded": _ticked(self.out),
            "target": _number(self.target.text()),
            "low": _number(self.low.text()),
            "high": _number(self.high.text()),
            "basis": str(self.basis.currentData()),
            "source": self.source.text().strip(),
            "note": self.note_text.text().strip(),
        }

    def send(self) -> None:
        """Check and emit."""
        fault = self._fault()
        if fault:
            self.say(refusal(fault, {}))
            return
        if not self.reason.toPlainText().strip():
            self.say(translate("Rates", "Write why the formula changes: it stands in its history."))
            self.reason.setFocus()
            return
        self.say("")
        self.submitted.emit(self.fields(), self.reason.toPlainText().strip())

    def finish(self, _done: object = None) -> None:
        """It is in force: forget what was typed and close."""
        self.kept.forget()
        self.dismiss()

    def _fault(self) -> str:
        try:
            fields = self.fields()
        except ValueError:
            return "formula_bound"
        return fault_of(fields) if fields["name"] else "name_missing"

    def _say_effect(self, _value: object = None) -> None:
        """What this formula would have given, beside what the one in force gives: this month and the year behind."""
        fault = self._fault()
        if fault:
            self.effect.setText(refusal(fault, {}))
            return
        fields = self.fields()
        other = formula_of(Record(f"formula/{self._formula.key}", known=True, fields=fields))
        if other is None:
            return
        self.effect.setText("\n".join(effect(self._figures, self._formula, other)))


def effect(figures: MonthFigures, old: Formula, new: Formula) -> Sequence[str]:
    """What another formula would have changed, in words."""
    year = joined(sums for _, sums in figures.trend[1:])
    lines = [translate("Rates", "Would read: {formula}").format(formula=formula_words(new))]
    looser = False
    for words, sums in (
        (translate("Rates", "this month"), figures.total.sums),
        (translate("Rates", "twelve months"), year),
    ):
        before, after = rate(old, sums), rate(new, sums)
        then, now = shown(before), shown(after)
        told = translate("Rates", "{span}: {old} ({a} / {b}) → {new} ({c} / {d}), left out {e} → {f}")
        lines.append(
            told.format(
                span=words,
                old=then[0],
                a=before.good,
                b=before.of,
                new=now[0],
                c=after.good,
                d=after.of,
                e=before.left,
                f=after.left,
            )
        )
        looser = looser or (after.percent or 0) > (before.percent or 0)
    if looser:
        lines.append(translate("Rates", "A softer formula makes the figure better, not the work."))
    return lines


def _ticked(boxes: Mapping[str, QCheckBox]) -> list[str]:
    return [name for name, box in boxes.items() if box.isChecked()]


def _plain(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


def _number(text: str) -> float | None:
    text = text.strip().rstrip("%％").strip()
    return float(text) if text else None
