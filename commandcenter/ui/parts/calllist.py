"""A call list over any screen: whom to call next stands marked, one key for each outcome, the list goes on by itself."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from commandcenter.domain.call_list import CallList, Tick
from commandcenter.domain.call_list_acts import CallListCommand, CloseCallList, ReopenCallList, TickCall, UntickCall
from commandcenter.domain.roster import Directory
from commandcenter.journal.journal import Changes
from commandcenter.ui import when
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.basic import Label, row
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.overlay import Sheet
from commandcenter.ui.parts.printing import print_form
from commandcenter.ui.parts.rows import Column, Columns, KeyedRows, RowList, RowPainter
from commandcenter.ui.parts.screen import Context
from commandcenter.ui.parts.sending import Sending
from commandcenter.ui.roster_words import CALLS, roster_face
from commandcenter.ui.theme.look import Look
from commandcenter.ui.words import ROLES, word

translate = QCoreApplication.translate

_TONES = {"done": "ok", "warn": "amb", "red": "red"}


@dataclass(frozen=True, slots=True)
class CallRow:
    """Somebody of the list: who, for which post, the number, the last call and how many there were."""

    person: str
    name: str
    post: str
    phone: str
    tick: Tick | None
    calls: int
    caller: str = ""


def call_rows(state: CallList, directory: Directory, unit_name: dict[str, str]) -> list[CallRow]:
    """The lines of a list in their order. ``unit_name`` gives the names of units."""
    rows = []
    for line in state.lines:
        person = directory.people.get(line.person)
        family, _, key = line.target.partition("/")
        place = directory.places.get(key) if family in ("place", "unit") else None
        where = place.name if place is not None else unit_name.get(key, "")
        post = f"{word(ROLES, line.role)} {where}".strip() if line.role else where
        if line.instead_of:
            away = directory.people.get(line.instead_of)
            told = translate("CallListSheet", "{post}, for {name}")
            post = told.format(post=post, name=away.name if away is not None else "")
        tick = state.tick(line.person)
        caller = directory.people.get(tick.actor) if tick is not None else None
        rows.append(
            CallRow(
                line.person,
                person.name if person is not None else when.UNKNOWN,
                post,
                person.phone if person is not None else "",
                tick,
                len(state.calls(line.person)),
                caller.name if caller is not None else "",
            )
        )
    return rows


class _Painter(RowPainter):
    def __init__(self, look: Look, parent: QWidget) -> None:
        columns = [
            Column("state", translate("CallListSheet", "Call"), 112),
            Column("name", translate("CallListSheet", "Name"), 76),
            Column("post", translate("CallListSheet", "Post"), 140, 1),
            Column("phone", translate("CallListSheet", "Phone"), 130),
            Column("at", translate("CallListSheet", "When, by whom"), 130, drop=1, align="right"),
        ]
        super().__init__(look, Columns(look, columns), parent, height=36)
        self.now = 0

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: CallRow) -> None:
        look = self.look
        if column == "state":
            self._state(p, rect, row)
        elif column == "name":
            paint.elided(p, look, rect, row.name, "name", "tx1")
        elif column == "post":
            paint.elided(p, look, rect, row.post, "body", "tx2")
        elif column == "phone":
            words = row.phone or translate("CallListSheet", "no number")
            paint.elided(p, look, rect, words, "body", "tx1" if row.phone else "amb")
        elif row.tick is not None:
            told = " · ".join(part for part in (when.moment(row.tick.at, self.now), row.caller) if part)
            paint.text(p, look, rect, told, "caption", "tx3", paint.RIGHT)

    def _state(self, p: QPainter, rect: QRect, row: CallRow) -> None:
        look = self.look
        if row.tick is None:
            paint.elided(p, look, rect, translate("CallListSheet", "to call"), "caption", "tx3")
            return
        words, icon, level = roster_face(CALLS, row.tick.result)
        tone = _TONES.get(level, "tx2")
        size = look.px(15)
        p.drawPixmap(QPointF(rect.left(), rect.center().y() - size / 2), look.icon(icon, tone, size))
        if row.calls > 1:
            words = f"{words} ×{row.calls}"
        paint.elided(p, look, rect.adjusted(size + look.px(6), 0, 0, 0), words, "caption", tone)


class CallListSheet(Sheet):
    """The list. Space reached, X nobody answered, W wrong number, Backspace takes the last call back, D closes the list."""

    def __init__(self, context: Context, host: QWidget, call_list: str) -> None:
        look = context.look
        super().__init__(look, host.window(), "", width=920)
        self._context = context
        self._subject = f"call_list/{call_list}"
        self.state = CallList()
        self.number = Label(look, "", "timer")
        self.who = Label(look, "", "strong")
        self.body.addLayout(row(self.who, self.number, None, gap=14))
        self.model = KeyedRows(_key, _spoken, self)
        self._painter = _Painter(look, self)
        self.lines = RowList(look, self.model, self._painter, self.tr("Call list"))
        self.lines.view.moved.connect(self._on_moved)
        self.body.addWidget(self.lines, 1)
        self.print_button = Button(look, self.tr("Print"), key="Ctrl P", icon="printer", kind="ghost")
        self.close_button = Button(look, self.tr("Close list"), key="D", kind="ghost")
        self.undo_button = Button(look, self.tr("Take back"), key="⌫", kind="ghost")
        self.wrong_button = Button(look, self.tr("Wrong number"), key="W")
        self.none_button = Button(look, self.tr("No answer"), key="X")
        self.reached_button = Button(look, self.tr("Reached"), key="Space", kind="primary")
        for button, act in (
            (self.print_button, self._print),
            (self.close_button, self._close),
            (self.undo_button, self._untick),
            (self.wrong_button, self._wrong),
            (self.none_button, self._no_answer),
            (self.reached_button, self._reached),
        ):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(act)
            self.add_button(button)
        context.desk.changed.connect(self._on_changed)
        self.closed.connect(self.deleteLater)

    def open_sheet(self) -> None:
        """Show the list with the mark on whom to call next."""
        self._load()
        self.present(self.lines.view)
        self._to_next()

    def wanted_size(self) -> tuple[int, int]:
        return self.look.px(920), self.host.height() * 4 // 5

    # -- showing ---------------------------------------------------------------------------------------------------

    def _load(self) -> None:
        desk = self._context.desk
        self.state = desk.read.matters.one(CallList, self._subject)
        self._painter.now = desk.clock.now()
        names = {key: unit.name for key, unit in desk.reference.units.items()}
        self.model.show(call_rows(self.state, desk.reference.directory, names))
        self.title.setText(self.state.title)
        reached = self.state.reached()
        words = self.tr("reached {n} of {all}").format(n=reached, all=len(self.state.lines))
        if self.state.closed_at is not None:
            words = self.tr("{words} · closed").format(words=words)
        self.caption.setText(words)
        self.close_button.set_text(self.tr("Open again") if self.state.closed_at is not None else self.tr("Close list"))
        self._on_moved(self.lines.view.place)

    def _on_changed(self, changes: Changes) -> None:
        if self.isVisible() and ("*" in changes.subjects or self._subject in changes.subjects):
            self._load()

    def _on_moved(self, place: int) -> None:
        found: CallRow | None = self.model.row(place)
        self.who.setText(f"{found.name}  {found.post}" if found is not None else "")
        self.number.setText(found.phone if found is not None else "")

    def _to_next(self) -> None:
        self.lines.view.go(max(0, self.model.place_of(self.state.next_person())))

    # -- ticking ---------------------------------------------------------------------------------------------------

    @property
    def row(self) -> CallRow | None:
        """The line with the mark."""
        found: CallRow | None = self.model.row(self.lines.view.place)
        return found

    def _reached(self) -> None:
        self._tick("reached")

    def _no_answer(self) -> None:
        self._tick("no_answer")

    def _wrong(self) -> None:
        self._tick("wrong")

    def _tick(self, result: str) -> None:
        found = self.row
        if found is None:
            return
        if self.state.closed_at is not None:
            self.say(self.tr("The list is closed; D opens it again."))
            return
        self.say("")
        command = TickCall(call_list=self.state.id, person=found.person, result=result)
        self._send(command).done.connect(self._on_ticked)

    def _on_ticked(self, _done: object) -> None:
        self._load()
        self._to_next()

    def _untick(self) -> None:
        if self.row is not None:
            self._send(UntickCall(call_list=self.state.id, person=self.row.person))

    def _close(self) -> None:
        act = CloseCallList if self.state.closed_at is None else ReopenCallList
        self._send(act(call_list=self.state.id))

    def _send(self, command: CallListCommand) -> Sending:
        sending = Sending(self._context, command)
        sending.refused.connect(self._on_refused)
        return sending

    def _on_refused(self, _refused: object) -> None:
        self._load()

    def _print(self) -> None:
        print_form(self._context, self.host, ("roster_call_list", self._subject))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, control = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        acts = {
            Qt.Key.Key_Space: self._reached,
            Qt.Key.Key_X: self._no_answer,
            Qt.Key.Key_W: self._wrong,
            Qt.Key.Key_Backspace: self._untick,
            Qt.Key.Key_D: self._close,
        }
        if control and key == Qt.Key.Key_P:
            self._print()
        elif not control and key in acts:
            acts[Qt.Key(key)]()
        else:
            super().keyPressEvent(event)


def _key(found: CallRow) -> str:
    return found.person


def _spoken(found: CallRow) -> str:
    state = (
        roster_face(CALLS, found.tick.result)[0] if found.tick is not None else translate("CallListSheet", "to call")
    )
    return f"{found.name}, {found.post}, {found.phone}, {state}"
