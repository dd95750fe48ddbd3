"""One line for the list of people to move: ``3号院 2户 5人 已转出 社区活动室``. Read as it is typed while somebody calls."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

WORDS = {
    "should": ("应转", "待转", "要转"),
    "contacted": ("已联系", "联系", "通知到"),
    "moved": ("已转出", "转出", "转移", "已转移"),
    "sheltered": ("已安置", "安置", "入住"),
    "relatives": ("投亲", "投友", "投亲靠友", "在外"),
    "returned": ("已返回", "返回", "回家"),
    "refused": ("拒转", "拒绝", "不走", "不肯走"),
}
"""How each state is said."""

PRIORITY_WORDS = {
    "minor": ("孩子", "儿童", "婴儿", "学生", "未成年"),
    "elderly": ("老人", "独居", "高龄"),
    "disabled": ("残疾", "失能", "轮椅", "卧床"),
    "pregnant": ("孕妇", "孕", "产妇", "哺乳"),
    "treatment": ("透析", "吸氧", "呼吸机", "就医", "病人"),
}
"""How those to think of first are said."""

_STAGE = {word: stage for stage, words in WORDS.items() for word in words}
_HOUSEHOLDS = re.compile(r"(\d{1,4})户")
_PEOPLE = re.compile(r"(\d{1,5})(?:人|口)")
_PHONE = re.compile(r"[\d-]{7,16}")


@dataclass(frozen=True, slots=True)
class TransferLine:
    """A read line. ``people`` None: not said. ``where`` is what stands behind the state: a place, or words of who refuses."""

    address: str
    households: int = 1
    people: int | None = None
    stage: str = "should"
    where: str = ""
    priority: tuple[str, ...] = ()
    phone: str = ""


def read_transfer_line(text: str) -> TransferLine | None:
    """What a line means; None when it names no address or neither a number nor a state."""
    tokens = unicodedata.normalize("NFKC", text).replace(",", " ").replace("，", " ").split()
    before: list[str] = []
    behind: list[str] = []
    told: dict[str, object] = {}
    priority: list[str] = []
    for token in tokens:
        households, people = _HOUSEHOLDS.fullmatch(token), _PEOPLE.fullmatch(token)
        first = _first(token)
        if households is not None:
            told["households"] = max(1, int(households[1]))
        elif people is not None:
            told["people"] = int(people[1])
        elif token in _STAGE:
            told["stage"] = _STAGE[token]
        elif _PHONE.fullmatch(token) and "phone" not in told and before:
            told["phone"] = token
        elif first and before:
            priority.append(first)
        else:
            (behind if "stage" in told else before).append(token)
    if not before or not told.keys() & {"households", "people", "stage"}:
        return None
    return TransferLine(
        address=" ".join(before),
        households=int(str(told.get("households", 1))),
        people=int(str(told["people"])) if "people" in told else None,
        stage=str(told.get("stage", "should")),
        where=" ".join(behind),
        priority=tuple(name for name in PRIORITY_WORDS if name in priority),
        phone=str(told.get("phone", "")),
    )


def _first(token: str) -> str:
    """Whom a word of the line names, of those to think of first."""
    return next((name for name, words in PRIORITY_WORDS.items() if token in words), "")
