"""What the screen of the rates says: tiles, lines of the breakdown, cases behind a figure. Without a widget."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from commandcenter.domain.masking import mask_known
from commandcenter.domain.rates import COUNTS, WHISTLE, Formula, Rate, counts_of
from commandcenter.journal.reading.month_figures import COMMUNITY, Group, MonthFigures, ranks
from commandcenter.journal.reading.rates import UNIT, CaseBehind
from commandcenter.ui import when
from commandcenter.ui.rates.words import formula_words, ground_word, grounds_told

translate = QCoreApplication.translate

NONE = "—"
TOTAL = "*"
"""The key of the first line: the whole office."""

Names = Callable[[str, str], str]
"""(by, key) → the name of a line."""


@dataclass(frozen=True, slots=True)
class RateTile:
    """One rate at the top. ``against`` and ``short`` are told below the figure; ``trend`` are percentages, oldest first.

    ``level``: good, short (of the target or outside the band), none. ``band`` is low, high; None where it has none.
    """

    key: str
    name: str
    aim: str
    value: str
    parts: str
    against: str
    short: str
    formula: str
    without: str
    level: str
    trend: tuple[float | None, ...]
    target: float | None
    band: tuple[float, float] | None
    percent: float | None

    @property
    def spoken(self) -> str:
        """What a screen reader says: never the figure without what it is made of."""
        figure = f"{self.value} %" if self.percent is not None else self.value
        said = (self.name, figure, self.parts, self.against, self.short, self.formula, self.without)
        return " ".join(part for part in said if part)


@dataclass(frozen=True, slots=True)
class Cell:
    """A rate in a line: words, percentage (None: a count or nothing), whether it misses the target, whether it has a bar.

    Bars show the upper quarter, where rates with a target lie; a share of few in a hundred has none.
    """

    words: str
    percent: float | None
    short: bool
    bar: bool = True


@dataclass(frozen=True, slots=True)
class GroupLine:
    """One line of the breakdown. ``rank`` and ``change`` are of the rate that is looked at."""

    key: str
    name: str
    taken: int
    cells: Mapping[str, Cell]
    rank: str
    change: str
    focus: str
    points: str

    @property
    def spoken(self) -> str:
        """What a screen reader says of it."""
        return " ".join([self.name, str(self.taken), *(cell.words for cell in self.cells.values()), self.rank])


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One case behind a figure."""

    id: str
    number: str
    title: str
    units: str
    standing: str
    answer: str
    reason: str
    day: str


# --- tiles --------------------------------------------------------------------------------------------------------


def shown(rate: Rate) -> tuple[str, float | None]:
    """A rate in words: per cent where there are enough cases, else the count; a dash without a denominator."""
    percent = rate.percent
    if percent is None:
        return NONE, None
    return (f"{rate.good} / {rate.of}", None) if rate.small else (f"{percent:.1f}", percent)


def misses(formula: Formula, percent: float | None) -> bool:
    """Whether a percentage misses the target or lies outside the band."""
    if percent is None:
        return False
    told = round(percent, 1)
    return (
        (formula.target is not None and told < formula.target)
        or (formula.low is not None and told < formula.low)
        or (formula.high is not None and told > formula.high)
    )


def cases_short(rate: Rate, target: float) -> int:
    """How many more cases the target would have needed."""
    return max(0, math.ceil(target * rate.of / 100 - 1e-9) - rate.good)


def tile(figures: MonthFigures, formula: Formula, right: Rate) -> RateTile:
    """The tile of one rate. ``right``: the whistles both sides call right, told with the share of whistled cases."""
    rate = figures.rate(formula.key)
    value, percent = shown(rate)
    short = misses(formula, percent)
    trend = tuple(shown(figures.rate(formula.key, sums))[1] for _, sums in figures.trend)
    left = translate("Rates", "left out {n}: {grounds}").format(n=rate.left, grounds=grounds_told(rate.left_out))
    pending = translate("Rates", "not to be told yet {n}").format(n=rate.pending)
    told = [left if rate.left else translate("Rates", "nothing left out"), pending if rate.pending else ""]
    return RateTile(
        key=formula.key,
        name=formula.name,
        aim=_aim(formula),
        value=value,
        parts=f"{rate.good} / {rate.of}" if percent is not None else _why_no_percentage(rate),
        against=_against(figures, formula, rate),
        short=_short(formula, rate, percent) if short else "",
        formula=formula_words(formula),
        without=_right(right)
        if formula.key == WHISTLE
        else translate("Rates", "; ").join(part for part in told if part),
        level="short" if short else "good" if percent is not None else "none",
        trend=trend,
        target=formula.target,
        band=(formula.low, formula.high) if formula.low is not None and formula.high is not None else None,
        percent=percent,
    )


