"""Who has come to their post: marked by a key or a click, taken back only by an act of its own, and that can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from commandcenter.domain.duty import Shift
from commandcenter.ui import when
from commandcenter.ui.parts.screen import Context, Toast
from commandcenter.ui.parts.sending import Sending

if TYPE_CHECKING:
    from commandcenter.domain.duty_acts import SignInForShift


class AtPost(QObject):
    """Signs people in for a shift. ``name`` tells the screens apart that have one: an undo is meant for the one that told."""

    def __init__(self, context: Context, name: str, host: QObject) -> None:
        super().__init__(host)
        self._context = context
        self._action = f"{name}.at_post"
        self._gone: SignInForShift | None = None
        self._said = ""
        context.services.undo.connect(self._on_undo)

    def come(self, key: str, shift: Shift, person: str, name: str) -> None:
        """S: the person is at their post. Who is there already stays there, and it is said since when."""
        if _here(shift, person):
            words = self.tr("{name} has been at post since {time}; Shift+S takes it back")
            since = when.moment(shift.signed_in[person], self._context.desk.clock.now())
            self._context.services.toast.emit(Toast(words.format(name=name, time=since)))
            return
        from commandcenter.domain.duty_acts import SignInForShift  # not needed before the first window stands

        self._gone = None
        words = self.tr("{name}: at post; Shift+S takes it back").format(name=name)
        Sending(self._context, SignInForShift(shift=key, person=person), words)

    def take_back(self, key: str, shift: Shift, person: str, name: str) -> None:
        """Shift+S: it was a slip. Told with a way to undo it, which keeps the time at which they came."""
        if not _here(shift, person):
            words = self.tr("{name} has not signed in for this shift").format(name=name)
            self._context.services.toast.emit(Toast(words, kind="warn"))
            return
        from commandcenter.domain.duty_acts import SignInForShift, WithdrawShiftSignIn

        self._gone = SignInForShift(shift=key, person=person, happened_at=shift.signed_in[person])
        self._said = self.tr("{name}: not at post any more").format(name=name)
        Sending(self._context, WithdrawShiftSignIn(shift=key, person=person)).done.connect(self._on_gone)

    def undo(self) -> None:
        """Ctrl+Z: what was taken back last stands again."""
        again, self._gone = self._gone, None
        if again is not None:
            Sending(self._context, again, self.tr("At post again"))

    def _on_gone(self, _done: object) -> None:
        toast = Toast(self._said, "warn", self._action, self.tr("undo"), "Ctrl Z", seconds=10)
        self._context.services.toast.emit(toast)

    def _on_undo(self, action: str) -> None:
        if action == self._action:
            self.undo()


def _here(shift: Shift, person: str) -> bool:
    return person in shift.signed_in and person not in shift.life.left
