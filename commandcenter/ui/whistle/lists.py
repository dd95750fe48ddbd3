"""The lists of the console: plan cards with their keys, and the units to be called with the right to call them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from commandcenter.desk.reference import Reference
from commandcenter.domain.plan import Plan
from commandcenter.domain.roster import matching
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.rows import Column, Columns, RowPainter
from commandcenter.ui.shell.finder import marks_in
from commandcenter.ui.theme.look import Look
from commandcenter.ui.whistle.draft import UnitRow, tightest
from commandcenter.ui.words import RELATIONS, word

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class PlanCard:
    """A plan, or a drill plan: the key that chooses it, its code, how many units it calls, its tightest limits in minutes, how
    many units ``more`` it offers without calling them.
    """

    key: str
    plan: str
    drill: str
    code: str
    name: str
    icon: str
    units: int
    limits: str
    more: int = 0
    marks: tuple[tuple[int, int], ...] = ()


def plan_cards(reference: Reference, wanted: str) -> list[PlanCard]:
    """The plans whose name, pinyin initials or code match what is typed; the first ten have a digit."""
    cards = []
    for plan in reference.plans:
        spelt = reference.plan_initials.get(plan.id, "")
        if wanted and not (matching(spelt, plan.name, wanted) or wanted.upper() in plan.code):
            continue
        key = str(plan.rank % 10) if 1 <= plan.rank <= 10 and not wanted else ""
        limits = limit_words(tightest(plan, reference)) if plan.units else ""
        marks = marks_in(plan.name, spelt, wanted) if wanted else ()
        called, more = _counts(plan)
        cards.append(PlanCard(key, plan.id, "", plan.code, plan.name, plan.icon, called, limits, more, marks))
    return cards


def drill_cards(reference: Reference, wanted: str) -> list[PlanCard]:
    """The drill plans in the order of their plans; one event has the same digit in earnest and in a drill."""
    cards = []
    known = [
        (plan, drill)
        for drill in reference.drills
        if drill.startable and (plan := reference.plan(drill.plan)) is not None
    ]
    known.sort(key=lambda one: (one[0].rank, one[1].id))
    keys = drill_keys([(drill.id, plan.rank) for plan, drill in known])
    for plan, drill in known:
        if wanted and wanted not in drill.name:
            continue
        key = keys.get(drill.id, "") if not wanted else ""
        code = f"{drill.number or drill.id} · {plan.code}"
        limits = limit_words(tightest(plan, reference))
        called, more = (len(drill.units), 0) if drill.units else _counts(plan)
        cards.append(PlanCard(key, plan.id, drill.id, code, drill.name, plan.icon, called, limits, more))
    return cards


def _counts(plan: Plan) -> tuple[int, int]:
    """How many units a plan calls, and how many it offers beside them."""
    more = sum(line.optional for line in plan.units)
    return len(plan.units) - more, more


def drill_keys(ranked: Sequence[tuple[str, int]]) -> dict[str, str]:
    """The digits of drill plans, given with the ranks of their plans and in that order.

    The first drill of a plan has the plan's digit; digits that stay free go to the others in order.
    """
    keys: dict[str, str] = {}
    for drill, rank in ranked:
        if 1 <= rank <= 10 and str(rank % 10) not in keys.values():
            keys[drill] = str(rank % 10)
    free = [digit for digit in "1234567890" if digit not in keys.values()]
    return keys | dict(zip((drill for drill, _ in ranked if drill not in keys), free, strict=False))


class PlanPainter(RowPainter):
    """Key block, icon, name and code, units and limits."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        columns = [
            Column("key", "", 30),
            Column("icon", "", 22),
            Column("name", "", 118, 1),
            Column("facts", "", 72, drop=1),
        ]
        super().__init__(look, Columns(look, columns), parent, height=54)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: PlanCard) -> None:
        look = self.look
        if column == "key":
            if row.key:
                box = QRectF(rect.left(), rect.center().y() - look.px(13), look.px(26), look.px(26))
                paint.rounded(p, box, 4, None, look.color("ln3"))
                paint.text(p, look, box, row.key, "key", "tx1", paint.CENTER)
        elif column == "icon":
            size = look.px(20)
            p.drawPixmap(QPointF(rect.left(), rect.center().y() - size / 2), look.icon(row.icon, "tx1", size))
        elif column == "name":
            top = QRect(rect.left(), rect.center().y() - look.px(21), rect.width(), look.px(22))
            paint.elided(p, look, top, row.name, "name", "tx1")
            for start, length in row.marks:
                x = rect.left() + look.width(row.name[:start], "name")
                part = row.name[start : start + length]
                paint.text(p, look, QRect(x, top.top(), rect.width(), top.height()), part, "name", "acc")
            below = QRect(rect.left(), rect.center().y(), rect.width(), look.px(20))
            paint.elided(p, look, below, row.code, "caption", "tx3")
        else:
            top = QRect(rect.left(), rect.center().y() - look.px(21), rect.width(), look.px(22))
            words = translate("Console", "units {n} + {m}") if row.more else translate("Console", "units {n}")
            units = words.format(n=row.units, m=row.more) if row.units or row.more else "—"
            paint.text(p, look, top, units, "caption", "tx1", paint.RIGHT)
            below = QRect(rect.left(), rect.center().y(), rect.width(), look.px(20))
            paint.text(p, look, below, row.limits, "caption", "tx2", paint.RIGHT)


