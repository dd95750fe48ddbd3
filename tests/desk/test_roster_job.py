"""Taking a roster over, through the door and onto the disk: one act in, one act back, and nothing the second time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from commandcenter.desk.clock import SetClock
from commandcenter.desk.door import OwnDoor, open_door
from commandcenter.desk.engine import Done
from commandcenter.desk.roster_job import look_into, save_faults, take_back, take_over, write_out
from commandcenter.domain.clock import DAY, at_local, local_date
from commandcenter.domain.command import Command
from commandcenter.domain.coverage import vacancies
from commandcenter.domain.record import AmendRecord
from commandcenter.domain.refusal import Refused
from commandcenter.domain.roster import CHIEFS, Directory, Place
from commandcenter.exchange.roster_cells import Mend
from commandcenter.exchange.roster_file import Seen
from commandcenter.exchange.roster_holes import left_empty
from commandcenter.journal.database import FILE_NAME, connect
from commandcenter.journal.reading.reference import ReferenceReader
from commandcenter.journal.rebuild import rebuild
from office_window import founded_folder, office_folder  # noqa: F401
from openpyxl import Workbook, load_workbook
from tests.conftest import NOW

# ruff: noqa: F811  fixtures are imported by name

SINCE = at_local(local_date(NOW - 3 * DAY))
HEADINGS = ("街巷名称", "社区", "巷长", "职务", "电话", "副巷长", "小巷管家", "小巷管家2", "长度")


def silent(_done: int, _total: int) -> None:
    """Progress that nobody looks at."""


class Office:
    """A founded office and rosters brought into it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.edits: list[tuple[str, int, int, str, str]] = []
        self.since = SINCE

    def options(self) -> dict[str, Any]:
        """What a person chose."""
        return {"since": self.since, "now": NOW, "edits": self.edits}

    def look(self, path: Path) -> Seen:
        """What the file would change."""
        return look_into(silent, str(self.folder), "", str(path), self.options())

    def take(self, path: Path, keys: Mapping[str, Sequence[str]] | None = None) -> dict[str, Any]:
        """Take over what is ticked by itself, or some differences."""
        if keys is None:
            keys = {one.key: [one.before, one.after] for one in self.look(path).differences if one.ticked}
        return take_over(silent, str(self.folder), "", str(path), self.options() | {"keys": keys})

    def back(self, key: str) -> dict[str, Any]:
        """Take an import back."""
        return take_back(silent, str(self.folder), "", {"key": key, "now": NOW, "reason": "表拿错了"})

    def directory(self, now: int = NOW) -> Directory:
        """The roster of a day."""
        connection = connect(self.folder / FILE_NAME)
        try:
            return ReferenceReader(connection).directory(now)
        finally:
            connection.close()

    def submit(self, command: Command) -> None:
        """Somebody else does something."""
        door = open_door(self.folder, SetClock(NOW).now)
        try:
            assert isinstance(door.submit(command), Done)
        finally:
            door.close()

    def place(self, name: str, now: int = NOW) -> Place:
        """A street by name."""
        return next(place for place in self.directory(now).streets() if place.name == name)

    def chief(self, name: str, now: int = NOW) -> str:
        """The name of a street's chief on a day; empty when there is none."""
        found = self.directory(now).holders(f"place/{self.place(name, now).id}", *CHIEFS)
        return found[0].person.name if found else ""

    def phone(self, name: str) -> str:
        """The number of somebody."""
        return next(one.phone for one in self.directory().people.values() if one.active and one.name == name)


@pytest.fixture
def office(office_folder: Path) -> Office:
    """The sample office in a folder of this test alone."""
    return Office(office_folder)


def table(path: Path, *rows: Sequence[object]) -> Path:
    """A workbook under ``HEADINGS``."""
    book = Workbook()
    for row in (HEADINGS, *rows):
        book.active.append(row)  # type: ignore[union-attr]
    book.save(path)
    return path


def people_of(directory: Directory) -> set[tuple[str, str, str, str]]:
    """Who holds what, by names: to compare two rosters with."""
    return {
        (one.target, one.role, directory.people[one.person].name, directory.people[one.person].phone)
        for one in directory.appointments
    }


def news(tmp_path: Path) -> Path:
    """A new chief, a new steward, another number, another length, a new alley with its people."""
    return table(
        tmp_path / "r.xlsx",
        ("石榴院胡同", "", "钱一一", "平安办科员", "100-0000-9038", "", "", "", 345),
        ("织云巷", "", "", "", "", "", "白一一 100-0000-9208", "", ""),
        ("新开里", "槐序社区", "孙一一", "", "100-0000-9301", "", "孟一一", "", 66),
    )


