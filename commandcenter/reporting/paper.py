"""What every printed document carries: the office, the number, the mode, and when and by whom it was printed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from commandcenter.domain.clock import local
from commandcenter.domain.event import DRILL
from commandcenter.reporting import times
from commandcenter.reporting.background import NOBODY
from commandcenter.reporting.story import Story, kept

PRINTED = ("printed_at", "printed_by", "stamp", "date", "digest", "prints", "form")
"""The fields that tell of the print and not of what is printed."""


def paper(story: Story, *, title: str, printed_by: str, private: bool = False) -> dict[str, Any]:
    """The part that is the same on every document. ``private`` asks for the mark 内部 用后销毁."""
    return {
        "office": story.names.office,
        "drill": story.whistle.mode == DRILL,
        "sample": story.names.sample,
        "number": story.whistle.number,
        "title": title,
        "private": private,
        "printed_at": times.stamp(story.now),
        "printed_by": printed_by or NOBODY,
        "stamp": story.now // 1000,
    }


def digest_of_document(document: Mapping[str, Any]) -> str:
    """SHA-256 (hex) of what a document says, without when and by whom it was printed.

    Two prints with the same digest say the same; another digest today means: changed since print.
    """
    about = {name: value for name, value in document["paper"].items() if name not in PRINTED}
    said = {name: value for name, value in document.items() if name not in PRINTED} | {"paper": about}
    text = json.dumps(said, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


TITLE_EMS = 19.5
"""Characters of the title's size (22 pt) that a line of the standard (156 mm) holds."""


def title_lines(parts: Sequence[str]) -> list[str]:
    """A title in as few lines as hold it, broken only where its parts meet: its last part alone if it can be, else even.

    A part longer than a line stays one: then the typesetter has to break it.
    """
    ways = [[parts[0]]]
    for part in parts[1:]:
        ways = [way for lines in ways for way in ([*lines[:-1], lines[-1] + part], [*lines, part])]
    fitting = [lines for lines in ways if max(map(_ems, lines)) <= TITLE_EMS]
    rank = lambda lines: (len(lines), lines[-1] != parts[-1], max(map(_ems, lines)))  # noqa: E731
    return min(fitting, key=rank, default=list(parts))


def _ems(text: str) -> float:
    """About how wide a text is: a Chinese character is one, a Latin one half."""
    return sum(0.55 if character < "\u0250" else 1.0 for character in text)


def event_parts(story: Story) -> list[str]:
    """What happened, for a heading, in parts between which a line may end: place with “month·day”, and the rest."""
    whistle, names = story.whistle, story.names
    date = local(whistle.blown_at)
    mark = f"“{date.month}·{date.day}”"
    place = names.places.get(whistle.place, "") or whistle.place_words
    told = kept(whistle.title, story.gone(whistle.subject))
    title = told or names.drill or (names.plan.name if names.plan else "")
    before, found, after = title.partition(place) if place else ("", "", title)
    if not found:
        before, after = "", title
    return [part for part in (f"{before}{place}{mark}", after) if part]
