"""Evidence about a department, asked of the projections: which entries tell of it in a period, and how its cases stand.

Drills are left out. The lines are reckoned by the rules (``domain/evidence.py``), here out of the stored states; the
command that collects them looks every one up again in the journal.
"""

from __future__ import annotations

from commandcenter.domain.evidence import CaseFigures, Line, of_duty, of_order, of_report_in
from commandcenter.journal.codec import from_json_as
from commandcenter.journal.database import Connection
from commandcenter.journal.search import first_doc


class EvidenceReader:
    """Reads evidence through one read-only connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def lines(self, unit: str, start: int, until: int, now: int) -> list[Line]:
        """Report-ins, orders and joint duties of a unit that began in ``[start, until)``, the oldest first."""
        found = [*self._report_ins(unit, start, until, now), *self._orders(unit, start, until, now)]
        found += [line for line in self._duties(unit, now) if start <= line.at < until]
        return sorted(found, key=lambda line: (line.at, line.source))

    def _report_ins(self, unit: str, start: int, until: int, now: int) -> list[Line]:
        from commandcenter.domain.report_in import ReportIn

        sql = (
            "SELECT r.state, ifnull(w.number, ifnull(m.number, '')) FROM report_in r"
            " LEFT JOIN whistle w ON w.id = r.whistle LEFT JOIN matter m ON m.subject = 'muster/' || r.whistle"
            " WHERE r.unit = ? AND r.mode = 'real' AND r.listed_at >= ? AND r.listed_at < ?"
            " AND ifnull(w.stage, '') <> 'undone'"
        )
        lines = [
            of_report_in(from_json_as(state, ReportIn), number, now)
            for state, number in self._connection.execute(sql, (unit, start, until)).fetchall()
        ]
        return [line for line in lines if line is not None]

    def _orders(self, unit: str, start: int, until: int, now: int) -> list[Line]:
        from commandcenter.domain.order import Order

        sql = (
            "SELECT o.state, ifnull(w.number, ''), ifnull(r.relation, 'request') FROM task_order o"
            " LEFT JOIN whistle w ON w.id = o.whistle LEFT JOIN report_in r ON r.whistle = o.whistle AND r.unit = o.unit"
            " WHERE o.unit = ? AND o.mode = 'real' AND o.given_at >= ? AND o.given_at < ? AND o.due_at IS NOT NULL"
        )
        lines = [
            of_order(from_json_as(state, Order), number, relation, now)
            for state, number, relation in self._connection.execute(sql, (unit, start, until)).fetchall()
        ]
        return [line for line in lines if line is not None]

    def _duties(self, unit: str, now: int) -> list[Line]:
        from commandcenter.domain.joint import Joint

        sql = "SELECT state FROM matter WHERE family = 'joint' AND mode = 'real' AND instr(state, ?) ORDER BY subject"
        found = []
        for (state,) in self._connection.execute(sql, (f'"unit":"{unit}"',)).fetchall():
            matter = from_json_as(state, Joint)
            found += [of_duty(matter, duty, now) for duty in matter.duties if duty.unit == unit]
        return [line for line in found if line is not None]

    def cases(self, unit: str, start: int, until: int, now: int) -> CaseFigures:
        """How the cases stand that were received in the period and dispatched to the unit; imported history is left out.

        It looks at every case of the period: for a worker, not for the window.
        """
        sql = (
            "SELECT count(*), sum(closed_at IS NOT NULL),"
            " sum(open = 1 AND due_at IS NOT NULL AND due_at < :now),"
            " sum(closed_at IS NOT NULL AND due_at IS NOT NULL AND ifnull(fed_back_at, closed_at) > due_at),"
            " sum(satisfied IS NOT NULL), sum(ifnull(satisfied, 0)) FROM case_row"
            " WHERE doc >= :first AND doc < :last AND history = 0 AND received_at >= :start AND received_at < :until"
            " AND instr(' ' || lead || ' ' || others || ' ', :unit)"
        )
        asked = {"now": now, "start": start, "until": until, "unit": f" {unit} "}
        asked |= {"first": first_doc(start), "last": first_doc(until)}  # a case lies in the file by when it came in
        told = self._connection.execute(sql, asked).fetchone()
        names = ("received", "closed", "overdue", "late", "asked", "satisfied")
        return CaseFigures(**{name: int(value or 0) for name, value in zip(names, told, strict=True)})
