"""A gas leak under a block of flats, SC01 of domain.md 4.9, by keyboard alone: from the call to the signed review.

One person plays a night at the real window, inject by inject at its minute. Then the journal, the paper and the screen are
held against each other and against the scenario: nobody may have to believe the test, so what is expected stands in tables.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
from commandcenter.app import Application
from commandcenter.demo.hands import ALT, CTRL
from commandcenter.desk.clock import SetClock
from commandcenter.domain.clock import CHINA, MINUTE, epoch_ms
from commandcenter.domain.report_in import ending
from commandcenter.domain.supply import Supply, still_out
from commandcenter.domain.timeline import Entry, entries
from commandcenter.domain.transfer import Household, tally
from commandcenter.reporting import times
from commandcenter.ui.language import install_language
from commandcenter.ui.organ.screen import OrganScreen
from commandcenter.ui.post.ending import CloseSheet, StandDownSheet
from commandcenter.ui.post.screen import PostScreen
from commandcenter.ui.reports.screen import ReportsScreen
from commandcenter.ui.review.screen import ReviewScreen
from commandcenter.ui.tasks.screen import TasksScreen
from keyboard import SHIFT
from night_duty import Night
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication
from tests.reporting.paper_text import squeezed
from virtual_printer import VirtualPrinter, virtual_printer

Key = Qt.Key
AT_NIGHT = epoch_ms(datetime(2026, 7, 17, 2, 40, tzinfo=CHINA))
"""A working day at 02:40, as the scenario sets it."""
LONG = 60_000


# --- the night --------------------------------------------------------------------------------------------------------

CLERK, LEADER, DISTRICT = "傅若川", "沈建勋", "区应急指挥中心 林值班"
CALL = "住户来电：底商“阿婆小馆”后厨煤气味很重，三楼两位老人头晕"
GAS = Key.Key_3
"""The plan for leaking gas is the third tile of the console."""
CLEARED = ("gear", "signs", "cleaned")
ARRIVED = ("D01", "D10", "D02", "D03", "D07", "F02", "S02", "D27", "D04", "D11", "D26", "A3")


def minute_0(night: Night) -> None:
    """The call; 119 and the gas firm; the whistle within a minute."""
    hands = night.hands
    night.seat(CLERK)
    hands.key(Key.Key_F2)
    hands.fill(title="阿婆小馆后厨煤气味很重", place="望潮公寓A座", text=CALL)
    hands.send()
    night.at(0.5)
    with hands.task("blow"):
        hands.key(Key.Key_F9)
        hands.key(GAS)
        hands.hold(Key.Key_Return, lambda: bool(night.application.desk.read.incidents.running()))
    night.whistle = night.application.desk.read.incidents.running()[0].state.id
    night.shown(PostScreen)
    hands.linger(700)
    for unit in ("D01", "D10", "D03", "D27", "D07"):
        night.step(unit, "called")
        night.step(unit, "answered")
    night.line("已提醒来电人勿开关电器、到室外上风处等候")
    night.line("#险情后厨煤气味很重，三楼两位老人头晕")
    night.line("#受伤2头晕")


def minute_1(night: Night) -> None:
    """The main leader and the district are told."""
    hands = night.hands
    night.at(1.5)
    hands.key(Key.Key_Escape)
    night.more("leader", told_by=LEADER, words="我二十分钟到，先保人，不动电")
    hands.key(Key.Key_S)
    night.shown(ReportsScreen)
    with hands.task("told the district"):
        hands.key(Key.Key_F4)
        hands.fill(receiver=DISTRICT)
        hands.send()
    with hands.task("text to read out"):
        hands.key(Key.Key_F7)
    hands.key(Key.Key_4, ALT)
    for unit in ("D02", "F02", "S02", "D04", "D11", "D18", "D05", "A3"):
        night.step(unit, "called")


def minute_2(night: Night) -> None:
    """The cooker may be on, the door is locked."""
    night.at(2)
    night.line("回拨得知灶具可能未关，后厨门锁着")
    night.order("D01", "补报119：门锁、灶具可能未关", 2)
    night.order("D27", "持钥匙、图纸、名册候在上风处", 8, danger="不进楼，不开手电")
    for unit in ("D02", "F02", "S02", "D04", "D11", "D05", "A3"):
        night.step(unit, "answered")
    night.unit("D18", "拒 力量不足")
    for unit, people in (("D01", 14), ("D03", 6), ("D27", 2), ("F02", 6)):
        night.unit(unit, f"出 {people}")


def minute_5(night: Night) -> None:
    """The fire service asks for wind and place; the post stands upwind."""
    hands = night.hands
    night.at(5)
    night.line("报119：A3望潮网格，西北风2级，从西北侧进，集结点望潮停车场")
    night.unit("D27", "到 2", "arrived with people")
    night.unit("D03", "到 6", "arrived with people")
    hands.key(Key.Key_Escape)
    hands.key(Key.Key_Tab, CTRL | SHIFT)
    night.shown(OrganScreen)
    night.form(Key.Key_A, upwind="1")
    night.form(Key.Key_C, deputy_name="葛大为", phone="100-0000-7700")
    hands.key(Key.Key_4, ALT)
    night.order("D03", "守住两个出入口，上风处留消防车位", 5)
    night.unit("D01", "到 14", "arrived with people")
    night.step("F02", "arrived")


def minute_9(night: Night) -> None:
    """96 people live there, two in wheelchairs."""
    hands = night.hands
    night.at(9)
    night.line("物业报全楼约96人，坐轮椅2人")
    hands.key(Key.Key_Escape)
    night.more("add", unit="D25", ask="10")
    night.order("S02", "按名册逐户叫门，走楼梯疏散，不用电梯", 20)
    night.step("D25", "called")
    night.unit("D25", "替 D26")
    night.unit("D26", "应 领队 复")
    night.step("S02", "left")
    hands.key(Key.Key_Escape)
    night.go(TasksScreen)
    night.moved("望潮公寓A座 45户 96人 轮椅")
    hands.key(Key.Key_Escape)
    night.form(Key.Key_S, quantity="2", taken_by="方国栋", goods=f"{night.store}/担架")
    hands.key(Key.Key_4, ALT)
    night.unit("D02", "到 4")
    night.unit("D26", "到 8")
    night.unit("S02", "到 5")
    night.unit("A3", "到 3")
    hands.key(Key.Key_Escape)
    night.form(Key.Key_V, words="同意吹哨")
    night.form(Key.Key_L)


def minute_14(night: Night) -> None:
    """A taxi stands in the way of the gas firm."""
    night.at(14)
    night.unit("D10", "预 03:07 5")
    night.line("燃气抢修车被出租车堵在路口")
    night.order("D04", "开救援通道，移走路口出租车", 5)
    night.order("D07", "到路口清障，劝离围观", 5)
    night.unit("D04", "到 4")
    night.unit("D11", "错 南口")
    night.at(16)
    night.unit("D07", "到 6")  # half a minute too late


def minute_20(night: Night) -> None:
    """The valve is shut, the reading is high: nobody touches the power."""
    hands = night.hands
    night.at(18)
    night.unit("D11", "到 3")
    hands.key(Key.Key_Escape)
    night.form(Key.Key_L)
    hands.key(Key.Key_F8)
    night.at(20.75)
    night.unit("D10", "到 5")
    night.line("燃气队：阀门已关，厨房浓度仍高于爆炸下限的20%")
    night.line("!保持警戒，禁止送断电操作")
    night.order("D11", "原地待命，听现场指挥口令", 60, danger="不送电不断电")
    hands.key(Key.Key_Escape)
    night.go(OrganScreen)
    night.form(Key.Key_D, words="不断电，等复测", basis="燃气队读数高于爆炸下限20%")
    night.form(Key.Key_B, words="各组报进度：阀门已关，疏散过半", people="9")
    night.form(Key.Key_H, to="榆和消防救援站 站长", scope="fire", receiver="站长 何锐")
    hands.key(Key.Key_4, ALT)
    night.report(LEADER)


def minute_26(night: Night) -> None:
    """A video says that the street exploded."""
    hands = night.hands
    night.at(26)
    hands.key(Key.Key_Escape)
    night.line("网上出现“望潮街爆炸”短视频")
    hands.key(Key.Key_Escape)
    night.more("add", unit="D28")
    night.step("D28", "called")
    night.unit("D28", "应 值班员 复")
    night.order("D28", "统一口径：燃气泄漏，未爆炸，正在处置", 15)
    night.go(TasksScreen)
    night.moved("望潮公寓A座 94人 已转出 榆和第三小学")
    hands.key(Key.Key_4, ALT)
    night.line("#疏散94")
    night.report(LEADER)


def minute_35(night: Night) -> None:
    """The fire service wants a hundred metres."""
    hands = night.hands
    night.at(35)
    night.line("火场指挥要求警戒扩大到100米")
    night.order("D03", "警戒扩大到100米，报新的警戒图", 10)
    night.order("D27", "疏散B座，持名册叫门", 15)
    hands.key(Key.Key_Escape)
    night.form(Key.Key_A, action="cordon", words="警戒扩大到100米")
    night.form(Key.Key_J, response="fourth", words="警戒扩大，两栋疏散")
    night.go(TasksScreen)
    night.moved("望潮公寓B座 20户 40人")
    night.moved("望潮公寓B座 40人 已转出 榆和第三小学")
    hands.key(Key.Key_4, ALT)


def minute_48(night: Night) -> None:
    """The second reading is good: back, floor by floor."""
    night.at(48)
    night.line("复测合格，火场指挥同意分层返回")
    night.order("F02", "按楼层放行，边放边点名", 15)
    for unit, people in (("D03", 6), ("F02", 6), ("D10", 5)):
        night.unit(unit, f"点 {people}", "head count")


def minute_60(night: Night) -> None:
    """94 of 96 were counted: two are in hospital."""
    hands = night.hands
    night.at(60)
    night.line("应疏散96人，已点名94人")
    night.order("F02", "查明差的2人", 10)
    hands.key(Key.Key_Escape)
    night.go(TasksScreen)
    night.moved("望潮公寓A座 2人 已安置 榆和急救站")
    night.moved("望潮公寓A座 94人 已返回")
    night.moved("望潮公寓B座 40人 已返回")
    hands.key(Key.Key_4, ALT)
    night.at(62)
    night.unit("D02", "点 4")
    night.line("急救站确认：差的2人已自行就医，销号")
    night.line("#险情已消除")


def ended(night: Night) -> None:
    """Every order has its result, the stretchers are back, every department leaves with its count, the post is counted out."""
    hands = night.hands
    night.at(66)
    hands.key(Key.Key_Escape)
    night.go(TasksScreen)
    hands.key(Key.Key_1)
    while any(one.open for one in night.incident.orders):
        hands.key(Key.Key_Home)
        hands.key(Key.Key_X)
        hands.fill(words="已办")
        hands.send()
    hands.key(Key.Key_3)
    hands.key(Key.Key_Return)
    hands.choose("returned")
    hands.fill(told_by="方国栋")
    hands.send()
    hands.key(Key.Key_4, ALT)
    for unit in ARRIVED:
        night.unit(unit, "完")
    night.at(75)
    hands.key(Key.Key_Escape)
    hands.hold(Key.Key_E, lambda: bool(night.application.window.findChildren(StandDownSheet)), CTRL)
    sheet = night.shown(StandDownSheet)
    for unit, field in sheet.told.items():
        if night.state(unit).relation == "report" or not night.state(unit).on_scene:
            hands.write(field, "值班长")
    hands.write(sheet.reporter, "值班长")
    hands.write(sheet.words, "复测合格，住户返回，点名相符")
    hands.write(sheet.risk, "阿婆小馆停气停业，微型消防站看守到天亮")
    hands.send_sheet(sheet)
    hands.until(lambda: night.incident.whistle.stood_down_at is not None, "the stand-down")
    night.at(95)
    night.go(OrganScreen)
    night.form(Key.Key_W, **dict.fromkeys(CLEARED, "1"))
    hands.key(Key.Key_4, ALT)
    night.report(LEADER)
    night.rows = [(row.time, row.words) for row in night.shown(PostScreen).log.timeline.model().rows]
    hands.hold(Key.Key_E, lambda: bool(night.application.window.findChildren(CloseSheet)), CTRL)
    close = night.shown(CloseSheet)
    hands.key(Key.Key_B, CTRL)
    hands.write(close.reporter, "各组组长")
    hands.send_sheet(close)
    hands.until(lambda: night.incident.whistle.closed_at is not None, "the end of the incident")
    hands.settle()


def review(night: Night) -> None:
    """What was learnt, with an owner and a date; special team and leader sign; one key prints."""
    hands = night.hands
    screen = night.shown(ReviewScreen)
    night.form(Key.Key_N, **LESSON)
    for name, role in ((CLERK, "special_team"), (LEADER, "leader")):
        night.seat(name)
        hands.key(Key.Key_M)
        hands.choose(role)
        night.wait_for_signature(role)
    hands.until(lambda: screen.paper.shown, "the paper")
    with hands.task("print"):
        hands.key(Key.Key_P, CTRL)
    hands.until(lambda: bool(night.printed), "the print", LONG)


LESSON = {
    "words": "燃气抢修车被出租车堵了十三分钟",
    "cause": "没有预先清路口",
    "change": "预案加一条：吹哨时就请交警清路口",
    "owner": "S08 综合指挥办 唐以宁",
    "due_on": "2026-08-01",
    "verification": "下一次吹哨十分钟内清开",
}
SCENES = (
    minute_0,
    minute_1,
    minute_2,
    minute_5,
    minute_9,
    minute_14,
    minute_20,
    minute_26,
    minute_35,
    minute_48,
    minute_60,
)


@dataclass(frozen=True)
class Played:
    """The night, and its paper as the printer took it."""

    night: Night
    printer: VirtualPrinter
    paper: str


def text_of(pdf: bytes, folder: Path) -> str:
    file = folder / "printed.pdf"
    file.write_bytes(pdf)
    document = QPdfDocument()
    assert document.load(str(file)) == QPdfDocument.Error.None_
    text = "".join(document.getAllText(page).text() for page in range(document.pageCount()))
    document.close()
    return squeezed(text)


@pytest.fixture(scope="module")
def played(qapp: QApplication, founded_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Played]:
    """The whole night, on a copy of the sample office, in Chinese."""
    folder = tmp_path_factory.mktemp("sc01") / "data"
    shutil.copytree(founded_folder, folder, ignore=shutil.ignore_patterns("identity.json", "desk.lock*"))
    qapp.setStyle("Fusion")
    install_language(qapp, "zh_CN")
    clock = SetClock(AT_NIGHT)
    with virtual_printer() as printer, pytest.MonkeyPatch.context() as patched:
        patched.setenv("CUPS_SERVER", printer.address)
        application = Application(folder, clock)
        hook = sys.excepthook
        window = application.start()
        patched.setattr(sys, "excepthook", hook)
        window.resize(1920, 1080)
        window.show()
        window.services.settings_wanted.emit({"sound": False})
        night = Night(application, clock)
        night.hands.come_back()
        try:
            for scene in (*SCENES, ended, review):
                scene(night)
            yield Played(night, printer, text_of(printer.documents[0], folder))
        finally:
            night.hands.away()
            application.close()
            application.window.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            install_language(qapp, "en")  # the other tests of this process read the source's own words


# --- what came of it --------------------------------------------------------------------------------------------------

ACTIONS = {
    "blow": 3,  # domain.md 5.3: F9, the tile of the kind, hold Enter
    "called": 1,  # 5.3: one action a step, here the digit of the tile
    "answered": 1,  # 5.3 "mark answered"
    "left": 1,
    "arrived": 1,  # 5.3 "mark arrived"
    "arrived with people": 2,  # 5.3: ``10 到 6`` and Enter
    "line": 2,  # 5.3: type, Enter; the clock is added
    "head count": 2,
    "transfer line": 2,
    "text to read out": 1,  # 5.3 "report to district": F7 makes the text
    "told the district": 3,  # F4, who was reached, Ctrl+Enter: a name is part of the proof (5.4 "no read-back")
    "report signed and delivered": 6,  # Ctrl+Enter, go to the name, write it, Ctrl+Enter; Ctrl+Enter twice: delivered
    "print": 1,  # issue 3, proof
}
MOST_ACTIONS = 640
"""The whole night, forms and all; a way that got longer shows here."""

EXPECTED = {
    "01": (("", "blown", ""), ("D01", "called", ""), ("D10", "called", ""), ("", "noted", "勿开关电器、到室外上风处")),
    "02": (("D01", "given", "补报119：门锁、灶具可能未关"), ("D27", "given", "持钥匙、图纸、名册候在上风处")),
    "03": (("", "noted", "A3望潮网格，西北风2级"), ("", "noted", "集结点望潮停车场"), ("D03", "given", "上风处")),
    "04": (("S02", "given", "按名册逐户叫门，走楼梯疏散，不用电梯"), ("D25", "replaced", ""), ("D26", "arrived", "")),
    "05": (("D04", "given", "开救援通道"), ("D07", "given", "到路口清障"), ("D10", "promised", "")),
    "06": (("", "given", "保持警戒，禁止送断电操作"), ("D11", "given", "原地待命"), ("", "decided", "不断电，等复测")),
    "07": (("D28", "given", "统一口径：燃气泄漏，未爆炸"), ("", "delivered", "区应急指挥中心")),
    "08": (("D03", "given", "警戒扩大到100米"), ("D27", "given", "疏散B座"), ("", "acted", "警戒扩大到100米")),
    "09": (("F02", "given", "按楼层放行，边放边点名"), ("D10", "head_counted", "")),
    "10": (("F02", "given", "查明差的2人"), ("D02", "head_counted", ""), ("", "noted", "差的2人已自行就医，销号")),
}
"""What each inject of SC01 asks for (4.9), as (department, verb of the journal, words); within ``late_minutes`` of it."""

ENDS = {
    **dict.fromkeys(ARRIVED, "back"),
    "D18": "refused",
    "D25": "replaced",
    "D05": "informed",
    "D28": "informed",
}
PEOPLE = {
    "D01": 14,
    "D10": 5,
    "D02": 4,
    "D03": 6,
    "D07": 6,
    "F02": 6,
    "S02": 5,
    "D27": 2,
    "D04": 4,
    "D11": 3,
    "D26": 8,
    "A3": 3,
}
OWN = ("S08",)
"""The command centre itself is not called."""


def found(night: Night, unit: str, verb: str, words: str) -> list[Entry]:
    """The entries of the record that say this of this department."""
    facts = night.application.desk.read.incidents.facts(night.whistle)
    return [
        entry
        for entry in entries(facts)
        if entry.unit == unit
        and entry.kind.rpartition(".")[2] == verb
        and words in "".join(str(text) for text in entry.words.values())
    ]


def since(milliseconds: int) -> str:
    """How the log writes a time after the whistle."""
    hours, minutes, seconds = milliseconds // 3_600_000, milliseconds // 60_000 % 60, milliseconds // 1000 % 60
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes:02}:{seconds:02}"


def test_every_inject_was_answered_in_its_time(played: Played) -> None:
    night = played.night
    script = next(drill for drill in night.application.desk.reference.drills if drill.id == "SC01")
    assert {inject.id for inject in script.injects} == set(EXPECTED)
    for inject in script.injects:
        begins = AT_NIGHT + inject.minute * MINUTE
        for unit, verb, words in EXPECTED[inject.id]:
            times_of = [entry.at for entry in found(night, unit, verb, words)]
            in_time = [at for at in times_of if begins <= at <= begins + inject.late_minutes * MINUTE]
            assert in_time, (inject.id, unit, verb, words, [(at - AT_NIGHT) / MINUTE for at in times_of])


def test_every_department_has_an_honest_end(played: Played) -> None:
    night = played.night
    script = next(drill for drill in night.application.desk.reference.drills if drill.id == "SC01")
    asked = {unit for inject in script.injects for unit in inject.units.split()} - set(OWN)
    ends = {state.unit: ending(state) for state in night.incident.report_ins}
    assert asked <= set(ends)
    assert ends == ENDS
    assert all(state.closed for state in night.incident.report_ins)
    assert {unit: night.state(unit).people for unit in PEOPLE} == PEOPLE
    assert night.state("D26").relation == "request", "a rescue team is asked, though it comes instead of the militia"
    assert night.incident.whistle.closed_at is not None
    assert [stage for stage, _ in night.incident.whistle.reports] == ["initial", "update", "final"]


def test_people_and_supplies_add_up(played: Played) -> None:
    night = played.night
    matters = night.application.desk.read.matters
    numbers = tally(matters.of(Household, "transfer", parent=night.whistle))
    assert (numbers.people, numbers.waiting, numbers.difference, numbers.unknown) == (136, 0, 0, 0)
    assert numbers.stages == {"sheltered": 2, "returned": 134}
    assert still_out(matters.of(Supply, "supply", parent=night.whistle)) == []
    assert night.incident.post.withdrawn_at is not None
    assert night.incident.post.handed_over_to.startswith("榆和消防救援站")


def test_only_keys_and_few_of_them(played: Played) -> None:
    hands = played.night.hands
    assert hands.mouse == []
    assert {name: max(counts) for name, counts in hands.tasks.items()} == ACTIONS
    assert hands.actions <= MOST_ACTIONS


def test_the_screen_said_what_the_journal_says(played: Played) -> None:
    night, blown = played.night, played.night.incident.whistle.blown_at
    for parts in EXPECTED.values():
        for unit, verb, words in parts:
            if not words or verb in ("delivered",):
                continue
            for entry in found(night, unit, verb, words):
                clock = since(entry.at - blown)
                assert any(clock == time and words in told for time, told in night.rows), (clock, words)


def test_the_paper_says_what_the_journal_says(played: Played) -> None:
    night, paper = played.night, played.paper
    for parts in EXPECTED.values():
        for unit, verb, words in parts:
            assert squeezed(words) in paper, words
            for entry in found(night, unit, verb, words):
                assert squeezed(times.clock(entry.at)) in paper, (words, times.clock(entry.at))
    name = night.application.desk.reference.unit_name
    assert [unit for unit in ENDS if squeezed(name(unit)) not in paper] == []
    assert [text for text in LESSON.values() if squeezed(text) not in paper and "-" not in text] == []
    assert squeezed(night.incident.whistle.number) in paper
    case = night.application.desk.read.cases.by_id([night.incident.whistle.case])[0]
    assert f"案件{case.number}" in paper, "the number of a case is no telephone number to mask"
    assert f"超时：{name('D07')}" in paper, "its own force was late; the gas firm is asked and never judged"


def test_it_is_signed_printed_once_and_no_drill(played: Played) -> None:
    night = played.night
    signed = night.incident.review.signatures
    assert [(one.role, one.version) for one in signed] == [("special_team", 1), ("leader", 1)]
    people = night.application.desk.reference.directory.people
    assert [people[one.by].name for one in signed] == [CLERK, LEADER]
    assert (night.printed, len(played.printer.documents)) == (["printer"], 1)
    assert CLERK in played.paper
    assert LEADER in played.paper
    assert night.incident.whistle.mode == "real"
    assert "演练" not in played.paper
    assert "演-" not in played.paper
