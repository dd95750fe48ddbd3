"""The reminders of the rules: what fired, where, how much against what, what is suggested, and D to send it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QRect, QRectF
from PySide6.QtGui import QPainter

from commandcenter.desk.reference import Reference
from commandcenter.domain.foresight import Foresight
from commandcenter.domain.foresight_rule import Rule
from commandcenter.ui.foresight_words import ALERTS, foresight_word
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.days import short_day
from commandcenter.ui.parts.hourheat import band_words
from commandcenter.ui.parts.rows import Column, Columns, RowPainter
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate

_ORDER = {"reopened": 0, "raised": 1, "useful": 2, "dispatched": 3, "watching": 4, "closed": 5}


@dataclass(frozen=True, slots=True)
class AlertRow:
    """An alert as the list shows it."""

    key: str
    name: str
    figures: str
    words: str
    note: str
    stage: str
    tone: str
    asks: bool


def spot_name(alert: Foresight, reference: Reference) -> str:
    """Where an alert is: the name of its place, grid or community; the whole street when it counts everywhere."""
    if not alert.spot:
        return translate("Foresight", "whole street")
    place = reference.directory.places.get(alert.spot)
    return place.name if place is not None else alert.spot


def kind_name(category: str, reference: Reference) -> str:
    """The last level of a kind of case; empty for none."""
    path = reference.categories.get(category)
    return path[-1] if path else ""


def alert_rows(alerts: Sequence[Foresight], reference: Reference, now: int) -> list[AlertRow]:
    """The alerts that are not closed, what asks for a hand first, then the newest."""
    rules = {rule.id: rule for rule in reference.foresight_rules}
    running = sorted(
        (one for one in alerts if one.running), key=lambda one: (_ORDER.get(one.stage, 9), -one.opened_at, one.id)
    )
    return [_row(one, rules.get(one.rule, Rule(one.rule, one.rule, "repeat")), reference, now) for one in running]


def _row(alert: Foresight, rule: Rule, reference: Reference, now: int) -> AlertRow:
    last = alert.episodes[-1]
    kind = kind_name(alert.category, reference)
    words = " · ".join(part for part in (spot_name(alert, reference), kind) if part)
    if last.hour is not None:
        words = f"{words} · {band_words(last.hour)}"
    note = translate("Foresight", "Suggested: {words}").format(words=rule.advice or "—")
    if last.stage == "watching" and last.watch_until is not None:
        note = translate("Foresight", "Watched until {day}: {words}").format(
            day=short_day(last.watch_until), words=last.measure or "—"
        )
    elif last.stage == "dispatched":
        note = translate("Foresight", "{day} sent to {unit}").format(
            day=short_day(last.dispatched_at), unit=reference.unit_name(last.unit)
        )
    elif last.stage == "reopened":
        note = translate("Foresight", "{n} again since it was watched").format(n=len(last.recurred))
    return AlertRow(
        key=alert.id,
        name=rule.name,
        figures=_figures(alert, rule, now),
        words=words,
        note=note,
        stage=foresight_word(ALERTS, last.stage),
        tone="amb" if last.stage == "reopened" else "acc" if alert.asks else "tx3",
        asks=alert.asks,
    )


def _figures(alert: Foresight, rule: Rule, now: int) -> str:
    last = alert.episodes[-1]
    if rule.sort == "review_due":
        days = max(0, -(-(last.until - now) // 86_400_000))
        return translate("Foresight", "{n} days left").format(n=days)
    if last.expected is not None:
        return translate("Foresight", "{n}, else {usual}").format(n=last.count, usual=f"{last.expected / 1000:g}")
    return translate("Foresight", "{n} / {most} cases").format(n=last.count, most=rule.count)


class AlertPainter(RowPainter):
    """Paints an alert in three lines; the button at the right is the key of the row."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, Columns(look, [Column("all", "", 300, 1)]), height=86)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: Any) -> None:
        look, px = self.look, self.look.px
        told: AlertRow = row
        size = px(16)
        top = rect.top() + px(12)
        p.drawPixmap(rect.left(), top + px(2), look.icon("trending-up", told.tone, size))
        left = rect.left() + size + px(10)
        figures = look.width(told.figures, "caption")
        box = QRect(rect.right() - px(62), rect.top() + px(36), px(62), px(30))
        line = QRect(left, top, rect.right() - left - figures - px(8), px(20))
        paint.elided(p, look, line, told.name, "strong", "tx1")
        at = QRect(rect.right() - figures, top, figures + 2, px(20))
        paint.elided(p, look, at, told.figures, "caption", "tx2", paint.RIGHT)
        second = QRect(left, top + px(22), box.left() - px(8) - left, px(20))
        paint.elided(p, look, second, told.words, "body", "tx1")
        paint.elided(p, look, second.translated(0, px(22)), told.note, "caption", "tx2")
        if told.asks:
            paint.rounded(p, QRectF(box), 6, look.color("bg2"), look.color("ln3"))
            words = translate("Foresight", "Send")
            paint.text(p, look, QRectF(box).adjusted(px(8), 0, 0, 0), words, "body", "tx1")
            paint.keycap(p, look, box.right() - px(27), box.center().y() + 1, "D")
        else:
            paint.elided(p, look, box, told.stage, "caption", "tx2", paint.RIGHT)
