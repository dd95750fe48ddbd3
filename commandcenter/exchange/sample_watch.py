"""The watch of the sample office: its rotation, what is counted at a hand-over, the shifts around now and who has signed in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, time, timedelta
from typing import Any

from commandcenter.domain.absence import absence_of
from commandcenter.domain.calendar import calendar_from
from commandcenter.domain.clock import MINUTE, local_date
from commandcenter.domain.command import Command
from commandcenter.domain.duty_acts import PlanShifts, SignInForShift
from commandcenter.domain.record import Record
from commandcenter.domain.rota import MAIN, gone_by, hours_of, rota_of, shift_id, turns, without_absent
from commandcenter.exchange.reference import Entry, read


def hour_of_hand_over() -> int:
    """When a shift begins, in minutes after midnight."""
    told = time.fromisoformat(read("sample_office/shifts.toml")["hand_over"])
    return told.hour * 60 + told.minute


def watch_of(
    now: int,
    leaders: Sequence[str],
    clerks: Sequence[str],
    workers: Mapping[str, Sequence[str]],
    reference: Sequence[Entry],
    organisation: Sequence[Entry],
) -> tuple[list[Entry], list[Command]]:
    """The records, and the acts that plan the shifts around ``now`` and sign in who has come.

    ``reference`` holds the calendars, ``organisation`` the absences: who is away is stood in for. In the running shift one community has not signed in.
    """
    told = read("sample_office/shifts.toml")
    first = local_date(now) - timedelta(days=told["days_before"] + 1)
    last = local_date(now) + timedelta(days=told["days_after"])
    fields = _rota(told, first, leaders, clerks, workers)
    rota = rota_of(Record(subject=f"rota/{MAIN}", known=True, fields=fields))
    years = {subject.partition("/")[2]: fields for subject, fields, _ in reference if subject.startswith("calendar/")}
    calendar = calendar_from(
        {int(year): Record(known=True, fields=days) for year, days in years.items() if year.isdigit()}
    )
    acts: list[Command] = [PlanShifts(first=first.isoformat(), last=last.isoformat())]
    away = [
        absence_of(Record(subject=subject, known=True, fields=told))
        for subject, told, _ in organisation
        if subject.startswith("absence/")
    ]
    stands = without_absent(rota, turns(rota, calendar, first, last), gone_by(rota, away))
    for day, people in stands.items():
        starts_at, ends_at = hours_of(rota, day)
        if starts_at <= now:
            late = day.toordinal() % len(workers) if now < ends_at else None
            acts += _sign_ins(shift_id(day), people, starts_at, late)
    equipment: list[Entry] = [
        (f"equipment/{one['id']}", {**{name: one[name] for name in ("name", "count", "measure")}, "rank": rank}, {})
        for rank, one in enumerate(told["equipment"], start=1)
    ]
    return [(f"rota/{MAIN}", fields, {}), *equipment], acts


def _rota(
    told: Mapping[str, Any],
    first: date,
    leaders: Sequence[str],
    clerks: Sequence[str],
    workers: Mapping[str, Sequence[str]],
) -> dict[str, Any]:
    """The rotation as it stands in its record; each cycle begins with whose turn it is on the first day."""
    hand_over = time.fromisoformat(told["hand_over"])
    pair = told["clerks"]
    pairs = [list(clerks[place : place + pair]) for place in range(0, len(clerks) - pair + 1, pair)]
    posts: list[dict[str, Any]] = [
        {"role": "leader", "cycle": _teams([[one] for one in leaders], first)},
        {"role": "clerk", "cycle": _teams(pairs, first)},
    ]
    squads = [{"name": squad["name"], "people": [squad["lead"]]} for squad in told["squad"]]
    posts.append({"role": "squad", "cycle": _turned(squads, first)})
    posts += [
        {"role": "community", "unit": community, "cycle": _teams([[one] for one in people], first)}
        for community, people in workers.items()
    ]
    hour = hand_over.hour * 60 + hand_over.minute
    return {"since": first.isoformat(), "hour": hour, "apart": list(told["apart"]), "posts": posts}


def _teams(people: Sequence[list[str]], first: date) -> list[dict[str, Any]]:
    return _turned([{"people": team} for team in people], first)


def _turned(teams: list[dict[str, Any]], first: date) -> list[dict[str, Any]]:
    place = first.toordinal() % len(teams)
    return [*teams[place:], *teams[:place]]


def _sign_ins(shift: str, people: Sequence[Mapping[str, str]], starts_at: int, late: int | None) -> list[Command]:
    """Everybody a few minutes before the shift begins, but the ``late``-th community."""
    waiting = [line["person"] for line in people if line["role"] == "community"]
    missing = waiting[late] if late is not None else ""
    return [
        SignInForShift(shift=shift, person=line["person"], happened_at=starts_at - (3 + place % 9) * MINUTE)
        for place, line in enumerate(people)
        if line["person"] != missing
    ]
