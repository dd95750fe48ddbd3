"""The forms of obligations: done by hand, and the rule of one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication

from commandcenter.domain.obligation import KINDS, OWN_DAYS, Obligation
from commandcenter.ui.obligation_words import EVIDENCE, evidence_word
from commandcenter.ui.parts.forms import Field

translate = QCoreApplication.translate


def done_fields(today: date) -> Sequence[Field]:
    """On which day, and how."""
    return [
        Field("on", translate("ObligationSheets", "On which day"), value=today.isoformat(), hint="2026-07-24"),
        Field(
            "words", translate("ObligationSheets", "What was done, who was there"), "lines", required=True, wide=True
        ),
    ]


def _kind_words() -> dict[str, str]:
    return {
        "interval": translate("ObligationSheets", "so long after the last time"),
        "yearly": translate("ObligationSheets", "so often a year"),
        "monthly": translate("ObligationSheets", "each month by a day"),
        "fixed": translate("ObligationSheets", "each year on fixed days"),
        "season": translate("ObligationSheets", "before a season begins"),
        "record": translate("ObligationSheets", "as its records say"),
    }


def obligation_fields(one: Obligation | None, now: int) -> Sequence[Field]:
    """The fields of an obligation; of one whose days come from records the rule cannot be changed."""
    rule = one.rule if one is not None else None
    own = one is not None and one.by in OWN_DAYS
    words = _kind_words()
    kinds = [(code, words[code]) for code in KINDS if (code == "record") == own]
    shown = [(code, evidence_word(code)) for code in EVIDENCE if (code in OWN_DAYS) == own]
    found = [
        Field("name", translate("ObligationSheets", "What"), required=True, value=one.name if one else None, wide=True),
        Field("kind", translate("ObligationSheets", "Rule"), "choice", rule.kind if rule else "yearly", kinds),
        Field("by", translate("ObligationSheets", "Shown by"), "choice", one.by if one else "hand", shown),
    ]
    if not own:
        days = "、".join(f"{month:02d}-{day:02d}" for month, day in rule.days) if rule else ""
        count = None
        if rule is not None:
            count = {"interval": rule.every, "yearly": rule.times, "monthly": rule.day}.get(rule.kind)
        units = [
            ("month", translate("ObligationSheets", "months (interval)")),
            ("day", translate("ObligationSheets", "days (interval)")),
        ]
        hint = translate("ObligationSheets", "how many months or days; times a year; day of the month")
        found += [
            Field("count", translate("ObligationSheets", "Number"), "number", count, hint=hint, least=1),
            Field("unit", translate("ObligationSheets", "Unit"), "choice", rule.unit if rule else "month", units),
            Field("days", translate("ObligationSheets", "Days of the year"), value=days or None, hint="06-01、11-15"),
        ]
    return [
        *found,
        Field("lead", translate("ObligationSheets", "Reminded so many days before"), "number", one.lead if one else 14),
        Field("source", translate("ObligationSheets", "Source"), value=one.source if one else None, wide=True),
        Field("note", translate("ObligationSheets", "Note"), value=one.note if one else None, wide=True),
    ]


def read_fields(values: Mapping[str, Any], standing: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of the record; what the form does not ask stays as it stands."""
    kind, count = str(values["kind"]), values.get("count")
    rule: dict[str, Any] = {"kind": kind}
    if kind == "interval":
        rule |= {"every": count or 0, "unit": values["unit"]}
    elif kind == "yearly":
        rule["times"] = count or 0
    elif kind == "monthly":
        rule["day"] = count or 0
    elif kind in ("fixed", "season"):
        told = str(values["days"]).replace("，", "、").replace(",", "、").replace("/", "-")
        rule["days"] = [part.strip() for part in told.split("、") if part.strip()]
    lead = values["lead"]
    told_fields = {
        "name": str(values["name"]).strip(),
        "by": values["by"],
        "rule": rule,
        "lead": lead if lead is not None else 7,
        "source": str(values["source"]).strip(),
        "note": str(values["note"]).strip(),
    }
    return {**standing, **told_fields}
