"""Puts the application together: paths, lock, desk, look, window. The one place that knows every name.

The story of a start: is another window open on this folder? then raise it and end. Else take the folder, open the journal,
read the local settings, show the first window with its first rows - and only then load what is heavy.
"""

from __future__ import annotations

import gc
import logging
import logging.handlers
import os
import sys
import traceback
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any

# PySide6 reads the source text of every module that is imported after it, to see whether that module switches on one of its
# features. So what needs no Qt comes first; it saves a twelfth of the start.
from commandcenter.desk import engine, link, read, reference  # noqa: F401

# isort: split
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication, QWidget

from commandcenter import __version__
from commandcenter.desk.clock import Clock, SystemClock
from commandcenter.desk.desk import Desk
from commandcenter.desk.folder import holder_of
from commandcenter.desk.link import LinkClient
from commandcenter.desk.settings import load_settings, save_settings
from commandcenter.journal.trouble import Trouble
from commandcenter.resource import resource
from commandcenter.ui import wording
from commandcenter.ui.language import install_language
from commandcenter.ui.parts.screen import Context, Go, Screen, Toast
from commandcenter.ui.shell.window import ScreenMaker, Window
from commandcenter.ui.theme.look import Look

log = logging.getLogger(__name__)


def _overview(context: Context) -> Screen:
    from commandcenter.ui.overview.screen import OverviewScreen

    return OverviewScreen(context)


def _cases(context: Context) -> Screen:
    from commandcenter.ui.cases.screen import CasesScreen

    return CasesScreen(context)


def _consultations(context: Context) -> Screen:
    from commandcenter.ui.consultations.screen import ConsultationsScreen

    return ConsultationsScreen(context)


def _problems(context: Context) -> Screen:
    from commandcenter.ui.problems.screen import ProblemsScreen

    return ProblemsScreen(context)


def _proposals(context: Context) -> Screen:
    from commandcenter.ui.proposals.screen import ProposalsScreen

    return ProposalsScreen(context)


def _responsibility(context: Context) -> Screen:
    from commandcenter.ui.responsibility.screen import ResponsibilityScreen

    return ResponsibilityScreen(context)


def _procedures(context: Context) -> Screen:
    from commandcenter.ui.procedures.screen import ProceduresScreen

    return ProceduresScreen(context)


def _rates(context: Context) -> Screen:
    from commandcenter.ui.rates.screen import RatesScreen

    return RatesScreen(context)


def _foresight(context: Context) -> Screen:
    from commandcenter.ui.foresight.screen import ForesightScreen

    return ForesightScreen(context)


def _topics(context: Context) -> Screen:
    from commandcenter.ui.topics.screen import TopicsScreen

    return TopicsScreen(context)


def _importing(context: Context) -> Screen:
    from commandcenter.ui.importing.screen import ImportScreen

    return ImportScreen(context)


def _whistle(context: Context) -> Screen:
    from commandcenter.ui.whistle.screen import WhistleScreen

    return WhistleScreen(context)


def _post(context: Context) -> Screen:
    from commandcenter.ui.post.screen import PostScreen

    return PostScreen(context)


def _roster(context: Context) -> Screen:
    from commandcenter.ui.roster.screen import RosterScreen

    return RosterScreen(context)


def _review(context: Context) -> Screen:
    from commandcenter.ui.review.screen import ReviewScreen

    return ReviewScreen(context)


def _settings(context: Context) -> Screen:
    from commandcenter.ui.settings.screen import SettingsScreen

    return SettingsScreen(context)


def _first_run(context: Context) -> Screen:
    from commandcenter.ui.firstrun.screen import FirstRunScreen

    return FirstRunScreen(context)


def _muster(context: Context) -> Screen:
    from commandcenter.ui.muster.screen import MusterScreen

    return MusterScreen(context)


def _joint(context: Context) -> Screen:
    from commandcenter.ui.joint.screen import JointScreen

    return JointScreen(context)


def _supervision(context: Context) -> Screen:
    from commandcenter.ui.supervision.screen import SupervisionScreen

    return SupervisionScreen(context)


def _warnings(context: Context) -> Screen:
    from commandcenter.ui.warnings.screen import WarningsScreen

    return WarningsScreen(context)


def _tasks(context: Context) -> Screen:
    from commandcenter.ui.tasks.screen import TasksScreen

    return TasksScreen(context)


def _reports(context: Context) -> Screen:
    from commandcenter.ui.reports.screen import ReportsScreen

    return ReportsScreen(context)


def _organ(context: Context) -> Screen:
    from commandcenter.ui.organ.screen import OrganScreen

    return OrganScreen(context)


