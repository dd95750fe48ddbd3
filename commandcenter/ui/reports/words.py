"""The words of the reports tab: items, steps of the chain, where a text came from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from commandcenter.domain.report_chain import Link
from commandcenter.domain.sitrep_items import Item, Source
from commandcenter.ui import when

translate = QCoreApplication.translate


def item_word(name: str) -> str:
    """One of the ten basic items of an information report."""
    return {
        "received_at": translate("Report", "Time received"),
        "source": translate("Report", "Source"),
        "happened_at": translate("Report", "Time of the event"),
        "place": translate("Report", "Place"),
        "nature": translate("Report", "Nature"),
        "extent": translate("Report", "Extent"),
        "loss": translate("Report", "Loss, casualties"),
        "trend": translate("Report", "Trend"),
        "measures": translate("Report", "Leaders and measures"),
        "needs": translate("Report", "Requests, suggestions"),
    }.get(name, name)


def stage_word(stage: str, rank: int) -> str:
    """Initial report, update 1, final report, supplement 1."""
    words = {
        "initial": translate("Report", "Initial report"),
        "update": translate("Report", "Update {n}"),
        "final": translate("Report", "Final report"),
        "supplement": translate("Report", "Supplement {n}"),
    }
    return words.get(stage, stage).format(n=rank)


def link_word(link: Link) -> str:
    """The name of a step of the chain."""
    if link.name == "phone":
        return translate("Report", "Initial report by phone")
    if link.name == "written":
        return translate("Report", "Initial report in writing")
    if link.name == "supplement" and link.state != "done" and link.rank == 1:
        return translate("Report", "Changed casualties again")
    return stage_word(link.name, link.rank)


def source_words(source: Source, drill: bool) -> str:
    """Where a text came from, and when that was recorded."""
    at = when.clock(source.at) if source.at is not None else ""
    words = {
        "case": translate("Report", "case {time}"),
        "blown": translate("Report", "whistle {time}"),
        "guess": translate("Report", "first guess {time}"),
        "place": translate("Report", "place confirmed {time}"),
        "fact": translate("Report", "key fact {time}"),
        "note": translate("Report", "log {time}"),
        "leader": translate("Report", "leader {time}"),
        "action": translate("Report", "first action {time}"),
        "post": translate("Report", "command post {time}"),
        "board": translate("Report", "report-in board"),
        "order": translate("Report", "orders {n}"),
        "report": translate("Report", "report {n}, {time}"),
        "hand": translate("Report", "by hand {time}"),
    }.get(source.kind, source.kind)
    return words.format(time=at, n=source.count).strip()


def sources_words(item: Item, drill: bool = False) -> str:
    """Where the text of an item came from, the newest of each kind once."""
    if not item.sources:
        return translate("Report", "not on record")
    newest: dict[str, Source] = {}
    for source in item.sources:
        before = newest.get(source.kind)
        if before is None or (source.at or 0) >= (before.at or 0):
            newest[source.kind] = source
    return translate("Report", ", ").join(source_words(source, drill) for source in newest.values())


def join(parts: Sequence[str]) -> str:
    """Parts of a caption."""
    return " · ".join(part for part in parts if part)
