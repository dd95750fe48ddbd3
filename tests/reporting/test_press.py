"""The press: people's words come out as the same text, nothing is an empty box, the layout is the standard's."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
import typst
from commandcenter.domain.event import EventId
from commandcenter.journal.trouble import Trouble
from commandcenter.reporting import blocks, press
from commandcenter.reporting.fonts import Faces, chosen, faces
from commandcenter.reporting.paper import title_lines
from commandcenter.reporting.press import compile_pdf, page_count, readable
from commandcenter.resource import resource
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from paper_text import squeezed, without_standing_matter
from played_incident import Desk, play

HOSTILE = (
    r"#set page(width: 1cm) *粗* _斜_ $x^2$ \n @引用 <标签> `码` ~ -- --- // 注 /* 注 */ [方] {花} \u{41}",
    '"); #panic("x") "',
    "= 标题\n- 列表\n+ 编号\n/ 词: 义",
    "http://example.invalid/a_b*c",
    "一" * 5000,
    "A" * 600,
    "入人一大小工行水",
)


def log_of(*texts: str) -> dict[str, Any]:
    """A small document with these texts in its lines."""
    line = {
        "day": "2026年7月16日",
        "after": "T+00:00",
        "clock": "21:38:05",
        "sort": "吹哨",
        "marks": [],
        "by": "唐以宁",
    }
    return {
        "document": "command_log",
        "paper": {
            "office": "青榆街道办事处",
            "drill": False,
            "sample": False,
            "number": "YJ-2026-0716-A01",
            "title": "指挥记录",
            "private": True,
            "printed_at": "2026-07-17 09:38",
            "printed_by": "唐以宁",
            "stamp": 1_784_250_000,
            "prints": 0,
        },
        "basics": [{"name": "事件", "text": texts[0]}],
        "annex": [{**line, "text": text, "crossed": False, "strong": False} for text in texts],
    }


@pytest.mark.parametrize("text", HOSTILE, ids=[text[:12] for text in HOSTILE])
def test_peoples_words_are_text_and_never_markup(text: str, running_text: Callable[[bytes], str]) -> None:
    found = running_text(compile_pdf("command_log", log_of(text)))
    assert squeezed(readable(text)) in found


def test_signs_without_a_glyph_are_written_as_their_code(running_text: Callable[[bytes], str]) -> None:
    private, direction = "\ue863", "\u202e"
    assert readable(f"李{private}明{direction}好") == "李〔U+E863〕明〔U+202E〕好"
    assert readable("一\ud83d二\x00三\x07") == "一〔U+D83D〕二〔U+0000〕三〔U+0007〕"
    found = running_text(compile_pdf("command_log", log_of("李\ue863明", "家人👨‍👩‍👧在", "مرحبا", "𠮷野家", "\ud83d")))
    assert "李〔U+E863〕明" in found
    for text in ("家人👨‍👩‍👧在", "𠮷野家"):
        assert squeezed(readable(text)) in found
    assert "\ufffd" not in found


def test_line_ends_stay_line_ends() -> None:
    assert readable("一\r\n二\u2028三\t四") == "一\n二\n三    四"


@given(st.lists(st.text(max_size=40), min_size=1, max_size=4))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_can_be_printed(texts: list[str]) -> None:
    assert compile_pdf("command_log", log_of(*texts)).startswith(b"%PDF")


@given(st.text(max_size=200))
@settings(deadline=None)
def test_readable_text_is_readable(text: str) -> None:
    once = readable(text)
    assert readable(once) == once


def test_a_missing_glyph_that_got_through_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    press._WRITTEN.clear()
    monkeypatch.setattr(press, "drawable", lambda: b"\x01" * 0x110000)
    with pytest.raises(Trouble) as raised:
        compile_pdf("command_log", log_of("\U00011013"))
    press._WRITTEN.clear()
    assert raised.value.code == "no_glyph"


def test_a_missing_face_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    real = faces()
    broken = Faces({role: ("No Such Face", *chain) for role, chain in real.chains.items()}, real.substitutes)
    monkeypatch.setattr(press, "faces", lambda: broken)
    with pytest.raises(Trouble) as raised:
        compile_pdf("command_log", log_of("一"))
    assert raised.value.code == "print_warning"
    assert "no such face" in str(raised.value.facts["detail"]).lower()


def test_the_faces_of_the_repository_are_enough(
    monkeypatch: pytest.MonkeyPatch, real: Desk, running_text: Callable[[bytes], str]
) -> None:
    """A machine without any Chinese font prints all the same, and says on the paper what stands in for what."""
    ours = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(resource("fonts"))])
    press._compiler.cache_clear()
    monkeypatch.setattr(press, "installed", lambda: ours)
    monkeypatch.setattr(press, "faces", lambda: chosen(ours.families()))
    found = running_text(compile_pdf("review", real.document()))
    press._compiler.cache_clear()
    assert "入人一大小工行水" in found
    assert (
        "字体替代：仿宋用FandolFangR，小标宋用FandolSong，黑体用FandolHei，楷体用FandolKai，宋体用FandolFangR。"
        in found
    )


def test_a_title_stands_in_the_lines_it_was_given(real: Desk, pages: Callable[[bytes], list[str]]) -> None:
    document = real.document()
    lines = title_lines(["砚池胡同3号院“7·16”", "六层居民楼三层住户家中起火", "应急响应复盘报告"])
    assert lines == ["砚池胡同3号院“7·16”", "六层居民楼三层住户家中起火", "应急响应复盘报告"]
    document["heading"] = lines
    found = without_standing_matter(pages(compile_pdf("review", document))[0]).split("\n")
    found = [line for line in found if line.strip()][:3]
    assert [squeezed(line) for line in found] == lines
    document["heading"] = title_lines(["火" * 5000, "应急响应复盘报告"])
    assert page_count(compile_pdf("review", document)) > 20


def test_a_title_has_as_few_lines_as_can_be() -> None:
    assert title_lines(["望潮公寓A座“7·16”", "底商燃气泄漏", "应急响应复盘报告"]) == [
        "望潮公寓A座“7·16”底商燃气泄漏",
        "应急响应复盘报告",
    ]
    assert title_lines(["一号院“1·2”", "积水"]) == ["一号院“1·2”积水"]


@given(st.lists(st.text("院火灾A1", min_size=1, max_size=25), min_size=1, max_size=4))
def test_no_part_of_a_title_is_lost(parts: list[str]) -> None:
    assert "".join(title_lines(parts)) == "".join(parts)


def test_the_same_data_gives_the_same_bytes(real: Desk) -> None:
    document = real.document()
    first = compile_pdf("review", document)
    press._compiler.cache_clear()
    assert compile_pdf("review", document) == first


def test_it_is_an_archive_file_with_title_and_date(real: Desk) -> None:
    pdf = compile_pdf("review", real.document())
    assert b"<pdfaid:part>2</pdfaid:part>" in pdf
    assert "应急响应复盘报告".encode() in pdf
    assert re.search(rb"<xmp:CreateDate>2026-07-17T01:38", pdf)


def test_page_count(real: Desk, pages: Callable[[bytes], list[str]]) -> None:
    for name in ("review", "call_sheet", "whistle_order"):
        pdf = compile_pdf(name, real.document(name))
        assert page_count(pdf) == len(pages(pdf)) > 0


def test_no_template_fetches_anything() -> None:
    for template in resource("reports").glob("*.typ"):
        imports = re.findall(r'#(?:import|include)\s+"([^"]+)"', template.read_text("utf-8"))
        assert set(imports) <= {"common.typ", "blocks.typ", "map.typ"}, template.name


def test_a_page_of_the_standard_has_22_lines_of_28_characters(real: Desk, pages: Callable[[bytes], list[str]]) -> None:
    about = real.document("whistle_order")["paper"]
    letter = {"paper": about, "heading": ["测试"], "blocks": [blocks.par("国" * 3000)]}
    text = pages(compile_pdf("official", letter))[1]
    assert "— 2 —" in text
    lines = [line for line in without_standing_matter(text).splitlines() if line.strip()]
    assert [len(line) for line in lines if "国" in line] == [28] * 22
    assert [squeezed(line) for line in lines if "国" not in line] == ["内部用后销毁"]


def test_five_hundred_lines_are_printed_whole(real: Desk, running_text: Callable[[bytes], str]) -> None:
    document = real.document()
    rows = document["annex"]
    document["annex"] = [{**rows[n % len(rows)], "text": f"第{n}条：现场情况平稳，继续警戒"} for n in range(500)]
    pdf = compile_pdf("review", document)
    found = running_text(pdf)
    assert all(f"第{n}条：现场情况平稳，继续警戒" in found for n in range(500))
    assert page_count(pdf) > 15


def test_hostile_words_through_the_whole_incident(tmp_path: Any, running_text: Callable[[bytes], str]) -> None:
    desk = Desk.open(tmp_path / "data")
    words = {
        "title": "#emph[火] *大* $1$ @x <y> 😀",
        "note": "甲\n\n= 乙 " + "长" * 3000,
        "finding": r"\u{1F600} _下划_ \\ 末",
    }
    play(desk, words=words)
    desk.close()
    found = running_text(compile_pdf("review", desk.document()))
    for text in words.values():
        assert squeezed(readable(text.strip())) in found


def test_event_ids_never_reach_the_paper(real: Desk) -> None:
    document = repr(real.document())
    assert real.engine.journal.node not in document
    assert EventId.parse("a:1") is not None
