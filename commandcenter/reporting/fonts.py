"""Which faces a printed document uses: resolved against what is really there before anything is compiled.

GB/T 9704-2012 asks for 仿宋 (text), 小标宋 (title), 黑体 and 楷体 (headings) and 宋体 (page figures). Those faces are
licensed and often absent, so each role has a chain; what stands in is known and is named on the paper.
"""

from __future__ import annotations

import struct
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

import typst

from commandcenter.journal.trouble import Trouble
from commandcenter.resource import resource


@dataclass(frozen=True, slots=True)
class Role:
    """A role of the standard: its Chinese name, the faces that fulfil it, and what may stand in, best first.

    Names are the families as the typesetter sees them, which are not always those of the desktop.
    """

    name: str
    label: str
    official: tuple[str, ...]
    stand_ins: tuple[str, ...]


ROLES = (
    Role(
        "fangsong",
        "仿宋",
        ("FangSong", "仿宋", "FangSong_GB2312", "仿宋_GB2312", "FZFangSong-Z02", "方正仿宋_GBK", "STFangsong"),
        ("FandolFang R", "Noto Serif CJK SC", "Source Han Serif SC", "SimSun"),
    ),
    Role(
        "title",
        "小标宋",
        ("FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05", "方正小标宋_GBK", "方正小标宋简体"),
        ("FandolSong", "Noto Serif CJK SC", "Source Han Serif SC", "SimSun"),
    ),
    Role(
        "hei",
        "黑体",
        ("SimHei", "黑体", "STHeiti"),
        ("FandolHei", "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei"),
    ),
    Role(
        "kai",
        "楷体",
        ("KaiTi", "楷体", "KaiTi_GB2312", "楷体_GB2312", "STKaiti"),
        ("FandolKai",),
    ),
    Role(
        "song",
        "宋体",
        ("SimSun", "宋体", "NSimSun", "STSong", "Songti SC"),
        ("Noto Serif CJK SC", "Source Han Serif SC", "FandolFang R"),
    ),
)

RARE = (
    *("SimSun-ExtB", "SimSun-ExtG", "Noto Serif CJK SC", "Source Han Serif SC", "Noto Sans CJK SC"),
    *("Source Han Sans SC", "Microsoft YaHei", "PingFang SC", "WenQuanYi Micro Hei", "HanaMinA", "HanaMinB"),
    *("FandolFang R", "FandolSong", "FandolHei", "FandolKai"),
)
"""Chinese families that lend a character the chosen face has not."""

SIGNS = ("DejaVu Sans", "Segoe UI Symbol", "Noto Sans Symbols", "Noto Sans Symbols2", "Inter")
"""Families that lend a sign or a foreign letter."""


_POOR_LATIN = ("FandolFang R", "FandolKai")
"""Stand-ins whose Latin letters and figures are of another weight than their Chinese."""


@dataclass(frozen=True, slots=True)
class Faces:
    """The chosen faces: role → families to try in order, every one of them installed.

    ``substitutes`` are (role in Chinese, family) for each role whose official face is not here. ``latin`` is the family
    for figures and letters inside 仿宋 and 楷体 where a stand-in's own do not fit the text; empty for the face's own.
    """

    chains: dict[str, tuple[str, ...]]
    substitutes: tuple[tuple[str, str], ...]
    latin: str = ""

    @property
    def families(self) -> tuple[str, ...]:
        """Every family that may be used."""
        return tuple(dict.fromkeys(family for chain in self.chains.values() for family in chain))


def chosen(families: Collection[str]) -> Faces:
    """The faces of each role among the installed ``families``.

    Raises ``Trouble`` no_chinese_font when there is no Chinese family at all.
    """
    here = {family.lower(): family for family in families}

    def present(names: Iterable[str]) -> list[str]:
        return [here[name.lower()] for name in names if name.lower() in here]

    chinese = present((*RARE, *(name for role in ROLES for name in (*role.official, *role.stand_ins))))
    if not chinese:
        raise Trouble("no_chinese_font", families=sorted(families))
    tail = [*present(RARE), *chinese, *present(SIGNS)]
    chains = {}
    substitutes = []
    for role in ROLES:
        official, stand_ins = present(role.official), present(role.stand_ins)
        chain = tuple(dict.fromkeys((*official, *stand_ins, *tail)))
        chains[role.name] = chain
        if not official:
            substitutes.append((role.label, chain[0]))
    stands_in = chains["fangsong"][0] in _POOR_LATIN and chains["song"][0] not in _POOR_LATIN
    return Faces(chains, tuple(substitutes), chains["song"][0] if stands_in else "")


