"""What a command post starts with, as data: its working groups, and what a street may not do there (domain.md 2.3)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from commandcenter.domain.record import Record
from commandcenter.resource import resource


@dataclass(frozen=True, slots=True)
class GroupData:
    """A working group and what it is for."""

    name: str
    duty: str = ""


@dataclass(frozen=True, slots=True)
class LegalLimit:
    """What a street may not do at a scene, or may, with where that stands. ``code`` ``fire`` is the one of fire scenes.

    ``when`` are words of the event or its plan at which it holds in particular.
    """

    code: str
    words: str
    source: str = ""
    when: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PostData:
    """Groups and limits in the order they are shown."""

    groups: tuple[GroupData, ...]
    limits: tuple[LegalLimit, ...]


def post_data(office: Record) -> PostData:
    """The office's own lists where its record has them (``post_groups``, ``post_limits``), else those of every office."""
    told = tomllib.loads(resource("reference/post.toml").read_text("utf-8"))
    groups = _lines(office.get("post_groups")) or told["group"]
    limits = _lines(office.get("post_limits")) or told["limit"]
    return PostData(
        tuple(GroupData(str(line.get("name", "")), str(line.get("duty", ""))) for line in groups),
        tuple(
            LegalLimit(
                str(line.get("code", "")),
                str(line.get("words", "")),
                str(line.get("source", "")),
                tuple(map(str, when)) if isinstance(when := line.get("when"), list | tuple) else (),
            )
            for line in limits
        ),
    )


def _lines(value: Any) -> list[Mapping[str, Any]]:
    return [line for line in value if isinstance(line, Mapping)] if isinstance(value, list | tuple) else []
