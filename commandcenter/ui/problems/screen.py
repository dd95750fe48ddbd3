"""The problem bank (基础问题库), tab 问题库 of the case room: spots that come up again and again, and what becomes of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt

from commandcenter.desk.read import Read
from commandcenter.domain import problem_acts as acts
from commandcenter.domain.command import Batch
from commandcenter.domain.event import Fact
from commandcenter.domain.problem import Problem, may_move
from commandcenter.journal.reading.problems import Repeated
from commandcenter.ui import when
from commandcenter.ui.bank_words import DEGREES, PERIODS, PROBLEM_STAGES, bank_word
from commandcenter.ui.parts.factlist import Known
from commandcenter.ui.parts.matterlog import Lines, log_rows
from commandcenter.ui.parts.mattertab import Act, MatterTab
from commandcenter.ui.parts.printing import print_form
from commandcenter.ui.parts.rows import RowPainter
from commandcenter.ui.parts.screen import Context, Go, Toast
from commandcenter.ui.parts.stagebar import Step
from commandcenter.ui.parts.timeline import TimelineRow
from commandcenter.ui.problems.forms import ProblemForms
from commandcenter.ui.problems.repeats import RepeatsSheet
from commandcenter.ui.problems.rows import MeasurePainter, ProblemPainter, place_name

# mypy: disable-error-code="dict-item"

translate = QCoreApplication.translate

MOST_OFFERED = 60
LOOK_BACK, OFTEN = "problem.look_back", "problem.often"
"""The keys of the limits: a spot with so many cases of a kind within so long is offered for the bank."""

_LINES: Lines = {
    "opened": (QT_TRANSLATE_NOOP("ProblemLog", "Entered in the bank"), "database", "order"),
    "amended": (QT_TRANSLATE_NOOP("ProblemLog", "Corrected"), "pencil", "system"),
    "cases_joined": (QT_TRANSLATE_NOOP("ProblemLog", "Cases joined: {n}"), "link", "situation"),
    "case_left": (QT_TRANSLATE_NOOP("ProblemLog", "A case was taken out"), "undo-2", "system"),
    "assessed": (QT_TRANSLATE_NOOP("ProblemLog", "Assessed: likely {likelihood}, bad {consequence}"), "gauge", "order"),
    "measured": (QT_TRANSLATE_NOOP("ProblemLog", "Measure for {unit}"), "list-checks", "order"),
    "measure_done": (QT_TRANSLATE_NOOP("ProblemLog", "Measure done"), "check", "situation"),
    "rechecked": (QT_TRANSLATE_NOOP("ProblemLog", "Rechecked: {passed}"), "eye", "order"),
    "kept": (QT_TRANSLATE_NOOP("ProblemLog", "Kept for the long term"), "hourglass", "order"),
    "closed": (QT_TRANSLATE_NOOP("ProblemLog", "Struck off"), "circle-check", "order"),
    "recurred": (QT_TRANSLATE_NOOP("ProblemLog", "It is back"), "repeat", "alarm"),
    "noted": (QT_TRANSLATE_NOOP("ProblemLog", "Note"), "message-square", "situation"),
}


class ProblemsScreen(MatterTab):
    """Alt+2, tab 问题库."""

    name = "problems"
    family = "problem"
    state_type = Problem
    cared = frozenset({"unit", "place", "category"})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.forms = ProblemForms(self.acting, self.desk.reference)
        self._repeats: RepeatsSheet | None = None

    def title(self) -> str:
        return self.tr("Problem bank")

    def caption(self) -> str:
        return self.tr("open {n}").format(n=sum(state.open for state in self.model.rows))

    # -- what there is ---------------------------------------------------------------------------------------------

    def acts(self) -> Sequence[Act]:
        key = Qt.Key
        return (
            Act("new", key.Key_N, self.tr("Enter a problem"), "plus", self._new),
            Act("repeats", key.Key_R, self.tr("From repeated cases"), "repeat", self.ask_repeats),
            Act("assess", key.Key_A, self.tr("Assess"), "gauge", self._assess, _at("found"), step=True),
            Act("measure", key.Key_M, self.tr("Take a measure"), "list-checks", self._measure, _unmeasured, step=True),
            Act("done_next", key.Key_Space, self.tr("Measure is done"), "check", self._done, _under_way, step=True),
            Act("recheck", key.Key_V, self.tr("Recheck"), "eye", self._recheck, _goes("rechecked"), step=True),
            Act("close", key.Key_D, self.tr("Strike off"), "circle-check", self._close, _at("rechecked"), step=True),
            Act("again", key.Key_B, self.tr("It is back"), "repeat", self._again, _at("closed"), step=True),
            Act("more", key.Key_M, self.tr("Take a measure"), "list-checks", self._measure, _goes("measured")),
            Act("done", key.Key_Space, self.tr("Measure is done"), "check", self._done, _measures, on_line=True),
            Act("assess_again", key.Key_A, self.tr("Assess anew"), "gauge", self._assess, _assessed_again),
            Act("keep", key.Key_L, self.tr("Long term"), "hourglass", self._keep, _goes("long_term")),
            Act("drop", key.Key_X, self.tr("None after all"), "circle-x", self._close, _droppable, shown=False),
            Act("amend", key.Key_E, self.tr("Correct"), "pencil", self._amend, _known),
            Act("note", key.Key_T, self.tr("Note"), "message-square", self._note, _known, shown=False),
            Act("leave", key.Key_U, self.tr("Take a case out"), "undo-2", self._leave, _has_cases, shown=False),
            Act("cases", key.Key_C, self.tr("Its cases"), "folder-kanban", self._cases, _has_cases),
        )

    def row_painters(self) -> tuple[RowPainter, RowPainter]:
        reference = self.desk.reference
        return ProblemPainter(self.look, reference, self), MeasurePainter(self.look, reference, self)

    def nothing(self) -> tuple[str, str, str]:
        return (
            "database",
            self.tr("No problem is open"),
            self.tr("N enters one, R shows spots that came up again and again."),
        )

    def lines_title(self) -> str:
        return self.tr("Measures")

    def head(self, state: Problem) -> tuple[str, str]:
        told = (state.number, place_name(self.desk.reference, state), bank_word(PROBLEM_STAGES, state.stage))
        return state.title, " · ".join(part for part in told if part)

    def steps(self, state: Problem) -> tuple[Sequence[Step], str]:
        order: tuple[str, ...] = ("found", "assessed", "measured", "corrected", "rechecked", "closed")
        if state.stage == "long_term":
            order = ("found", "assessed", "long_term")
        return [Step(code, bank_word(PROBLEM_STAGES, code)) for code in order], state.stage

    def facts(self, state: Problem) -> Sequence[Known]:
        reference = self.desk.reference
        risk = [bank_word(DEGREES, state.risk)] if state.risk else []
        if risk:
            likely, bad = bank_word(DEGREES, state.likelihood), bank_word(DEGREES, state.consequence)
            risk.append(self.tr("likely {likely}, bad {bad}").format(likely=likely, bad=bad))
        unknown = when.UNKNOWN
        return (
            Known(self.tr("Spot"), place_name(reference, state) or unknown),
            Known(self.tr("Kind"), "/".join(reference.categories.get(state.category, ())) or unknown),
            Known(self.tr("Whose duty"), "、".join(map(reference.unit_name, state.units)) or unknown),
            Known(self.tr("Risk"), " · ".join(risk) or unknown, "amb" if state.risk == "high" else "1"),
            Known(self.tr("Presses"), bank_word(PERIODS, state.period) or unknown),
            Known(self.tr("Cases"), str(len(state.cases))),
            Known(self.tr("Came back"), self.tr("{n} times").format(n=state.recurred) if state.recurred else ""),
            Known(self.tr("Cause"), state.cause or unknown),
            Known(self.tr("Duties"), state.duty or unknown),
            Known(self.tr("Way to solve it"), state.path or unknown),
            Known(self.tr("Obstacle"), state.obstacle if state.stage == "long_term" else ""),
            Known(self.tr("Entered"), when.moment(state.opened_at, self.now())),
        )

    def lines(self, state: Problem) -> Sequence[Any]:
        return sorted(state.measures, key=lambda one: (one.done_at is not None, one.term.due_at if one.term else 0))

    def log(self, state: Problem, facts: Sequence[Fact]) -> Sequence[TimelineRow]:
        return log_rows(facts, "ProblemLog", _LINES, self._gaps, self.person, self.now())

    def _gaps(self, fact: Fact) -> dict[str, str]:
        body = fact.body
        cases = body.get("cases")
        passed = self.tr("put right") if body.get("passed") is True else self.tr("not put right")
        return {
            "n": str(len(cases)) if isinstance(cases, list | tuple) else "0",
            "likelihood": bank_word(DEGREES, str(body.get("likelihood", ""))),
            "consequence": bank_word(DEGREES, str(body.get("consequence", ""))),
            "unit": self.desk.reference.unit_name(str(body.get("unit", ""))),
            "passed": passed,
        }

    # -- acting ----------------------------------------------------------------------------------------------------

    def _new(self) -> None:
        self.forms.new()

    def ask_repeats(self) -> None:
        """R: which spots came up again and again; the answer comes from a worker."""
        until = self.now() + 1  # what was received this very moment counts
        span, times = self.desk.reference.limit(LOOK_BACK), self.desk.reference.limit(OFTEN)
        if span is None or times is None:
            self.services.toast.emit(Toast(self.tr("The limits of the problem bank are not set.")))
            return
        since, often = until - span.milliseconds, round(times.value)

        def work(read: Read) -> list[Repeated]:
            return read.problems.repeated(since, until, often)

        self.desk.ask(work).done.connect(self._on_repeats)

    def _on_repeats(self, found: list[Repeated]) -> None:
        if not found:
            self.services.toast.emit(Toast(self.tr("No spot came up so often with one kind.")))
            return
        sheet = RepeatsSheet(self.look, self.window(), found, self.desk.reference, self.now())
        sheet.chosen.connect(self._on_repeat)
        self._repeats = sheet
        sheet.open_sheet()

    def _on_repeat(self, one: Repeated) -> None:
        """Enter on a spot: into the bank, or to the problem that lies there already."""
        standing = [
            state
            for state in self.desk.read.problems.at(one.place)
            if state.category == one.category and (state.open or one.newest_at > (state.closed_at or 0))
        ]
        if standing:
            self._wanted = standing[0].id
            fresh = tuple(case for case in one.cases if case not in standing[0].cases)[: acts.MOST_CASES]
            joined = self.tr("Joined to {number}").format(number=standing[0].number)
            if fresh and not standing[0].open:
                back = acts.ProblemRecurred(problem=standing[0].id)
                self.acting.send(Batch(commands=(acts.JoinCases(problem=standing[0].id, cases=fresh), back)), joined)
            elif fresh:
                self.acting.send(acts.JoinCases(problem=standing[0].id, cases=fresh), joined)
            else:
                self.load()
            return
        self.forms.new(one)

    def _assess(self) -> None:
        self.forms.assess(self.state)

    def _measure(self) -> None:
        self.forms.measure(self.state, self.now())

    def _done(self) -> None:
        line = self.line
        if line is None or line.done_at is not None:
            line = self.state.open_measures[0]
        self.forms.measure_done(self.state, line.id, line.words)

    def _recheck(self) -> None:
        self.forms.recheck(self.state)

    def _close(self) -> None:
        self.forms.worded(self.state, acts.CloseProblem, self.tr("Strike off"), self.tr("Why"))

    def _again(self) -> None:
        self.acting.send(acts.ProblemRecurred(problem=self.state.id), self.tr("It is in the bank again"))

    def _keep(self) -> None:
        self.forms.worded(self.state, acts.KeepProblem, self.tr("Long term"), self.tr("What stands in the way"))

    def _amend(self) -> None:
        self.forms.amend(self.state)

    def _note(self) -> None:
        self.forms.worded(self.state, acts.NoteProblem, self.tr("Note"), self.tr("Words"))

    def _cases(self) -> None:
        self.services.go.emit(Go("cases", {"ids": list(self.state.cases)}))

    def show_what(self, what: Mapping[str, Any]) -> None:
        super().show_what(what)
        if what.get("from_case"):
            self._from_case(str(what["from_case"]), str(what.get("place", "")))

    def _from_case(self, key: str, place: str) -> None:
        """A case becomes a problem, or joins the one of its kind that lies at its place."""
        case = self.desk.read.cases.case(key)[0]
        if not case.known:
            return
        where = case.place or place
        one = Repeated(where, case.community, case.category, 1, case.received_at or 0, case.title, (case.id,))
        self._on_repeat(one)

    def _leave(self) -> None:
        rows = self.desk.read.cases.by_id(list(reversed(self.state.cases))[:MOST_OFFERED])
        self.forms.leave(self.state, [(row.id, f"{row.number} {row.title}") for row in rows])

    def print_(self) -> None:
        if self.state is not None:
            print_form(self.context, self, ("problem_sheet", f"problem/{self.state.id}"))


def _at(*stages: str) -> Any:
    def fits(state: Problem) -> bool:
        return state.stage in stages

    return fits


def _goes(stage: str) -> Any:
    def fits(state: Problem) -> bool:
        return may_move(state, stage)

    return fits


def _known(state: Problem) -> bool:
    return state.known


def _measures(state: Problem) -> bool:
    return bool(state.open_measures)


def _has_cases(state: Problem) -> bool:
    return bool(state.cases)


def _assessed_again(state: Problem) -> bool:
    return state.stage != "found" and may_move(state, "assessed")


def _droppable(state: Problem) -> bool:
    return state.stage != "rechecked" and may_move(state, "closed")


def _unmeasured(state: Problem) -> bool:
    return state.stage in ("assessed", "long_term") or (state.stage == "measured" and not state.open_measures)


def _under_way(state: Problem) -> bool:
    return state.stage == "measured" and bool(state.open_measures)
