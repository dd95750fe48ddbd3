"""The baseline of the press: the review set by Qt, QTextDocument → QPdfWriter, with the same texts, tables, faces and sizes.

No marks, page figures or curve: only what Qt does by itself.
"""

from __future__ import annotations

from html import escape
from typing import Any

from commandcenter.resource import resource
from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QFont, QFontDatabase, QPageSize, QPdfWriter, QTextDocument

FACES = {
    "text": "FandolFang-Regular",
    "title": "FandolSong-Bold",
    "hei": "FandolHei-Regular",
    "kai": "FandolKai-Regular",
}


def load_faces() -> dict[str, str]:
    """The families of our own faces, for Qt. Needs a running QGuiApplication."""
    known = {role: QFontDatabase.addApplicationFont(str(resource(f"fonts/{name}.otf"))) for role, name in FACES.items()}
    return {role: QFontDatabase.applicationFontFamilies(key)[0] for role, key in known.items()}


class _Page:
    """The HTML of a review."""

    def __init__(self, faces: dict[str, str]) -> None:
        self._faces = faces
        self.parts: list[str] = []

    def text(self, words: str, face: str = "text", size: float = 16, align: str = "justify") -> None:
        style = f"font-family:'{self._faces[face]}'; font-size:{size}pt; margin:6pt 0; text-indent:32pt;"
        self.parts.append(f'<p align="{align}" style="{style}">{escape(words)}</p>')

    def table(self, heads: tuple[str, ...], rows: list[list[str]], size: float = 9.5) -> None:
        top = "".join(f"<th style=\"font-family:'{self._faces['hei']}'\">{head}</th>" for head in heads)
        body = "".join("<tr>" + "".join(f"<td>{_cell(cell)}</td>" for cell in row) + "</tr>" for row in rows)
        style = f"font-family:'{self._faces['text']}'; font-size:{size}pt"
        self.parts.append(
            f'<table border="1" cellspacing="0" cellpadding="3" width="100%" style="{style}">'
            f"<thead><tr>{top}</tr></thead>{body}</table>"
        )


def _cell(words: str) -> str:
    return escape(words).replace("\n", "<br>")


def _html(document: dict[str, Any], faces: dict[str, str]) -> str:
    """Every text of a review, in its order."""
    page = _Page(faces)
    for line in document["heading"]:
        page.text(line, "title", 22, "center")
    page.text(f"（{document['date']}）", "kai", align="center")
    page.text("一、基本情况", "hei")
    for row in document["basics"]:
        page.text(f"{row['name']}：{row['text']}")
    page.table(("节点", "时刻", "吹哨后", "单位"), [list(row.values()) for row in document["moments"]])
    for row in document["gaps"]:
        page.text("，".join(row.values()), size=9)
    page.text("二、报到情况", "hei")
    page.text("（一）总体", "kai")
    page.text("；".join(row["name"] + row["text"] for row in document["figures"]))
    page.text("（二）各单位用时", "kai")
    heads = ("序", "关系", "单位", "通知", "响应", "出发", "到场", "完成", "撤离", "应到", "实到", "结果")
    page.table(heads, [_unit(row) for row in document["units"]], 8.5)
    page.text("".join(document["legend"]) + "；".join(document["formulas"]), size=9)
    page.text("（三）超时和异常", "kai")
    for row in document["remarks"]:
        page.text(f"{row['name']}：{row['text']}")
    page.table(("事项", "时限", "依据", "出处"), [list(row.values()) for row in document["limits"]])
    page.text("三、指挥与处置", "hei")
    post = document["post"]
    if post["known"]:
        page.text("；".join(str(post[name]) for name in ("set_up", "place", "commander", "deputy", "phone", "stage")))
        page.table(("工作组", "负责人", "成员单位"), [list(row.values()) for row in post["groups"]])
    orders = ("ordinal", "clock", "after", "text", "orderer", "unit", "due", "result")
    page.table(
        ("序", "下达", "吹哨后", "内容", "下令", "受令", "限时", "结果"),
        [[row[n] for n in orders] for row in document["orders"]],
    )
    page.text("（三）决策及当时所知", "kai")
    heads = ("编号", "时刻", "吹哨后", "决策", "下令", "依据", "当时所知", "结果")
    page.table(heads, [list(row.values()) for row in document["decisions"]])
    page.text("四、信息报送", "hei")
    page.table(("事项", "时限", "时刻", "用时", "接报", "结果"), [list(row.values()) for row in document["reports"]])
    for report in document["sitreps"]:
        page.text("；".join(item["name"] + item["text"] for item in report["items"]))
    page.text("五、人员情况", "hei")
    page.table(("项目", "数量和说明", "截至"), [list(row.values()) for row in document["people"]])
    page.text("；".join(row["name"] + row["text"] for row in document["moved"]))
    page.text("六、物资和费用", "hei")
    heads = ("物资", "领用", "领用人", "归还", "消耗", "损失", "在外")
    page.table(heads, [list(row.values()) for row in document["supplies"]])
    page.text("七、经验与问题", "hei")
    for row in (*document["good"], *document["problems"]):
        page.text(row["text"] + row["effect"] + row["cause"] + row["level"])
    page.text("八、整改措施", "hei")
    heads = ("措施", "责任人", "期限", "验证方式", "状态", "证明")
    page.table(heads, [list(row.values()) for row in document["actions"]])
    page.text("九、签字", "hei")
    page.table(("角色", "系统内签署", "日期"), [list(row.values()) for row in document["signatures"]])
    page.text("；".join("，".join(row.values()) for row in document["versions"]) + document["signing_note"], size=9)
    heads = ("编号", "事件", "召集", "首个到场", "到场中位", "按时到场", "首次报区", "全程")
    page.table(heads, [list(row.values()) for row in document["former"]])
    page.text("全程记录", "title", 22, "center")
    record = [
        [row["after"] + "　" + row["clock"], row["text"] + "；".join(row["marks"]), row["by"]]
        for row in document["annex"]
    ]
    page.table(("吹哨后　时刻", "记录内容", "记录人"), record)
    return "".join(page.parts)


def _unit(row: dict[str, Any]) -> list[str]:
    cells = ["\n".join(filter(None, (cell["time"], cell["limit"], cell["over"]))) for cell in row["cells"]]
    return [str(row["ordinal"]), row["relation"], row["name"], *cells, row["asked"], row["came"], row["outcome"]]


def qt_pdf(document: dict[str, Any], faces: dict[str, str]) -> bytes:
    """The review as Qt prints it, in the margins of the standard. Needs a running QGuiApplication."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(28, 37, 26, 35))
    writer.setResolution(300)
    text = QTextDocument()
    text.documentLayout().setPaintDevice(writer)
    text.setDocumentMargin(0)
    text.setDefaultFont(QFont(faces["text"], 16))
    text.setPageSize(QSizeF(writer.width(), writer.height()))
    text.setHtml(_html(document, faces))
    text.print_(writer)
    del writer
    return bytes(buffer.data().data())
