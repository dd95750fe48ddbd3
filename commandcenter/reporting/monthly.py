"""F18 月度点评材料: the three rates of a month with formulas, exclusions and charts, by whom and what, down to cases.

Every figure comes from ``month_figures``, as on the screen. What is not counted stands in the annex; fewer than ten cases are
told as counts and have no place. Case words are masked unless somebody asks for the version of the duty room.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from commandcenter.domain import month as months
from commandcenter.domain.case import Case
from commandcenter.domain.category import levels
from commandcenter.domain.masking import mask_name, mask_text
from commandcenter.domain.monthly import Monthly, lines_of, monthly_subject
from commandcenter.domain.rates import GROUNDS, RESOLUTION, THREE, Formula, Rate
from commandcenter.domain.refusal import Refused
from commandcenter.journal.reading.month_figures import (
    CHANNEL,
    COMMUNITY,
    KIND,
    LEAD,
    Group,
    MonthFigures,
    justified,
    month_figures,
    ranks,
)
from commandcenter.journal.reading.rates import UNIT, Behind, CaseBehind
from commandcenter.reporting import blocks, times
from commandcenter.reporting.blocks import Block
from commandcenter.reporting.material import Material
from commandcenter.reporting.words import ERASED, NONE, UNKNOWN, word

WORST = 10
"""So many cases are told as examples of what went wrong (domain.md 2-17)."""
MOST_POINTS = 20
MOST_KINDS = 15
CHART_STEP = 10

Name = Callable[[str], str]


def monthly_review(material: Material) -> dict[str, Any]:
    """The material of the month that is the subject (``monthly/202606``). Option ``masked`` (True): case words are masked.

    Refuses ``month_wrong`` for a subject that is no month.
    """
    if not material.key.isdigit():
        raise Refused("month_wrong", month=material.key)
    month = int(material.key)
    records = material.reference.records("category")
    categories = {key: levels(record.get("path")) for key, record in records.items()}
    figures = month_figures(material.rates, month, material.now, categories)
    return _Pack(material, figures).document()


class _Pack:
    """One month being written."""

    def __init__(self, material: Material, figures: MonthFigures) -> None:
        self._material, self._figures = material, figures
        self._month = figures.month
        self._masked = material.options.get("masked", True) is not False
        self._state = material.matters.one(Monthly, monthly_subject(figures.month))
        self._before = material.matters.one(Monthly, monthly_subject(months.later(figures.month, -1)))
        self._three = [figures.formulas[key] for key in THREE if key in figures.formulas]

    def document(self) -> dict[str, Any]:
        office = self._material.names.office
        name = f"{self._month // 100}年{self._month % 100}月"
        paper = self._material.paper(
            title="月度点评材料", number=f"{self._month // 100}-{self._month % 100:02d}", mode="real"
        )
        return {
            "document": "monthly_review",
            "paper": paper | {"private": not self._masked},
            "heading": [f"{office}接诉即办", "月度点评材料"],
            "under_title": f"{name}（第{self._month % 100}期）" + ("，截至打印时" if self._runs() else ""),
            "cover": True,
            "date": times.day(self._material.now),
            "blocks": [
                *self._overall(),
                *self._communities(),
                *self._sections(),
                *self._kinds(),
                *self._points(),
                *self._cases(),
                *self._measures(),
                *self._annex(),
            ],
        }

    def _runs(self) -> bool:
        """Whether the month has not ended: then it is no whole month."""
        return self._figures.at < months.end_of(self._month)

    # -- the parts -------------------------------------------------------------------------------------------------

    def _overall(self) -> list[Block]:
        figures = self._figures
        taken, before = figures.taken, figures.total.before.count("taken")
        year_ago = figures.total.year_ago.count("taken")
        told = f"本月受理{taken}件，上月{before}件，{_more(taken, before)}"
        told += f"；上年同月{year_ago}件。" if year_ago else "；上年同月没有记录。"
        three = [self._spoken(formula) for formula in self._three]
        found: list[Block] = [blocks.level1("一、总体情况"), blocks.par(told)]
        found += [blocks.par("；".join(three) + "。")] if three else []
        found.append(blocks.par(self._not_counted()))
        right = justified(self._material.matters, self._month)
        if right.of or right.pending:
            waiting = f"，{right.pending}次还差一方意见" if right.pending else ""
            found.append(blocks.par(f"本月集结哨、联动哨双方都认为该吹的{right.good}次，共{right.of}次{waiting}。"))
        found.append(self._chart())
        rows = [self._overview_line(formula) for formula in figures.formulas.values()]
        heads = ("指标", "本月", "分子／分母", "目标", "上月", "上年同月")
        found.append(blocks.table(heads, rows, (0, 22, 30, 22, 24, 24), caption="各项指标", centred=range(1, 6)))
        channels = [self._row(key, group, lambda key: word("found_by", key)) for key, group in self._sorted(CHANNEL)]
        found.append(self._rates_table("按发现途径", "途径", channels))
        return found

    def _spoken(self, formula: Formula) -> str:
        """A rate in a sentence: figure, parts, target, and how it moved."""
        rate = self._figures.rate(formula.key)
        told = (
            f"{formula.name}{_figure(rate)}（{rate.good}／{rate.of}）"
            if not rate.small
            else f"{formula.name}{_figure(rate)}"
        )
        if rate.small:
            return told + ("，不足10件，只列件数" if rate.of else "，没有可计的件")
        if formula.target is not None:
            percent = round(rate.percent or 0, 1)
            short = max(0, math.ceil(formula.target * rate.of / 100 - 1e-9) - rate.good)
            told += (
                f"，低于目标{formula.target:g}%，差{short}件"
                if percent < formula.target
                else f"，达到目标{formula.target:g}%"
            )
        before = self._figures.rate(formula.key, self._figures.total.before)
        if not before.small:
            by = round(rate.percent or 0, 1) - round(before.percent or 0, 1)
            told += f"，较上月{_signed(by)}个百分点"
        return told

    def _not_counted(self) -> str:
        told = [f"{formula.name}未计{self._figures.rate(formula.key).left}件" for formula in self._three]
        words = "，".join(told) + "，公式、剔除和未计件见附件。" if told else ""
        if self._figures.late_answers:
            words += f"其中{self._figures.late_answers}件的回访在月后补入。"
        if self._figures.unknown:
            words += f"另有本月旧件{self._figures.unknown}件没有办理结果，不计入任何指标。"
        return words

    def _chart(self) -> Block:
        trend = self._figures.trend[1:]
        labels = [f"{month % 100}月" for month, _ in trend]
        series = []
        for formula in self._three:
            told = [self._figures.rate(formula.key, sums) for _, sums in trend]
            series.append((formula.name, [None if rate.small else round(rate.percent or 0, 1) for rate in told]))
        known = [value for _, values in series for value in values if value is not None]
        low = math.floor(min(known, default=0) / CHART_STEP) * CHART_STEP
        low = max(0, low - CHART_STEP if known and min(known) - low < 2 else low)
        return blocks.chart("近十二个月三率（%），不足10件的月份空缺", labels, series, "%", low)

    def _overview_line(self, formula: Formula) -> list[str]:
        group = self._figures.total
        rate, before, year_ago = (
            self._figures.rate(formula.key, sums) for sums in (group.sums, group.before, group.year_ago)
        )
        return [
            formula.name,
            _figure(rate),
            f"{rate.good}／{rate.of}",
            _aim(formula),
            _figure(before),
            _figure(year_ago),
        ]

    def _communities(self) -> list[Block]:
        rows = [
            [*row, "、".join(self._figures.focus[COMMUNITY].get(key, ())) or NONE, str(self._figures.points_of(key))]
            for key, row in self._ranked(COMMUNITY, self._place)
        ]
        heads = ("名次", "社区", "件数", *(formula.name for formula in self._three), "集中问题", "重复点位")
        widths = (12, 24, 13, *(20 for _ in self._three), 0, 13)
        return [
            blocks.level1("二、社区情况"),
            blocks.par("按解决率由高到低排列；不足10件的只列件数，不排名。"),
            _table(heads, rows, widths, centred=(0, 2, 3, 4, 5, 7)),
        ]

    def _sections(self) -> list[Block]:
        asked = [key for key, unit in self._material.names.units.items() if unit.relation == "request"]
        lead = [row for _, row in self._ranked(LEAD, self._unit, asked)]
        both = [row for _, row in self._ranked(UNIT, self._unit, asked)]
        heads = ("名次", "单位", "件数", *(formula.name for formula in self._three))
        widths = (14, 0, 18, *(26 for _ in self._three))
        return [
            blocks.level1("三、科室和社区办理情况"),
            _table(heads, lead, widths, caption="牵头单位", centred=(0, 2, 3, 4, 5)),
            blocks.par("双派双考：一件双派的，牵头和协办都计。被请支援的单位只列数，不排名。"),
            _table(heads, both, widths, caption="全部承办单位", centred=(0, 2, 3, 4, 5)),
        ]

    def _kinds(self) -> list[Block]:
        rows = []
        told = self._sorted(KIND)
        for key, group in told[:MOST_KINDS]:
            taken, before = group.sums.count("taken"), group.before.count("taken")
            rates = [_figure(self._figures.rate(formula.key, group.sums)) for formula in self._three]
            about = "、".join(kind for kind in self._figures.focus[KIND].get(key, ()) if kind != key) or NONE
            rows.append([key or UNKNOWN, str(taken), _signed(taken - before), *rates, about])
        heads = ("类别", "件数", "较上月", *(formula.name for formula in self._three), "集中问题")
        widths = (26, 14, 16, *(21 for _ in self._three), 0)
        found = [blocks.level1("四、类别情况"), blocks.table(heads, rows, widths, centred=(1, 2, 3, 4, 5))]
        rest = told[MOST_KINDS:]
        if rest:
            count = sum(group.sums.count("taken") for _, group in rest)
            found.append(blocks.note(f"只列件数最多的{MOST_KINDS}类，其余{len(rest)}类共{count}件。"))
        return found

    def _points(self) -> list[Block]:
        points = self._figures.points
        rows = [
            [
                str(place),
                self._place(one.place),
                self._place(one.community),
                str(one.count),
                "、".join(one.kinds[:3]) or UNKNOWN,
            ]
            for place, one in enumerate(points[:MOST_POINTS], start=1)
        ]
        found = [
            blocks.level1("五、重复点位"),
            blocks.par(
                f"本月同一地点受理两件以上的{len(points)}处。" if points else "本月没有同一地点受理两件以上的。"
            ),
        ]
        if rows:
            found.append(
                blocks.table(("序", "地点", "社区", "件数", "类别"), rows, (12, 0, 34, 16, 50), centred=(0, 3))
            )
        if len(points) > MOST_POINTS:
            found.append(blocks.note(f"只列前{MOST_POINTS}处，另有{len(points) - MOST_POINTS}处。"))
        return found

    def _cases(self) -> list[Block]:
        found = [blocks.level1("六、典型案件"), blocks.level2("（一）办得好的")]
        told = [self._example(key) for key in self._state.examples]
        found += told or [blocks.par("没有选定。")]
        found.append(blocks.level2("（二）来电人不认可或超时的"))
        formula = self._figures.formulas.get(RESOLUTION)
        if formula is None:
            return [*found, blocks.par("没有解决率公式，无从列出。")]
        failed = self._material.rates.behind(
            Behind(formula, self._month, self._month, standings=("failed",)), self._figures.at
        )
        failed.sort(key=lambda case: (-case.repeats, -case.facts.redone, case.received_at, case.id))
        rows = [self._worst(place, case) for place, case in enumerate(failed[:WORST], start=1)]
        heads = ("序", "编号", "事项", "承办", "情况")
        found.append(blocks.table(heads, rows, (10, 36, 0, 32, 30), centred=(0,)))
        if len(failed) > WORST:
            found.append(blocks.note(f"共{len(failed)}件，只列{WORST}件：重复多、重办多、受理早的在前。"))
        return found

    def _example(self, key: str) -> Block:
        state, _ = self._material.cases.case(key)
        if not state.known:
            return blocks.par(f"案件{UNKNOWN}。")
        lead = state.lead
        unit = f"，{self._material.names.unit(lead.unit)}牵头办理" if lead is not None else ""
        title = self._words(state, state.title)
        return blocks.par(f"{state.number}　{self._place(state.community)}：{title}{unit}。")

    def _worst(self, ordinal: int, case: CaseBehind) -> list[str]:
        state, _ = self._material.cases.case(case.id)
        units = "、".join(self._material.names.unit(unit) for unit in (case.lead, *case.others.split()) if unit)
        facts, told = case.facts, []
        if facts.solved is not None:
            told.append("不认可已解决")
        elif facts.due_at is not None:
            told.append("超时未办结")
        told += [f"{name}{count}次" for name, count in (("重复", case.repeats), ("重办", facts.redone)) if count]
        return [str(ordinal), case.number, self._words(state, state.title), units or NONE, "，".join(told)]

    def _words(self, state: Case, words: str) -> str:
        """A citizen's words as they may stand here."""
        if state.erased or not words:
            return ERASED if state.erased else UNKNOWN
        if not self._masked:
            return words
        if state.reporter:
            words = words.replace(state.reporter, mask_name(state.reporter))
        return mask_text(words)

    def _measures(self) -> list[Block]:
        promised, followed = lines_of(self._before.measures), lines_of(self._state.followed)
        found: list[Block] = [blocks.level1("七、上月措施落实情况")]
        if promised:
            found.append(blocks.par("上月提出的措施："))
            found += _numbered(promised)
        found += _numbered(followed) if followed else [blocks.par("没有填写。")]
        found.append(blocks.level1("八、下月措施"))
        found += _numbered(lines_of(self._state.measures)) or [blocks.par("没有填写。")]
        found.append(blocks.signatures(["拟稿", "复核"]))
        return found

    def _annex(self) -> list[Block]:
        figures = self._figures
        formulas = [
            [
                one.name,
                _formula(one),
                "、".join(word("rate_ground", ground) for ground in one.excluded) or "无",
                _aim(one),
                _basis(one),
            ]
            for one in figures.formulas.values()
        ]
        used = [ground for ground in GROUNDS if any(ground in figures.rate(key).left_out for key in figures.formulas)]
        rows = []
        for one in figures.formulas.values():
            rate = figures.rate(one.key)
            left = [str(rate.left_out.get(ground, 0)) if ground in one.excluded else NONE for ground in used]
            rows.append([one.name, str(figures.taken), str(rate.of), *left, str(rate.pending)])
        heads = ("指标", "受理", "分母", *(word("rate_ground", ground) for ground in used), "尚不能计")
        return [
            blocks.new_page(),
            blocks.level1("附件"),
            blocks.table(
                ("指标", "公式", "剔除", "目标", "依据"),
                formulas,
                (26, 0, 41, 21, 25),
                caption="一、公式与剔除",
                centred=(3,),
            ),
            blocks.table(
                heads,
                rows,
                (0, 14, 14, *(16 for _ in used), 18),
                caption="二、没有计入的件数",
                centred=range(1, len(heads)),
            ),
            *self._in_force(),
            blocks.note(
                "受理＝分母＋剔除＋尚不能计（在办未到期，或已反馈还没有回访）。超时未办结的计在分母里，按没有做到计。"
                "演练不计入。不足10件的只列件数，不算百分比，不排名。"
            ),
        ]

    def _in_force(self) -> list[Block]:
        """Since when the formulas are as they are: one line, for most of them began together."""
        days: dict[str, list[str]] = {}
        for formula in self._figures.formulas.values():
            if formula.version:
                days.setdefault(times.day(formula.since), []).append(formula.name)
        if len(days) == 1:
            return [blocks.note(f"以上公式{next(iter(days))}起施行。")]
        told = "；".join(f"{'、'.join(names)}{day}起施行" for day, names in days.items())
        return [blocks.note(f"公式施行时间：{told}。")] if told else []

    # -- tables of rates -------------------------------------------------------------------------------------------

    def _rates_table(self, caption: str, head: str, rows: Iterable[Sequence[str]]) -> Block:
        heads = (head, "件数", *(formula.name for formula in self._three))
        return blocks.table(
            heads, rows, (0, 22, *(28 for _ in self._three)), caption=caption, centred=range(1, 2 + len(self._three))
        )

    def _sorted(self, by: str) -> list[tuple[str, Group]]:
        """The groups with cases, those with the most first."""
        told = [(key, group) for key, group in self._figures.groups[by].items() if group.sums.count("taken")]
        return sorted(told, key=lambda item: (-item[1].sums.count("taken"), item[0]))

    def _row(self, key: str, group: Group, name: Name) -> list[str]:
        rates = [_figure(self._figures.rate(formula.key, group.sums)) for formula in self._three]
        return [name(key) or UNKNOWN, str(group.sums.count("taken")), *rates]

    def _ranked(self, by: str, name: Name, unranked: Sequence[str] = ()) -> list[tuple[str, list[str]]]:
        """Key and line (place, name, cases, rates) of each group, by its place in the resolution rate; nobody's cases last."""
        told = dict(self._sorted(by))
        places = ranks({key: self._figures.rate(RESOLUTION, group.sums) for key, group in told.items()}, unranked)
        ordered = sorted(told, key=lambda key: (_nobody(key, name), places.get(key, len(told) + 1), name(key), key))
        return [(key, [str(places.get(key, NONE)), *self._row(key, told[key], name)]) for key in ordered]

    def _unit(self, key: str) -> str:
        return self._material.names.unit(key) if key else "未派单"

    def _place(self, key: str) -> str:
        names = self._material.names
        return names.places.get(key) or names.unit(key) or UNKNOWN


