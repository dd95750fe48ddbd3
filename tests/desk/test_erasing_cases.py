"""A person erased from a real folder: afterwards no byte of it tells of them - database, log, backups, copies, attachments."""

from __future__ import annotations

import json
import random
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from commandcenter.desk.clock import SetClock
from commandcenter.desk.engine import Done, Engine
from commandcenter.desk.erasing_job import clear_files
from commandcenter.desk.erasures import kept_too_long
from commandcenter.desk.importing_job import import_workbook
from commandcenter.desk.lessons_job import learn
from commandcenter.desk.printing_job import document_data
from commandcenter.desk.read import Read
from commandcenter.domain.case_acts import Matter, NoteCase, RegisterCase, RevealCase
from commandcenter.domain.case_dispatch_acts import RefuseCase
from commandcenter.domain.case_file_acts import AttachFile
from commandcenter.domain.clock import HOUR
from commandcenter.domain.command import Command, Who
from commandcenter.domain.erasure_request import ErasureRequest
from commandcenter.domain.erasure_request_acts import (
    CarryOutErasure,
    ClearFiles,
    DeclineErasure,
    OpenErasure,
    SignErasure,
)
from commandcenter.domain.office import FoundOffice
from commandcenter.domain.printed import RecordPrint
from commandcenter.domain.refusal import Refused
from commandcenter.journal import attachments, backup, journal
from commandcenter.journal.journal import open_journal
from commandcenter.journal.rebuild import rebuild
from commandcenter.journal.trouble import Trouble
from commandcenter.journal.verify import verify
from small_office import records

from conftest import NOW

NAME, PHONE, WORDS = "尉迟龘靐", "13987654321", "彧窸窣巷口的鸱吻掉下来"
HEARD, DRAFTED, FILED, WHY = "她说彧窸家的狗姓轟焱", "门口见到龘靐女士", "龘靐的照片.jpg", "龘靐女士来电"
FILED_AS = f"{NAME}来件.csv"
TYPED = "帮龘靐再问一次"
PICTURE = b"\xff\xd8\xff\xe0" + random.Random(7).randbytes(9000) + b"\xff\xd9"
SECRETS = (NAME, "龘靐", PHONE, WORDS, "彧窸", HEARD, DRAFTED, FILED, WHY, TYPED, "轟焱")


def quiet(_done: int, _of: int) -> None:
    """Progress that nobody looks at."""


def spelled(secret: str) -> list[bytes]:
    """How a text can stand in a file."""
    escaped = json.dumps(secret)[1:-1]
    return [
        secret.encode(),
        secret.encode("utf-16-le"),
        secret.encode("utf-16-be"),
        escaped.encode(),
        secret.encode("gb18030"),
    ]


NEEDLES = [(secret, form) for secret in SECRETS for form in spelled(secret)] + [
    ("picture", PICTURE[100:132]),
    ("picture", PICTURE[5000:5032]),
]


