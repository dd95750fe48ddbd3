"""The first guess (J): how bad it is on each scale, and where everybody gathers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from commandcenter.desk.reference import Reference
from commandcenter.domain.whistle_scales import SCALES
from commandcenter.ui.parts.forms import Field, FormSheet
from commandcenter.ui.theme.look import Look
from commandcenter.ui.whistle.draft import WhistleDraft
from commandcenter.ui.words import SCALE_CODES, word
from commandcenter.ui.words import SCALES as SCALE_WORDS

translate = QCoreApplication.translate


class GuessForm(FormSheet):
    """Shows what the draft guesses so far; ``take_over`` puts what was chosen into it."""

    def __init__(self, look: Look, host: QWidget, draft: WhistleDraft, now: Callable[[], int]) -> None:
        title, send = translate("WhistleScreen", "First guess, assembly point"), translate("WhistleScreen", "Take over")
        super().__init__(look, host, title, _fields(draft, draft.reference), send=send, now=now)
        self.caption.setText(translate("WhistleScreen", "a first guess; the grade is not ours to publish"))
        self._draft = draft

    def take_over(self, values: Mapping[str, Any]) -> None:
        """What was chosen goes into the draft and the form closes."""
        self._draft.guesses = {scale: values[scale] for scale in SCALES}
        self._draft.assembly, self._draft.assembly_words = values["assembly"], values["assembly_words"]
        self.finish()


def _fields(draft: WhistleDraft, reference: Reference) -> list[Field]:
    guesses, unknown = draft.all_guesses, ("", translate("WhistleScreen", "unknown"))
    fields = []
    for scale, codes in SCALES.items():
        choices = [unknown, *((code, word(SCALE_CODES, code)) for code in codes)]
        fields.append(
            Field(scale, word(SCALE_WORDS, scale), kind="choice", choices=choices, value=guesses.get(scale, ""))
        )
    points = [
        ("", translate("WhistleScreen", "as the place has it")),
        *((one.id, one.name) for one in reference.directory.places.values() if one.kind == "assembly"),
    ]
    return [
        *fields,
        Field(
            "assembly",
            translate("WhistleScreen", "Assembly point"),
            kind="choice",
            choices=points,
            value=draft.assembly,
        ),
        Field("assembly_words", translate("WhistleScreen", "or in words"), value=draft.assembly_words),
    ]
