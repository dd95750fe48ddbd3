"""What was printed: of each form and matter every print, who made it, and what it was made from.

So a second copy bears 补打, every print has its number, and a later change of what it says shows (DESIGN 8, domain.md 5.6).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from commandcenter.domain.command import MOST_COUNTED, Command, Draft, World, required
from commandcenter.domain.event import DRILL, REAL, EventId, Fact, Mode
from commandcenter.domain.refusal import Refused
from commandcenter.domain.value import whole

WAYS = ("printer", "pdf", "word")
"""Paper from a printer, a PDF file, a Word copy to be edited."""

_OF_ONE_WHISTLE = ("whistle", "report_in", "post", "order", "sitrep", "review")
"""Families whose id begins with the id of the whistle they belong to."""


@dataclass(frozen=True, slots=True)
class Print:
    """One print: when (epoch milliseconds), by whom, the digest of what it says, the version vector it was made from."""

    at: int
    by: str
    digest: str
    vector: str
    way: str = "printer"
    pages: int = 0
    copies: int = 1


@dataclass(frozen=True, slots=True)
class Prints:
    """The prints of one form of one matter, oldest first. ``form`` is its key, ``of`` its subject.

    ``on_it`` is the number that stands on the paper; it is that of the matter and none of the print.
    """

    form: str = ""
    of: str = ""
    mode: Mode = REAL
    parent: str = ""
    on_it: str = ""
    opened_at: int = 0
    prints: tuple[Print, ...] = ()
    irregular: tuple[tuple[EventId, str], ...] = ()

    @property
    def known(self) -> bool:
        """Whether anything was printed."""
        return bool(self.prints)

    @property
    def number(self) -> str:
        """Prints are counted, not numbered: a number finds the matter and not its paper."""
        return ""

    @property
    def stage(self) -> str:
        """Prints have no course."""
        return ""

    @property
    def closed_at(self) -> int | None:
        """Prints have no end."""
        return None

    @property
    def on_paper(self) -> tuple[Print, ...]:
        """Those that went to a printer or into a PDF; a Word copy is no print."""
        return tuple(one for one in self.prints if one.way != "word")


def prints_subject(form: str, of: str) -> str:
    """The subject under which the prints of a form of a matter stand."""
    return f"print/{form}/{of}"


def whistle_of(subject: str, state: Any) -> str:
    """The id of the whistle a matter belongs to; of a matter of its own its parent, or empty."""
    family, _, key = subject.partition("/")
    if family in _OF_ONE_WHISTLE:
        return key.partition("/")[0]
    return str(getattr(state, "parent", "") or "")


def apply(state: Prints, fact: Fact) -> Prints:
    """Fold one fact; never raises."""
    if fact.verb != "made":
        return replace(state, irregular=(*state.irregular, (fact.id, "unknown_kind")))
    _, _, rest = fact.subject.partition("/")
    form, _, of = rest.partition("/")
    body = fact.body
    one = Print(
        fact.happened_at,
        fact.actor,
        str(body.get("digest", "")),
        str(body.get("vector", "")),
        str(body.get("way", "printer")),
        whole(body.get("pages")) or 0,
        whole(body.get("copies")) or 1,
    )
    return replace(
        state,
        form=form,
        of=of,
        mode=DRILL if fact.mode == DRILL else REAL,
        parent=str(body.get("whistle", "")),
        on_it=str(body.get("number", "")),
        opened_at=state.opened_at or fact.happened_at,
        prints=(*state.prints, one),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordPrint(Command):
    """Remember a print of ``form`` (its key) of the matter ``subject``, and what it was made from.

    ``number`` is the number that stands on it. Refuses ``form_needed``, ``way_unknown``, ``limit_out_of_range``.
    """

    form: str
    subject: str
    digest: str
    vector: str
    number: str = ""
    way: str = "printer"
    pages: int = 0
    copies: int = 1

    def decide(self, world: World) -> Sequence[Draft]:
        required(self.form, "form_needed")
        required(self.subject, "form_needed")
        if self.way not in WAYS:
            raise Refused("way_unknown", way=self.way)
        if not (0 <= self.pages <= MOST_COUNTED and 1 <= self.copies <= MOST_COUNTED):
            raise Refused("limit_out_of_range", least=1, most=MOST_COUNTED)
        state = world.state(self.subject)
        mode: Mode = getattr(state, "mode", REAL)
        body = {
            "digest": self.digest,
            "vector": self.vector,
            "way": self.way,
            "pages": self.pages,
            "copies": self.copies,
            "number": self.number,
            "whistle": whistle_of(self.subject, state),
        }
        kind = "print.made"
        return [Draft(subject=prints_subject(self.form, self.subject), kind=kind, body=body, mode=mode)]
