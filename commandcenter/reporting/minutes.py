"""What minutes after GB/T 9704 have in common: sentences with their full stop, the table of tasks, 现将…纪要如下."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from commandcenter.reporting import blocks, times
from commandcenter.reporting.words import UNKNOWN


def stopped(words: str) -> str:
    """A sentence with the full stop it was typed without."""
    return f"{words.strip().rstrip('。；;')}。"


def opening(at: int, chair: str, place: str, kind: str, about: str, came: str, people: int | None = None) -> str:
    """The first paragraph: when, who held it where, what about, who came. ``at`` is epoch milliseconds."""
    where = f"在{place}" if place else ""
    count = f"，共{people}人" if people is not None else ""
    return (
        f"{times.moment(at)}，{chair or UNKNOWN}{where}主持召开{kind}，{about}。参加单位：{came or UNKNOWN}{count}。"
        "现将会议议定事项纪要如下。"
    )


def tasks(rows: Iterable[tuple[str, str, int | None]]) -> dict[str, Any]:
    """The table of what was decided: (unit, task, due as epoch milliseconds)."""
    told = [
        (place, unit, task or UNKNOWN, times.day(due) if due is not None else UNKNOWN)
        for place, (unit, task, due) in enumerate(rows, start=1)
    ]
    return blocks.table(("序", "责任单位", "任务", "完成时限"), told, (10, 44, 0, 34), centred=(0, 3))