def test_one_act_brings_everything_and_the_day_before_keeps_its_people(office: Office, tmp_path: Path) -> None:
    before = office.directory()
    chief = office.chief("石榴院胡同")
    took = office.take(news(tmp_path))
    assert (office.chief("石榴院胡同"), office.chief("石榴院胡同", SINCE - DAY)) == ("钱一一", chief)
    assert office.chief("石榴院胡同", SINCE + DAY) == "钱一一", "from the day on, not from the moment of the import"
    assert office.place("石榴院胡同").length_m == 345
    assert office.chief("新开里") == "孙一一"
    assert office.phone("白一一") == "100-0000-9208"
    there = people_of(office.directory())
    gone = people_of(before) - there
    assert {(role, name) for _, role, name, _ in gone} == {("alley_chief", chief)}
    assert took["counts"] == {"new": 4, "changed": 2}


def test_the_same_workbook_again_shows_no_difference(office: Office, tmp_path: Path) -> None:
    path = news(tmp_path)
    office.take(path)
    assert [one for one in office.look(path).differences if one.ticked] == []


def test_a_workbook_that_holds_from_a_day_to_come_changes_nothing_before(office: Office, tmp_path: Path) -> None:
    office.since = at_local(local_date(NOW + 10 * DAY))
    chief = office.chief("石榴院胡同")
    path = news(tmp_path)
    took = office.take(path)
    assert (office.chief("石榴院胡同"), office.chief("石榴院胡同", office.since)) == (chief, "钱一一")
    assert [one for one in office.look(path).differences if one.ticked] == []
    office.back(took["key"])
    assert office.chief("石榴院胡同", office.since + DAY) == chief


def test_an_import_is_taken_back_as_one_and_can_be_brought_again(office: Office, tmp_path: Path) -> None:
    path = news(tmp_path)
    before = office.directory()
    took = office.take(path)
    assert office.back(took["key"])["kept"] == 0
    after = office.directory()
    assert people_of(after) == people_of(before)
    assert {one.id: one.length_m for one in after.streets()} == {one.id: one.length_m for one in before.streets()}
    assert {one.name for one in after.people.values() if one.active} == {
        one.name for one in before.people.values() if one.active
    }
    for day in (SINCE - DAY, SINCE + DAY):
        assert people_of(office.directory(day)) == people_of(before.at(day)), "and no day remembers it"
    with pytest.raises(Refused) as refused:
        office.back(took["key"])
    assert refused.value.code == "not_listed"
    office.take(path)
    assert office.chief("新开里") == "孙一一"
    assert sum(one.name == "钱一一" for one in office.directory().people.values()) == 1, "nobody is entered twice"


def test_what_somebody_changed_since_stays_when_the_import_is_taken_back(office: Office, tmp_path: Path) -> None:
    path = news(tmp_path)
    took = office.take(path)
    alley = office.place("石榴院胡同").id
    office.submit(AmendRecord(subject=f"place/{alley}", fields={"length_m": 350}))
    assert office.back(took["key"])["kept"] == 1
    assert office.place("石榴院胡同").length_m == 350
    assert office.chief("石榴院胡同") != "钱一一"


def test_nothing_is_written_when_the_roster_is_another_than_was_seen(office: Office, tmp_path: Path) -> None:
    path = news(tmp_path)
    keys = {one.key: [one.before, one.after] for one in office.look(path).differences if one.ticked}
    office.submit(AmendRecord(subject=f"place/{office.place('石榴院胡同').id}", fields={"length_m": 7}))
    before = people_of(office.directory())
    with pytest.raises(Refused) as refused:
        office.take(path, keys)
    assert refused.value.code == "roster_moved"
    assert people_of(office.directory()) == before


def test_only_what_was_ticked_is_taken_and_a_post_brings_its_place(office: Office, tmp_path: Path) -> None:
    path = news(tmp_path)
    wanted = {
        one.key: [one.before, one.after] for one in office.look(path).differences if one.after.startswith("孙一一")
    }
    took = office.take(path, wanted)
    assert took["taken"] == 2
    assert office.chief("新开里") == "孙一一"
    assert office.chief("石榴院胡同") != "钱一一"


def test_a_person_told_at_two_places_is_one_person(office: Office, tmp_path: Path) -> None:
    path = table(
        tmp_path / "r.xlsx",
        ("织云巷", "", "", "", "", "", "白一一 100-0000-9208", "", ""),
        ("石榴院胡同", "", "", "", "", "", "白一一 100-0000-9208", "", ""),
    )
    office.take(path)
    assert sum(one.name == "白一一" for one in office.directory().people.values()) == 1


def test_a_street_that_is_taken_out_ends_the_posts_at_it(office: Office, tmp_path: Path) -> None:
    path = table(tmp_path / "r.xlsx", ("织云巷", "锦机里社区", "", "", "", "", "", "", ""))
    gone = [one for one in office.look(path).differences if one.item == "place"]
    assert gone
    office.take(path, {gone[0].key: [gone[0].before, gone[0].after]})
    directory = office.directory()
    assert not any(one.target == gone[0].target for one in directory.appointments)
    assert not directory.places[gone[0].target.partition("/")[2]].active


