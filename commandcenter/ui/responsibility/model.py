"""What the responsibility screen shows: rows of the list, of tasks that were asked for, of disputes; figures of the split."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from commandcenter.desk.reference import Reference
from commandcenter.domain.admission import Admission
from commandcenter.domain.responsibility import (
    MOST_DEPARTMENTAL,
    PARTS,
    PRINTED_SHARES,
    Item,
    case_split,
    shares,
)
from commandcenter.domain.roster import matching
from commandcenter.journal.reading.duty_disputes import Dispute
from commandcenter.ui.duty_words import ADMISSION_STAGES, BASES, BLOCKS, DISPUTE_SORTS, FINDINGS, ORIGINS, duty_word
from commandcenter.ui.duty_words import PARTS as PART_WORDS
from commandcenter.ui.parts.days import short_day, short_moment
from commandcenter.ui.parts.figures import Figure
from commandcenter.ui.slow_words import DUTY_REASONS, slow_word
from commandcenter.ui.words import REASONS, word

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class DutyRow:
    """An item in the list, all of it worded. ``off``: taken off, shown dim."""

    key: str
    number: str
    block: str
    part: str
    part_code: str
    text: str
    lead: str
    unit: str
    basis: str
    origin: str
    off: bool
    spelt: str = ""

    def answers(self, wanted: str) -> bool:
        """Whether the row answers to what was typed: all of its words, or the initials of its text."""
        words = (self.number, self.block, self.part, self.lead, self.unit, self.basis, self.origin)
        return matching(self.spelt, self.text, wanted) or any(wanted.lower() in told.lower() for told in words if told)


@dataclass(frozen=True, slots=True)
class AdmissionRow:
    """A task that was asked for: number, who asks, what, where it stands, what presses."""

    key: str
    number: str
    sender: str
    title: str
    stage: str
    icon: str
    tone: str
    finding: str
    day: str


@dataclass(frozen=True, slots=True)
class DisputeRow:
    """A dispute: when, which unit would not, of what, why, in words."""

    key: str
    at: str
    sort: str
    unit: str
    number: str
    title: str
    reason: str
    words: str


def duty_rows(reference: Reference, items: Sequence[Item], block: str, wanted: str) -> list[DutyRow]:
    """The items of a block (empty: of all) that answer to what was typed."""
    spelt = reference.responsibility_initials
    rows = []
    for item in items:
        if (block and item.block != block) or not item.active:
            continue
        row = DutyRow(
            item.id,
            item.number,
            duty_word(BLOCKS, item.block),
            duty_word(PART_WORDS, item.part),
            item.part,
            item.text,
            lead_name(reference, item),
            reference.unit_name(item.unit) if item.unit else "",
            duty_word(BASES, item.basis_type),
            duty_word(ORIGINS, item.origin) if item.origin != "base" else "",
            not item.in_force,
            spelt.get(item.id, ""),
        )
        if all(row.answers(part) for part in wanted.split()):
            rows.append(row)
    return rows


def lead_name(reference: Reference, item: Item) -> str:
    """The leading department: as the list calls it, else by the unit's name."""
    return item.lead or (reference.unit_name(item.lead_unit) if item.lead_unit else "")


def split_figures(items: Sequence[Item], split: Mapping[tuple[str, ...], int], learned: str) -> list[Figure]:
    """The split by role word beside the printed one, the sources, and how the real cases split."""
    told = shares(items)
    figures = []
    unsorted = split.get((), 0)
    cases = case_split(items, {path: count for path, count in split.items() if path})
    inside = sum(cases.get(part, 0) for part in PARTS)
    for part in PARTS:
        share = told.of(part)
        printed = f"{PRINTED_SHARES[part] * 100:.1f}%"
        note = translate("Duty", "trial list {share}").format(share=printed)
        if inside:
            real = f"{cases.get(part, 0) / inside * 100:.1f}%"
            note = translate("Duty", "{note} · of cases {real}").format(note=note, real=real)
        value = f"{share * 100:.1f}%" if share is not None else "—"
        behind = translate("Duty", "{n} items").format(n=told.counts.get(part, 0))
        figures.append(Figure(duty_word(PART_WORDS, part), value, behind, note))
    departmental = told.departmental
    over = departmental is not None and departmental >= MOST_DEPARTMENTAL
    figures.append(
        Figure(
            translate("Duty", "Papers of departments"),
            f"{departmental * 100:.1f}%" if departmental is not None else "—",
            translate("Duty", "of the sources"),
            translate("Duty", "to stay below {share}").format(share=f"{MOST_DEPARTMENTAL * 100:.0f}%"),
            over,
        )
    )
    whole = inside + cases.get("none", 0)
    without = translate("Duty", "{n} without a kind").format(n=unsorted)
    outside = f"{cases.get('none', 0) / whole * 100:.1f}%" if whole else "—"
    figures.append(
        Figure(
            translate("Duty", "Cases outside the list"),
            outside,
            translate("Duty", "of {n}").format(n=whole) if whole else "",
            f"{learned} · {without}" if unsorted else learned,
        )
    )
    return figures


def admission_rows(states: Sequence[Admission]) -> list[AdmissionRow]:
    """Tasks, those that still need something first, then the newest."""
    ordered = sorted(states, key=lambda state: (state.closed_at is not None, -state.opened_at, state.subject))
    rows = []
    for state in ordered:
        stage, icon, tone = ADMISSION_STAGES.get(state.stage, (state.stage, "circle", "plain"))
        rows.append(
            AdmissionRow(
                state.id,
                state.number,
                state.sender,
                state.title or state.number,
                translate("Duty", stage),
                icon,
                tone,
                duty_word(FINDINGS, state.finding) if state.finding else "",
                short_day(state.opened_at),
            )
        )
    return rows


def dispute_rows(reference: Reference, disputes: Sequence[Dispute]) -> list[DisputeRow]:
    """Disputes, the newest first."""
    return [
        DisputeRow(
            f"{one.source}#{one.unit}#{one.at}",
            short_moment(one.at),
            duty_word(DISPUTE_SORTS, one.sort),
            reference.unit_name(one.unit),
            one.number,
            one.title or "/".join(reference.categories.get(one.category, ())),
            _reason(one),
            one.words,
        )
        for one in disputes
    ]


def _reason(one: Dispute) -> str:
    if not one.reason:
        return ""
    return slow_word(DUTY_REASONS, one.reason) if one.reason in DUTY_REASONS else word(REASONS, one.reason)
