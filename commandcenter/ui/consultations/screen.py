"""Consultations (会商), tab 会商 of the case room: hard cases before everybody concerned, and what was decided."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from commandcenter.desk.read import Read
from commandcenter.domain import consultation_acts as acts
from commandcenter.domain.clock import DAY, local
from commandcenter.domain.command import Batch
from commandcenter.domain.consultation import Consultation
from commandcenter.domain.event import Fact
from commandcenter.journal.reading.agenda import Candidate
from commandcenter.ui import when
from commandcenter.ui.bank_words import CONSULTATION_STAGES, PRESENCE, bank_word
from commandcenter.ui.consultations.candidates import CandidatesSheet
from commandcenter.ui.consultations.forms import ConsultationForms, units
from commandcenter.ui.consultations.lines import AgendaLine, lines_of, silent, titles
from commandcenter.ui.consultations.log import LINES, Gaps
from commandcenter.ui.consultations.presence import PresenceSheet, seats
from commandcenter.ui.consultations.rows import AgendaPainter, MeetingPainter
from commandcenter.ui.parts.factlist import Known
from commandcenter.ui.parts.matterlog import log_rows
from commandcenter.ui.parts.mattertab import Act, MatterTab
from commandcenter.ui.parts.printing import print_form
from commandcenter.ui.parts.rows import RowPainter
from commandcenter.ui.parts.screen import Context, Go, Hints, Toast
from commandcenter.ui.parts.stagebar import Step
from commandcenter.ui.parts.timeline import TimelineRow

_ON_AGENDA = ("planned", "held")
LOOKED_BACK_DAYS = 62


class ConsultationsScreen(MatterTab):
    """Alt+2, tab 会商."""

    name = "consultations"
    family = "consultation"
    state_type = Consultation
    cared = frozenset({"unit", "problem", "proposal"})
    shares = (31, 69)
    detail_shares = (68, 32)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.forms = ConsultationForms(self.acting, self.desk.reference)
        self.candidates: CandidatesSheet | None = None
        self.presence: PresenceSheet | None = None
        self._month_planned = True

    def title(self) -> str:
        return self.tr("Consultations")

    def caption(self) -> str:
        told = self.tr("running {n}").format(n=sum(one.closed_at is None for one in self.model.rows))
        if self._month_planned:
            return told
        return " · ".join((told, self.tr("none planned for this month yet")))

    # -- what there is ---------------------------------------------------------------------------------------------

    def acts(self) -> Sequence[Act]:
        key = Qt.Key
        return (
            Act("new", key.Key_N, self.tr("Plan a meeting"), "plus", self._plan),
            Act("fill", key.Key_G, self.tr("Hard cases"), "list-checks", self.ask_candidates, _empty, step=True),
            Act("hold", key.Key_H, self.tr("Hold it"), "users-round", self._hold, _holdable, step=True),
            Act("decide_next", key.Key_D, self.tr("Decide"), "clipboard-check", self._decide_next, _silent, step=True),
            Act("minutes", key.Key_M, self.tr("Write the minutes"), "file-check", self._minutes, _minutable, step=True),
            Act("done_next", key.Key_Space, self.tr("Decision done"), "check", self._done, _to_do, step=True),
            Act("close", key.Key_C, self.tr("Close"), "circle-check", self._close, _closable, step=True),
            Act("more", key.Key_G, self.tr("Hard cases"), "list-checks", self.ask_candidates, _on_agenda),
            Act("matter", key.Key_B, self.tr("Another matter"), "plus", self._matter, _on_agenda),
            Act("who", key.Key_I, self.tr("Who comes"), "users", self.ask_presence, _on_agenda),
            Act("rewrite", key.Key_M, self.tr("Minutes anew"), "file-check", self._minutes, _rewritable),
            Act("amend", key.Key_E, self.tr("Move, correct"), "pencil", self._amend, _planned),
            Act("call_off", key.Key_L, self.tr("Call it off"), "ban", self._call_off, _planned, shown=False),
            Act("decide", key.Key_D, self.tr("Decide"), "clipboard-check", self._decide, _held, on_line=True),
            Act("discuss", key.Key_S, self.tr("What was said"), "message-square", self._discuss, _held, on_line=True),
            Act("done", key.Key_Space, self.tr("Decision done"), "check", self._done, _decisions, on_line=True),
            Act("drop", key.Key_Q, self.tr("Drop the decision"), "circle-x", self._drop, _decisions, shown=False),
            Act("open", key.Key_O, self.tr("Open"), "arrow-right", self._open, _agenda, on_line=True),
            Act("off", key.Key_X, self.tr("Off the agenda"), "x", self._take_off, _has_items, on_line=True),
        )

    def row_painters(self) -> tuple[RowPainter, RowPainter]:
        return MeetingPainter(self.look, self), AgendaPainter(self.look, self.desk.reference, self)

    def nothing(self) -> tuple[str, str, str]:
        return (
            "users-round",
            self.tr("No consultation is planned"),
            self.tr("N plans one; G then puts the hard cases on its agenda."),
        )

    def lines_title(self) -> str:
        return self.tr("Agenda")

    def head(self, state: Consultation) -> tuple[str, str]:
        at = when.moment(state.held_at or state.planned_at, self.now())
        told = (state.number, at, state.place, bank_word(CONSULTATION_STAGES, state.stage))
        return state.title, " · ".join(part for part in told if part)

    def steps(self, state: Consultation) -> tuple[Sequence[Step], str]:
        order: tuple[str, ...] = ("planned", "held", "minuted", "closed")
        if state.stage == "called_off":
            order = ("planned", "called_off")
        return [Step(code, bank_word(CONSULTATION_STAGES, code)) for code in order], state.stage

    def facts(self, state: Consultation) -> Sequence[Known]:
        unknown, now = when.UNKNOWN, self.now()
        came = [unit for unit, presence in state.presence.items() if presence == "came"]
        asked = len(state.presence)
        left = len(state.open_decisions)
        over = sum(one.term is not None and one.term.due_at < now for one in state.open_decisions)
        decided = self.tr("{n}, open {left}").format(n=len(state.decisions), left=left)
        if over:
            decided += " · " + self.tr("over {n}").format(n=over)
        return (
            Known(self.tr("Planned for"), when.moment(state.planned_at, now)),
            Known(self.tr("Held"), when.moment(state.held_at, now) if state.held_at else ""),
            Known(self.tr("Where"), state.place or unknown),
            Known(self.tr("Chair"), state.chair or unknown),
            Known(self.tr("Meeting of the month"), self.tr("yes") if state.monthly else self.tr("no")),
            Known(
                self.tr("Attendance"),
                self.tr("invited {n}, came {came}").format(n=asked, came=len(came)) if asked else unknown,
            ),
            *(self._presence(state, code) for code in ("came", "excused", "missed", "invited")),
            Known(self.tr("Decisions"), decided if state.decisions else "", "red" if over else "1"),
            Known(self.tr("Summary"), state.summary),
            Known(self.tr("Signed by"), state.signed_by),
        )

    def _presence(self, state: Consultation, code: str) -> Known:
        name = self.desk.reference.unit_name
        told = [
            f"{name(unit)} {state.people.get(unit, '')}".strip()
            for unit, presence in state.presence.items()
            if presence == code
        ]
        return Known(bank_word(PRESENCE, code), "、".join(told), "amb" if code == "missed" else "2")

    def lines(self, state: Consultation) -> Sequence[AgendaLine]:
        return lines_of(self.desk, state)

    def log(self, state: Consultation, facts: Sequence[Fact]) -> Sequence[TimelineRow]:
        gaps = Gaps(state, titles(self.desk, state.items), self.desk.reference, self.now())
        return log_rows(facts, "ConsultationLog", LINES, gaps.of, self.person, self.now())

    def load(self) -> None:
        month = local(self.now()).strftime("%Y-%m")
        since = self.now() - LOOKED_BACK_DAYS * DAY
        self._month_planned = any(
            one.stage != "called_off" and local(one.held_at or one.planned_at or 0).strftime("%Y-%m") == month
            for one in self.desk.read.agenda.planned(since)
        )
        super().load()
        if self.presence is not None and self.state is not None:
            self.presence.show_seats(self.state)

    def more_hints(self) -> Hints:
        if self.state is not None and _on_agenda(self.state) and len(self.state.agenda) > 1:
            return (("Alt ↑↓", self.tr("order of the agenda")),)
        return ()

    # -- acting ----------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        key = Qt.Key(event.key())
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held == Qt.KeyboardModifier.AltModifier and key in steps:
            self._move(steps[key])
        else:
            super().keyPressEvent(event)

    def _move(self, by: int) -> None:
        line: AgendaLine | None = self.line
        if line is None or not _on_agenda(self.state):
            return
        # a place on the agenda; what was taken off stands between in the list of items
        agenda = [item.id for item in self.state.agenda]
        wanted = agenda.index(line.item.id) + by
        if not 0 <= wanted < len(agenda):
            return
        items = [item.id for item in self.state.items]
        place = items.index(agenda[wanted])
        self.acting.send(acts.MoveOnAgenda(consultation=self.state.id, item=line.item.id, place=place))

    def _plan(self) -> None:
        self.forms.plan(self.now())

    def ask_candidates(self) -> None:
        """G: what is hard now; the answer comes from a worker."""
        now, reference = self.now(), self.desk.reference
        near, times = reference.limit("consultation.review_near"), reference.limit("consultation.often")
        near_ms = near.milliseconds if near is not None else 0
        often = round(times.value) if times is not None else 1

        def work(read: Read) -> list[Candidate]:
            return read.agenda.candidates(now, near_ms, often)

        self.desk.ask(work).done.connect(self._on_candidates)

    def _on_candidates(self, found: list[Candidate]) -> None:
        if self.state is None or not _on_agenda(self.state):
            return
        standing = {f"{item.about}/{item.key}" for item in self.state.agenda}
        fresh = [one for one in found if one.id not in standing]
        if not fresh:
            self.services.toast.emit(
                Toast(self.tr("Nothing hard is left: no case is overdue, disputed or done again."))
            )
            return
        sheet = CandidatesSheet(self.look, self.window(), fresh, self.desk.reference, self.now())
        sheet.chosen.connect(self._on_chosen)
        self.candidates = sheet
        sheet.open_sheet()

    def _on_chosen(self, chosen: list[Candidate]) -> None:
        puts = tuple(
            acts.PutOnAgenda(
                consultation=self.state.id,
                about=one.about,
                key=one.key,
                unit=one.unit if one.unit in self.desk.reference.units else "",
                reason=" ".join(one.reasons),
            )
            for one in chosen
        )
        self.acting.send(Batch(commands=puts), self.tr("On the agenda: {n}").format(n=len(puts)))

    def ask_presence(self) -> None:
        """I: who is invited, who came."""
        sheet = PresenceSheet(self.look, self.window())
        sheet.told.connect(self._on_presence)
        sheet.asked.connect(self._on_came)
        sheet.closed.connect(self._on_presence_closed)
        self.presence = sheet
        sheet.open_sheet(seats(self.state, units(self.desk.reference)))

    def _on_presence(self, unit: str, presence: str) -> None:
        self.acting.send(acts.AttendConsultation(consultation=self.state.id, unit=unit, presence=presence))

    def _on_came(self, unit: str) -> None:
        self.forms.came(self.state, unit)

    def _on_presence_closed(self) -> None:
        self.presence = None

    def _matter(self) -> None:
        self.forms.matter(self.state)

    def _amend(self) -> None:
        self.forms.amend(self.state)

    def _call_off(self) -> None:
        self.forms.call_off(self.state)

    def _hold(self) -> None:
        held = self.tr("The meeting is on. D decides, S writes what was said")
        self.acting.send(acts.HoldConsultation(consultation=self.state.id), held)

    def _item_line(self) -> AgendaLine | None:
        """The item the keyboard is on; the first that nothing was said on when it is on none."""
        line: AgendaLine | None = self.line
        if line is not None:
            return line
        item = silent(self.state) or (self.state.agenda or (None,))[0]
        return next((one for one in self.line_model.rows if item is not None and one.item.id == item.id), None)

    def _decide_next(self) -> None:
        """The next step while the meeting is on: decide the chosen item, else the first one nothing was said on."""
        if self.line is None and (item := silent(self.state)) is not None:
            self.line_view.go(self.line_model.place_of(item.id))
        self._decide()

    def _decide(self) -> None:
        line = self._item_line()
        if line is not None:
            self.forms.decide(self.state, line, self.now())

    def _discuss(self) -> None:
        line = self._item_line()
        if line is not None:
            self.forms.discuss(self.state, line)

    def _take_off(self) -> None:
        line = self._item_line()
        if line is not None:
            self.forms.take_off(self.state, line)

    def _end(self, *, done: bool) -> None:
        line: AgendaLine | None = self.line
        chosen = line.decided if line is not None and line.decided is not None and not line.decided.ended else None
        one = chosen or self.state.open_decisions[0]
        self.forms.end(self.state, one.id, one.words, done=done)

    def _done(self) -> None:
        self._end(done=True)

    def _drop(self) -> None:
        self._end(done=False)

    def _minutes(self) -> None:
        self.forms.minutes(self.state)

    def _close(self) -> None:
        self.acting.send(acts.CloseConsultation(consultation=self.state.id), self.tr("Closed"))

    def _open(self) -> None:
        """O: what the item is about, on its own screen."""
        line = self._item_line()
        if line is None or line.item.about == "matter":
            return
        screen = {"case": "cases", "problem": "problems", "proposal": "proposals"}[line.item.about]
        self.services.go.emit(Go(screen, {line.item.about: line.item.key}))

    def print_(self) -> None:
        """Ctrl+P: the minutes; before the meeting its agenda."""
        if self.state is not None:
            form = "consultation_minutes" if self.state.held_at is not None else "consultation_agenda"
            print_form(self.context, self, (form, f"consultation/{self.state.id}"))


def _planned(state: Consultation) -> bool:
    return state.stage == "planned"


def _held(state: Consultation) -> bool:
    return state.stage == "held"


def _on_agenda(state: Consultation) -> bool:
    return state.stage in _ON_AGENDA


def _empty(state: Consultation) -> bool:
    return state.stage == "planned" and not state.agenda


def _holdable(state: Consultation) -> bool:
    return state.stage == "planned" and bool(state.agenda)


def _silent(state: Consultation) -> bool:
    return state.stage == "held" and silent(state) is not None


def _minutable(state: Consultation) -> bool:
    return state.stage == "held" and silent(state) is None


def _rewritable(state: Consultation) -> bool:
    return state.stage == "minuted"


def _to_do(state: Consultation) -> bool:
    return state.stage == "minuted" and bool(state.open_decisions)


def _decisions(state: Consultation) -> bool:
    return state.stage in ("held", "minuted") and bool(state.open_decisions)


def _closable(state: Consultation) -> bool:
    return state.stage == "minuted" and not state.open_decisions


def _agenda(state: Consultation) -> bool:
    return bool(state.agenda)


def _has_items(state: Consultation) -> bool:
    return _on_agenda(state) and bool(state.agenda)
