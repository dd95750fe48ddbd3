"""The form that makes somebody a duty clerk or a leader: role, name, phone, title."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from commandcenter.desk.desk import Desk
from commandcenter.domain.command import Command
from commandcenter.domain.roster_acts import DUTY_TITLES, Newcomer, on_duty
from commandcenter.ui.parts.forms import Field, FormSheet
from commandcenter.ui.theme.look import Look
from commandcenter.ui.words import ROLES, word

DRAFT = "settings.duty"


class DutySheet(FormSheet):
    """Enter somebody who may sign in and stand on a shift."""

    def __init__(self, look: Look, desk: Desk, host: QWidget) -> None:
        self._desk = desk
        fields = [
            Field(
                "role",
                self.tr("Role"),
                kind="choice",
                choices=[(role, word(ROLES, role)) for role in DUTY_TITLES],
                value="clerk",
            ),
            Field("name", self.tr("Name"), required=True),
            Field("phone", self.tr("Phone"), required=True, hint="138 0000 0000"),
            Field("post", self.tr("Title"), hint=self.tr("empty: as the role")),
        ]
        title = self.tr("New duty clerk or leader")
        super().__init__(look, host, title, fields, send=self.tr("Enter"), now=desk.clock.now)
        self.caption.setText(self.tr("whoever has this number in the roster already gets the post"))
        self.keep_draft(DRAFT, desk.save_draft, desk.drafts().get(DRAFT, ""))

    def command(self, values: Mapping[str, Any]) -> Command:
        """The command for what was entered. Refuses as ``on_duty`` does."""
        newcomer = Newcomer(str(values["name"]), str(values["phone"]), str(values["post"]))
        keys = (self._desk.new_id(), self._desk.new_id())
        now = self._desk.clock.now()
        return on_duty(self._desk.reference.directory, str(values["role"]), newcomer, now, keys)
