"""Who is meant by a name and a number in a foreign roster: somebody of ours, somebody new - or it is doubtful.

One number is one person; two people may share a name. What the file itself tells is weighed with what the roster knows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from commandcenter.domain.number import digits
from commandcenter.domain.roster import Directory, Person
from commandcenter.exchange.cells import line_of
from commandcenter.exchange.roster_rows import Post
from commandcenter.exchange.roster_words import alike

NEWCOMER = "new/"
"""How the key of a person begins who is not in the roster."""


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody the file brings."""

    name: str
    phone: str
    post: str = ""


@dataclass(frozen=True, slots=True)
class Identity:
    """Who is meant: a person's id or the key of a newcomer, and why that is doubtful (empty: it is not)."""

    person: str
    doubt: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)


class People:
    """The people of the roster and of the file, by name and by number."""

    def __init__(self, directory: Directory, posts: Iterable[Post]) -> None:
        self.newcomers: dict[str, Newcomer] = {}
        self._by_name: dict[str, list[Person]] = {}
        self._by_number: dict[str, list[Person]] = {}
        self._retired: dict[tuple[str, str], str] = {}
        for person in directory.people.values():
            name, number = line_of(person.name), digits(person.phone)
            if not person.active:
                self._retired[(name, number)] = person.id
                continue
            self._by_name.setdefault(name, []).append(person)
            if number:
                self._by_number.setdefault(number, []).append(person)
        self._numbers_told: dict[str, set[str]] = {}
        self._names_told: dict[str, set[str]] = {}
        for post in posts:
            number = digits(post.phone)
            self._numbers_told.setdefault(post.name, set()).update({number} - {""})
            if number:
                self._names_told.setdefault(number, set()).add(post.name)
        self.directory = directory

    def retired(self, newcomer: Newcomer) -> str:
        """Somebody of that name and number who was taken out of use; empty when there is none."""
        return self._retired.get((newcomer.name, digits(newcomer.phone)), "")

    def identify(self, post: Post) -> Identity:
        """Who is meant by a name at a post that somebody of that name does not hold yet."""
        number = digits(post.phone)
        named = self._by_name.get(post.name, [])
        exact = [person for person in named if number and digits(person.phone) == number]
        if exact:
            return Identity(exact[0].id)
        if named and not number:
            doubt = "several_of_name" if len(named) > 1 else ""
            return Identity(named[0].id, doubt, {"name": post.name, "count": len(named)} if doubt else {})
        if len(named) == 1 and len(self._numbers_told[post.name]) == 1:
            return Identity(named[0].id, "same_name", {"name": post.name, "phone": named[0].phone})
        return self._newcomer(post, number, named)

    def _newcomer(self, post: Post, number: str, named: Sequence[Person]) -> Identity:
        key = f"{NEWCOMER}{post.name}/{number}"
        known = self.newcomers.get(key)
        if known is None or (post.post and not known.post):
            self.newcomers[key] = Newcomer(post.name, post.phone, post.post)
        other = self.sharing(number, post.name)
        if other:
            code = "like_name" if alike(other, post.name) else "two_with_number"
            return Identity(key, code, {"name": other})
        if named:
            return Identity(key, "same_name", {"name": post.name, "phone": named[0].phone})
        like = next((name for name in self._by_name if _mistakable(name, post.name)), "")
        if like and not number:
            return Identity(key, "like_name", {"name": like})
        return Identity(key)

    def sharing(self, number: str, name: str) -> str:
        """The name of somebody else, in the roster or the file, who has a number; empty when nobody does."""
        if not number:
            return ""
        told = sorted(self._names_told.get(number, set()) - {name})
        if told:
            return told[0]
        others = (person for person in self._by_number.get(number, ()) if line_of(person.name) != name)
        return next((line_of(person.name) for person in others if not self._leaves(person, number)), "")

    def _leaves(self, person: Person, number: str) -> bool:
        """Whether the file gives somebody another number than the one they have."""
        told = self._numbers_told.get(line_of(person.name), set())
        return bool(told) and number not in told


def _mistakable(one: str, other: str) -> bool:
    return len(one) > 2 and one[0] == other[:1] and alike(one, other)
