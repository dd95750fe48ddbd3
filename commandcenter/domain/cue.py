"""What a plan wants to be thought of during its incident: a minute, perhaps a condition, and the words (domain.md 5.3, 5.7).

The cues of the version in force go into ``whistle.blown``, so a plan that is published later changes no running incident.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from commandcenter.domain.value import whole

CONDITIONS = ("trapped", "injured", "evacuated", "nobody_arrived", "post", "no_post")
"""When a cue is to the point: a key fact is told and not zero, nobody has arrived yet, the post stands or does not."""
LONGEST = 24 * 60
"""Minutes; a cue for later than a day is a deadline, not a cue."""


@dataclass(frozen=True, slots=True)
class Cue:
    """From so many minutes after the whistle on, while the condition holds (empty: always), until somebody takes it."""

    id: str
    text: str
    after: int = 0
    when: str = ""


def cues_of(value: Any) -> tuple[Cue, ...]:
    """The cues among the reminders of a plan: those that name a minute or a condition. Plain reminders are none."""
    found = []
    for place, line in enumerate(value if isinstance(value, list | tuple) else (), start=1):
        if isinstance(line, Mapping) and ("after" in line or "when" in line) and str(line.get("text", "")).strip():
            when = str(line.get("when", ""))
            after = min(max(0, whole(line.get("after")) or 0), LONGEST)
            found.append(Cue(str(line.get("id", "")) or f"c{place}", str(line["text"]), after, when))
    return tuple(found)


def told(cue: Cue) -> dict[str, Any]:
    """The cue as it stands in an event."""
    line: dict[str, Any] = {"id": cue.id, "text": cue.text, "after": cue.after}
    return line | ({"when": cue.when} if cue.when else {})


def reminders(value: Any) -> tuple[str, ...]:
    """The words of all reminders of a plan, with a minute or without."""
    lines = value if isinstance(value, list | tuple) else ()
    return tuple(str(line.get("text", "")) if isinstance(line, Mapping) else str(line) for line in lines)
