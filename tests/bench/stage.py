"""What the figures are measured on: a founded office, and an office with 100,000 cases. Each is made once a run.

The cases come in the way an office brings them in: a table in a file, through the import, live where they are young.
"""

from __future__ import annotations

import csv
import shutil
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import cached_property
from itertools import count
from pathlib import Path
from random import Random

from commandcenter.desk.clock import SystemClock
from commandcenter.desk.door import OwnDoor, open_door
from commandcenter.desk.engine import Done
from commandcenter.desk.generating_job import generate
from commandcenter.domain.case_acts import Matter, RegisterCase
from commandcenter.domain.clock import CHINA, MINUTE, local
from commandcenter.domain.command import Command
from commandcenter.exchange import importing
from commandcenter.exchange.founding import sample_office
from commandcenter.exchange.generator import Wish
from commandcenter.exchange.importing import Choice
from commandcenter.exchange.rows import Reference
from commandcenter.journal.canonical import FOLD_VERSION, fold_version
from commandcenter.journal.database import FILE_NAME, SCHEMA, connect, schema_of
from commandcenter.journal.ids import uuid7
from commandcenter.journal.reading.foreign import ForeignReader
from commandcenter.journal.reading.reference import ReferenceReader

CASES = 100_000
MILLION = 1_000_000
SEED = 7
YOUNG = 2_000
"""How many of them are so young that they come in live, with clocks."""
OPEN_AT_LEAST = 50

clock = SystemClock()


class Stage:
    """The folders of one run, all below ``root``."""

    def __init__(self, root: Path, offices: Path | None = None) -> None:
        self.root = root
        self._offices = offices
        self._names = count(1)
        self._large: dict[int, Path] = {}

    def folder(self) -> Path:
        """An empty folder."""
        place = self.root / f"f{next(self._names)}"
        place.mkdir()
        return place

    def office(self) -> Path:
        """A copy of the sample office with at least 50 open cases, everything searchable."""
        return self.copy(self._office)

    def hundred_thousand(self, *, searchable: bool = True) -> Path:
        """A copy of an office with 100,000 cases; ``searchable`` also indexed."""
        return self.copy(self._searchable if searchable else self._unindexed)

    def copy(self, folder: Path) -> Path:
        """A copy of a folder's database in a folder of its own, under an identity of its own."""
        place = self.folder()
        shutil.copy(folder / FILE_NAME, place / FILE_NAME)
        return place

    def made(self, cases: int) -> Path:
        """An office of the generator with so many cases, the same folder for every figure of a run: it is large.

        What is kept in the folder of offices is used again while schema and folds are the same.
        """
        if cases not in self._large:
            kept = (self._offices or self.root) / f"cases-{cases}"
            if not _is_current(kept):
                shutil.rmtree(kept, ignore_errors=True)
                until = clock.now() // MINUTE * MINUTE
                generate(kept, "", Wish(cases, 10, SEED, until), _say, digest=False)
            self._large[cases] = self.copy(kept) if self._offices else kept
        return self._large[cases]

    def million(self) -> Path:
        """The office of a million cases."""
        return self.made(MILLION)

    @cached_property
    def million_plain(self) -> Path:
        """Its database as a plain file of its own, for another SQLite library."""
        return self.copy(self.million()) / FILE_NAME

    @cached_property
    def _office(self) -> Path:
        folder = self.folder()
        with own_door(folder) as door:
            done(door, sample_office(clock.now(), lambda: uuid7(clock.now())))
            standing = door.engine.journal.connection.execute("SELECT count(*) FROM case_row WHERE open").fetchone()[0]
            for matter in matters(max(0, OPEN_AT_LEAST - standing)):
                done(door, RegisterCase(matter=matter))
        return folder

    @cached_property
    def _unindexed(self) -> Path:
        folder = self.office()
        file = self.folder() / "cases.csv"
        write_table(file, CASES)
        bring_in(folder, file, Choice(live="recent"))
        return folder

    @cached_property
    def _searchable(self) -> Path:
        from commandcenter.desk.work import index_cases

        folder = self.copy(self._unindexed)
        index_cases(lambda told, total: None, str(folder), "")
        settle(folder)
        return folder


def _is_current(folder: Path) -> bool:
    """Whether a made office can be used as it stands."""
    if not (folder / FILE_NAME).exists():
        return False
    connection = connect(folder / FILE_NAME)
    try:
        return schema_of(connection) == SCHEMA and fold_version(connection) == FOLD_VERSION
    finally:
        connection.close()


def _say(part: str, done: int) -> None:
    if sys.stderr.isatty():
        print(f"\r\x1b[K{part} {done:,}", end="\r", file=sys.stderr, flush=True)


def own_door(folder: Path) -> OwnDoor:
    """The door of a folder that no window is open on."""
    door = open_door(folder, clock.now)
    if not isinstance(door, OwnDoor):
        raise RuntimeError("a window is open on the folder of the bench")
    return door


