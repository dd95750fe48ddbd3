"""The log of duty disputes (专项清单 3-35): report-ins that were refused, cases whose duty was disputed, joint duties refused.

Out of the projections and the entries themselves; drills are left out. For a worker: it looks at every refused report-in and
at the entries of disputed cases.
"""

from __future__ import annotations

from dataclasses import dataclass

from commandcenter.domain.masking import mask_known
from commandcenter.journal import log
from commandcenter.journal.codec import from_json_as
from commandcenter.journal.database import Connection

MOST = 2_000
"""So many disputes are told, the newest first."""


@dataclass(frozen=True, slots=True)
class Dispute:
    """One dispute: its sort (report_in, case, joint), when (epoch milliseconds), which unit would not, the number and title of
    the matter, the reason as a code and in words, and where it stands (id of whistle, case or joint matter).
    """

    sort: str
    at: int
    unit: str
    number: str
    title: str
    reason: str
    words: str
    source: str
    category: str = ""


class DutyDisputeReader:
    """Reads disputes through one read-only connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self, start: int = 0, until: int = 2**53) -> list[Dispute]:
        """The disputes that began in ``[start, until)``, the newest first."""
        found = [*self._report_ins(), *self._cases(start, until), *self._joints()]
        kept = [one for one in found if start <= one.at < until]
        return sorted(kept, key=lambda one: (-one.at, one.source, one.unit))[:MOST]

    def _report_ins(self) -> list[Dispute]:
        from commandcenter.domain.report_in import ReportIn

        sql = (
            "SELECT r.state, r.whistle, ifnull(w.number, ifnull(m.number, '')) FROM report_in r"
            " LEFT JOIN whistle w ON w.id = r.whistle LEFT JOIN matter m ON m.subject = 'muster/' || r.whistle"
            " WHERE r.mode = 'real' AND r.outcome = 'refused' ORDER BY r.listed_at DESC LIMIT ?"
        )
        found = []
        for state, whistle, number in self._connection.execute(sql, (MOST,)).fetchall():
            line = from_json_as(state, ReportIn)
            ended = line.outcome
            if ended is not None:
                found.append(
                    Dispute(
                        "report_in", ended.at, line.unit, number, "", ended.reason, ended.words, f"whistle/{whistle}"
                    )
                )
        return found

    def _cases(self, start: int, until: int) -> list[Dispute]:
        sql = (
            "SELECT DISTINCT subject FROM event WHERE kind = 'case.disputed' AND happened_at >= ? AND happened_at < ?"
            " ORDER BY happened_at DESC LIMIT ?"
        )
        found = []
        for (subject,) in self._connection.execute(sql, (start, until, MOST)).fetchall():
            key = subject.partition("/")[2]
            row = self._connection.execute(
                "SELECT number, title, category, reporter FROM case_row WHERE id = ?", (key,)
            ).fetchone()
            if row is None:
                continue
            found += [
                Dispute(
                    "case",
                    fact.happened_at,
                    str(fact.body.get("unit", "")),
                    row[0],
                    mask_known(row[1], row[3]),
                    str(fact.body.get("reason", "")),
                    fact.words("words"),
                    subject,
                    row[2],
                )
                for fact in log.facts_of(self._connection, subject)
                if fact.verb == "disputed"
            ]
        return found

    def _joints(self) -> list[Dispute]:
        from commandcenter.domain.joint import Joint

        sql = "SELECT state FROM matter WHERE family = 'joint' AND mode = 'real' ORDER BY opened_at DESC LIMIT ?"
        found = []
        for (state,) in self._connection.execute(sql, (MOST,)).fetchall():
            matter = from_json_as(state, Joint)
            found += [
                Dispute(
                    "joint", one.refused_at, one.unit, matter.number, "", one.refusal, one.refusal_words, matter.subject
                )
                for one in matter.duties
                if one.refused_at is not None
            ]
        return found
