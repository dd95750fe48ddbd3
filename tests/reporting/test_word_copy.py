"""Word copies: the same data as the print, in the layout of the standard, opened and read back."""

from __future__ import annotations

import io
from typing import Any

import pytest
from commandcenter.reporting import blocks
from commandcenter.reporting.registry import FORMS, Form
from commandcenter.reporting.word_copy import docx_of
from docx import Document
from docx.oxml.ns import qn
from played_incident import Desk

WITH_COPY = tuple(
    key for key, form in FORMS.items() if form.word and "whistle" in form.families and key != "false_alarm"
)
"""The played incident was no false alarm."""


def read_back(copy: bytes) -> Any:
    return Document(io.BytesIO(copy))


def text_of(document: Any) -> str:
    found = [line.text for line in document.paragraphs]
    found += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join(found)


def texts_in(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for name, part in value.items() if name not in ("is", "empty") for text in texts_in(part)]
    return [text for part in value for text in texts_in(part)] if isinstance(value, list) else []


@pytest.mark.parametrize("key", WITH_COPY)
def test_everything_the_blocks_say_stands_in_the_copy(key: str, real: Desk) -> None:
    form, data = FORMS[key], real.document(key)
    said = text_of(read_back(docx_of(form, data)))
    for text in texts_in(form.blocks(data)):
        assert text in said, text


def test_the_copy_of_the_review_has_the_words_of_the_print(real: Desk) -> None:
    data = real.document("review")
    said = text_of(read_back(docx_of(FORMS["review"], data)))
    for row in (*data["basics"], *data["remarks"], *data["good"], *data["problems"], *data["annex"], *data["actions"]):
        assert row["text"] in said
    for unit in data["units"]:
        assert unit["name"] in said
    for heading in (
        "一、基本情况",
        "二、报到情况",
        "三、指挥与处置",
        "四、信息报送",
        "五、人员情况",
        "八、整改措施",
        "九、签字",
    ):
        assert heading in said


def test_page_and_type_are_those_of_the_standard(real: Desk) -> None:
    document = read_back(docx_of(FORMS["situation_report"], real.document("situation_report")))
    section = document.sections[0]
    found = [round(length.mm) for length in (section.page_width, section.page_height)]
    assert found == [210, 297]
    margins = (section.top_margin, section.right_margin, section.bottom_margin, section.left_margin)
    assert [round(length.mm) for length in margins] == [37, 26, 35, 28]
    title = document.paragraphs[0].runs[0]
    assert (title.font.size.pt, title._element.rPr.rFonts.get(qn("w:eastAsia"))) == (22, "方正小标宋简体")
    body = next(line for line in document.paragraphs if "现报告如下" in line.text)
    assert (body.runs[0].font.size.pt, body.runs[0]._element.rPr.rFonts.get(qn("w:eastAsia"))) == (16, "仿宋_GB2312")
    assert body.paragraph_format.line_spacing.pt == pytest.approx(29, abs=0.1)
    indent = body._p.pPr.find(qn("w:ind"))
    assert indent.get(qn("w:firstLineChars")) == "200"
    assert "PAGE" in section.footer._element.xml
    assert "NUMPAGES" in section.footer._element.xml


@pytest.mark.parametrize("key", WITH_COPY)
def test_every_page_of_a_copy_of_a_drill_says_so(key: str, drill: Desk, real: Desk) -> None:
    head = read_back(docx_of(FORMS[key], drill.document(key))).sections[0].header.paragraphs[0].text
    assert "【演练】" in head
    assert "演-" in head
    assert "0716-A01" in head
    head = read_back(docx_of(FORMS[key], real.document(key))).sections[0].header.paragraphs[0].text
    assert "演" not in head


def test_every_piece_can_be_copied_and_hostile_words_stay_words() -> None:
    hostile = "=1+1 <w:t>&amp; {{x}} \x00\x0b\ud800 𠮷"
    pieces = [
        blocks.level1(hostile),
        blocks.level2("（一）"),
        blocks.par(hostile, "甲"),
        blocks.addressee("区应急管理局"),
        blocks.pairs([("名", hostile)]),
        blocks.table(("甲", "乙"), [(hostile, 1)], (0, 30), caption="表", spare=2, height=9, centred=(1,)),
        blocks.table(("甲",), [], (0,)),
        blocks.fields([[("时间", ""), ("来电人", "")]]),
        blocks.lines("经过", 3),
        blocks.boxed("注意"),
        blocks.note("小字"),
        blocks.ticks([("一", True), ("二", False)]),
        blocks.signed("某街道办事处", "2026年7月16日"),
        blocks.copies([("抄送", "某局")]),
        blocks.signatures(["甲方", "乙方", "丙方"]),
        blocks.new_page("另一页"),
    ]
    paper = {"title": "函", "office": "某街道办事处", "drill": False, "sample": True, "private": True, "number": "N-1"}
    paper |= {"printed_at": "2026-07-16 21:38", "printed_by": "甲", "stamp": 1_784_000_000}
    form = Form("letter", "F00", "函", ("whistle",), "none:none", template="official", word=True)
    document = read_back(docx_of(form, {"paper": paper, "heading": ["关于某事的函"], "blocks": pieces}))
    said = text_of(document)
    assert "=1+1 <w:t>&amp; {{x}}" in said
    assert "𠮷" in said
    assert "☑　一" in said
    assert "【样例】　内部　用后销毁　N-1" in document.sections[0].header.paragraphs[0].text
