"""The form of a shift: who leads, who sits, from when to when. Who else stands on it (the communities) stays."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from commandcenter.desk.desk import Desk
from commandcenter.domain.command import Command
from commandcenter.domain.record import AmendRecord, ListRecord, Record
from commandcenter.domain.roster import Directory
from commandcenter.ui import when
from commandcenter.ui.parts.forms import Field, FormSheet
from commandcenter.ui.theme.look import Look

CLERKS = 3


class ShiftSheet(FormSheet):
    """Edit a shift, or plan one when ``record`` is not known."""

    def __init__(self, look: Look, desk: Desk, host: QWidget, record: Record, key: str, starts: int, ends: int) -> None:
        self.record = record
        self._key = key
        people = [dict(line) for line in record.get("people", ())]
        self._others = [line for line in people if line.get("role") not in ("leader", "clerk")]
        leaders = [str(line.get("person")) for line in people if line.get("role") == "leader"]
        clerks = [str(line.get("person")) for line in people if line.get("role") == "clerk"]
        directory = desk.reference.directory
        fields = [
            Field(
                "leader",
                self.tr("Leader"),
                kind="choice",
                choices=_people(directory, "leader", leaders),
                value=leaders[0] if leaders else "",
                wide=True,
            )
        ]
        choices = _people(directory, "clerk", clerks)
        for place in range(CLERKS):
            fields.append(
                Field(
                    f"clerk{place}",
                    self.tr("Clerk {n}").format(n=place + 1),
                    kind="choice",
                    choices=choices,
                    value=clerks[place] if place < len(clerks) else "",
                )
            )
        fields += [
            Field("starts_at", self.tr("From"), kind="clock", value=starts, required=True),
            Field("ends_at", self.tr("To"), kind="clock", value=ends, required=True),
        ]
        if record.known:
            fields.append(Field("reason", self.tr("Why it changes"), required=True, wide=True))
        title = self.tr("Shift of {day}").format(day=when.date_with_weekday(starts))
        send = self.tr("Save") if record.known else self.tr("Plan it")
        super().__init__(look, host, title, fields, send=send, now=desk.clock.now)
        if self._others:
            self.caption.setText(
                self.tr("people of the communities who stay as they are: {n}").format(n=len(self._others))
            )

    def command(self, values: Mapping[str, Any]) -> Command | None:
        """The command for what was entered; None when nothing differs."""
        people: list[dict[str, Any]] = []
        if values["leader"]:
            people.append({"person": values["leader"], "role": "leader"})
        chosen = dict.fromkeys(values[f"clerk{place}"] for place in range(CLERKS))
        people += [{"person": person, "role": "clerk"} for person in chosen if person]
        people += self._others
        fields = {"starts_at": values["starts_at"], "ends_at": values["ends_at"], "people": people}
        if not self.record.known:
            return ListRecord(subject=f"shift/{self._key}", fields=fields)
        standing = [dict(line) for line in self.record.get("people", ())]
        if people == standing and all(self.record.get(name) == fields[name] for name in ("starts_at", "ends_at")):
            return None
        return AmendRecord(subject=f"shift/{self._key}", fields=fields, reason=str(values["reason"]))


def _people(directory: Directory, role: str, standing: list[str]) -> list[tuple[str, str]]:
    """Those who hold the role, and whoever stands there already."""
    keys = dict.fromkeys([*(post.person for post in directory.appointments if post.role == role), *standing])
    found = [(key, directory.people[key]) for key in keys if key in directory.people]
    return [("", "—"), *((key, f"{person.name}  {person.post}") for key, person in found)]
