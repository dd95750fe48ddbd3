"""What a hand does to a topic, the same on every screen that shows one: list, assess, dispatch, look back, measure, print."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from commandcenter.domain import topic_acts as acts
from commandcenter.domain.command import Command
from commandcenter.domain.topic import LIKELIHOODS as LIKELIHOOD_CODES
from commandcenter.domain.topic import LOOKS as LOOK_CODES
from commandcenter.domain.topic import Effect, Hazard, Topic, next_season, season_in
from commandcenter.ui.foresight_words import LIKELIHOODS, LOOKS, PROGRESS, choices
from commandcenter.ui.parts.acting import Acting
from commandcenter.ui.parts.days import day_typed, read_day
from commandcenter.ui.parts.forms import Field
from commandcenter.ui.parts.hazards import point_name
from commandcenter.ui.parts.printing import print_form
from commandcenter.ui.parts.screen import Context, Toast
from commandcenter.ui.wording import refusal

translate = QCoreApplication.translate
Values = Mapping[str, Any]
MOST_SHOWN = 12


class TopicHand(QObject):
    """Opens the forms of one topic. ``changed`` tells that something is on the disk."""

    changed = Signal(object)

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(host)
        self._context = context
        self._host = host
        self.acting = Acting(context, host)
        self.acting.done.connect(self.changed)
        self._measuring = ""

    def _open(
        self, key: str, title: str, caption: str, fields: Sequence[Field], send: str, make: Callable[[Values], Command],
        said: str = "", width: int = 680,
    ) -> None:  # fmt: skip
        self.acting.open(key, title, caption, fields, send, make, said=said, width=width)

    def _units(self) -> list[tuple[str, str]]:
        """Who may lead a repair: sections and departments, no community (it may not be made the leading handler)."""
        units = [one for one in self._context.desk.reference.units.values() if one.active and one.kind != "community"]
        rank = {"section": 0, "department": 1}
        return [(one.id, one.name) for one in sorted(units, key=lambda one: (rank.get(one.kind, 2), one.id))]

    # -- the topic -------------------------------------------------------------------------------------------------

    def keep(self, include: Sequence[str], exclude: Sequence[str], by_month: Mapping[str, int]) -> None:
        """Keep a study of words as a topic; the months in which the words came most (``2026-07`` → cases) are proposed."""
        season = season_in(by_month)
        first, last = (season.first, season.last) if season is not None else (None, None)
        fields = [
            Field("name", translate("Topics", "Name"), value=include[0] if include else "", required=True),
            Field("include", translate("Topics", "Words, one of which must be there"), value=" ".join(include), wide=True, required=True),
            Field("exclude", translate("Topics", "Words that must not be there"), value=" ".join(exclude), wide=True),
            Field("first", translate("Topics", "Season from month"), "number", value=first, least=1, required=True),
            Field("last", translate("Topics", "Season to month"), "number", value=last, least=1, required=True),
        ]  # fmt: skip

        def make(v: Values) -> Command:
            return acts.OpenTopic(
                name=v["name"],
                include=tuple(v["include"].split()),
                exclude=tuple(v["exclude"].split()),
                first=v["first"] or 0,
                last=v["last"] or 0,
            )

        self._open(
            "topic.new", translate("Topics", "Keep as a topic"),
            translate("Topics", "its points are listed, repaired, looked at before every season"), fields,
            translate("Topics", "Keep"), make, translate("Topics", "Kept as a topic."),
        )  # fmt: skip

    def amend(self, topic: Topic) -> None:
        """Name, words and season of a topic."""
        words = topic.words
        fields = [
            Field("name", translate("Topics", "Name"), value=topic.name, required=True),
            Field("include", translate("Topics", "Words, one of which must be there"), value=" ".join(words.include), wide=True),
            Field("exclude", translate("Topics", "Words that must not be there"), value=" ".join(words.exclude), wide=True),
            Field("first", translate("Topics", "Season from month"), "number", value=topic.season.first, least=1),
            Field("last", translate("Topics", "Season to month"), "number", value=topic.season.last, least=1),
        ]  # fmt: skip

        def make(v: Values) -> Command:
            return acts.AmendTopic(
                topic=topic.id,
                name=v["name"],
                include=tuple(v["include"].split()),
                exclude=tuple(v["exclude"].split()),
                first=v["first"] or 0,
                last=v["last"] or 0,
            )

        self._open(
            f"topic.{topic.id}.amend", translate("Topics", "Change the topic"), topic.number, fields,
            translate("Topics", "Enter"), make,
        )  # fmt: skip

    def assess(self, topic: Topic, hazard: Hazard) -> None:
        """The three questions of a hazard, who repairs it, how, until when."""
        now, reference = self._context.desk.clock.now(), self._context.desk.reference
        due = day_typed(hazard.due_at) if hazard.due_at is not None else ""
        fields = [
            Field("cause", translate("Topics", "Cause"), value=hazard.cause, wide=True),
            Field("likelihood", translate("Topics", "How likely"), "choice", value=hazard.likelihood,
                  choices=choices(LIKELIHOODS, *LIKELIHOOD_CODES)),
            Field("expected", translate("Topics", "When it comes"), value=hazard.expected),
            Field("consequence", translate("Topics", "What it would do"), value=hazard.consequence, wide=True),
            Field("repairer", translate("Topics", "Who repairs"), "choice", value=hazard.repairer, choices=self._units()),
            Field("due", translate("Topics", "To be repaired by"), "date", value=due),
            Field("measure", translate("Topics", "Measure"), "lines", value=hazard.measure, wide=True),
        ]  # fmt: skip

        def make(v: Values) -> Command:
            return acts.AssessHazard(
                topic=topic.id,
                hazard=hazard.id,
                cause=v["cause"],
                likelihood=v["likelihood"],
                expected=v["expected"],
                consequence=v["consequence"],
                repairer=v["repairer"],
                measure=v["measure"],
                due_at=read_day(v["due"], now, reference.calendar, "due") if v["due"] else None,
            )

        self._open(
            f"topic.{topic.id}.{hazard.id}.assess", translate("Topics", "Assess the hazard"),
            point_name(hazard, reference), fields, translate("Topics", "Enter"), make,
        )  # fmt: skip

    def progress(self, topic: Topic, hazard: Hazard) -> None:
        """How far the repair is."""
        fields = [
            Field(
                "progress", translate("Topics", "Progress"), "choice", value=hazard.progress, choices=choices(PROGRESS)
            ),
            Field("words", translate("Topics", "Remark (needed for long-term)"), "lines", wide=True),
        ]
        self._open(
            f"topic.{topic.id}.{hazard.id}.progress", translate("Topics", "How far is the repair"),
            point_name(hazard, self._context.desk.reference), fields, translate("Topics", "Enter"),
            lambda v: acts.ProgressHazard(
                topic=topic.id, hazard=hazard.id, progress=v["progress"], words=v["words"]
            ),
        )  # fmt: skip

    def drop(self, topic: Topic, hazard: Hazard) -> None:
        """Off the list, with a reason."""
        fields = [Field("words", translate("Topics", "Why"), "lines", wide=True, required=True)]
        self._open(
            f"topic.{topic.id}.{hazard.id}.drop", translate("Topics", "Take off the list"),
            point_name(hazard, self._context.desk.reference), fields, translate("Topics", "Take off"),
            lambda v: acts.DropHazard(topic=topic.id, hazard=hazard.id, words=v["words"]),
        )  # fmt: skip

    def look_back(self, topic: Topic, hazard: Hazard) -> None:
        """What the look-back found at a point."""
        now = self._context.desk.clock.now()
        open_rounds = [turn.year for turn in topic.rounds if turn.done_at is None]
        year = open_rounds[0] if open_rounds else next_season(topic.season, now)
        fields = [
            Field("found", translate("Topics", "What was found"), "choice", value="fine", choices=choices(LOOKS, *LOOK_CODES)),
            Field("year", translate("Topics", "Before the season of"), "number", value=year, least=1970),
            Field("words", translate("Topics", "What was seen (needed unless it holds)"), "lines", wide=True),
        ]  # fmt: skip
        self._open(
            f"topic.{topic.id}.{hazard.id}.look", translate("Topics", "Look back"),
            point_name(hazard, self._context.desk.reference), fields, translate("Topics", "Enter"),
            lambda v: acts.LookBackHazard(
                topic=topic.id, hazard=hazard.id, year=v["year"] or year, found=v["found"], words=v["words"]
            ),
        )  # fmt: skip

    def schedule(self, topic: Topic) -> None:
        """The next look-back: before which season, until when."""
        now = self._context.desk.clock.now()
        year = next_season(topic.season, now)
        fields = [
            Field("year", translate("Topics", "Before the season of"), "number", value=year, least=1970),
            Field("due", translate("Topics", "Done by (empty: the office's limit)"), "date"),
        ]

        def make(v: Values) -> Command:
            due = read_day(v["due"], now, self._context.desk.reference.calendar, "due") if v["due"] else None
            return acts.SetLookBack(topic=topic.id, year=v["year"] or year, due_at=due)

        self._open(
            f"topic.{topic.id}.schedule", translate("Topics", "Schedule the look-back"), topic.name, fields,
            translate("Topics", "Schedule"), make, translate("Topics", "Scheduled."),
        )  # fmt: skip

    def close(self, topic: Topic) -> None:
        """Close the topic."""
        fields = [Field("words", translate("Topics", "How it ended"), "lines", wide=True)]
        self._open(
            f"topic.{topic.id}.close", translate("Topics", "Close the topic"), topic.name, fields,
            translate("Topics", "Close"), lambda v: acts.CloseTopic(topic=topic.id, words=v["words"]),
        )  # fmt: skip

    # -- dispatch in batch -----------------------------------------------------------------------------------------

    def dispatch(self, topic: Topic) -> None:
        """Everything that is assessed and not sent yet, seen before it goes: one case a point."""
        reference = self._context.desk.reference
        ready = [one for one in topic.points if one.assessed and not one.case and one.progress == "assessed"]
        if not ready:
            words = translate("Topics", "No point waits: assess one first (Enter).")
            self._context.services.toast.emit(Toast(words, kind="warn"))
            return
        lines = [
            translate("Topics", "{n}. {point} → {unit}").format(
                n=place, point=point_name(one, reference), unit=self._receivers(one)
            )
            for place, one in enumerate(ready, start=1)
        ]
        if len(lines) > MOST_SHOWN:
            more = translate("Topics", "… and {n} more").format(n=len(lines) - MOST_SHOWN)
            lines = [*lines[:MOST_SHOWN], more]
        title = translate("Topics", "Dispatch {n} cases before anybody complains").format(n=len(ready))
        fields = [
            Field(
                "text", translate("Topics", "Text of every case"), "lines", wide=True, value=topic.name, required=True
            ),
        ]

        def make(v: Values) -> Command:
            tasks = tuple(
                acts.PointTask(
                    hazard=one.id,
                    title=f"{topic.name}：{point_name(one, reference)}"[:80],
                    others=(one.community,) if self._has_community(one) else (),
                    text="\n".join(part for part in (v["text"], one.cause, one.measure) if part),
                )
                for one in ready
            )
            return acts.DispatchHazards(topic=topic.id, tasks=tasks)

        said = translate("Topics", "{n} cases dispatched.").format(n=len(ready))
        self.acting.open(
            f"topic.{topic.id}.dispatch", title, topic.name, fields, translate("Topics", "Dispatch"), make,
            said=said, below="\n".join(lines),
        )  # fmt: skip

    def _has_community(self, hazard: Hazard) -> bool:
        """Whether the community of a point is a unit that can be told at once (双派单)."""
        unit = self._context.desk.reference.units.get(hazard.community)
        return unit is not None and unit.active and unit.kind == "community"

    def _receivers(self, hazard: Hazard) -> str:
        reference = self._context.desk.reference
        names = [reference.unit_name(hazard.repairer)]
        if self._has_community(hazard):
            names.append(reference.unit_name(hazard.community))
        return "、".join(names)

    # -- effect and paper ------------------------------------------------------------------------------------------

    def measure(self, topic: Topic) -> None:
        """Count the season beside the former one, in a child process, and keep what was counted."""
        desk = self._context.desk
        arguments = {**desk.child_arguments(), "now": desk.clock.now(), "topic": topic.id}
        self._measuring = topic.id
        job = desk.start_job("foresight", "commandcenter.desk.foresight_job:measure_effect", arguments, lane=desk.study)
        job.done.connect(self._on_measured)
        job.failed.connect(self._on_failed)

    def _on_measured(self, effect: Effect) -> None:
        command = acts.MeasureTopic(
            topic=self._measuring,
            year=effect.year,
            until=effect.until,
            before=effect.before,
            after=effect.after,
            repaired=effect.repaired,
            unrepaired=effect.unrepaired,
            elsewhere=effect.elsewhere,
        )
        self.acting.send(command, translate("Topics", "The season was compared with the former one."))

    def _on_failed(self, trouble: Any) -> None:
        words = refusal(trouble.code, trouble.facts)
        self._context.services.toast.emit(Toast(words, kind="warn", seconds=10))

    def print(self, topic: Topic) -> None:
        """The special report."""
        print_form(self._context, self._host, ("special_report", topic.subject))

    def issue(self, topic: Topic) -> None:
        """The report went out."""
        command = acts.IssueTopicReport(topic=topic.id)
        self.acting.send(command, translate("Topics", "Entered: the special report went out."))
