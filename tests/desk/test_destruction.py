"""Personal data after an incident: masked from its end, opened with a reason, destroyed on the date - also from the file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from commandcenter.desk import destruction
from commandcenter.desk.clock import SetClock
from commandcenter.desk.engine import Done, Engine, RefusedBy
from commandcenter.desk.printing_job import document_data, print_document
from commandcenter.desk.read import Read
from commandcenter.desk.reference import Reference
from commandcenter.domain.clock import DAY, HOUR, MINUTE
from commandcenter.domain.command import Command, Who
from commandcenter.domain.office import FoundOffice
from commandcenter.domain.printed import RecordPrint
from commandcenter.domain.privacy_acts import (
    DestroyPersonalData,
    EndKeeping,
    KeepAsEvidence,
    OpenPersonalData,
    SignDestruction,
)
from commandcenter.domain.report_in_acts import Conclude, RecordMilestone
from commandcenter.domain.transfer_acts import ListHousehold
from commandcenter.domain.whistle_acts import (
    BlowWhistle,
    CloseWhistle,
    Note,
    StandDown,
    UnitCall,
)
from commandcenter.journal.journal import open_journal
from commandcenter.journal.rebuild import rebuild
from commandcenter.journal.verify import verify
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import NOW

CITIZEN, PHONE, WORDS = "欧阳晓岚", "139-5555-7788", "我家老人卧床不能走"
HELPER, DRAFTED = "端木志远", "门卫孙大爷说钥匙在他那里"
LIMIT = {"value": 30, "unit": "day", "basis": "office", "source": "街道自定"}
OPEN = {"value": 15, "unit": "minute", "basis": "office", "source": "街道自定"}


class World:
    """An engine on a real folder, two people in the roster, one ended incident with names in every corner."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = SetClock(NOW)
        self.engine = Engine(open_journal(folder, self.clock.now), self.clock.now)
        unit = {"name": "青榆派出所", "kind": "department", "relation": "dispatch", "duty_phone": "110"}
        records: Any = (
            ("office/main", {"name": "某街道"}, {}),
            ("unit/D01", unit, {}),
            ("person/P1", {}, {"name": "甲员"}),
            ("person/P2", {}, {"name": "乙员"}),
            ("limit/privacy.destroy_after_close", LIMIT, {}),
            ("limit/privacy.unmask", OPEN, {}),
        )
        self.do(FoundOffice(records=records))
        self.whistle = (
            self.do(BlowWhistle(units=(UnitCall(unit="D01"),), title="楼道起火")).subjects[0].partition("/")[2]
        )

    def do(self, command: Command, who: str = "P1") -> Done:
        outcome = self.engine.execute(command, Who(who, "clerk", self.engine.journal.node))
        assert isinstance(outcome, Done), outcome
        return outcome

    def refused(self, command: Command, who: str = "P1") -> str:
        outcome = self.engine.execute(command, Who(who, "clerk", self.engine.journal.node))
        assert isinstance(outcome, RefusedBy), outcome
        return outcome.code

    def play(self) -> None:
        """Words of a citizen in the log, at a department, in the transfer list, and in a draft nobody sent."""
        whistle = self.whistle
        self.do(Note(whistle=whistle, words=f"{WORDS}，电话{PHONE}", told_by=CITIZEN))
        self.do(RecordMilestone(whistle=whistle, unit="D01", milestone="answered", told_by=CITIZEN))
        self.do(RecordMilestone(whistle=whistle, unit="D01", milestone="arrived", people=2))
        self.do(
            ListHousehold(
                whistle=whistle, address="1号楼3单元402室", people=2, name=CITIZEN, phone=PHONE, helper=HELPER
            )
        )
        self.engine.save_draft(f"post.line.{whistle}", DRAFTED)

    def end(self) -> None:
        whistle = self.whistle
        self.clock.advance(HOUR)
        self.do(
            RecordMilestone(whistle=whistle, unit="D01", milestone="release_approved", people=2, reason="task_done")
        )
        self.do(StandDown(whistle=whistle, words="险情排除"))
        self.do(RecordMilestone(whistle=whistle, unit="D01", milestone="back"))
        self.do(CloseWhistle(whistle=whistle, no_report_words="无需终报", transfers_words="名单已交社区"))

    def sign(self) -> None:
        self.do(SignDestruction(whistle=self.whistle, person="P1"))
        self.do(SignDestruction(whistle=self.whistle, person="P2"), who="P2")

    def read(self) -> Read:
        return Read(self.folder)

    def on_disk(self, *words: str) -> list[str]:
        """Which of the words stand in any file of the folder as bytes."""
        files = [path.read_bytes() for path in self.folder.rglob("*") if path.is_file()]
        return [word for word in words if any(word.encode() in content for content in files)]

    def document(self, form: str, **more: Any) -> dict[str, Any]:
        subject = f"{'privacy' if form == 'destruction' else 'whistle'}/{self.whistle}"
        return document_data(str(self.folder), "", form, subject, now=self.clock.now(), **more)[0]


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    folder = tmp_path / "data"
    folder.mkdir()
    found = World(folder)
    yield found
    found.engine.journal.close()


