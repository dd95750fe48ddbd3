"""Requests to erase personal data of cases: asked for or due, signed by two, carried out for good, or declined with a reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from commandcenter.desk.desk import Desk
from commandcenter.desk.erasures import RETENTION, kept_too_long
from commandcenter.desk.read import Read
from commandcenter.domain.command import Batch, Command
from commandcenter.domain.erasure_request import MOST_CASES, ErasureRequest
from commandcenter.domain.erasure_request_acts import (
    AddToErasure,
    CarryOutErasure,
    DeclineErasure,
    DropFromErasure,
    OpenErasure,
    SignErasure,
)
from commandcenter.domain.event import Fact
from commandcenter.domain.masking import mask_known, mask_name
from commandcenter.domain.privacy import masked_facts
from commandcenter.journal.journal import Changes
from commandcenter.journal.reading.case_query import CaseRow
from commandcenter.ui import when
from commandcenter.ui.parts.factlist import Known
from commandcenter.ui.parts.forms import Field
from commandcenter.ui.parts.matterlog import Lines, log_rows
from commandcenter.ui.parts.mattertab import Act, MatterTab
from commandcenter.ui.parts.printing import print_form
from commandcenter.ui.parts.rows import RowPainter
from commandcenter.ui.parts.screen import Context, Hints, Toast
from commandcenter.ui.parts.sending import Sending
from commandcenter.ui.parts.stagebar import Step
from commandcenter.ui.parts.timeline import TimelineRow
from commandcenter.ui.settings.erasure_sheet import PickCases
from commandcenter.ui.settings.erasure_words import REASON_WORDS, STAGE_WORDS, ListedPainter, RequestPainter, told
from commandcenter.ui.settings.section import Section
from commandcenter.ui.wording import refusal

# mypy: disable-error-code="dict-item"

translate = QCoreApplication.translate

MOST_DUE = 5000
"""So many cases whose time is over are made into requests with one key; the next key takes the next."""

_LINES: Lines = {
    "opened": (QT_TRANSLATE_NOOP("ErasureLog", "Listed: {cases} cases"), "list-checks", "order"),
    "cases_added": (QT_TRANSLATE_NOOP("ErasureLog", "{cases} more cases; to be signed anew"), "plus", "order"),
    "case_dropped": (QT_TRANSLATE_NOOP("ErasureLog", "A case taken off; to be signed anew"), "minus", "order"),
    "signed": (QT_TRANSLATE_NOOP("ErasureLog", "Signed"), "pencil", "order"),
    "private_erased": (
        QT_TRANSLATE_NOOP("ErasureLog", "What the request said was erased with it"),
        "trash-2",
        "system",
    ),
    "done": (QT_TRANSLATE_NOOP("ErasureLog", "Erased"), "circle-check", "order"),
    "cleared": (QT_TRANSLATE_NOOP("ErasureLog", "Files and backups cleared"), "check", "system"),
    "declined": (QT_TRANSLATE_NOOP("ErasureLog", "Declined"), "circle-x", "order"),
}


class ErasureBoard(MatterTab):
    """The requests, the cases of the chosen one, what is known of it and what happened."""

    name = "erasures"
    family = "erasure_request"
    state_type = ErasureRequest
    cared = frozenset({"person", "case", "limit"})
    shares = (40, 60)
    detail_shares = (62, 38)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.sheet: PickCases | None = None
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(0, 0, 0, 0)

    def title(self) -> str:
        return self.tr("Requests to erase")

    # -- what there is ---------------------------------------------------------------------------------------------

    def acts(self) -> Sequence[Act]:
        key = Qt.Key
        return (
            Act("new", key.Key_N, self.tr("New request"), "plus", self.new),
            Act("due", key.Key_R, self.tr("Time over"), "clock", self.list_due),
            Act("sign", key.Key_S, self.tr("Sign"), "pencil", self.sign, _unsigned, step=True),
            Act("carry", key.Key_Delete, self.tr("Erase for good"), "trash-2", self.carry_out, _signed, step=True),
            Act("clear", key.Key_K, self.tr("Clear files and backups"), "check", self.clear, _uncleared, step=True),
            Act("add", key.Key_A, self.tr("Add cases"), "plus", self.add, _open, on_line=True),
            Act("drop", key.Key_D, self.tr("Take off"), "minus", self.drop, _open, on_line=True),
            Act("decline", key.Key_X, self.tr("Decline"), "circle-x", self.decline, _open),
        )

    def row_painters(self) -> tuple[RowPainter, RowPainter]:
        return RequestPainter(self.look, self), ListedPainter(self.look, self)

    def nothing(self) -> tuple[str, str, str]:
        words = self.tr("N finds a person by number or name; R lists archived cases whose time is over.")
        return "shield-check", self.tr("No request to erase"), words

    def lines_title(self) -> str:
        return self.tr("Cases on the list, masked")

    def head(self, state: ErasureRequest) -> tuple[str, str]:
        parts = (told(REASON_WORDS, state.reason), told(STAGE_WORDS, state.stage))
        return state.number, " · ".join(part for part in parts if part)

    def steps(self, state: ErasureRequest) -> tuple[Sequence[Step], str]:
        order = ("listed", "first", "signed", "done")
        if state.stage == "declined":
            order = ("listed", "declined")  # type: ignore[assignment]
        return [Step(code, told(STAGE_WORDS, code)) for code in order], state.stage

    def facts(self, state: ErasureRequest) -> Sequence[Known]:
        now = self.now()
        late = state.open and state.term is not None and state.term.due_at < now
        until = when.moment(state.term.due_at, now) if state.term is not None else when.UNKNOWN
        signed = "、".join(self.person(one.person) for one in state.signatures)
        found = [
            Known(self.tr("Asked by"), mask_name(state.asker) or when.UNKNOWN),
            Known(self.tr("Told"), mask_known(state.words, state.asker)),
            Known(self.tr("Answer until"), until if state.open else "", "red" if late else "1"),
            Known(self.tr("Signed by"), signed or self.tr("nobody yet; two people have to")),
        ]
        if state.declined_at is not None:
            found.append(Known(self.tr("Declined because"), state.why or when.UNKNOWN))
        if state.done_at is not None:
            counts = self.tr("{cases} cases, {files} files")
            words = counts.format(cases=state.counts.get("cases", 0), files=state.counts.get("files", 0))
            found.append(Known(self.tr("Erased"), words))
            found += self._files(state)
        return found

    def _files(self, state: ErasureRequest) -> list[Known]:
        if state.cleared_at is None:
            return [Known(self.tr("Files, backups"), self.tr("not cleared yet"), "amb")]
        copies = self.tr("{n} printed files").format(n=state.cleared.get("copies", 0))
        return [
            Known(self.tr("New backup"), _broken(state.backup)),
            Known(self.tr("Removed"), "、".join([copies, *map(_broken, state.removed)])),
            Known(self.tr("By hand"), "、".join(map(_broken, state.left)), "red" if state.left else "1"),
        ]

    def lines(self, state: ErasureRequest) -> Sequence[CaseRow]:
        rows = {row.id: row for row in self.desk.read.cases.by_id(list(state.cases))} if state.cases else {}
        return [rows[case] for case in state.cases if case in rows]

    def log(self, state: ErasureRequest, facts: Sequence[Fact]) -> Sequence[TimelineRow]:
        def gaps(fact: Fact) -> dict[str, str]:
            cases = fact.body.get("cases")
            return {"cases": str(len(cases)) if isinstance(cases, list | tuple) else when.UNKNOWN}

        return log_rows(masked_facts(facts, state.asker), "ErasureLog", _LINES, gaps, self.person, self.now())

    def load(self) -> None:
        """The chosen request stays in the list when it ends, so that one sees its files go."""
        self._wanted = self._wanted or (self.state.id if self.state is not None else "")
        super().load()

    # -- acting ----------------------------------------------------------------------------------------------------

    def new(self, cases: Sequence[str] = ()) -> None:
        """N: find a person, tick the cases, make the request."""
        self.sheet = PickCases(
            self.context, self.window(), self.tr("Request to erase"), self.tr("List them"), asks=True, begin=cases
        )
        self.sheet.picked.connect(self._on_new)
        self.sheet.open_sheet()

    def _on_new(self, values: Mapping[str, Any]) -> None:
        self._send(OpenErasure(**values), self.tr("Listed; two people sign now"))

    def add(self) -> None:
        """A: more cases; what was signed falls away."""
        self.sheet = PickCases(self.context, self.window(), self.tr("Add cases"), self.tr("Add"), asks=False, begin=())
        self.sheet.caption.setText(self.state.number)
        self.sheet.picked.connect(self._on_add)
        self.sheet.open_sheet()

    def _on_add(self, values: Mapping[str, Any]) -> None:
        self._send(AddToErasure(request=self.state.id, cases=values["cases"]), self.tr("Added; to be signed anew"))

    def _send(self, command: Command, said: str) -> None:
        Sending(self.context, command, said, self.sheet).done.connect(self._on_done)

    def drop(self) -> None:
        """D: the chosen case comes off the list."""
        if self.line is not None:
            self.acting.send(DropFromErasure(request=self.state.id, case=self.line.id))

    def sign(self) -> None:
        """S: one of two signatures, by whoever is signed in here; the other one signs in with F10 first."""
        actor = self.desk.who().actor
        person = self.desk.reference.directory.people.get(actor)
        if person is None or any(one.person == actor for one in self.state.signatures):
            code = "not_your_signature" if person is None else "two_people_needed"
            self.services.toast.emit(Toast(refusal(code, {}), kind="warn"))
            return
        request = self.state.id

        def make(values: Mapping[str, Any]) -> Command:
            return SignErasure(request=request, person=values["person"])

        field = Field("person", self.tr("Who signs"), "choice", actor, [(actor, person.name)], wide=True)
        below = self.tr("{n} cases are erased for good once two people have signed.").format(n=len(self.state.cases))
        self.acting.open(
            f"erasures.sign.{request}", self.tr("Sign the list"), self.state.number, [field], self.tr("Sign"), make,
            said=self.tr("Signed"), below=below,
        )  # fmt: skip

    def carry_out(self) -> None:
        """Del: for good. The words are typed, so that no key slipped does it."""
        request, number = self.state.id, self.state.number
        asked = self.tr("Type the number of the request to erase its {n} cases").format(n=len(self.state.cases))

        def make(values: Mapping[str, Any]) -> Command:
            if values["number"].strip().upper() != number.upper():
                raise ValueError("number")
            return CarryOutErasure(request=request)

        below = self.tr(
            "Names, numbers, words and files of these cases, drafts, printed files and our older backups go. A new backup is"
            " made first. Nothing of it can be brought back."
        )
        self.acting.open(
            f"erasures.carry.{request}", self.tr("Erase for good"), number,
            [Field("number", asked, required=True, wide=True, hint=number)], self.tr("Erase"), make,
            said=self.tr("Erased; files and backups are being cleared"), danger=True, below=below,
        )  # fmt: skip

    def clear(self) -> None:
        """K: go through files and backups now; the desk does it by itself within the hour, too."""
        self.desk.erasures.follow()

    def decline(self) -> None:
        """X: not carried out; whoever asked is told why, on paper."""
        request = self.state.id

        def make(values: Mapping[str, Any]) -> Command:
            return DeclineErasure(request=request, words=values["words"])

        field = Field("words", self.tr("What whoever asked is told"), "lines", required=True, wide=True)
        self.acting.open(
            f"erasures.decline.{request}", self.tr("Decline"), self.state.number, [field], self.tr("Decline"), make,
            said=self.tr("Declined; Ctrl+P prints the answer"),
        )  # fmt: skip

    def list_due(self) -> None:
        """R: archived cases whose time is over become requests of at most 500 cases each."""
        limit = self.desk.reference.limit(RETENTION)
        if limit is None:
            self.services.toast.emit(Toast(self.tr("The office has no limit for keeping archived cases."), kind="warn"))
            return
        before = self.now() - limit.milliseconds

        def work(read: Read) -> list[str]:
            return kept_too_long(read, before, MOST_DUE)

        self.desk.ask(work).done.connect(self._on_due)

    def _on_due(self, cases: list[str]) -> None:
        if not cases:
            self.services.toast.emit(Toast(self.tr("No archived case has been kept too long.")))
            return
        parts = [tuple(cases[start : start + MOST_CASES]) for start in range(0, len(cases), MOST_CASES)]
        command = Batch(commands=tuple(OpenErasure(reason="retention", cases=part) for part in parts))
        said = self.tr("{n} cases whose time is over, in {m} requests").format(n=len(cases), m=len(parts))
        self.acting.send(command, said)

    def print_(self) -> None:
        """Ctrl+P: the list (F20), or the answer to whoever asked."""
        if self.state is not None:
            form = "erasure_answer" if self.state.stage == "declined" else "erasure_list"
            print_form(self.context, self, (form, f"erasure_request/{self.state.id}"))

    def _on_done(self, done: Any) -> None:
        super()._on_done(done)
        self.desk.erasures.follow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.view.hasFocus():
            event.ignore()
            return
        super().keyPressEvent(event)


class ErasureSection(Section):
    """The requests among the settings."""

    name = "erasures"
    icon = "trash-2"
    families = frozenset({"erasure_request", "limit", "person"})

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(context, host)
        self.board = ErasureBoard(context)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.board)

    @staticmethod
    def words() -> str:
        return translate("Settings", "Erasing personal data")

    @staticmethod
    def counted(desk: Desk) -> str:
        count = desk.read.matters.count("erasure_request", "listed", "first", "signed")
        return str(count) if count else ""

    def caption(self) -> str:
        return self.tr("two people sign; what is erased cannot be brought back")

    def hints(self) -> Hints:
        return (*self.board.hints()[1:], ("Ctrl P", self.tr("print")))

    def reload(self, changes: Changes) -> None:
        self.board.load()

    def tick(self, now: int) -> None:
        self.board.tick(now)

    def show_what(self, what: Mapping[str, Any]) -> None:
        self.board.show_what(what)
        if what.get("erase_case"):
            self.board.new((str(what["erase_case"]),))

    def where(self) -> Mapping[str, Any]:
        return self.board.where()

    def come(self) -> None:
        self.board.view.setFocus()


def _unsigned(state: ErasureRequest) -> bool:
    return state.stage in ("listed", "first")


def _signed(state: ErasureRequest) -> bool:
    return state.stage == "signed"


def _open(state: ErasureRequest) -> bool:
    return state.open


def _uncleared(state: ErasureRequest) -> bool:
    return state.done_at is not None and state.cleared_at is None


def _broken(name: str) -> str:
    """A file's name that may go on in the next line behind each dash."""
    return name.replace("-", "-\u200b")
