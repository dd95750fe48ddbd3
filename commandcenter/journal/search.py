"""Chinese full text on bigrams in FTS5: words of two characters are found, and the newest hits come first at once.

A text is cut into overlapping pairs of neighbouring characters, so a phrase query is an exact substring search. The end
of each run also gives its last character alone: it separates runs and lets a single character be found.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from commandcenter.journal.database import Connection

DOC_BITS = 20
"""A document number is ``received_ms << 20 | part of a hash``: ordering by it orders by time received."""

_LAST_INSTANT = (1 << (63 - DOC_BITS)) - 1


def first_doc(received_at: int) -> int:
    """The lowest document number of an instant (epoch milliseconds). Instants after 2248 share the last one."""
    return max(-_LAST_INSTANT, min(_LAST_INSTANT, received_at)) << DOC_BITS


_PUNCTUATION = {ord(char): 0xE000 + ord(char) for char in "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"}
_UNWRITABLE = re.compile("[\x00\ud800-\udfff]")
"""What no text is made of, and what would end a query."""


def normalised(text: str) -> str:
    """How texts and queries are compared: NFKC and lower case."""
    return unicodedata.normalize("NFKC", _UNWRITABLE.sub(" ", text)).lower()


def tokens(text: str) -> str:
    """The index tokens of a text, separated by blanks."""
    found: list[str] = []
    for run in normalised(text).translate(_PUNCTUATION).split():
        found += [run[place : place + 2] for place in range(len(run) - 1)]
        found.append(run[-1])
    return " ".join(found)


def query(text: str) -> str:
    """The FTS5 query for what was typed: words separated by blanks must all be there. Empty when nothing was typed."""
    parts = []
    for run in normalised(text).translate(_PUNCTUATION).split():
        if len(run) == 1:
            parts.append(f'"{run}" *')
        else:
            phrase = " ".join(run[place : place + 2] for place in range(len(run) - 1))
            parts.append(f'"{phrase}"')
    return " AND ".join(parts)


def put(connection: Connection, docs: Sequence[tuple[int, str]], *, replace: bool = True) -> None:
    """Index documents (number, text). ``replace`` removes what stood under the number before."""
    if replace:
        connection.executemany("DELETE FROM search_index WHERE rowid = ?", [(doc,) for doc, _ in docs])
    rows = [(doc, tokens(text)) for doc, text in docs]
    connection.executemany("INSERT INTO search_index (rowid, words) VALUES (?, ?)", rows)


def remove(connection: Connection, docs: Sequence[int]) -> None:
    """Take documents out of the index."""
    connection.executemany("DELETE FROM search_index WHERE rowid = ?", [(doc,) for doc in docs])


def count(connection: Connection, text: str, at_most: int = 1000) -> int:
    """How many hits there are, counted up to ``at_most``."""
    wanted = query(text)
    if not wanted:
        return 0
    sql = "SELECT count(*) FROM (SELECT 1 FROM search_index WHERE search_index MATCH ? LIMIT ?)"
    return int(connection.execute(sql, (wanted, at_most)).fetchone()[0])
