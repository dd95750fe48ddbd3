"""From a roster somebody made by hand to a whistle that calls the right people, and a hand-over in its middle: by keys alone.

One night and a morning of 青榆街道. A community sends its table of chiefs with the usual dirt; one alley has lost its chief.
The gap is found and filled, the new chief walks the alley and smells gas, the finding becomes a case and the case a whistle.
Three minutes later the shift changes while the departments are still being called.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from commandcenter.desk.on_duty import on_duty
from commandcenter.domain.clock import DAY, HOUR, MINUTE
from commandcenter.domain.handover import HandOver
from commandcenter.domain.printed import Prints, prints_subject
from commandcenter.domain.roster import CHIEFS, Directory, Place
from commandcenter.ui.cases.screen import CasesScreen
from commandcenter.ui.duty.screen import DutyScreen
from commandcenter.ui.parts.basic import Label
from commandcenter.ui.parts.leaving import StillHeld
from commandcenter.ui.parts.printing import PaperSheet
from commandcenter.ui.patrols.screen import PatrolsScreen
from commandcenter.ui.patrols.today import TurnsPage
from commandcenter.ui.post.screen import PostScreen
from commandcenter.ui.roster.screen import RosterScreen
from commandcenter.ui.rosterimport.screen import DIFFERENCES, FAULTS, FILE, RosterImportScreen
from commandcenter.ui.whistle.screen import WhistleScreen
from main_screens import OFFICER, Desk
from openpyxl import Workbook
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtPdf import QPdfDocument
from tests.conftest import NOW
from tests.reporting.paper_text import squeezed
from virtual_printer import VirtualPrinter, virtual_printer

KEY = Qt.Key
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SLOW = 60_000
ALLEY, NEW_CHIEF, GAS = "石榴院胡同", "陶天佑", "12号院楼道里燃气味很重"


@pytest.fixture
def printer(monkeypatch: pytest.MonkeyPatch) -> Iterator[VirtualPrinter]:
    """The only printer of this computer."""
    with virtual_printer() as found:
        monkeypatch.setenv("CUPS_SERVER", found.address)
        yield found


def table_made_by_hand(path: Path) -> Path:
    """A title over merged headings of two rows, a number that became a float, spaces, empty rows, a sum, a digit too few, a
    name that is nearly right, and an alley whose chief was moved and nobody named yet.
    """
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(("青榆街道街巷长台账（7月修订）",))
    sheet.append(("序号", "街巷名称", "所属社区", "街巷长", None, None, "小巷管家1", "备注"))
    sheet.append((None, None, None, "姓名", "职务", "联系方式", None, None))
    for span in ("A1:H1", "D2:F2", "A2:A3", "B2:B3", "C2:C3", "G2:G3", "H2:H3"):
        sheet.merge_cells(span)
    for line in (
        (1, ALLEY, "石榴院社区", None, None, None, None, "原任调走，待定"),
        (2, "织云巷", None, "钱一一", "平安办科员", 10000009038.0, None, None),
        (None,) * 8,
        (3, "北苇塘巷", "北苇社区", " 钱二二", None, "100 0000 9039", None, None),
        (4, "渡口巷", "南渡桥社区", None, None, None, "孟一一 1000009301", None),
        ("合计", None, None, 4, None, None, None, None),
    ):
        sheet.append(line)
    book.save(path)
    return path


class Office:
    """A person on duty who goes from room to room with the keyboard."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.hands, self.window, self.clock = desk, desk.hands, desk.window, desk.clock

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.hands.key(key, modifier)
        self.hands.settled()

    def go(self, room: Qt.Key, name: str) -> None:
        """Alt and a digit, then Ctrl+Tab until the tab is there."""
        self.key(room, ALT)
        for _ in range(8):
            if self.window.current is not None and self.window.current.name == name:
                return
            self.key(KEY.Key_Tab, CONTROL)
        raise AssertionError(name)

    @property
    def directory(self) -> Directory:
        return self.window.desk.reference.directory

    def place(self, name: str) -> Place:
        return next(place for place in self.directory.streets() if place.name == name)

    def chief(self, street: str, at: int | None = None) -> str:
        """Who leads a street, now or at an instant; empty for nobody."""
        directory = self.directory if at is None else self.directory.at(at)
        found = directory.holders(f"place/{self.place(street).id}", *CHIEFS)
        return found[0].person.name if found else ""

    def name(self, person: str) -> str:
        return self.directory.people[person].name

    # -- the rooms -------------------------------------------------------------------------------------------------

    @property
    def importer(self) -> RosterImportScreen:
        found = self.window.current
        assert isinstance(found, RosterImportScreen)
        return found

    @property
    def roster(self) -> RosterScreen:
        found = self.window.current
        assert isinstance(found, RosterScreen)
        return found

    @property
    def turns(self) -> TurnsPage:
        found = self.window.current
        assert isinstance(found, PatrolsScreen)
        assert isinstance(found.page, TurnsPage)
        return found.page

    @property
    def console(self) -> WhistleScreen:
        found = self.window.current
        assert isinstance(found, WhistleScreen)
        return found

    @property
    def watch(self) -> DutyScreen:
        found = self.window.current
        assert isinstance(found, DutyScreen)
        return found

    def read(self) -> None:
        """Wait until no job of the import is at work."""
        self.hands.until(lambda: self.importer.job is None, SLOW)
        self.hands.settled()
        self.hands.until(lambda: self.importer.job is None, SLOW)


