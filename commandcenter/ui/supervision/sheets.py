"""The forms of the supervision screen. None of them has a field for evidence: that comes out of the journal alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from commandcenter.domain import supervision_acts as acts
from commandcenter.domain.appraisal import GRADES
from commandcenter.domain.clock import MINUTE
from commandcenter.domain.command import Batch, Command
from commandcenter.domain.limit import SHARE
from commandcenter.domain.record import AmendRecord, ListRecord
from commandcenter.domain.supervision import SORTS, Item, Supervision
from commandcenter.domain.unit import RELATIONS
from commandcenter.ui import slow_words
from commandcenter.ui.parts.acting import Acting
from commandcenter.ui.parts.days import day_typed, read_day
from commandcenter.ui.parts.forms import Field
from commandcenter.ui.parts.screen import Context
from commandcenter.ui.slow_words import slow_word
from commandcenter.ui.supervision.model import CycleFacts, weights_in_force

translate = QCoreApplication.translate
Values = Mapping[str, Any]


class SupervisionSheets:
    """Opens the forms of one cycle at a time."""

    def __init__(self, context: Context, host: QWidget, acting: Acting) -> None:
        self._desk = context.desk
        self._host = host
        self._acting = acting
        self.facts: CycleFacts | None = None

    @property
    def _state(self) -> Supervision:
        return self.facts.state if self.facts is not None else Supervision()

    def _open(self, key: str, title: str, fields: Sequence[Field], send: str, make: Any, said: str = "") -> None:
        name = self.facts.name if self.facts is not None else ""
        caption = f"{self._state.number} {name}".strip()
        self._acting.open(f"supervision.{self._state.id}.{key}", title, caption, fields, send, make, said=said)

    def _at(self, value: int | None) -> int | None:
        now = self._desk.clock.now()
        return value if value is not None and abs(value - now) > MINUTE else None

    def _when(self) -> Field:
        return Field("at", translate("Supervision", "When"), kind="clock", value=self._desk.clock.now())

    def _day(self, text: str) -> int | None:
        return read_day(text, self._desk.clock.now(), self._desk.reference.calendar, "due") if text else None

    def _people(self) -> list[tuple[str, str]]:
        """Leaders and duty people of the roster who may take part."""
        directory = self._desk.reference.directory
        ranks = {"leader": 0, "head": 1, "clerk": 2}
        posts = {post.person: ranks[post.role] for post in directory.appointments if post.role in ranks}
        people = [one for one in directory.people.values() if one.id in posts and one.active]
        people.sort(key=lambda one: posts[one.id])
        return [(one.id, f"{one.name} {one.post}".strip()) for one in people]

    # -- the steps -------------------------------------------------------------------------------------------------

    def list_unit(self) -> None:
        """S0: put a department on the list; a line for each matter under its sort."""
        units = [unit for unit in self._desk.reference.units.values() if unit.active and unit.kind != "community"]
        units.sort(key=lambda unit: RELATIONS.index(unit.relation) if unit.relation in RELATIONS else len(RELATIONS))
        fields = [
            Field(
                "unit", translate("Supervision", "Department"), kind="choice",
                choices=[(unit.id, unit.name) for unit in units], wide=True,
            ),
            *(
                Field(sort, translate("Supervision", "{sort} (one a line)").format(
                    sort=slow_word(slow_words.SORTS, sort)), kind="lines", wide=True, height=62)
                for sort in SORTS
            ),
        ]  # fmt: skip

        def make(v: Values) -> Command:
            matters = tuple(
                acts.SupervisedMatter(sort=sort, words=line.strip())
                for sort in SORTS
                for line in v[sort].splitlines()
                if line.strip()
            )
            return acts.ListSupervision(unit=v["unit"], matters=matters)

        self._acting.open(
            "supervision.new", translate("Supervision", "Put on the list"),
            translate("Supervision", "one cycle a department"), fields, translate("Supervision", "Enter"), make,
        )  # fmt: skip

    def add_matter(self) -> None:
        """One more matter."""
        sorts = [(sort, slow_word(slow_words.SORTS, sort)) for sort in SORTS]
        fields = [
            Field("sort", translate("Supervision", "Sort"), kind="choice", choices=sorts),
            Field("words", translate("Supervision", "Matter"), kind="lines", wide=True, required=True),
        ]
        self._open(
            "matter", translate("Supervision", "One more matter"), fields, translate("Supervision", "Add"),
            lambda v: acts.AddSupervisionMatter(supervision=self._state.id, sort=v["sort"], words=v["words"]),
        )  # fmt: skip

    def remind(self) -> None:
        """S1: blow."""
        number = len(self._state.nudges) + 1
        ways = [
            ("phone", translate("Supervision", "by telephone")),
            ("face", translate("Supervision", "face to face")),
            ("page", translate("Supervision", "by letter")),
        ]
        fields = [
            Field("way", translate("Supervision", "How"), kind="choice", choices=ways, value="page"),
            Field("due", translate("Supervision", "Report by (empty: the office's limit)"), kind="date"),
            Field("words", translate("Supervision", "Text"), kind="lines", wide=True, required=True),
        ]

        def make(v: Values) -> Command:
            return acts.RemindUnit(
                supervision=self._state.id, words=v["words"], due_at=self._day(v["due"]), channel=v["way"]
            )

        title = translate("Supervision", "Reminder {n}").format(n=number)
        self._open("remind", title, fields, translate("Supervision", "Remind"), make)

    def report(self) -> None:
        """S2: the department's report."""
        fields = [
            Field("name", translate("Supervision", "Who reported"), required=True),
            self._when(),
            Field(
                "words", translate("Supervision", "What was done"), kind="lines", wide=True, required=True, height=110
            ),
        ]

        def make(v: Values) -> Command:
            return acts.ReportSupervision(
                supervision=self._state.id, words=v["words"], name=v["name"], happened_at=self._at(v["at"])
            )

        self._open(
            "report", translate("Supervision", "Department's report"), fields, translate("Supervision", "Record"), make
        )

    def silence(self) -> None:
        """S2 without a report: a fact."""
        fields = [Field("words", translate("Supervision", "Remark"), kind="lines", wide=True)]
        self._open(
            "silence", translate("Supervision", "Nothing came"), fields, translate("Supervision", "Record"),
            lambda v: acts.RecordSilence(supervision=self._state.id, words=v["words"]),
        )  # fmt: skip

    def brief(self) -> None:
        """S4: the leader in charge was told."""
        fields = [
            Field("leader", translate("Supervision", "Leader in charge"), required=True),
            Field("meeting", translate("Supervision", "Meeting, item of the agenda"), required=True),
            Field("words", translate("Supervision", "What was said"), kind="lines", wide=True),
        ]
        self._open(
            "brief", translate("Supervision", "Tell the leader"), fields, translate("Supervision", "Record"),
            lambda v: acts.BriefLeader(
                supervision=self._state.id, leader=v["leader"], meeting=v["meeting"], words=v["words"]
            ),
        )  # fmt: skip

    def evaluate(self) -> None:
        """S5: the committee's evaluation."""
        state = self._state
        grades = [(grade, slow_word(slow_words.GRADES, grade)) for grade in GRADES]
        people = [("", translate("Supervision", "nobody more")), *self._people()]
        weights = weights_in_force(self._desk.reference)
        fields = [
            Field(f"member{n}", translate("Supervision", "Took part {n}").format(n=n), kind="choice", choices=people)
            for n in range(1, 5)
        ]
        if state.ranked:
            for sort in SORTS:
                label = translate("Supervision", "{sort}: marks 0–100, weighs {weight}")
                told = label.format(sort=slow_word(slow_words.SORTS, sort), weight=f"{weights.get(sort, 0):g}")
                fields.append(Field(sort, told, kind="number"))
            label = translate("Supervision", "Grade by collective opinion")
            fields.append(Field("grade", label, kind="choice", choices=grades, value="good"))
        fields.append(
            Field("words", translate("Supervision", "Collective opinion"), kind="lines", wide=True, required=True)
        )

        def make(v: Values) -> Command:
            members = tuple(v[f"member{n}"] for n in range(1, 5) if v[f"member{n}"])
            return acts.EvaluateSupervision(
                supervision=state.id,
                members=members,
                words=v["words"],
                grade=v.get("grade", ""),
                landed=v.get("landed"),
                statutory=v.get("statutory"),
                effect=v.get("effect"),
            )

        title = translate("Supervision", "Committee's evaluation")
        self._open("evaluate", title, fields, translate("Supervision", "Record"), make)

    def weigh(self) -> None:
        """The weights of the formula: limits like others, with their history in the settings."""
        weights = weights_in_force(self._desk.reference)
        fields = [
            Field(sort, slow_word(slow_words.SORTS, sort), kind="number", value=f"{weights[sort]:g}" if sort in weights
                  else None, required=True, least=1)
            for sort in SORTS
        ]  # fmt: skip
        fields.append(Field("reason", translate("Supervision", "On whose decision, why"), wide=True, required=True))

        def make(v: Values) -> Command:
            changed = [self._weight(sort, v[sort], v["reason"]) for sort in SORTS if weights.get(sort) != v[sort]]
            return Batch(commands=tuple(changed)) if changed else AmendRecord(subject=f"limit/{acts.WEIGHT}{SORTS[0]}")

        self._acting.open(
            "supervision.weights", translate("Supervision", "Weights"),
            translate("Supervision", "they count relative to each other; evaluations that stand keep theirs"),
            fields, translate("Supervision", "Save"), make,
        )  # fmt: skip

    def _weight(self, sort: str, value: int, reason: str) -> Command:
        """A weight changed, or entered for an office that had none yet."""
        subject = f"limit/{acts.WEIGHT}{sort}"
        if f"{acts.WEIGHT}{sort}" in self._desk.reference.limits:
            return AmendRecord(subject=subject, fields={"value": value}, reason=reason)
        name = slow_word(slow_words.SORTS, sort)
        about = {"name": name, "group": "supervision_whistle", "value": value, "unit": SHARE}
        return ListRecord(subject=subject, fields={**about, "basis": "office", "source": reason})

    def letter(self) -> None:
        """S6: the letter to the district."""
        fields = [
            Field("letter", translate("Supervision", "Number of the letter"), required=True),
            Field("receiver", translate("Supervision", "To whom"), required=True, value=translate("Supervision", "District committee and government")),
            self._when(),
        ]  # fmt: skip

        def make(v: Values) -> Command:
            return acts.SendLetter(
                supervision=self._state.id, letter=v["letter"], receiver=v["receiver"], happened_at=self._at(v["at"])
            )

        self._open(
            "letter",
            translate("Supervision", "Letter to the district"),
            fields,
            translate("Supervision", "Record"),
            make,
        )

    def rectify(self) -> None:
        """S7: what has to be put right."""
        fields = [
            Field("items", translate("Supervision", "What has to be put right (one a line; empty: nothing)"), kind="lines",
                  wide=True, height=110),
            Field("due", translate("Supervision", "By (empty: the office's limit)"), kind="date"),
        ]  # fmt: skip

        def make(v: Values) -> Command:
            items = tuple(line.strip() for line in v["items"].splitlines() if line.strip())
            return acts.OpenRectification(supervision=self._state.id, items=items, due_at=self._day(v["due"]))

        self._open(
            "rectify", translate("Supervision", "Rectification"), fields, translate("Supervision", "Enter"), make
        )

    def rectified(self, item: Item) -> None:
        """An item was put right."""
        fields = [Field("words", translate("Supervision", "What was seen"), kind="lines", wide=True, required=True)]
        self._open(
            f"rectified.{item.id}", item.words, fields, translate("Supervision", "Put right"),
            lambda v: acts.RecordRectified(supervision=self._state.id, item=item.id, words=v["words"]),
        )  # fmt: skip

    def end(self) -> None:
        """S7 → S0."""
        choices = [
            ("1", translate("Supervision", "next cycle with the same matters")),
            ("", translate("Supervision", "off the list")),
        ]
        fields = [
            Field("again", translate("Supervision", "Then"), kind="choice", choices=choices, value="1"),
            Field("words", translate("Supervision", "Remark"), kind="lines", wide=True),
        ]
        self._open(
            "end", translate("Supervision", "End the cycle"), fields, translate("Supervision", "End"),
            lambda v: acts.EndCycle(supervision=self._state.id, again=v["again"] == "1", words=v["words"]),
        )  # fmt: skip

    def period_fields(self, start: int, until: int) -> list[Field]:
        """The only thing a person says about evidence: of which days."""
        return [
            Field("start", translate("Supervision", "From"), kind="date", value=day_typed(start), required=True),
            Field("until", translate("Supervision", "Until, this day included"), kind="date", value=day_typed(until), required=True),
        ]  # fmt: skip
