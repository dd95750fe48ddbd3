"""The organisation of the sample office: terms of old, absences, proved numbers, groups, branches, staff, hand-over notes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from commandcenter.domain.clock import DAY
from commandcenter.exchange.reference import Entry, without

_FIRST_DAY = 5


def organised(entries: Iterable[Entry], told: Mapping[str, Any]) -> list[Entry]:
    """Units and places with what ``told`` adds: hand-over notes, addresses, keys, plans."""
    found: list[Entry] = []
    for subject, fields, words in entries:
        key = subject.partition("/")[2]
        more = {name: told[name][key] for name in ("handover", "address", "keys", "papers") if key in told[name]}
        found.append((subject, {**fields, **more}, words))
    return found


def proved(people: Iterable[Entry], told: Mapping[str, Any], now: int) -> list[Entry]:
    """People with the call that proved their number; some were never called, some too long ago."""
    found: list[Entry] = []
    for place, (subject, fields, words) in enumerate(people):
        phone = words["phone"]
        days = _FIRST_DAY + place * 37 % told["proved_days"] + (told["stale_days"] if phone in told["stale"] else 0)
        if place % told["proved_share"] == told["proved_share"] - 1 and phone not in told["stale"]:
            found.append((subject, fields, words))
            continue
        at = now - days * DAY
        call = {"verified_at": at, "checked_at": at, "check": "reached"}
        found.append((subject, {**fields, **call}, {**words, "verified_phone": phone, "checked_phone": phone}))
    return found


def organisation_records(
    told: Mapping[str, Any],
    grids: Mapping[str, Sequence[str]],
    workers: Mapping[str, Sequence[str]],
    secretaries: Mapping[str, str],
    since: int,
    now: int,
) -> list[Entry]:
    """Posts, absences, groups, branches and staff.

    ``grids`` and ``workers`` are told by community, the workers as ids of people, ``secretaries`` likewise; ``since`` is when
    the posts of today began. All instants are epoch milliseconds.
    """
    return [
        *_before(told["before"], since, now),
        *_grid_workers(grids, workers, set(told["grids_empty"]), since),
        *_absences(told["away"], now),
        *_groups(told["group"], since),
        *_branches(told, secretaries, since),
        *_staff(told["staff"], now),
    ]


def person_id(phone: str) -> str:
    """The id under which a person of the sample office stands."""
    return f"P{phone[-4:]}"


def _dates(line: Mapping[str, Any], now: int) -> dict[str, int]:
    found = {}
    for name, word in (("since", "from"), ("until", "to")):
        if f"{word}_ago" in line:
            found[name] = now - line[f"{word}_ago"] * DAY
        elif f"{word}_ahead" in line:
            found[name] = now + line[f"{word}_ahead"] * DAY
    return found


def _post(key: str, person: str, role: str, target: str, since: int, rank: int = 0) -> Entry:
    fields = {"person": person, "role": role, "target": target, "rank": rank, "since": since}
    return f"appointment/{key}", fields, {}


def _before(lines: Iterable[Mapping[str, Any]], since: int, now: int) -> list[Entry]:
    found = []
    for line in lines:
        key = f"{line['target'].partition('/')[2]}-{line['role']}-before"
        subject, fields, words = _post(key, person_id(line["phone"]), line["role"], line["target"], 0)
        found.append((subject, fields | {"until": since} | _dates(line, now), words))
    return found


def _grid_workers(
    grids: Mapping[str, Sequence[str]], workers: Mapping[str, Sequence[str]], empty: set[str], since: int
) -> list[Entry]:
    return [
        _post(
            f"{grid}-grid_worker",
            workers[community][place % len(workers[community])],
            "grid_worker",
            f"place/{grid}",
            since,
        )
        for community, names in grids.items()
        for place, grid in enumerate(names)
        if grid not in empty
    ]


def _absences(lines: Iterable[Mapping[str, Any]], now: int) -> list[Entry]:
    found: list[Entry] = []
    for number, line in enumerate(lines, start=1):
        fields = {"person": person_id(line["phone"]), "reason": line["reason"], **_dates(line, now)}
        if "substitute" in line:
            fields["substitute"] = person_id(line["substitute"])
        found.append((f"absence/L{number:02d}", fields, {}))
    return found


def _groups(lines: Iterable[Mapping[str, Any]], since: int) -> list[Entry]:
    found: list[Entry] = []
    for line in lines:
        target = f"group/{line['id']}"
        found.append((target, without(line, "id", "lead", "members") | {"since": since}, {}))
        found.append(_post(f"{line['id']}-head", person_id(line["lead"]), "head", target, since))
        found += [
            _post(f"{line['id']}-member-{rank}", person_id(phone), "member", target, since, rank)
            for rank, phone in enumerate(line["members"], start=1)
        ]
    return found


def _branches(told: Mapping[str, Any], secretaries: Mapping[str, str], since: int) -> list[Entry]:
    found: list[Entry] = []
    for line in told["branch"]:
        target = f"branch/{line['id']}"
        found.append((target, without(line, "id", "secretary", "deputy"), {}))
        for role in ("secretary", "deputy"):
            if role in line:
                found.append(_post(f"{line['id']}-{role}", person_id(line[role]), role, target, since))
    for community, members in told["committees"].items():
        fields = {"name": f"{told['names'][community]}党委", "kind": "committee", "parent": "W0", "place": community}
        found.append((f"branch/{community}", fields | {"members": members}, {}))
        found.append(
            _post(f"{community}-party-secretary", secretaries[community], "secretary", f"branch/{community}", since)
        )
    return found


def _staff(lines: Iterable[Mapping[str, Any]], now: int) -> list[Entry]:
    found: list[Entry] = []
    for number, line in enumerate(lines, start=1):
        fields = {name: line[name] for name in ("kind", "home", "unit", "duty")} | _dates(line, now)
        found.append((f"staff/T{number:02d}", fields | {"person": person_id(line["phone"])}, {}))
    return found
