"""Contacts as vCards: names, posts and numbers of the roster for a telephone. Versions 3.0 (RFC 2426) and 4.0 (RFC 6350).

Chinese names go out in UTF-8, the family name first and apart, with the pinyin by which a telephone files them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from commandcenter.domain.spelling import FULL
from commandcenter.journal.initials import initials

VERSIONS = ("3.0", "4.0")
LONGEST = 75
"""So many octets a line has at the most, its end not counted; longer ones are folded."""

_DOUBLE = (
    *("欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "宇文", "长孙", "轩辕", "夏侯"),
    *("司徒", "南宫", "独孤", "端木", "百里", "呼延", "申屠", "太史", "公冶", "澹台", "濮阳", "淳于", "单于", "宗政"),
    *("鲜于", "闾丘", "司空", "万俟", "赫连", "闻人", "钟离", "仲孙", "东郭", "西门", "乐正", "公羊", "谷梁", "拓跋"),
    *("第五", "完颜"),
)
"""Surnames of two characters."""


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody with numbers. ``phones`` are (number, ``cell`` or ``work``), ``org`` goes from the office down to the part,
    ``titles`` are posts, ``groups`` what a telephone can file by, ``revised_at`` epoch milliseconds.
    """

    uid: str
    name: str
    phones: Sequence[tuple[str, str]] = ()
    org: Sequence[str] = ()
    titles: Sequence[str] = ()
    groups: Sequence[str] = ()
    note: str = ""
    revised_at: int = 0


def vcards(contacts: Iterable[Contact], version: str = "3.0") -> str:
    """The cards one after another, lines ended by CR LF. Raises ``ValueError`` for an unknown version."""
    if version not in VERSIONS:
        raise ValueError(version)
    return "".join(_card(one, version) for one in contacts)


def name_parts(name: str) -> tuple[str, str]:
    """Family and given name. A name with a point, or in other letters than Chinese, stays whole as the given one."""
    name = name.strip()
    if len(name) < 2 or not all("\u3400" <= letter <= "\u9fff" for letter in name):
        return "", name
    split = 2 if len(name) > 2 and name[:2] in _DOUBLE else 1
    return name[:split], name[split:]


def _card(contact: Contact, version: str) -> str:
    newest = version == "4.0"
    family, given = name_parts(contact.name)
    spelt = _spelt(family), _spelt(given)
    sort = ",".join(part for part in spelt if part)
    lines = ["BEGIN:VCARD", f"VERSION:{version}"]
    if newest:
        lines.append("KIND:individual")
    lines += [
        f"UID:{_text(contact.uid)}",
        f"FN:{_text(contact.name)}",
        f"N{f';SORT-AS={_quoted(sort)}' if newest and sort else ''}:{_text(family)};{_text(given)};;;",
    ]
    if not newest and sort:
        lines.append(f"SORT-STRING:{_text(' '.join(part for part in spelt if part))}")
    lines += [f"TEL;TYPE={_kind(kind, newest=newest)}:{_text(number)}" for number, kind in contact.phones]
    if contact.org:
        lines.append(f"ORG:{';'.join(_text(one) for one in contact.org)}")
    if contact.titles:
        lines.append(f"TITLE:{_text('、'.join(contact.titles))}")
    if contact.groups:
        lines.append(f"CATEGORIES:{','.join(_text(one) for one in contact.groups)}")
    if contact.note:
        lines.append(f"NOTE:{_text(contact.note)}")
    if contact.revised_at:
        moment = datetime.fromtimestamp(contact.revised_at / 1000, UTC)
        lines.append(f"REV:{moment:%Y%m%dT%H%M%SZ}" if newest else f"REV:{moment:%Y-%m-%dT%H:%M:%SZ}")
    lines.append("END:VCARD")
    return "".join(_folded(line) for line in lines)


def _kind(kind: str, *, newest: bool) -> str:
    return kind if newest else kind.upper()


def _spelt(name: str) -> str:
    """The likeliest reading in letters; empty for what has none."""
    spelling = initials(name, full=True) if name else ""
    word = next((one for one in spelling.split() if one.startswith(FULL)), "")
    return "".join(choices.partition("/")[0] for choices in word[1:].split("'")) if word else ""


def _text(value: str) -> str:
    """A value: what would end it or its line is escaped; control characters have no business in a contact."""
    plain = "".join(
        letter for letter in value.replace("\r\n", "\n").replace("\r", "\n") if letter == "\n" or ord(letter) >= 32
    )
    return plain.replace("\\", "\\\\").replace("\n", "\\n").replace(",", "\\,").replace(";", "\\;")


def _quoted(value: str) -> str:
    return f'"{value}"' if "," in value else value


def _folded(line: str) -> str:
    """A line with its end, folded at ``LONGEST`` octets and never inside a character."""
    pieces, piece, size = [], "", 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > LONGEST:
            pieces.append(piece)
            piece, size = " ", 1
        piece += letter
        size += octets
    return "\r\n".join([*pieces, piece]) + "\r\n"