@lru_cache(maxsize=1)
def installed() -> typst.Fonts:
    """Every font of this machine and our own; looked for once a process."""
    return typst.Fonts(include_system_fonts=True, include_embedded_fonts=False, font_paths=[str(resource("fonts"))])


@lru_cache(maxsize=1)
def faces() -> Faces:
    """The faces of this machine. Raises ``Trouble`` no_chinese_font."""
    return chosen(installed().families())


# --- which characters can be drawn --------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def drawable() -> bytes:
    """One byte a code point, 1 where one of the chosen faces has the character.

    A missing glyph would only be an empty box on the paper; so it is asked before, not seen after.
    """
    table = bytearray(0x110000)
    for family in faces().families:
        font = min((font for font in installed().fonts() if font.family == family), key=_plainness)
        if font.path is not None:
            for first, last in mapped(Path(font.path), font.index):
                table[first : last + 1] = b"\x01" * (last + 1 - first)
    return bytes(table)


def _plainness(font: typst.FontInfo) -> tuple[bool, float, int]:
    """How far a variant is from the upright regular one, which is the one the templates ask for."""
    return font.style != "normal", abs(font.stretch - 1), abs(font.weight - 400)


def mapped(path: Path, index: int = 0) -> Iterator[tuple[int, int]]:
    """The ranges of code points a font file maps to glyphs, from its ``cmap`` table (OpenType, formats 4 and 12).

    ``index`` chooses the font of a collection. Raises ``Trouble`` font_unreadable.
    """
    try:
        with path.open("rb") as file:
            table = _cmap(file, index)
        subtables = _subtables(table)
        if 12 in subtables:
            yield from _format_12(subtables[12])
        elif 4 in subtables:
            yield from _format_4(subtables[4])
    except (OSError, struct.error) as error:
        raise Trouble("font_unreadable", path=str(path), detail=str(error)) from error


def _cmap(file: BinaryIO, index: int) -> bytes:
    """The bytes of the cmap table; empty when there is none."""
    start = 0
    if file.read(4) == b"ttcf":
        (count,) = struct.unpack(">4xI", file.read(8))
        start = struct.unpack(f">{count}I", file.read(4 * count))[min(index, count - 1)]
    file.seek(start + 4)
    (count,) = struct.unpack(">H6x", file.read(8))
    for _ in range(count):
        tag, offset, length = struct.unpack(">4s4xII", file.read(16))
        if tag == b"cmap":
            file.seek(offset)
            return file.read(length)
    return b""


def _subtables(table: bytes) -> dict[int, bytes]:
    """The Unicode subtables by format; symbol fonts have none."""
    if not table:
        return {}
    (count,) = struct.unpack_from(">2xH", table)
    found = {}
    for place in range(count):
        platform, encoding, offset = struct.unpack_from(">HHI", table, 4 + 8 * place)
        if platform == 0 or (platform == 3 and encoding in (1, 10)):
            found[struct.unpack_from(">H", table, offset)[0]] = table[offset:]
    return found


def _format_12(data: bytes) -> Iterator[tuple[int, int]]:
    (groups,) = struct.unpack_from(">12xI", data)
    for first, last, _ in struct.iter_unpack(">III", data[16 : 16 + 12 * groups]):
        if first <= last <= 0x10FFFF:
            yield first, last


def _format_4(data: bytes) -> Iterator[tuple[int, int]]:
    (twice,) = struct.unpack_from(">6xH", data)
    count = twice // 2
    ends = struct.unpack_from(f">{count}H", data, 14)
    starts = struct.unpack_from(f">{count}H", data, 16 + twice)
    deltas = struct.unpack_from(f">{count}H", data, 16 + 2 * twice)
    offsets = struct.unpack_from(f">{count}H", data, 16 + 3 * twice)
    for place, (first, last) in enumerate(zip(starts, ends, strict=True)):
        if offsets[place] == 0:
            if first <= last < 0xFFFF:
                yield first, last
            continue
        base = 16 + 3 * twice + 2 * place + offsets[place]
        for code in range(first, min(last, 0xFFFE) + 1):
            (glyph,) = struct.unpack_from(">H", data, base + 2 * (code - first))
            if glyph and (glyph + deltas[place]) & 0xFFFF:
                yield code, code