def test_the_posts_said_to_stand_empty_are_those_that_do(office: Office, tmp_path: Path) -> None:
    """Chiefs gone, a street taken out, a new alley without a chief, one whose chief is replaced: held against the roster."""
    path = table(
        tmp_path / "r.xlsx",
        ("织云巷", "锦机里社区", "", "", "", "", "", "", ""),
        ("石榴院胡同", "石榴院社区", "钱一一", "", "100-0000-9038", "", "", "", ""),
        ("砚池胡同", "槐序社区", "", "", "", "", "", "", ""),
        ("新开里", "槐序社区", "", "", "", "", "孟一一", "", 66),
    )
    before = office.directory()
    gone = next(one.id for one in before.streets() if one.name == "晒布场巷")
    wanted = [
        one
        for one in office.look(path).differences
        if one.ticked or one.act["do"] == "end" or one.target == f"place/{gone}"
    ]
    told = left_empty(before, wanted)
    assert [one.where for one in told] == ["砚池胡同", "织云巷", "新开里"]
    office.take(path, {one.key: [one.before, one.after] for one in wanted})
    after = office.directory()
    assert not after.places[gone].active
    empty = {one.place.name for one in vacancies(after, NOW)} - {one.place.name for one in vacancies(before, NOW)}
    assert {one.where for one in told} == empty


def test_a_mended_cell_is_what_is_taken_over(office: Office, tmp_path: Path) -> None:
    path = table(tmp_path / "r.xlsx", ("北石榴院胡同", "", "钱一一", "", "100-0000-9038", "", "", "", ""))
    assert [one.code for one in office.look(path).faults] == ["place_like"]
    assert office.look(path).faults[0].mend == Mend("text", "石榴院胡同")
    office.edits = [("Sheet", 2, 0, "text", "石榴院胡同")]
    office.take(path)
    assert office.chief("石榴院胡同") == "钱一一"


def test_out_and_in_again_of_the_whole_office(office: Office, tmp_path: Path) -> None:
    for what in ("roster", "units"):
        path = tmp_path / f"{what}.xlsx"
        told = write_out(silent, str(office.folder), "", str(path), {"what": what, "now": NOW})
        assert told["rows"] > 40
        seen = office.look(path)
        assert (seen.differences, seen.faults) == ([], []), what
        assert seen.same == seen.rows > 40


def test_units_come_from_a_table(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "部门.xlsx"
    write_out(silent, str(office.folder), "", str(path), {"what": "units", "now": NOW})
    book = load_workbook(path)
    sheet = book.active
    assert sheet is not None
    sheet["F2"] = "100-0000-9999"
    sheet["I2"] = "主任（新）"
    sheet.append(("", "新来的所", "部门", "调", "", "100-0000-9998", "", "赵一一", "所长", "100-0000-9997"))
    book.save(path)
    seen = office.look(path)
    assert [(one.sort, one.item) for one in seen.differences] == [
        ("changed", "duty_phone"),
        ("changed", "contacts"),
        ("new", "unit"),
    ]
    took = office.take(path)
    assert office.look(path).differences == []
    office.back(took["key"])
    assert [(one.sort, one.item) for one in office.look(path).differences if one.ticked][:2] == [
        ("changed", "duty_phone"),
        ("changed", "contacts"),
    ]


def test_rows_that_could_not_be_read_lie_beside_the_file(office: Office, tmp_path: Path) -> None:
    path = table(tmp_path / "r.xlsx", ("织云巷", "没有的社区", "", "", "", "", "", "", ""))
    fault = office.look(path).faults[0]
    options = {"rejected": [(fault.spot.sheet, fault.spot.row, "a")], "reasons": {"a": "社区查不到"}}
    told = save_faults(silent, str(office.folder), "", str(path), options)
    sheet = load_workbook(told["path"]).active
    assert sheet is not None
    assert [[cell.value for cell in row][:2] for row in sheet.iter_rows()] == [
        ["街巷名称", "社区"],
        ["织云巷", "没有的社区"],
    ]
    assert "社区查不到" in [cell.value for cell in sheet[2]]


def test_everything_folded_anew_is_the_same(office: Office, tmp_path: Path) -> None:
    took = office.take(news(tmp_path))
    office.back(took["key"])
    before = people_of(office.directory())
    door = open_door(office.folder, SetClock(NOW).now)
    try:
        assert isinstance(door, OwnDoor)
        rebuild(door.engine.journal.connection)
    finally:
        door.close()
    assert people_of(office.directory()) == before
