"""Questions about personal data: which incidents still hold some, how much, and what was printed of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from commandcenter.domain.event import Fact
from commandcenter.domain.printed import Prints
from commandcenter.domain.privacy import LEFT_ALONE, Privacy
from commandcenter.domain.subjects import folded
from commandcenter.domain.whistle import Whistle
from commandcenter.journal.codec import from_json_as
from commandcenter.journal.database import Connection
from commandcenter.journal.reading.incidents import Incident


def masked_incident(incident: Incident, facts: Sequence[Fact]) -> Incident:
    """The incident folded anew from masked facts; the review stays, it is the office's own."""
    by_subject: dict[str, list[Fact]] = {}
    for fact in facts:
        by_subject.setdefault(fact.subject, []).append(fact)

    def again(state: Any) -> Any:
        return folded(state.subject, by_subject[state.subject]) if state.subject in by_subject else state

    return replace(
        incident,
        whistle=again(incident.whistle),
        report_ins=tuple(map(again, incident.report_ins)),
        post=again(incident.post),
        orders=tuple(map(again, incident.orders)),
        sitreps=tuple(map(again, incident.sitreps)),
    )


class PrivacyReader:
    """Reads through one read-only connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, whistle: str) -> Privacy:
        """What became of the personal data of one incident."""
        row = self._connection.execute("SELECT state FROM matter WHERE subject = ?", (f"privacy/{whistle}",)).fetchone()
        return from_json_as(row[0], Privacy) if row else Privacy()

    def ended(self, limit: int = 500) -> list[tuple[Whistle, Privacy]]:
        """Incidents that have ended, the longest ago first, with what became of their personal data."""
        sql = (
            "SELECT w.state, m.state FROM whistle w LEFT JOIN matter m ON m.subject = 'privacy/' || w.id"
            " WHERE w.stage IN ('closed', 'undone') ORDER BY ifnull(w.closed_at, w.blown_at), w.id LIMIT ?"
        )
        return [
            (from_json_as(state, Whistle), from_json_as(told, Privacy) if told else Privacy())
            for state, told in self._connection.execute(sql, (limit,)).fetchall()
        ]

    def matters(self, whistle: str) -> list[str]:
        """Subjects of their own that belong to a whistle."""
        sql = "SELECT subject, family FROM matter WHERE parent = ? ORDER BY subject"
        found = self._connection.execute(sql, (whistle,)).fetchall()
        return [subject for subject, family in found if family not in LEFT_ALONE]

    def entries(self, subjects: Sequence[str]) -> dict[str, int]:
        """How many entries with personal data lie under subjects, those below them included, by family."""
        found: dict[str, int] = {}
        for subject in subjects:
            family = subject.partition("/")[0]
            sql = (
                "SELECT count(*) FROM private p JOIN event e ON e.node = p.node AND e.seq = p.seq"
                " WHERE e.subject = ? OR (e.subject >= ? AND e.subject < ?)"
            )
            (count,) = self._connection.execute(sql, (subject, f"{subject}/", f"{subject}0")).fetchone()
            if count:
                found[family] = found.get(family, 0) + int(count)
        return found

    def imports(self, cases: Sequence[str]) -> list[str]:
        """The marks of the imports that brought these cases or told them anew."""
        sql = (
            "SELECT body ->> '$.batch' FROM event WHERE subject = ? AND kind IN ('case.imported', 'case.updated')"
            " AND body ->> '$.batch' IS NOT NULL"
        )
        found = (row for case in cases for row in self._connection.execute(sql, (f"case/{case}",)))
        return sorted({str(mark) for (mark,) in found})

    def prints(self, whistle: str) -> list[Prints]:
        """The prints of a whistle and of what belongs to it."""
        sql = "SELECT state FROM matter WHERE family = 'print' AND parent = ? ORDER BY subject"
        return [from_json_as(state, Prints) for (state,) in self._connection.execute(sql, (whistle,)).fetchall()]

    # -- cases -----------------------------------------------------------------------------------------------------

    def case_numbers(self, cases: Sequence[str]) -> list[str]:
        """The numbers of cases, our own and those of their sources."""
        found: list[str] = []
        for case in cases:
            row = self._connection.execute(
                "SELECT number, source_number FROM case_row WHERE id = ?", (case,)
            ).fetchone()
            found += [number for number in row or () if number]
        return found

    def held(self, subjects: Sequence[str], erasure: str) -> dict[str, dict[str, int]]:
        """Of each subject by node the number of its first entry with words, and under ``!node`` that of its last entry of
        the verb ``erasure``. Data that reaches the first but not the last still holds the words.
        """
        found: dict[str, dict[str, int]] = {}
        for subject in subjects:
            told = found[subject] = {}
            sql = "SELECT node, min(seq) FROM event WHERE subject = ? AND private_digest IS NOT NULL GROUP BY node"
            told.update(self._connection.execute(sql, (subject,)).fetchall())
            sql = "SELECT node, max(seq) FROM event WHERE subject = ? AND kind LIKE ? GROUP BY node"
            for node, seq in self._connection.execute(sql, (subject, f"%.{erasure}")).fetchall():
                told[f"!{node}"] = seq
        return found

    def kept_too_long(self, before: int, limit: int) -> list[str]:
        """The ids of archived cases that were closed before an instant (epoch milliseconds) and still have words, the longest
        ago first. Walks along the index of ends from the oldest; for a worker.
        """
        sql = (
            "SELECT id FROM case_row INDEXED BY ix_case_row_closed WHERE history = 0 AND closed_at < ? AND stage = 'archived'"
            " AND (title <> '' OR text <> '' OR reporter <> '' OR phone <> '') ORDER BY closed_at, id LIMIT ?"
        )
        return [case for (case,) in self._connection.execute(sql, (before, limit))]

    def quoting(self, cases: Sequence[str], numbers: Sequence[str]) -> list[tuple[str, str]]:
        """Matters that name one of these cases, by (subject, number): what was copied into them is not erased with a case.

        Looks at every matter; for a job. A single case is looked for by its id and its number.
        """
        wanted = [*cases, *(number for number in numbers if len(number) > 6)]
        found: dict[str, str] = {}
        sql = "SELECT subject, number, state FROM matter WHERE family NOT IN ('erasure_request', 'print', 'privacy')"
        for subject, number, state in self._connection.execute(sql):
            if any(one in state for one in wanted):
                found[str(subject)] = str(number)
        for case in cases:
            row = self._connection.execute("SELECT whistles FROM case_row WHERE id = ?", (case,)).fetchone()
            for whistle in str(row[0] if row else "").split():
                told = self._connection.execute("SELECT number FROM whistle WHERE id = ?", (whistle,)).fetchone()
                if told is not None:
                    found[f"whistle/{whistle}"] = str(told[0])
        return sorted(found.items())

    def prints_of(self, subjects: Sequence[str]) -> list[Prints]:
        """The prints of subjects, whatever the form."""
        wanted = set(subjects)
        sql = "SELECT subject, state FROM matter WHERE family = 'print' ORDER BY subject"
        return [
            from_json_as(state, Prints)
            for subject, state in self._connection.execute(sql)
            if subject.split("/", 2)[-1] in wanted
        ]
