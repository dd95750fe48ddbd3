"""The case list: the first rows at once, then the order of all rows from a worker - eight bytes a row - and pages on demand.

Once the first rows are painted the list is as long as the tally says, so that the scroll bar is true before the order is
there; rows whose handles are not known yet are blank. What the window reads itself costs the same however many cases are stored.

A changed case is brought up to date where it stands; the order does not change under the hand. ``moved`` counts rows whose
place would change, so the screen can offer to sort anew.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import OrderedDict
from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtWidgets import QWidget

from commandcenter.desk.desk import Desk
from commandcenter.desk.read import Read
from commandcenter.journal.reading.case_query import CaseQuery, CaseRow, by_received, instant_of, sort_key
from commandcenter.ui.parts.rows import Index, RowModel

FIRST = 64
"""Rows read before the first paint: more than a window shows, few enough not to be felt."""
PAGE = 16
"""Rows read at once later: fewer than a window shows, so that every scroll reads about as much as any other."""
KEPT_PAGES = 640
MANY_CHANGES = 256
"""More cases changed at once than this are shown by asking for the list anew."""
SEARCH_ROWS = 500


class CaseListModel(RowModel):
    """All rows of a query, by place. ``filled`` is emitted when the whole order is known."""

    filled = Signal()
    moved_changed = Signal(int)

    def __init__(self, desk: Desk, spoken: Callable[[CaseRow], str], parent: QWidget | None = None) -> None:
        super().__init__(spoken, parent)
        self._desk = desk
        self.query = CaseQuery()
        self._order: array[int] = array("q")
        self._pages: OrderedDict[int, list[CaseRow | None]] = OrderedDict()
        self._asked = 0
        self._now = 0
        self._expected = 0
        self.moved = 0
        self.whole = True
        self._after_paint = QTimer(self)  # the first rows are painted before the worker wants the processor
        self._after_paint.setSingleShot(True)
        self._after_paint.setInterval(0)
        self._after_paint.timeout.connect(self._ask_for_order)

    # -- rows ------------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else max(len(self._order), self._expected)

    def row(self, place: int) -> CaseRow | None:
        if not 0 <= place < len(self._order):
            return None
        number, within = divmod(place, PAGE)
        page = self._pages.get(number)
        if page is None:
            page = self._fetch(number)
        elif number != next(reversed(self._pages)):
            self._pages.move_to_end(number)
        return page[within] if within < len(page) else None

    def _fetch(self, number: int) -> list[CaseRow | None]:
        docs = self._order[number * PAGE : (number + 1) * PAGE]
        found = self._desk.read.cases.rows(docs)
        page: list[CaseRow | None] = [found.get(doc) for doc in docs]
        self._pages[number] = page
        while len(self._pages) > KEPT_PAGES:
            self._pages.popitem(last=False)
        return page

    def place_of(self, case: str) -> int:
        """Where a case stands; -1 when it is not in the list."""
        rows = self._desk.read.cases.by_id([case])
        return self._place_of_doc(rows[0].doc) if rows else -1

    def _place_of_doc(self, doc: int) -> int:
        if not by_received(self.query) and not self.query.text:
            return self._order.index(doc) if doc in self._order else -1
        first, last = self._instant(doc)
        return next((place for place in range(first, last) if self._order[place] == doc), -1)

    def _instant(self, doc: int) -> tuple[int, int]:
        """Where the rows received in the millisecond of a handle stand, or would stand: (first place, place after the last)."""
        sign = 1 if self.query.order.startswith("-") and not self.query.text else -1

        def instant(one: int) -> int:
            return sign * instant_of(one)

        first = bisect_left(self._order, instant(doc), key=instant)
        return first, bisect_right(self._order, instant(doc), lo=first, key=instant)

    # -- showing a list --------------------------------------------------------------------------------------------

    def show(self, query: CaseQuery, now: int) -> None:
        """Show a list: its first rows now, the rest as soon as the worker has ordered them."""
        self.query = query
        self._now = now
        self._asked += 1
        self._set_moved(0)
        rows, self.whole = self._first(query, now)
        self.beginResetModel()
        self._order = array("q", (row.doc for row in rows))
        self._expected = 0
        self._pages.clear()
        for start in range(0, len(rows), PAGE):
            self._pages[start // PAGE] = list(rows[start : start + PAGE])
        self.endResetModel()
        if self.whole:
            self.filled.emit()
            return
        self._after_paint.start()

    def _first(self, query: CaseQuery, now: int) -> tuple[list[CaseRow], bool]:
        """The first rows of a list, and whether they are all. Bounded, whatever is asked."""
        read = self._desk.read.cases
        if query.text:
            return read.search_at_once(query.text, SEARCH_ROWS, query.only_filters, now)
        if query.bounded:
            rows = read.first_page(query, now, FIRST)
            return rows, len(rows) < FIRST
        return read.newest(query, now, FIRST)

    def _ask_for_order(self) -> None:
        if self.whole:
            return
        number, query, now = self._asked, self.query, self._now
        about = 0 if query.bounded or query.text else self._desk.read.cases.about(query, now)
        if about > len(self._order):  # laying out a million rows takes longer than painting those in sight
            self.beginInsertRows(QModelIndex(), len(self._order), about - 1)
            self._expected = about
            self.endInsertRows()

        def given_up() -> bool:
            return number != self._asked  # another list is shown by now

        def work(read: Read) -> tuple[int, array[int]]:
            if query.text:
                hits = read.cases.search(query.text, SEARCH_ROWS, query.only_filters, now)
                return number, array("q", (row.doc for row in hits))
            return number, read.cases.order(query, now, given_up)

        self._desk.ask(work).done.connect(self._on_ordered)

    def _on_ordered(self, told: tuple[int, array[int]]) -> None:
        number, order = told
        if number != self._asked:
            return
        had, known = self.rowCount(), len(self._order)
        if order[:known] != self._order:
            self.beginResetModel()
            self._take(order)
            self.endResetModel()
        elif len(order) > had:
            self.beginInsertRows(QModelIndex(), had, len(order) - 1)
            self._take(order)
            self.endInsertRows()
        elif len(order) < had:
            self.beginRemoveRows(QModelIndex(), len(order), had - 1)
            self._take(order)
            self.endRemoveRows()
        else:
            self._take(order)
        if order:
            self.dataChanged.emit(self.index(0, 0), self.index(len(order) - 1, 0))
        self.whole = True
        self.filled.emit()

    def _take(self, order: array[int]) -> None:
        self._pages.pop(len(self._order) // PAGE, None)
        if order[: len(self._order)] != self._order:
            self._pages.clear()
        self._order, self._expected = order, 0

    # -- changes ---------------------------------------------------------------------------------------------------

    def apply(self, cases: Sequence[str], now: int) -> None:
        """Bring changed cases up to date: changed in place, new ones put in, gone ones taken out."""
        if not self.whole or len(cases) > MANY_CHANGES:
            self.show(self.query, now)
            return
        belong = {row.doc: row for row in self._belonging(cases, now)}
        for row in self._desk.read.cases.by_id(cases):
            place = self._place_of_doc(row.doc)
            if place >= 0 and row.doc in belong:
                self._change(place, row)
            elif place >= 0:
                self._take_out(place)
            elif row.doc in belong:
                self._put_in(row)

    def _belonging(self, cases: Sequence[str], now: int) -> list[CaseRow]:
        read, text = self._desk.read.cases, self.query.text
        rows = read.matching(self.query.only_filters, now, cases)
        if not text:
            return rows
        hits = read.contain(text, [row.doc for row in rows])
        oldest = self._order[-1] if len(self._order) >= SEARCH_ROWS else None  # there is no room for what is older
        return [row for row in rows if row.doc in hits and (oldest is None or row.doc >= oldest)]

    def _change(self, place: int, row: CaseRow) -> None:
        old = self.row(place)
        page = self._pages.get(place // PAGE)
        if page is not None:
            page[place % PAGE] = row
        if old is not None and self._sort_key(old) != self._sort_key(row):
            self._set_moved(self.moved + 1)
        index = self.index(place, 0)
        self.dataChanged.emit(index, index)

    def _take_out(self, place: int) -> None:
        self.beginRemoveRows(QModelIndex(), place, place)
        self._order.pop(place)
        self._forget_from(place)
        self.endRemoveRows()

    def _put_in(self, row: CaseRow) -> None:
        place = self._place_for(row)
        self.beginInsertRows(QModelIndex(), place, place)
        self._order.insert(place, row.doc)
        self._forget_from(place)
        self.endInsertRows()

    def _place_for(self, row: CaseRow) -> int:
        """Where a new row belongs; among rows of other instants its handle tells."""
        if by_received(self.query) or self.query.text:
            first, last = self._instant(row.doc)
            if first == last:
                return first
            return bisect_left(_Keys(self), self._sort_key(row), lo=first, hi=last)
        return bisect_left(_Keys(self), self._sort_key(row))

    def _forget_from(self, place: int) -> None:
        for number in [number for number in self._pages if number >= place // PAGE]:
            del self._pages[number]

    def sort_key_at(self, place: int) -> tuple[object, ...]:
        """The sort key of a row, for finding where another belongs."""
        row = self.row(place)
        return self._sort_key(row) if row is not None else ()

    def _sort_key(self, row: CaseRow) -> tuple[object, ...]:
        return sort_key(self.query, row)

    def _set_moved(self, count: int) -> None:
        if count != self.moved:
            self.moved = count
            self.moved_changed.emit(count)


class _Keys:
    """The sort keys of the list as a sequence, read only where bisection looks."""

    def __init__(self, model: CaseListModel) -> None:
        self._model = model

    def __len__(self) -> int:
        return self._model.rowCount()

    def __getitem__(self, place: int) -> tuple[object, ...]:
        return self._model.sort_key_at(place)
