"""Consultations (会商): hard cases before everybody concerned."""

from __future__ import annotations

from commandcenter.ui.parts.screen import Screen


class ConsultationsScreen(Screen):
    """A tab of its room."""

    name = "consultations"

    def title(self) -> str:
        return self.tr("Consultations")
