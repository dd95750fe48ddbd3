"""Questions of the problem bank: which spots come up again and again, and which problems lie at a place."""

from __future__ import annotations

from typing import NamedTuple

from commandcenter.domain.masking import mask_known
from commandcenter.domain.problem import Problem
from commandcenter.journal.codec import from_json_as
from commandcenter.journal.database import Connection
from commandcenter.journal.search import first_doc

MOST = 60


class Repeated(NamedTuple):
    """Cases of one kind at one place within a span: how many, the newest title, and their ids, the newest first."""

    place: str
    community: str
    category: str
    times: int
    newest_at: int
    title: str
    cases: tuple[str, ...]


class ProblemReader:
    """Reads through one read-only connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def repeated(self, since: int, until: int, least: int) -> list[Repeated]:
        """Spots with at least ``least`` cases of a kind received in a span, the most first. For a worker, not for the window."""
        sql = (
            "SELECT place, max(community), category, count(*), max(received_at), group_concat(id, ' ' ORDER BY doc DESC)"
            " FROM case_row WHERE doc >= ? AND doc < ? AND place <> '' AND category <> '' AND merged_into = ''"
            " GROUP BY place, category HAVING count(*) >= ? ORDER BY count(*) DESC, place, category LIMIT ?"
        )
        found = []
        for place, community, category, count, newest, told in self._connection.execute(
            sql, (first_doc(since), first_doc(until), least, MOST)
        ).fetchall():
            cases = tuple(str(told).split())
            sql_of = "SELECT title, reporter FROM case_row WHERE id = ?"
            title = mask_known(*self._connection.execute(sql_of, (cases[0],)).fetchone())
            found.append(Repeated(place, community, category, count, newest, title, cases))
        return found

    def at(self, place: str) -> list[Problem]:
        """The problems of the bank at a place, the open ones first. Bounded by the place."""
        if not place:
            return []
        sql = (
            "SELECT state FROM matter WHERE family = 'problem' AND parent = ? ORDER BY closed_at IS NOT NULL, opened_at"
        )
        return [from_json_as(state, Problem) for (state,) in self._connection.execute(sql, (place,)).fetchall()]
