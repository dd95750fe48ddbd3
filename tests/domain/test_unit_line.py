"""The one line for telephone work: what is shown beside it is what is written, and what cannot be read says what to do."""

from __future__ import annotations

from dataclasses import replace

import pytest
from commandcenter.domain.clock import MINUTE, epoch_ms, local
from commandcenter.domain.command import Batch, Command
from commandcenter.domain.report_in import MILESTONES, ReportIn
from commandcenter.domain.report_in_acts import (
    AtWrongPlace,
    CameUnasked,
    Conclude,
    CountHeads,
    LogCall,
    Promise,
    RecordMilestone,
    WithdrawEntry,
)
from commandcenter.domain.unit_line import (
    ACTS,
    COUNTED,
    REASONS,
    RELEASES,
    UnitLine,
    Unread,
    read_unit_line,
    written,
)
from commandcenter.domain.unit_line_acts import Board, commands_of, moment
from hypothesis import given
from hypothesis import strategies as st
from presence import UNIT, W, blown, play, presence

NOW = 1_784_200_000_000


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("10 到 6", UnitLine((10,), "arrived", 6)),
        ("10 出 4 14:20", UnitLine((10,), "left", 4, (14, 20))),
        ("10 拒 力量不足", UnitLine((10,), "refused", reason="short_of_forces")),
        ("10 拒 说不归他们管", UnitLine((10,), "refused", reason="other", words="说不归他们管")),
        ("10 应 王", UnitLine((10,), "answered", words="王")),
        ("10 应 王 复", UnitLine((10,), "answered", words="王", read_back=True)),
        ("3 替 12", UnitLine((3,), "replaced", other="12")),
        ("5 撤 6 完成", UnitLine((5,), "release_approved", 6, reason="task_done")),
        ("7 清点 6", UnitLine((7,), "count", 6)),
        ("8 预 14:35 6", UnitLine((8,), "promised", 6, (14, 35))),
        ("4 错 南口", UnitLine((4,), "wrong_place", words="南口")),
        ("9 未接", UnitLine((9,), "no_answer")),
        ("先到 22 5", UnitLine((), "unasked", 5, other="22")),
        ("3,5-8 应", UnitLine((3, 5, 6, 7, 8), "answered")),
        ("３，５－６　到", UnitLine((3, 5, 6), "arrived")),
        ("10 改 到 5", UnitLine((10,), "arrived", 5, again=True)),
        ("10 更正 到 14:10", UnitLine((10,), "arrived", at=(14, 10), again=True)),
        ("10到6人", UnitLine((10,), "arrived", 6)),
        ("3c", UnitLine((3,), "left")),
        ("6 消", UnitLine((6,), "undo")),
        ("2 失联", UnitLine((2,), "lost")),
        ("10号到6人", UnitLine((10,), "arrived", 6)),
        ("10号 到 6 人", UnitLine((10,), "arrived", 6)),
        ("2 到 4 人", UnitLine((2,), "arrived", 4)),
        ("2 到了 4名", UnitLine((2,), "arrived", 4)),
        ("2 到 十二人 王队", UnitLine((2,), "arrived", 12, words="王队")),
    ],
)
def test_a_line_is_read(typed: str, line: UnitLine) -> None:
    assert read_unit_line(typed) == line


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("12", "act_missing"),
        ("12 改", "act_missing"),
        ("99 到", "ordinals_wrong"),
        ("0 到", "ordinals_wrong"),
        ("8-3 到", "ordinals_wrong"),
        ("5 撤", "count_missing"),
        ("5 撤 6", "reason_missing"),
        ("5 拒", "reason_missing"),
        ("7 清点", "count_missing"),
        ("8 预", "time_missing"),
        ("4 错", "words_missing"),
        ("4 未来", "words_missing"),
        ("3 替", "other_missing"),
        ("先到", "other_missing"),
        ("3,4 到 6", "one_only"),
        ("3-4 替 9", "one_only"),
        ("3 消 6", "too_much"),
        ("3 改 拒 上级", "not_corrected"),
        ("3 嗯", "act_unknown"),
        ("10 飞 6", "act_unknown"),
        ("10号 飞 6人", "act_unknown"),
        ("6 到 -3", "count_negative"),
        ("6到-3", "count_negative"),
        ("先到 22 -3", "count_negative"),
        ("6 到 3 楼", "count_is_place"),
        ("6 到 3楼", "count_is_place"),
        ("6 应 四5", "count_is_place"),
        ("1,3-6 到 6#被困0", "two_lines"),
        ("5 处 @3", "two_lines"),
    ],
)
def test_a_line_that_lacks_something_says_what(typed: str, code: str) -> None:
    found = read_unit_line(typed)
    assert isinstance(found, Unread)
    assert found.code == code


@pytest.mark.parametrize(
    "typed",
    [
        "三楼有人",
        "3楼有人",
        "2 单元电梯停了",
        "14:20 又来电",
        "16号楼",
        "",
        "！封路",
        "110到了没有",
        "/10 飞 6",
        "、10 到 6",
    ],
)
def test_a_report_of_the_situation_is_no_line_for_a_unit(typed: str) -> None:
    assert read_unit_line(typed) is None


