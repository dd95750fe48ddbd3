"""The press: a template and plain data become a PDF. Text of people goes in as data and never becomes markup.

One compiler stays warm for each template. Documents are PDF/A-2u, so a character without a glyph is an error here and
not an empty box on the paper; characters no face of this machine has are written as their code before (``readable``).
Nothing is ever downloaded: the templates import only each other.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import asdict
from functools import lru_cache
from typing import Any, Final

import typst

from commandcenter.journal.trouble import Trouble
from commandcenter.reporting.fonts import drawable, faces, installed
from commandcenter.resource import resource

STANDARD: Final = "a-2u"
"""PDF/A-2, every character with its Unicode value: archivable, and its text can be copied and searched."""

LONGEST_RUN = 24
"""A run of letters longer than this may be broken anywhere; else it would run off the page."""

_RUN = re.compile(rf"[!-~\u00a1-\u024f]{{{LONGEST_RUN},}}")
_BREAK = "\u200b"
_KEPT = {"\n": "\n", "\t": "    ", "\r": "", "\u2028": "\n", "\u2029": "\n", "\x0b": "\n", "\x0c": "\n", "\x85": "\n"}
_PASSED = {"\u200b", "\u200c", "\u200d", "\u00ad"}


def compile_pdf(template: str, data: Mapping[str, Any]) -> bytes:
    """The PDF of ``data`` in the layout of ``template`` (``review`` …). The same data gives the same bytes.

    ``data["paper"]["stamp"]`` (seconds since 1970) becomes the creation date. Raises ``Trouble``: no_chinese_font,
    no_glyph with ``text``, print_warning with the typesetter's words.
    """
    chosen = faces()
    printed = cleaned(data)
    inputs = {
        "data": json.dumps(printed, ensure_ascii=False),
        "faces": json.dumps(asdict(chosen), ensure_ascii=False),
    }
    try:
        pdf, warnings = _compiler(template).compile_with_warnings(
            format="pdf",
            sys_inputs=inputs,
            pdf_standards=STANDARD,
            timestamp=int(data.get("paper", {}).get("stamp", 0)),
            pdf_tags=False,
        )
    except typst.TypstError as error:
        missing = re.search(r"the text `\"(.*)\"` could not be displayed", error.message)
        if missing is None:
            raise
        raise Trouble("no_glyph", text=missing[1], detail=error.message) from error
    if warnings:
        raise Trouble("print_warning", detail="; ".join(warning.message for warning in warnings))
    if not isinstance(pdf, bytes):
        raise TypeError("the typesetter gave no single file")
    return pdf


@lru_cache(maxsize=16)
def _compiler(template: str) -> typst.Compiler:
    folder = resource("reports")
    return typst.Compiler(
        str(folder / f"{template}.typ"),
        root=str(folder),
        font_paths=installed(),
        package_path=str(folder),
        package_cache_path=str(folder),
    )


def page_count(pdf: bytes) -> int:
    """How many pages a PDF of ours has."""
    counts = re.findall(rb"/Type\s*/Pages\b[^>]*?/Count (\d+)|/Count (\d+)[^>]*?/Type\s*/Pages\b", pdf)
    return max((int(one or other) for one, other in counts), default=0)


# --- text ---------------------------------------------------------------------------------------------------------


def cleaned(value: Any) -> Any:
    """``value`` with every text in it readable."""
    if isinstance(value, str):
        return readable(value)
    if isinstance(value, Mapping):
        return {str(name): cleaned(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [cleaned(part) for part in value]
    return value


def readable(text: str) -> str:
    """``text`` as it can stand on paper: the same characters, in the order they were typed.

    Control characters that turn the writing direction or show nothing, lone halves of characters, private characters
    and those no face has are written as their code, ``〔U+1F600〕``: seen, and never an empty box. Very long runs of
    letters get places where a line may end; these show nothing.
    """
    if not text.isascii() or not text.isprintable():
        text = text.translate(_WRITTEN)
    return _RUN.sub(_breakable, text) if len(text) >= LONGEST_RUN else text


class _Written(dict[int, str]):
    """Code point → how it is written, found out when it first comes."""

    def __missing__(self, code: int) -> str:
        written = self[code] = _shown(chr(code))
        return written


_WRITTEN = _Written()


def _shown(character: str) -> str:
    if character in _KEPT:
        return _KEPT[character]
    if character in _PASSED:
        return character
    code = ord(character)
    if 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF:
        return character  # chooses a form of the character before it
    category = unicodedata.category(character)
    if category == "Zs":
        return character if drawable()[code] else " "
    if category in ("Cc", "Cf", "Cs", "Co", "Cn") or not drawable()[code]:
        return f"〔U+{code:04X}〕"
    return character


def _breakable(run: re.Match[str]) -> str:
    text = run[0]
    step = LONGEST_RUN // 2
    return _BREAK.join(text[place : place + step] for place in range(0, len(text), step))
