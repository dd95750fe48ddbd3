"""Questions about telephone calls: those of a shift, what they still owe, who a number belongs to.

Every question is bounded by a span of time, by an index or by a count: ten years of calls behind it cost nothing. Lists are
masked where they are read; one call in full is asked by its id. The calls of an incident's call sheet stand on its
report-ins, those of a call-and-answer on its warning, those from the roster and its call lists on the number they proved;
they are read from there among the calls of the span, so that nobody writes a call down twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from commandcenter.domain.call import CALL_BACK, READ_BACK, Call
from commandcenter.domain.clock import MINUTE
from commandcenter.domain.masking import mask_known, mask_phone, mask_who
from commandcenter.domain.number import digits
from commandcenter.journal import log
from commandcenter.journal.codec import from_json_as
from commandcenter.journal.database import Connection
from commandcenter.journal.reading.matters import MatterReader

if TYPE_CHECKING:
    from commandcenter.domain.event import Fact
    from commandcenter.domain.warning import Target, Try

MOST = 500
"""So many calls of a span are listed at the most."""
NEWEST = 12
"""So many former calls of a number or a case are told."""
VIEWS = ("all", READ_BACK, CALL_BACK)
SHEET = ("report_in.called", "report_in.call_tried", "report_in.answered", "report_in.withdrawn")
"""What the call sheet of an incident writes of its calls."""
WARNED = ("warning.tried",)
"""What the call-and-answer (叫应) of a warning writes of its calls; one taken back does not stand in the warning any more."""
PROVED = ("person.verified", "unit.verified")
"""What a call to somebody of the roster, or to the duty number of a unit, writes: whether the number is right."""
_ANSWERED_WITHIN = 15 * MINUTE
"""An answer that comes so soon after a call is the other end of it."""

_COLUMNS = "id, number, mode, at, direction, unit, taker, outcome, waits, case_id, whistle, state"


@dataclass(frozen=True, slots=True)
class CallLine:
    """A call as lists show it, masked. ``at`` is epoch milliseconds.

    ``key`` is its subject (``call/<id>``), of a call of an incident's call sheet its event; ``sheet`` is then what the sheet
    says of it (called, no_answer, busy, reached, answered) and ``whistle`` the incident. A call made in a warning's
    call-and-answer has ``warning`` (its id) and ``sheet`` warned or warned_no_answer, one that proved a number of the roster
    ``sheet`` proved, proved_no_answer or proved_wrong. ``read_back`` is None when nobody asks
    for it. ``back_by`` is when a call back was promised for.
    """

    key: str
    number: str
    mode: str
    at: int
    direction: str
    unit: str
    person: str
    who: str
    phone: str
    said: str
    taker: str
    outcome: str
    waits: tuple[str, ...] = ()
    read_back: bool | None = None
    case: str = ""
    whistle: str = ""
    warning: str = ""
    sheet: str = ""
    back_by: int | None = None
    erased: bool = False
    answers: str = ""

    @property
    def id(self) -> str:
        """The id of the call; empty for one of a call sheet."""
        return self.key.partition("/")[2] if self.key.startswith("call/") else ""


@dataclass(frozen=True, slots=True)
class CallCounts:
    """How many calls of a span: all, in, out; not read back, not called back. Struck ones count in none."""

    all: int = 0
    came: int = 0
    went: int = 0
    unread: int = 0
    uncalled: int = 0


@dataclass(frozen=True, slots=True)
class Shown:
    """The calls of a span in their order, and whether there were more than are listed."""

    lines: tuple[CallLine, ...]
    counts: CallCounts
    more: bool = False


class CallReader:
    """Reads calls through one read-only connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    # -- one ---------------------------------------------------------------------------------------------------------

    def one(self, call: str) -> Call:
        """A call in full; an empty one when nothing is known of it."""
        row = self._connection.execute("SELECT state FROM call_row WHERE id = ?", (call,)).fetchone()
        return from_json_as(row[0], Call) if row else Call()

    def facts(self, call: str) -> list[Fact]:
        """Every entry of a call by the time it happened."""
        found = log.facts_of(self._connection, f"call/{call}")
        return sorted(found, key=lambda fact: (fact.happened_at, fact.hlc, fact.id))

    # -- lists -------------------------------------------------------------------------------------------------------

    def of_span(self, start: int, end: int, view: str = "all", words: str = "") -> Shown:
        """The calls from ``start`` until before ``end``, oldest first, the sheets' calls among them; the newest when they are
        too many. ``view`` is one of ``VIEWS``, ``words`` narrows by what stands in a line. The counts are of the whole span.
        """
        sql = f"SELECT {_COLUMNS} FROM call_row WHERE at >= ? AND at < ? ORDER BY at DESC, id LIMIT ?"
        rows = self._connection.execute(sql, (start, end, MOST)).fetchall()
        lines = [_line(row) for row in rows]
        sheet = self._sheet(start, end)
        every = sorted([*lines, *sheet], key=_order)
        counts = self._counts(start, end, sheet)
        if view in (READ_BACK, CALL_BACK):
            every = [line for line in every if view in line.waits]
        if words.strip():
            wanted = words.split()
            every = [line for line in every if all(word in _spoken(line) for word in wanted)]
        return Shown(tuple(every[-MOST:]), counts, len(rows) == MOST or len(every) > MOST)

    def counts(self, start: int, end: int) -> CallCounts:
        """The counts of a span."""
        return self._counts(start, end, self._sheet(start, end))

    def _counts(self, start: int, end: int, sheet: Iterable[CallLine]) -> CallCounts:
        sql = (
            "SELECT count(*), coalesce(sum(direction = 'in'), 0), coalesce(sum(direction = 'out'), 0),"
            " coalesce(sum(instr(waits, 'read_back') > 0), 0), coalesce(sum(instr(waits, 'call_back') > 0), 0)"
            " FROM call_row WHERE at >= ? AND at < ? AND outcome <> 'struck'"
        )
        every, came, went, unread, uncalled = self._connection.execute(sql, (start, end)).fetchone()
        more = list(sheet)
        own_in = sum(line.direction == "in" for line in more)
        return CallCounts(every + len(more), came + own_in, went + len(more) - own_in, unread, uncalled)

    def waiting(self, limit: int = MOST) -> list[CallLine]:
        """What calls of any day still owe, the oldest first."""
        sql = f"SELECT {_COLUMNS} FROM call_row WHERE waits <> '' ORDER BY at, id LIMIT ?"
        return [_line(row) for row in self._connection.execute(sql, (limit,))]

    def of_number(self, phone: str, limit: int = NEWEST) -> list[CallLine]:
        """The newest calls with a number, however it was written down."""
        wanted = digits(phone)
        return self._newest("phone = ? AND phone <> ''", wanted, limit) if wanted else []

    def of_case(self, case: str, limit: int = NEWEST) -> list[CallLine]:
        """The newest calls about a case."""
        return self._newest("case_id = ? AND case_id <> ''", case, limit)

    def of_whistle(self, whistle: str, limit: int = MOST) -> list[CallLine]:
        """The newest calls about a whistle, those of its call sheet left out."""
        return self._newest("whistle = ? AND whistle <> ''", whistle, limit)

    def _newest(self, where: str, value: str, limit: int) -> list[CallLine]:
        sql = f"SELECT {_COLUMNS} FROM call_row WHERE {where} ORDER BY at DESC LIMIT ?"
        return [_line(row) for row in self._connection.execute(sql, (value, limit))]

    def _sheet(self, start: int, end: int) -> list[CallLine]:
        """The calls of the call sheets of real incidents, of the call-and-answer of real warnings, and from the roster."""
        facts = log.facts_of_span(self._connection, start, end, (*SHEET, *WARNED, *PROVED), 4 * MOST)
        tried = [fact for fact in facts if fact.kind in WARNED and fact.mode == "real"]
        proved = [_proved_line(fact) for fact in facts if fact.kind in PROVED and fact.mode == "real"]
        return [*sheet_lines(fact for fact in facts if fact.kind in SHEET), *self._warned(tried), *proved]

    def _warned(self, facts: list[Fact]) -> list[CallLine]:
        """The telephone calls of warnings that still stand: the warning itself knows whom they went to and what was struck."""
        if not facts:
            return []
        from commandcenter.domain.warning import Warning as Told

        matters, lines = MatterReader(self._connection), []
        for subject in dict.fromkeys(fact.subject for fact in facts):
            targets = matters.one(Told, subject).targets
            made = {one.id: (target, one) for target in targets for one in target.tries if one.way == "phone"}
            lines += [_warned_line(fact, *made[fact.id]) for fact in facts if fact.id in made]
        return lines