UNITS = {
    1: ("榆和消防救援站", "yhxfjyz", "119"),
    3: ("青榆派出所", "qypcs", "110"),
    6: ("东街社区", "djsq", "100-0000-2006"),
    7: ("西街社区", "xjsq", "100-0000-2007"),
}


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("派出所 到 3", UnitLine((3,), "arrived", 3)),
        ("派出所到3人", UnitLine((3,), "arrived", 3)),
        ("青榆派出所 应 王", UnitLine((3,), "answered", words="王")),
        ("消防到场", UnitLine((1,), "arrived")),
        ("119 到 6", UnitLine((1,), "arrived", 6)),
        ("qypcs 到 3", UnitLine((3,), "arrived", 3)),
        ("社区 到 3", Unread("which_unit", text="6 东街社区、7 西街社区")),
        ("派出所 飞 3", Unread("act_unknown", text="飞 3")),
        ("120 到 3", Unread("ordinals_wrong", "arrived", "120")),
        ("派出所反映三楼有人", None),
        ("社区 反映西门堵车", None),
        ("/派出所 到 3", None),
    ],
)
def test_a_line_may_begin_with_the_name_of_a_unit_on_the_board(typed: str, line: UnitLine | Unread | None) -> None:
    assert read_unit_line(typed, UNITS) == line


@given(
    st.sampled_from(sorted(UNITS)), st.integers(0, 999), st.sampled_from(["", "人", " 人", "名", " 名"]), st.booleans()
)
def test_an_arrival_is_never_taken_for_a_note(number: int, people: int, behind: str, blank: bool) -> None:
    """By number, number and 号, whole name, phone or initials: one and the same line."""
    gap = " " if blank else ""
    for head in (str(number), f"{number}号", UNITS[number][0]):
        assert read_unit_line(f"{head}{gap}到{gap}{people}{behind}", UNITS) == UnitLine((number,), "arrived", people)
    for head in UNITS[number][1:]:
        assert read_unit_line(f"{head} 到 {people}{behind}", UNITS) == UnitLine((number,), "arrived", people)


# -- what is shown is what is written ------------------------------------------------------------------------------

WORDS = st.text(alphabet="王李张南口东门桥", min_size=1, max_size=4)
TIMES = st.tuples(st.integers(0, 23), st.integers(0, 59))
PEOPLE = st.integers(0, 9999)
ORDINALS = st.sets(st.integers(1, 60), min_size=1, max_size=6).map(lambda found: tuple(sorted(found)))


@st.composite
def lines(draw: st.DrawFn) -> UnitLine:
    """A line that can be done: every act with what belongs to it."""
    act = draw(st.sampled_from([*ACTS, "unasked"]))
    if act == "unasked":
        other = draw(st.sampled_from(["22", "D22", "区民政局"]))
        return UnitLine(
            (), act, draw(st.none() | PEOPLE), draw(st.none() | TIMES), "", draw(st.just("") | WORDS), other
        )
    if act == "undo":
        return UnitLine(draw(ORDINALS), act)
    ordinals = draw(ORDINALS)
    if act == "replaced":
        return UnitLine(ordinals[:1], act, other=draw(st.sampled_from(["12", "D25"])), words=draw(st.just("") | WORDS))
    must_count = act in ("count", "release_approved")
    people = draw(PEOPLE if must_count else st.none() | PEOPLE) if act in COUNTED else None
    if people is not None and act != "promised":
        ordinals = ordinals[:1]
    at = draw(TIMES if act == "promised" and people is None else st.none() | TIMES)
    table = {"refused": REASONS, "release_approved": RELEASES}.get(act)
    reason = draw(st.sampled_from(sorted(table))) if table else ""
    must_say = act in ("cleared", "left_early", "never_came", "wrong_place")
    words = draw(WORDS if must_say else st.just("") | WORDS)
    again = act in MILESTONES and draw(st.booleans())
    return UnitLine(ordinals, act, people, at, reason, words, "", act == "answered" and draw(st.booleans()), again)


@given(lines())
def test_what_is_typed_from_a_line_reads_as_that_line(line: UnitLine) -> None:
    assert read_unit_line(written(line)) == line


@given(st.text(max_size=30))
def test_whatever_is_typed_is_read_or_asked_about_or_left_to_the_log(text: str) -> None:
    found = read_unit_line(text)
    assert found is None or isinstance(found, UnitLine | Unread)
    if isinstance(found, UnitLine):
        assert all(1 <= number <= 60 for number in found.ordinals)
        assert found.act in (*ACTS, "unasked")


def board_of(line: UnitLine, known: ReportIn) -> Board:
    states = {number: replace(known, ordinal=number, subject=f"report_in/{W}/U{number}") for number in line.ordinals}
    return Board(W, NOW, states, {f"U{number}": 2 for number in line.ordinals}, "D99" if line.other else "", "request")


