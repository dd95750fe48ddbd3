"""The screen of evaluation."""

from __future__ import annotations

from commandcenter.ui.parts.screen import Screen


class EvaluationScreen(Screen):
    """Evaluation."""

    name = "evaluation"

    def title(self) -> str:
        return self.tr("Evaluation")
