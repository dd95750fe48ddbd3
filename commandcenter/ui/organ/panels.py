"""The panels of the command post: site, people, legal limits, groups, meetings, decisions, hand-overs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from commandcenter.ui.organ.painters import (
    DecisionPainter,
    FactLines,
    GroupPainter,
    HandPainter,
    HintGrid,
    LimitList,
    MeetingPainter,
)
from commandcenter.ui.parts.basic import Empty, Panel
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.factlist import Known
from commandcenter.ui.parts.listpanel import ListPanel
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate


class FactPanel(Panel):
    """Facts under a head with one act; the site's has its ticks below."""

    def __init__(self, look: Look, title: str, act: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(look, title, "", parent, head=40)
        self.act = Button(look, act, key=key, small=True)
        self.add_to_head(self.act)
        self.facts = FactLines(look)
        self.body.addWidget(self.facts)

    def show_facts(self, facts: Sequence[Known]) -> None:
        """Show facts."""
        self.facts.show_facts(facts)


class SitePanel(FactPanel):
    """Where the post stands, and what the site was looked at for."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, translate("Organ", "Site and safety"), translate("Organ", "Choose"), "A", parent)
        self.hints = HintGrid(look)
        self.body.addWidget(self.hints)


class LimitPanel(Panel):
    """What a street may not do at a scene."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, translate("Organ", "By law"), "", parent, head=40)
        self.limits = LimitList(look)
        self.body.addWidget(self.limits)
        self.body.addStretch(1)


def groups_panel(look: Look) -> ListPanel:
    """The working groups."""
    empty = Empty(look, "users", translate("Organ", "No groups"), translate("Organ", "G opens one"))
    return ListPanel(
        look,
        translate("Organ", "Working groups"),
        GroupPainter(look),
        empty,
        act=translate("Organ", "Group"),
        key="G",
    )


def meetings_panel(look: Look) -> ListPanel:
    """The meetings."""
    empty = Empty(look, "clipboard-list", translate("Organ", "No meeting yet"), translate("Organ", "B records one"))
    return ListPanel(
        look,
        translate("Organ", "Meetings"),
        MeetingPainter(look),
        empty,
        act=translate("Organ", "Meeting"),
        key="B",
    )


def decisions_panel(look: Look) -> ListPanel:
    """The decision log."""
    empty = Empty(
        look,
        "clipboard-check",
        translate("Organ", "Nothing is decided yet"),
        translate("Organ", "D records a decision; what is known then is kept with it by itself."),
    )
    return ListPanel(
        look,
        translate("Organ", "Decision log"),
        DecisionPainter(look),
        empty,
        act=translate("Organ", "Decision"),
        key="D",
        titled=True,
    )


def hands_panel(look: Look) -> ListPanel:
    """Shifts, hand-overs and the end."""
    empty = Empty(
        look,
        "handshake",
        translate("Organ", "Not relieved, not handed over"),
        translate("Organ", "N changes the shift, H hands over, W withdraws."),
    )
    return ListPanel(look, translate("Organ", "Shifts and hand-overs"), HandPainter(look), empty)