SECRETS = (CITIZEN, PHONE, WORDS, HELPER, DRAFTED)


def test_after_the_date_no_file_of_the_folder_holds_a_name(world: World) -> None:
    world.play()
    assert set(world.on_disk(*SECRETS)) == set(SECRETS), "the names are there to be found"
    world.end()
    world.sign()
    world.clock.advance(30 * DAY)
    read = world.read()
    (command,) = destruction.due_now(read, Reference(read.reference), world.clock.now())
    read.close()
    world.do(command)
    assert world.on_disk(*SECRETS) == []
    journal = world.engine.journal
    verdict = verify(journal.connection)
    assert verdict.fault is None
    assert verdict.erased > 0
    told = str(world.document("command_log")) + str(world.document("review"))
    assert "（已依法销毁）" in told
    assert not any(word in told for word in SECRETS)
    assert "青榆派出所" in told, "units, times and counts stay"
    state = read_state(world)
    assert state.stage == "destroyed"
    assert rebuild(journal.connection).changed == 0, "the projections can still be folded anew"


def read_state(world: World) -> Any:
    read = world.read()
    try:
        return read.privacy.of(world.whistle)
    finally:
        read.close()


def test_two_people_sign_and_the_date_is_kept(world: World) -> None:
    world.play()
    destroy = DestroyPersonalData(whistle=world.whistle)
    assert world.refused(SignDestruction(whistle=world.whistle, person="P1")) == "privacy_running"
    assert world.refused(destroy) == "privacy_running"
    world.end()
    assert world.refused(destroy) == "signatures_missing"
    world.do(SignDestruction(whistle=world.whistle, person="P1"))
    assert world.refused(SignDestruction(whistle=world.whistle, person="P1")) == "two_people_needed"
    assert world.refused(SignDestruction(whistle=world.whistle, person="P9")) == "person_unknown"
    second = SignDestruction(whistle=world.whistle, person="P2")
    assert world.refused(second) == "not_your_signature", "nobody signs for two"
    assert world.refused(second, who="") == "nobody_signed_in"
    assert world.refused(destroy) == "signatures_missing"
    world.do(second, who="P2")
    assert world.refused(destroy) == "not_due_yet"
    world.clock.advance(30 * DAY - HOUR)
    assert world.refused(destroy) == "not_due_yet"
    world.clock.advance(HOUR + MINUTE)
    world.do(destroy)
    assert world.refused(destroy) == "privacy_destroyed"
    assert world.refused(OpenPersonalData(whistle=world.whistle, reason="再看看")) == "privacy_destroyed"


def test_what_is_kept_as_evidence_stays_until_its_day(world: World) -> None:
    world.play()
    world.end()
    world.sign()
    assert (
        world.refused(KeepAsEvidence(whistle=world.whistle, assessment=" ", until="2027-01-01")) == "assessment_needed"
    )
    assert world.refused(KeepAsEvidence(whistle=world.whistle, assessment="调查", until="明年")) == "not_a_date"
    assert world.refused(KeepAsEvidence(whistle=world.whistle, assessment="调查", until="2020-01-01")) == "due_in_past"
    world.do(KeepAsEvidence(whistle=world.whistle, assessment="火灾原因调查需要来电录音文字", until="2027-01-01"))
    world.clock.advance(60 * DAY)
    assert world.refused(DestroyPersonalData(whistle=world.whistle)) == "privacy_kept"
    assert world.refused(SignDestruction(whistle=world.whistle, person="P1")) == "privacy_kept"
    assert "火灾原因调查" in str(world.document("destruction"))
    world.do(EndKeeping(whistle=world.whistle))
    assert world.refused(DestroyPersonalData(whistle=world.whistle)) == "signatures_missing", "signatures fell away"
    world.sign()
    world.do(DestroyPersonalData(whistle=world.whistle))
    assert world.on_disk(CITIZEN) == []


