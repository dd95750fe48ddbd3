"""Writing contacts of the roster to a file, in a child process: who holds a post in a place, a group or the whole office."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from commandcenter.desk.printing_job import save
from commandcenter.desk.read import Read
from commandcenter.desk.reference import Reference
from commandcenter.domain.call_list import below, drawn
from commandcenter.domain.roster import Appointment
from commandcenter.exchange.vcard import Contact, vcards
from commandcenter.journal.database import key_from
from commandcenter.reporting.words import word

Progress = Callable[[int, int], None]


def export_contacts(progress: Progress, folder: str, key: str, path: str, options: Mapping[str, Any]) -> dict[str, Any]:
    """Write vCards to ``path``. ``options``: ``about`` (a subject, with everything below it), ``version`` of vCard, ``now``.

    People without a number are left out. Returns ``people``, ``silent`` (how many were left out) and ``path``. Raises
    ``Trouble`` for a file that cannot be written.
    """
    target = Path(path if path.lower().endswith(".vcf") else f"{path}.vcf")
    read = Read(Path(folder), key_from(key))
    try:
        now = int(options["now"])
        reference = Reference(read.reference, lambda: now)
        found = contacts_of(reference, str(options["about"]), now)
    finally:
        read.close()
    told = [one for one in found if one.phones]
    save(target, vcards(told, str(options.get("version", "3.0"))).encode())
    progress(1, 1)
    return {"people": len(told), "silent": len(found) - len(told), "path": str(target)}


def contacts_of(reference: Reference, about: str, now: int) -> list[Contact]:
    """Everybody who holds a post at a subject or below it, down the line of leadership, those who are away included."""
    directory = reference.directory
    office = str(reference.office.get("name", ""))
    targets = below(directory, about)
    holders = [holder for target in targets for holder in directory.holders(target)]
    order = {line.person: place for place, line in enumerate(drawn(directory, targets).lines)}
    people = {holder.person.id: holder.person for holder in holders}
    found = []
    for person in sorted(people.values(), key=lambda one: order.get(one.id, len(order))):
        posts = directory.posts_of(person.id)
        titles = list(dict.fromkeys(_title(reference, post) for post in posts))
        roles = list(dict.fromkeys(word("roster_role", post.role) for post in posts))
        if person.post and person.post not in titles:
            titles.append(person.post)
        phones = ((person.phone, "cell"),) if person.phone else ()
        org = tuple(part for part in (office, _community(reference, posts)) if part)
        found.append(Contact(f"person-{person.id}", person.name, phones, org, titles, roles, "", now))
    return found


def _title(reference: Reference, post: Appointment) -> str:
    family, _, key = post.target.partition("/")
    where = ""
    if family == "place" and key in reference.directory.places:
        where = reference.directory.places[key].name
    elif family == "unit":
        where = reference.unit_name(key)
    elif family == "group" and key in reference.groups:
        where = reference.groups[key].name
    elif family == "branch" and key in reference.branches:
        where = reference.branches[key].name
    return f"{where}{word('roster_role', post.role)}"


def _community(reference: Reference, posts: tuple[Appointment, ...]) -> str:
    places = reference.directory.places
    for post in posts:
        place = places.get(post.target.partition("/")[2])
        community = place if place is not None and place.kind == "community" else None
        if place is not None and community is None:
            community = places.get(place.community)
        if community is not None:
            return community.name
    return ""
