"""How files and other cases of the same matter fold into a case. Two desks that merge crosswise agree on one that goes on."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from commandcenter.domain.case import Attachment, Case
from commandcenter.domain.case_fold_values import answer, including, instant, marked, moved, text
from commandcenter.domain.event import Fact
from commandcenter.domain.value import replace


def attached(state: Case, fact: Fact) -> Case:
    """A file was attached. Its name is never empty, so a private part that is gone tells that the file was erased by law."""
    digest = text(fact.body, "sha256")
    if not digest:
        return state
    size, media = instant(fact.body, "size") or 0, text(fact.body, "media")
    gone = "erased" if fact.erased else ""
    added = Attachment(digest, max(0, size), media, fact.happened_at, fact.words("name"), gone)
    others = tuple(kept for kept in state.attachments if kept.sha256 != digest)
    standing = next((kept for kept in state.attachments if kept.sha256 == digest and not kept.gone), None)
    return replace(state, attachments=(*others, standing or added))


def detached(state: Case, fact: Fact) -> Case:
    """A file was taken out again; it is kept and told of."""
    digest = text(fact.body, "sha256")
    lines = tuple(
        replace(kept, gone=kept.gone or "detached") if kept.sha256 == digest else kept for kept in state.attachments
    )
    return replace(state, attachments=lines)


# --- one matter, several cases ---------------------------------------------------------------------------------------


def merged(state: Case, fact: Fact) -> Case:
    """This case goes on in another one."""
    into = text(fact.body, "into")
    if not into or into == state.id or state.merged_into:
        return marked(state, fact, "illegal_move")
    if into in state.absorbed:  # two desks merged crosswise: the one with the lower id goes on, on every desk
        if state.id < into:
            return marked(state, fact, "merged_crosswise")
        state = replace(state, absorbed=tuple(case for case in state.absorbed if case != into))
    before = state.stage
    state = moved(state, fact, "merged")
    return replace(state, merged_into=into, stage_before=before, closed_at=fact.happened_at)


def absorbed(state: Case, fact: Fact) -> Case:
    """Another case goes on in this one."""
    other = text(fact.body, "case")
    if not other or other == state.id:
        return marked(state, fact, "illegal_move")
    if other == state.merged_into:  # crosswise, told in the other order
        state = marked(state, fact, "merged_crosswise")
        if state.id > other:
            return state
        state = replace(state, stage=state.stage_before, stage_before="", merged_into="", closed_at=None)
    return replace(state, absorbed=including(state.absorbed, other))


def split(state: Case, fact: Fact) -> Case:
    """Taken apart again. Told of the one that goes on (``case`` is the other), or of the duplicate itself."""
    other = text(fact.body, "case")
    if other:
        return replace(state, absorbed=tuple(case for case in state.absorbed if case != other))
    if state.stage != "merged":
        return marked(state, fact, "illegal_move")
    return replace(state, stage=state.stage_before, stage_before="", merged_into="", closed_at=None)


def linked(state: Case, fact: Fact) -> Case:
    """Another case of the same matter, with the reason."""
    other = text(fact.body, "case")
    links = {**state.links, other: text(fact.body, "reason", "related")} if other else state.links
    return replace(state, linked=including(state.linked, other), links=links)


def unlinked(state: Case, fact: Fact) -> Case:
    """The other case is no longer linked."""
    other = text(fact.body, "case")
    links = {case: reason for case, reason in state.links.items() if case != other}
    return replace(state, linked=tuple(case for case in state.linked if case != other), links=links)


def also_told(state: Case, fact: Fact) -> Case:
    """The caller of a merged case heard the result; what they answered stays theirs."""
    if not fact.body.get("reached"):
        return replace(state, callbacks=state.callbacks + 1)
    return replace(
        state,
        also_told_at=fact.happened_at,
        callbacks=state.callbacks + 1,
        solved=answer(fact.body, "solved"),
        satisfied=answer(fact.body, "satisfied"),
    )


BELONGINGS: Mapping[str, Callable[[Case, Fact], Case]] = {
    "absorbed": absorbed,
    "also_told": also_told,
    "attached": attached,
    "detached": detached,
    "linked": linked,
    "merged": merged,
    "split": split,
    "unlinked": unlinked,
}
"""Verb → how it folds."""
