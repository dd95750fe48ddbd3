"""Photos, recordings and papers of a case: a strip in its detail, and a sheet to add, open, save and take them out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QObject, QRect, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QDesktopServices,
    QDropEvent,
    QGuiApplication,
    QImage,
    QImageReader,
    QImageWriter,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPixmap,
    QShortcut,
)
from PySide6.QtWidgets import QFileDialog, QWidget

from commandcenter.domain.attachment import MEGABYTE
from commandcenter.domain.case import Attachment, Case
from commandcenter.domain.case_file_acts import DetachFile
from commandcenter.domain.command import Command
from commandcenter.domain.masking import mask_known
from commandcenter.domain.refusal import Refused
from commandcenter.journal.trouble import Trouble
from commandcenter.ui import when
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.basic import Empty, Label
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.formhand import FormHand
from commandcenter.ui.parts.forms import Field
from commandcenter.ui.parts.overlay import Sheet
from commandcenter.ui.parts.rows import Column, Columns, KeyedRows, RowPainter, RowView
from commandcenter.ui.parts.screen import Context, Toast
from commandcenter.ui.parts.sending import Sending
from commandcenter.ui.theme.look import Look
from commandcenter.ui.wording import refusal, trouble

SMALL = 160
"""Longest side of a small picture in memory, in pixels of the screen."""
KEPT = 240
ICONS = {"picture": "image", "sound": "mic", "film": "monitor", "paper": "file-text"}


def small_picture(content: bytes) -> QImage:
    """A small picture of a content; a null one when it is no picture that can be read. Made in a worker."""
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > SMALL:
        reader.setScaledSize(size.scaled(QSize(SMALL, SMALL), Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


def size_words(size: int) -> str:
    """A length in bytes as people say it."""
    return f"{size / MEGABYTE:.1f} MB" if size >= MEGABYTE else f"{max(1, round(size / 1024))} KB"


class Files(QObject):
    """The files of cases for this window: small pictures, adding, opening, saving. ``ready`` tells that a picture came."""

    ready = Signal()
    added = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._small: dict[str, QPixmap | None] = {}
        self._hand: list[Any] = []

    def small(self, one: Attachment) -> QPixmap | None:
        """The small picture of an attachment; None while it is not there, and for what is no picture."""
        if one.sha256 in self._small or self.sort_of(one) != "picture" or one.gone == "erased":
            return self._small.get(one.sha256)
        self._small[one.sha256] = None
        while len(self._small) > KEPT:
            self._small.pop(next(iter(self._small)))
        wish = self._context.desk.filing.read(one.sha256, _Named(one.sha256))
        wish.done.connect(self._on_small)
        return None

    def kind_words(self, one: Attachment) -> str:
        """What it is, as people say it: ``picture png``."""
        sorts = {
            "picture": self.tr("picture"),
            "sound": self.tr("recording"),
            "film": self.tr("film"),
            "paper": self.tr("paper"),
        }
        kind = self._context.desk.filing.kind_of(one.media)
        return f"{sorts[kind.sort]} {kind.ending[1:]}" if kind is not None else one.media

    def sort_of(self, one: Attachment) -> str:
        """picture, sound, film or paper."""
        kind = self._context.desk.filing.kind_of(one.media)
        return kind.sort if kind is not None else "paper"

    def _on_small(self, told: tuple[str, QImage]) -> None:
        sha256, image = told
        self._small[sha256] = None if image.isNull() else QPixmap.fromImage(image)
        self.ready.emit()

    def add(self, case: str, sources: Sequence[Path]) -> None:
        """Attach files, one entry each."""
        for source in sources:
            self._take_in(case, source, source.name)

    def add_pasted(self, case: str) -> bool:
        """Attach what lies in the clipboard: a picture, or files. False when there is neither."""
        mime = QGuiApplication.clipboard().mimeData()
        if mime is None:
            return False
        files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        if files:
            self.add(case, files)
            return True
        image = QGuiApplication.clipboard().image()
        if image.isNull():
            return False
        content = QByteArray()
        buffer = QBuffer(content)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        QImageWriter(buffer, QByteArray(b"png")).write(image)
        now = when.moment(self._context.desk.clock.now(), self._context.desk.clock.now())
        self._take_in(case, bytes(content.data()), self.tr("Pasted picture {time}").format(time=now))
        return True

    def _take_in(self, case: str, source: Path | bytes, name: str) -> None:
        wish = self._context.desk.filing.take_in(case, source, name)
        wish.done.connect(self._on_stored)
        wish.failed.connect(self._on_failed)

    def _on_stored(self, command: Command) -> None:
        sending = Sending(self._context, command, self.tr("Attached"))
        sending.done.connect(self._on_added)

    def _on_added(self, _done: object) -> None:
        self.added.emit()

    def _on_failed(self, error: Refused | Trouble) -> None:
        desk = self._context.desk
        if isinstance(error, Refused):
            words = refusal(error.code, error.facts, desk.reference.unit_name)
        else:
            words = trouble(error.code, error.facts)
        self._context.services.toast.emit(Toast(words, kind="warn", seconds=12))

    def open(self, case: Case, one: Attachment) -> None:
        """Open with the system's own viewer, from a copy that goes with the end of the program."""
        wish = self._context.desk.filing.for_viewing(one.sha256, one.media, case.number)
        wish.done.connect(self._on_copied)
        wish.failed.connect(self._on_failed)

    def _on_copied(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            words = self.tr("No program of this computer opens it: {path}").format(path=path)
            self._context.services.toast.emit(Toast(words, kind="warn", seconds=12))

    def save(self, one: Attachment, target: Path) -> None:
        """Save elsewhere."""
        wish = self._context.desk.filing.copy_out(one.sha256, target)
        wish.done.connect(self._on_saved)
        wish.failed.connect(self._on_failed)

    def _on_saved(self, path: Path) -> None:
        self._context.services.toast.emit(Toast(self.tr("Saved: {path}").format(path=path), kind="done"))

    def take_drops(self, widget: QWidget) -> None:
        """Let files be dropped on a widget; ``dropped_on`` names the case they are for."""
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    case = ""
    """The case that what is dropped is attached to."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QDropEvent) or not self.case:
            return False
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if not files:
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self.add(self.case, files)
        return True


@dataclass(frozen=True, slots=True)
class _Named:
    """Makes a small picture and says of which content."""

    sha256: str

    def __call__(self, content: bytes) -> tuple[str, QImage]:
        return self.sha256, small_picture(content)


class AttachmentStrip(QWidget):
    """The attachments of a case in one line: small pictures, how many, the key. Hidden where there are none."""

    pressed = Signal()

    def __init__(self, look: Look, files: Files, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._files = look, files
        self._shown: tuple[Attachment, ...] = ()
        self._low = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        files.ready.connect(self.update)
        self.hide()

    def show_files(self, shown: Sequence[Attachment], *, low: bool = False) -> None:
        """Show attachments that stand; in a ``low`` window in a line without pictures."""
        self._shown = tuple(shown)
        self._low = low
        self.setFixedHeight(self._look.px(30 if low else 58))
        self.setVisible(bool(shown))
        self.setAccessibleName(self.tr("Attachments: {n}").format(n=len(self._shown)))
        self.update()

    def mousePressEvent(self, event: object) -> None:
        self.pressed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        look, p = self._look, QPainter(self)
        words = self.tr("Attachments: {n}").format(n=len(self._shown))
        left, side = look.px(14), look.px(44)
        head = QRect(left, 0, look.width(words, "caption") + look.px(10), self.height())
        paint.text(p, look, head, words, "caption", "tx2")
        keys = paint.keycaps_width(look, "A")
        x, end = head.right(), self.width() - look.px(14) - keys
        for one in () if self._low else self._shown:
            if x + side > end:
                break
            self._files_face(p, QRect(x, (self.height() - side) // 2, side, side), one)
            x += side + look.px(6)
        paint.keycaps(p, look, end, self.height() / 2, "A")

    def _files_face(self, p: QPainter, rect: QRect, one: Attachment) -> None:
        paint_face(p, self._look, rect, self._files.small(one), self._files.sort_of(one))


def paint_face(p: QPainter, look: Look, rect: QRect, small: QPixmap | None, sort: str) -> None:
    """A small picture cut to a square, or the icon of its sort."""
    if small is None:
        p.fillRect(rect, look.color("bg2"))
        size = look.px(18)
        p.drawPixmap(rect.center().x() - size // 2, rect.center().y() - size // 2, look.icon(ICONS[sort], "tx3", size))
        return
    side = min(small.width(), small.height())
    cut = QRect((small.width() - side) // 2, (small.height() - side) // 2, side, side)
    p.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    p.drawPixmap(rect, small, cut)


@dataclass(frozen=True, slots=True)
class FileRow:
    """An attachment in the list, with the number of the case it came with where that is another one."""

    one: Attachment
    now: int
    place: int
    of: str = ""


class _Painter(RowPainter):
    def __init__(self, look: Look, columns: Columns, files: Files, parent: QWidget) -> None:
        super().__init__(look, columns, parent, height=64)
        self._files = files

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: FileRow) -> None:
        look, one = self.look, row.one
        if column == "face":
            side = rect.height() - look.px(12)
            face = QRect(rect.left(), rect.top() + look.px(6), side, side)
            paint_face(p, look, face, self._files.small(one), self._files.sort_of(one))
            return
        half = rect.height() // 2
        above = QRect(rect.left(), rect.top() + look.px(6), rect.width(), half - look.px(6))
        below = QRect(rect.left(), rect.top() + half, rect.width(), half - look.px(6))
        gone = {
            "detached": self.tr("taken out again; the file is kept"),
            "erased": self.tr("erased by law"),
        }.get(one.gone, "")
        paint.elided(p, look, above, one.name or one.sha256[:8], "body", "tx3" if one.gone else "tx1")
        parts = (gone, row.of, size_words(one.size), self._files.kind_words(one), when.moment(one.at, row.now))
        paint.elided(p, look, below, " · ".join(part for part in parts if part), "caption", "tx3")


def _key(row: FileRow) -> str:
    return f"{row.of}/{row.one.sha256}"


def _spoken(row: FileRow) -> str:
    return f"{row.one.name} {size_words(row.one.size)}"


class AttachmentSheet(Sheet):
    """A: every attachment. Enter opens, A adds, Ctrl+V pastes, S saves, Delete takes out with a reason."""

    def __init__(self, context: Context, files: Files, host: QWidget) -> None:
        super().__init__(context.look, host, self.tr("Attachments"), width=760)
        look = context.look
        self._context, self._files, self._host = context, files, host
        self.case = Case()
        self._hand = FormHand(context, host)
        self._rows: KeyedRows = KeyedRows(_key, _spoken, self)
        columns = Columns(look, [Column("face", "", 54), Column("words", "", 200, 1)])
        self.view = RowView(look, self._rows, _Painter(look, columns, files, self), self.tr("Attachments"))
        self.empty = Empty(
            look, "file-text", self.tr("Nothing attached yet"), self.tr("Press A, drop files here, or paste a picture.")
        )
        self.empty.setMinimumHeight(look.px(320))
        self.view.setMinimumHeight(look.px(320))
        self.body.addWidget(self.empty, 1)
        self.body.addWidget(self.view, 1)
        note = Label(
            look,
            self.tr(
                "Kept byte for byte on this computer, with what the camera wrote into it, the place of a photo included."
            ),
            "caption",
            "3",
        )
        note.setWordWrap(True)
        self.body.addWidget(note)
        for words, key, way in (
            (self.tr("Add"), "A", self.choose),
            (self.tr("Paste"), "Ctrl V", self.paste),
            (self.tr("Open"), "Enter", self.open_chosen),
            (self.tr("Save elsewhere"), "S", self.save_chosen),
            (self.tr("Take out"), "Del", self.take_out),
        ):
            button = Button(look, words, key=key, small=True)
            button.clicked.connect(way)
            self.add_button(button)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self).activated.connect(self.paste)
        self.view.opened.connect(self._open_at)
        files.ready.connect(self.view.viewport().update)
        files.take_drops(self)
        self._dialog: QFileDialog | None = None

    def show_case(self, case: Case, absorbed: Sequence[Case]) -> None:
        """Show what is attached to a case and to those merged into it."""
        self.case = case
        now = self._context.desk.clock.now()
        self.caption.setText(f"{case.number} {mask_known(case.title, case.reporter)}")
        lines = [("", one) for one in case.attachments]
        lines += [(other.number, one) for other in absorbed for one in other.attachments]
        self._rows.show([FileRow(one, now, place, of) for place, (of, one) in enumerate(lines)])
        self.empty.setVisible(not lines)
        self.view.setVisible(bool(lines))
        if lines and self.hasFocus():
            self.view.setFocus()
            self.view.go(0)
        self.say("")

    def open_sheet(self) -> None:
        """Show it with the keyboard in the list."""
        self.present(self.view)
        self.view.go(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways = {Qt.Key.Key_A: self.choose, Qt.Key.Key_S: self.save_chosen, Qt.Key.Key_Delete: self.take_out}
        way = ways.get(Qt.Key(event.key()))
        if way is not None and not event.modifiers():
            way()
        else:
            super().keyPressEvent(event)

    def _chosen(self) -> FileRow | None:
        found: FileRow | None = self._rows.row(self.view.place)
        return found

    def choose(self) -> None:
        """Look for files to attach."""
        dialog = self._file_window(self.tr("Attach files"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self._on_files)
        dialog.show()

    def _file_window(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self.window(), title, str(Path.home()))
        dialog.setWindowModality(Qt.WindowModality.NonModal)
        dialog.setWindowFlag(Qt.WindowType.Tool)  # the keys of the window, F9 above all, work while it is open
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._dialog = dialog
        return dialog

    def _on_files(self, paths: list[str]) -> None:
        self._files.add(self.case.id, [Path(path) for path in paths])

    def paste(self) -> None:
        """Ctrl+V: a picture or files of the clipboard."""
        if not self._files.add_pasted(self.case.id):
            self.say(self.tr("There is no picture and no file in the clipboard."))

    def _open_at(self, _place: int) -> None:
        self.open_chosen()

    def open_chosen(self) -> None:
        """Enter: the system's viewer."""
        chosen = self._chosen()
        if chosen is not None and chosen.one.gone != "erased":
            self._files.open(self.case, chosen.one)

    def save_chosen(self) -> None:
        """S: save it elsewhere."""
        chosen = self._chosen()
        if chosen is None or chosen.one.gone == "erased":
            return
        self._saving = chosen.one
        kind = self._context.desk.filing.kind_of(chosen.one.media)
        dialog = self._file_window(self.tr("Save the attachment"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(f"{self.case.number}-{chosen.one.sha256[:8]}{kind.ending if kind is not None else ''}")
        dialog.fileSelected.connect(self._on_target)
        dialog.show()

    def _on_target(self, path: str) -> None:
        self._files.save(self._saving, Path(path))

    def take_out(self) -> None:
        """Delete: taken out with a reason; the file is kept."""
        chosen = self._chosen()
        if chosen is None or chosen.one.gone or chosen.of:
            return
        sha256, case = chosen.one.sha256, self.case.id
        sheet = self._hand.build(
            f"case.detach.{case}",
            self.tr("Take an attachment out"),
            chosen.one.name,
            [Field("words", self.tr("Reason"), kind="lines", required=True, wide=True)],
            self.tr("Take out"),
        )
        self._hand.open((sheet, lambda v: DetachFile(case=case, sha256=sha256, words=v["words"])), self.tr("Taken out"))
