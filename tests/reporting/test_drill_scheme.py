"""F15 before a drill is held: the scheme and the script. Every page bears the mark, nothing missing is passed over."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from commandcenter.desk.door import open_door
from commandcenter.desk.engine import Done
from commandcenter.desk.printing_job import document_data, print_document
from commandcenter.domain import drill
from commandcenter.domain.drill_acts import ApproveDrill, FoundDrill, SubmitDrill
from commandcenter.domain.refusal import Refused
from commandcenter.exchange.founding import sample_office
from commandcenter.journal.ids import uuid7
from commandcenter.reporting.words import word
from paper_text import squeezed
from tests.conftest import NOW

Pages = Callable[[bytes], list[str]]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A sample office with one approved drill: its folder, the drill's subject."""
    folder = tmp_path_factory.mktemp("drills") / "data"
    folder.mkdir()
    door = open_door(folder, _now)
    try:
        assert isinstance(door.submit(sample_office(NOW, _new_id)), Done)
        told = {"needed": True, "text": "演练公告", "area": "望潮街", "publish_on": "2026-07-25"}
        roles = {"director": {"people": "沈建勋", "note": "现场"}, "controller": {"people": "龚静怡", "count": 3}}
        made = door.submit(
            FoundDrill(scenario="SC01", fields={"name": "下半年演练", "announcement": told}, roles=roles)
        )
        assert isinstance(made, Done)
        key = made.subjects[0].partition("/")[2]
        for command in (SubmitDrill(drill=key), ApproveDrill(drill=key, name="莫少华")):
            assert isinstance(door.submit(command), Done)
    finally:
        door.close()
    return folder, f"drill/{key}"


def _now() -> int:
    return NOW


def _new_id() -> str:
    return uuid7(NOW)


def text_of(folder: Path, form: str, subject: str) -> str:
    data, mode = document_data(str(folder), "", form, subject, now=NOW)
    assert mode == "drill"
    return squeezed(str(data))


def test_the_scheme_tells_what_a_leader_signs(office: tuple[Path, str]) -> None:
    text = text_of(*_with("drill_scheme", office))
    for words in (
        "下半年演练",
        "RQ-01",
        "60秒内吹哨",
        "沈建勋",
        "演练停止",
        "【演练】演练公告",
        "莫少华",
        "指挥协调",
        "2026-07-25",
    ):
        assert words in text, words
    assert "未定" in text, "the day is not set, and says so"


def test_the_script_is_for_who_controls(office: tuple[Path, str]) -> None:
    text = text_of(*_with("drill_script", office))
    for words in (
        "不发参演单位",
        "【演练】阀门关了",
        "【演练】燃气队追问",
        "优：1分钟内说清三样",
        "电台",
        "澜川燃气抢修一队",
    ):
        assert words in text, words
    assert "沈建勋" not in text


def test_every_page_bears_the_mark(office: tuple[Path, str], pages: Pages) -> None:
    folder, subject = office
    for form in ("drill_scheme", "drill_script"):
        pdf: Any = print_document(_unwatched, str(folder), "", form, subject)["pdf"]
        found = pages(pdf)
        assert len(found) >= 2
        for page in found:
            assert "演练" in page
            assert "演-FA-" in page
            assert f"共{len(found)}页" in squeezed(page)


def test_every_scenario_can_be_printed(office: tuple[Path, str]) -> None:
    folder, _ = office
    for number in range(1, 17):
        text = text_of(folder, "drill_script", f"drill/SC{number:02d}")
        assert "未写应变" not in text
        assert "情景库内容" in text_of(folder, "drill_scheme", f"drill/SC{number:02d}")


def test_what_is_not_known_is_not_printed(office: tuple[Path, str]) -> None:
    with pytest.raises(Refused, match="nothing_to_print"):
        document_data(str(office[0]), "", "drill_scheme", "drill/none")


def test_every_code_has_its_word_on_paper() -> None:
    codes = {
        "drill_form": drill.FORMS,
        "drill_content": drill.CONTENTS,
        "drill_purpose": drill.PURPOSES,
        "drill_role": drill.ROLES,
        "inject_channel": drill.CHANNELS,
        "drill_grade": drill.GRADES,
    }
    for family, known in codes.items():
        for code in known:
            assert word(family, code) != code, (family, code)


def _with(form: str, office: tuple[Path, str]) -> tuple[Path, str, str]:
    folder, subject = office
    return folder, form, subject


def _unwatched(_done: int, _of: int) -> None:
    """Nobody looks at the progress."""
