"""Somebody leaves a post: what else they still do is named before it is written and after, with one key to end all of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from commandcenter.desk.reference import Reference
from commandcenter.domain.organisation import Branch, Group
from commandcenter.domain.roster import Appointment, Place
from commandcenter.domain.roster_acts import Remaining, leave_all, remaining
from commandcenter.ui import when
from commandcenter.ui.parts.basic import Label
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.overlay import Sheet
from commandcenter.ui.parts.screen import Context
from commandcenter.ui.parts.sending import Sending
from commandcenter.ui.words import ROLES, word

translate = QCoreApplication.translate


def held_words(reference: Reference, still: Remaining) -> list[str]:
    """One line for each post still held and for each absence somebody stands in."""
    people = reference.directory.people
    found = [f"{word(ROLES, post.role)} {_where(reference, post)}".strip() for post in still.posts]
    for one in still.absences:
        name = people[one.person].name if one.person in people else ""
        found.append(translate("Leaving", "stands in for {name}").format(name=name))
    return found


def still_words(reference: Reference, person: str, ended: str) -> str:
    """Before it is written: what somebody does besides the post that ends; empty when that is all."""
    still = remaining(reference.directory, person, (ended,))
    if not still:
        return ""
    name = reference.directory.people[person].name
    words = translate("Leaving", "{name} also: {posts}. Once this is saved one key ends these, too.")
    return words.format(name=name, posts="、".join(held_words(reference, still)))


def _where(reference: Reference, post: Appointment) -> str:
    family, _, key = post.target.partition("/")
    if family == "unit":
        return reference.unit_name(key)
    named: Mapping[str, Mapping[str, Place | Group | Branch]] = {
        "place": reference.directory.places,
        "group": reference.groups,
        "branch": reference.branches,
    }
    found = named.get(family, {}).get(key)
    return found.name if found is not None else ""


@dataclass(frozen=True, slots=True)
class Left:
    """A post somebody leaves: the appointment that ends from ``at`` (epoch milliseconds), and why."""

    person: str
    appointment: str
    at: int
    reason: str = ""


class StillHeld(Sheet):
    """Opens once a post has ended: leave the rest as it is (Esc), or end it on that same day (Ctrl+Enter). ``ended``: on disk."""

    ended = Signal(object)

    def __init__(self, context: Context, host: QWidget, left: Left, still: Remaining) -> None:
        look, reference = context.look, context.desk.reference
        name = reference.directory.people[left.person].name
        super().__init__(look, host.window(), translate("Leaving", "{name} still has").format(name=name), width=560)
        self._context, self._still, self._left = context, still, left
        self.posts = Label(look, "\n".join(held_words(reference, still)), "body", "1")
        self.posts.setWordWrap(True)
        why = Label(
            look,
            translate("Leaving", "Has this person left for good? Then nobody is there in these, either."),
            "body",
            "2",
        )
        why.setWordWrap(True)
        self.body.addWidget(why)
        self.body.addWidget(self.posts)
        self.body.addStretch(1)
        self.keep = Button(look, translate("Leaving", "Leave it so"), key="Esc")
        words = translate("Leaving", "End all {n} from {day}").format(
            n=len(held_words(reference, still)), day=when.day(left.at)
        )
        self.all_button = Button(look, words, key="Ctrl Enter", kind="danger")
        self.keep.clicked.connect(self.dismiss)
        self.all_button.clicked.connect(self.end_all)
        for button in (self.keep, self.all_button):
            self.add_button(button)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.end_all)
        self.closed.connect(self.deleteLater)
        self.present(self.keep)

    def end_all(self) -> None:
        """Ctrl+Enter: everything ends on that day, as one act."""
        command = leave_all(self._still, self._left.at, self._context.desk.clock.now(), self._left.reason)
        said = translate("Leaving", "All ended; who is needed there is listed as vacant.")
        Sending(self._context, command, said, self).done.connect(self.ended)


def ask_rest(context: Context, host: QWidget, left: Left) -> StillHeld | None:
    """Once a post has ended: what its holder still does, if anything, in a sheet."""
    directory = context.desk.reference.directory
    still = remaining(directory, left.person, (left.appointment,))
    return StillHeld(context, host, left, still) if still and left.person in directory.people else None
