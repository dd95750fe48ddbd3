"""Whom to ring next: the contact order of a department with the names of the people on it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from commandcenter.desk.desk import Desk
from commandcenter.desk.on_duty import on_duty
from commandcenter.domain.contact_order import USUAL_TRIES, Number, next_of, order_of
from commandcenter.domain.limit import CALL_TRIES
from commandcenter.domain.report_in import ReportIn

translate = QCoreApplication.translate


class Calling:
    """Works out numbers; it dials nothing and writes nothing."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._behind: tuple[tuple[Number, ...], tuple[Number, ...]] = ((), ())
        self._read_at = 0

    def forget(self) -> None:
        """Roster, units or shifts changed."""
        self._read_at = 0

    def numbers(self, unit: str) -> tuple[Number, ...]:
        """The numbers to ring for a department in their order: its own, our leader on shift, the district's duty room."""
        found = self._desk.reference.units.get(unit)
        if found is None:
            return ()
        leaders, district = self._those_behind()
        return order_of(found, leaders=leaders, district=() if found.relation == "report" else district)

    def next(self, state: ReportIn) -> int:
        """Which of them is rung next."""
        limit = self._desk.reference.limit(CALL_TRIES)
        each = max(1, round(limit.value)) if limit is not None else USUAL_TRIES
        return next_of(state, len(self.numbers(state.unit)), each)

    def phone(self, state: ReportIn) -> str:
        """The number to ring next; empty where the list of units has none."""
        numbers = self.numbers(state.unit)
        return numbers[self.next(state)].phone if numbers else ""

    def line(self, state: ReportIn) -> str:
        """What the tile says of a department whose first number was missed: which contact is next; else empty."""
        if state.closed or not state.tries or state.milestone("answered") is not None:
            return ""
        numbers = self.numbers(state.unit)
        place = self.next(state)
        if not 0 < place < len(numbers):
            return ""
        number = numbers[place]
        words = translate("Calling", "contact {n}: {who}").format(n=place + 1, who=self.who(number))
        return f"{words} {number.phone}"

    def who(self, number: Number) -> str:
        """Whose number it is."""
        if number.source == "duty":
            return translate("Calling", "duty phone")
        name = f"{number.name} {number.post}".strip()
        if number.source == "leader":
            return translate("Calling", "our leader on shift {name}").format(name=name).strip()
        if number.source == "district":
            return translate("Calling", "district duty room {name}").format(name=name).strip()
        return name

    def _those_behind(self) -> tuple[tuple[Number, ...], tuple[Number, ...]]:
        """Our leaders on shift and the district's duty room; read again when a minute has passed."""
        now = self._desk.clock.now()
        if not self._read_at or now - self._read_at > 60_000:
            self._read_at = now
            self._behind = (self._leaders(now), self._district())
        return self._behind

    def _leaders(self, now: int) -> tuple[Number, ...]:
        people = self._desk.reference.directory.people
        leading = on_duty(self._desk.read, now).shift.of("leader")
        found = [people[line.person] for line in leading if line.person in people]
        return tuple(Number(person.name, person.post, person.phone, "leader") for person in found)

    def _district(self) -> tuple[Number, ...]:
        """The first unit that is only informed (报): the district's duty room."""
        units = sorted(self._desk.reference.units.values(), key=lambda unit: unit.id)
        told = next((unit for unit in units if unit.relation == "report" and unit.active and unit.duty_phone), None)
        return (Number(told.name, "", told.duty_phone, "district"),) if told is not None else ()
