"""What the card of the chosen place says: who answers, how the number stands, who is there instead, and the facts beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from commandcenter.desk.desk import Desk
from commandcenter.domain.clock import DAY
from commandcenter.domain.leadership import KEEPERS
from commandcenter.domain.roster import CHIEFS, Directory, Holder, Person, Place
from commandcenter.journal.reading.cases import CaseRow
from commandcenter.ui import when
from commandcenter.ui.roster.card import CardFace
from commandcenter.ui.roster.painters import away_word, kind_word, vacancy_words
from commandcenter.ui.roster.search import leading
from commandcenter.ui.roster.standing import Standing
from commandcenter.ui.roster.team_painters import TONES, until_words
from commandcenter.ui.roster.tree import target_of
from commandcenter.ui.roster_words import NUMBERS, post_words, roster_face
from commandcenter.ui.words import ROLES, word

translate = QCoreApplication.translate

Facts = list[tuple[str, str, str]]
MONTH = 30 * DAY


def place_face(desk: Desk, standing: Standing, place: Place, cases: Sequence[CaseRow]) -> CardFace:
    """The card of a place."""
    directory = standing.directory
    note = (translate("Roster", "Focus"), place.note or when.UNKNOWN)
    facts = _facts(desk, standing, place, cases)
    chief = answering(directory, place)
    if chief is None:
        vacancy = standing.vacant.get(_post_at(directory, place))
        words = vacancy_words(vacancy.since if vacancy is not None else None, standing.at)
        return CardFace(words, "", "", _instead(directory, place), vacant=True, facts=facts, note=note)
    parts = [word(ROLES, chief.role)]
    if chief.person.post and chief.person.post != parts[0]:
        parts.append(chief.person.post)
    if chief.stand_in is not None:  # who is there is called first: the absent one stands small below
        parts = [post_words(chief)]
    face = person_face(standing, chief.reached or chief.person, " · ".join(parts))
    away, instead = away_words(chief)
    since = _since(chief.since, standing.at)
    return replace(face, since=since, facts=facts, note=note, away=away, instead=instead, alone=chief.reached is None)


def person_face(standing: Standing, person: Person, what: str) -> CardFace:
    """The card of a person, without the facts of a place."""
    return CardFace(
        name=person.name,
        what=what,
        number=person.phone or translate("Roster", "no number"),
        since="",
        proof=_proof(standing, person),
    )


def answering(directory: Directory, place: Place) -> Holder | None:
    """Whose post a place is: its chief, its keeper, the secretary of a community."""
    if place.kind == "community":
        found = directory.holders(f"unit/{place.id}", "secretary")
    elif place.kind in ("building", "site"):
        found = directory.holders(target_of(place.id), *KEEPERS)
    else:
        street = directory.street_of(place)
        found = directory.holders(target_of(street.id), *CHIEFS) if street else ()
    return found[0] if found else None


def away_words(holder: Holder) -> tuple[str, str]:
    """``stand-in until 2026-07-20`` and for whom, with their number and why; empty for who is there."""
    if holder.away is None:
        return "", ""
    why = f"{away_word(holder.away.reason)} {until_words(holder.away.until or 0)}".strip()
    if holder.stand_in is None:
        return why, translate("Roster", "nobody stands in; B enters who does")
    absent = holder.person
    until = until_words(holder.away.until or 0)
    told = translate("Roster", "for {name}").format(name=f"{absent.name} {absent.phone}".strip())
    standing_in = translate("Roster", "stand-in")
    return f"{standing_in} {until}".strip(), f"{told} · {away_word(holder.away.reason)}"


def about_words(place: Place, community: Place | None) -> str:
    """What a place is: kind, length, community, grids."""
    parts = [kind_word(place.kind)]
    if place.length_m:
        parts.append(translate("Roster", "{n} m").format(n=round(place.length_m)))
    if community is not None and community.id != place.id:
        parts.append(community.name)
    if place.grids:
        shown = "、".join(place.grids[:3]) + (" …" if len(place.grids) > 3 else "")
        parts.append(translate("Roster", "grid {names}").format(names=shown))
    return " · ".join(parts)


def _post_at(directory: Directory, place: Place) -> str:
    """The place whose post is vacant where nobody answers for ``place``."""
    street = directory.street_of(place)
    return place.id if street is None or place.kind in ("building", "site", "community") else street.id


def _since(since: int, at: int) -> str:
    if not since:
        return ""
    span = translate("Roster", "since {day}, months: {n}").format(day=when.day(since), n=(at - since) // MONTH)
    return translate("Roster", "in office {span}").format(span=span)


def _proof(standing: Standing, person: Person) -> tuple[str, str]:
    """How a number stands, in words and tone."""
    if not person.phone or standing.past:
        return "", "3"
    age = standing.age(person)
    words, _, level = roster_face(NUMBERS, age)
    at = person.verified_at if age in ("fresh", "old") else person.checked_at
    told = words if at is None or age == "never" else f"{words} · {when.day(at)}"
    tone = {"ok": "ok", "amb": "amb", "red": "red"}.get(TONES[level], "3")
    return translate("Roster", "number: {state}").format(state=told), tone


def _instead(directory: Directory, place: Place) -> str:
    found = leading(directory, place)
    if found is None:
        return translate("Roster", "nobody answers here")
    person = found.reached or found.person
    words = translate("Roster", "nobody answers here; call the {role} {name} {phone}")
    return words.format(role=word(ROLES, found.role), name=person.name, phone=person.phone)


def _facts(desk: Desk, standing: Standing, place: Place, cases: Sequence[CaseRow]) -> Facts:
    directory = standing.directory
    if place.kind == "community":
        return _community_facts(desk, directory, place, cases)
    told = directory.answers_for(place)
    deputies = "、".join(_called(holder) for holder in told.deputies)
    secretary = _called(told.secretary) if told.secretary else ""
    assembly = told.assembly.name if told.assembly else ""
    street = told.street
    above = directory.places.get(street.street) if street else None
    if place.kind in ("building", "site"):
        above = street
    upper = directory.holders(target_of(above.id), *CHIEFS) if above else ()
    unknown = when.UNKNOWN
    alley = above is not None and above.kind == "alley"
    above_word = translate("Roster", "Alley chief") if alley else translate("Roster", "Street chief")
    third = (above_word, _called(upper[0]) if upper else unknown, "1" if upper else "amb")
    if above is None:
        alleys = sum(below.kind == "alley" for below in directory.below(place.id))
        third = (translate("Roster", "Alleys below"), str(alleys), "1")
    grids = "、".join(street.grids if street else place.grids) or unknown
    facts = [
        (translate("Roster", "Deputy"), deputies or unknown, "1" if deputies else "amb"),
        (translate("Roster", "Secretary"), secretary or unknown, "1" if secretary else "amb"),
        third,
        (translate("Roster", "Assembly"), assembly or unknown, "1" if assembly else "amb"),
        (translate("Roster", "Grids"), grids, "1"),
        (translate("Roster", "Cases"), _counted(desk, cases), "1"),
    ]
    if place.kind == "site" and place.phone:
        facts[0] = (translate("Roster", "Control room"), place.phone, "1")
    return facts


def _community_facts(desk: Desk, directory: Directory, place: Place, cases: Sequence[CaseRow]) -> Facts:
    unit = desk.reference.units.get(place.id)
    assembly = directory.assembly_for(place.id)
    streets = [street for street in directory.streets() if street.community == place.id]
    led = sum(1 for street in streets if directory.holders(target_of(street.id), *CHIEFS))
    return [
        (translate("Roster", "Duty phone"), (unit.duty_phone if unit else "") or when.UNKNOWN, "1"),
        (translate("Roster", "Assembly"), assembly.name if assembly else when.UNKNOWN, "1" if assembly else "amb"),
        (translate("Roster", "Streets"), f"{led} / {len(streets)}", "1" if led == len(streets) else "amb"),
        (translate("Roster", "Cases"), _counted(desk, cases), "1"),
        (translate("Roster", "Grids"), str(len(place.grids)), "1"),
    ]


def _counted(desk: Desk, cases: Sequence[CaseRow]) -> str:
    now = desk.clock.now()
    count = sum(1 for found in cases if found.open)
    late = sum(1 for found in cases if found.open and found.next_due is not None and found.next_due <= now)
    if late:
        return translate("Roster", "{n} open, {late} overdue").format(n=count, late=late)
    return translate("Roster", "{n} open").format(n=count)


def _called(holder: Holder) -> str:
    person = holder.reached or holder.person
    words = f"{person.name} {person.phone}".strip()
    return translate("Roster", "{name} (stands in)").format(name=words) if person is not holder.person else words
