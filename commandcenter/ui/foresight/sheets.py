"""The forms of an alert and of a rule."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QWidget

from commandcenter.desk.jobs import Job
from commandcenter.domain import foresight_acts as acts
from commandcenter.domain.command import Command
from commandcenter.domain.foresight import Foresight
from commandcenter.domain.foresight_rule import SCOPES as SCOPE_CODES
from commandcenter.domain.foresight_rule import SORTS as SORT_CODES
from commandcenter.domain.foresight_rule import Rule, check
from commandcenter.domain.record import AmendRecord, ListRecord
from commandcenter.domain.refusal import Refused
from commandcenter.ui.foresight.rules import kind_name, spot_name
from commandcenter.ui.foresight_words import SCOPES, SORTS, choices
from commandcenter.ui.parts.acting import Acting
from commandcenter.ui.parts.basic import Label
from commandcenter.ui.parts.forms import Field, FormSheet
from commandcenter.ui.parts.screen import Context
from commandcenter.ui.wording import refusal

translate = QCoreApplication.translate
Values = Mapping[str, Any]
PREVIEW_MS = 500


class ForesightSheets(QObject):
    """Opens the forms of alerts and rules."""

    def __init__(self, context: Context, host: QWidget, acting: Acting) -> None:
        super().__init__(host)
        self._context = context
        self._desk = context.desk
        self._acting = acting
        self._preview: RulePreview | None = None

    def _units(self) -> list[tuple[str, str]]:
        units = [one for one in self._desk.reference.units.values() if one.active and one.kind != "community"]
        rank = {"section": 0, "department": 1}
        return [(one.id, one.name) for one in sorted(units, key=lambda one: (rank.get(one.kind, 2), one.id))]

    def _communities(self) -> list[tuple[str, str]]:
        units = [one for one in self._desk.reference.units.values() if one.active and one.kind == "community"]
        return [
            ("", translate("Foresight", "none")),
            *((one.id, one.name) for one in sorted(units, key=lambda u: u.id)),
        ]

    def where(self, alert: Foresight) -> str:
        """The spot and kind of an alert in one line."""
        reference = self._desk.reference
        parts = (spot_name(alert, reference), kind_name(alert.category, reference))
        return " · ".join(part for part in parts if part)

    def rule(self, alert: Foresight) -> Rule:
        """The rule behind an alert; one without numbers when it was taken out of use."""
        found = next((rule for rule in self._desk.reference.foresight_rules if rule.id == alert.rule), None)
        return found if found is not None else Rule(alert.rule, alert.rule, "repeat")

    # -- alerts ----------------------------------------------------------------------------------------------------

    def dispatch(self, alert: Foresight) -> None:
        """D: a case before anybody complains, to whom the rule suggests."""
        rule, directory = self.rule(alert), self._desk.reference.directory
        place = directory.places.get(alert.spot)
        community = place.id if place is not None and place.kind == "community" else place.community if place else ""
        last = alert.episodes[-1]
        told = translate("Foresight", "{rule}: {n} cases. {advice}").format(
            rule=rule.name, n=last.count, advice=rule.advice
        )
        fields = [
            Field("unit", translate("Foresight", "Leading unit (suggested by the rule)"), "choice", value=rule.unit, choices=self._units()),
            Field("other", translate("Foresight", "Community too"), "choice", value=community, choices=self._communities()),
            Field("title", translate("Foresight", "Title"), value=self.where(alert)[:80], wide=True, required=True),
            Field("text", translate("Foresight", "What is to be done"), "lines", value=told, wide=True),
        ]  # fmt: skip

        def make(v: Values) -> Command:
            return acts.DispatchForesight(
                alert=alert.id,
                unit=v["unit"],
                others=(v["other"],) if v["other"] else (),
                title=v["title"],
                text=v["text"],
                place=alert.spot,
                community=community,
            )

        self._acting.open(
            f"foresight.{alert.id}.dispatch", translate("Foresight", "Send before anybody complains"), self.where(alert),
            fields, translate("Foresight", "Send"), make, said=translate("Foresight", "Sent; the spot is remembered."),
        )  # fmt: skip

    def false_alarm(self, alert: Foresight) -> None:
        """X: it says nothing, and why."""
        fields = [Field("words", translate("Foresight", "Why it says nothing"), "lines", wide=True, required=True)]
        self._acting.open(
            f"foresight.{alert.id}.false", translate("Foresight", "False"), self.where(alert), fields,
            translate("Foresight", "Enter"),
            lambda v: acts.JudgeForesight(alert=alert.id, verdict="false", words=v["words"]),
        )  # fmt: skip

    def useful(self, alert: Foresight) -> None:
        """Y: it says something."""
        self._acting.send(
            acts.JudgeForesight(alert=alert.id, verdict="useful"), translate("Foresight", "Noted: useful.")
        )

    def watch(self, alert: Foresight) -> None:
        """W: what was done, and how long the spot is watched."""
        last = alert.episodes[-1]
        fields = [
            Field("cause", translate("Foresight", "Cause"), value=last.cause, wide=True),
            Field("measure", translate("Foresight", "What was done"), "lines", value=last.measure, wide=True, required=True),
            Field("days", translate("Foresight", "Watched for days"), "number", value=self.rule(alert).watch_days, least=1),
        ]  # fmt: skip
        self._acting.open(
            f"foresight.{alert.id}.watch", translate("Foresight", "Watch the spot"), self.where(alert), fields,
            translate("Foresight", "Watch"),
            lambda v: acts.WatchForesight(
                alert=alert.id, cause=v["cause"], measure=v["measure"], days=v["days"] or 0
            ),
        )  # fmt: skip

    def close(self, alert: Foresight) -> None:
        """E: nobody has to watch any more."""
        watching = alert.stage == "watching"
        label = translate("Foresight", "How it ended") if watching else translate("Foresight", "Why it is closed")
        fields = [Field("words", label, "lines", wide=True, required=not watching)]
        self._acting.open(
            f"foresight.{alert.id}.close", translate("Foresight", "Close"), self.where(alert), fields,
            translate("Foresight", "Close"), lambda v: acts.CloseForesight(alert=alert.id, words=v["words"]),
        )  # fmt: skip

    # -- rules -----------------------------------------------------------------------------------------------------

    def edit_rule(self, rule: Rule | None) -> None:
        """The editor of a rule, with what it would have done in the last year below."""
        base = rule if rule is not None else Rule(self._desk.new_id(), "", "repeat")
        kinds = self._desk.reference.categories
        paths = {"/".join(path): key for key, path in kinds.items()}
        standing = " ".join("/".join(kinds[key]) for key in base.categories if key in kinds)
        fields = [
            Field("name", translate("Foresight", "Name"), value=base.name, wide=True, required=True),
            Field("sort", translate("Foresight", "What it looks at"), "choice", value=base.sort, choices=choices(SORTS, *SORT_CODES)),
            Field("scope", translate("Foresight", "Counted by"), "choice", value=base.scope, choices=choices(SCOPES, *SCOPE_CODES)),
            Field("count", translate("Foresight", "From how many cases"), "number", value=base.count, least=1),
            Field("days", translate("Foresight", "Within days"), "number", value=base.days, least=1),
            Field("percent", translate("Foresight", "Per cent more than usual, or in one hour"), "number", value=base.percent),
            Field("watch_days", translate("Foresight", "Watched for days"), "number", value=base.watch_days, least=1),
            Field("categories", translate("Foresight", "Kinds (empty: all), separated by blanks"), value=standing, wide=True,
                  hint="住房安全/房屋漏雨"),
            Field("include", translate("Foresight", "Words, one of which must be there"), value=" ".join(base.include)),
            Field("exclude", translate("Foresight", "Words that must not be there"), value=" ".join(base.exclude)),
            Field("unit", translate("Foresight", "Suggests"), "choice", value=base.unit,
                  choices=[("", translate("Foresight", "nobody")), *self._units()]),
            Field("by_kind", " ", "check", value=base.by_kind, hint=translate("Foresight", "each kind for itself")),
            Field("advice", translate("Foresight", "What it suggests"), value=base.advice, wide=True),
            Field("on", " ", "check", value=base.active, hint=translate("Foresight", "in use")),
        ]  # fmt: skip

        def fields_of(v: Values) -> dict[str, Any]:
            unknown = [path for path in v["categories"].split() if path not in paths]
            if unknown:
                raise ValueError("categories")
            return {
                **{name: v[name] for name in ("name", "sort", "scope", "unit", "advice", "by_kind", "on")},
                **{name: v[name] for name in ("count", "days", "percent", "watch_days") if v[name] is not None},
                "categories": [paths[path] for path in v["categories"].split()],
                "include": v["include"].split(),
                "exclude": v["exclude"].split(),
            }

        def make(v: Values) -> Command:
            subject = f"foresight_rule/{base.id}"
            if rule is None:
                return ListRecord(subject=subject, fields=fields_of(v))
            return AmendRecord(subject=subject, fields=fields_of(v))

        title = translate("Foresight", "Change the rule") if rule is not None else translate("Foresight", "New rule")
        sheet = self._acting.open(
            f"foresight.rule.{base.id if rule is not None else 'new'}", title,
            translate("Foresight", "being counted …"), fields,
            translate("Foresight", "Save"), make, said=translate("Foresight", "The rule is saved."), width=760,
        )  # fmt: skip
        self._preview = RulePreview(self._context, sheet, fields_of)


class RulePreview(QObject):
    """Counts, a moment after the last key, what the rule in a form would have done; in a child process."""

    def __init__(self, context: Context, sheet: FormSheet, fields_of: Callable[[Values], dict[str, Any]]) -> None:
        super().__init__(sheet)
        self._desk = context.desk
        self._sheet = sheet
        self._fields_of = fields_of
        self._job: Job | None = None
        self.label: Label = sheet.caption
        self.label.setText(translate("Foresight", "being counted …"))
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(PREVIEW_MS)
        self._wait.timeout.connect(self._ask)
        sheet.form.changed.connect(self._wait.start)
        self._wait.start()

    def _ask(self) -> None:
        try:
            fields = self._fields_of(self._sheet.form.values(self._desk.clock.now()))
            check(fields)
        except ValueError:
            self.label.setText(translate("Foresight", "Complete the rule to see what it would have done."))
            return
        except Refused as refused:
            self.label.setText(refusal(refused.code, refused.facts))
            return
        self.label.setText(translate("Foresight", "being counted …"))
        arguments = {**self._desk.child_arguments(), "now": self._desk.clock.now(), "fields": fields}
        if self._job is not None:
            self._job.cancel()  # what was typed before is not asked any more
        self._job = self._desk.start_job(
            "foresight", "commandcenter.desk.foresight_job:rehearse_rule", arguments, lane=self._desk.study
        )
        self._job.done.connect(self._on_done)
        self._job.failed.connect(self._on_failed)

    def _on_done(self, told: Mapping[str, int]) -> None:
        words = translate("Foresight", "It would have fired {n} times in the last year, and at {now} spots now.")
        self.label.setText(words.format(n=told["fired"], now=told["now"]))

    def _on_failed(self, trouble: Any) -> None:
        self.label.setText(refusal(trouble.code, trouble.facts))
