"""The log of a matter in the user's words: each entry a line, with the time, the author and what was said."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QCoreApplication

from commandcenter.domain.event import Fact
from commandcenter.ui import when
from commandcenter.ui.parts.timeline import TimelineRow
from commandcenter.ui.words import clock_word, with_words

translate = QCoreApplication.translate

Lines = Mapping[str, tuple[str, str, str]]
"""Verb → (words with gaps, icon, sort). The words are the source text of a translation."""
Gaps = Callable[[Fact], Mapping[str, str]]
"""What fills the gaps of an entry's words."""


def log_rows(
    facts: Iterable[Fact], context: str, lines: Lines, gaps: Gaps, person: Callable[[str], str], now: int
) -> list[TimelineRow]:
    """The lines of a log by the time they happened: the hour alone only for what happened today (``now``).

    ``context`` is that of the translations of ``lines``.
    """
    rows = []
    for fact in sorted(facts, key=lambda fact: (fact.happened_at, fact.hlc, fact.id)):
        if fact.verb == "deadline_acknowledged":
            continue
        if fact.verb == "deadline_raised":
            if fact.body.get("threshold") != "due":
                continue
            clock = str(fact.body.get("clock", ""))
            reminder = clock.startswith("remind:")
            template = (
                translate("MatterLog", "Due: {clock}") if reminder else translate("MatterLog", "Overdue: {clock}")
            )
            words = template.format(clock=clock_word(clock.removeprefix("remind:")))
            symbol, sort = ("bell", "system") if reminder else ("octagon-alert", "alarm")
        else:
            source, symbol, sort = lines.get(fact.verb, (fact.kind, "circle", "system"))
            words = translate(context, source)
            for gap, value in gaps(fact).items():
                words = words.replace("{" + gap + "}", value)
            said = translate("MatterLog", "the words were erased by law") if fact.erased else fact.words("words")
            words = with_words(words, said)
        author = person(fact.actor) if fact.actor else ""
        late = translate("MatterLog", "entered late") if fact.late else ""
        by = " · ".join(part for part in (author, late) if part)
        rows.append(TimelineRow(str(fact.id), when.moment(fact.happened_at, now), symbol, words, by, sort))
    return rows