@pytest.fixture
def office(desk: Desk, quick: None) -> Office:
    """Somebody at the seat, a duty clerk of the running shift."""
    return Office(desk)


def bring_in(office: Office, path: Path) -> None:
    """Alt+5, 导入名录: the table is typed by its path, its faults are mended, what is true is taken over."""
    hands = office.hands
    office.go(KEY.Key_5, "rosterimport")
    screen, page = office.importer, office.importer.page
    hands.until(screen.file.line.hasFocus)
    hands.type(str(path))
    hands.enter()
    office.read()
    assert screen.step == DIFFERENCES
    assert page.view.hasFocus()
    first = page.difference
    assert first is not None
    assert (first.difference.where, first.difference.item, first.difference.after) == (ALLEY, "chief", "")
    assert not first.ticked, "an empty cell removes nobody by itself"
    hands.key(KEY.Key_X)
    hands.key(KEY.Key_Right)
    assert screen.step == FAULTS
    codes = []
    while screen.step == FAULTS:
        assert page.fault is not None
        codes.append(page.fault.code)
        hands.enter()
        office.read()
    assert codes == ["place_like", "phone_short"]
    assert screen.draft.seen.faults == []
    hands.send()
    assert screen.step == DIFFERENCES, "first it names the post that will stand empty"
    hands.send()
    office.read()
    assert screen.step == FILE


def fill_the_gap(office: Office) -> None:
    """The chiefs' screen: 2 keeps what is vacant, R gives the post to somebody."""
    office.go(KEY.Key_5, "roster")
    office.key(KEY.Key_2)
    roster = office.roster
    assert roster.pane.place is not None
    assert roster.pane.place.name == ALLEY, "the mark stands on the gap, not on the street above it"
    gaps = [row.name for row in roster.side.hole_model.rows if row.sort == "vacant" and row.role in CHIEFS]
    assert gaps == [ALLEY]
    office.key(KEY.Key_R)
    office.hands.type(NEW_CHIEF)
    office.desk.send()
    assert office.desk.sheets == []
    assert office.chief(ALLEY) == NEW_CHIEF


def walk(office: Office) -> str:
    """X sends the new chief; the walk begins, something is found, G makes a case of it. The id of the case."""
    hands, desk = office.hands, office.desk
    office.key(KEY.Key_X)
    desk.send()
    assert desk.sheets == []
    office.go(KEY.Key_5, "patrols")
    turns = office.turns
    for _ in turns.model.rows:
        if (turns.state.place, turns.state.role) == (office.place(ALLEY).id, "alley_chief"):
            break
        office.key(KEY.Key_Down)
    assert office.name(turns.state.person) == NEW_CHIEF
    office.key(KEY.Key_S)
    desk.send()
    assert turns.state.stage == "signed_in"
    office.clock.advance(5 * MINUTE)
    office.key(KEY.Key_F)
    hands.type(GAS)
    for _ in range(3):
        hands.key(KEY.Key_Tab)
    hands.key(KEY.Key_Space)
    desk.send()
    assert desk.sheets == []
    assert [(one.words, one.danger) for one in turns.state.findings] == [(GAS, True)]
    assert turns.line.words == GAS, "the mark stands on what was found, older spots above it"
    office.key(KEY.Key_G)
    desk.send()
    assert desk.sheets == []
    case = turns.state.findings[0].case
    number = office.window.desk.read.cases.by_id([case])[0].number
    assert any(number in words for words in desk.toasts)
    return case


