"""The panels and painters of the supervision screen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from commandcenter.domain.evidence import CaseFigures, Line
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.basic import ElidedLabel, Empty, Label, Panel, column, row
from commandcenter.ui.parts.basic import Line as Hairline
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.days import short_day, short_moment
from commandcenter.ui.parts.figures import FigureStrip
from commandcenter.ui.parts.grade import grade_box
from commandcenter.ui.parts.paint import Chip
from commandcenter.ui.parts.rows import Column, Columns, KeyedRows, RowList, RowPainter, RowView
from commandcenter.ui.parts.stagecells import StageCells
from commandcenter.ui.slow_words import GRADES, slow_clock, slow_word
from commandcenter.ui.supervision.model import CycleFacts, CycleRow, EvidenceRow, TellRow, WeightRow, case_words
from commandcenter.ui.theme.look import Look
from commandcenter.ui.words import RELATIONS, listed, word

translate = QCoreApplication.translate
_INKS = {"over": "red", "warn": "amb", "done": "ok"}


def _key(one: CycleRow | TellRow | EvidenceRow | WeightRow) -> str:
    return one.key


def _cycle_spoken(one: CycleRow) -> str:
    return f"{word(RELATIONS, one.relation)} {one.unit} {one.stage} {one.clock} {slow_word(GRADES, one.grade)}"


def _tell_spoken(one: TellRow) -> str:
    return f"{one.lead} {one.at} {one.mark} {one.words}"


def _evidence_spoken(one: EvidenceRow) -> str:
    return f"{one.sort} {one.number} {one.at} {one.verdict} {one.facts}"


def _weight_spoken(one: WeightRow) -> str:
    return f"{one.name} {one.weight} {one.marks if one.marks is not None else ''} {one.brings} {one.about}"


class CyclePainter(RowPainter):
    """A department in two lines: relation and name, grade; stage and clock."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, Columns(look, [Column("all", "", 120, 1)]), parent, height=58)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: CycleRow) -> None:
        look = self.look
        tag = QRectF(rect.left(), rect.top() + look.px(8), look.px(21), look.px(21))
        paint.relation(p, look, tag, row.relation, word(RELATIONS, row.relation))
        right = look.px(34) if row.grade else 0
        top = QRect(rect.left() + look.px(28), rect.top() + look.px(7), rect.width() - look.px(28) - right, look.px(22))
        paint.elided(p, look, top, row.unit, "name", "tx3" if row.closed else "tx1")
        if row.grade:
            grade_box(
                p, look, QRect(rect.right() - look.px(30), rect.top() + look.px(6), look.px(30), look.px(24)), row.grade
            )
        below = QRect(rect.left() + look.px(28), rect.top() + look.px(31), rect.width() - look.px(28), look.px(18))
        room = look.width(row.clock, "caption") if row.clock else 0
        paint.elided(p, look, below.adjusted(0, 0, -room - look.px(8), 0), row.stage, "caption", "tx2")
        clock = QRect(below.right() - room, below.top(), room + 1, below.height())
        paint.text(p, look, clock, row.clock, "caption", _INKS.get(row.level, "tx3"), paint.RIGHT)


