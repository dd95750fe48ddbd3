"""Data and backups on the settings screen, and what a change from elsewhere leaves alone."""

from __future__ import annotations

from pathlib import Path

from commandcenter.app import Application
from commandcenter.desk.settings import load_settings
from commandcenter.domain.record import AmendRecord
from commandcenter.journal import backup
from commandcenter.journal.database import FILE_NAME, connect
from commandcenter.ui.settings.data import DataSection
from commandcenter.ui.settings.restore_sheet import RestoreSheet
from commandcenter.ui.shell.window import Window
from main_screens import Desk
from office_window import Hands
from PySide6.QtCore import Qt
from settings_hands import Come

# -- the data ----------------------------------------------------------------------------------------------------------


def ended(section: DataSection, hands: Hands) -> str:
    """Waits for the end of a job; how it ended."""
    hands.until(lambda: section._job is None and section._outcome is not None, timeout=30_000)
    assert section._outcome is not None
    return section._outcome.level


def test_a_backup_is_made_now_and_can_be_read(come: Come, desk: Desk, hands: Hands) -> None:
    section = come(DataSection)
    hands.until(lambda: section._state is not None)
    assert section.listing.currentIndex() == 1
    hands.key(Qt.Key.Key_B)
    assert section.stop_button.isVisible()
    assert not section.verify_button.isEnabled()
    assert ended(section, hands) == "done"
    found = list(section.desk.backup_folder.glob("*.ccb"))
    assert len(found) == 1
    assert backup.read_manifest(found[0]).events == section.desk.read.status.position()
    assert backup.rehearse(found[0]).events == section.desk.read.status.position()
    hands.until(lambda: section.model.rowCount() == 1)
    assert section.model.row(0).kind == "hand"
    assert section.verify_button.isEnabled()


def test_a_backup_made_by_hand_is_not_rotated_away(come: Come, desk: Desk, hands: Hands) -> None:
    section = come(DataSection)
    hands.click(section.backup_button)
    assert ended(section, hands) == "done"
    backup.rotate(section.desk.backup_folder, 0)
    assert list(section.desk.backup_folder.glob("*.ccb"))


def test_checking_reports_that_all_is_whole_and_folding_anew_that_nothing_differs(
    come: Come, desk: Desk, hands: Hands
) -> None:
    section = come(DataSection)
    hands.key(Qt.Key.Key_V)
    assert ended(section, hands) == "done"
    assert str(section.desk.read.status.position()) in section.outcome_words.text()
    hands.click(section.rebuild_button)
    assert ended(section, hands) == "done"
    assert section.outcome_title.text() == "Folded anew, nothing differed"


def test_a_changed_entry_is_found_and_named(come: Come, desk: Desk, hands: Hands) -> None:
    section = come(DataSection)
    connection = connect(section.desk.folder / FILE_NAME, write=True)
    try:
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'private'"
        ).fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        node, seq = connection.execute("SELECT node, seq FROM private ORDER BY node, seq LIMIT 1").fetchone()
        connection.execute("UPDATE private SET content = 'x' || content WHERE node = ? AND seq = ?", (node, seq))
    finally:
        connection.close()
    hands.key(Qt.Key.Key_V)
    assert ended(section, hands) == "failed"
    assert str(seq) in section.outcome_words.text()
    assert "Restore the last backup" in section.outcome_words.text()
    assert section.outcome_then.text()


def test_a_job_that_waits_is_stopped_without_stopping_the_one_before(come: Come, desk: Desk, hands: Hands) -> None:
    section = come(DataSection)
    before = section.desk.back_up()
    finished: list[object] = []
    before.done.connect(finished.append)
    hands.key(Qt.Key.Key_V)
    assert section.job_words.text() == "waits for: Backing up"
    hands.key(Qt.Key.Key_Escape)
    assert ended(section, hands) == "look"
    assert "stopped" in section.outcome_title.text()
    hands.until(lambda: bool(finished), timeout=30_000)


def test_a_backup_is_tried_out_and_put_in_the_place_of_the_data(
    come: Come, desk: Desk, hands: Hands, window: Window
) -> None:
    section = come(DataSection)
    hands.key(Qt.Key.Key_B)
    assert ended(section, hands) == "done"
    hands.until(lambda: section.model.rowCount() == 1)
    kept, node = section.desk.read.status.position(), section.desk.node
    window.desk.submit(AmendRecord(subject="office/main", fields={"phone": "100-0000-1234"}))
    hands.settled()
    section.come()
    hands.enter()
    hands.until(lambda: bool(desk.sheets), timeout=30_000)
    sheet = desk.sheets[0]
    assert isinstance(sheet, RestoreSheet)
    assert "1 of them not in the backup" in sheet.facts.values[2].text()
    assert section.desk.reference.office.get("phone") == "100-0000-1234"
    hands.key(Qt.Key.Key_Escape)
    assert section.desk.read.status.position() == kept + 1
    section.come()
    hands.enter()
    hands.until(lambda: bool(desk.sheets), timeout=30_000)
    hands.send()
    assert not desk.sheets
    assert section.outcome_title.text() == "Restored"
    assert section.desk.reference.office.get("phone") == "100-0000-0008"
    assert section.desk.node != node
    assert list(section.desk.folder.glob("before-restore-*"))
    window.desk.submit(AmendRecord(subject="office/main", fields={"phone": "100-0000-4321"}))
    hands.settled()
    assert section.desk.reference.office.get("phone") == "100-0000-4321"


def test_a_file_that_is_no_backup_says_so_and_nothing_is_changed(
    come: Come, desk: Desk, hands: Hands, tmp_path: Path
) -> None:
    section = come(DataSection)
    wrong = tmp_path / "备份.ccb"
    wrong.write_text("not a backup", "utf-8")
    desk.story.begin()
    hands.key(Qt.Key.Key_O)
    desk.fill(file=str(wrong))
    hands.send()
    assert ended(section, hands) == "failed"
    assert "not a backup" in section.outcome_words.text()
    assert not desk.sheets
    assert not desk.story.kinds


def test_backups_go_to_another_folder_and_one_that_cannot_be_is_refused(
    application: Application, come: Come, desk: Desk, hands: Hands, tmp_path: Path
) -> None:
    section = come(DataSection)
    hands.key(Qt.Key.Key_F)
    form = desk.fill(folder="somewhere/else")
    hands.send()
    hands.until(lambda: "no whole path" in form.note.text())
    blocked = tmp_path / "a file"
    blocked.write_text("", "utf-8")
    desk.fill(folder=str(blocked / "below"))
    hands.send()
    hands.until(lambda: "Nothing can be written" in form.note.text())
    assert application.settings.backup_folder == ""
    other = tmp_path / "另一块盘"
    desk.fill(folder=str(other))
    hands.send()
    hands.until(lambda: not desk.sheets)
    assert load_settings(application.folder).backup_folder == str(other)
    hands.key(Qt.Key.Key_B)
    assert ended(section, hands) == "done"
    assert len(list(other.glob("*.ccb"))) == 1


def test_i_goes_to_the_import(come: Come, window: Window, desk: Desk, hands: Hands) -> None:
    come(DataSection)
    hands.key(Qt.Key.Key_I)
    assert window.current is not None
    assert window.current.name == "importing"
