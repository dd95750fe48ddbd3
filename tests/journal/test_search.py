"""Search: every part of a text that can be typed is found, words of two characters included, and nothing else is."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from commandcenter.desk.engine import Engine
from commandcenter.domain.case_acts import AmendCase, ImportCases, Matter, RegisterCase
from commandcenter.journal import search
from commandcenter.journal.database import Connection, connect
from commandcenter.journal.indexing import index_batch, lag
from commandcenter.journal.journal import Journal
from commandcenter.journal.reading.cases import CaseReader
from hypothesis import given, settings
from hypothesis import strategies as st
from played import done, found

from conftest import NOW, Wall

LETTERS = st.sampled_from("路灯不亮望潮街下水道井盖松动三单元号院消防车噪声0123AbC（）()，。 \n-_%'\"*^:ＡＢ１㎡é")
TEXT = st.text(LETTERS, min_size=1, max_size=40)


def index() -> Connection:
    connection = connect(Path(":memory:"), write=True, create=True)
    connection.execute(
        "CREATE VIRTUAL TABLE search_index USING fts5(words, content='', contentless_delete=1, tokenize='ascii')"
    )
    connection.execute("CREATE TABLE plain (doc INTEGER PRIMARY KEY, text TEXT)")
    return connection


def hits(connection: Connection, text: str) -> list[int]:
    """The numbers of the documents a typed text finds, the highest first."""
    sql = "SELECT rowid FROM search_index WHERE search_index MATCH ? ORDER BY rowid DESC"
    wanted = search.query(text)
    return [doc for (doc,) in connection.execute(sql, (wanted,))] if wanted else []


def compared(text: str) -> str:
    """A text as search and LIKE should both see it: compatibility forms unified, lower case, no blanks at the ends."""
    return unicodedata.normalize("NFKC", text).lower()


@settings(max_examples=150)
@given(st.lists(TEXT, min_size=1, max_size=6), st.data())
def test_any_part_of_two_to_eight_characters_finds_what_like_finds(texts: list[str], data: st.DataObject) -> None:
    connection = index()
    search.put(connection, list(enumerate(texts, 1)))
    connection.executemany("INSERT INTO plain VALUES (?, ?)", [(n, compared(text)) for n, text in enumerate(texts, 1)])
    source = compared(data.draw(st.sampled_from(texts)))
    start = data.draw(st.integers(0, max(0, len(source) - 2)))
    wanted = source[start : start + data.draw(st.integers(2, 8))]
    if len(wanted.split()) != 1 or wanted != wanted.strip():
        return  # blanks separate words
    escaped = wanted.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    sql = "SELECT doc FROM plain WHERE text LIKE ? ESCAPE '\\' ORDER BY doc DESC"
    liked = [doc for (doc,) in connection.execute(sql, (f"%{escaped}%",))]
    assert hits(connection, wanted) == liked
    assert search.count(connection, wanted) == len(liked)
    connection.close()


@given(st.text(st.characters(), max_size=30))
def test_nothing_that_is_typed_is_an_error(text: str) -> None:
    connection = index()
    search.put(connection, [(1, "路灯不亮"), (2, text)])
    hits(connection, text)
    search.count(connection, text)
    connection.close()


@given(st.lists(TEXT, min_size=2, max_size=5), TEXT)
def test_what_was_replaced_or_removed_is_found_no_more(texts: list[str], other: str) -> None:
    connection = index()
    search.put(connection, list(enumerate(texts, 1)))
    search.put(connection, [(1, other)])
    search.remove(connection, [2])
    fresh = index()
    search.put(fresh, [(1, other), *((n, text) for n, text in enumerate(texts[2:], 3))])
    for text in (*texts, other):
        for place in range(0, len(text) - 1, 5):
            wanted = text[place : place + 2]
            assert hits(connection, wanted) == hits(fresh, wanted)
    connection.close()
    fresh.close()


# --- through the desk -------------------------------------------------------------------------------------------------

TITLES = {"c1": "望潮街路灯不亮", "c2": "井盖松动", "c3": "路口积水，灯杆倾斜"}


def searched(journal: Journal, text: str) -> set[str]:
    return {case.id for case in CaseReader(journal.connection).search(text)}


@pytest.fixture
def three(journal: Journal, engine: Engine) -> Journal:
    found(engine)
    for key, title in TITLES.items():
        matter = Matter(title=title, text="居民来电反映", phone=f"100-0000-000{key[1:]}", reporter="王女士")
        done(engine, RegisterCase(matter=matter, case=key))
    return journal


@pytest.mark.parametrize(
    ("typed", "hits"),
    [
        ("路灯", {"c1"}),
        ("松动", {"c2"}),
        ("积水 灯杆", {"c3"}),
        ("灯杆 积水", {"c3"}),
        ("路灯 积水", set()),
        ("灯", {"c1", "c3"}),
        ("居民来电反映", {"c1", "c2", "c3"}),
        ("2026-0716-A0002", {"c2"}),
        ("0716-a0003", {"c3"}),
        ("100-0000-0001", {"c1"}),
        ("王女", {"c1", "c2", "c3"}),
        ("亮居", set()),  # no word spans two fields
        ("", set()),
        ("  ", set()),
    ],
)
def test_one_box_finds_titles_texts_numbers_names_and_phones(three: Journal, typed: str, hits: set[str]) -> None:
    assert searched(three, typed) == hits


def test_a_single_command_is_searchable_at_once_bulk_behind(journal: Journal, engine: Engine, wall: Wall) -> None:
    found(engine)
    rows = tuple(
        Matter(title=f"槐序一巷第{n}件", source="网", source_number=str(n), received_at=NOW - n * 1000)
        for n in range(60)
    )
    done(engine, ImportCases(rows=rows))
    assert (lag(journal.connection), searched(journal, "槐序")) == (60, set())
    assert index_batch(journal.connection, 25) == 25
    assert len(searched(journal, "槐序")) == 25
    newest = {case.title for case in CaseReader(journal.connection).search("槐序")}
    assert newest == {f"槐序一巷第{n}件" for n in range(25)}  # the newest first
    while index_batch(journal.connection, 25):
        pass
    assert (lag(journal.connection), CaseReader(journal.connection).search_count("槐序")) == (0, 60)


def test_a_corrected_text_is_found_by_its_new_words_only(three: Journal, engine: Engine) -> None:
    done(engine, AmendCase(case="c2", private={"title": "窨井破损"}))
    assert (searched(three, "井盖"), searched(three, "窨井")) == (set(), {"c2"})