def done(door: OwnDoor, command: Command) -> Done:
    """Execute a command that must go through."""
    outcome = door.submit(command)
    if not isinstance(outcome, Done):
        raise RuntimeError(f"{type(command).__name__}: {outcome}")
    return outcome


def settle(folder: Path) -> None:
    """Fold the write-ahead log back, so that the database is one file."""
    connection = connect(folder / FILE_NAME, write=True)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def bring_in(folder: Path, file: Path, choice: Choice) -> int:
    """Import a file as the import job does, but for making it searchable. Returns how many cases were made."""
    prepared = importing.prepare(file, choice)
    with own_door(folder) as door:
        connection = connect(folder / FILE_NAME)
        try:
            report = importing.run(
                prepared,
                reference_in(ReferenceReader(connection)),
                ForeignReader(connection),
                lambda command: done(door, command).report,
                now=clock.now(),
                steady=clock.steady,
                alone=True,
                progress=lambda told, total: None,
                batch="bench",
            )
        finally:
            connection.close()
    return report.created


def reference_in(reader: ReferenceReader) -> Reference:
    """Roster and categories as the import job looks them up."""
    found = {key: tuple(map(str, record.get("path", ()))) for key, record in reader.records("category").items()}
    return Reference(reader.directory(), {key: path for key, path in found.items() if path})


# --- invented matters -------------------------------------------------------------------------------------------------

_PLACES = (
    "望潮街",
    "砚池胡同",
    "青石路",
    "榆钱巷",
    "河沿北街",
    "铁匠营",
    "丰登里",
    "临水西路",
    "桐花街",
    "翠屏路",
    "柳荫街",
    "新桥头",
)
_THINGS = (
    *(
        "路灯",
        "井盖",
        "暖气",
        "电梯",
        "下水道",
        "单元门禁",
        "垃圾桶",
        "充电桩",
        "广告牌",
        "消防通道",
        "绿化带",
        "健身器材",
    ),
    *(
        "围墙",
        "楼道照明",
        "供水管",
        "燃气阀门",
        "停车位",
        "防护栏",
        "屋面防水",
        "化粪池",
        "晾衣绳",
        "老槐树",
        "信报箱",
        "步道砖",
    ),
)
_FAULTS = (
    *(
        "损坏多日无人修理",
        "夜里发出很大的响声",
        "被私家车长期占用",
        "漏水严重影响楼下住户",
        "堆满杂物无法通行",
        "异味刺鼻",
    ),
    *("报修三次没有结果", "存在安全隐患", "收费标准不透明", "反复出现同样的问题", "遮挡住户采光", "施工扬尘很大"),
)
_ASKS = (
    *("请尽快派人现场查看", "希望给出明确的处理时限", "要求物业公开说明", "请有关部门协调解决", "恳请核实后电话回复"),
    *("建议重新规划", "希望不要再推诿", "老人出行十分不便", "孩子上学必经此处", "已经影响全楼居民休息"),
)
_WHO = ("居民", "商户", "租户", "老人", "家长", "路人", "业主", "志愿者")
_DIGITS = "零一二三四五六七八九"


def text_of(chance: Random) -> tuple[str, str]:
    """Title and text of an invented matter; about eighty characters, with numbers so that some words are rare."""
    place, thing, fault = chance.choice(_PLACES), chance.choice(_THINGS), chance.choice(_FAULTS)
    spelt = "".join(chance.choice(_DIGITS) for _ in range(3))
    parts = [f"{chance.choice(_WHO)}反映，{place}{chance.randrange(1, 200)}号院{spelt}室附近{thing}{fault}"]
    parts += [f"{chance.choice(_THINGS)}{chance.choice(_FAULTS)}" for _ in range(chance.randrange(1, 4))]
    parts.append(chance.choice(_ASKS))
    return f"{place}{thing}{fault}", "，".join(parts) + "。"


def matters(number: int, seed: int = 7) -> Iterator[Matter]:
    """Matters that come in by hand."""
    chance = Random(seed)
    for place in range(number):
        title, text = text_of(chance)
        yield Matter(title=title, text=text, reporter=f"住户{place}", phone=f"100-0000-{place % 10_000:04d}")


def write_table(path: Path, rows: int) -> None:
    """A table of invented cases over six years, ``YOUNG`` of them of the last weeks."""
    chance = Random(3)
    now = local(clock.now())
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("留言编号", "留言用户", "留言主题", "留言时间", "留言详情"))
        for number in range(rows):
            minutes = chance.randrange(50 * 1440) if number < YOUNG else chance.randrange(61 * 1440, 6 * 365 * 1440)
            title, text = text_of(chance)
            writer.writerow((200_000 + number, f"A{number:08d}", title, _told(now, minutes), text))


def _told(now: datetime, minutes: int) -> str:
    return (now - timedelta(minutes=minutes + 1)).astimezone(CHINA).strftime("%Y/%m/%d %H:%M:%S")
