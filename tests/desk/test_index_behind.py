"""Whoever brings many cases at once, the desk that is open makes them searchable by itself."""

from __future__ import annotations

import threading
from pathlib import Path

from commandcenter.desk.desk import Desk
from commandcenter.desk.door import open_door
from commandcenter.domain.case_acts import Matter, RegisterCase
from commandcenter.domain.command import Batch
from commandcenter.journal.journal import INDEX_AT_ONCE
from small_desk import Hand

MANY = INDEX_AT_ONCE + 10


def test_many_cases_of_another_process_become_searchable_without_a_restart(
    hand: Hand, desk: Desk, office_of_its_own: Path
) -> None:
    cases = tuple(RegisterCase(matter=Matter(title=f"井盖{n}", grade="urgent"), case=f"m{n}") for n in range(MANY))

    def elsewhere() -> None:
        door = open_door(office_of_its_own, desk.clock.now)
        door.submit(Batch(commands=cases))
        door.close()

    other = threading.Thread(target=elsewhere)
    other.start()
    hand.until(lambda: any(changes.below("case/") for changes in hand.changes))
    other.join()
    hand.until(lambda: desk.read.cases.index_lag() == 0)
    assert desk.read.cases.search_count("井盖") == MANY
