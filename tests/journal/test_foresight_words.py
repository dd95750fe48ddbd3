"""Words in and words out, asked of the index, find what a look at every text finds."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import sqlcipher3
from commandcenter.journal import search
from commandcenter.journal.reading.foresight import point_words, word_query
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

TEXT = st.text("漏雨水管屋ABab1 ，-（", max_size=14)
WORD = st.text("漏雨水管屋Ab1-", min_size=1, max_size=3)


@pytest.fixture(scope="module")
def connection() -> Iterator[sqlcipher3.Connection]:
    made = sqlcipher3.connect(":memory:")
    made.execute(
        "CREATE VIRTUAL TABLE search_index USING fts5(words, content='', contentless_delete=1, tokenize='ascii')"
    )
    yield made
    made.close()


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(TEXT, max_size=8), st.lists(WORD, min_size=1, max_size=3), st.lists(WORD, max_size=2))
def test_one_of_some_words_and_none_of_others(
    connection: sqlcipher3.Connection, texts: list[str], include: list[str], exclude: list[str]
) -> None:
    connection.execute("DELETE FROM search_index")
    search.put(connection, list(enumerate(texts, start=1)), replace=False)
    found = {
        row
        for (row,) in connection.execute(
            "SELECT rowid FROM search_index WHERE search_index MATCH ?", (word_query(include, exclude),)
        )
    }

    def holds(text: str, word: str) -> bool:
        return search.normalised(word) in search.normalised(text)

    wanted = {
        place
        for place, text in enumerate(texts, start=1)
        if any(holds(text, word) for word in include) and not any(holds(text, word) for word in exclude)
    }
    assert found == wanted


def test_nothing_asked_for_finds_nothing() -> None:
    assert word_query((), ("漏",)) == ""
    assert word_query((" ",), ()) == ""


def test_one_point_however_its_address_is_written() -> None:
    assert point_words("锦机里 ８号楼 ") == point_words("锦机里8号楼")