def days_needed(lines: Iterable[CallLine]) -> set[str]:
    """The keys of calls whose last part of the number another call of the list has too: two days of one shift begin at 01."""
    alike: dict[str, list[CallLine]] = {}
    for line in lines:
        if line.number:
            alike.setdefault(line.number.rpartition("-")[2], []).append(line)
    return {line.key for same in alike.values() if len(same) > 1 for line in same}


def sheet_lines(facts: Iterable[Fact]) -> list[CallLine]:
    """The calls told by report-ins: a try and the call that it came to are one, an answer soon after is its other end."""
    told = sorted(
        (fact for fact in facts if fact.mode == "real"), key=lambda fact: (fact.happened_at, fact.hlc, fact.id)
    )
    gone = {fact.corrects for fact in told if fact.verb == "withdrawn"}
    tries = {
        (fact.subject, fact.id.node, fact.happened_at): fact
        for fact in told
        if fact.verb == "call_tried" and fact.id not in gone
    }
    lines: list[CallLine] = []
    last: dict[str, int] = {}
    for fact in told:
        if fact.id in gone or fact.verb == "withdrawn":
            continue
        if fact.verb == "called" and (fact.subject, fact.id.node, fact.happened_at) in tries:
            continue
        before = last.get(fact.subject)
        if fact.verb == "answered" and before is not None:
            asked = lines[before]
            if fact.happened_at - asked.at <= _ANSWERED_WITHIN:
                lines[before] = _answered(asked, fact)
                del last[fact.subject]
                continue
        if fact.verb == "answered" and fact.channel != "phone":
            continue  # it came by some other way, or was typed beside others: nobody says that the telephone rang
        lines.append(_sheet_line(fact))
        if fact.verb != "answered":
            last[fact.subject] = len(lines) - 1
    return lines


