"""Information reports (tab of the incident): the chain at the left, the ten items in the middle, the page at the right."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from commandcenter.domain.clock import DAY
from commandcenter.domain.event import DRILL
from commandcenter.domain.indicators import arrivals
from commandcenter.domain.report_chain import chain, running
from commandcenter.domain.sitrep_items import Kept
from commandcenter.journal.journal import Changes
from commandcenter.reporting.report_text import report_name, report_text
from commandcenter.reporting.times import moment
from commandcenter.ui import when
from commandcenter.ui.parts.banner import Banner
from commandcenter.ui.parts.basic import ElidedLabel, Empty, KeyCaps, Label, Line, Panel, row
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.figures import Figure
from commandcenter.ui.parts.printing import print_form
from commandcenter.ui.parts.screen import Context, Hints, Screen, Toast
from commandcenter.ui.parts.sending import Sending
from commandcenter.ui.reports.chain import ChainPanel
from commandcenter.ui.reports.compare import CompareSheet
from commandcenter.ui.reports.items import ItemList, ItemRow
from commandcenter.ui.reports.lists import LineList, LineRow
from commandcenter.ui.reports.paper import PagePanel
from commandcenter.ui.reports.reading import Shown, draft_key, kept_in, kept_text, read
from commandcenter.ui.reports.sheets import Built, ReportSheets
from commandcenter.ui.reports.words import item_word, join, link_word, stage_word

MOST_OTHERS = 3
LOW, NARROW = 860, 1500


class ReportsScreen(Screen):
    """The reports of one incident. The newest running one stands first; O chooses another."""

    name = "reports"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._whistle = ""
        self.shown: Shown | None = None
        self._others: list[str] = []
        self._typed: dict[str, dict[str, Kept]] = {}
        self._sheets = ReportSheets(self.look, self.desk, self)
        self._build()
        for keys, way in (
            ("F4", self.tell_by_phone),
            ("F7", self.copy_text),
            ("PgUp", self._page_back),
            ("PgDown", self._page_on),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(way)

    def title(self) -> str:
        return self.tr("Information reports")

    def mode(self) -> str:
        return self.shown.incident.whistle.mode if self.shown is not None else ""

    def hints(self) -> Hints:
        if self.shown is None:
            return ()
        found = [
            ("F7", self.tr("copy the text")),
            ("F4", self.tr("told by phone")),
            ("↑↓", self.tr("items")),
            ("Enter", self.tr("write")),
            ("Ctrl D", self.tr("compare")),
            ("Ctrl Enter", self._next_words()),
            ("V", self.tr("agreed by word of mouth")),
            ("N", self.tr("instruction")),
            ("F", self.tr("key facts")),
            ("Ctrl P", self.tr("print")),
        ]
        if self._others:
            found.append(("O", self.tr("other incident")))
        return found

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self.look
        outer = QVBoxLayout(self)
        outer.setContentsMargins(12, 12, 12, 12)
        self.pages = QStackedWidget()
        outer.addWidget(self.pages)
        main = QWidget()
        inner = QVBoxLayout(main)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(12)
        self.banner = Banner(look)
        inner.addWidget(self.banner)
        columns = QHBoxLayout()
        columns.setSpacing(12)
        inner.addLayout(columns, 1)
        self._left = QWidget()
        self._left.setLayout(self._build_left())
        columns.addWidget(self._left, 30)
        columns.addWidget(self._build_middle(), 56)
        self.page = PagePanel(self.context, self)
        columns.addWidget(self.page, 43)
        nothing = Panel(look)
        nothing.body.addWidget(
            Empty(
                look,
                "file-text",
                self.tr("No incident to report"),
                self.tr("The chain of reports begins with the whistle. F9 blows it."),
            )
        )
        self.pages.addWidget(main)
        self.pages.addWidget(nothing)

    def _build_left(self) -> QVBoxLayout:
        look = self.look
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(12)
        panel = Panel(look, self.tr("Chain of reports"), self.tr("limits as set; source: settings"))
        self.count = Label(look, "", "caption", "2")
        panel.add_to_head(self.count)
        self.chain = ChainPanel(look)
        self.chain.view.phone.clicked.connect(self.tell_by_phone)
        self.chain.view.text.clicked.connect(self.copy_text)
        panel.body.addWidget(self.chain, 1)
        self._told_head = Label(look, self.tr("Who was told"), "panel")
        self.told = LineList(look, who=150, nothing=self.tr("nobody yet"))
        self.told.setFixedHeight(look.px(31 * 4))
        self._told_head.setContentsMargins(14, 8, 14, 6)
        panel.body.addWidget(Line())
        panel.body.addWidget(self._told_head)
        panel.body.addWidget(self.told)
        left.addWidget(panel, 1)
        self.others = Panel(look, self.tr("Also being reported"), head=38)
        self.other_lines = LineList(look, who=170)
        self.other_button = Button(look, self.tr("Switch"), key="O", small=True)
        self.other_button.clicked.connect(self.other_incident)
        self.others.add_to_head(self.other_button)
        self.others.body.addWidget(self.other_lines)
        left.addWidget(self.others)
        return left

    def _build_middle(self) -> Panel:
        look = self.look
        panel = Panel(
            look, " ", self.tr("filled from the record; what a person wrote stands, later facts are only hinted at")
        )
        self.heading = panel.title
        self.legend = Label(look, self.tr("blue: new since the last report"), "caption", "acc")
        panel.add_to_head(self.legend)
        self.items = ItemList(look)
        self.items.wrote.connect(self._on_wrote)
        self.items.typed.connect(self._on_typed)
        self.items.left_off.connect(self._on_left_off)
        panel.body.addWidget(self.items, 1)
        panel.body.addWidget(Line())
        self.note_button = Button(look, self.tr("An instruction"), key="N", icon="plus", kind="ghost", small=True)
        self.note_button.clicked.connect(self.add_instruction)
        caption = ElidedLabel(
            look, self.tr("read back, with the name; I writes the last one into item 10"), "caption", "3"
        )
        self._said_head = QWidget()
        self._said_head.setLayout(
            row(
                Label(look, self.tr("What those above said"), "panel"),
                caption,
                self.note_button,
                margins=(14, 6, 10, 6),
            )
        )
        panel.body.addWidget(self._said_head)
        self.said = LineList(look, who=150, nothing=self.tr("nothing yet"))
        self.said.setFixedHeight(look.px(31 * 3))
        panel.body.addWidget(self.said)
        self.difference = ElidedLabel(look, "", "caption", "2")
        compare = row(
            self.difference,
            KeyCaps(look, "Ctrl D"),
            Label(look, self.tr("item by item"), "caption", "3"),
            margins=(14, 6, 14, 6),
        )
        panel.body.addWidget(Line())
        panel.body.addLayout(compare)
        self.course = ElidedLabel(look, "", "body", "2")
        self.oral_button = Button(look, self.tr("Agreed orally, signature owed"), key="V")
        self.next_button = Button(look, self.tr("Sign"), key="Ctrl Enter", icon="badge-check", kind="primary")
        self.oral_button.clicked.connect(self.take_consent)
        self.next_button.clicked.connect(self.go_on)
        panel.add_foot(self.course, self.oral_button, self.next_button)
        return panel

    # -- becoming current ------------------------------------------------------------------------------------------

    def show_what(self, what: Mapping[str, Any]) -> None:
        if "whistle" in what:
            self._whistle = str(what["whistle"])
            self._load()
        self.items.setFocus()

    def where(self) -> Mapping[str, Any]:
        return {"whistle": self._whistle} if self._whistle else {}

    def cares(self, changes: Changes) -> bool:
        families = {"whistle", "report_in", "post", "order", "sitrep", "unit", "person", "plan", "case", "office"}
        return bool(changes.families() & families)

    def typing(self) -> bool:
        return self.items.writing

    def reload(self, changes: Changes) -> None:
        self._load()

    def _load(self) -> None:
        now = self.now()
        ids = [state.id for state in self.desk.read.incidents.reporting(now)]
        if not self._whistle or not self.desk.read.incidents.whistle(self._whistle).known:
            self._whistle = ids[0] if ids else ""
        self._others = [key for key in ids if key != self._whistle]
        self.shown = read(self.desk, self._whistle, now, self._typed) if self._whistle else None
        if self.shown is not None:
            key = draft_key(self._whistle, self.shown.ordinal)
            if key not in self._typed:
                self._typed[key] = kept_in(self.desk.drafts().get(key, ""))
                if self._typed[key]:
                    self.shown = read(self.desk, self._whistle, now, self._typed)
        self.pages.setCurrentIndex(0 if self.shown is not None else 1)
        if self.shown is not None:
            self._show(self.shown, now)
        self.page.show_report(self.shown, now)
        self.services.mode_changed.emit()
        self.services.hints_changed.emit()

    def _show(self, shown: Shown, now: int) -> None:
        whistle = shown.incident.whistle
        drill = shown.drill
        self.heading.setText(self.tr("{report}, ten items").format(report=stage_word(shown.stage, shown.rank)))
        self.legend.setVisible(any(item.changed for item in shown.items))
        self.items.show_items(
            [ItemRow(place, item, shown.stage, shown.frozen, drill) for place, item in enumerate(shown.items, start=1)]
        )
        self.told.show_rows([self._told_row(one.at, one.who, one.to, one.way) for one in shown.told])
        used = shown.texts.get("needs", "")
        self.said.show_rows(
            [
                LineRow(
                    when.clock(one.at),
                    one.who,
                    one.words,
                    self.tr("in item 10")
                    if one.words and one.words in used
                    else self.tr("read back")
                    if one.read_back
                    else self.tr("not read back"),
                    one.words in used,
                )
                for one in shown.said
            ]
        )
        self._show_others(now)
        self._show_difference(shown)
        self._show_course(shown)
        done = sum(one.delivered_at is not None for one in shown.incident.sitreps)
        words = self.tr("reported {n}, in hand {m}").format(n=done, m=1 if shown.report.known else 0)
        self.count.setText(words)
        self.tick(now)
        self.banner.setToolTip(whistle.number)

    def _told_row(self, at: int, who: str, to: str, way: str) -> LineRow:
        roles = {"leader": self.tr("main leader"), "district": self.tr("district")}
        ways = {
            "phone": self.tr("by phone"),
            "read_back": self.tr("by phone, read back"),
            "written": self.tr("in writing"),
        }
        return LineRow(when.clock(at), join((who, roles.get(to, ""))), "", ways.get(way, ""))

    def _show_others(self, now: int) -> None:
        rows = []
        for key in self._others[:MOST_OTHERS]:
            whistle = self.desk.read.incidents.whistle(key)
            link = running(chain(whistle, self.desk.read.incidents.sitreps(key), now))
            left = link.left(now) if link is not None else None
            right = ""
            if link is not None and left is not None:
                sign = "+" if left < 0 else ""
                right = f"{link_word(link)} {sign}{when.span(left)}"
            elif link is not None and link.until is not None:
                days = max(0, (link.until - now) // DAY)
                right = self.tr("casualties, {n} days left").format(n=days)
            rows.append(LineRow(when.clock(whistle.blown_at), f"{whistle.number} {whistle.title}", "", right))
        self.others.setVisible(bool(rows))
        self.other_lines.show_rows(rows)
        self.other_lines.setFixedHeight(self.look.px(31) * max(1, len(rows)))

    def _show_difference(self, shown: Shown) -> None:
        if shown.before is None:
            self.difference.setText(self.tr("the first report: nothing to compare with"))
            return
        changed = [item_word(item.name) for item in shown.items if item.changed]
        rank_before = sum(
            one.stage == shown.before.stage and one.ordinal <= shown.before.ordinal for one in shown.incident.sitreps
        )
        before = stage_word(shown.before.stage, rank_before)
        pattern = self.tr("against {report}: {items}") if changed else self.tr("against {report}: nothing has changed")
        self.difference.setText(pattern.format(report=before, items=self.tr(", ").join(changed)))

    def _show_course(self, shown: Shown) -> None:
        report = shown.report
        writer = self._person(report.issued_by) if report.versions else self._person(self.desk.who().actor)
        version = self.tr("version {n}").format(n=len(report.versions)) if report.versions else ""
        signed = report.signer or self.tr("to be signed")
        if report.unsigned:
            signed = self.tr("{name}, signature owed").format(name=report.signer)
        parts = [
            join((self.tr("written by {name}").format(name=writer or "—"), version)),
            signed,
            self.tr("to be kept as an exercise") if shown.drill else self.tr("to be delivered"),
        ]
        self.course.setText(" → ".join(parts))
        self.next_button.set_text(self._next_words())
        owed = shown.owed is not None and not shown.frozen
        self.oral_button.setVisible(not shown.frozen or owed)
        self.oral_button.set_text(self.tr("Sign afterwards") if owed else self.tr("Agreed orally, signature owed"))

    def _next_words(self) -> str:
        if self.shown is not None and self.shown.frozen:
            return self.tr("Keep as an exercise") if self.shown.drill else self.tr("Delivered")
        return self.tr("Sign")

    def _person(self, person: str) -> str:
        found = self.desk.reference.directory.people.get(person)
        return found.name if found is not None else ""

    def tick(self, now: int) -> None:
        shown = self.shown
        if shown is None:
            return
        whistle, drill = shown.incident.whistle, shown.drill
        self.chain.show_chain(shown.links, shown.running, now, drill=drill)
        arrived = arrivals(shown.incident.report_ins)
        end = whistle.closed_at if whistle.closed_at is not None else now
        figures = [
            Figure(self.tr("since the whistle"), when.span(end - whistle.blown_at)),
            Figure(self.tr("arrived"), str(arrived.part), f" / {arrived.whole}"),
        ]
        link = shown.running
        left = link.left(now) if link is not None else None
        if link is not None and left is not None:
            words = ("+" if left < 0 else "") + when.span(left)
            figures.append(Figure(link_word(link), words, warn=left < 0))
        place = whistle.place_words or self.tr("place to be confirmed")
        self.banner.show_incident(
            f"{place} {whistle.title}".strip(),
            join((whistle.number, self._commander(), self._closed(now))),
            figures,
            drill=drill,
            act="",
            key="",
            mark="",
        )

    def _commander(self) -> str:
        post = self.shown.incident.post if self.shown is not None else None
        if post is None or not post.known or not post.commander_words:
            return ""
        return self.tr("commander {name}").format(name=post.commander_words)

    def _closed(self, now: int) -> str:
        whistle = self.shown.incident.whistle if self.shown is not None else None
        if whistle is None or whistle.closed_at is None:
            return ""
        return self.tr("closed {time}").format(time=when.moment(whistle.closed_at, now))

    # -- writing ---------------------------------------------------------------------------------------------------

    def _keep(self, name: str, text: str | None) -> None:
        """Keep what was written into an item; None gives it back to the record."""
        shown = self.shown
        if shown is None or shown.frozen:
            return
        key = draft_key(self._whistle, shown.ordinal)
        kept = dict(self._typed.get(key, {}))
        auto = next((item.auto for item in shown.items if item.name == name), "")
        if text is None:
            kept.pop(name, None)
        else:
            kept[name] = Kept(text, auto, self.now())
        self._typed[key] = kept
        self.desk.save_draft(key, kept_text(kept))

    def _on_typed(self, name: str, text: str) -> None:
        self._keep(name, text)

    def _on_wrote(self, name: str, text: str) -> None:
        self._keep(name, text)
        self._load()

    def _on_left_off(self, name: str) -> None:
        """What was typed and then taken back with Esc does not stay as a draft."""
        shown = self.shown
        if shown is not None:
            before = next((item for item in shown.items if item.name == name), None)
            if before is not None and not before.by_hand:
                self._keep(name, None)
            elif before is not None:
                self._keep(name, before.text)
        self._load()

    def take_hint(self) -> None:
        """A: what the record says by now goes into the item."""
        chosen = self.items.chosen
        if chosen is not None and chosen.item.hint:
            self._keep(chosen.item.name, chosen.item.hint)
            self._load()

    def back_to_record(self) -> None:
        """R: give the item back to the record."""
        chosen = self.items.chosen
        if chosen is not None and chosen.item.by_hand and not chosen.frozen:
            self._keep(chosen.item.name, chosen.item.auto)
            self._load()

    def write_instruction_in(self) -> None:
        """I: the last instruction goes into item 10, requests."""
        shown = self.shown
        if shown is None or shown.frozen or not shown.said:
            return
        words = shown.said[-1].words
        before = shown.texts.get("needs", "")
        if words and words not in before:
            self._keep("needs", f"{before}；{words}" if before else words)
            self._load()

    # -- acting ----------------------------------------------------------------------------------------------------

    def _open(self, built: Built, said: str) -> None:
        sheet, make = built
        self._making, self._sheet, self._said = make, sheet, said
        sheet.submitted.connect(self._on_submitted)
        sheet.open_sheet()

    def _on_submitted(self, values: dict[str, Any]) -> None:
        Sending(self.context, self._making(values), self._said, self._sheet)

    def tell_by_phone(self) -> None:
        """F4."""
        if self.shown is None:
            return
        if self.shown.frozen:
            self._toast(self.tr("This report is signed. Deliver it first."))
            return
        self._open(self._sheets.phone(self.shown), self.tr("Recorded"))

    def copy_text(self) -> None:
        """F7: the report as text into the clipboard."""
        shown = self.shown
        if shown is None:
            return
        if not shown.texts:
            self._toast(self.tr("No item of the report is written yet."))
            return
        QGuiApplication.clipboard().setText(self.text(shown))
        drill = self.tr("The text is in the clipboard. It begins with the mark of the drill.")
        self._toast(drill if shown.drill else self.tr("The text is in the clipboard."), "done")

    def text(self, shown: Shown) -> str:
        """The report as it is read aloud and pasted."""
        office = self.desk.reference.office
        whistle = shown.incident.whistle
        who = self._person(self.desk.who().actor)
        return report_text(
            shown.texts,
            office=str(office.get("name", "") or office.get("full_name", "")),
            name=report_name(shown.stage, shown.rank),
            event=join((whistle.title, whistle.number)),
            when=moment(self.now()),
            contact=f"{who} {office.get('phone', '')}".strip(),
            drill=whistle.mode == DRILL,
        )

    def lay_before(self) -> None:
        """S: the text as it stands is laid before whoever signs, as a version of its own."""
        if self.shown is None or self.shown.frozen:
            return
        sending = Sending(self.context, self._sheets.draft(self.shown), self.tr("Laid before the signer"))
        sending.done.connect(self._on_laid)

    def _on_laid(self, _done: object) -> None:
        self._load()

    def go_on(self) -> None:
        """Ctrl+Enter: sign; when that is done, deliver."""
        if self.shown is None:
            return
        if self.shown.frozen:
            self._open(self._sheets.deliver(self.shown), self.tr("Recorded"))
        elif not self.shown.texts:
            self._toast(self.tr("No item of the report is written yet."))
        else:
            self._open(self._sheets.sign(self.shown, oral=False), self.tr("Signed"))

    def take_consent(self) -> None:
        """V: agreed to by word of mouth, signature owed; or the signature that is owed."""
        if self.shown is None:
            return
        if self.shown.owed is not None:
            self._open(self._sheets.countersign(self.shown), self.tr("Signed"))
        elif not self.shown.frozen and self.shown.texts:
            self._open(self._sheets.sign(self.shown, oral=True), self.tr("Recorded"))

    def add_instruction(self) -> None:
        """N."""
        if self.shown is not None:
            self._open(self._sheets.instruction(self.shown), self.tr("Recorded"))

    def set_facts(self) -> None:
        """F."""
        if self.shown is not None:
            self._open(self._sheets.facts(self.shown), self.tr("Recorded"))

    def compare(self) -> None:
        """Ctrl+D."""
        if self.shown is None:
            return
        if self.shown.before is None:
            self._toast(self.tr("This is the first report: there is nothing to compare it with."))
            return
        sheet = CompareSheet(self.look, self, self.shown.items, self.difference.text())
        sheet.closed.connect(sheet.deleteLater)
        self._compared = sheet
        sheet.open_sheet()

    def other_incident(self) -> None:
        """O: the next incident that is being reported."""
        if self._others:
            ids = sorted([*self._others, self._whistle])
            self._whistle = ids[(ids.index(self._whistle) + 1) % len(ids)]
            self._load()
            self.items.setFocus()

    def print_now(self) -> None:
        """Ctrl+P: the pages beside it, or over the screen where there is no room for them."""
        if self.shown is None:
            return
        if self.page.isVisible():
            self.page.work.print_now()
            return
        asked = self.page.asked
        if asked is not None:
            print_form(self.context, self, ("situation_report", asked[0]), options=asked[1])

    def _page_back(self) -> None:
        self.page.view.turn(-1)

    def _page_on(self) -> None:
        self.page.view.turn(1)

    def _toast(self, words: str, kind: str = "warn") -> None:
        self.services.toast.emit(Toast(words, kind=kind))

    # -- keys ------------------------------------------------------------------------------------------------------

    def focusInEvent(self, event: object) -> None:
        self.items.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        control = modifiers == Qt.KeyboardModifier.ControlModifier
        plain: dict[int, Any] = {
            Qt.Key.Key_V: self.take_consent,
            Qt.Key.Key_N: self.add_instruction,
            Qt.Key.Key_F: self.set_facts,
            Qt.Key.Key_O: self.other_incident,
            Qt.Key.Key_A: self.take_hint,
            Qt.Key.Key_R: self.back_to_record,
            Qt.Key.Key_I: self.write_instruction_in,
            Qt.Key.Key_S: self.lay_before,
        }
        with_control: dict[int, Any] = {
            Qt.Key.Key_Return: self.go_on,
            Qt.Key.Key_Enter: self.go_on,
            Qt.Key.Key_D: self.compare,
            Qt.Key.Key_P: self.print_now,
            Qt.Key.Key_S: self.page.work.save,
            Qt.Key.Key_E: self.page.work.save_word,
        }
        if self.shown is None:
            super().keyPressEvent(event)
        elif not modifiers and key in plain:
            plain[key]()
        elif control and key in with_control:
            with_control[key]()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        px = self.look.px
        self.page.setVisible(self.width() >= px(NARROW))
        low = self.height() < px(LOW)
        self.told.setVisible(not low)
        self._told_head.setVisible(not low)
        self.said.setFixedHeight(px(31 * (2 if low else 3)))