def _drills(context: Context) -> Screen:
    from commandcenter.ui.drills.screen import DrillsScreen

    return DrillsScreen(context)


def _exercise(context: Context) -> Screen:
    from commandcenter.ui.exercise.screen import ExerciseScreen

    return ExerciseScreen(context)


def _evaluation(context: Context) -> Screen:
    from commandcenter.ui.evaluation.screen import EvaluationScreen

    return EvaluationScreen(context)


def _plans(context: Context) -> Screen:
    from commandcenter.ui.plans.screen import PlansScreen

    return PlansScreen(context)


def _study(context: Context) -> Screen:
    from commandcenter.ui.study.screen import StudyScreen

    return StudyScreen(context)


def _organisation(context: Context) -> Screen:
    from commandcenter.ui.organisation.screen import OrganisationScreen

    return OrganisationScreen(context)


def _map(context: Context) -> Screen:
    from commandcenter.ui.map.screen import MapScreen

    return MapScreen(context)


def _patrols(context: Context) -> Screen:
    from commandcenter.ui.patrols.screen import PatrolsScreen

    return PatrolsScreen(context)


def _rosterimport(context: Context) -> Screen:
    from commandcenter.ui.rosterimport.screen import RosterImportScreen

    return RosterImportScreen(context)


def _duty(context: Context) -> Screen:
    from commandcenter.ui.duty.screen import DutyScreen

    return DutyScreen(context)


def _rota(context: Context) -> Screen:
    from commandcenter.ui.rota.screen import RotaScreen

    return RotaScreen(context)


def _calls(context: Context) -> Screen:
    from commandcenter.ui.calls.screen import CallsScreen

    return CallsScreen(context)


def _dutylog(context: Context) -> Screen:
    from commandcenter.ui.dutylog.screen import DutyLogScreen

    return DutyLogScreen(context)


def _obligations(context: Context) -> Screen:
    from commandcenter.ui.obligations.screen import ObligationsScreen

    return ObligationsScreen(context)


SCREENS: Mapping[str, ScreenMaker] = {
    "overview": _overview,
    "cases": _cases,
    "importing": _importing,
    "whistle": _whistle,
    "post": _post,
    "roster": _roster,
    "review": _review,
    "settings": _settings,
    "muster": _muster,
    "joint": _joint,
    "supervision": _supervision,
    "warnings": _warnings,
    "tasks": _tasks,
    "reports": _reports,
    "organ": _organ,
    "drills": _drills,
    "exercise": _exercise,
    "evaluation": _evaluation,
    "plans": _plans,
    "consultations": _consultations,
    "problems": _problems,
    "proposals": _proposals,
    "responsibility": _responsibility,
    "procedures": _procedures,
    "rates": _rates,
    "foresight": _foresight,
    "topics": _topics,
    "study": _study,
    "organisation": _organisation,
    "map": _map,
    "patrols": _patrols,
    "rosterimport": _rosterimport,
    "duty": _duty,
    "rota": _rota,
    "calls": _calls,
    "dutylog": _dutylog,
    "obligations": _obligations,
    "firstrun": _first_run,
}
"""How each screen is built when it is first wanted; a screen is loaded with its first use, not at the start."""


def prepare_process() -> None:
    """What has to be set before Qt starts."""
    if sys.platform == "linux" and not os.environ.get("QT_QPA_PLATFORM") and os.environ.get("DISPLAY"):
        os.environ["QT_QPA_PLATFORM"] = "xcb"
    if sys.platform == "linux" and "fcitx" in os.environ.get("XMODIFIERS", "") and "QT_IM_MODULE" not in os.environ:
        os.environ["QT_IM_MODULE"] = "ibus"


def make_application(language: str = "zh_CN") -> QApplication:
    """The Qt application with names, locale and translations."""
    prepare_process()
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
    app.setApplicationName("commandcenter")
    app.setApplicationVersion(__version__)
    app.setWindowIcon(QIcon(str(resource("icons/siren.svg"))))
    app.setStyle("Fusion")
    install_language(app, language)
    return app


