"""The text of a printed page, compared without what only sets it."""

from __future__ import annotations

import re


def squeezed(text: str) -> str:
    """Text without anything that only sets it: blanks, line ends, places where a line may end."""
    return re.sub(r"[\s\u200b\u00ad\u2060\ufeff]+", "", text)


_STANDING = (
    r"—\s*\d+\s*—",
    r"第\s*\d+\s*页\s*/\s*共\s*\d+\s*页",
    r"吹哨后\s*时刻\s*记录内容\s*记录人",
    r"\S+办事处\s*内部\s*用后销毁\s*[演A-Z0-9-]+",
    r"(?:(?:演-)?[A-Z]{2}-\d{4}-\d{4}-[A-Z]\d+\s+)?(?:F\d\d\s+)?(?:补打\s*)?第\s*\d+\s*次打印[ \t]*(?=\r?\n|$)",
    r"打印时间：[\d-]+ [\d:]+\s+打印人：\S+",
)


def without_standing_matter(text: str) -> str:
    """The text of a page without what comes again on every page: its number, the head of a form and of the log."""
    for pattern in _STANDING:
        text = re.sub(pattern, "", text)
    return text
