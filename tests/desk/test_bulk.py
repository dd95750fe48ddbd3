"""Many commands: what was foreseen is what then happens, nothing is written by looking, numbers are not used up."""

from __future__ import annotations

import pytest
from commandcenter.desk.engine import Done, Engine, RefusedBy
from commandcenter.domain import case_acts as acts
from commandcenter.domain.case_dispatch_acts import DispatchCase, PressCase, SignCase
from commandcenter.domain.command import Command
from commandcenter.domain.record import ListRecord
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

UNITS = {"S1": "section", "S2": "section", "A1": "community"}
settings_here = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)


@pytest.fixture
def cases(engine: Engine) -> list[str]:
    """Six cases: as they came, dispatched, signed."""
    for unit, kind in UNITS.items():
        engine.execute(ListRecord(subject=f"unit/{unit}", fields={"name": unit, "kind": kind, "relation": "direct"}))
    found = []
    for place in range(6):
        outcome = engine.execute(acts.RegisterCase(matter=acts.Matter(title=f"积水{place}", grade="general")))
        assert isinstance(outcome, Done)
        case = str(outcome.report["case"])
        if place % 3:
            engine.execute(DispatchCase(case=case, lead="S1", others=("A1",)))
        if place % 3 == 2:
            engine.execute(SignCase(case=case, unit="S1"))
        found.append(case)
    return found


def command_for(case: str, name: str) -> Command:
    made: dict[str, Command] = {
        "press": PressCase(case=case),
        "urgent": acts.AmendCase(case=case, fields={"grade": "urgent"}),
        "general": acts.AmendCase(case=case, fields={"grade": "general"}),
        "dispatch": DispatchCase(case=case, lead="S2", others=("A1",)),
        "community": DispatchCase(case=case, lead="A1"),
        "note": acts.NoteCase(case=case, words="口径"),
        "empty": acts.NoteCase(case=case),
        "sign": SignCase(case=case, unit="A1"),
    }
    return made[name]


@settings_here
@given(names=st.lists(st.sampled_from(("press", "urgent", "general", "dispatch", "community", "note", "empty", "sign")),
                      min_size=6, max_size=6))  # fmt: skip
def test_what_is_foreseen_is_what_then_happens(engine: Engine, cases: list[str], names: list[str]) -> None:
    commands = [command_for(case, name) for case, name in zip(cases, names, strict=True)]
    position = engine.journal.connection.execute("SELECT max(seq) FROM event").fetchone()[0]
    foreseen = engine.foresee(commands)
    assert engine.journal.connection.execute("SELECT max(seq) FROM event").fetchone()[0] == position
    for command, one in zip(commands, foreseen, strict=True):
        outcome = engine.execute(command)
        if one.refused is None:
            assert isinstance(outcome, Done)
            assert outcome.subjects == tuple(draft.subject for draft in one.drafts)
            facts = engine.journal.connection.execute(
                "SELECT kind FROM event ORDER BY seq DESC LIMIT ?", (len(one.drafts),)
            )
            assert [kind for (kind,) in facts][::-1] == [draft.kind for draft in one.drafts]
        else:
            assert isinstance(outcome, RefusedBy)
            assert (outcome.code, dict(outcome.facts)) == (one.refused.code, dict(one.refused.facts))


def test_foreseeing_uses_up_no_number(engine: Engine, cases: list[str]) -> None:
    register = acts.RegisterCase(matter=acts.Matter(title="井盖"))
    engine.foresee([register] * 5)
    outcome = engine.execute(register)
    assert isinstance(outcome, Done)
    assert str(outcome.report["number"]).endswith("0007")