class TellPainter(RowPainter):
    """Who or what, when, a mark at the right; the words below."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, Columns(look, [Column("all", "", 120, 1)]), parent, height=54)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: TellRow) -> None:
        look = self.look
        top = QRect(rect.left(), rect.top() + look.px(6), rect.width(), look.px(20))
        room = min(look.width(row.mark, "caption"), rect.width() // 2)
        right = QRect(top.right() - room, top.top(), room + 1, top.height())
        paint.elided(p, look, right, row.mark, "caption", _INKS.get(row.tone, "tx2"), paint.RIGHT)
        lead = top.adjusted(0, 0, -room - look.px(10), 0)
        paint.elided(p, look, lead, row.lead, "strong", "tx1")
        behind = lead.adjusted(min(lead.width(), look.width(row.lead, "strong")) + look.px(8), 0, 0, 0)
        paint.elided(p, look, behind, row.at, "caption", "tx3")
        below = QRect(rect.left(), rect.top() + look.px(28), rect.width(), look.px(20))
        paint.elided(p, look, below, row.words, "body", "tx2")


class EvidencePainter(RowPainter):
    """A line of evidence."""

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: EvidenceRow) -> None:
        look = self.look
        if column == "verdict":
            shown = Chip(row.verdict, row.icon, row.tone)
            box = QRectF(rect.left(), rect.center().y() - look.px(11), paint.chip_width(look, shown), look.px(24))
            paint.chip(p, look, box, shown)
            return
        roles = {"sort": ("name", "tx1"), "number": ("body", "tx1"), "at": ("body", "tx2"), "facts": ("body", "tx2")}
        role, ink = roles[column]
        paint.elided(p, look, rect, getattr(row, column), role, ink)


class WeightPainter(RowPainter):
    """A sort in the evaluation: what it weighs, its marks, what it brings, as figures and as a bar."""

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: WeightRow) -> None:
        look = self.look
        if column == "bar":
            track = QRectF(rect.left(), rect.center().y() - look.px(3), rect.width(), look.px(8))
            paint.rounded(p, track, 3, look.color("pip0"), None)
            if row.share > 0:
                part = QRectF(track.left(), track.top(), track.width() * row.share, track.height())
                paint.rounded(p, part, 3, look.color("pip1"), None)
                if row.marks:
                    won = QRectF(track.left(), track.top(), part.width() * row.marks / 100, track.height())
                    paint.rounded(p, won, 3, look.color("pip3"), None)
            return
        texts = {
            "name": (row.name, "name", "tx1", paint.LEFT),
            "weight": (row.weight, "strong", "tx1", paint.RIGHT),
            "marks": (str(row.marks) if row.marks is not None else "—", "body", "tx1", paint.RIGHT),
            "brings": (row.brings or "—", "body", "tx2", paint.RIGHT),
        }
        words, role, ink, align = texts[column]
        paint.elided(p, look, rect, words, role, ink, align)


class CycleList(Panel):
    """The departments at the left."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, translate("Supervision", "Departments"), "", parent)
        self.add = Button(look, translate("Supervision", "List"), key="N", icon="plus", small=True)
        self.add_to_head(self.add)
        self.model = KeyedRows(_key, _cycle_spoken, self)
        self.view = RowView(look, self.model, CyclePainter(look, self), translate("Supervision", "Departments"))
        self.body.addWidget(self.view, 1)


