"""What may be attached to a case, as data: kinds of content by their first bytes, and how large each may be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from commandcenter.domain.refusal import Refused

SORTS = ("picture", "sound", "film", "paper")
MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of content: its media type, the ending a viewer knows it by, its sort, and its largest size in bytes.

    ``signs`` are what the content may begin with; None stands for any byte.
    """

    media: str
    ending: str
    sort: str
    largest: int
    signs: tuple[tuple[int | None, ...], ...]

    def fits(self, head: bytes) -> bool:
        """Whether a content that begins with ``head`` is of this kind."""
        return any(
            len(head) >= len(sign) and all(want is None or want == got for want, got in zip(sign, head, strict=False))
            for sign in self.signs
        )


def kinds_of(told: Sequence[Mapping[str, Any]]) -> tuple[FileKind, ...]:
    """The kinds in ``attachments.toml``. Raises ``KeyError`` or ``ValueError`` for a line that is none."""
    return tuple(
        FileKind(
            str(line["media"]),
            str(line["ending"]),
            str(line["sort"]),
            round(float(line["largest_mb"]) * MEGABYTE),
            tuple(_sign(str(sign)) for sign in line["signs"]),
        )
        for line in told
    )


def _sign(text: str) -> tuple[int | None, ...]:
    pairs = (text[place : place + 2] for place in range(0, len(text), 2))
    return tuple(None if pair == "??" else int(pair, 16) for pair in pairs)


def judged(kinds: Sequence[FileKind], head: bytes, size: int, name: str = "") -> FileKind:
    """The kind of a content, from its first bytes; its name only decides between kinds that begin alike.

    Refuses ``file_empty``, ``file_kind_unknown``, ``file_too_large`` with the largest size in megabytes.
    """
    if size <= 0:
        raise Refused("file_empty")
    fitting = [kind for kind in kinds if kind.fits(head)]
    if not fitting:
        raise Refused("file_kind_unknown")
    kind = next((one for one in fitting if name.lower().endswith(one.ending)), fitting[0])
    if size > kind.largest:
        raise Refused("file_too_large", most=round(kind.largest / MEGABYTE))
    return kind
