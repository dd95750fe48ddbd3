"""The one line: a free note, an order, a key fact, or what a department did, typed and sent with Enter."""

from __future__ import annotations

import re

from PySide6.QtCore import QObject

from commandcenter.desk.engine import Done, RefusedBy
from commandcenter.domain import order, whistle_acts
from commandcenter.domain.command import Command
from commandcenter.domain.key_facts import WORDS, fact_kinds
from commandcenter.domain.report_in import CYCLE, MILESTONES, ending
from commandcenter.domain.roster import matching
from commandcenter.domain.unit import Unit
from commandcenter.domain.unit_line import NOTE_MARKS, UnitLine, Unread, read_unit_line, units_called
from commandcenter.domain.unit_line_acts import Board, commands_of, moment
from commandcenter.ui.parts.incident_sheets import order_form
from commandcenter.ui.post.hand import Hand
from commandcenter.ui.post.log import PREFIXES, LogPanel
from commandcenter.ui.post.reading import advice, reading, spoken_act
from commandcenter.ui.wording import refusal
from commandcenter.ui.words import FACTS as FACT_WORDS
from commandcenter.ui.words import OVERLAYS, word


class LineReader(QObject):
    """Reads what is typed in the log's box, says beside it what it will do, and sends it. The text is a draft on the disk
    until it was sent.
    """

    def __init__(self, hand: Hand, log: LogPanel) -> None:
        super().__init__(log)
        self._hand, self._log = hand, log
        self._sent = ""
        self._sent_line: UnitLine | None = None
        self._drafted = ""
        self._kept: dict[str, str] = {}
        log.written.connect(self._on_written)
        log.drafted.connect(self._on_drafted)
        log.line.textChanged.connect(self._read_line)

    def take_draft(self) -> None:
        """Bring back what was typed for this incident and never sent; what was typed for another one is kept there."""
        if self._drafted == self._draft_key():
            return
        if self._drafted:
            self._hand.desk.save_draft(self._drafted, self._log.line.text())
            self._kept[self._drafted] = self._log.line.text()
        self._drafted = self._draft_key()
        kept = self._kept.get(self._drafted)
        self._log.show_draft(kept if kept is not None else self._hand.desk.drafts().get(self._drafted, ""))

    def _draft_key(self) -> str:
        return f"post.line.{self._hand.incident.whistle.id}" if self._hand.incident else ""

    def _on_drafted(self, text: str) -> None:
        if self._drafted:
            self._kept[self._drafted] = text
            self._hand.desk.save_draft(self._drafted, text)

    def _read_line(self, text: str) -> None:
        """Say beside the line what it will do, or what is missing."""
        line = read_unit_line(text, self._names())
        if isinstance(line, UnitLine):
            self._say_line(line)
            return
        if isinstance(line, Unread):
            self._log.say_reading(self._advice(line), wrong=True)
            return
        if text.startswith(_NOTES):
            self._log.say_reading(self.tr("a note, whatever it looks like · Enter"))
            return
        kinds = {
            "order": self.tr("an order to everybody"),
            "unit": self._order_reading(text[1:]),
            "fact": self.tr("#trapped 2, #injured 1: a key fact; # alone opens all four"),
        }
        prefix = PREFIXES.get(text[:1], "")
        self._log.say_reading(kinds.get(prefix, ""))

    def _names(self) -> dict[int, tuple[str, ...]]:
        """What the units on the board answer to: name, initials, duty phone."""
        incident, reference = self._hand.incident, self._hand.desk.reference
        found = {}
        for state in incident.report_ins if incident is not None else ():
            unit = reference.units.get(state.unit)
            more = _called(unit, reference.unit_initials.get(state.unit, "")) if unit is not None else ()
            found[state.ordinal] = (reference.unit_name(state.unit), *more)
        return found

    def _advice(self, line: Unread) -> str:
        """What to do about a line, with the numbers that are on this board."""
        incident = self._hand.incident
        last = max((state.ordinal for state in incident.report_ins), default=0) if incident is not None else 0
        return advice(line, last)

    def _board(self, line: UnitLine) -> Board:
        """What the line is read against."""
        incident = self._hand.incident
        states = incident.report_ins if incident is not None else ()
        unit = self._other(line)
        return Board(
            whistle=incident.whistle.id if incident is not None else "",
            now=self._hand.desk.clock.now(),
            states={state.ordinal: state for state in states},
            contacts={state.unit: self._hand.calling.next(state) for state in states if state.ordinal in line.ordinals},
            other=unit.id if unit is not None else "",
            relation=unit.relation if unit is not None else "request",
        )

    def _other(self, line: UnitLine) -> Unit | None:
        """The unit a line names beside its own: an ordinal of the board for a substitute, a code or a name."""
        if not line.other:
            return None
        units = self._hand.desk.reference.units
        text = line.other.upper()
        if line.act == "replaced" and text.isdigit():
            state = self._hand.state(int(text))
            return units.get(state.unit) if state is not None else None
        if text in units:
            return units[text]
        if text.isdigit() and f"D{int(text):02d}" in units and len(text) < 3:
            return units[f"D{int(text):02d}"]
        spelt = self._hand.desk.reference.unit_initials
        active = [unit for unit in units.values() if unit.active]
        names = {at: (unit.name, *_called(unit, spelt.get(unit.id, ""))) for at, unit in enumerate(active, 1000)}
        found = units_called(line.other, names)
        if not found:
            found = [
                at for at, one in names.items() if matching(spelt.get(active[at - 1000].id, ""), one[0], line.other)
            ]
        return active[found[0] - 1000] if len(found) == 1 else None

    def _say_line(self, line: UnitLine) -> None:
        """The reading of a line; what does not fit the board is said instead."""
        board = self._board(line)
        found = commands_of(line, board)
        if isinstance(found, Unread):
            self._log.say_reading(self._advice(found), wrong=True)
            return
        name = self._hand.desk.reference.unit_name
        told = reading(line, board.states, name, moment(line, board.now), name(board.other) if board.other else "")
        self._log.say_reading(told)

    def _order_reading(self, rest: str) -> str:
        """Whom ``@2 …`` is for: the number with its department, or how it is written."""
        number = rest.strip().partition(" ")[0]
        if not number.isdigit():
            return self.tr("@6 text: an order to unit 6")
        state = self._hand.state(int(number))
        if state is None:
            unknown = self.tr("no such unit")
            return f"{number} {unknown}"
        name = self._hand.desk.reference.unit_name(state.unit)
        if state.closed:
            ended = word(OVERLAYS, ending(state))
            return self.tr("{n} {unit} takes no order: {ended}").format(n=state.ordinal, unit=name, ended=ended)
        return self.tr("an order to {n} {unit} · Enter").format(n=state.ordinal, unit=name)

    def _on_written(self, text: str) -> None:
        incident = self._hand.incident
        if incident is None:
            return
        if text.startswith(_NOTES):
            if text[1:].strip():
                self._write(whistle_acts.Note(whistle=incident.whistle.id, words=text[1:].strip()))
            return
        line = read_unit_line(text, self._names())
        if line is not None:
            self._write_unit(line)
            return
        prefix = PREFIXES.get(text[:1], "")
        rest = text[1:].strip()
        if prefix == "order" and rest:
            self._write(order.GiveOrder(whistle=incident.whistle.id, words=rest))
        elif prefix == "unit":
            number, _, words = rest.partition(" ")
            state = self._hand.state(int(number)) if number.isdigit() else None
            if state is None or state.closed:
                self._log.refuse(self._order_reading(rest))
                return
            self._hand.forms.open(order_form(self._hand.forms, incident, text=words, unit=state.unit))
            self._log.clear_line()
        elif prefix == "fact":
            self._write_fact(rest)
        elif not prefix:
            self._write(whistle_acts.Note(whistle=incident.whistle.id, words=text))

    def _write(self, command: Command, said: str = "") -> None:
        self._sent, self._sent_line = self._log.line.text(), None
        ticket = self._hand.send(command, said)
        ticket.done.connect(self._on_line_done)
        ticket.refused.connect(self._on_line_refused)

    def _on_line_refused(self, refused: RefusedBy) -> None:
        """The words stay in the line; why it was refused stands beside it."""
        if self._log.line.text() == self._sent:
            told = refusal(refused.code, refused.facts, self._hand.desk.reference.unit_name)
            self._log.refuse(self._whom(refused.code) + told)

    def _whom(self, code: str) -> str:
        """Which units of a line for several are in the way, as the beginning of the sentence."""
        line = self._sent_line
        if line is None or len(line.ordinals) < 2:
            return ""
        states = [state for number in line.ordinals if (state := self._hand.state(number)) is not None]
        if code == "already_recorded" and line.act in MILESTONES and line.act not in CYCLE:
            states = [state for state in states if state.milestone(line.act) is not None]
        elif code == "already_closed":
            states = [state for state in states if state.closed]
        else:
            return ""
        name = self._hand.desk.reference.unit_name
        return "、".join(f"{state.ordinal} {name(state.unit)}" for state in states) + "："

    def _on_line_done(self, _done: Done) -> None:
        if self._log.line.text() == self._sent:  # else somebody goes on typing already
            self._log.clear_line()

    def _write_unit(self, line: UnitLine | Unread) -> None:
        if isinstance(line, Unread):
            self._log.refuse(self._advice(line))
            self._offer_release(line)
            return
        board = self._board(line)
        found = commands_of(line, board)
        if isinstance(found, Unread):
            self._log.refuse(self._advice(found))
            return
        name = self._hand.desk.reference.unit_name
        units = "、".join(f"{number} {name(board.states[number].unit)}" for number in line.ordinals)
        other = name(board.other) if board.other else ""
        self._write(found, self.tr("{units}: {step}").format(units=units, step=spoken_act(line, other)).strip(" :："))
        self._sent_line = line

    def _offer_release(self, line: Unread) -> None:
        """A release that lacks its count or reason opens its form; what was typed is in it."""
        incident = self._hand.incident
        words = self._log.line.text().split()
        if line.act != "release_approved" or incident is None or not words or not words[0].isdigit():
            return
        state = self._hand.state(int(words[0]))
        counts = [int(part) for part in words[2:] if part.isdigit()]
        if state is not None and len(counts) == len(words[2:]) <= 1:  # words would be lost in it: then the line stays
            self._hand.open(self._hand.sheets.release(incident.whistle, state, counts[0] if counts else None))
            self._log.clear_line()

    def _write_fact(self, rest: str) -> None:
        incident = self._hand.incident
        if incident is None:
            return
        plan = self._hand.desk.reference.plan(incident.whistle.plan)
        labels = {}
        for kind in fact_kinds(plan.facts if plan is not None else ()):
            label = kind.name or word(FACT_WORDS, kind.code)
            labels[kind.code] = label
            if not rest.casefold().startswith(label.casefold()):
                continue
            told = rest[len(label) :].strip(" ：:")
            if kind.sort == WORDS:
                self._write(whistle_acts.SetFact(whistle=incident.whistle.id, fact=kind.code, words=told))
                return
            match = re.search(r"-?\d+", told)
            if match is not None and match[0].startswith("-"):
                self._log.refuse(refusal("count_negative", {}))
                return
            words = told.replace(match[0], "", 1).strip(" ，,人名") if match else told
            value = int(match[0]) if match else None
            self._write(whistle_acts.SetFact(whistle=incident.whistle.id, fact=kind.code, value=value, words=words))
            return
        if rest:  # nothing typed is lost in a form
            known = "、".join(labels.values())
            told = self.tr("which key fact? {known}; # alone opens the form").format(known=known)
            self._log.refuse(told)
            return
        self._hand.open(self._hand.sheets.facts(incident.whistle))
        self._log.clear_line()


def _called(unit: Unit, initials: str) -> tuple[str, ...]:
    """What a unit answers to beside its name."""
    phones = (unit.duty_phone.replace(" ", ""), *(one.phone.replace(" ", "") for one in unit.contacts))
    return tuple(one for one in (*phones, *initials.split()) if len(one) > 1)


_NOTES = (*NOTE_MARKS, "／")