class HeadPanel(QFrame):
    """Department, number; the clock that presses; the next step; the stages."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("panel", "true")
        self._icon = QLabel()
        self.title = ElidedLabel(look, "", "fact")
        self.caption = ElidedLabel(look, "", "caption", "2")
        self._due_name = Label(look, "", "caption", "3")
        self._due = Label(look, "", "fact")
        self._left_name = Label(look, translate("Supervision", "left"), "caption", "3")
        self._left = Label(look, "", "fact")
        for label in (self._due_name, self._due, self._left_name, self._left):
            label.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.next = Button(look, "", key=".", icon="corner-down-left", kind="primary")
        self.remind = Button(look, translate("Supervision", "Remind"), key="U", icon="bell")
        self.paper = Button(look, translate("Supervision", "Papers"), key="Ctrl P", icon="printer")
        self.cells = StageCells(look)
        self._due_box = QWidget()
        pair = QHBoxLayout(self._due_box)
        pair.setContentsMargins(0, 0, 0, 0)
        pair.setSpacing(18)
        pair.addLayout(column(self._due_name, self._due, gap=0))
        pair.addLayout(column(self._left_name, self._left, gap=0))
        top = QHBoxLayout()
        top.setContentsMargins(16, 10, 14, 10)
        top.setSpacing(14)
        top.addWidget(self._icon)
        top.addLayout(column(self.title, self.caption, gap=2), 1)
        for widget in (self._due_box, self.next, self.remind, self.paper):
            top.addWidget(widget)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 1, 1)
        outer.setSpacing(0)
        outer.addLayout(top)
        outer.addWidget(Hairline())
        outer.addWidget(self.cells)

    def show_cycle(self, facts: CycleFacts, step: str, *, wide: bool) -> None:
        """Show a cycle; ``step`` names what comes next."""
        look = self._look
        self._icon.setPixmap(look.icon("clipboard-check", "tx2", look.px(26)))
        self.title.setText(facts.name)
        self.caption.setText(facts.caption())
        line = facts.pressing()
        self._due_box.setVisible(line is not None and wide)
        if line is not None:
            self._due_name.setText(slow_clock(line.name))
            self._due.setText(short_moment(line.due_at))
            self._left.setText(facts.left(line))
            self._left.set_tone({"over": "red", "warn": "amb"}.get(facts.level(line), "1"))
        self.next.setVisible(bool(step))
        self.next.set_text(step)
        self.remind.setVisible(facts.state.stage == "reminded")
        self.cells.show_cells(facts.cells())


class TellPanel(Panel):
    """A list of what was told."""

    def __init__(self, look: Look, title: str, nothing: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(look, title, "", parent)
        self.model = KeyedRows(_key, _tell_spoken, self)
        self.view = RowView(look, self.model, TellPainter(look, self), title)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.view)
        self.pages.addWidget(Empty(look, icon, nothing))
        self.body.addWidget(self.pages, 1)

    def show_rows(self, rows: list[TellRow]) -> None:
        """Show them."""
        self.model.show(rows)
        self.pages.setCurrentIndex(0 if rows else 1)


class EvidencePanel(Panel):
    """What the log holds of the department: each line with the number of what it rests on. Nothing here can be typed."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, translate("Supervision", "Evidence"), "", parent)
        self.collect = Button(look, translate("Supervision", "Collect"), key="E", icon="download", small=True)
        self.add_to_head(self.collect)
        titles = [
            Column("sort", translate("Supervision", "Sort"), 74),
            Column("number", translate("Supervision", "Number"), 152),
            Column("at", translate("Supervision", "Since"), 84, 0, "left", 1),
            Column("verdict", translate("Supervision", "The log says"), 122),
            Column("facts", translate("Supervision", "Limit, done, reason"), 150, 1),
        ]
        self.model = KeyedRows(_key, _evidence_spoken, self)
        painter = EvidencePainter(look, Columns(look, titles), self, height=36)
        self.list = RowList(look, self.model, painter, translate("Supervision", "Evidence"))
        self.view = self.list.view
        self.empty = Empty(look, "list-checks", "", "")
        self.pages = QStackedWidget()
        self.pages.addWidget(self.list)
        self.pages.addWidget(self.empty)
        self.figures = FigureStrip(look)
        self.body.addWidget(self.figures)
        self.body.addWidget(self.pages, 1)
        self._cases = ElidedLabel(look, "", "body", "2")
        self._foot = self.add_foot(Label(look, translate("Supervision", "Cases"), "strong"), 6, self._cases)

    def show_evidence(
        self,
        facts: CycleFacts,
        lines: list[Line],
        cases: CaseFigures | None,
        period: tuple[int, int],
        *,
        standing: bool,
    ) -> None:
        """Show collected lines (``standing``), or what would be collected now."""
        rows = facts.evidence(lines)
        self.model.show(rows)
        self.figures.show_figures(facts.figures(lines))
        self.figures.setVisible(bool(rows))
        self.pages.setCurrentIndex(0 if rows else 1)
        against = sum(1 for line in lines if line.against)
        told = translate("Supervision", "{n} facts, {m} against").format(n=len(lines), m=against)
        span = f"{short_day(period[0])} – {short_day(period[1] - 1)}" if period[1] else ""
        state = (
            translate("Supervision", "collected")
            if standing
            else translate("Supervision", "as it stands, not collected yet")
        )
        self.caption.setText(listed([span, told, state]))
        self.empty.say(
            translate("Supervision", "The log holds nothing about this department in the period"),
            translate("Supervision", "Report-ins, orders and joint duties come here by themselves; nothing is typed."),
        )
        self._foot.setVisible(cases is not None)
        if cases is not None:
            self._cases.setText(case_words(cases))
        self.collect.setVisible(facts.state.stage in ("reported", "collected"))


