"""The faces of a document are chosen among what is installed, and what each can draw is known beforehand."""

from __future__ import annotations

from pathlib import Path

import pytest
from commandcenter.journal.trouble import Trouble
from commandcenter.reporting import fonts
from commandcenter.resource import resource

OURS = ("FandolFang R", "FandolHei", "FandolKai", "FandolSong", "Inter")


def test_our_own_faces_are_enough_for_every_role() -> None:
    faces = fonts.chosen(OURS)
    first = {role: chain[0] for role, chain in faces.chains.items()}
    assert first == {
        "fangsong": "FandolFang R",
        "title": "FandolSong",
        "hei": "FandolHei",
        "kai": "FandolKai",
        "song": "FandolFang R",
    }
    assert ("仿宋", "FandolFang R") in faces.substitutes
    assert faces.latin == ""


def test_the_official_face_wins_and_is_no_substitute() -> None:
    faces = fonts.chosen((*OURS, "FangSong", "SimHei", "simsun"))
    assert faces.chains["fangsong"][0] == "FangSong"
    assert faces.chains["hei"][0] == "SimHei"
    assert faces.chains["song"][0] == "simsun"
    assert [role for role, _ in faces.substitutes] == ["小标宋", "楷体"]


def test_only_installed_families_are_passed_on() -> None:
    here = {"FandolHei", "DejaVu Sans"}
    assert set(fonts.chosen(here).families) <= here


def test_without_a_chinese_family_it_is_a_loud_error() -> None:
    with pytest.raises(Trouble) as raised:
        fonts.chosen(("DejaVu Sans", "Inter", "Noto Sans CJK JP"))
    assert raised.value.code == "no_chinese_font"


def test_this_machine_has_what_the_repository_brings() -> None:
    assert set(OURS[:4]) <= set(fonts.installed().families())


@pytest.mark.parametrize("name", ["FandolFang-Regular", "FandolHei-Regular", "FandolKai-Regular", "FandolSong-Bold"])
def test_what_a_face_can_draw(name: str) -> None:
    ranges = list(fonts.mapped(resource(f"fonts/{name}.otf")))
    covered = {code for first, last in ranges for code in range(first, last + 1)}
    assert {ord(character) for character in "入人一大小工行水演练T+0123，。、：；“”（）〔〕—"} <= covered
    assert 0x1F600 not in covered
    assert 0xE863 not in covered


def test_a_torn_font_is_told(tmp_path: Path) -> None:
    torn = tmp_path / "torn.otf"
    torn.write_bytes(resource("fonts/FandolKai-Regular.otf").read_bytes()[:40])
    with pytest.raises(Trouble) as raised:
        list(fonts.mapped(torn))
    assert raised.value.code == "font_unreadable"
