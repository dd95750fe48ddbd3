"""What a command post says on the screen, as words and rows. It holds no state of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from commandcenter.desk.reference import Reference
from commandcenter.domain.command_post import HINTS, STEPS, Post, PostDecision, deadlines
from commandcenter.domain.deadline import Deadline
from commandcenter.domain.event import DRILL
from commandcenter.domain.open_items import OpenItem
from commandcenter.domain.order import Order
from commandcenter.journal.reading.incidents import Incident
from commandcenter.ui import when
from commandcenter.ui.incident_words import CLEARED, ENDINGS, KNOWN, OPEN, POST_STEPS, said
from commandcenter.ui.incident_words import HINTS as HINT_WORDS
from commandcenter.ui.parts.factlist import Known
from commandcenter.ui.parts.readaloud import AloudRow
from commandcenter.ui.parts.stagecells import Cell
from commandcenter.ui.words import listed, with_words

translate = QCoreApplication.translate

FIRE_NUMBER = "119"
"""The call number by which the fire service is known among the units (Fire Law art. 45 makes it lead its scene)."""


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A working group: its name, lead and members; ``missing`` of them are not here yet. ``open`` False: not opened."""

    name: str
    lead: str = ""
    members: str = ""
    count: int = 0
    missing: int = 0
    duty: str = ""
    open: bool = True


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A meeting: when, what was said, who led it."""

    key: str
    number: int
    time: str
    words: str
    chair: str
    people: str = ""


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A decision. ``known`` are lines of what was on record then. ``level``: done, dropped, over, warn, open, order."""

    key: str
    number: str
    time: str
    words: str
    basis: str
    known: tuple[str, ...]
    whom: str
    due: str
    state: str
    level: str
    order: str = ""
    result: str = ""


@dataclass(frozen=True, slots=True)
class HandRow:
    """A change of shift, a hand-over, the end: when, what, and who signed."""

    key: str
    time: str
    words: str
    note: str
    icon: str