def _nobody(key: str, name: Name) -> bool:
    """Whether a group is what nobody was named for."""
    return not key or name(key) in ("", UNKNOWN)


def _table(
    heads: Sequence[str],
    rows: Sequence[Sequence[str]],
    widths: Sequence[int],
    *,
    centred: Sequence[int],
    caption: str = "",
) -> Block:
    """A table of places; where nobody has one, without the column of places."""
    if any(row[0] != NONE for row in rows):
        return blocks.table(heads, rows, widths, caption=caption, centred=centred)
    cut = tuple(place - 1 for place in centred if place)
    return blocks.table(heads[1:], [row[1:] for row in rows], widths[1:], caption=caption, centred=cut)


def _figure(rate: Rate) -> str:
    """A rate on paper: per cent, a count where there are too few, a dash where there is nothing."""
    if not rate.of:
        return NONE
    return f"{rate.good}／{rate.of}件" if rate.small else f"{rate.percent:.1f}%"


def _signed(by: float) -> str:
    told = f"{by:+.1f}" if isinstance(by, float) else f"{by:+d}"
    return told.replace("-", "−") if round(by, 1) else "持平" if isinstance(by, int) else "0.0"


def _more(now: int, before: int) -> str:
    if now == before:
        return "持平"
    return f"增加{now - before}件" if now > before else f"减少{before - now}件"


def _aim(formula: Formula) -> str:
    if formula.target is not None:
        return f"{formula.target:g}%"
    if formula.low is None and formula.high is None:
        return NONE
    low = f"{formula.low:g}" if formula.low is not None else ""
    high = f"{formula.high:g}" if formula.high is not None else ""
    return f"{low}—{high}%"


def _formula(formula: Formula) -> str:
    part, whole = ("＋".join(word("rate_count", name) for name in names) for names in (formula.part, formula.whole))
    return f"{part}÷（{whole}）" if len(formula.whole) > 1 else f"{part}÷{whole}"


def _basis(formula: Formula) -> str:
    return word("basis", formula.basis) + (f"，第{formula.version}版" if formula.version else "")


def _numbered(lines: Sequence[str]) -> list[Block]:
    return [blocks.par(f"{place}. {line}") for place, line in enumerate(lines, start=1)]