def _warned_line(fact: Fact, target: Target, made: Try) -> CallLine:
    answered = made.answered_by if made.answered_by != "?" else ""
    name = answered or target.name
    return CallLine(
        key=str(fact.id),
        number="",
        mode=fact.mode,
        at=fact.happened_at,
        direction="out",
        unit=target.unit,
        person=target.person,
        who=mask_who(name),
        phone=mask_phone(target.phone),
        said=mask_known(made.words, name),
        taker=fact.actor,
        outcome="noted" if made.answered_by else "no_answer",
        warning=fact.subject.partition("/")[2],
        sheet="warned" if made.answered_by else "warned_no_answer",
        erased=fact.erased,
    )


def _proved_line(fact: Fact) -> CallLine:
    family, _, key = fact.subject.partition("/")
    told = fact.body.get("fields")
    result = str(told.get("check", "")) if isinstance(told, Mapping) else ""
    return CallLine(
        key=str(fact.id),
        number="",
        mode=fact.mode,
        at=fact.happened_at,
        direction="out",
        unit=key if family == "unit" else "",
        person=key if family == "person" else "",
        who="",
        phone=mask_phone(fact.words("verified_phone")),
        said=fact.words("note"),
        taker=fact.actor,
        outcome="noted" if result == "reached" else "no_answer",
        sheet="proved" if result == "reached" else f"proved_{result}",
        erased=fact.erased,
    )


def _sheet_line(fact: Fact) -> CallLine:
    _, whistle, unit = (*fact.subject.split("/", 2), "", "")[:3]
    came = fact.verb == "answered"
    result = str(fact.body.get("result", "")) if fact.verb == "call_tried" else fact.verb
    who = fact.words("told_by")
    return CallLine(
        key=str(fact.id),
        number="",
        mode=fact.mode,
        at=fact.happened_at,
        direction="in" if came else "out",
        unit=unit,
        person="",
        who=mask_who(who),
        phone="",
        said=mask_known(fact.words("words"), who),
        taker=fact.actor,
        outcome="whistle",
        read_back=True if came and fact.body.get("read_back") is True else None,
        whistle=whistle,
        sheet=result,
        erased=fact.erased,
    )


def _answered(line: CallLine, fact: Fact) -> CallLine:
    who = fact.words("told_by")
    words = mask_known(fact.words("words"), who)
    read = True if fact.body.get("read_back") is True else line.read_back
    return replace(line, sheet="answered", who=mask_who(who) or line.who, said=words or line.said, read_back=read)


def _order(line: CallLine) -> tuple[int, int, str, str]:
    """By time; of one moment in the order of the numbers they were given."""
    return line.at, len(line.number), line.number, line.key


def _line(row: tuple[str, str, str, int, str, str, str, str, str, str, str, str]) -> CallLine:
    key, number, mode, at, direction, unit, taker, outcome, waits, case, whistle, stored = row
    call = from_json_as(stored, Call)
    owed = tuple(waits.split())
    asked = call.result == "reached" and call.unread_at is None and not call.as_case
    return CallLine(
        key=f"call/{key}",
        number=number,
        mode=mode,
        at=at,
        direction=direction,
        unit=unit,
        person=call.person,
        who=mask_who(call.who),
        phone=mask_phone(call.phone),
        said=mask_known(call.said, call.who),
        taker=taker,
        outcome=outcome,
        waits=owed,
        read_back=True if call.read_back_at is not None else False if asked else None,
        case=case,
        whistle=whistle,
        back_by=call.back_by,
        erased=call.erased,
        answers=call.answers,
    )


def _spoken(line: CallLine) -> str:
    return " ".join((line.number, line.unit, line.who, line.phone, line.said))
