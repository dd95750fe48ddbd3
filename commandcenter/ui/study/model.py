"""What the figures screen says: tiles with their formulas, and rows that break them down. Without a widget."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from commandcenter.domain.clock import MINUTE
from commandcenter.domain.indicators import Heads, Ratio, in_time, stops_at
from commandcenter.domain.report_in import ReportIn, clocks, overlay
from commandcenter.domain.whistle_figures import (
    Part,
    Presence,
    PresenceFigures,
    WhistleFigures,
    ranked,
)
from commandcenter.ui import when
from commandcenter.ui.words import OVERLAYS, RELATIONS, STEPS, icon, listed, word

translate = QCoreApplication.translate

Names = Callable[[str], str]
NONE = "—"


@dataclass(frozen=True, slots=True)
class Band:
    """A value between two ends, for a gauge: all in the same unit."""

    value: float
    low: float
    high: float

    @property
    def outside(self) -> bool:
        """Beyond either end."""
        return not self.low <= self.value <= self.high


@dataclass(frozen=True, slots=True)
class Tile:
    """One figure: value with its unit, part and whole beside it, the formula and what is left out below."""

    key: str
    name: str
    value: str
    unit: str
    parts: str
    formula: str
    without: str
    share: float | None = None
    band: Band | None = None

    @property
    def spoken(self) -> str:
        """What a screen reader says: the figure is never told without what it is made of."""
        return " ".join(part for part in (self.name, self.value + self.unit, self.parts, self.formula) if part)


@dataclass(frozen=True, slots=True)
class GroupRow:
    """One line of the breakdown. Shares are (words, per cent or None) pairs."""

    key: str
    name: str
    relation: str
    whistles: int
    called: int
    answered: tuple[str, float | None]
    in_time: tuple[str, float | None]
    arrived: tuple[str, float | None]
    arrived_in_time: tuple[str, float | None]
    median: str
    heads: str
    outcomes: str


@dataclass(frozen=True, slots=True)
class PresenceRow:
    """One department at one whistle, in the list behind a figure."""

    key: str
    whistle: str
    number: str
    blown: str
    title: str
    unit: str
    state: str
    icon: str
    answered: str
    answered_late: bool
    arrived: str
    arrived_late: bool
    heads: str


# --- words --------------------------------------------------------------------------------------------------------


def share(ratio: Ratio) -> tuple[str, float | None]:
    """A ratio in words: per cent where the whole is large enough to speak of one, else the count."""
    percent = ratio.percent
    if percent is None:
        return (f"{ratio.part} / {ratio.whole}" if ratio.whole else NONE, None)
    return f"{percent:.1f}", percent


def _ratio_tile(key: str, name: str, ratio: Ratio, formula: str, without: str) -> Tile:
    percent = ratio.percent
    if percent is None:
        value = f"{ratio.part} / {ratio.whole}" if ratio.whole else NONE
        few = translate("Study", "fewer than ten: counted, no share") if ratio.whole else ""
        return Tile(key, name, value, "", few, formula, without)
    return Tile(key, name, f"{percent:.1f}", "%", f"{ratio.part} / {ratio.whole}", formula, without, percent)


def tiles(
    presences: PresenceFigures, whistles: WhistleFigures, band: tuple[float, float] | None, *, drill: bool = False
) -> list[Tile]:
    """The figures at the top. A drill owes nobody a report and is no share of the cases, so it has six of the eight."""
    unjudged = translate("Study", "left out: asked bodies, units without a limit")
    found = [
        _ratio_tile(
            "answered",
            translate("Study", "Answered"),
            presences.answered,
            translate("Study", "answered ÷ called"),
            translate("Study", "left out: cancelled, came unasked {n}").format(n=presences.unasked),
        ),
        _ratio_tile(
            "in_time",
            translate("Study", "Answered in time"),
            presences.answered_on_time,
            translate("Study", "answered inside the limit ÷ judged"),
            unjudged,
        ),
        _ratio_tile(
            "arrived",
            translate("Study", "Arrived"),
            presences.arrived,
            translate("Study", "arrived ÷ those who were to come"),
            translate("Study", "left out: cancelled, replaced {n}, only informed").format(n=presences.replaced),
        ),
        _ratio_tile(
            "arrived_in_time",
            translate("Study", "Arrived in time"),
            presences.arrived_on_time,
            translate("Study", "arrived inside the limit ÷ judged"),
            unjudged,
        ),
        _median_tile(presences),
        _heads_tile(presences.heads),
    ]
    return found if drill else [*found, _reports_tile(whistles), _rate_tile(whistles, band)]


def _median_tile(found: PresenceFigures) -> Tile:
    median = found.median_arrival
    return Tile(
        "median",
        translate("Study", "Median to arrive"),
        NONE if median is None else f"{median / MINUTE:.1f}",
        "" if median is None else translate("Study", "min"),
        translate("Study", "{n} arrivals").format(n=found.arrivals_timed) if found.arrivals_timed else "",
        translate("Study", "the middle one of all times from being called to arriving"),
        translate("Study", "left out: asked bodies, untold times"),
    )


def _heads_tile(found: Heads) -> Tile:
    formula = translate("Study", "people really there ÷ people asked for")
    without = translate("Study", "left out: no number asked; number not told {n}").format(n=found.not_told)
    name = translate("Study", "People there")
    if not found.asked:
        return Tile("heads", name, NONE, "", "", formula, without)
    percent, counted = found.ratio.percent, f"{found.came} / {found.asked}"
    if percent is None:  # too few people to speak of a share
        return Tile("heads", name, counted, "", "", formula, without)
    return Tile("heads", name, f"{percent:.1f}", "%", counted, formula, without, percent)


def _reports_tile(found: WhistleFigures) -> Tile:
    first = found.first_report
    median = (
        translate("Study", "median {n} min").format(n=f"{first / MINUTE:.1f}")
        if first is not None
        else translate("Study", "nothing told yet")
    )
    return _ratio_tile(
        "reports",
        translate("Study", "First report in time"),
        found.first_reports,
        translate("Study", "told the district by phone inside the limit ÷ whistles"),
        translate("Study", "{median}; updates in time {n} / {m}").format(
            median=median, n=found.updates.part, m=found.updates.whole
        ),
    )


def _rate_tile(found: WhistleFigures, band: tuple[float, float] | None) -> Tile:
    rate = found.rate
    name = translate("Study", "Whistle rate")
    formula = translate("Study", "whistles ÷ cases; too few and too many are both flagged")
    without = translate("Study", "left out: taken back, imported history; false alarms {n}").format(
        n=found.false_alarms
    )
    parts = f"{found.whistles} / {found.cases}"
    if rate is None or found.cases < 10:
        few = translate("Study", "fewer than ten: counted, no share") if found.cases else ""
        return Tile("rate", name, parts if found.cases else NONE, "", few, formula, without)
    gauge = Band(rate, *band) if band is not None else None
    return Tile("rate", name, f"{rate:.1f}", "%", parts, formula, without, None, gauge)


# --- breaking down ------------------------------------------------------------------------------------------------


def group_rows(parts: Mapping[str, Part], by: str, name: Names) -> list[GroupRow]:
    """The breakdown: judged units by their arrivals in time, best first; small numbers, asked bodies and the rest below.

    Months stand in their order.
    """
    rows = []
    for key, part in parts.items():
        some, found = part.presences, part.figures
        rows.append((_rank(by, key, some, found), _group_row(key, _group_name(by, key, name), by, some, found)))
    return [row for _, row in sorted(rows, key=lambda pair: pair[0])]


def _rank(by: str, key: str, some: Sequence[Presence], found: PresenceFigures) -> tuple[int, float, str]:
    if by == "month":
        return 0, 0.0, key
    percent = found.arrived_on_time.percent
    if by == "unit" and (percent is None or not ranked(some)):
        return 1, -float(found.called), key
    return 0, -(percent or 0.0), key


def _group_name(by: str, key: str, name: Names) -> str:
    if by == "unit":
        return name(key)
    if by == "relation":
        return translate("Words", RELATIONS[key][1]) if key in RELATIONS else key
    return key or translate("Study", "without a plan")


def _group_row(key: str, name: str, by: str, some: Sequence[Presence], found: PresenceFigures) -> GroupRow:
    relation = some[0].state.relation if by == "unit" else ""
    outcomes = [
        translate("Study", "{what} {n}").format(what=word(OVERLAYS, code), n=count)
        for code, count in (
            ("refused", found.refused),
            ("replaced", found.replaced),
            ("left_early", found.left_early),
            ("never_came", found.never_came),
        )
        if count
    ]
    asked = found.heads.asked
    return GroupRow(
        key=key,
        name=name,
        relation=relation,
        whistles=found.whistles,
        called=found.called,
        answered=share(found.answered),
        in_time=share(found.answered_on_time),
        arrived=share(found.arrived),
        arrived_in_time=share(found.arrived_on_time),
        median=when.span(found.median_arrival) if found.median_arrival is not None else NONE,
        heads=f"{found.heads.came} / {asked}" if asked else NONE,
        outcomes=listed(outcomes),
    )


def presence_rows(presences: Sequence[Presence], now: int, name: Names) -> list[PresenceRow]:
    """The departments behind a figure, the newest whistle first."""
    newest_first = sorted(presences, key=lambda one: (-one.whistle.blown_at, one.state.ordinal))
    return [_presence_row(one, now, name) for one in newest_first]


def _presence_row(one: Presence, now: int, name: Names) -> PresenceRow:
    state = one.state
    over = overlay(state, now)
    table, code = (OVERLAYS, over) if over else (STEPS, state.furthest)
    arrived = state.milestone("arrived")
    came = NONE if arrived is None or arrived.people is None else str(arrived.people)
    return PresenceRow(
        key=state.subject,
        whistle=one.whistle.id,
        number=one.whistle.number,
        blown=when.moment(one.whistle.blown_at, now),
        title=one.whistle.title,
        unit=name(state.unit),
        state=word(table, code),
        icon=icon(table, code),
        answered=_took(state, "answer"),
        answered_late=in_time(state, "answer", stops_at(one.whistle, now)) is False,
        arrived=_took(state, "arrive"),
        arrived_late=in_time(state, "arrive", stops_at(one.whistle, now)) is False,
        heads=f"{came} / {state.asked_people}" if state.asked_people is not None else came,
    )


def _took(state: ReportIn, clock: str) -> str:
    """How long a clock ran before it was met, and its limit."""
    found = clocks(state)[clock]
    limit = state.limits.get(clock)
    behind = f" / {limit:g}" if limit else ""
    if found.met_at is None:
        return f"{NONE}{behind}"
    return f"{when.span(found.met_at - state.listed_at)}{behind}"


HEADINGS = (
    "分组",
    "吹哨次数",
    "应到单位次",
    "响应",
    "准时响应",
    "到场",
    "准时到场",
    "到场中位用时",
    "实到/要求人数",
    "拒绝、替代等",
)
"""The headings of the exported table; a file is data, so Chinese in every language of the screen."""


def export_rows(rows: Sequence[GroupRow], told: Sequence[Tile]) -> list[list[str | int | None]]:
    """The breakdown as it stands, and below it each figure with what it is made of."""
    found: list[list[str | int | None]] = [
        [
            row.name,
            row.whistles,
            row.called,
            _marked(row.answered),
            _marked(row.in_time),
            _marked(row.arrived),
            _marked(row.arrived_in_time),
            row.median,
            row.heads,
            row.outcomes,
        ]
        for row in rows
    ]
    found.append([])
    for tile in told:
        found.append([tile.name, None, None, f"{tile.value}{tile.unit}", tile.parts, tile.formula, tile.without])
    return found


def _marked(told: tuple[str, float | None]) -> str:
    return told[0] if told[1] is None else f"{told[0]}%"
