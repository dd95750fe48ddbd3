"""Who answered for a place on which day: random dated histories, held against counting day by day.

The acts are those of the screens, entered late, early or on the day; the roster is read as the program reads it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

import pytest
from commandcenter.domain.clock import DAY
from commandcenter.domain.coverage import WANTED, coverage, target_of, vacancies
from commandcenter.domain.leadership import line_above, line_below
from commandcenter.domain.record import AmendRecord, ListRecord, RestoreRecord, RetireRecord
from commandcenter.domain.roster import Appointment, Directory, Person, Place
from commandcenter.domain.roster_acts import Office, appoint, end_post
from hypothesis import given
from hypothesis import strategies as st
from paper_roster import roster_of
from paper_world import PaperWorld

from conftest import NOW

LAST = 60
"""Days of a history; it begins a day before the office was founded."""
PLACES = {
    "A1": {"name": "柳影社区", "kind": "community", "grids": ["A1-01", "A1-02"]},
    "A1-01": {"name": "A1-01", "kind": "grid", "community": "A1"},
    "A1-02": {"name": "A1-02", "kind": "grid", "community": "A1"},
    "J01": {"name": "柳影路", "kind": "street", "community": "A1", "grids": ["A1-01"]},
    "J02": {"name": "柳影巷", "kind": "alley", "community": "A1", "street": "J01", "grids": ["A1-01"]},
    "J03": {"name": "空巷", "kind": "alley", "community": "A1"},
    "B01": {"name": "柳影巷3号院", "kind": "building", "community": "A1", "street": "J02"},
    "U01": {"name": "柳影小学", "kind": "site", "community": "A1", "street": "J01"},
}
POSTS = {
    "place/J01": ("street_chief", "deputy"),
    "place/J02": ("alley_chief", "deputy", "steward"),
    "place/J03": ("alley_chief",),
    "unit/A1": ("secretary",),
    "place/A1-01": ("grid_worker",),
    "place/B01": ("building_keeper",),
    "place/U01": ("unit_keeper",),
}
PEOPLE = [f"P{number}" for number in range(1, 7)]


def day(number: int) -> int:
    return NOW + number * DAY


@dataclass
class Held:
    """A post as a clerk with pencil and paper would keep it: who, from which day, to which day (not included)."""

    person: str
    target: str
    role: str
    first: int
    end: int = 10_000

    def on(self, number: int) -> bool:
        return self.first <= number < self.end


@dataclass
class Away:
    person: str
    first: int
    end: int
    substitute: str

    def on(self, number: int) -> bool:
        return self.first <= number < self.end


@dataclass
class Paper:
    """The same history twice: done in a world, and kept by hand."""

    seed: int
    world: PaperWorld = field(default_factory=PaperWorld)
    held: dict[str, Held] = field(default_factory=dict)
    away: dict[str, Away] = field(default_factory=dict)
    streets: dict[tuple[str, int], str] = field(default_factory=dict)
    today: int = 0

    def __post_init__(self) -> None:
        self.chance = Random(self.seed)
        places = [(f"place/{key}", dict(fields), {}) for key, fields in PLACES.items()]
        people = [(f"person/{key}", {"post": "科员"}, {"name": key, "phone": f"1{key}"}) for key in PEOPLE]
        self.world.found([("office/main", {"name": "某街道"}, {}), *places, *people])
        self.under = [(0, "J01")]  # the street J02 opens on, from which day
        for _ in range(self.chance.randrange(4, 26)):
            self.today += self.chance.choice((0, 0, 1, 1, 2, 5))
            if self.today >= LAST:
                break
            self.world.now = day(self.today)
            self.chance.choice((self.appoint, self.appoint, self.appoint, self.end, self.leave, self.back, self.move))()

    def appoint(self) -> None:
        """A post gets a holder, or another one: from a day of the past, from today, or from a day to come."""
        target = self.chance.choice(list(POSTS))
        role = self.chance.choice(POSTS[target])
        before = [
            key for key, one in self.held.items() if one.target == target and one.role == role and one.end > 9_000
        ]
        first = self.today + self.chance.choice((-4, -1, 0, 0, 0, 3))
        replaced = ""
        if before:
            old = self.held[before[0]]
            if first <= old.first:
                return
            old.end, replaced = first, before[0]
        key = f"a{len(self.held)}"
        person = self.chance.choice(PEOPLE)
        office = Office(role, target, day(first))
        self.world.do(appoint(key, office, person, replaced=replaced, reason="调整", now=self.world.now))
        self.held[key] = Held(person, target, role, first)

    def end(self) -> None:
        running = [key for key, one in self.held.items() if one.end > 9_000]
        if running:
            key = self.chance.choice(running)
            last = self.today + self.chance.choice((-2, 0, 0, 4))
            if last > self.held[key].first:
                self.world.do(end_post(key, day(last), self.world.now, "卸任"))
                self.held[key].end = last

    def leave(self) -> None:
        key, person = f"l{len(self.away)}", self.chance.choice(PEOPLE)
        first = self.today + self.chance.choice((-3, 0, 0, 2))
        end = first + self.chance.choice((1, 4, 9))
        substitute = self.chance.choice(("", *(one for one in PEOPLE if one != person)))
        fields = {"person": person, "since": day(first), "until": day(end), "substitute": substitute}
        self.world.do(ListRecord(subject=f"absence/{key}", fields=fields))
        self.away[key] = Away(person, first, end, substitute)

    def back(self) -> None:
        """Somebody is back before the day that was told."""
        there = [key for key, one in self.away.items() if one.on(self.today) and one.first < self.today]
        if there:
            key = self.chance.choice(there)
            self.world.do(RetireRecord(subject=f"absence/{key}"))
            self.away[key].end = self.today

    def move(self) -> None:
        """The alley is put under another street, or under none."""
        street = "" if self.under[-1][1] else "J01"
        self.world.do(AmendRecord(subject="place/J02", fields={"street": street}))
        self.under.append((self.today, street))

    # -- counted by hand ---------------------------------------------------------------------------------------------

    def there(self, person: str, number: int, seen: tuple[str, ...] = ()) -> str:
        """Who does the work of a person on a day: the person, or whoever stands in, or nobody."""
        gone = [(one.first, key) for key, one in self.away.items() if one.person == person and one.on(number)]
        if not gone:
            return person
        substitute = self.away[max(gone)[1]].substitute
        return (
            "" if not substitute or substitute in (*seen, person) else self.there(substitute, number, (*seen, person))
        )

    def at(self, target: str, number: int, *roles: str) -> list[Held]:
        found = [one for one in self.held.values() if one.target == target and one.role in roles and one.on(number)]
        return sorted(found, key=lambda one: one.person)

    def chief(self, street: str, number: int) -> str:
        target = f"place/{street}"
        deputies = [one.person for one in self.at(target, number, "deputy")]
        present = [one for one in deputies if self.there(one, number) == one]
        for one in self.at(target, number, "street_chief", "alley_chief"):
            found = self.there(one.person, number) or next((each for each in present if each != one.person), "")
            if found:
                return found
        return next((found for one in deputies if (found := self.there(one, number))), "")

    def answers(self, place: str, number: int) -> str:
        street = place if place.startswith("J") else str(PLACES[place].get("street", ""))
        while street:
            if found := self.chief(street, number):
                return found
            if street == "J02":  # before the first change it is what it was founded with
                street = [under for first, under in self.under if first <= max(number, 0)][-1]
            else:
                street = ""
        secretaries = [self.there(one.person, number) for one in self.at("unit/A1", number, "secretary")]
        return next((one for one in secretaries if one), "")


@given(st.integers(0, 10**9))
def test_who_answers_for_a_place_on_a_day_is_who_the_paper_says(seed: int) -> None:
    paper = Paper(seed)
    roster = roster_of(paper.world)
    for number in range(-6, LAST, 1):
        directory = roster.at(day(number))
        for place in PLACES:
            acting = directory.acting_for(directory.places[place])
            told = acting.person.id if acting else ""
            assert told == paper.answers(place, number), (place, number)


@given(st.integers(0, 10**9))
def test_coverage_and_vacancies_are_counted_as_by_hand(seed: int) -> None:
    paper = Paper(seed)
    roster = roster_of(paper.world)
    for number in range(0, LAST, 3):
        directory = roster.at(day(number))
        covered = coverage(directory)
        empty = {one.place.id: one for one in vacancies(directory, day(number))}
        for kind, roles in WANTED.items():
            places = [key for key, fields in PLACES.items() if fields["kind"] == kind]
            held = {key: paper.at(target_of(directory.places[key]), number, *roles) for key in places}
            assert covered[kind].total == len(places)
            assert covered[kind].held == sum(1 for one in held.values() if one)
            assert {one.id for one in covered[kind].vacant} == {key for key in places if not held[key]}
            for key in places:
                assert (key in empty) == (not held[key])
                if key in empty:
                    past = [
                        one.end
                        for one in paper.held.values()
                        if one.target == target_of(directory.places[key]) and one.role in roles and one.end <= number
                    ]
                    since = empty[key].since
                    assert since == (day(max(past)) if past else None), (key, number)
        shown = [one.since for one in vacancies(directory, day(number))]
        told = [since for since in shown if since is not None]
        assert shown[: len(told)] == sorted(told)  # the longest first, never filled ones at the end


@given(st.integers(0, 10**9), st.integers(0, LAST))
def test_the_roster_is_another_one_only_when_it_says_so(seed: int, number: int) -> None:
    roster = roster_of(Paper(seed).world)
    here = roster.at(day(number))
    change = roster.next_change(day(number))
    before = day(LAST * 20) if change is None else change - 1
    assert roster.at(before) == here
    if change is not None:
        assert roster.next_change(before) == change


@given(st.integers(0, 10**9))
def test_a_service_record_tells_every_day_in_office(seed: int) -> None:
    paper = Paper(seed)
    roster = roster_of(paper.world)
    for person in PEOPLE:
        for number in range(-6, LAST):
            told = {(post.target, post.role) for post in roster.service_of(person) if post.covers(day(number))}
            assert told == {
                (one.target, one.role) for one in paper.held.values() if one.person == person and one.on(number)
            }
            posts = roster.at(day(number)).posts_of(person)
            assert {(post.target, post.role) for post in posts} == told


# --- what a chance does not tell ------------------------------------------------------------------------------------


def small() -> PaperWorld:
    return PaperWorld().found(
        [
            ("office/main", {"name": "某街道"}, {}),
            *((f"place/{key}", dict(fields), {}) for key, fields in PLACES.items()),
            *((f"person/{key}", {"post": "科员"}, {"name": key, "phone": f"1{key}"}) for key in PEOPLE),
        ]
    )


def test_an_old_day_shows_the_names_streets_and_titles_of_its_time() -> None:
    world = small()
    world.pass_time(10 * DAY)
    world.do(AmendRecord(subject="place/J02", fields={"name": "柳影西巷"}))
    world.do(AmendRecord(subject="person/P1", fields={"post": "副主任"}))
    world.do(RetireRecord(subject="place/B01"))
    world.pass_time(5 * DAY)
    world.do(RestoreRecord(subject="place/B01"))
    roster = roster_of(world)
    old, gone, now = roster.at(day(9)), roster.at(day(12)), roster.at(day(15))
    assert (old.places["J02"].name, now.places["J02"].name) == ("柳影巷", "柳影西巷")
    assert (old.people["P1"].post, now.people["P1"].post) == ("科员", "副主任")
    assert [one.places["B01"].active for one in (old, gone, now)] == [True, False, True]
    assert roster.at(day(-3000)).places["B01"].active  # a house is older than the list it stands in


def test_a_date_that_was_told_wrongly_is_corrected_afterwards() -> None:
    world = small()
    world.do(appoint("a", Office("alley_chief", "place/J02", day(0)), "P1", now=world.now))
    world.pass_time(10 * DAY)
    world.do(end_post("a", None, None))
    assert roster_of(world).terms_at("place/J02")[0].until == day(10)
    world.do(AmendRecord(subject="appointment/a", fields={"since": day(-2), "until": day(7)}))
    (term,) = roster_of(world).terms_at("place/J02")
    assert (term.since, term.until) == (day(-2), day(7))


def test_of_a_told_end_and_the_day_it_was_taken_out_the_earlier_counts() -> None:
    for told, end in ((5, 5), (30, 20)):
        world = small()
        world.do(appoint("a", Office("alley_chief", "place/J02", day(0)), "P1", now=world.now))
        world.do(AmendRecord(subject="appointment/a", fields={"until": day(told)}))
        world.pass_time(20 * DAY)
        world.do(RetireRecord(subject="appointment/a"))
        assert roster_of(world).terms_at("place/J02")[0].until == day(end)


def test_an_appointment_that_is_given_to_another_keeps_who_had_it() -> None:
    world = small()
    world.do(appoint("a", Office("alley_chief", "place/J02", day(0)), "P1", now=world.now))
    world.pass_time(10 * DAY)
    world.do(AmendRecord(subject="appointment/a", fields={"person": "P2", "since": day(8)}))
    roster = roster_of(world)
    assert [(one.person, one.since, one.until) for one in roster.terms_at("place/J02")] == [
        ("P2", day(8), None),
        ("P1", day(0), day(8)),
    ]


def test_the_line_goes_up_from_the_keeper_over_the_chiefs_and_down_again() -> None:
    places = {key: Place(key, **{**fields, "grids": tuple(fields.get("grids", ()))}) for key, fields in PLACES.items()}  # type: ignore[arg-type]
    people = {key: Person(key, key, f"1{key}") for key in PEOPLE}
    posts = (
        Appointment("1", "P1", "leader", "office/main"),
        Appointment("2", "P2", "street_chief", "place/J01"),
        Appointment("3", "P3", "alley_chief", "place/J02"),
        Appointment("4", "P4", "building_keeper", "place/B01"),
        Appointment("5", "P5", "secretary", "unit/A1"),
        Appointment("6", "P6", "steward", "place/J02"),
        Appointment("7", "P6", "unit_keeper", "place/U01"),
    )
    directory = Directory(places, people, posts)

    def above(target: str, role: str) -> list[str]:
        return [holder.person.id for holder in line_above(directory, target, role)]

    assert above("place/B01", "building_keeper") == ["P3", "P2", "P5", "P1"]
    assert above("place/J02", "steward") == ["P3", "P2", "P5", "P1"]
    assert above("place/J02", "alley_chief") == ["P2", "P1"]
    assert above("place/J01", "street_chief") == ["P1"]
    assert above("place/J03", "alley_chief") == ["P1"]
    assert [holder.person.id for holder in line_below(directory, "J01")] == ["P3", "P6"]
    assert [holder.person.id for holder in line_below(directory, "J02")] == ["P6", "P4"]


@pytest.mark.parametrize("role", ["steward", "building_keeper"])
def test_only_a_chief_is_stood_in_for_by_the_deputy(role: str) -> None:
    world = small()
    for number, (each, person) in enumerate((("alley_chief", "P1"), ("deputy", "P2"), (role, "P3"))):
        world.do(appoint(f"a{number}", Office(each, "place/J02", world.now), person, now=world.now))
    for person in ("P1", "P3"):
        world.do(ListRecord(subject=f"absence/{person}", fields={"person": person, "since": world.now}))
    directory = roster_of(world).at(world.now)
    (chief,), (other,) = directory.holders("place/J02", "alley_chief"), directory.holders("place/J02", role)
    assert chief.reached is not None
    assert chief.reached.id == "P2"
    assert other.away is not None
    assert other.reached is None
