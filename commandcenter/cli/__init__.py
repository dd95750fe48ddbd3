"""The command line for administrators and automation. It does what the screens do, through the same desk.

0 done (rows of an import may have been rejected), 1 failed, 2 not understood. With ``--json`` the last line of output is
the result. Without a command the window opens.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

UNSEEN = ("demo", "doctor", "--selftest")
"""These draw, but on no display."""


def run(argv: Sequence[str]) -> int:
    """Do what was typed; returns the exit code. Raises ``SystemExit`` after help (0) and what was not understood (2)."""
    from commandcenter.cli.arguments import for_a_window, understood

    if for_a_window(argv):
        given = understood(argv)
        from commandcenter.app import run_window

        return run_window(given.data, key=given.key)
    _speak(argv, drawing=bool(set(argv) & set(UNSEEN)))
    given = understood(argv)
    from commandcenter.cli.acts import act
    from commandcenter.cli.terminal import Terminal

    return act(given, Terminal(given.json))


def _speak(argv: Sequence[str], *, drawing: bool) -> None:
    """An application for the words, and for drawing where a command draws."""
    from PySide6.QtCore import QCoreApplication

    from commandcenter.cli.arguments import folder_in
    from commandcenter.cli.terminal import speak_utf8
    from commandcenter.desk.settings import load_settings
    from commandcenter.ui.language import install_language

    speak_utf8()
    language = load_settings(folder_in(argv)).language
    if drawing:
        from commandcenter.app import make_application

        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")
        make_application(language)
        return
    app = QCoreApplication.instance() or QCoreApplication(sys.argv[:1])
    install_language(app, language)
