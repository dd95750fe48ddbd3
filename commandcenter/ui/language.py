"""The language of screens and terminal: Chinese by default, English as written in the source. Paper and data stay Chinese."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from commandcenter.resource import resource


class Translation(QTranslator):
    """The texts of one compiled file, held in memory: Qt would map the file, and fall when an update rewrites it."""

    def __init__(self, path: Path, parent: QCoreApplication) -> None:
        super().__init__(parent)
        self._texts = path.read_bytes()
        self.load(self._texts)


def install_language(app: QCoreApplication, language: str) -> None:
    """Load the translations of a language; screens speak it from their next building on."""
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    QLocale.setDefault(QLocale(language))
    qt_folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    for path in (qt_folder / f"qtbase_{language}.qm", resource(f"i18n/{language}.qm")):
        if path.exists():
            app.installTranslator(Translation(path, app))
