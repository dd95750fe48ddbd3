"""The text of a printed page, compared without what only sets it."""

from __future__ import annotations

import re


def squeezed(text: str) -> str:
    """Text without anything that only sets it: blanks, line ends, places where a line may end."""
    return re.sub(r"[\s\u200b\u00ad\u2060\ufeff]+", "", text)


def without_page_figures(text: str) -> str:
    """The text of a page without its number."""
    body = re.sub(r"—\s*\d+\s*—", "", text)
    return re.sub(r"第\s*\d+\s*页\s*/\s*共\s*\d+\s*页", "", body)