def _right(right: Rate) -> str:
    """How many whistles of the month both sides call right; one that waits for a word is neither."""
    words = translate("Rates", "both sides call right {good} of {of}, waiting for a word {pending}")
    return words.format(good=right.good, of=right.of, pending=right.pending)


def _against(figures: MonthFigures, formula: Formula, rate: Rate) -> str:
    """How the rate moved, against the month before and the same month a year ago; what has no share is not compared."""
    total = figures.total
    before = change(rate, figures.rate(formula.key, total.before), translate("Rates", "against last month {n}"))
    year = change(rate, figures.rate(formula.key, total.year_ago), translate("Rates", "against a year ago {n}"))
    return translate("Rates", ", ").join(part for part in (before, year) if part)


def _why_no_percentage(rate: Rate) -> str:
    return (
        translate("Rates", "fewer than ten: counted, no share") if rate.of else translate("Rates", "nothing to count")
    )


def _aim(formula: Formula) -> str:
    if formula.target is not None:
        return translate("Rates", "target {n}").format(n=f"{formula.target:g}")
    if formula.low is not None and formula.high is not None:
        return translate("Rates", "fair band {low}–{high} %").format(low=f"{formula.low:g}", high=f"{formula.high:g}")
    return ""


def _short(formula: Formula, rate: Rate, percent: float | None) -> str:
    if percent is None:
        return ""
    told = round(percent, 1)
    if formula.target is not None and told < formula.target:
        words = translate("Rates", "{n} below the target, {cases} cases short")
        return words.format(n=f"{formula.target - told:.1f}", cases=cases_short(rate, formula.target))
    if formula.low is not None and told < formula.low:
        return translate("Rates", "below the band")
    return translate("Rates", "above the band")


def change(rate: Rate, before: Rate, words: str = "{n}") -> str:
    """The change in points of per cent; empty where one of the two has no percentage."""
    now, then = shown(rate)[1], shown(before)[1]
    if now is None or then is None:
        return ""
    by = round(now, 1) - round(then, 1)
    return words.format(n=f"{by:+.1f}".replace("-", "−") if round(by, 1) else "0.0")


# --- breakdown ----------------------------------------------------------------------------------------------------


def group_lines(
    figures: MonthFigures,
    groups: Mapping[str, Group],
    by: str,
    looked_at: str,
    names: Names,
    unranked: Sequence[str] = (),
) -> list[GroupLine]:
    """The lines of a breakdown, the office first, then by place in the rate looked at; who is not ranked stands below."""
    rates = {key: figures.rate(looked_at, group.sums) for key, group in groups.items()}
    told = {key: group for key, group in groups.items() if group.sums.count("taken")}
    places = ranks({key: rates[key] for key in told}, unranked)
    ordered = sorted(told, key=lambda key: (places.get(key, len(told) + 1), not key, names(by, key), key))
    focus = figures.focus.get(by, {})
    total = _line(figures, TOTAL, translate("Rates", "Whole office"), figures.total, looked_at, "", (), "")
    lines = [total]
    for key in ordered:
        rank = str(places[key]) if key in places else ""
        points = str(figures.points_of(key)) if by == COMMUNITY else ""
        lines.append(_line(figures, key, names(by, key), told[key], looked_at, rank, focus.get(key, ()), points))
    return lines