def contents(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every byte below a folder; what is packed in an archive is unpacked."""
    for path in sorted(folder.rglob("*")):
        if not path.is_file():
            continue
        yield path.relative_to(folder).as_posix(), path.read_bytes()
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as pack:
                for name in pack.namelist():
                    yield f"{path.name}!{name}", pack.read(name)


def told_of(folder: Path) -> set[str]:
    """Where and what of the secrets stands in the folder."""
    return {
        f"{where}: {what}"
        for where, content in contents(folder)
        for what, form in NEEDLES
        if form in content or form.lower() in content
    }


class Street:
    """An engine on a real folder with two cases of one citizen among others, and all that comes to lie around them."""

    def __init__(self, folder: Path, source: Path) -> None:
        self.folder = folder
        self.clock = SetClock(NOW)
        self.open()
        self.do(FoundOffice(records=records()))
        self.engine.journal.close()
        lines = ["留言编号,留言主题,留言时间,留言详情", f"77,{WORDS},2019/2/28 11:25:05,{NAME}，{PHONE}"]
        lines.append(f"78,{WORDS},昨天下午,{NAME}")
        source.write_text("\n".join(lines), "utf-8")
        report = import_workbook(quiet, str(folder), "", str(source), {"now": NOW})
        assert report["created"] == 1
        again = import_workbook(quiet, str(folder), "", str(source), {"now": NOW})
        assert (again["created"], again["already_there"]) == (0, 1)
        kept = {"file": source.name, "report": report["report"], "created": 1}
        asking = {"file": source.name, "code": "columns_unknown", "facts": {"path": str(source)}}
        (folder / "imports" / "watched.json").write_text(json.dumps({"a": kept, "b": asking}), "utf-8")
        self.open()

    def open(self) -> None:
        """Open the folder, as after a start."""
        self.engine = Engine(open_journal(self.folder, self.clock.now), self.clock.now)

    def do(self, command: Command, who: str = "P1") -> Done:
        outcome = self.engine.execute(command, Who(who, "clerk", self.engine.journal.node))
        assert isinstance(outcome, Done), outcome
        return outcome

    def citizen(self, *, ended: bool = True) -> str:
        """A case with words in every corner, a file, drafts, a print; ended."""
        matter = Matter(
            title=WORDS, reporter=NAME, phone=PHONE, text=f"{WORDS}，联系{NAME}{PHONE}", place_words="彧窸窣巷口"
        )
        case = str(self.do(RegisterCase(matter=matter)).report["case"])
        self.do(NoteCase(case=case, words=HEARD))
        self.do(RevealCase(case=case, words=WHY))
        stored = attachments.put(self.folder, PICTURE, lambda _head, _size: "image/jpeg")
        self.do(AttachFile(case=case, sha256=stored.sha256, size=stored.size, media=stored.media, name=FILED))
        viewed = self.folder / attachments.VIEWED
        viewed.mkdir(exist_ok=True)
        (viewed / f"x-{stored.sha256[:8]}.jpg").write_bytes(PICTURE)
        self.engine.save_draft(f"cases.note.{case}", DRAFTED)
        if ended:
            self.do(RefuseCase(case=case, reason="legal_route", words=HEARD))
        number = self.engine.journal.folded(f"case/{case}").state.number
        (self.folder / f"交办单-{number}.pdf").write_bytes(f"{NAME}{PHONE}".encode())
        return case

    def imported(self) -> str:
        """The case that came in by the file."""
        sql = "SELECT id FROM case_row WHERE source_number = '77'"
        return str(self.engine.journal.connection.execute(sql).fetchone()[0])

    def indexed(self) -> set[str]:
        """Which rare characters of the secrets stand in the pages of the search index, those of deleted texts included.

        A page tells a pair only in pieces, because words share their beginnings; its second character stands there whole.
        """
        found = self.engine.journal.connection.execute("SELECT block FROM search_index_data").fetchall()
        pages = b"".join(bytes(block) for (block,) in found)
        return {char for char in "靐窸焱吻" if char.encode() in pages}

    def back_up(self, name: str) -> Path:
        target = self.folder / "backups" / name
        backup.make_backup(self.folder, target, self.clock.now)
        return target

    def signed(self, *cases: str) -> str:
        """A request that two people signed."""
        key = str(self.do(OpenErasure(cases=cases, asker=NAME, words=WORDS)).report["request"])
        for person in ("P1", "P2"):
            self.do(SignErasure(request=key, person=person), person)
        return key

    def erase(self, *cases: str) -> ErasureRequest:
        """Ask, sign twice, carry out, clear the files."""
        key = self.signed(*cases)
        self.do(CarryOutErasure(request=key))
        return self.clear(key)

    def clear(self, key: str) -> ErasureRequest:
        self.clock.advance(HOUR)
        told = clear_files(quiet, str(self.folder), "", key, str(self.folder / "backups"), self.clock.now())
        self.do(ClearFiles(**told))
        found = self.engine.journal.folded(f"erasure_request/{key}").state
        assert isinstance(found, ErasureRequest)
        return found


@pytest.fixture
def street(tmp_path: Path) -> Iterator[Street]:
    folder = tmp_path / "data"
    folder.mkdir()
    found = Street(folder, tmp_path / FILED_AS)
    yield found
    found.engine.journal.close()


def test_nothing_on_the_disk_tells_of_an_erased_person(street: Street) -> None:
    one, two, old = street.citizen(), street.citizen(), street.imported()
    other = str(street.do(RegisterCase(matter=Matter(title="路灯不亮", reporter="王秀兰"))).report["case"])
    learn(quiet, str(street.folder), "", NOW)
    assert (street.folder / "lessons.json").exists()
    street.back_up("hand-20260716-214712.ccb")
    street.back_up("auto-20260716-214712.ccb")
    before = {line.partition(":")[0].partition("!")[0] for line in told_of(street.folder)}
    assert {"hand-20260716-214712.ccb", "auto-20260716-214712.ccb"} <= before
    assert any(where.startswith("attachments/") for where in before)
    assert any(where.endswith(".pdf") for where in before)
    done = street.erase(one, two, old)
    assert told_of(street.folder) == set()
    assert not (street.folder / "lessons.json").exists()
    assert done.counts == {"cases": 3, "files": 2}
    assert done.cleared == {"copies": 2, "backups": 2, "aside": 0}
    assert done.removed == ("auto-20260716-214712.ccb", "hand-20260716-214712.ccb")
    assert [path.name for path in (street.folder / "backups").iterdir()] == [done.backup]
    assert verify(street.engine.journal.connection).whole
    rebuild(street.engine.journal.connection)
    street.engine.journal.checkpoint(truncate=True)
    assert told_of(street.folder) == set()
    reader = Read(street.folder)
    assert reader.cases.search("龘靐") == []
    assert reader.cases.search(PHONE) == []
    assert reader.cases.case(one)[0].erased
    assert reader.cases.case(other)[0].reporter == "王秀兰"
    reader.close()
    assert backup.rehearse(street.folder / "backups" / done.backup).cases == 4


def test_a_backup_from_before_is_erased_again_when_it_is_restored(street: Street, tmp_path: Path) -> None:
    case = street.citizen()
    elsewhere = tmp_path / "usb" / "hand-1.ccb"
    backup.make_backup(street.folder, elsewhere, street.clock.now)
    street.erase(case, street.imported())
    street.engine.journal.close()
    backup.restore(elsewhere, street.folder, street.clock.now)
    assert told_of(street.folder)
    street.open()
    assert street.engine.journal.folded(f"case/{case}").state.erased
    street.engine.journal.checkpoint(truncate=True)
    assert told_of(street.folder) == set()
    assert verify(street.engine.journal.connection).whole


def test_a_list_of_many_leaves_no_word_in_the_index(street: Street) -> None:
    cases = [street.citizen() for _ in range(24)]
    assert len(street.indexed()) > 1
    street.erase(*cases, street.imported())
    assert told_of(street.folder) == set()
    assert street.indexed() == set()


def test_in_a_large_office_the_job_behind_takes_the_words_out_of_the_index(
    street: Street, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "MERGED_AT_ONCE", 0)
    case = street.citizen()
    for count in range(60):  # where many go at once, the index brings itself together
        street.do(RegisterCase(matter=Matter(title=f"路灯不亮{count}")))
    key = street.signed(case, street.imported())
    street.do(CarryOutErasure(request=key))
    assert street.indexed()
    street.clear(key)
    assert street.indexed() == set()
    assert told_of(street.folder) == set()


def test_what_another_case_uses_stays(street: Street) -> None:
    one, two = street.citizen(), street.citizen()
    street.erase(one)
    assert any(where.startswith("attachments/") for where in told_of(street.folder))
    street.erase(two, street.imported())
    assert told_of(street.folder) == set()


def test_what_a_restore_moved_aside_goes_and_what_cannot_be_read_is_named(street: Street, tmp_path: Path) -> None:
    case = street.citizen()
    old = tmp_path / "usb" / "hand-1.ccb"
    backup.make_backup(street.folder, old, street.clock.now)
    street.engine.journal.close()
    backup.restore(old, street.folder, street.clock.now)
    street.open()
    torn = street.folder / "backups" / "hand-torn.ccb"
    torn.parent.mkdir(exist_ok=True)
    torn.write_bytes(b"no archive")
    done = street.erase(case, street.imported())
    assert [name for name in done.removed if name.startswith("before-restore-")] == list(done.removed)
    assert (done.cleared["aside"], done.left) == (1, ("hand-torn.ccb",))
    assert told_of(street.folder) == set()


def test_a_backup_from_before_the_case_stays(street: Street) -> None:
    early = street.back_up("hand-early.ccb")
    case = street.citizen()
    late = street.back_up("hand-late.ccb")
    done = street.erase(case)
    assert (early.exists(), late.exists(), done.removed) == (True, False, ("hand-late.ccb",))


def test_nothing_is_removed_when_the_new_backup_cannot_be_made(street: Street, monkeypatch: pytest.MonkeyPatch) -> None:
    case = street.citizen()
    standing = street.back_up("hand-1.ccb")

    def full(*_told: object, **_more: object) -> None:
        raise Trouble("disk_full")

    monkeypatch.setattr(backup, "make_backup", full)
    key = street.signed(case)
    street.do(CarryOutErasure(request=key))
    with pytest.raises(Trouble, match="disk_full"):
        street.clear(key)
    assert standing.exists()
    monkeypatch.undo()
    assert street.clear(key).removed == ("hand-1.ccb",)


def test_archived_cases_whose_time_is_over_are_listed_oldest_first_until_they_are_erased(street: Street) -> None:
    one, two = street.citizen(), street.citizen()
    connection = street.engine.journal.connection
    connection.execute("UPDATE case_row SET stage = 'archived', closed_at = 1000 WHERE id = ?", (one,))
    connection.execute("UPDATE case_row SET stage = 'archived', closed_at = 2000 WHERE id = ?", (two,))
    reader = Read(street.folder)
    assert kept_too_long(reader, 3000, 10) == [one, two]
    assert kept_too_long(reader, 2000, 10) == [one]
    assert kept_too_long(reader, 3000, 1) == [one]
    street.do(OpenErasure(reason="retention", cases=(one,)))
    assert kept_too_long(reader, 3000, 10) == [two]
    street.erase(two)
    connection.execute("UPDATE case_row SET stage = 'archived', closed_at = 2000 WHERE id = ?", (two,))
    assert kept_too_long(reader, 3000, 10) == []
    reader.close()


def test_the_papers_before_and_after_and_the_answer(street: Street) -> None:
    case = street.citizen()
    number = street.engine.journal.folded(f"case/{case}").state.number
    street.do(RecordPrint(form="public_notice", subject=f"case/{case}", way="pdf", copies=1, digest="x", vector=""))
    key = street.signed(case)
    subject = f"erasure_request/{key}"

    def paper(form: str) -> str:
        return str(document_data(str(street.folder), "", form, subject, now=street.clock.now())[0])

    before = paper("erasure_list")
    assert number in before
    assert "诉求办理结果公示" in before
    street.do(CarryOutErasure(request=key))
    street.clear(key)
    after = paper("erasure_list")
    assert "-erased.ccb" in after
    for told in (before, after):
        assert not any(secret in told for secret in SECRETS)
    other = str(street.do(OpenErasure(cases=(street.citizen(),), asker=NAME)).report["request"])
    with pytest.raises(Refused, match="nothing_to_print"):
        document_data(str(street.folder), "", "erasure_answer", f"erasure_request/{other}")
    street.do(DeclineErasure(request=other, words="作为证据保存"))
    answer = document_data(str(street.folder), "", "erasure_answer", f"erasure_request/{other}")[0]
    assert NAME in str(answer)
    assert "作为证据保存" in str(answer)
