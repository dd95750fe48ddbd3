"""What the office learned from its closed cases, as the screens ask it: kept in memory, learned anew by a worker.

    advice = suggest(desk, category=…, title=…, text=…, place=…, community=…)

What it costs grows with the responsibility list and with the words of the one matter, never with how many cases there are.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from commandcenter.desk.lessons_job import FILE
from commandcenter.domain import who_learned
from commandcenter.domain.clock import HOUR
from commandcenter.domain.who_acts import Asked, Proposal, propose
from commandcenter.domain.who_learned import Lesson, Model, Suggestion

if TYPE_CHECKING:
    from commandcenter.desk.desk import Desk
    from commandcenter.desk.jobs import Job

log = logging.getLogger(__name__)

STALE_MS = 20 * HOUR
"""What was learned so long ago is learned anew with the next chore."""


@dataclass(frozen=True, slots=True)
class Advice:
    """Who must act, by the rules and by experience. ``cases`` and ``learned_at`` (epoch milliseconds; None: nothing learned
    yet) tell from how many closed cases and when. Nothing of it is ever carried out by itself.
    """

    proposal: Proposal
    learned: tuple[Suggestion, ...] = ()
    cases: int = 0
    learned_at: int | None = None


class Lessons(QObject):
    """The model of this desk. ``learned`` tells that there is a new one, ``failed`` that learning met a trouble."""

    learned = Signal()
    failed = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._job: Job | None = None
        self._model: Model | None = None
        self._office = self._of()
        self.split: Mapping[str, int] = {}
        self._load()

    @property
    def model(self) -> Model | None:
        """What was learned of this office; None when nothing was yet."""
        return self._model if self._office == self._of() else None

    def _of(self) -> str:
        """The id of the office; what was learned of another, before a restore, teaches nothing here."""
        return str(self._desk.reference.office.get("id", ""))

    @property
    def learning(self) -> bool:
        """Whether a worker is at it."""
        return self._job is not None

    def _load(self) -> None:
        path = self._desk.folder / FILE
        try:
            told = json.loads(path.read_text("utf-8")) if path.exists() else None
        except (OSError, ValueError) as error:
            log.warning("%s cannot be read and is learned anew: %s", path.name, error)
            return
        if told is not None:
            self._take(told)

    def _take(self, told: Any) -> None:
        model = who_learned.from_plain(told)
        if model is None or told.get("office") != self._of():
            return
        self._office = self._of()
        split = told.get("split")
        self._model = model
        self.split = (
            {key: count for key, count in split.items() if type(count) is int} if isinstance(split, dict) else {}
        )

    def learn(self) -> None:
        """Learn anew from the closed cases, in a child process; one at a time."""
        if self._job is not None:
            return
        arguments = {**self._desk.child_arguments(), "now": self._desk.clock.now()}
        job = self._desk.start_job("lessons", "commandcenter.desk.lessons_job:learn", arguments, lane=self._desk.study)
        self._job = job
        job.done.connect(self._on_done)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_over)

    def freshen(self) -> None:
        """Learn anew when there is nothing or what there is has grown old."""
        model = self.model
        if model is None or self._desk.clock.now() - model.learned_at > STALE_MS:
            self.learn()

    def _on_done(self, told: object) -> None:
        self._job = None
        self._take(told)
        self.learned.emit()

    def _on_failed(self, trouble: object) -> None:
        self._job = None
        self.failed.emit(trouble)

    def _on_over(self) -> None:
        self._job = None


def suggest(
    desk: Desk,
    *,
    category: str = "",
    title: str = "",
    text: str = "",
    place: str = "",
    community: str = "",
    grid: str = "",
) -> Advice:
    """Who must act on a matter: by the responsibility list, the kinds of matters, the place and what units say they do, and
    which units led closed cases like it. ``category``, ``place`` and ``community`` are ids; all may be missing.
    """
    reference = desk.reference
    found = reference.directory.places.get(place)
    chief = ""
    if found is not None:
        answering = reference.directory.answers_for(found)
        community = community or (answering.community.id if answering.community else "")
        chief = answering.chief.person.name if answering.chief else ""
        street = answering.street or found
        grid = grid or (street.grids[0] if street.grids else "")
    asked = Asked(reference.categories.get(category, ()), f"{title}\n{text}", community, grid, chief)
    proposal = propose(asked, reference.responsibility, reference.matter_kinds, reference.units)
    model = desk.lessons.model
    if model is None:
        return Advice(proposal)
    lesson = Lesson("", "", category, community, place, title)
    units = reference.units
    usable = [one for one in who_learned.suggest(model, lesson, most=6) if one.unit in units and units[one.unit].active]
    return Advice(proposal, tuple(usable[:3]), model.cases, model.learned_at)
