"""``replay_seek``: any second of an incident with 1,000 lines, from the key to the painted screen.

The incident is entered through the engine: 28 departments with their milestones, late ones among them, notes, facts, orders
and reports. The window is a real one with its review open; each turn goes to a second nobody has looked at before. There is
no other program to set beside it: the baseline is a fold of the whole incident up to that second, nothing painted.
"""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random
from typing import Any

from commandcenter.domain.clock import MINUTE
from commandcenter.domain.fold import causal_order
from commandcenter.domain.subjects import apply, family_of
from tests.bench.frame import Figure, child, percentile, timed
from tests.bench.frame import answer as tell
from tests.bench.stage import Stage

LINES = 1000
UNITS = 28
TURNS, WARM = 200, 10
MOST_MS = 100.0


def replay_seek(stage: Stage) -> Figure:
    """The 95th of 100 seeks, painted."""
    told = child("replaying", stage.office())
    value, baseline = percentile(told["seek"], 95), percentile(told["fold"], 95)
    target = f"p95 <= {MOST_MS:g} ms; {told['lines']} lines"
    return Figure("replay_seek", value, "ms", baseline, value / baseline, target, value <= MOST_MS)


# --- in the child -----------------------------------------------------------------------------------------------------


def main(folder: str) -> None:
    """Enter the incident, open the review, seek."""
    from commandcenter.app import Application, make_application
    from commandcenter.desk.clock import SystemClock
    from commandcenter.ui.parts.screen import Go
    from commandcenter.ui.review.screen import ReviewScreen
    from PySide6.QtCore import QCoreApplication, QEvent
    from tests.bench.painting import Paints, wait

    whistle, start = play(Path(folder))
    qt = make_application("zh_CN")
    application = Application(Path(folder), SystemClock())
    window = application.start()
    window.resize(1920, 1080)
    window.show()
    window.go(Go("review", {"whistle": whistle}))
    wait(1500)
    screen = window.current
    if not isinstance(screen, ReviewScreen):
        raise RuntimeError("the review is not open")
    facts = application.desk.read.incidents.facts(whistle)
    span, chance = facts[-1].happened_at - start, Random(5)
    painted = Paints(screen.replay.slider)
    seek, fold = [], []
    for turn in range(WARM + TURNS):
        after = chance.randrange(span)

        def go(to: int = after) -> None:
            screen.replay.seek(to)
            QCoreApplication.sendPostedEvents(None, QEvent.Type.UpdateRequest)

        before = painted.count
        took = timed(go)
        if painted.count == before and turn < WARM:
            raise RuntimeError("a seek was not painted")
        plain = timed(lambda to=start + after: folded_by_hand(facts, to))  # type: ignore[misc]
        if turn >= WARM:
            seek.append(took)
            fold.append(plain)
    tell({"seek": seek, "fold": fold, "lines": len(screen.replay.lines.story.rows)})
    application.close()
    qt.quit()


def folded_by_hand(facts: list[Any], moment: int) -> dict[str, Any]:
    """Every subject of the incident at a moment, folded from its beginning."""
    subjects: dict[str, list[Any]] = {}
    for fact in facts:
        if fact.happened_at <= moment:
            subjects.setdefault(fact.subject, []).append(fact)
    found = {}
    for subject, told in subjects.items():
        state = family_of(subject).empty
        for fact in causal_order(told):
            state = apply(state, fact)
        found[subject] = state
    return found


def play(folder: Path) -> tuple[str, int]:
    """An incident with ``LINES`` lines that ended an hour ago; returns its id and when it was blown."""
    from commandcenter.domain.report_in_acts import LogCall, RecordMilestone
    from commandcenter.domain.whistle_acts import BlowWhistle, Note, SetFact, UnitCall
    from tests.bench.stage import clock, done, own_door

    chance = Random(11)
    start = clock.now() - 5 * 60 * MINUTE
    with own_door(folder) as door:
        names = door.engine.journal.subjects_below("unit/")
        units = [name.partition("/")[2] for name in names][:UNITS]
        calls = tuple(UnitCall(unit=unit) for unit in units)
        blown = done(
            door, BlowWhistle(units=calls, title="老旧居民楼火灾", place_words="锦机里8号楼", happened_at=start)
        )
        whistle = blown.subjects[0].partition("/")[2]
        lines, second = 1, 0
        steps = ("answered", "left", "arrived", "working", "done")
        waiting = [(unit, step) for step in steps for unit in units]
        while lines < LINES:
            second += chance.randrange(4, 26)
            at = start + second * 1000
            if waiting and chance.random() < 0.3:
                unit, step = waiting.pop(0)
                done(door, RecordMilestone(whistle=whistle, unit=unit, milestone=step, happened_at=at))
                if step == "answered":
                    done(door, LogCall(whistle=whistle, unit=unit, result="reached", happened_at=at))
                    lines += 1
            elif chance.random() < 0.1:
                fact = chance.choice(("trapped", "injured", "evacuated"))
                done(door, SetFact(whistle=whistle, fact=fact, value=chance.randrange(40), happened_at=at))
            else:
                words = f"第{lines}条：{chance.choice('东西南北')}侧{chance.randrange(1, 30)}层，已查{chance.randrange(90)}户"
                done(door, Note(whistle=whistle, words=words, happened_at=at))
            lines += 1
    return whistle, start


if __name__ == "__main__":
    main(sys.argv[1])
