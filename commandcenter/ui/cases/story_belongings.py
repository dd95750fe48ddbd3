"""Lines of the story about other cases of the same matter and about attached files."""

# mypy: disable-error-code="dict-item"

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from commandcenter.domain.event import Fact
from commandcenter.ui.words import with_words

translate = QCoreApplication.translate

LINKS: Mapping[str, str] = {
    "repeat": QT_TRANSLATE_NOOP("Joined", "repeat call"),
    "related": QT_TRANSLATE_NOOP("Joined", "related"),
    "recurred": QT_TRANSLATE_NOOP("Joined", "came back"),
}
"""Why two cases are linked, on the screen."""

_LINES: Mapping[str, tuple[str, str]] = {
    "merged": (QT_TRANSLATE_NOOP("Joined", "Merged into {case}; it goes on there"), "merge"),
    "absorbed": (QT_TRANSLATE_NOOP("Joined", "{case} was merged into this one"), "merge"),
    "linked": (QT_TRANSLATE_NOOP("Joined", "Linked with {case} ({why})"), "link"),
    "unlinked": (QT_TRANSLATE_NOOP("Joined", "No longer linked with {case}"), "link-2"),
    "attached": (QT_TRANSLATE_NOOP("Joined", "Attached: {name}"), "image"),
    "detached": (QT_TRANSLATE_NOOP("Joined", "An attachment was taken out again; the file is kept"), "file-x"),
}


def belonging_line(fact: Fact, case: Callable[[str], str]) -> tuple[str, str, str] | None:
    """Words, icon and sort of an entry about other cases or files; None for any other. ``case`` gives the number of one."""
    if fact.verb == "split":
        return _split(fact, case), "git-branch", "order"
    if fact.verb == "also_told":
        return _told(fact), "phone", "situation"
    if fact.verb not in _LINES:
        return None
    template, icon = _LINES[fact.verb]
    words = translate("Joined", template)
    other = str(fact.body.get("into") or fact.body.get("case") or "")
    why = LINKS.get(str(fact.body.get("reason")), "")
    name = fact.words("name") or (translate("Joined", "erased by law") if fact.erased else "")
    for key, value in (("case", case(other) if other else ""), ("why", translate("Joined", why) if why else "")):
        words = words.replace("{" + key + "}", value)
    sort = "order" if fact.verb in ("merged", "absorbed") else "situation"
    return with_words(words.replace("{name}", name), fact.words("words")), icon, sort


def _split(fact: Fact, case: Callable[[str], str]) -> str:
    other = str(fact.body.get("case") or "")
    if other:
        words = translate("Joined", "{case} was taken out again and goes on by itself").format(case=case(other))
    else:
        words = translate("Joined", "Taken out again; it goes on by itself")
    return with_words(words, fact.words("words"))


def _told(fact: Fact) -> str:
    if not fact.body.get("reached"):
        return with_words(translate("Joined", "The caller of this merged case was not reached"), fact.words("words"))
    answers = {
        ("solved", True): translate("Joined", "solved"),
        ("solved", False): translate("Joined", "not solved"),
        ("satisfied", True): translate("Joined", "satisfied"),
        ("satisfied", False): translate("Joined", "not satisfied"),
    }
    told = [words for (name, value), words in answers.items() if fact.body.get(name) is value]
    words = translate("Joined", "The caller of this merged case was told the result")
    return with_words(words, "、".join(part for part in (*told, fact.words("words")) if part))
