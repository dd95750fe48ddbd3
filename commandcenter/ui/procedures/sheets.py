"""The sheets of the screen of procedures: what a procedure is for, a step, and why a version is saved."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from commandcenter.domain.case import CHANNELS
from commandcenter.domain.limit import UNIT_MS, WORKED_MS
from commandcenter.domain.procedure import Step, hours_in
from commandcenter.ui.parts.forms import Field, FormSheet
from commandcenter.ui.parts.screen import Context
from commandcenter.ui.procedures.model import Draft
from commandcenter.ui.words import CHANNELS as CHANNEL_WORDS
from commandcenter.ui.words import word

translate = QCoreApplication.translate
Values = Mapping[str, Any]
Took = Callable[[Values], bool]
"""Takes what was entered; False leaves the sheet open."""


class ProcedureSheets(QObject):
    """Opens one sheet at a time over a screen."""

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(host)
        self._context, self._host = context, host
        self._took: Took | None = None
        self.sheet: FormSheet | None = None

    def _open(self, title: str, caption: str, fields: list[Field], send: str, took: Took) -> FormSheet:
        sheet = FormSheet(
            self._context.look, self._host.window(), title, fields, send=send, width=680,
            now=self._context.desk.clock.now,
        )  # fmt: skip
        sheet.caption.setText(caption)
        sheet.submitted.connect(self._on_submitted)
        self.sheet, self._took = sheet, took
        sheet.open_sheet()
        return sheet

    def _on_submitted(self, values: Values) -> None:
        if self.sheet is not None and self._took is not None and self._took(values):
            self.sheet.finish()

    def head(self, draft: Draft, took: Callable[[Draft], None]) -> None:
        """Name, what it is for, which cases it is suggested for."""
        channels = "、".join(word(CHANNEL_WORDS, code) for code in draft.channels)
        hint = "、".join(word(CHANNEL_WORDS, code) for code in CHANNELS)
        fields = [
            Field("name", translate("Procedures", "Name"), required=True, value=draft.name),
            Field("code", translate("Procedures", "Code"), value=draft.code),
            Field("about", translate("Procedures", "What it is for"), wide=True, value=draft.about),
            Field("kinds", translate("Procedures", "Kinds of cases (one a line)"), kind="lines", wide=True,
                  value="\n".join(draft.kinds)),
            Field("channels", translate("Procedures", "Channels it is suggested for"), wide=True, value=channels, hint=hint),
        ]  # fmt: skip
        codes = {word(CHANNEL_WORDS, code): code for code in CHANNELS}

        def take(v: Values) -> bool:
            told = [
                part.strip()
                for part in v["channels"].replace("，", "、").replace(",", "、").split("、")
                if part.strip()
            ]
            strange = next((part for part in told if part not in codes), "")
            if strange and self.sheet is not None:
                self.sheet.form.mark_wrong("channels")
                self.sheet.say(
                    translate("Procedures", "“{word}” is no channel: {known}.").format(word=strange, known=hint)
                )
                return False
            kinds = tuple(line.strip() for line in v["kinds"].splitlines() if line.strip())
            channels = tuple(codes[part] for part in told)
            took(replace(draft, name=v["name"], code=v["code"], about=v["about"], kinds=kinds, channels=channels))
            return True

        title = translate("Procedures", "What the procedure is for")
        self._open(title, draft.name, fields, translate("Procedures", "Take over"), take)

    def step(self, step: Step, took: Callable[[Step], None]) -> None:
        """One step."""
        limits = self._context.desk.reference.limits
        timed = [
            key for key, record in limits.items() if record.active and record.get("unit") in (*UNIT_MS, *WORKED_MS)
        ]
        choices = [("", translate("Procedures", "hours of its own, or none"))]
        choices += [(key, f"{limits[key].get('name', key)}（{key}）") for key in timed if key.startswith("case.")]
        fields = [
            Field("text", translate("Procedures", "What is done"), kind="lines", wide=True, required=True, value=step.text),
            Field("role", translate("Procedures", "Who does it"), value=step.role),
            Field("evidence", translate("Procedures", "What has to be shown (empty: nothing)"), value=step.evidence),
            Field("limit", translate("Procedures", "Limit of the office"), kind="choice", choices=choices, value=step.limit),
            Field("hours", translate("Procedures", "or so many hours"), value=f"{step.hours:g}" if step.hours else ""),
            Field("group", translate("Procedures", "Side by side with others: name of the branch"), value=step.group),
            Field("fork", translate("Procedures", "Branch"), kind="check", value=step.fork,
                  hint=translate("Procedures", "one of them is enough")),
        ]  # fmt: skip

        def take(v: Values) -> bool:
            hours = None
            if v["hours"]:
                try:
                    hours = hours_in(float(v["hours"].replace("，", ".")))
                except ValueError:
                    hours = None
                if hours is None and self.sheet is not None:
                    self.sheet.form.mark_wrong("hours")
                    self.sheet.say(translate("Procedures", "Hours: a number, at most a year."))
                    return False
            took(
                replace(
                    step,
                    text=v["text"],
                    role=v["role"],
                    evidence=v["evidence"],
                    limit=v["limit"],
                    hours=None if v["limit"] else hours,
                    group=v["group"],
                    fork=v["fork"] and bool(v["group"]),
                )
            )
            return True

        self._open(translate("Procedures", "Step"), "", fields, translate("Procedures", "Take over"), take)

    def why(self, draft: Draft, took: Callable[[str], None]) -> None:
        """Why a version is saved; cases that run keep the one they began with."""
        fields = [Field("reason", translate("Procedures", "What changed and why"), wide=True, required=True)]

        def take(v: Values) -> bool:
            took(v["reason"])
            return False

        caption = translate("Procedures", "version {n}; running cases keep the one they began with").format(
            n=draft.base + 1
        )
        self._open(translate("Procedures", "Save a version"), caption, fields, translate("Procedures", "Save"), take)