class Readout:
    """Words for one command post."""

    def __init__(self, reference: Reference) -> None:
        self._reference = reference

    # -- the life ------------------------------------------------------------------------------------------------------

    def cells(self, incident: Incident, now: int) -> list[Cell]:
        """The ten steps of a post's life, each with when and one fact."""
        post = incident.post
        at = self._times(post)
        facts = self._facts(incident)
        step = post.step
        here = STEPS.index(step) if step in STEPS else -1
        drill = incident.whistle.mode == DRILL
        found = []
        for place, name in enumerate(STEPS):
            moment = at.get(name)
            if place == here:
                state = "now" if name != "archived" else "done"
                late = [row for row in self.clocks(post) if row.due_at < now]
                if late and name in ("set_up", "grouped", "running"):
                    state = "warn" if drill else "over"
            elif moment is not None:
                state = "done"
            else:
                state = "passed" if place < here and name not in ("relieved", "handed_over") else "later"
            told = when.moment(moment, now) if moment is not None else ""
            if state == "passed":
                told = translate("Organ", "not entered")
            found.append(Cell(name, said(POST_STEPS, name), state, told, facts.get(name, "")))
        return found

    @staticmethod
    def _times(post: Post) -> dict[str, int | None]:
        first = post.meetings[0].at if post.meetings else None
        return {
            "proposed": post.proposed_at,
            "sited": post.sited_at,
            "set_up": post.set_up_at,
            "grouped": post.grouped_at,
            "running": first,
            "relieved": post.shifts[-1].at if post.shifts else None,
            "handed_over": post.handed_over_at,
            "ended": post.ended_at,
            "counted": post.withdrawn_at,
            "archived": post.archived_at,
        }

    def _facts(self, incident: Incident) -> dict[str, str]:
        post = incident.post
        found = {"proposed": post.reason, "set_up": post.commander_words, "handed_over": post.handed_over_to}
        if post.sited_at is not None:
            found["sited"] = translate("Organ", "checked {n} of {all}").format(n=len(post.hints), all=len(HINTS))
        if post.groups:
            found["grouped"] = translate("Organ", "{n} groups").format(n=len(post.groups))
        if post.meetings:
            found["running"] = translate("Organ", "{n} meetings").format(n=len(post.meetings))
        if post.shifts:
            found["relieved"] = post.shifts[-1].into
        if post.ended_by:
            found["ended"] = said(ENDINGS, post.ended_by)
        if post.withdrawal is not None and post.withdrawal.people is not None:
            found["counted"] = translate("Organ", "{n} people").format(n=post.withdrawal.people)
        return found

    @staticmethod
    def clocks(post: Post) -> list[Deadline]:
        """The clocks that run, the next one first."""
        rows = [row for row in deadlines(post) if row.met_at is None and not row.stopped]
        return sorted(rows, key=lambda row: row.due_at)

    # -- site and people -----------------------------------------------------------------------------------------------

    def site(self, post: Post) -> list[Known]:
        """Where it stands, and where it could go."""
        place = self._reference.directory.places.get(post.site)
        chosen = post.site_words or (place.name if place is not None else "")
        found = [Known(translate("Organ", "Site"), chosen or translate("Organ", "not chosen"), "1" if chosen else "3")]
        if place is not None and place.note and place.name == chosen:
            found.append(Known(translate("Organ", "Known of it"), place.note, "2"))
        if post.standing and post.place_words and post.place_words != chosen:
            found.append(Known(translate("Organ", "Stands at"), post.place_words))
        found.append(Known(translate("Organ", "Grid"), post.grid))
        backup = post.backup_words or (translate("Organ", "none named") if post.sited_at is not None else "")
        found.append(Known(translate("Organ", "Backup"), backup, "1" if post.backup_words else "3"))
        return found

    def hints(self, post: Post) -> list[tuple[str, bool]]:
        """(what a site is looked at for, whether that was ticked)."""
        return [(said(HINT_WORDS, name), name in post.hints) for name in HINTS]

    def people(self, incident: Incident, now: int) -> list[Known]:
        """Who commands, and how the post is reached."""
        post = incident.post
        if not post.known:
            return []
        unknown = translate("Organ", "not told")
        deputy, radio = post.deputy_words or unknown, post.radio or unknown
        sign = translate("Organ", "is up") if post.signed else translate("Organ", "not yet up")
        found = [
            Known(translate("Organ", "Commander"), post.commander_words or unknown),
            Known(translate("Organ", "Deputy"), deputy, "1" if post.deputy_words else "3"),
            Known(translate("Organ", "Phone"), post.phone or unknown, "1" if post.phone else "3"),
            Known(translate("Organ", "Radio"), radio, "1" if post.radio else "3"),
            Known(translate("Organ", "Sign"), sign, "1" if post.signed else "amb"),
        ]
        since = post.on_duty_since
        if since is not None and post.standing:
            span = when.rough(now - since)
            found.append(
                Known(
                    translate("Organ", "On duty"),
                    translate("Organ", "since {time}, {span}").format(time=when.clock(since), span=span),
                )
            )
        if post.supporting:
            led = self.led_by(post)
            found.insert(0, Known(translate("Organ", "Led by"), led, "acc"))
        return found

    @staticmethod
    def led_by(post: Post) -> str:
        """Who leads while ours supports."""
        if post.scope == "fire":
            return translate("Organ", "{name} leads the fire-fighting; ours supports").format(name=post.handed_over_to)
        return translate("Organ", "{name}; ours supports").format(name=post.handed_over_to)

    def fire_here(self, incident: Incident) -> bool:
        """Whether this is a fire with the fire service on the board: then the fire-fighting is its own by law."""
        units, plan = self._reference.units, self._reference.plan(incident.whistle.plan)
        told = f"{incident.whistle.title} {plan.name if plan is not None else ''}"
        limit = next((one for one in self._reference.post_data.limits if one.code == "fire"), None)
        if limit is None or not any(words in told for words in limit.when):
            return False
        return any(
            state.listed and (unit := units.get(state.unit)) is not None and unit.duty_phone == FIRE_NUMBER
            for state in incident.report_ins
        )

    # -- groups, meetings, decisions -----------------------------------------------------------------------------------

    def groups(self, incident: Incident) -> list[GroupRow]:
        """The open groups in their order, then those that every office has and that are not open."""
        states = {state.unit: state for state in incident.report_ins}
        duties = {one.name: one.duty for one in self._reference.post_data.groups}
        rows = []
        for group in incident.post.groups:
            absent = [
                unit
                for unit in group.members
                if (state := states.get(unit)) is None or (not state.closed and state.milestone("arrived") is None)
            ]
            names = "、".join(self._reference.unit_name(unit) for unit in group.members)
            duty = duties.get(group.name, "")
            rows.append(GroupRow(group.name, group.lead, names, len(group.members), len(absent), duty))
        opened = {row.name for row in rows}
        rows += [GroupRow(name, duty=duty, open=False) for name, duty in duties.items() if name not in opened]
        return rows

    def meetings(self, post: Post) -> list[MeetingRow]:
        """The meetings, the newest first."""
        rows = [
            MeetingRow(
                str(one.id),
                place,
                when.clock(one.at),
                one.words,
                one.chair,
                translate("Organ", "{n} people").format(n=one.people) if one.people is not None else "",
            )
            for place, one in enumerate(post.meetings, start=1)
        ]
        return rows[::-1]

    def decisions(self, incident: Incident, now: int) -> list[DecisionRow]:
        """The decisions, the newest first."""
        orders = {one.subject: one for one in incident.orders}
        return [self._decision(one, orders, now) for one in reversed(incident.post.decisions)]

    def _decision(self, one: PostDecision, orders: dict[str, Order], now: int) -> DecisionRow:
        level, state = self._state(one, orders.get(one.order), now)
        whom = one.group or (self._reference.unit_name(one.unit) if one.unit else translate("Organ", "everybody"))
        return DecisionRow(
            key=one.key,
            number=one.number,
            time=when.clock(one.at),
            words=one.words,
            basis=one.basis,
            known=self.known(one.known, one.hazard),
            whom=f"{one.orderer} → {whom}" if one.orderer else whom,
            due=translate("Organ", "until {time}").format(time=when.clock(one.due_at)) if one.due_at else "",
            state=state,
            level=level,
            order=one.order,
            result=one.result,
        )

    def _state(self, one: PostDecision, order: Order | None, now: int) -> tuple[str, str]:
        if one.dropped_at is not None:
            return "dropped", translate("Organ", "given up")
        done = one.done_at if order is None else order.done_at
        if done is not None:
            return "done", translate("Organ", "done {time}").format(time=when.clock(done))
        if order is not None and order.dropped_at is not None:
            return "dropped", translate("Organ", "order dropped")
        due = one.due_at if order is None else order.due_at
        if due is not None and due < now:
            return "over", f"+{when.span(now - due)}"
        if order is not None:
            return "order", translate("Organ", "ordered")
        return "open", translate("Organ", "open")

    @staticmethod
    def known(known: Mapping[str, int], hazard: str) -> tuple[str, ...]:
        """What is on record at a moment: key facts (unknown is said), forces, the situation."""
        unknown = translate("Organ", "unknown")
        facts = [f"{said(KNOWN, name)} {known.get(name, unknown)}" for name in ("trapped", "injured", "evacuated")]
        if "moved" in known:
            facts.append(f"{said(KNOWN, 'moved')} {known['moved']}")
        forces = [
            f"{said(KNOWN, 'arrived')} {known.get('arrived', 0)}/{known.get('asked', 0)}",
            f"{said(KNOWN, 'people')} {known.get('people', unknown)}",
            f"{said(KNOWN, 'orders')} {known.get('orders', 0)}",
        ]
        return (listed(facts), listed(forces), hazard or translate("Organ", "situation unknown"))

    # -- hand-overs and the end ----------------------------------------------------------------------------------------

    def hands(self, incident: Incident) -> list[HandRow]:
        """Changes of shift, hand-overs and the end, the newest first."""
        post = incident.post
        rows: list[tuple[int, HandRow]] = []
        for place, shift in enumerate(post.shifts):
            words = translate("Organ", "Shift: {out} → {into}").format(out=shift.out, into=shift.into)
            note = translate("Organ", "read aloud: {n}").format(n=shift.read)
            rows.append(
                (shift.at, HandRow(f"s{place}", when.clock(shift.at), words, with_words(note, shift.words), "repeat"))
            )
        for place, one in enumerate(post.hand_overs):
            if not one.back:
                words = translate("Organ", "Handed over to {name}").format(name=one.to)
                if one.scope == "fire":
                    words = translate("Organ", "{name} leads the fire-fighting").format(name=one.to)
            else:
                words = translate("Organ", "Taken back")
            signed = " · ".join(name for name in (one.giver, one.receiver) if name)
            paper = translate("Organ", "both have signed") if one.signed else ""
            note = listed((one.words, signed, paper))
            rows.append((one.at, HandRow(f"h{place}", when.clock(one.at), words, note, "handshake")))
        if post.ended_at is not None:
            words = translate("Organ", "Ended: {how}").format(how=said(ENDINGS, post.ended_by))
            rows.append((post.ended_at, HandRow("ended", when.clock(post.ended_at), words, "", "flag-triangle-right")))
        left = post.withdrawal
        if left is not None:
            people = left.people if left.people is not None else when.UNKNOWN
            words = translate("Organ", "Withdrawn, counted {n}").format(n=people)
            note = listed((*(said(CLEARED, name) for name in left.cleared), left.counted_by, left.words))
            rows.append((left.at, HandRow("left", when.clock(left.at), words, note, "log-out")))
        if post.archived_at is not None:
            rows.append(
                (
                    post.archived_at,
                    HandRow("kept", when.clock(post.archived_at), translate("Organ", "Archived"), "", "archive"),
                )
            )
        return [row for _, row in sorted(rows, key=lambda pair: -pair[0])]

    def aloud(self, items: Sequence[OpenItem]) -> list[AloudRow]:
        """Open items as they are read aloud."""
        rows = []
        for item in items:
            unit = f"（{self._reference.unit_name(item.unit)}）" if item.unit else ""
            words = translate("Incident", OPEN[item.code])
            for name, value in (("words", item.words), ("unit", unit), ("n", str(item.count))):
                words = words.replace("{" + name + "}", value)
            due = translate("Organ", "until {time}").format(time=when.clock(item.due_at)) if item.due_at else ""
            rows.append(AloudRow(item.key, words.strip(), due))
        return rows