def limit_words(limits: Mapping[str, float | None]) -> str:
    """Answer and arrival in minutes: ``5 / 30``; the unit's own rule is a dash."""

    def one(name: str) -> str:
        value = limits.get(name)
        return f"{value:g}" if value else "—"

    if not limits.get("answer") and not limits.get("arrive"):
        return translate("Console", "own rule")
    return translate("Console", "{answer} / {arrive} min").format(answer=one("answer"), arrive=one("arrive"))


class UnitPainter(RowPainter):
    """Tick, ordinal, relation, name, part, contact, phone, limits, what is asked."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        columns = [
            Column("tick", "", 18),
            Column("ordinal", "", 22),
            Column("relation", translate("Console", "Right"), 30),
            Column("name", translate("Console", "Department"), 120, 4),
            Column("contact", translate("Console", "Contact"), 64, 1, drop=2),
            Column("phone", translate("Console", "Duty phone"), 116, 1),
            Column("limits", translate("Console", "Answer / arrive"), 92, align="right"),
            Column("why", translate("Console", "Called for"), 90, 3, drop=1),
        ]
        super().__init__(look, Columns(look, columns), parent, height=42)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: UnitRow) -> None:
        look = self.look
        tone = "tx1" if row.ticked else "tx3"
        if column == "tick":
            size = look.px(16)
            box = QRectF(rect.left(), rect.center().y() - size / 2, size, size)
            paint.rounded(
                p, box, 3, look.color("accF" if row.ticked else "inp"), None if row.ticked else look.color("ln3")
            )
            if row.ticked:
                p.drawPixmap(box.topLeft(), look.icon("check", "onfill", size))
        elif column == "ordinal":
            paint.text(p, look, rect, str(row.ordinal) if row.ticked else "", "caption", "tx3", paint.RIGHT)
        elif column == "relation":
            tag = QRectF(rect.left(), rect.center().y() - look.px(11), look.px(22), look.px(22))
            paint.relation(p, look, tag, row.relation, word(RELATIONS, row.relation))
        elif column == "name":
            paint.elided(p, look, rect, row.name, "name", tone)
            behind = look.width(row.name, "name") + look.px(8)
            if row.lead and behind + look.px(30) < rect.width():
                paint.text(p, look, rect.adjusted(behind, 0, 0, 0), translate("Console", "leads"), "caption", "acc")
        elif column == "contact":
            paint.elided(p, look, rect, row.contact, "body", tone)
        elif column == "phone":
            words = row.phone or translate("Console", "no number")
            paint.elided(p, look, rect, words, "body", "tx2" if row.phone else "amb")
        elif column == "limits":
            paint.text(p, look, rect, limit_words(row.limits), "caption", "tx2" if row.ticked else "tx3", paint.RIGHT)
        else:
            paint.elided(p, look, rect, row.why, "caption", "tx2" if row.ticked else "tx3")


def origin_words(rows: Sequence[UnitRow]) -> str:
    """Why so many are ticked: how many of them the plan calls, the community of the place, others; how many more are offered."""
    counts = {
        translate("Console", "plan {n}"): sum(row.ticked and row.origin == "plan" for row in rows),
        translate("Console", "community of the place {n}"): sum(row.ticked and row.origin == "place" for row in rows),
        translate("Console", "added {n}"): sum(row.ticked and row.origin == "hand" for row in rows),
        translate("Console", "not ticked {n}"): sum(not row.ticked for row in rows),
    }
    return translate("Console", ", ").join(words.format(n=count) for words, count in counts.items() if count)


def card_key(row: PlanCard) -> str:
    """The key of a plan card."""
    return row.drill or row.plan


def card_spoken(row: PlanCard) -> str:
    """What a screen reader says of a plan card."""
    more = translate("Console", "more to choose: {n}").format(n=row.more) if row.more else ""
    return f"{row.key} {row.name} {row.code} {row.units} {more}".strip()


def unit_key(row: UnitRow) -> str:
    """The key of a unit row."""
    return row.unit


def unit_spoken(row: UnitRow) -> str:
    """What a screen reader says of a unit row."""
    ticked = translate("Console", "called") if row.ticked else translate("Console", "not called")
    return f"{row.name}, {ticked}, {word(RELATIONS, row.relation)}, {row.phone}, {limit_words(row.limits)}"
