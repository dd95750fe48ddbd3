"""Facts about cases as the rates see them: every verb, legal or not, over a year, by a seed."""

from __future__ import annotations

from random import Random
from typing import Any

from commandcenter.domain.clock import DAY, HOUR
from commandcenter.domain.command import Draft, Who
from commandcenter.journal.journal import Journal

from conftest import NOW

VERBS = (
    *("imported", "registered", "dispatched", "signed", "contacted", "handled", "fed_back", "verified", "called_back"),
    *("redone", "closed", "refused", "suspended", "amended", "extension_asked", "whistled", "adopted"),
)


def body_of(verb: str, chance: Random, days: int) -> dict[str, Any]:
    """A body that a command might have written."""
    when = NOW - chance.randrange(days) * DAY + chance.randrange(24) * HOUR
    place = {
        "channel": chance.choice(("hotline", "grid")),
        "category": chance.choice(("k1", "k2", "")),
        "community": chance.choice(("C01", "C02")),
        "grid": chance.choice(("G1", "")),
        "nature": chance.choice(("appeal", "appeal", "advice")),
    }
    if verb == "amended":
        return {name: place[name] for name in chance.sample(sorted(place), 2)}
    if verb in ("registered", "imported"):
        body = {
            **place,
            "received_at": when,
            "due_at": when + chance.choice((2, 40)) * DAY,
            "contact_due_at": when + DAY,
            "anonymous": chance.random() < 0.2,
            "proactive": chance.random() < 0.2,
        }
        if verb == "imported":
            body["history"] = chance.random() < 0.3
            if not body["history"]:
                body["outcome"] = {
                    "lead": chance.choice(("S01", "S02")),
                    "others": chance.sample(("C01", "C02", "S03"), chance.randrange(3)),
                    "contacted_at": chance.choice((None, when + HOUR, when + 3 * DAY)),
                    "contact_due_at": chance.choice((None, when + DAY)),
                    "fed_back_at": chance.choice((None, when + DAY, when + 20 * DAY)),
                    "solved": chance.choice((None, True, True, False)),
                    "satisfied": chance.choice((None, True, False)),
                    "callbacks": chance.randrange(4),
                    "result": chance.choice(("solved", "explained", "transferred", "suspended")),
                }
        return body
    if verb == "dispatched":
        units = chance.sample(("S01", "S02", "C01", "C02"), chance.randrange(1, 4))
        return {"assignees": [{"unit": unit, "role": "assist" if n else "lead"} for n, unit in enumerate(units)]}
    if verb in ("signed", "fed_back"):
        return {"unit": chance.choice(("S01", "S02", "C01", "C02"))}
    if verb == "contacted":
        return {"reached": chance.random() < 0.7}
    if verb == "called_back":
        return {name: chance.random() < 0.6 for name in ("solved", "satisfied") if chance.random() < 0.8}
    return {"whistle": "w1", "passed": chance.random() < 0.8, "result": "solved", "reason": "outside_duty"}


def play_facts(journal: Journal, seed: int, steps: int, cases: int = 20, days: int = 400) -> None:
    """Facts about ``cases`` cases received within ``days``, in any order, several a commit, legal or not."""
    chance = Random(seed)
    for number in range(steps):
        drafts = []
        for _ in range(chance.randrange(1, 5)):
            verb = chance.choice(VERBS)
            at = NOW - chance.randrange(60) * DAY
            subject = f"case/c{chance.randrange(cases)}"
            drafts.append(Draft(subject=subject, kind=f"case.{verb}", body=body_of(verb, chance, days), happened_at=at))
        journal.stage(f"cmd-{seed}-{number}", Who(seat=journal.node), drafts)
        journal.commit()
