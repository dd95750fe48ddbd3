"""What the sample office has besides places, people and units, as it is founded."""

from __future__ import annotations

from collections import Counter
from itertools import count
from typing import Any

import pytest
from commandcenter.exchange.founding import sample_office

from conftest import NOW

Entries = dict[str, tuple[dict[str, Any], dict[str, Any]]]


@pytest.fixture(scope="module")
def entries() -> Entries:
    ids = count()
    command = sample_office(NOW, lambda: f"00000000-0000-7000-8000-{next(ids):012d}")
    return {subject: (fields, words) for subject, fields, words in command.records}


def family(entries: Entries, name: str) -> Entries:
    return {subject: told for subject, told in entries.items() if subject.startswith(f"{name}/")}


def test_everything_points_at_what_is_there(entries: Entries) -> None:
    for fields, _ in family(entries, "appointment").values():
        assert f"person/{fields['person']}" in entries
        assert fields["target"] in entries
        assert fields.get("until") is None or fields["since"] < fields["until"] <= NOW
    for name in ("absence", "staff"):
        for fields, _ in family(entries, name).values():
            assert f"person/{fields['person']}" in entries
            assert not fields.get("substitute") or f"person/{fields['substitute']}" in entries
    for fields, _ in family(entries, "group").values():
        assert all(f"unit/{unit}" in entries for unit in fields["units"])
    for fields, _ in family(entries, "branch").values():
        assert not fields.get("parent") or f"branch/{fields['parent']}" in entries
        assert not fields.get("place") or f"place/{fields['place']}" in entries


def test_groups_branches_and_grids_have_their_people(entries: Entries) -> None:
    assert [len(family(entries, name)) for name in ("group", "branch", "staff", "absence")] == [4, 12, 4, 3]
    posts = [fields for fields, _ in family(entries, "appointment").values() if fields.get("until") is None]
    roles = Counter((post["target"].partition("/")[0], post["role"]) for post in posts)
    assert roles["place", "grid_worker"] == 40
    assert (roles["group", "head"], roles["branch", "secretary"], roles["branch", "deputy"]) == (4, 11, 1)


def test_numbers_are_proved_of_most_and_never_with_another_number(entries: Entries) -> None:
    people = list(family(entries, "person").values())
    proved = [(fields, words) for fields, words in people if "verified_at" in fields]
    assert 0.7 < len(proved) / len(people) < 0.9
    assert all(words["verified_phone"] == words["phone"] and fields["verified_at"] < NOW for fields, words in proved)