@given(lines())
def test_the_commands_of_a_line_carry_its_values_and_nothing_else(line: UnitLine) -> None:
    """The reading beside the line is made of the same value: units, act, people, time, reason, words."""
    known = presence(play(blown(), [("called", 0, {}), ("arrived", 5, {"people": 6})]))
    full = replace(known, entries=tuple(replace(known.entries[-1], name=name) for name in MILESTONES))
    board = board_of(line, full if line.again else presence(blown()))
    found = commands_of(line, board)
    if found == Unread("time_ahead", line.act, f"{line.at[0]}:{line.at[1]:02d}" if line.at else ""):
        assert line.at is not None
        today = local(NOW).replace(hour=line.at[0], minute=line.at[1], second=0, microsecond=0)
        assert epoch_ms(today) > NOW, "only what has not come yet is said to lie ahead"
        return
    assert isinstance(found, Command)
    sent = list(found.commands) if isinstance(found, Batch) else [found]
    if line.again:
        flat = [one for part in sent for one in (part.commands if isinstance(part, Batch) else (part,))]
        assert sum(isinstance(one, WithdrawEntry) for one in flat) == len(line.ordinals)
        sent = [one for one in flat if not isinstance(one, WithdrawEntry)]
    units = [getattr(one, "unit", "") for one in sent]
    assert units == (["D99"] if line.act == "unasked" else [f"U{number}" for number in line.ordinals])
    for one in sent:
        assert one.channel in ("phone", "")
        assert line.act != "answered" or one.channel == "", "nobody said that a typed answer was a call"
        if line.at is not None:
            told = one.at if isinstance(one, Promise) else one.happened_at
            assert told is not None
            assert (local(told).hour, local(told).minute) == line.at
        if line.people is not None and line.act not in ("undo",):
            assert getattr(one, "people", None) == line.people
        if line.reason:
            assert getattr(one, "reason", "") == line.reason
        if line.words:
            assert line.words in (getattr(one, "words", ""), getattr(one, "told_by", ""))
        if line.read_back:
            assert getattr(one, "read_back", False) is True


def test_the_kind_of_command_follows_the_act() -> None:
    board = board_of(UnitLine((3,), "arrived"), presence(blown()))

    def one(typed: str, other: str = "") -> Command | Unread:
        line = read_unit_line(typed)
        assert isinstance(line, UnitLine)
        return commands_of(line, replace(board, other=other))

    assert isinstance(one("3 到 6"), RecordMilestone)
    assert isinstance(one("3 清点 6"), CountHeads)
    assert isinstance(one("3 错 南口"), AtWrongPlace)
    assert isinstance(one("3 拒 上级"), Conclude)
    assert isinstance(one("先到 22 5", "D22"), CameUnasked)
    missed = one("3 未接")
    assert isinstance(missed, LogCall)
    assert (missed.result, missed.contact) == ("no_answer", 2), (
        "the number that is rung next is the one that was missed"
    )
    assert one("9 到") == Unread("not_on_board", "arrived", "9")
    assert one("3 替 沙子口") == Unread("other_unknown", "replaced", "沙子口")
    assert one("3 改 到 6") == Unread("not_recorded", "arrived", "3")


def test_a_time_of_day_has_happened_and_a_promise_lies_near() -> None:
    now = epoch_ms(local(NOW).replace(hour=0, minute=20, second=0, microsecond=0))
    left = UnitLine((1,), "left", at=(23, 55))
    assert moment(left, now) == now - 25 * MINUTE, "five to midnight was yesterday"
    assert moment(replace(left, at=(0, 10)), now) == now - 10 * MINUTE
    assert moment(UnitLine((1,), "promised", at=(0, 45)), now) == now + 25 * MINUTE
    late = epoch_ms(local(NOW).replace(hour=23, minute=50, second=0, microsecond=0))
    assert moment(UnitLine((1,), "promised", at=(0, 15)), late) == late + 25 * MINUTE


def test_a_time_that_has_not_come_yet_is_said_to_lie_ahead() -> None:
    state = presence(blown())
    now = epoch_ms(local(state.listed_at).replace(hour=22, minute=47, second=0, microsecond=0))
    board = Board(W, now, {1: replace(state, listed_at=now - 5 * MINUTE)})
    assert commands_of(UnitLine((1,), "arrived", 4, (23, 59)), board) == Unread("time_ahead", "arrived", "23:59")
    assert isinstance(commands_of(UnitLine((1,), "arrived", 4, (22, 45)), board), RecordMilestone)
    assert isinstance(commands_of(UnitLine((1,), "promised", None, (23, 59)), board), Promise)


def test_a_correction_withdraws_what_stands_and_keeps_what_it_does_not_say() -> None:
    world = play(blown(), [("called", 0, {}), ("arrived", 5, {"people": 6, "told_by": "王队"})])
    state = presence(world)
    line = read_unit_line("1 改 到 5")
    assert isinstance(line, UnitLine)
    command = commands_of(line, Board(W, world.now, {1: state}))
    assert isinstance(command, Command)
    world.do(command)
    after = presence(world)
    arrived = after.milestone("arrived")
    old = state.milestone("arrived")
    assert arrived is not None
    assert old is not None
    assert (arrived.people, arrived.at, arrived.told_by) == (5, old.at, "王队")
    assert [entry.name for entry in after.entries] == ["called", "arrived"]
    assert after.unit == UNIT
