"""What every office begins with, from the program's own files: limits, formulas, kinds, rules, lists, procedures, calendars.

Founding lists all of it. A newer program that knows more of it lists the rest in an office founded by an older one, under
the same ids (``commandcenter.desk.seeds``).
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from commandcenter.domain.category import category_id, category_path
from commandcenter.domain.clock import local_date
from commandcenter.exchange.official_days import official_days
from commandcenter.resource import resource

Entry = tuple[str, dict[str, Any], dict[str, Any]]
"""A record to be listed: subject, fields, private words."""

FIRST_CALENDAR = 2024

WHOLE = frozenset({"responsibility", "case_limit", "escalation"})
"""Tables that are read as one: a line more changes what the others mean. They come all at once or not at all."""


def reference_records(now: int, *, sample: bool) -> list[Entry]:
    """The records every office begins with at ``now`` (epoch milliseconds).

    Those of the sample office name its units and plans; an own office chooses its own.
    """
    matters: dict[str, Any] = read("sample_office/matters.toml") if sample else {"units": {}, "plans": {}}
    rules = read("sample_office/foresight.toml")["units"] if sample else {}
    duties = read("sample_office/responsibility.toml") if sample else {}
    return [
        *_limits(),
        *_formulas(),
        *_matter_kinds(matters["units"]),
        *_warning_plans(matters["plans"]),
        *_rules(rules),
        *_responsibility(now, duties),
        *_procedures(),
        *_patrol_lists(),
        *_obligations(now),
        *_calendars(now),
        *_case_limits(),
    ]


def read(name: str) -> dict[str, Any]:
    """A file of the program, ``name`` relative to its resources."""
    return tomllib.loads(resource(name).read_text("utf-8"))


def without(told: Mapping[str, Any], *names: str) -> dict[str, Any]:
    """``told`` but for some of its names."""
    return {name: value for name, value in told.items() if name not in names}


def _limits() -> list[Entry]:
    limits = read("reference/limits.toml")["limit"]
    return [(f"limit/{limit['key']}", {**limit, "rank": rank}, {}) for rank, limit in enumerate(limits, start=1)]


def _matter_kinds(units: Mapping[str, list[str]]) -> list[Entry]:
    """The seven kinds of matters of a slow whistle, each with the units it usually calls."""
    kinds = read("reference/matters.toml")["matter"]
    told = enumerate(kinds, start=1)
    return [
        (f"matter_kind/{kind['key']}", {**without(kind, "key"), "rank": rank, "units": units.get(kind["key"], [])}, {})
        for rank, kind in told
    ]


def _formulas() -> list[Entry]:
    """The formulas of the rates."""
    told = enumerate(read("reference/formulas.toml")["formula"], start=1)
    return [(f"formula/{one['key']}", {**without(one, "key"), "rank": rank}, {}) for rank, one in told]


def _warning_plans(plans: Mapping[str, str]) -> list[Entry]:
    """What is done at each sort of warning; ``plans`` names the emergency plan of a sort."""
    told = enumerate(read("reference/warnings.toml")["warning"], start=1)
    return [
        (f"warning_plan/{one['key']}", {**without(one, "key"), "rank": rank, "plan": plans.get(one["key"], "")}, {})
        for rank, one in told
    ]


def _rules(units: Mapping[str, str]) -> list[Entry]:
    """The rules of foresight; ``units`` names whom each suggests."""
    entries: list[Entry] = []
    for rule in read("reference/foresight.toml")["rule"]:
        fields = without(rule, "key")
        if "categories" in fields:
            fields["categories"] = [category_id(category_path(path)) for path in fields["categories"]]
        entries.append((f"foresight_rule/{rule['key']}", {**fields, "unit": units.get(rule["key"], "")}, {}))
    return entries


def _responsibility(now: int, own: Mapping[str, Any]) -> list[Entry]:
    """The list every office begins with; ``own`` maps its desks and leading departments to units and tells changes of it."""
    desks, leads = own.get("desks", {}), own.get("leads", {})
    items = {item["number"]: item | {"origin": "base"} for item in read("reference/responsibility.toml")["item"]}
    for change in own.get("change", ()):
        since = local_date(now) - timedelta(days=change["days_ago"])
        told = items.get(change["number"], {}) | without(change, "days_ago") | {"since": f"{since:%Y-%m-%d}"}
        items[change["number"]] = told
    entries: list[Entry] = []
    for number, item in items.items():
        units = {"unit": desks.get(item["desk"], ""), "lead_unit": leads.get(item.get("lead", ""), "")}
        fields = without(item, "desk") | {name: unit for name, unit in units.items() if unit}
        entries.append((f"responsibility/{number}", fields, {}))
    return entries


def _procedures() -> list[Entry]:
    told = enumerate(read("reference/procedures.toml")["procedure"], start=1)
    return [(f"procedure/{one['key']}", {**without(one, "key"), "rank": rank}, {}) for rank, one in told]


def _patrol_lists() -> list[Entry]:
    """The checklists of patrols."""
    told = enumerate(read("reference/patrols.toml")["list"], start=1)
    return [(f"patrol_list/{one['id']}", {**without(one, "id"), "rank": rank}, {}) for rank, one in told]


def _obligations(now: int) -> list[Entry]:
    """What an office has to do again and again; it counts from the day the office has it on."""
    since = local_date(now).isoformat()
    told = enumerate(read("reference/obligations.toml")["obligation"], start=1)
    return [(f"obligation/{one['id']}", {**without(one, "id"), "rank": rank, "since": since}, {}) for rank, one in told]


def _calendars(now: int) -> list[Entry]:
    """One record a year, as far as the calendar package reaches; beyond it the program says *provisional*."""
    years = range(FIRST_CALENDAR, max(local_date(now).year + 1, FIRST_CALENDAR) + 1)
    return [(f"calendar/{year}", days, {}) for year in years if (days := official_days(year)) is not None]


def _case_limits() -> list[Entry]:
    """The table of limits of orders, the rules of escalation, the office hours."""
    told = read("reference/case_limits.toml")
    entries: list[Entry] = [(f"case_limit/{row['id']}", without(row, "id"), {}) for row in told["row"]]
    entries += [(f"escalation/{rule['id']}", without(rule, "id"), {}) for rule in told["escalation"]]
    lines = [{**line, "since": line["since"].isoformat()} for line in told["hours"]["hours"]]
    return [*entries, ("calendar/hours", {"hours": lines, "source": told["hours"]["source"]}, {})]