def _line(
    figures: MonthFigures,
    key: str,
    name: str,
    group: Group,
    looked_at: str,
    rank: str,
    focus: Sequence[str],
    points: str,
) -> GroupLine:
    cells = {}
    for formula in figures.formulas.values():
        words, percent = shown(figures.rate(formula.key, group.sums))
        below = percent is not None and formula.target is not None and round(percent, 1) < formula.target
        cells[formula.key] = Cell(words, percent, below, formula.target is not None)
    return GroupLine(
        key=key,
        name=name,
        taken=group.sums.count("taken"),
        cells=cells,
        rank=rank,
        change=change(figures.rate(looked_at, group.sums), figures.rate(looked_at, group.before)),
        focus=translate("Rates", ", ").join(focus) or (NONE if key != TOTAL else ""),
        points=points if key != TOTAL else str(len(figures.points)),
    )


# --- the cases behind ---------------------------------------------------------------------------------------------


def case_line(case: CaseBehind, formula: Formula, now: int, names: Names) -> CaseLine:
    """One case behind a figure, with why it stands where it stands."""
    units = [unit for unit in (case.lead, *case.others.split()) if unit]
    return CaseLine(
        id=case.id,
        number=case.number,
        title=mask_known(case.title),
        units=" + ".join(names(UNIT, unit) for unit in units),
        standing=case.standing,
        answer=_answer(case),
        reason=translate("Rates", ", ").join(reasons(case, formula, now)),
        day=when.day(case.called_back_at) if case.called_back_at is not None else "",
    )


def _answer(case: CaseBehind) -> str:
    if case.facts.solved is None and case.facts.satisfied is None:
        return NONE
    solved = {0: translate("Rates", "not solved"), 1: translate("Rates", "solved")}
    pleased = {0: translate("Rates", "dissatisfied"), 1: translate("Rates", "satisfied")}
    told = (solved.get(_number(case.facts.solved), ""), pleased.get(_number(case.facts.satisfied), ""))
    return translate("Rates", ", ").join(part for part in told if part)


def _number(answer: int | None) -> int:
    return -1 if answer is None else int(answer)


def reasons(case: CaseBehind, formula: Formula, now: int) -> list[str]:
    """Why a case stands where it stands, in words: the count that decides, then what stands out about it."""
    facts, told = case.facts, []
    if case.standing == "left_out":
        told.append(ground_word(facts.ground))
    elif case.standing == "unknown":
        told.append(translate("Rates", "old case without an outcome"))
    elif case.standing == "pending":
        told.append(
            translate("Rates", "suspended")
            if facts.stage == "suspended"
            else translate("Rates", "in hand, within the limit")
            if facts.open and facts.fed_back_at is None
            else translate("Rates", "done, not called back")
        )
    elif case.standing == "failed":
        counts = dict(zip(COUNTS, counts_of(facts, now), strict=True))
        told += [_failure(case, name, now) for name in formula.whole if counts[name]]
    if case.repeats:
        told.append(translate("Rates", "repeated {n}").format(n=case.repeats))
    if facts.redone:
        told.append(translate("Rates", "done again {n}").format(n=facts.redone))
    if facts.whistles:
        told.append(translate("Rates", "whistled"))
    return [words for words in told if words]


def _failure(case: CaseBehind, name: str, now: int) -> str:
    facts = case.facts
    if name == "contact_owed":
        if facts.contacted_at is None or facts.contact_due_at is None:
            return translate("Rates", "not reached")
        late = when.rough(facts.contacted_at - facts.contact_due_at)
        return translate("Rates", "reached {span} late").format(span=late)
    if name in ("late", "late_unsolved", "late_unsatisfied") and facts.due_at is not None:
        return translate("Rates", "open, {span} late").format(span=when.rough(now - facts.due_at))
    if name == "asked_solved":
        return translate("Rates", "not accepted as solved")
    if name == "asked_satisfied":
        return translate("Rates", "dissatisfied")
    if name == "closed_limited":
        return translate("Rates", "closed late")
    return ""


def copied(tiles: Sequence[RateTile], lines: Sequence[GroupLine], keys: Sequence[str], heading: str) -> str:
    """The figures as text: each tile with its formula, then the breakdown, columns parted by tabs."""
    told = [heading, *(tile.spoken for tile in tiles)]
    told += [
        "\t".join([line.name, str(line.taken), *(line.cells[key].words for key in keys), line.rank]) for line in lines
    ]
    return "\n".join(told)
