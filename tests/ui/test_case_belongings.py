"""What belongs to a case: files added, pasted, opened, taken out; cases of one matter merged, split, told; the channels."""

from __future__ import annotations

from pathlib import Path

import pytest
from commandcenter.app import Application
from commandcenter.domain.case import CHANNELS, Case
from commandcenter.journal.reading.cases import CaseQuery
from commandcenter.ui.cases.attachments import AttachmentSheet
from commandcenter.ui.cases.channelfigures import ChannelSheet, rows_of
from commandcenter.ui.cases.joined import JoinSheet
from commandcenter.ui.cases.screen import CasesScreen
from commandcenter.ui.parts.forms import FormSheet
from commandcenter.ui.parts.screen import Go
from commandcenter.ui.shell.window import Window
from main_screens import CONTROL
from office_window import Hands
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDesktopServices, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication


@pytest.fixture
def centre(window: Window, hands: Hands) -> CasesScreen:
    hands.key(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    screen = window.current
    assert isinstance(screen, CasesScreen)
    return screen


def shown(centre: CasesScreen) -> Case:
    case = centre.detail.case
    assert case is not None
    return centre.desk.read.cases.case(case.id)[0]


def picture(folder: Path, colour: str = "#335577") -> Path:
    image = QImage(640, 480, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    path = folder / f"现场{colour[1:]}.png"
    assert image.save(str(path))
    return path


def drop(centre: CasesScreen, *paths: Path) -> None:
    """Drop files on the case centre, as a file window lets one do."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(centre, QDragEnterEvent(QPoint(900, 400), copy, mime, left, none))
    QApplication.sendEvent(centre, QDropEvent(QPointF(900, 400), copy, mime, left, none))


def files(centre: CasesScreen) -> list[str]:
    return [one.name for one in shown(centre).files]


# -- files -------------------------------------------------------------------------------------------------------------


def test_a_dropped_picture_is_stored_shown_and_opened_with_the_system_viewer(
    centre: CasesScreen, hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def viewer(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", viewer)
    drop(centre, picture(tmp_path))
    hands.until(lambda: files(centre) == ["现场335577.png"])
    hands.until(centre.belongings.files.isVisible)
    one = shown(centre).files[0]
    hands.until(lambda: centre.belongings._files.small(one) is not None)
    hands.key(Qt.Key.Key_A)
    sheet = centre.findChild(AttachmentSheet)
    assert sheet is not None
    assert sheet.view.hasFocus()
    hands.enter()
    hands.until(lambda: bool(opened))
    assert Path(opened[0]).read_bytes() == (tmp_path / "现场335577.png").read_bytes()
    assert Path(opened[0]).name == f"{shown(centre).number}-{one.sha256[:8]}.png"
    hands.key(Qt.Key.Key_Escape)
    assert centre.view.hasFocus()


def test_a_picture_is_pasted_and_the_same_one_twice_is_refused_in_words(centre: CasesScreen, hands: Hands) -> None:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("#123456"))
    QGuiApplication.clipboard().setImage(image)
    hands.key(Qt.Key.Key_V, CONTROL)  # over the case itself
    hands.until(lambda: len(files(centre)) == 1)
    hands.key(Qt.Key.Key_A)
    refused: list[object] = []
    centre.services.refused.connect(refused.append)
    hands.key(Qt.Key.Key_V, CONTROL)
    hands.until(lambda: bool(refused))
    assert len(files(centre)) == 1


def test_what_is_no_picture_recording_or_paper_is_not_taken(centre: CasesScreen, hands: Hands, tmp_path: Path) -> None:
    (tmp_path / "照片.jpg").write_bytes(b"MZ\x90\x00 a program")
    said: list[str] = []
    centre.services.toast.connect(lambda toast: said.append(toast.text))
    drop(centre, tmp_path / "照片.jpg")
    hands.until(lambda: bool(said))
    assert "this is none of them" in said[0]
    assert not files(centre)


def test_taken_out_with_a_reason_the_story_tells_and_the_file_stays(
    centre: CasesScreen, hands: Hands, tmp_path: Path
) -> None:
    drop(centre, picture(tmp_path))
    hands.until(lambda: len(files(centre)) == 1)
    hands.until(centre.belongings.files.isVisible)
    hands.key(Qt.Key.Key_A)
    hands.key(Qt.Key.Key_Delete)
    hands.send()
    assert files(centre)  # no reason, no taking out
    hands.type("贴错了案件")
    hands.send()
    hands.until(lambda: not files(centre))
    stored = list((centre.desk.folder / "attachments").glob("??/*"))
    assert len(stored) == 1


def test_saved_elsewhere_it_is_the_same_content(
    centre: CasesScreen, application: Application, hands: Hands, tmp_path: Path
) -> None:
    source = picture(tmp_path)
    drop(centre, source)
    hands.until(lambda: len(files(centre)) == 1)
    target = tmp_path / "存出.png"
    done: list[Path] = []
    application.desk.filing.copy_out(shown(centre).files[0].sha256, target).done.connect(done.append)
    hands.until(lambda: bool(done))
    assert target.read_bytes() == source.read_bytes()


# -- one matter --------------------------------------------------------------------------------------------------------


def rows(centre: CasesScreen) -> list[str]:
    return [centre.model.row(place).id for place in range(3)]  # type: ignore[union-attr]


def merged(centre: CasesScreen, hands: Hands) -> tuple[str, str]:
    """Merge the second case of the list into the first, by keys; returns both ids."""
    first, second = rows(centre)[:2]
    number = centre.desk.read.cases.by_id([second])[0].number
    hands.key(Qt.Key.Key_Home)
    hands.key(Qt.Key.Key_I)
    sheet = centre.findChild(JoinSheet)
    assert sheet is not None
    if not sheet.finder.hasFocus():
        hands.key(Qt.Key.Key_Slash)
    hands.type(number)
    hands.enter()
    hands.until(sheet.view.hasFocus)
    hands.key(Qt.Key.Key_M)
    hands.settled()
    return first, second


def test_merged_by_keys_who_is_to_be_told_stands_there_until_told(centre: CasesScreen, hands: Hands) -> None:
    first, second = merged(centre, hands)
    case = centre.desk.read.cases.case(second)[0]
    assert case.merged_into == first
    hands.until(centre.belongings.joined.isVisible)
    assert "Also tell" in centre.belongings.joined.tell.text()
    sheet = centre.findChild(JoinSheet)
    assert sheet is not None
    sheet.view.setFocus()
    sheet.view.go(next(place for place in range(sheet._rows.rowCount()) if sheet._rows.row(place).id == second))
    hands.key(Qt.Key.Key_T)
    for _ in range(2):
        hands.type("yes")
        hands.key(Qt.Key.Key_Tab)
    hands.type("谢谢")
    hands.send()
    hands.settled()
    told = centre.desk.read.cases.case(second)[0]
    assert (told.solved, told.satisfied) == (True, True)
    hands.until(lambda: "Also tell" not in centre.belongings.joined.tell.text())


def test_split_again_with_a_reason_and_both_stories_tell_it(centre: CasesScreen, hands: Hands) -> None:
    first, second = merged(centre, hands)
    hands.key(Qt.Key.Key_X)
    hands.type("不是同一件事")
    hands.send()
    hands.settled()
    assert centre.desk.read.cases.case(second)[0].merged_into == ""
    assert centre.desk.read.cases.case(first)[0].absorbed == ()
    number = centre.desk.read.cases.by_id([second])[0].number[5:]
    told = [row.words for row in centre.detail._story]
    assert f"{number} was merged into this one" in told
    assert any(words.startswith(f"{number} was taken out again") for words in told)


def test_a_merged_case_is_found_and_leads_to_the_one_that_goes_on(
    centre: CasesScreen, window: Window, hands: Hands
) -> None:
    first, second = merged(centre, hands)
    hands.key(Qt.Key.Key_Escape)
    centre.services.go.emit(Go("cases", {"case": second}))
    hands.settled()
    hands.until(lambda: centre.detail.case is not None and centre.detail.case.id == second)
    number = centre.desk.read.cases.by_id([first])[0].number[5:]
    assert number in centre.belongings.joined.merged.text()
    hands.key(Qt.Key.Key_I)
    hands.enter()
    hands.settled()
    hands.until(lambda: centre.detail.case is not None and centre.detail.case.id == first)


# -- channels ----------------------------------------------------------------------------------------------------------


def test_the_nine_channels_add_up_and_one_shows_its_cases(centre: CasesScreen, hands: Hands) -> None:
    hands.key(Qt.Key.Key_Z)
    sheet = centre.findChild(ChannelSheet)
    assert sheet is not None
    hands.until(lambda: sheet._rows.rowCount() == 10)
    table = {row.channel: row.figures for row in sheet._rows.rows}
    assert list(table) == [*CHANNELS, ""]
    for span in range(4):
        assert sum(table[channel][span][0] for channel in CHANNELS) == table[""][span][0]
        assert sum(table[channel][span][1] for channel in CHANNELS) == table[""][span][1]
    now = centre.now()
    read = centre.desk.read
    assert table[""][3][0] == read.cases.count(CaseQuery(view="all"), now)
    assert table[""][3][1] == read.cases.count(CaseQuery(), now)
    assert [figure[0] for figure in table[""]] == sorted(figure[0] for figure in table[""])
    hands.key(Qt.Key.Key_Down)  # the hotline
    hands.enter()
    hands.settled()
    assert centre.model.row(0) is not None
    assert {centre.model.row(place).channel for place in range(centre.model.rowCount())} == {"hotline"}  # type: ignore[union-attr]
    assert centre.model.rowCount() == table["hotline"][3][0]
    assert rows_of(read.channels.counts(now))


def test_the_sheets_close_with_escape_and_leave_no_form_behind(centre: CasesScreen, hands: Hands) -> None:
    for key in (Qt.Key.Key_A, Qt.Key.Key_I, Qt.Key.Key_Z):
        hands.key(key)
        hands.key(Qt.Key.Key_Escape)
        hands.until(centre.view.hasFocus)
    assert not [sheet for sheet in centre.findChildren(FormSheet) if sheet.isVisible()]
