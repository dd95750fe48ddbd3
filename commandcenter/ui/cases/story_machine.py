"""Lines of the story about decisions on the way of a case and about its end: who decided what, who was told what and how."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from commandcenter.domain.case import CHECKS
from commandcenter.domain.event import Fact
from commandcenter.domain.value import whole
from commandcenter.ui import when
from commandcenter.ui.case_words import ANSWERS, RESULTS, ROUTES, SATISFACTIONS, SERVICES, WAYS, case_word
from commandcenter.ui.case_words import CHECKS as CHECK_WORDS

translate = QCoreApplication.translate
Names = Callable[[str], str]
Line = tuple[str, str, str]


class Machine:
    """Words an entry of the machine. ``person`` and ``unit`` name what stands in it by its id; ``now`` is the instant shown."""

    def __init__(self, now: int, person: Names, unit: Names) -> None:
        self._now, self._person, self._unit = now, person, unit

    def line(self, fact: Fact) -> Line | None:
        """Words, icon and sort of an entry; None for one that is told elsewhere."""
        make: Mapping[str, Callable[[Fact], Line]] = {
            "refused": self._refused,
            "disputed": self._disputed,
            "dispute_ruled": self._ruled,
            "handed": self._handed,
            "submitted": self._submitted,
            "instructed": self._instructed,
            "contacted": self._contacted,
            "extension_asked": self._extension_asked,
            "extension_granted": self._extension_granted,
            "extension_denied": self._extension_denied,
            "suspension_asked": self._suspension_asked,
            "suspended": self._suspended,
            "suspension_denied": self._suspension_denied,
            "suspension_reviewed": self._suspension_reviewed,
            "noticed": self._noticed,
            "fed_back": self._fed_back,
            "verified": self._verified,
            "called_back": self._called_back,
            "redone": self._redone,
            "closed": self._closed,
            "looked_back": self._looked_back,
        }
        found = make.get(fact.verb)
        return found(fact) if found is not None else None

    def _day(self, fact: Fact, name: str) -> str:
        return when.moment(whole(fact.body.get(name)), self._now)

    def _leader(self, fact: Fact, name: str) -> str:
        """The leader of a decision: by id in the body, by name in the private part."""
        told = fact.body.get(name)
        return self._person(told) if isinstance(told, str) and told else fact.words(name)

    def _by(self, fact: Fact, name: str = "approver") -> str:
        leader = self._leader(fact, name)
        return translate("Story", "by {leader}").format(leader=leader) if leader else ""

    def _refused(self, fact: Fact) -> Line:
        reason = case_word(ROUTES, str(fact.body.get("reason", "")))
        told = translate("Story", "the caller was told: {words}").format(words=fact.words("words"))
        return _joined(translate("Story", "Not accepted"), reason, told), "ban", "situation"

    def _disputed(self, fact: Fact) -> Line:
        words = translate("Story", "{unit} disputes the duty: {words}")
        words = words.replace("{unit}", self._unit(str(fact.body.get("unit", "")))).replace(
            "{words}", fact.words("words")
        )
        basis = translate("Story", "basis: {words}").format(words=fact.words("basis")) if fact.words("basis") else ""
        proposed = fact.body.get("proposed")
        other = translate("Story", "proposes {unit}").format(unit=self._unit(str(proposed))) if proposed else ""
        return _joined(words, basis, other), "circle-help", "situation"

    def _ruled(self, fact: Fact) -> Line:
        unit = self._unit(str(fact.body.get("unit", "")))
        words = translate("Story", "The special team decides: {unit} has the duty").format(unit=unit)
        return _joined(words, fact.words("words")), "badge-check", "order"

    def _handed(self, fact: Fact) -> Line:
        service = case_word(SERVICES, str(fact.body.get("service", "")))
        words = translate("Story", "Handed to {service}; tracked here").format(service=service)
        return _joined(words, fact.words("words")), "siren", "order"

    def _submitted(self, fact: Fact) -> Line:
        words = translate("Story", "Put before {leader}").format(leader=self._leader(fact, "leader") or when.UNKNOWN)
        return _joined(words, fact.words("words")), "landmark", "order"

    def _instructed(self, fact: Fact) -> Line:
        words = translate("Story", "Instruction of {leader}: {words}")
        words = words.replace("{leader}", self._leader(fact, "leader") or when.UNKNOWN)
        return words.replace("{words}", fact.words("words")), "landmark", "order"

    def _contacted(self, fact: Fact) -> Line:
        reached = fact.body.get("reached")
        words = translate("Story", "Citizen reached") if reached else translate("Story", "Citizen not reached")
        unit = fact.body.get("unit")
        way = case_word(WAYS, fact.channel) if fact.channel in WAYS else ""
        icon = "phone-call" if reached else "phone-missed"
        return _joined(words, way, self._unit(str(unit)) if unit else "", fact.words("words")), icon, "situation"

    def _extension_asked(self, fact: Fact) -> Line:
        words = translate("Story", "More time asked for: {words}").replace("{words}", fact.words("words"))
        wanted = (
            translate("Story", "until {day}").format(day=self._day(fact, "wanted")) if "wanted" in fact.body else ""
        )
        citizen = case_word(ANSWERS, str(fact.body.get("told", "")))
        return _joined(words, wanted, citizen, fact.words("answer")), "hourglass", "situation"

    def _extension_granted(self, fact: Fact) -> Line:
        words = translate("Story", "More time granted, until {day}").format(day=self._day(fact, "due_at"))
        return _joined(words, self._by(fact), fact.words("words")), "hourglass", "order"

    def _extension_denied(self, fact: Fact) -> Line:
        return (
            _joined(translate("Story", "More time denied"), self._by(fact), fact.words("words")),
            "hourglass",
            "order",
        )

    def _suspension_asked(self, fact: Fact) -> Line:
        words = translate("Story", "Suspension asked for: {words}").replace("{words}", fact.words("words"))
        plan = translate("Story", "plan: {words}").format(words=fact.words("plan")) if fact.words("plan") else ""
        told = fact.words("told")
        told = translate("Story", "the citizen was told: {words}").format(words=told) if told else ""
        return _joined(words, plan, told), "pause", "situation"

    def _suspended(self, fact: Fact) -> Line:
        words = translate("Story", "Suspended; the limit stands still")
        return _joined(words, self._by(fact), self._review(fact), fact.words("words")), "pause", "order"

    def _review(self, fact: Fact) -> str:
        if "review_at" not in fact.body:
            return ""
        return translate("Story", "looked at next {day}").format(day=self._day(fact, "review_at"))

    def _suspension_denied(self, fact: Fact) -> Line:
        words = translate("Story", "Suspension not approved")
        return _joined(words, self._by(fact), fact.words("words")), "pause", "order"

    def _suspension_reviewed(self, fact: Fact) -> Line:
        words = translate("Story", "Suspension reviewed: {words}").replace("{words}", fact.words("words"))
        return _joined(words, self._review(fact)), "eye", "situation"

    def _noticed(self, fact: Fact) -> Line:
        words = translate("Story", "Public notice: {words}").replace("{words}", fact.words("words"))
        where = fact.words("where")
        until = translate("Story", "until {day}").format(day=self._day(fact, "until")) if "until" in fact.body else ""
        return _joined(words, where, until), "megaphone", "order"

    def _fed_back(self, fact: Fact) -> Line:
        unit = self._unit(str(fact.body.get("unit", "")))
        parts = [translate("Story", "{unit} fed back").format(unit=unit)]
        for side, label in (
            ("citizen", translate("Story", "to the citizen")),
            ("hotline", translate("Story", "to the hotline")),
        ):
            way = case_word(WAYS, str(fact.body.get(f"{side}_by", "")))
            at = when.moment(whole(fact.body.get(f"{side}_at")), self._now) if f"{side}_at" in fact.body else ""
            how = " ".join(part for part in (label, way, at) if part)
            parts.append(f"{how}：{fact.words(f'to_{side}')}")
        return _joined(*parts), "message-square-text", "situation"

    def _verified(self, fact: Fact) -> Line:
        passed = fact.body.get("passed", True)
        words = translate("Story", "Verified: passed") if passed else translate("Story", "Verified: not passed")
        way = case_word(WAYS, str(fact.body.get("way", "")))
        checker = fact.words("checker")
        return _joined(words, checker, way, fact.words("words")), "eye", "situation" if passed else "alarm"

    def _called_back(self, fact: Fact) -> Line:
        return _joined(_answers(fact.body), fact.words("words")), "phone", "situation"

    def _redone(self, fact: Fact) -> Line:
        words = translate("Story", "To be done again: {words}").replace("{words}", fact.words("words"))
        due = translate("Story", "until {day}").format(day=self._day(fact, "due_at")) if "due_at" in fact.body else ""
        return _joined(words, due, self._by(fact)), "rotate-ccw", "alarm"

    def _closed(self, fact: Fact) -> Line:
        parts = [
            translate("Story", "Closed"),
            case_word(RESULTS, str(fact.body.get("result", ""))),
            fact.words("words"),
        ]
        if fact.words("cause"):
            parts.append(translate("Story", "cause: {words}").format(words=fact.words("cause")))
        if fact.words("prevention"):
            parts.append(translate("Story", "prevention: {words}").format(words=fact.words("prevention")))
        checks = fact.body.get("checks")
        if isinstance(checks, Mapping):
            parts.append(
                " ".join(f"{'✓' if checks.get(code) is True else '—'}{case_word(CHECK_WORDS, code)}" for code in CHECKS)
            )
        leader = self._leader(fact, "leader")
        parts.append(translate("Story", "signed: {leader}").format(leader=leader) if leader else "")
        return _joined(*parts), "circle-check", "order"

    def _looked_back(self, fact: Fact) -> Line:
        recurred = fact.body.get("recurred")
        words = (
            translate("Story", "Looked back: it came back")
            if recurred
            else translate("Story", "Looked back: still fine")
        )
        again = ""
        if "next_at" in fact.body:
            again = translate("Story", "looked at next {day}").format(day=self._day(fact, "next_at"))
        return _joined(words, fact.words("words"), again), "eye", "alarm" if recurred else "situation"


def _answers(body: Mapping[str, Any]) -> str:
    parts = []
    if "solved" in body:
        parts.append(translate("Story", "solved") if body["solved"] else translate("Story", "not solved"))
    level = body.get("satisfaction")
    if isinstance(level, str) and level:
        parts.append(case_word(SATISFACTIONS, level))
    elif "satisfied" in body:
        parts.append(translate("Story", "satisfied") if body["satisfied"] else translate("Story", "not satisfied"))
    told = "、".join(parts) or translate("Story", "not reached")
    return translate("Story", "Called back: {answers}").format(answers=told)


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
