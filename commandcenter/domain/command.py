"""Commands and the world they are decided in.

A command is a frozen value with one pure method, ``decide``: it looks at folded states and returns the drafts of the
events that follow, or raises ``Refused``. It never reads a clock, a disk or a random number: all that is in ``World``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar, Protocol

from commandcenter.domain.event import EventId, Mode
from commandcenter.domain.refusal import Refused

FUTURE_TOLERANCE_MS = 60_000
LAST_INSTANT = 7_258_089_600_000
"""The end of the year 2199 in epoch milliseconds, office time: no date that is told lies after it."""
MOST_COUNTED = 1_000_000


@dataclass(frozen=True, slots=True)
class Who:
    """Who acts: person id, the role they act in, the workstation seat, and how sure we are (none, pin, second)."""

    actor: str = ""
    role: str = ""
    seat: str = ""
    assurance: str = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An event before the writer stamps it. ``mode`` empty takes the mode of the subject's family."""

    subject: str
    kind: str
    body: Mapping[str, Any] = field(default_factory=dict)
    private: Mapping[str, Any] | None = None
    happened_at: int | None = None
    mode: Mode = "real"
    version: int = 1
    corrects: EventId | None = None
    cause: EventId | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What a command leads to: drafts in order, and a report for the one who asked (never stored)."""

    drafts: Sequence[Draft]
    report: Mapping[str, Any] = field(default_factory=dict)


class World(Protocol):
    """What a decision may look at. The writer gives the real one, tests a dictionary."""

    @property
    def now(self) -> int: ...

    @property
    def who(self) -> Who: ...

    @property
    def letter(self) -> str: ...

    def state(self, subject: str) -> Any:
        """The folded state of a subject; the empty state of its family when nothing is known of it."""

    def heads(self, subject: str) -> Mapping[str, int]:
        """The newest known event of each node on the subject."""

    def lookup(self, index: str, key: str) -> str:
        """The subject filed under ``key`` in a unique index (``case.source``), or empty."""

    def lookup_all(self, index: str, keys: Sequence[str]) -> Mapping[str, str]:
        """The subjects filed under ``keys``, by key; keys under which nothing is filed are left out."""

    def subjects(self, prefix: str) -> Sequence[str]:
        """The known subjects below ``prefix``, sorted; bounded families only (the report-ins of a whistle)."""

    def new_id(self) -> str:
        """A fresh random id (UUIDv7)."""

    def take_number(self, series: str, day: date) -> int:
        """The next number of a series on a day for this desk; given once, never again."""

    def preview(self, drafts: Sequence[Draft]) -> None:
        """Let later looks of the same decision see ``drafts`` as if they had happened."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """Something a person or the clock wants. ``happened_at`` is epoch milliseconds; None means now.

    ``channel`` is how the word came (phone, radio, face, page, import, system); ``on_behalf_of`` for whom.
    """

    happened_at: int | None = None
    channel: str = ""
    on_behalf_of: str = ""

    registry: ClassVar[dict[str, type[Command]]] = {}

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super(Command, cls).__init_subclass__(**kwargs)
        # ``slots=True`` makes the class twice; the second, final one stays registered. What cannot decide is no command.
        if cls.decide is not Command.decide:
            other = Command.registry.get(cls.__name__)
            if other is not None and other.__module__ != cls.__module__:
                raise TypeError(f"two commands are called {cls.__name__}: in {other.__module__} and {cls.__module__}")
            Command.registry[cls.__name__] = cls

    def decide(self, world: World) -> Sequence[Draft] | Decision:
        """The events that follow, or ``Refused``."""
        raise NotImplementedError

    def when(self, world: World) -> int:
        """The moment this happened. Refuses what ``past`` refuses."""
        return world.now if self.happened_at is None else past(world, self.happened_at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch(Command):
    """Several commands as one act: all of them happen, or none. Later ones see what earlier ones decided."""

    commands: tuple[Command, ...]

    def decide(self, world: World) -> Decision:
        drafts: list[Draft] = []
        report: dict[str, Any] = {}
        for command in self.commands:
            decision = decided(command, world)
            world.preview(decision.drafts)
            drafts += decision.drafts
            report |= decision.report
        return Decision(drafts, report)


def decided(command: Command, world: World) -> Decision:
    """The decision of ``command`` in one shape."""
    result = command.decide(world)
    return result if isinstance(result, Decision) else Decision(tuple(result))


def past(world: World, at: int) -> int:
    """An instant that was told. Refuses ``future_time`` beyond a minute of clock difference, ``not_a_date`` before 1970."""
    if at > world.now + FUTURE_TOLERANCE_MS:
        raise Refused("future_time", at=at)
    return dated(at)


def dated(at: int) -> int:
    """An instant that was told. Refuses ``not_a_date`` before 1970 and after 2199."""
    if not 0 <= at <= LAST_INSTANT:
        raise Refused("not_a_date", text=str(at))
    return at


def counted(number: int | None) -> int | None:
    """A number of people or things; None is unknown. Refuses ``count_negative`` and ``limit_out_of_range``."""
    if number is not None and number < 0:
        raise Refused("count_negative")
    if number is not None and number > MOST_COUNTED:
        raise Refused("limit_out_of_range", least=0, most=MOST_COUNTED)
    return number


def required(value: str, code: str) -> str:
    """``value`` without surrounding blanks; refuses with ``code`` when nothing is left."""
    value = value.strip()
    if not value:
        raise Refused(code)
    return value


def unique(values: Iterable[str]) -> tuple[str, ...]:
    """The values in order, each once."""
    return tuple(dict.fromkeys(values))
