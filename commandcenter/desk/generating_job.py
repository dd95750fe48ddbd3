"""A trial office of any size in a folder of its own: founded, filled through the journal, made searchable."""

from __future__ import annotations

import gc
import hashlib
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from random import Random
from typing import Any

from commandcenter.desk.engine import Done, Engine, Request
from commandcenter.desk.folder import FolderLock
from commandcenter.domain.command import Who
from commandcenter.domain.duty_acts import PlanShifts, SignInForShift
from commandcenter.domain.office import FoundOffice
from commandcenter.domain.refusal import Refused
from commandcenter.exchange.founding import sample_office
from commandcenter.exchange.generator import Act, Wish, acts, founded_at, told
from commandcenter.journal import bulk
from commandcenter.journal import identity as identities
from commandcenter.journal.bulk import Written
from commandcenter.journal.canonical import canonical_digest
from commandcenter.journal.database import FILE_NAME, key_from
from commandcenter.journal.identity import Identity
from commandcenter.journal.ids import uuid7
from commandcenter.journal.journal import Journal, open_journal
from commandcenter.journal.migrate import migrate
from commandcenter.journal.reading.cases import CaseReader
from commandcenter.journal.trouble import Trouble

Progress = Callable[[str, int], None]
"""Is told the part of the work (``founding``, ``orders``, ``searching``, ``closing``) and how far it is in it."""


class _Moment:
    """The clock of the office that is made: it shows what it was set to."""

    def __init__(self, at: int) -> None:
        self.at = at

    def now(self) -> int:
        return self.at


def generate(folder: Path, key: str, wish: Wish, progress: Progress, *, digest: bool = True) -> dict[str, Any]:
    """Make the office in an empty or missing ``folder``. The same wish gives the same canonical digest.

    Node id, signing key and ids of cases come from the seed, so this is an office to try things on and never one to work in:
    its records say so (``sample``). Refuses ``folder_not_empty``; raises ``Trouble``.

    Returns cases, events, open and size with the seconds each part took, and the digest.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise Refused("folder_not_empty", folder=str(folder))
    started = time.monotonic()
    lock = FolderLock.take(folder)
    try:
        return _generated(folder, key, wish, progress, digest, started)
    finally:
        lock.release()


def _generated(folder: Path, key: str, wish: Wish, progress: Progress, digest: bool, started: float) -> dict[str, Any]:
    moment = _Moment(founded_at(wish))
    migrate(folder / FILE_NAME, key=key_from(key))
    identities.save_identity(folder, _identity(folder, wish.seed))
    journal = open_journal(folder, moment.now, key=key_from(key))
    spent: dict[str, float] = {}
    try:
        progress("founding", 0)
        founding = sample_office(wish.until, _ids(wish.seed, moment))
        _found(journal, moment, founding)
        spent["founding"] = _since(started, spent)
        gc.freeze()
        gc.disable()
        commands = _written(acts(wish, founding.records, journal.letter), journal.node, founding, moment)
        events = bulk.write(journal, commands, lambda done: progress("orders", done))
        spent["orders"] = _since(started, spent)
        bulk.make_searchable(journal.connection, lambda done: progress("searching", done))
        spent["searching"] = _since(started, spent)
        progress("closing", 0)
        moment.at = wish.until
        _sign_in(journal, moment, founding)
        cases = CaseReader(journal.connection)
        found = {
            **told(wish),
            "events": events,
            "made": sum(cases.stage_counts().values()),
            "open": cases.counts(wish.until)["open"],
            "digest": canonical_digest(journal.connection) if digest else "",
        }
    finally:
        gc.enable()
        journal.close()
    spent["closing"] = _since(started, spent)
    size = (folder / FILE_NAME).stat().st_size
    return found | {"bytes": size, "seconds": {name: round(value, 1) for name, value in spent.items()}}


def _since(started: float, spent: Mapping[str, float]) -> float:
    return time.monotonic() - started - sum(spent.values())


def _identity(folder: Path, seed: int) -> Identity:
    chance = hashlib.sha512(f"trial office {seed}".encode()).hexdigest()
    return Identity(chance[:16], chance[16:80], identities.machine_token(folder))


def _ids(seed: int, moment: _Moment) -> Callable[[], str]:
    chance = Random(f"ids {seed}")
    return lambda: uuid7(moment.at, chance.getrandbits)


def _found(journal: Journal, moment: _Moment, founding: FoundOffice) -> None:
    records = FoundOffice(records=founding.records, channel="founding")
    _done(Engine(journal, moment.now), Request(records, "generated-founding", Who(seat=journal.node)))


def _sign_in(journal: Journal, moment: _Moment, founding: FoundOffice) -> None:
    """At the end somebody is on duty."""
    engine = Engine(journal, moment.now)
    duty = (command for command in founding.matters if isinstance(command, PlanShifts | SignInForShift))
    for number, command in enumerate(duty):
        _done(engine, Request(command, f"generated-duty-{number}", Who(seat=journal.node)))


def _done(engine: Engine, request: Request) -> None:
    outcome = engine.execute_all([request])[0]
    if not isinstance(outcome, Done):
        raise Trouble("io", detail=f"{type(request.command).__name__}: {outcome.code}")


def _written(found: Iterator[Act], node: str, founding: FoundOffice, moment: _Moment) -> Iterator[Written]:
    clerks = _clerks(founding)
    whos = [Who(seat=node), *(Who(clerk, "clerk", node, "none") for clerk in clerks)]
    for number, act in enumerate(found):
        moment.at = act.at
        who = whos[act.clerk % len(whos)] if act.clerk else whos[0]
        yield Written(f"generated-{number:x}", who, act.drafts, "" if act.clerk else "import")


def _clerks(founding: FoundOffice) -> list[str]:
    posts = (fields for subject, fields, _ in founding.records if subject.startswith("appointment/"))
    return sorted(str(fields["person"]) for fields in posts if fields["role"] == "clerk")