def called(console: WhistleScreen) -> str:
    """What the right column of the console says: whom this whistle reaches beside the departments."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return " / ".join(label.text() for label in console.briefing.findChildren(Label))


def read_aloud(office: Office) -> None:
    """Enter, item by item: the other nods."""
    watch = office.watch
    for _ in range(3 * len(watch.found.items) + 3):
        if all(row.read for row in watch.hand.model.rows):
            return
        office.key(KEY.Key_Return)
    raise AssertionError([row.words for row in watch.hand.model.rows if not row.read])


def text_of(pdf: bytes, path: Path) -> str:
    path.write_bytes(pdf)
    document = QPdfDocument()
    document.load(str(path))
    return squeezed("".join(document.getAllText(page).text() for page in range(document.pageCount())))


def test_from_a_dirty_table_to_the_whistle_and_the_hand_over_in_its_middle(
    office: Office, printer: VirtualPrinter, tmp_path: Path
) -> None:
    hands, desk, window = office.hands, office.desk, office.window
    before = {name: office.chief(name) for name in (ALLEY, "织云巷", "苇塘巷", "渡口巷")}

    bring_in(office, table_made_by_hand(tmp_path / "街巷长台账0716.xlsx"))
    assert [office.chief(name) for name in before] == ["", "钱一一", "钱二二", before["渡口巷"]]
    assert [office.chief(name, NOW - 2 * DAY) for name in before] == list(before.values()), "the days before stay"
    phones = {person.name: person.phone for person in office.directory.people.values()}
    assert (phones["钱一一"], phones["钱二二"], phones["孟一一"]) == ("100-0000-9038", "100-0000-9039", "100-0000-9301")

    fill_the_gap(office)
    desk.pass_time(10 * HOUR)
    case = walk(office)

    office.key(KEY.Key_O)
    assert isinstance(window.current, CasesScreen)
    row = window.desk.read.cases.by_id([case])[0]
    assert (row.title, row.channel, row.grade, row.place) == (GAS, "chief", "prompt", office.place(ALLEY).id)

    office.key(KEY.Key_F9)
    console = office.console
    assert console.draft.place_words == ALLEY
    office.key(KEY.Key_3)
    clerks = [line.person for line in on_duty(window.desk.read, office.clock.now()).shift.of("clerk")]
    told = called(console)
    assert NEW_CHIEF in told
    assert phones[NEW_CHIEF] in told
    assert row.number in told
    assert all(office.name(one) in told for one in clerks)
    assert before[ALLEY] not in told, "who left the post is not called any more"
    desk.story.begin()
    desk.hold_enter(desk.on_post)
    hands.settled()
    blown = desk.story.one("whistle.blown")
    assert (blown.body["plan"], blown.body["case"], blown.actor) == ("RQ-01", case, OFFICER)
    listed = {state.unit for state in desk.incident.report_ins}
    assert office.place(ALLEY).community in listed, "the community of the alley"
    assert "D10" in listed, "the gas company's repair team"
    assert window.desk.read.cases.by_id([case])[0].whistles
    whistle = desk.incident.whistle

    desk.digit(1)
    desk.pass_time(3 * MINUTE)
    hand_over(office)
    incoming = office.name(window.desk.who().actor)
    outgoing = office.name(OFFICER)

    hands.key(KEY.Key_P, CONTROL)
    hands.until(lambda: any(isinstance(sheet, PaperSheet) and sheet.work.shown for sheet in desk.sheets), SLOW)
    hands.key(KEY.Key_P, CONTROL)
    subject = "shift/20260716"
    prints = prints_subject("handover", subject)
    hands.until(lambda: bool(window.desk.read.matters.one(Prints, prints).prints), SLOW)
    paper = text_of(printer.documents[0], tmp_path / "f01.pdf")
    assert "F01" in paper
    for words in (whistle.number, GAS, f"交班人{outgoing}", f"接班人{incoming}"):
        assert squeezed(words) in paper, words
    hands.key(KEY.Key_Escape)

    office.key(KEY.Key_4, ALT)
    post = window.current
    assert isinstance(post, PostScreen)
    lines = [entry.words for entry in post.log.timeline.model().rows]  # type: ignore[attr-defined]
    assert [line for line in lines if "值班交接" in line and outgoing in line and incoming in line], lines
    assert desk.incident.whistle.running


def hand_over(office: Office) -> None:
    """Alt+7: who comes signs in at the seat, B begins, everything open is read aloud, both count, both sign."""
    hands, desk, window = office.hands, office.desk, office.window
    office.go(KEY.Key_7, "duty")
    watch = office.watch
    hands.until(lambda: any(item.sort == "incident" for item in watch.found.items))
    going, coming = watch.watch.id, watch.watch.following.of("clerk")[0].person
    hands.key(KEY.Key_F10)
    hands.type(office.name(coming))
    office.key(KEY.Key_Return)
    assert window.desk.who().actor == coming
    office.key(KEY.Key_S)
    office.key(KEY.Key_B)
    assert hands.focus() is watch.hand.view, "Enter reads at once"
    read_aloud(office)
    hands.key(KEY.Key_C)
    for one in window.desk.reference.equipment:
        desk.fill(**{one.id: str(one.count)})
    desk.send()
    read_aloud(office)
    hands.until(watch.hand.sign.isEnabled)
    for side, person in (("out", OFFICER), ("into", coming)):
        hands.key(KEY.Key_Return, CONTROL)
        assert str(desk.form.form.values(office.clock.now())["who"]).startswith(side), (
            "who has not signed yet is proposed"
        )
        desk.send()
        assert desk.sheets, "a key alone is no signature"
        hands.type(office.name(person))
        desk.send()
        assert desk.sheets == []
    state = window.desk.read.matters.one(HandOver, f"handover/{going}")
    assert state.stage == "done"
    assert [one.person for one in state.signatures] == [OFFICER, coming]
    on = on_duty(window.desk.read, office.clock.now())
    assert (on.id, [line.person for line in on.shift.of("clerk")]) == (going, [coming])
    assert window.current is watch
    assert watch.isAncestorOf(hands.focus()), "the keyboard stays in the room"


def test_while_the_chief_is_away_the_whistle_calls_who_stands_in(office: Office) -> None:
    hands, desk = office.hands, office.desk
    away = office.chief(ALLEY)
    office.go(KEY.Key_5, "roster")
    hands.key(KEY.Key_Slash)
    hands.type(ALLEY)
    hands.enter()
    office.key(KEY.Key_B)
    desk.fill(substitute=NEW_CHIEF)
    desk.send()
    assert desk.sheets == []
    office.key(KEY.Key_F9)
    console = office.console
    assert console.draft.place_words == ALLEY
    office.key(KEY.Key_3)
    told = called(console)
    assert NEW_CHIEF in told
    assert f"/ {away} /" not in told, "somebody on leave is not rung first"
    hands.key(KEY.Key_Escape)


def test_while_nobody_is_named_the_whistle_calls_the_deputy(office: Office) -> None:
    hands, desk = office.hands, office.desk
    gone = office.chief(ALLEY)
    office.go(KEY.Key_5, "roster")
    hands.key(KEY.Key_Slash)
    hands.type(ALLEY)
    hands.enter()
    hands.key(KEY.Key_Escape)
    office.key(KEY.Key_Return)
    office.key(KEY.Key_Delete)
    desk.fill(reason="moved")
    desk.send()
    assert isinstance(desk.sheets[-1], StillHeld), "what else they hold is named"
    hands.key(KEY.Key_Escape)
    assert desk.sheets == []
    assert office.chief(ALLEY) == ""
    deputy = office.directory.holders(f"place/{office.place(ALLEY).id}", "deputy")[0].person
    office.key(KEY.Key_F9)
    told = called(office.console)
    assert deputy.name in told
    assert deputy.phone in told
    assert gone not in told