class Application(QObject):
    """One running window with its desk. Built by ``start``; ``close`` ends everything in order."""

    quit_wanted = Signal()

    def __init__(self, folder: Path, clock: Clock, *, key: bytes | None = None) -> None:
        super().__init__()
        self.folder = folder
        self.settings = load_settings(folder)
        self.desk = Desk(folder, clock, key=key)
        self.desk.backup_folder = self._backup_folder()
        self._closed = False
        self._rows_first = False
        self.faults: list[BaseException] = []
        """Errors of our own that came up while it ran; each was said in the window and written to the log."""

    def start(self, *, rows_first: bool = False) -> Window:
        """Open the desk and build the window. Raises ``Trouble``.

        ``rows_first``: what the first screen can fill in behind its rows waits for ``after_first_paint``.
        """
        self._rows_first = rows_first
        self.desk.open()
        write_log_to(self.folder / "logs")
        sys.excepthook = self._on_uncaught
        self.look = Look(self.settings.theme, self.settings.scale)
        self.window = self._make_window()
        self.desk.crashed.connect(self._on_crashed)
        self._wallboard: Any = None
        self._watches_exports = False
        self._apply_settings()
        self.show_first_screen()
        self.window.show_state()
        return self.window

    def _make_window(self) -> Window:
        window = Window(self.look, self.desk, self.settings, SCREENS)
        window.closing.connect(self.close)
        window.settings_changed.connect(self.change_settings)
        window.wallboard_asked.connect(self.toggle_wallboard)
        return window

    def show_first_screen(self) -> None:
        """The first run, the incident that was running, or the overview."""
        if not self.desk.reference.founded:
            self.window.go(Go("firstrun"))
            return
        running = [row.state for row in self.desk.read.incidents.running()]
        running = [state for state in running if state.burning and state.stage == "running"]
        if running:
            self.window.go(Go("post", {"whistle": running[0].id}))
        else:
            self.window.go(Go("overview", {"rows_first": True} if self._rows_first else {}))

    def after_first_paint(self) -> None:
        """What can wait until the first rows are seen."""
        for screen in self.window.screens.values():
            screen.complete()
        self.desk.begin()
        self.window.alarms.reload()
        self.window.incidents.reload()
        if self.desk.left_open and self.desk.reference.founded:
            self._say_recovered()
        self.desk.press.warm_up()
        self._watch_exports()

    def _watch_exports(self) -> None:
        """Watch the folder of exports that is set here; without one nothing is loaded for it."""
        settings = self.settings
        if settings.watch_folder or self._watches_exports:
            if not self._watches_exports:
                self._watches_exports = True
                self.desk.exports.brought.connect(self._say_brought)
                self.desk.exports.asking.connect(self._say_asking)
                self.desk.exports.failed.connect(self._say_unwatched)
            self.desk.exports.follow(settings.watch_folder, settings.import_columns)

    def _say_brought(self, told: Mapping[str, Any]) -> None:
        words = self.tr("{file} was imported by itself: {created} created, {updated} updated, {rejected} rejected")
        facts = {name: told[name] for name in ("created", "updated", "rejected")}
        file = Path(str(told["file"])).name
        self.window.services.toast.emit(Toast(words.format(file=file, **facts), kind="done", seconds=10))

    def _say_asking(self, told: Mapping[str, Any]) -> None:
        why = wording.refusal(str(told["code"]), told["facts"], self.desk.reference.unit_name)
        words = self.tr("{file} was not imported by itself. {why}").format(file=Path(str(told["file"])).name, why=why)
        self.window.services.toast.emit(Toast(words, kind="warn", seconds=20))

    def _say_unwatched(self, trouble: Trouble) -> None:
        why = wording.refusal(trouble.code, trouble.facts, self.desk.reference.unit_name)
        words = self.tr("The folder of exports cannot be watched. {why}").format(why=why)
        self.window.services.toast.emit(Toast(words, kind="warn", seconds=20))

    def _say_recovered(self) -> None:
        drafts = len(self.desk.drafts())
        words = self.tr(
            "The program did not end properly last time. Nothing acknowledged is lost. Drafts that are here: {n}."
        )
        self.window.services.toast.emit(Toast(words.format(n=drafts), kind="warn", seconds=10))

    def change_settings(self, changes: dict[str, Any]) -> None:
        """Change local settings, apply and save them. Another language builds the window anew, with the desk as it is."""
        before = self.settings
        self.settings = replace(self.settings, **changes)
        self._apply_settings()
        if self.settings.language != before.language:
            QTimer.singleShot(0, self._speak_anew)
        if changes.keys() & {"watch_folder", "import_columns"}:
            self._watch_exports()
        try:
            save_settings(self.folder, self.settings)
        except OSError as error:
            log.warning("settings were not saved: %s", error)
            words = self.tr("In force, but not kept on the disk: {why}").format(why=error.strerror or error)
            self.window.services.toast.emit(Toast(words, kind="warn", seconds=10))

    def _apply_settings(self) -> None:
        settings = self.settings
        self.window.settings = settings
        if (self.look.theme, self.look.scale) != (settings.theme, settings.scale):
            self.look.set(settings.theme, settings.scale)
        self.window.sound.on = settings.sound
        self.window.sound.volume = settings.volume
        self.desk.backup_folder = self._backup_folder()

    def _backup_folder(self) -> Path:
        named = self.settings.backup_folder
        return Path(named) if named else self.folder / "backups"

    def _speak_anew(self) -> None:
        app = QApplication.instance()
        if not isinstance(app, QApplication) or self._closed:
            return
        install_language(app, self.settings.language)
        wallboard = self._wallboard is not None and self._wallboard.isVisible()
        if wallboard:
            self._wallboard.close()
        old, self.window = self.window, self._make_window()
        self._apply_settings()
        self.window.take_over(old)
        if old.isVisible():
            self.window.show()
        old.hide()
        old.deleteLater()
        if wallboard:
            self.toggle_wallboard()

    @property
    def wallboard(self) -> QWidget | None:
        """The wallboard, while it is shown."""
        return self._wallboard if self._wallboard is not None and self._wallboard.isVisible() else None

    def toggle_wallboard(self) -> None:
        """F12: the wallboard on the other display; where there is one only, it fills that until F12 or Esc."""
        if self._wallboard is not None:
            was_open = self._wallboard.isVisible()
            self._wallboard.close()
            self._wallboard.deleteLater()
            self._wallboard = None
            if was_open:
                return
        from commandcenter.ui.wallboard.window import Wallboard

        self._wallboard = Wallboard(self.window.context)
        here = self.window.screen().name()
        others = [screen for screen in QGuiApplication.screens() if screen.name() != here]
        if others:
            self._wallboard.setGeometry(others[0].geometry())
            self._wallboard.showFullScreen()
            self.window.activateWindow()  # the keyboard stays at the desk, whatever the window manager thinks
        else:
            self._wallboard.setGeometry(self.window.screen().availableGeometry())
            self._wallboard.show()

    def close(self) -> None:
        """Save where the window was and end the desk in order."""
        if self._closed:
            return
        self._closed = True
        if self._wallboard is not None:
            self._wallboard.close()
        geometry = bytes(self.window.saveGeometry().toHex().data()).decode()
        self.change_settings({"geometry": geometry})
        self.desk.close()
        self._end_waiting()
        self.quit_wanted.emit()

    def _end_waiting(self) -> None:
        """What a window meant to ask of the desk in a moment has nobody left to answer it."""
        for window in (self.window, self._wallboard):
            for timer in window.findChildren(QTimer) if window is not None else ():
                timer.stop()

    def _on_crashed(self, error: BaseException) -> None:
        self._on_uncaught(type(error), error, error.__traceback__)

    def _on_uncaught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Our own fault: written to the log, said in the window, and the desk goes on."""
        self.faults.append(error)
        log.critical("uncaught error\n%s", "".join(traceback.format_exception(kind, error, trace)))
        traceback.print_exception(kind, error, trace)
        if hasattr(self, "window"):
            words = wording.trouble("crashed", {"detail": kind.__name__})
            self.window.services.toast.emit(Toast(words, kind="warn", seconds=10))


def write_log_to(folder: Path) -> None:
    """Keep the program's log beside the data; it rotates."""
    folder.mkdir(parents=True, exist_ok=True)
    handler = logging.handlers.RotatingFileHandler(
        folder / "commandcenter.log", maxBytes=2_000_000, backupCount=3, encoding="utf-8"
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger()
    for old in [one for one in root.handlers if isinstance(one, logging.handlers.RotatingFileHandler)]:
        root.removeHandler(old)
        old.close()
    root.addHandler(handler)
    root.setLevel(logging.INFO)


def raise_running(folder: Path) -> bool:
    """Whether a window is open on the folder already; then it was asked to come forward."""
    holder = holder_of(folder)
    if holder is None:
        return False
    client = LinkClient(holder, folder)
    try:
        client.ask("raise")
    finally:
        client.close()
    return True


def run_window(folder: Path, *, key: bytes | None = None) -> int:
    """Open the application on a data folder; returns the exit code. A second start raises the first window."""
    gc.disable()  # nothing of the start is garbage; the desk's own collector takes over
    app = make_application(load_settings(folder).language)
    try:
        if raise_running(folder):
            return 0
        application = Application(folder, SystemClock(), key=key)
        window = application.start(rows_first=True)
    except Trouble as trouble:
        return say_startup_trouble(trouble)
    application.quit_wanted.connect(app.quit)
    window.painted.connect(application.after_first_paint)
    window.show()
    code = app.exec()
    application.close()
    return code


def say_startup_trouble(trouble: Trouble) -> int:
    """Say why the program cannot start, on the screen and on the terminal."""
    words = wording.trouble(trouble.code, trouble.facts)
    print(words, file=sys.stderr)
    if QGuiApplication.platformName() != "offscreen":
        from PySide6.QtWidgets import QMessageBox

        QMessageBox.critical(None, QApplication.applicationName(), words)
    return 1
