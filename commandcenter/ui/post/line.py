"""The one line: a free note, an order, a key fact, or what a department did, typed and sent with Enter."""

from __future__ import annotations

from PySide6.QtCore import QObject

from commandcenter.desk.engine import Done
from commandcenter.domain import order, whistle_acts
from commandcenter.domain import report_in_acts as acts
from commandcenter.domain.command import Command
from commandcenter.domain.report_in import ending
from commandcenter.domain.unit_line import read_unit_line
from commandcenter.domain.whistle import FACTS
from commandcenter.ui.post.hand import Hand
from commandcenter.ui.post.log import PREFIXES, LogPanel
from commandcenter.ui.words import FACTS as FACT_WORDS
from commandcenter.ui.words import OVERLAYS, STEPS, word


class LineReader(QObject):
    """Reads what is typed in the log's box, says beside it what it will do, and sends it. The text is a draft on the disk
    until it was sent.
    """

    def __init__(self, hand: Hand, log: LogPanel) -> None:
        super().__init__(log)
        self._hand, self._log = hand, log
        self._sent = ""
        log.written.connect(self._on_written)
        log.drafted.connect(self._on_drafted)
        log.line.textChanged.connect(self._read_line)

    def take_draft(self) -> None:
        """Bring back what was typed for this incident and never sent."""
        self._log.take_draft(self._hand.desk.read.status.drafts().get(self._draft_key(), ""))

    def _draft_key(self) -> str:
        return f"post.line.{self._hand.incident.whistle.id}" if self._hand.incident else ""

    def _on_drafted(self, text: str) -> None:
        if self._hand.incident is not None:
            self._hand.desk.save_draft(self._draft_key(), text)

    def _read_line(self, text: str) -> None:
        """Say beside the line what it will do."""
        line = read_unit_line(text)
        if line is not None:
            state = self._hand.state(line.ordinal)
            name = self._hand.desk.reference.unit_name(state.unit) if state else self.tr("no such unit")
            step = self.tr("head count") if line.verb == "count" else word(STEPS, line.verb)
            count = self.tr("count {n}").format(n=line.people) if line.people is not None else ""
            self._log.say_reading(" ".join(part for part in (str(line.ordinal), name, step, count, "· Enter") if part))
            return
        kinds = {
            "order": self.tr("an order to everybody"),
            "unit": self._order_reading(text[1:]),
            "fact": self.tr("#trapped 2, #injured 1: a key fact; # alone opens all four"),
        }
        prefix = PREFIXES.get(text[:1], "")
        self._log.say_reading(kinds.get(prefix, ""))

    def _order_reading(self, rest: str) -> str:
        """Whom ``@2 …`` is for: the number with its department, or how it is written."""
        number = rest.strip().partition(" ")[0]
        if not number.isdigit():
            return self.tr("@6 text: an order to unit 6")
        state = self._hand.state(int(number))
        if state is None:
            return f"{number} {self.tr('no such unit')}"
        name = self._hand.desk.reference.unit_name(state.unit)
        if state.closed:
            ended = word(OVERLAYS, ending(state))
            return self.tr("{n} {unit} takes no order: {ended}").format(n=state.ordinal, unit=name, ended=ended)
        return self.tr("an order to {n} {unit} · Enter").format(n=state.ordinal, unit=name)

    def _on_written(self, text: str) -> None:
        incident = self._hand.incident
        if incident is None:
            return
        line = read_unit_line(text)
        if line is not None:
            self._write_unit(line.ordinal, line.verb, line.people)
            return
        prefix = PREFIXES.get(text[:1], "")
        rest = text[1:].strip()
        if prefix == "order" and rest:
            self._write(order.GiveOrder(whistle=incident.whistle.id, words=rest))
        elif prefix == "unit":
            number, _, words = rest.partition(" ")
            state = self._hand.state(int(number)) if number.isdigit() else None
            if state is None or state.closed:
                self._log.say_reading(self._order_reading(rest))
                return
            self._hand.open(self._hand.sheets.task(incident.whistle, incident.report_ins, words, state.unit))
            self._log.clear_line()
        elif prefix == "fact":
            self._write_fact(rest)
        elif not prefix:
            self._write(whistle_acts.Note(whistle=incident.whistle.id, words=text))

    def _write(self, command: Command, said: str = "") -> None:
        self._sent = self._log.line.text()
        self._hand.send(command, said).done.connect(self._on_line_done)

    def _on_line_done(self, _done: Done) -> None:
        if self._log.line.text() == self._sent:  # else somebody goes on typing already
            self._log.clear_line()

    def _write_unit(self, ordinal: int, verb: str, people: int | None) -> None:
        incident, state = self._hand.incident, self._hand.state(ordinal)
        if state is None or incident is None:
            self._log.say_reading(self.tr("no such unit"))
            return
        arrived = verb == "arrived" and state.milestone("arrived") is not None
        if people is not None and (verb == "count" or arrived):
            self._write(acts.CountHeads(whistle=incident.whistle.id, unit=state.unit, people=people, channel="phone"))
        elif verb == "release_approved" and people is None:
            self._hand.open(self._hand.sheets.release(incident.whistle, state))
            self._log.clear_line()
        else:
            name = self._hand.desk.reference.unit_name(state.unit)
            self._write(
                acts.RecordMilestone(
                    whistle=incident.whistle.id, unit=state.unit, milestone=verb, people=people, channel="phone"
                ),
                self.tr("{n} {unit}: {step}").format(n=state.ordinal, unit=name, step=word(STEPS, verb)),
            )

    def _write_fact(self, rest: str) -> None:
        incident = self._hand.incident
        if incident is None:
            return
        for name in FACTS:
            label = word(FACT_WORDS, name)
            if rest.casefold().startswith(label.casefold()):
                told = rest[len(label) :].strip()
                digits = "".join(char for char in told if char.isdigit())
                if name == "hazard":
                    self._write(whistle_acts.SetFact(whistle=incident.whistle.id, fact=name, words=told))
                else:
                    words = told.replace(digits, "", 1).strip(" ，,人") if digits else told
                    value = int(digits) if digits else None
                    self._write(whistle_acts.SetFact(whistle=incident.whistle.id, fact=name, value=value, words=words))
                return
        self._hand.open(self._hand.sheets.facts(incident.whistle))
        self._log.clear_line()
