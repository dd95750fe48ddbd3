"""The three scales of an emergency, which are never mixed, and the kind of event (domain.md 2.6; Emergency Response Law arts. 3,
63, 71).

The street only records a *first guess* (初判); it publishes no grade. A warning colour is what the weather or emergency channel
gave out, a response level is what was started. Social-security events are not graded in the law.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from commandcenter.domain.event import EventId
from commandcenter.domain.refusal import Refused

EVENT_KINDS = ("natural", "accident", "health", "security")
"""自然灾害, 事故灾难, 公共卫生事件, 社会安全事件."""

SCALES: Mapping[str, tuple[str, ...]] = {
    "kind": EVENT_KINDS,
    "event": ("extreme", "major", "larger", "general"),
    "warning": ("red", "orange", "yellow", "blue"),
    "response": ("first", "second", "third", "fourth"),
}
"""Scale → its codes, the gravest first. ``event`` is 特别重大 · 重大 · 较大 · 一般."""

GRADED = ("event", "warning", "response")
"""The three scales that stand side by side."""

UNGRADED_KIND = "security"

_KIND_NAMES = {"自然灾害": "natural", "事故灾难": "accident", "公共卫生": "health", "社会安全": "security"}


def kind_named(category: str) -> str:
    """The kind of event that a plan's category (data, Chinese) names; empty for a plan of no kind."""
    return next((kind for name, kind in _KIND_NAMES.items() if category.startswith(name)), "")


@dataclass(frozen=True, slots=True)
class Guess:
    """A first guess on one scale: the code (empty: taken back, unknown again), the words with it, when and by whom."""

    scale: str
    value: str
    words: str
    at: int
    by: str
    id: EventId


def check_guess(scale: str, value: str, kind: str) -> None:
    """Refuses ``scale_unknown``, ``grade_unknown``, and ``security_not_graded``: the law grades no social-security event.

    ``kind`` is the kind of the event as guessed. An empty value takes a guess back.
    """
    if scale not in SCALES:
        raise Refused("scale_unknown", scale=scale)
    if value and value not in SCALES[scale]:
        raise Refused("grade_unknown", grade=value)
    if scale == "event" and value and kind == UNGRADED_KIND:
        raise Refused("security_not_graded")