class EvaluationPanel(Panel):
    """Weights, marks, the formula with its figures, the grade and the committee's words."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, translate("Supervision", "Committee's evaluation"), "", parent)
        self._look = look
        self.weights = Button(look, translate("Supervision", "Weights"), key="W", icon="settings", small=True)
        self.add_to_head(self.weights)
        columns = [
            Column("name", translate("Supervision", "Sort"), 98, 1),
            Column("weight", translate("Supervision", "Weight"), 42, 0, "right"),
            Column("marks", translate("Supervision", "Marks"), 42, 0, "right"),
            Column("brings", translate("Supervision", "Brings"), 46, 0, "right"),
            Column("bar", "", 70, 1, "left", 1),
        ]
        self.model = KeyedRows(_key, _weight_spoken, self)
        painter = WeightPainter(look, Columns(look, columns), self, height=34)
        self.list = RowList(look, self.model, painter, translate("Supervision", "Weights"))
        self.list.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFixedHeight(look.px(36) + 3 * painter.row_height + 2)
        self._about = Label(look, "", "caption", "3")
        self._about.setWordWrap(True)
        self._formula = Label(look, "", "body", "2")
        self._formula.setWordWrap(True)
        self._total = Label(look, "", "clock")
        self._grade = Label(look, "", "fact")
        self._members = Label(look, "", "caption", "3")
        self._members.setWordWrap(True)
        self._words = Label(look, "", "body", "1")
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop)
        inner = column(gap=6, margins=(14, 6, 14, 8))
        inner.addWidget(self._about)
        inner.addWidget(self._formula)
        inner.addLayout(row(self._total, self._grade, None, gap=14))
        inner.addWidget(self._words)
        inner.addWidget(self._members)
        inner.addStretch(1)
        self.body.addWidget(self.list)
        self.body.addLayout(inner, 1)

    def show_evaluation(self, facts: CycleFacts) -> None:
        """Show what was decided, or what the weights do while nothing is."""
        state, evaluation = facts.state, facts.state.evaluation
        rows = facts.formula()
        self.model.show(rows)
        self.list.setVisible(state.ranked)
        self._about.setText("\n".join(f"{one.name}：{one.about}" for one in rows) if evaluation is None else "")
        self._about.setVisible(evaluation is None and state.ranked)
        if not state.ranked:
            self._formula.setText(
                translate("Supervision", "Asked for support: evaluated in words, no marks, no grade, no rank.")
            )
        else:
            self._formula.setText(facts.formula_words())
        total = evaluation.total if evaluation is not None else None
        self._total.setText(f"{total:.1f}" if total is not None else "")
        self._total.setVisible(total is not None)
        grade = slow_word(GRADES, evaluation.grade) if evaluation is not None and evaluation.grade else ""
        told = translate("Supervision", "collective opinion: {grade}").format(grade=grade)
        self._grade.setText(told if grade else "")
        self._grade.setVisible(bool(grade))
        names = "、".join(facts.person(one) for one in evaluation.members) if evaluation is not None else ""
        rule = translate("Supervision", "Whoever blew cannot grade alone.")
        who = translate("Supervision", "{day}, took part: {names}")
        self._members.setText(who.format(day=short_day(evaluation.at), names=names) if evaluation is not None else rule)
        self._words.setText(evaluation.words if evaluation is not None else "")
        self._words.setVisible(evaluation is not None)
