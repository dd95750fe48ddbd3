"""What is done with the list of cases: filtered, searched, sorted, its columns, saved views, many cases at once, places."""

from __future__ import annotations

from commandcenter.domain.case_view import SavedView
from commandcenter.journal.reading.case_query import CaseQuery, can_order
from commandcenter.ui.cases.acts import CaseActs
from commandcenter.ui.cases.asking import ask_number, ask_place, ask_span
from commandcenter.ui.cases.bulk import BulkActs
from commandcenter.ui.cases.calls import open_calls
from commandcenter.ui.cases.channelfigures import ChannelSheet
from commandcenter.ui.cases.choosing import ColumnSheet, order_menu
from commandcenter.ui.cases.columns import COLUMNS, Placed, columns_from
from commandcenter.ui.cases.filters import FILTERS, Shown
from commandcenter.ui.cases.listfile import open_export, print_list
from commandcenter.ui.cases.listpane import CaseList
from commandcenter.ui.cases.placepane import PlacePane
from commandcenter.ui.cases.saved import ManageSheet, SavedViews
from commandcenter.ui.cases.views import ViewBar, view_words
from commandcenter.ui.parts.screen import Context, Go, Toast


class ListActs(CaseActs):
    """A screen with a list. Subclasses build the parts named here and show what they are told to (``_show``)."""

    bar: ViewBar
    pane: CaseList
    views: SavedViews
    bulk: BulkActs
    places: PlacePane
    _columns: list[Placed]

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.shown = Shown()
        self.query = CaseQuery()
        self._saved = ""
        self._wanted = ""
        self._view_before = "open"
        self._drawer = False

    def _show(self, shown: Shown, saved: str = "") -> None:
        """Show another list."""
        raise NotImplementedError

    def _show_wanted(self) -> None:
        raise NotImplementedError

    def _show_bar(self) -> None:
        raise NotImplementedError

    # -- lists -----------------------------------------------------------------------------------------------------

    def _sort_anew(self) -> None:
        chosen = self._chosen()
        self.pane.model.show(self.query, self.now())
        if chosen is not None:
            self._wanted = chosen.id
            self._show_wanted()

    def _on_view(self, view: str, channel: str) -> None:
        bounded = CaseQuery(view=view).bounded
        self.pane.field.clear()
        self._show(Shown(view, {"channel": channel} if channel else {}, "due" if bounded else "received"))

    def _count_channels(self) -> None:
        """Z: the nine channels in figures; Enter on one shows its cases."""
        sheet = ChannelSheet(self.context, self)
        sheet.chosen.connect(self._on_channel)
        sheet.closed.connect(sheet.deleteLater)
        sheet.open_sheet()

    def _on_channel(self, channel: str) -> None:
        self._on_view("all", channel)

    def _apply_search(self) -> None:
        text = self.pane.field.text().strip()
        if len(text) == 1 and not text.isascii():
            return
        view = self.shown.view
        if text and not self.shown.text:
            self._view_before = view
            view = "all" if view == "open" else view
        elif not text and view == "all":
            view = self._view_before
        order = self.shown.order if CaseQuery(view=view).bounded else "received"
        self._show(Shown(view, self.shown.filters, order, text), self._saved)

    def _on_filter(self, name: str, text: str) -> None:
        shown = self.shown.with_filter(name, text) if name else Shown(self.shown.view, {}, self.shown.order)
        self._show(shown)
        self.view.setFocus()

    def _ask_filter(self, name: str) -> None:
        if FILTERS[name].sort == "span":
            ask_span(self, name, self.shown, self._on_filter)
        else:
            ask_place(self, name, self.shown, self._on_filter)

    def _go_number(self) -> None:
        ask_number(self, self._on_number)

    def _on_number(self, case: str) -> None:
        self._wanted = case
        self._show_wanted()
        self.view.setFocus()

    # -- order and columns -----------------------------------------------------------------------------------------

    def _on_title(self, column: str) -> None:
        """A click on a title: sort by it, once more the other way round."""
        order = COLUMNS[column].order
        if order:
            self.sort_by(f"-{order}" if self.query.order == order else order)

    def _order_menu(self) -> None:
        order_menu(self, self.query, self.sort_by)

    def sort_by(self, order: str) -> None:
        """Sort the list; one that grows for ever is sorted by the moment received alone, and says so."""
        if not can_order(self.query, order):
            words = self.tr("A list that grows for ever stands by the moment received. Sort a view of work in hand.")
            self.services.toast.emit(Toast(words, kind="warn"))
            return
        chosen = self._chosen()
        shown = self.shown
        self._show(Shown(shown.view, shown.filters, order, shown.text), self._saved)
        if chosen is not None and self.pane.model.whole:
            self.view.go(max(0, self.pane.model.place_of(chosen.id)))

    def _choose_columns(self) -> None:
        sheet = ColumnSheet(self.look, self, self._columns)
        sheet.chosen.connect(self.set_columns)
        sheet.open_sheet()

    def set_columns(self, placed: list[Placed]) -> None:
        """Show these columns, and keep them for this seat."""
        self._columns = list(placed)
        self.pane.table.show_columns(self._columns)
        self.services.settings_wanted.emit({"case_columns": " ".join(map(str, self._columns))})

    def _on_widened(self, name: str, width: int) -> None:
        self.set_columns([Placed(name, width) if one.name == name else one for one in self._columns])

    # -- saved views -----------------------------------------------------------------------------------------------

    def _save_view(self) -> None:
        self.views.ask(self.shown, tuple(map(str, self._columns)), self._saved)

    def _on_view_saved(self, view: str) -> None:
        self._saved = view
        self._show_bar()
        self.view.setFocus()

    def _manage_views(self) -> None:
        ManageSheet(self.context, self).open_sheet()

    def _jump(self, place: int) -> None:
        views = self.desk.reference.case_views(self.desk.who().actor)
        if place < len(views):
            self.show_saved(views[place].id)

    def show_saved(self, key: str) -> None:
        """Show a saved view with its columns."""
        views = self.desk.reference.case_views(self.desk.who().actor)
        found: SavedView | None = next((view for view in views if view.id == key), None)
        if found is None:
            return
        self.pane.field.clear()
        if found.columns:
            self._columns = columns_from(found.columns)
            self.pane.table.show_columns(self._columns)
        self._show(Shown(found.view, found.filters, found.order), found.id)

    # -- many at once ----------------------------------------------------------------------------------------------

    def marked(self) -> CaseQuery:
        """What is ticked; with no tick the chosen case alone."""
        if self.pane.ticks.count(self.pane.model.rowCount()):
            return self.pane.ticks.query(self.query)
        chosen = self._chosen()
        return CaseQuery(view="all", order="received", ids=(chosen.id,) if chosen is not None else ("",))

    def listed(self) -> CaseQuery:
        """What is ticked; with no tick the whole list."""
        return self.pane.ticks.query(self.query) if self.pane.ticks.count(self.pane.model.rowCount()) else self.query

    def words(self) -> str:
        """What the list shows, in words: the view, the filters, the text that is searched for."""
        view = next((words for view, words, _, _ in view_words() if view == self.shown.view), self.shown.view)
        text = f"“{self.shown.text}”" if self.shown.text else ""
        return " · ".join(part for part in (view, self.pane.chips.words, text) if part)

    def _act_on_many(self) -> None:
        chosen = self._chosen()
        ticked = self.pane.ticks.count(self.pane.model.rowCount())
        self.bulk.open_menu(self.marked(), "" if ticked or chosen is None else chosen.number)

    def _on_bulk_finished(self) -> None:
        self.pane.ticks.clear()
        self.view.setFocus()

    def _call_list(self) -> None:
        open_calls(self.context, self, self.listed())

    def _export(self) -> None:
        open_export(self.context, self, self.listed(), self._columns, self.words())

    def _print_list(self) -> None:
        print_list(self.context, self, self.listed(), self._columns, self.words())

    def _import(self) -> None:
        self.services.go.emit(Go("importing"))

    # -- the board of places ---------------------------------------------------------------------------------------

    def toggle_places(self) -> None:
        """L: the board of places in the place of the case, or the case again."""
        show = not self.places.isVisible()
        self.places.setVisible(show)
        self._drawer = False
        self._show_detail()
        if show:
            self.places.show_query(self.query, self.now())
            self.places.board.setFocus()
        else:
            self.view.setFocus()

    def _on_place(self, name: str, codes: str) -> None:
        other = "community" if name == "place" else "place"
        self._show(self.shown.with_filter(other, "").with_filter(name, codes))
