"""One line for telephone work: ``10 到 6`` = unit 10 arrived with 6. Fast, and usable with one hand (domain.md 5.3).

    numbers act [what belongs to it …]        先到 unit [people] [time]

``numbers`` are ordinals of the board: ``10``, ``10号``, ``3,5-8``; where the caller tells which units stand on the board, the
name of one, a part of it or its duty phone will do. ``act`` is one of ``ACTS``. Behind it, in any order: a time
(``14:20``), a number of people (``6``, ``6 人``, ``六人``), 复 (the order was read back), and words, which are a name, a reason or a
place as the act wants it. What is shown beside the line is worked out from the same value that is sent, so that nothing is
written that was not read. A line that looks like one for a unit and cannot be read is never left to the log in silence:
``/`` before it says that it is meant as a note.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from commandcenter.domain.report_in import LAST_ORDINAL, MILESTONES

ACTS: Mapping[str, tuple[str, ...]] = {
    "called": ("通知", "已通知", "呼", "叫", "h"),
    "answered": ("响应", "已响应", "应答", "应", "y"),
    "left": ("出发", "途中", "途", "出", "c"),
    "arrived": ("到场", "到", "d"),
    "signed_in": ("签到", "签", "q"),
    "tasked": ("领任务", "领", "l"),
    "working": ("处置中", "处置", "处", "干", "z"),
    "done": ("完成", "完", "w"),
    "standing_by": ("待命", "待", "b"),
    "release_approved": ("撤离", "撤", "x"),
    "back": ("归建", "归", "g"),
    "count": ("清点", "点名", "点", "n"),
    "promised": ("预计", "预", "e"),
    "refused": ("拒绝", "拒", "j"),
    "replaced": ("替代", "替", "t"),
    "wrong_place": ("到错", "错", "o"),
    "no_answer": ("未接", "不接", "没接", "未通", "m"),
    "busy": ("占线", "忙"),
    "reached": ("接通", "通", "k"),
    "read_back": ("复述", "复", "f"),
    "lost": ("失联", "失"),
    "found": ("恢复", "找到"),
    "cleared": ("查清",),
    "left_early": ("先走", "早退"),
    "never_came": ("未来", "没来"),
    "cancelled": ("取消", "不用"),
    "undo": ("撤回", "消", "u"),
}
"""What can follow the numbers, in Chinese or as one letter for a keyboard without input method."""

UNASKED = ("先到", "s")
CORRECTION = ("改", "更正", "r")
"""``10 改 到 5``: the entry that stands is withdrawn and entered anew."""

REASONS: Mapping[str, tuple[str, ...]] = {
    "not_our_duty": ("不属职责", "不归我管", "非职责"),
    "short_of_forces": ("力量不足", "人手不足", "没人"),
    "busy_elsewhere": ("正在处置其他警情", "另有警情", "有警情", "在忙"),
    "needs_superior": ("需上级批准", "要上级批准", "上级"),
    "other": ("其他",),
}
RELEASES: Mapping[str, tuple[str, ...]] = {
    "task_done": ("任务完成", "完成", "完"),
    "relieved": ("轮换", "换班"),
    "not_needed": ("不再需要", "不需要", "不用"),
    "unsafe": ("危险", "不安全"),
    "stand_down": ("解除",),
    "other": ("其他",),
}

COUNTED = (*MILESTONES, "count", "promised", "arrived")
WORDED = ("cleared", "left_early", "never_came", "wrong_place")
"""Acts that need words: why, or where."""
NAMED = ("answered", "called", "reached", "read_back", "promised", "cancelled", "count", "left", "arrived", "signed_in")
"""Acts whose words are the name of who said it."""

_ACT = {word: act for act, words in ACTS.items() for word in words}
_LONGEST_FIRST = sorted(_ACT, key=len, reverse=True)
_HEAD = re.compile(r"(\d{1,4}(?:\s*[-~,，、\s]\s*\d{1,4})*)(\s*号(?!楼))?(\s*)(.*)", re.DOTALL)
_TIME = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")
_PEOPLE = re.compile(r"(\d{1,6})[人名个位]?")
_SPELT = re.compile(r"([一二两三四五六七八九]?)(十?)([一二两三四五六七八九]?)[人名个位]")
_APART = re.compile(r"(?<=[\d一二两三四五六七八九十])\s+([人名个位])(?=\s|$)")
_MEASURE = re.compile(r"[楼层栋幢单号室米分点]")
_STEPLIKE = re.compile(r"[^\d\s]{1,4}\s*-?\d{1,4}\s*[人名个位]?")
"""A word and a count: what a step looks like whose word is not known."""
_DIGITS = "一二三四五六七八九"
_OTHER_LINE = re.compile(r"[#@!]")
"""A mark that begins a line of its own: typed behind another one it is a second line, not words of the first."""
NOTE_MARKS = ("/", "、")
"""What stands before a line that is a note whatever it looks like; 、 is the same key under a Chinese input method."""
_ITEM = re.compile(r"(\d+)(?:-(\d+))?")


@dataclass(frozen=True, slots=True)
class UnitLine:
    """A read line. ``ordinals`` are units on the board, ascending and each once; none for one that came unasked.

    ``act`` is a milestone, an outcome, or one of the other keys of ``ACTS``, or ``unasked``. ``at`` is a time of day as
    (hour, minute), ``other`` the unit that comes instead or came unasked, as it was written. ``again`` marks a correction.
    """

    ordinals: tuple[int, ...]
    act: str
    people: int | None = None
    at: tuple[int, int] | None = None
    reason: str = ""
    words: str = ""
    other: str = ""
    read_back: bool = False
    again: bool = False

    @property
    def ordinal(self) -> int:
        """The first unit."""
        return self.ordinals[0] if self.ordinals else 0


@dataclass(frozen=True, slots=True)
class Unread:
    """A line that begins like one for a unit and cannot be done as it stands; ``code`` says what to do about it.

    Codes: ``ordinals_wrong``, ``act_missing``, ``act_unknown``, ``count_missing``, ``time_missing``, ``reason_missing``,
    ``words_missing``, ``other_missing``, ``one_only``, ``too_much``, ``not_corrected``, ``count_negative``,
    ``count_is_place``, ``two_lines``, ``which_unit``. ``text`` is the part it is about.
    """

    code: str
    act: str = ""
    text: str = ""


def read_unit_line(text: str, units: Mapping[int, Sequence[str]] | None = None) -> UnitLine | Unread | None:
    """What a line means; None when it is no such line (then it is a situation report).

    ``units`` are the units on the board by ordinal: the name first, then what else they answer to as a whole (a duty phone,
    initials). With them a line may begin with such a name, or with a part of it that only one of them has.
    """
    line = unicodedata.normalize("NFKC", text).strip()
    if line.startswith(NOTE_MARKS):
        return None
    first, _, rest = line.partition(" ")
    if first in UNASKED:
        return _unasked(_tokens(rest))
    named = _named(line, units or {})
    if isinstance(named, Unread):
        return named
    match = _HEAD.fullmatch(named or line)
    if match is None:
        return None
    tail = match[4].strip()
    found = _act(tail)
    if found is None:
        # ``3 楼有人`` or ``14:20 又来电`` is a report; a number alone, one short unknown word, or a word with a count behind a
        # blank is asked about
        if not tail:
            return Unread("act_missing", text=match[1] + (match[2] or "").strip())
        apart = bool(match[3]) and _STEPLIKE.fullmatch(tail) is not None
        if apart or (len(tail) == 1 and not tail.isdigit() and not match[2]):
            return Unread("act_unknown", text=tail)
        return None
    ordinals = _ordinals(match[1])
    if ordinals is None:
        return Unread("ordinals_wrong", found[0], match[1].strip())
    act, again, tokens = found
    return _complete(ordinals, act, again, tokens)


def _tokens(rest: str) -> list[str]:
    """What stands behind the act, a count and its 人 together."""
    return _APART.sub(r"\1", rest).split()


def _named(line: str, units: Mapping[int, Sequence[str]]) -> str | Unread | None:
    """The line with an ordinal in the place of a name; what is asked when several have it; None without a name."""
    head, _, rest = line.partition(" ")
    ways = [(head, rest.strip())] if rest.strip() else []
    ways += [
        (line[:at], line[at:]) for at in range(2, len(head)) if not line[at].isdigit() or not line[at - 1].isdigit()
    ]
    for wanted, tail in ways:
        glued = wanted != head
        if not (_act(tail) or (not glued and _STEPLIKE.fullmatch(tail))):
            continue
        found = units_called(wanted, units)
        if len(found) == 1:
            return f"{found[0]} {tail}"
        if found:
            return Unread("which_unit", text="、".join(f"{number} {units[number][0]}" for number in found))
    return None


def units_called(wanted: str, units: Mapping[int, Sequence[str]]) -> list[int]:
    """The units (by their keys) that answer to what was written: by the whole name, phone or initials; else by a part of
    the name, of two characters at least. A number that is an ordinal of the board is that ordinal, and no phone.
    """
    wanted = wanted.strip().casefold()
    if wanted.isdigit() and int(wanted) in units:
        return []
    whole = [number for number, names in units.items() if wanted in (name.casefold() for name in names)]
    if whole or len(wanted) < 2 or wanted.isdigit():
        return whole
    return [number for number, names in units.items() if names and wanted in names[0].casefold()]


def _ordinals(text: str) -> tuple[int, ...] | None:
    """``3,5-8`` as ordinals; None when one of them is on no board, or a range runs backwards."""
    found: set[int] = set()
    for part in re.split(r"[,，、\s]+", re.sub(r"\s*[-~]\s*", "-", text.strip())):
        match = _ITEM.fullmatch(part)
        if match is None:
            return None
        low, high = int(match[1]), int(match[2] or match[1])
        if not 1 <= low <= high <= LAST_ORDINAL:
            return None
        found.update(range(low, high + 1))
    return tuple(sorted(found))


def _act(tail: str) -> tuple[str, bool, list[str]] | None:
    """(act, whether it corrects, what follows) at the start of the rest of a line."""
    again = False
    for word in CORRECTION:
        if tail == word or tail.startswith((f"{word} ", f"{word}\t")) or (word == "更正" and tail.startswith(word)):
            tail, again = tail[len(word) :].strip(), True
            break
    word, _, rest = tail.partition(" ")
    known = _ACT.get(word.lower()) or _ACT.get(word.removesuffix("了"))
    if known is None:  # ``10到6``: words and figures without a blank between them
        glued = re.fullmatch(r"([^\d\s-]+)(-?\d.*)", tail)
        known = (_ACT.get(glued[1].lower()) or _ACT.get(glued[1].removesuffix("了"))) if glued else None
        rest = glued[2] if glued else ""
    if known is None:
        return ("", True, []) if again and not tail else None
    return known, again, _tokens(rest)


def _complete(ordinals: tuple[int, ...], act: str, again: bool, tokens: list[str]) -> UnitLine | Unread:
    if not act:
        return Unread("act_missing", text="改")
    if again and act not in MILESTONES:
        return Unread("not_corrected", act)
    if act == "replaced":
        return _replaced(ordinals, tokens)
    people, at, read_back, words = None, None, False, []
    for place, token in enumerate(tokens):
        time, heads = _TIME.fullmatch(token), _heads(token)
        if time is not None and at is None:
            at = (int(time[1]), int(time[2]))
        elif act in COUNTED and re.fullmatch(r"-\d+[人名个位]?", token):
            return Unread("count_negative", act, token)
        elif heads is not None and people is None and act in COUNTED:
            if token.isdigit() and place + 1 < len(tokens) and _MEASURE.match(tokens[place + 1]):
                return Unread("count_is_place", act, f"{token} {tokens[place + 1]}")
            people = heads
        elif token in ("复", "复述", "f") and act == "answered" and not read_back:
            read_back = True
        elif act in MILESTONES and _OTHER_LINE.search(token):
            return Unread("two_lines", act, token)
        elif act in MILESTONES and act in NAMED and re.search(r"\d", token):  # a name has no figures: a count was meant
            return Unread("count_is_place", act, token)
        else:
            words.append(token)
    reason, said = _reason(act, words)
    line = UnitLine(ordinals, act, people, at, reason, said, "", read_back, again)
    return _lacking(line) or line


def _heads(token: str) -> int | None:
    """A number of people: ``6``, ``6人``, ``十二人``; None when it is none."""
    figures = _PEOPLE.fullmatch(token)
    if figures is not None:
        return int(figures[1])
    spelt = _SPELT.fullmatch(token.replace("两", "二"))
    if spelt is None or not (spelt[1] or spelt[2]) or (spelt[1] and spelt[3] and not spelt[2]):
        return None
    tens = (_DIGITS.index(spelt[1]) + 1 if spelt[1] else 1) * 10 if spelt[2] else 0
    ones = spelt[3] if spelt[2] else spelt[1]
    return tens + (_DIGITS.index(ones) + 1 if ones else 0)


def _reason(act: str, words: list[str]) -> tuple[str, str]:
    """(reason code, the rest of the words) for the acts that have reasons."""
    table = REASONS if act == "refused" else RELEASES if act == "release_approved" else {}
    for code, spellings in table.items():
        for spelling in spellings:
            if words and words[0] == spelling:
                return code, " ".join(words[1:])
    if words and table:
        return "other", " ".join(words)
    return "", " ".join(words)


def _lacking(line: UnitLine) -> Unread | None:
    act = line.act
    if act in ("count", "release_approved") and line.people is None:
        return Unread("count_missing", act)
    if act == "promised" and line.at is None and line.people is None:
        return Unread("time_missing", act)
    if act in ("refused", "release_approved") and not line.reason:
        return Unread("reason_missing", act)
    if act in WORDED and not line.words:
        return Unread("words_missing", act)
    if act == "undo" and (line.words or line.at or line.people is not None):
        return Unread("too_much", act, line.words)
    if len(line.ordinals) > 1 and line.people is not None and act != "promised":
        return Unread("one_only", act)
    return None


def _replaced(ordinals: tuple[int, ...], tokens: list[str]) -> UnitLine | Unread:
    if not tokens:
        return Unread("other_missing", "replaced")
    if len(ordinals) > 1:
        return Unread("one_only", "replaced")
    return UnitLine(ordinals, "replaced", other=tokens[0], words=" ".join(tokens[1:]))


def _unasked(tokens: list[str]) -> UnitLine | Unread:
    """``先到 22 5``: the unit with the code or the name, how many, when."""
    if not tokens:
        return Unread("other_missing", "unasked")
    people, at, words = None, None, []
    for token in tokens[1:]:
        time, heads = _TIME.fullmatch(token), _heads(token)
        if time is not None and at is None:
            at = (int(time[1]), int(time[2]))
        elif re.fullmatch(r"-\d+[人名个位]?", token):
            return Unread("count_negative", "unasked", token)
        elif heads is not None and people is None:
            people = heads
        else:
            words.append(token)
    return UnitLine((), "unasked", people, at, "", " ".join(words), tokens[0])


def written(line: UnitLine) -> str:
    """A line as it would be typed, in the shortest words; reading it gives the same line."""
    first = {act: words[0] for act, words in ACTS.items()}
    parts: list[str] = []
    if line.act == "unasked":
        parts += [UNASKED[0], line.other]
    else:
        parts.append(_ranges(line.ordinals))
        parts += [CORRECTION[0]] if line.again else []
        parts.append(first[line.act])
        parts += [line.other] if line.other else []
    table = REASONS if line.act == "refused" else RELEASES
    parts += [table[line.reason][0]] if line.reason else []
    parts += [f"{line.at[0]}:{line.at[1]:02d}"] if line.at is not None else []
    parts += [f"{line.people}人"] if line.people is not None else []
    parts += ["复"] if line.read_back else []
    parts += [line.words] if line.words else []
    return " ".join(parts)


def _ranges(ordinals: tuple[int, ...]) -> str:
    runs: list[list[int]] = []
    for number in ordinals:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ",".join(str(low) if low == high else f"{low}-{high}" for low, high in runs)


def line_of(ordinal: int, act: str, people: int | None = None, words: str = "") -> UnitLine | Unread:
    """The line that was filled into the columns of a table. Nothing is looked for in the words but a reason.

    ``act`` is written as in ``ACTS``; 撤回 and 替代 have no place in a table.
    """
    known = _ACT.get(unicodedata.normalize("NFKC", act).strip().lower())
    if known is None or known in ("undo", "replaced"):
        return Unread("act_unknown", text=act.strip())
    if people is not None and known not in COUNTED:
        return Unread("too_much", known, str(people))
    reason, said = _reason(known, words.split())
    line = UnitLine((ordinal,), known, people, None, reason, said)
    return _lacking(line) or line
