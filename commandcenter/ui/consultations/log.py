"""The log of a consultation in the user's words."""

# mypy: disable-error-code="dict-item"

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP

from commandcenter.desk.reference import Reference
from commandcenter.domain.consultation import Consultation
from commandcenter.domain.event import Fact
from commandcenter.ui import when
from commandcenter.ui.bank_words import ABOUT, PRESENCE, bank_word
from commandcenter.ui.parts.matterlog import Lines

LINES: Lines = {
    "opened": (QT_TRANSLATE_NOOP("ConsultationLog", "Planned for {at}"), "calendar-days", "order"),
    "amended": (QT_TRANSLATE_NOOP("ConsultationLog", "Moved or corrected {at}"), "pencil", "system"),
    "item_added": (QT_TRANSLATE_NOOP("ConsultationLog", "On the agenda: {item}"), "plus", "situation"),
    "item_dropped": (QT_TRANSLATE_NOOP("ConsultationLog", "Off the agenda: item {title}"), "x", "system"),
    "item_moved": (QT_TRANSLATE_NOOP("ConsultationLog", "Order of the agenda changed"), "arrow-up-down", "system"),
    "item_discussed": (QT_TRANSLATE_NOOP("ConsultationLog", "On {title}"), "message-square", "situation"),
    "attended": (QT_TRANSLATE_NOOP("ConsultationLog", "{unit}: {presence}"), "users", "system"),
    "held": (QT_TRANSLATE_NOOP("ConsultationLog", "The meeting was held"), "users-round", "order"),
    "decided": (QT_TRANSLATE_NOOP("ConsultationLog", "Decided for {unit} on {title}"), "clipboard-check", "order"),
    "decision_ended": (QT_TRANSLATE_NOOP("ConsultationLog", "Decision ended: {title}"), "check", "situation"),
    "minuted": (QT_TRANSLATE_NOOP("ConsultationLog", "The minutes stand"), "file-check", "order"),
    "closed": (QT_TRANSLATE_NOOP("ConsultationLog", "Closed: every decision is ended"), "circle-check", "order"),
    "called_off": (QT_TRANSLATE_NOOP("ConsultationLog", "Called off"), "ban", "order"),
}


class Gaps:
    """What fills the gaps of the lines of one consultation; ``titles`` by ``about/key``."""

    def __init__(
        self, state: Consultation, titles: Mapping[str, tuple[str, str]], reference: Reference, now: int
    ) -> None:
        self._state, self._titles, self._reference, self._now = state, titles, reference, now

    def of(self, fact: Fact) -> Mapping[str, str]:
        """The gaps of one entry."""
        body = fact.body
        at = body.get("planned_at")
        return {
            "at": when.moment(at, self._now) if isinstance(at, int) else "",
            "item": " ".join(
                part for part in (bank_word(ABOUT, str(body.get("about", ""))), self._title(fact)) if part
            ),
            "unit": self._reference.unit_name(str(body.get("unit", ""))),
            "presence": bank_word(PRESENCE, str(body.get("presence", ""))),
            "title": self._title(fact),
        }

    def _title(self, fact: Fact) -> str:
        key = str(fact.body.get("item") or fact.body.get("id", ""))
        if fact.verb == "decision_ended":
            return next((one.words for one in self._state.decisions if one.id == key), "")
        item = next((one for one in self._state.items if one.id == key), None)
        if item is None:
            return ""
        number, title = self._titles.get(f"{item.about}/{item.key}", ("", ""))
        return title or number or ("" if fact.verb == "item_added" else item.words)
