"""Names as they are spelt: whether what was typed on the keys means a name, and where in it.

A spelling holds words separated by blanks: variants of the initials, one letter a character, and at most one word with all
syllables of every reading, ``=shan/dan'jian'guo``. What is typed may be initials, whole syllables, or both mixed; it may begin
at any character, and its last syllable may be cut short.
"""

from __future__ import annotations

from functools import lru_cache

FULL = "="
"""Begins the word with the syllables; ``'`` parts the characters, ``/`` the readings of one."""

_TWO = ("zh", "ch", "sh")


def told(typed: str) -> str:
    """What was typed, as it is compared: small letters, neither blanks nor apostrophes, ü as v."""
    return "".join(typed.lower().replace("ü", "v").split()).replace("'", "")


def variants(spelling: str) -> list[str]:
    """The variants of the initials."""
    return [word for word in spelling.split() if not word.startswith(FULL)]


def spelt_at(spelling: str, typed: str) -> tuple[int, int] | None:
    """Where in a name what was typed stands: (first character, how many); the first such place, None for nowhere."""
    wanted = told(typed)
    if not wanted or not wanted.isascii():
        return None
    found = [(at, len(wanted)) for word in variants(spelling) if (at := word.find(wanted)) >= 0]
    syllables = _syllables(spelling)
    for start in range(len(syllables)):
        length = _reach(syllables, start, wanted)
        if length:
            found.append((start, length))
            break
    return min(found, default=None)


@lru_cache(maxsize=8192)
def _syllables(spelling: str) -> tuple[tuple[str, ...], ...]:
    full = next((word[1:] for word in spelling.split() if word.startswith(FULL)), "")
    return tuple(tuple(one.split("/")) for one in full.split("'")) if full else ()


def _reach(syllables: tuple[tuple[str, ...], ...], start: int, wanted: str) -> int:
    """How many characters from ``start`` on the letters take up; 0 when they mean something else."""
    if start >= len(syllables):
        return 0
    for reading in syllables[start]:
        if reading.startswith(wanted):
            return 1
        for part in (reading, reading[:2] if reading.startswith(_TWO) else reading[:1], reading[:1]):
            if wanted.startswith(part) and (more := _reach(syllables, start + 1, wanted[len(part) :])):
                return more + 1
    return 0
