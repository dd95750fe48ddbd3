"""The wall when nothing burns: counts, what presses first, intake, rates, the last whistles, who is on duty."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from commandcenter.desk.reference import Reference
from commandcenter.domain.clock import HOUR, local, local_date
from commandcenter.domain.duty import Shift, Watcher
from commandcenter.domain.event import DRILL
from commandcenter.domain.indicators import Ratio
from commandcenter.journal.reading.cases import CaseRow
from commandcenter.journal.reading.incidents import WhistleRow
from commandcenter.ui import when
from commandcenter.ui.wallboard.ink import HEIGHT, WIDTH, Ink
from commandcenter.ui.wallboard.panes import (
    HOURS,
    Count,
    CountFace,
    DueFace,
    DueList,
    Duty,
    DutyFace,
    Intake,
    RateFace,
    Rates,
    SignIns,
    WhistleFace,
    Whistles,
)
from commandcenter.ui.wallboard.reading import Calm
from commandcenter.ui.wallboard.veil import Veil
from commandcenter.ui.words import CHANNELS, ROLES, word

translate = QCoreApplication.translate

EDGE, GAP = 32, 16
TOP = 106
TILE_HEIGHT = 152
LAST_WHISTLES = 3


class CalmPage(QWidget):
    """The page of an ordinary shift. It shows a reading; the window asks for it."""

    def __init__(self, ink: Ink, reference: Reference, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ink = ink
        self._reference = reference
        self.counts = [Count(ink, self) for _ in range(5)]
        self.due = DueList(ink, translate("Wallboard", "First due"), self)
        self.intake = Intake(ink, translate("Wallboard", "Taken in today"), self)
        self.rates = Rates(ink, translate("Wallboard", "Three rates"), self)
        self.whistles = Whistles(ink, translate("Wallboard", "Last whistles"), self)
        self.duty = Duty(ink, translate("Wallboard", "On duty"), self)
        self.sign_ins = SignIns(ink, translate("Wallboard", "Communities signed in"), self)

    def arrange(self) -> None:
        """Put the parts where they belong; a wider or higher screen gives its room to the lists."""
        scale = self.ink.scale
        wide, high = max(WIDTH, self.width() / scale), max(HEIGHT, self.height() / scale)
        inner = wide - 2 * EDGE
        tile = (inner - GAP * 4) / 5
        for place, count in enumerate(self.counts):
            count.place(EDGE + place * (tile + GAP), TOP, tile, TILE_HEIGHT)
        top = TOP + TILE_HEIGHT + GAP
        height = high - top - EDGE
        left, right = inner * 0.43, inner * 0.26
        middle = inner - left - right - 2 * GAP
        self.due.place(EDGE, top, left, height)
        x = EDGE + left + GAP
        whistles = 62 + 58 * max(1, self.whistles.count)
        rates = 62 + 46 + 3 * 62
        self.intake.place(x, top, middle, height - rates - whistles - 2 * GAP)
        self.rates.place(x, top + height - rates - whistles - GAP, middle, rates)
        self.whistles.place(x, top + height - whistles, middle, whistles)
        x += middle + GAP
        signs = 62 + 12 + 58 * max(2, -(-self.sign_ins.count // 2))
        self.duty.place(x, top, right, height - signs - GAP)
        self.sign_ins.place(x, top + height - signs, right, signs)

    # -- showing ---------------------------------------------------------------------------------------------------

    def show_calm(self, calm: Calm, veil: Veil, now: int) -> None:
        """Show a reading."""
        self._show_counts(calm, now)
        self._show_due(calm, now)
        self._show_intake(calm)
        self._show_rates(calm)
        self._show_whistles(calm, veil, now)
        self._show_duty(calm, now)
        self.arrange()

    def tick(self, calm: Calm, now: int) -> None:
        """A second has passed: what counts down is counted anew."""
        self._show_counts(calm, now)
        self._show_due(calm, now)

    def _show_counts(self, calm: Calm, now: int) -> None:
        counts = calm.counts
        over, soon = counts["overdue"], counts["soon"]
        none = translate("Wallboard", "none")
        worst = max((now - row.next_due for row in calm.rows if row.next_due is not None), default=0)
        due = calm.next_due
        near = due is not None and now < due <= now + HOUR
        first = translate("Wallboard", "next {time}").format(time=when.clock(due)) if near else none
        longest = translate("Wallboard", "longest {span}").format(span=when.rough(worst)) if over else none
        faces = (
            CountFace(
                translate("Wallboard", "Overdue"), "octagon-alert", str(over), longest, "over" if over else "plain"
            ),
            CountFace(
                translate("Wallboard", "Due within the hour"), "clock", str(soon), first, "warn" if soon else "plain"
            ),
            CountFace(
                translate("Wallboard", "To dispatch"), "inbox", str(counts["to_judge"]), self._waiting(calm, now)
            ),
            CountFace(translate("Wallboard", "In hand"), "folder-open", str(counts["open"])),
            CountFace(
                translate("Wallboard", "Closed today"),
                "circle-check",
                str(calm.closed_today),
                translate("Wallboard", "{n} taken in").format(n=len(calm.intake)),
            ),
        )
        for count, face in zip(self.counts, faces, strict=True):
            count.show_face(face)

    @staticmethod
    def _waiting(calm: Calm, now: int) -> str:
        if calm.to_judge is None:
            return translate("Wallboard", "none")
        return translate("Wallboard", "waiting {span}").format(span=when.rough(now - calm.to_judge.received_at))

    def _show_due(self, calm: Calm, now: int) -> None:
        rows = [self._due_face(row, now) for row in calm.rows]
        foot = translate("Wallboard", "no limit runs")
        if calm.coming is not None and calm.next_due is not None:
            foot = translate("Wallboard", "Next: {what}, {span} left").format(
                what=self._what(calm.coming), span=when.rough(max(0, calm.next_due - now))
            )
        self.due.show_rows(rows, calm.counts["open"], foot)

    def _due_face(self, row: CaseRow, now: int) -> DueFace:
        over = row.next_due is not None and row.next_due <= now
        told = when.UNKNOWN
        if row.next_due is not None:
            told = f"+{when.rough(now - row.next_due)}" if over else when.moment(row.next_due, now)
        names = [self._short(unit) for unit in row.units] or [translate("Wallboard", "not dispatched")]
        return DueFace(told, self._what(row), " + ".join(names[:2]), over)

    def _what(self, row: CaseRow) -> str:
        """Place and category of a case; never its title, which may be a citizen's words."""
        places = self._reference.directory.places
        place = places.get(row.place) or places.get(row.community)
        path = self._reference.categories.get(row.category, ())
        what = path[-1] if path else word(CHANNELS, row.channel)
        return f"{place.name} {what}" if place else what

    def _short(self, unit: str) -> str:
        return short_name(self._reference.unit_name(unit)).removesuffix("社区")

    def _show_intake(self, calm: Calm) -> None:
        hours = [0] * HOURS
        for at in calm.intake:
            hours[local(at).hour] += 1
        aside = translate("Wallboard", "cases {n}").format(n=len(calm.intake))
        self.intake.show_hours(hours, local(calm.at).hour, aside)

    def _show_rates(self, calm: Calm) -> None:
        rates = calm.rates
        faces = (
            RateFace(translate("Wallboard", "Response rate"), rates.response),
            RateFace(translate("Wallboard", "Resolution rate"), rates.resolution),
            RateFace(translate("Wallboard", "Satisfaction rate"), rates.satisfaction),
        )
        today = local_date(calm.at)
        aside = translate("Wallboard", "{month}/1 to {day}").format(month=today.month, day=today.day)
        self.rates.show_rates(faces, aside)

    def _show_whistles(self, calm: Calm, veil: Veil, now: int) -> None:
        last = calm.whistles[:LAST_WHISTLES]
        self.whistles.show_whistles([self._whistle_face(row, came, veil, now) for row, came in last])

    def _whistle_face(self, row: WhistleRow, came: Ratio, veil: Veil, now: int) -> WhistleFace:
        state = row.state
        place = self._reference.directory.places.get(state.place)
        where = place.name if place else veil.over(state.place_words)
        plan = self._reference.plan(state.plan)
        what = plan.name if plan else veil.over(state.title)
        day = when.moment(state.blown_at, now).partition(" ")[0]
        words = f"{where} {what}".strip() or state.number
        return WhistleFace(day, state.mode == DRILL, words, self._came(row, came))

    @staticmethod
    def _came(row: WhistleRow, came: Ratio) -> str:
        """How many came; where nobody is left to be counted, why: ended, or nothing at all."""
        if row.state.ended_at is not None and not came.part:
            return translate("Wallboard", "broken off")
        if came.whole:
            return f"{came.part} / {came.whole}"
        if row.state.false_alarm_at is not None:
            return translate("Wallboard", "false alarm")
        return when.UNKNOWN

    def _show_duty(self, calm: Calm, now: int) -> None:
        self.duty.show_duty(*self.duty_told(calm, now))
        communities = [self._duty_face(calm.shift, line) for line in _people(calm.shift, community=True)]
        self.sign_ins.show_communities(communities)

    def duty_told(self, calm: Calm, now: int) -> tuple[list[DutyFace], str, str]:
        """The people of the running shift, until when it runs, and the next one in words."""
        people = [self._duty_face(calm.shift, line) for line in _people(calm.shift, community=False)]
        ends = when.moment(calm.shift.ends_at, now) if calm.shift is not None else ""
        aside = translate("Wallboard", "until {time}").format(time=ends) if ends else ""
        return people, aside, self._next_shift(calm, now)

    def _next_shift(self, calm: Calm, now: int) -> str:
        shift = calm.next_shift
        if shift is None:
            return translate("Wallboard", "no next shift is planned")
        leaders = shift.of("leader")
        name = self._person(leaders[0].person) if leaders else ""
        words = translate("Wallboard", "Next shift {time}").format(time=when.moment(shift.starts_at, now))
        return f"{words} · {name}" if name else words

    def _duty_face(self, shift: Shift | None, line: Watcher) -> DutyFace:
        words = self._short(line.unit) if line.role == "community" and line.unit else word(ROLES, line.role)
        return DutyFace(words, self._person(line.person), shift is not None and line.person in shift.signed_in)

    def _person(self, person: str) -> str:
        found = self._reference.directory.people.get(person)
        return found.name if found else when.UNKNOWN


def short_name(name: str) -> str:
    """A unit's name as it is said: without what stands in brackets, an office (办公室) by its short form."""
    return name.partition("（")[0].replace("办公室", "办")


def _people(shift: Shift | None, *, community: bool) -> list[Watcher]:
    if shift is None:
        return []
    return [line for line in shift.people if (line.role == "community") == community]