def test_an_ended_incident_is_masked_on_paper_until_somebody_says_why(world: World) -> None:
    world.play()
    assert CITIZEN in str(world.document("command_log")), "the duty room works with the names"
    world.end()
    masked = str(world.document("command_log"))
    assert CITIZEN not in masked
    assert "欧阳**" in masked
    assert PHONE not in masked
    assert "139-****-7788" in masked
    assert world.refused(OpenPersonalData(whistle=world.whistle, reason=" ")) == "reason_needed"
    assert world.refused(OpenPersonalData(whistle=world.whistle, reason="复盘"), who="") == "nobody_signed_in"
    world.do(OpenPersonalData(whistle=world.whistle, reason="家属核对转移名单"))
    seat = world.engine.journal.node
    assert CITIZEN in str(world.document("command_log", seat=seat))
    assert CITIZEN not in str(world.document("command_log", seat="another seat"))
    told = str(world.document("destruction"))
    assert "家属核对转移名单" in told
    assert "甲员" in told
    world.clock.advance(16 * MINUTE)
    assert CITIZEN not in str(world.document("command_log", seat=seat))


def test_the_list_names_the_papers_and_nobody_they_are_about(world: World) -> None:
    world.play()
    world.end()
    printed = print_document(lambda a, b: None, str(world.folder), "", "command_log", f"whistle/{world.whistle}")
    about = {name: printed[name] for name in ("form", "subject", "digest", "vector", "number", "pages")}
    world.do(RecordPrint(**about, way="printer", copies=3))
    told = str(world.document("destruction"))
    assert "指挥记录（第1次）" in told
    assert "3份" in told
    assert not any(word in told for word in SECRETS)
    assert (
        print_document(lambda a, b: None, str(world.folder), "", "destruction", f"privacy/{world.whistle}")["pages"]
        >= 1
    )


def test_printed_files_in_the_data_folder_go_those_of_others_stay(world: World) -> None:
    number = world.document("command_log")["paper"]["number"]
    (world.folder / "导出").mkdir()
    gone = [world.folder / f"{number} 吹哨单.pdf", world.folder / "导出" / f"{number} 应急响应评估报告.docx"]
    stays = [
        world.folder / f"演-{number} 吹哨单.pdf",
        world.folder / f"{number}1 吹哨单.pdf",
        world.folder / f"{number} 说明.txt",
    ]
    for path in (*gone, *stays):
        path.write_bytes(b"x")
    assert destruction.remove_copies(lambda a, b: None, str(world.folder), "", number) == 2
    assert not any(path.exists() for path in gone)
    assert all(path.exists() for path in stays)


def test_matters_of_another_incident_cannot_be_taken_along(world: World) -> None:
    world.play()
    world.end()
    world.sign()
    world.clock.advance(31 * DAY)
    assert world.refused(DestroyPersonalData(whistle=world.whistle, matters=("case/c9",))) == "not_of_whistle"
    review = f"review/{world.whistle}"
    assert world.refused(DestroyPersonalData(whistle=world.whistle, matters=(review,))) == "not_of_whistle"


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    names=st.lists(
        st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=6, max_size=12),
        min_size=1,
        max_size=6,
        unique=True,
    )
)
def test_whatever_was_said_is_gone_from_the_file(names: list[str], tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("any")
    world = World(folder)
    try:
        for place, name in enumerate(names):
            if place % 2:
                world.do(ListHousehold(whistle=world.whistle, address=f"{place}号院", people=1, name=name))
            else:
                world.do(Note(whistle=world.whistle, words=name, told_by=name))
        world.do(RecordMilestone(whistle=world.whistle, unit="D01", milestone="answered", told_by=names[0]))
        world.do(Conclude(whistle=world.whistle, unit="D01", outcome="never_came", words=names[0], told_by=names[0]))
        world.do(StandDown(whistle=world.whistle, words="结束"))
        world.do(CloseWhistle(whistle=world.whistle, no_report_words="无需终报", transfers_words="名单已交社区"))
        world.sign()
        world.clock.advance(31 * DAY)
        read = world.read()
        command = destruction.destruction_of(read, world.whistle)
        read.close()
        world.do(command)
        assert world.on_disk(*names) == []
        assert verify(world.engine.journal.connection).fault is None
    finally:
        world.engine.journal.close()
