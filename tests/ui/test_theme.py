"""The table of colours: every text is legible on every ground it is drawn on, in both themes (WCAG 2.2, 1.4.3 and 1.4.11)."""

from __future__ import annotations

import json
from itertools import product

import pytest
from commandcenter.resource import resource
from commandcenter.ui.theme.look import _DRILL, ROLES, THEMES

TOKENS: dict[str, dict[str, str]] = json.loads(resource("theme/tokens.json").read_text("utf-8"))
TEXT, EDGE = 4.5, 3.0

ON_GROUNDS = product(("tx1", "tx2", "tx3", "acc", "red", "amb", "ok"), ("bg0", "bg1", "bg2"))
ON_RAISED = product(("tx1", "tx2", "acc"), ("bg3", "inp"))
ON_SOFT = [(ink, ground) for ground in ("accS", "redS", "ambS") for ink in ("tx1", "tx2", "tx3")]
OF_ITS_KIND = [("acc", "accS"), ("red", "redS"), ("amb", "ambS")]
ON_FILLS = [("onfill", "accF"), ("onfill", "okF"), ("onred", "redF"), ("onamb", "ambF")]
PAIRS = [*ON_GROUNDS, *ON_RAISED, *ON_SOFT, *OF_ITS_KIND, *ON_FILLS, ("bg0", "tx1"), ("bg0", "tx3")]
"""(ink, ground): the pairs of design language 2 that carry words; the last two are the inverted chip and the grey badge."""


def luminance(color: str) -> float:
    """Relative luminance of ``#RRGGBB``, 0 to 1 (WCAG 2.2)."""
    channels = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast of two colours, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_measure_itself() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", THEMES)
def test_words_are_legible_on_their_ground(theme: str) -> None:
    tokens = TOKENS[theme]
    weak = {
        f"{ink} on {ground}": round(contrast(tokens[ink], tokens[ground]), 2)
        for ink, ground in PAIRS
        if contrast(tokens[ink], tokens[ground]) < TEXT
    }
    assert not weak


@pytest.mark.parametrize("theme", THEMES)
def test_words_stay_legible_when_a_drill_takes_the_red_away(theme: str) -> None:
    tokens = TOKENS[theme]
    drill = [(_DRILL.get(ink, ink), _DRILL.get(ground, ground)) for ink, ground in PAIRS]
    assert not [pair for pair in drill if contrast(tokens[pair[0]], tokens[pair[1]]) < TEXT]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("edge", ["ln3", "acc", "red", "amb", "ok"])
def test_the_edge_of_a_control_is_seen(theme: str, edge: str) -> None:
    tokens = TOKENS[theme]
    assert min(contrast(tokens[edge], tokens[ground]) for ground in ("bg0", "bg1", "bg2")) >= EDGE - 0.05


@pytest.mark.parametrize("theme", THEMES)
def test_red_and_amber_fills_differ_in_brightness_for_who_sees_no_hue(theme: str) -> None:
    assert contrast(TOKENS[theme]["redF"], TOKENS[theme]["ambF"]) >= 2.9


def test_both_themes_know_the_same_colours() -> None:
    assert set(TOKENS["dark"]) == set(TOKENS["light"])


def test_no_type_is_smaller_than_its_least() -> None:
    assert all(pixels >= (12 if role == "key" else 13) for role, (pixels, *_) in ROLES.items())
