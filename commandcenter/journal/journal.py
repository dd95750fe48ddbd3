"""The journal of one workstation, writing side: stamp, chain, sign, fold, project, commit - in one transaction.

One thread uses it at a time. ``stage`` prepares the events of a command in memory, ``commit`` makes everything staged
durable at once, ``discard`` forgets it. What ``commit`` returned from is on the disk.
"""

from __future__ import annotations

import logging
import secrets
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from commandcenter.domain import clock as hlc
from commandcenter.domain.command import Draft, Who
from commandcenter.domain.erasure import VERB as ERASED
from commandcenter.domain.erasure import erased_up_to
from commandcenter.domain.event import Event, EventId, Fact, digest_of, private_digest_of, sealed
from commandcenter.domain.fold import causal_order, goes_last, heads_after
from commandcenter.domain.numbering import next_letter
from commandcenter.domain.office import OFFICE
from commandcenter.domain.record import listed
from commandcenter.domain.subjects import apply, family_of
from commandcenter.journal import erasing, indexing, log, search
from commandcenter.journal import identity as identities
from commandcenter.journal.codec import as_stored, fact_of, to_json
from commandcenter.journal.database import FILE_NAME, Connection, connect, transaction
from commandcenter.journal.identity import Identity
from commandcenter.journal.migrate import migrate
from commandcenter.journal.projections import Row, rows_of, search_text
from commandcenter.journal.projector import Projector
from commandcenter.journal.trouble import Trouble, telling

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

logger = logging.getLogger(__name__)

CACHED_STATES = 4096
ASKED_AT_ONCE = 1000
MERGED_AT_ONCE = 200_000
"""So many entries and the search index is brought together whole inside an erasure; in a larger office the job that follows it
does so step by step, because the writer would stand still for seconds."""
INDEX_AT_ONCE = 20
"""More changed texts than this in one commit are indexed behind; their lag is shown."""
SMALLEST_FILE = 512
"""Bytes; no database is smaller."""


@dataclass(slots=True)
class Folded:
    """A subject as the writer remembers it: state, heads, the rows last written (None: not known)."""

    state: Any
    heads: Mapping[str, int] = field(default_factory=dict)
    rows: Sequence[Row] | None = ()


@lru_cache(maxsize=4)
def _families(subjects: frozenset[str]) -> frozenset[str]:
    return frozenset(subject.partition("/")[0] for subject in subjects)  # asked by every screen


@dataclass(frozen=True, slots=True)
class Changes:
    """What a commit touched: the subjects, and the position of this file after it."""

    subjects: frozenset[str] = frozenset()
    position: int = 0

    def families(self) -> frozenset[str]:
        """The families among the subjects."""
        return _families(self.subjects)

    def below(self, prefix: str) -> bool:
        """Whether a subject that begins with ``prefix`` was touched."""
        return any(subject.startswith(prefix) for subject in self.subjects)

    def __or__(self, other: Changes) -> Changes:
        return Changes(self.subjects | other.subjects, max(self.position, other.position))


@dataclass(frozen=True, slots=True)
class Absorbed:
    """What came of events from elsewhere."""

    changes: Changes
    new: int
    known: int
    forks: int
    rejected: tuple[EventId, ...]


class Journal:
    """The open journal. Build it with ``open_journal``."""

    def __init__(self, folder: Path, connection: Connection, identity: Identity, wall: Callable[[], int]) -> None:
        self.folder = folder
        self.connection = connection
        self.identity = identity
        self._wall = wall
        self._projector = Projector(connection)
        self._placed = False
        self._cache: OrderedDict[str, Folded] = OrderedDict()
        self._fresh: set[str] = set()
        self._numbers: dict[tuple[str, str, str], int] = {}
        self._letter = ""
        self._stamp = 0
        self._forget_staged()
        self.office = ""
        self._find_place()

    # -- reading ---------------------------------------------------------------------------------------------------

    @property
    def node(self) -> str:
        """This workstation's node id."""
        return self.identity.node

    @property
    def letter(self) -> str:
        """This desk's letter in numbers. Once given it stays."""
        if not self._letter:
            state = self.folded(f"node/{self.node}").state
            if not state.known:
                return "A"
            self._letter = str(state.get("letter", "A"))
        return self._letter

    @property
    def stamp(self) -> int:
        """The clock stamp of the newest event of this journal."""
        return self._stamp

    def folded(self, subject: str) -> Folded:
        """The state of a subject, from memory or folded from its events."""
        found = self._cache.get(subject)
        if found is not None:
            self._cache.move_to_end(subject)
            return found
        if not self._fresh.isdisjoint(subject.split("/")):
            found = Folded(family_of(subject).empty)
        else:
            found = self._fold(subject)
        self._remember(subject, found)
        return found

    def subjects_below(self, prefix: str) -> list[str]:
        """The subjects below a prefix, staged ones included."""
        known = set(log.subjects_below(self.connection, prefix))
        known.update(subject for subject in self._touched if subject.startswith(prefix))
        return sorted(known)

    def cases_by_source(self, source: str, numbers: Sequence[str]) -> dict[str, str]:
        """The cases filed under foreign numbers of one source, by number; staged ones included."""
        found: dict[str, str] = {}
        for start in range(0, len(numbers), ASKED_AT_ONCE):
            some = numbers[start : start + ASKED_AT_ONCE]
            sql = (
                "SELECT source_number, id FROM case_row WHERE source = ? AND source_number <> ''"
                f" AND source_number IN ({', '.join('?' for _ in some)})"
            )
            found.update((number, f"case/{case}") for number, case in self.connection.execute(sql, (source, *some)))
        found.update({number: case for number in numbers if (case := self._sources.get((source, number)))})
        return found

    def recorded(self, command: str) -> list[str]:
        """The subjects a command of this desk already wrote to: a retry finds them and writes nothing."""
        return log.recorded(self.connection, self.node, command)

    def last_number(self, series: str, day: str) -> int:
        """How far a series has counted on a day at this desk, staged numbers included."""
        key = (series, day, self.letter)
        if key not in self._numbers:
            sql = "SELECT count FROM number WHERE series = ? AND day = ? AND letter = ?"
            row = self.connection.execute(sql, key).fetchone()
            self._numbers[key] = int(row[0]) if row else 0
        return self._numbers[key]

    def use_number(self, series: str, day: str) -> int:
        """Take the next number of a series; it becomes durable with the commit."""
        count = self.last_number(series, day) + 1
        key = (series, day, self.letter)
        self._numbers[key] = count
        self._used.add(key)
        return count

    def return_number(self, series: str, day: str) -> None:
        """Give back the number taken last: whoever took it was refused."""
        self._numbers[series, day, self.letter] -= 1

    def new_id(self, key: str) -> None:
        """Promise that ``key`` was made just now: nothing is recorded on subjects with it, so they need no looking up."""
        self._fresh.add(key)

    @cached_property
    def _key(self) -> Ed25519PrivateKey:
        """The signing key; opened with the first command, for a window that only reads needs none."""
        return self.identity.signing_key

    # -- writing ---------------------------------------------------------------------------------------------------

    def stage(
        self, command: str, who: Who, drafts: Sequence[Draft], *, channel: str = "", on_behalf_of: str = ""
    ) -> list[Fact]:
        """Stamp, chain and fold the drafts of one command in memory. The last event carries the signature.

        Raises ``Trouble`` when the file cannot be read.
        """
        self._find_place()
        staged = []
        now = self._wall()
        for index, draft in enumerate(drafts):
            if draft.subject == OFFICE and draft.kind == "office.listed":
                self.office = str(draft.body.get("fields", {}).get("id", ""))
            before = self.folded(draft.subject)
            event, private = self._event(command, index, who, draft, before, now, channel, on_behalf_of)
            if index == len(drafts) - 1:
                event = event._replace(sig=self._key.sign(event.digest))
            self._prev, self._seq, self._stamp = event.digest, event.seq, event.hlc
            self._events.append(event)
            if private is not None:
                self._privates.append(private)
            words = as_stored(draft.private, private[3]) if draft.private is not None and private else None
            fact = fact_of(event, private[3] if private else None, words)
            self._fold_in(before, fact)
            staged.append(fact)
        return staged

    def _event(
        self,
        command: str,
        index: int,
        who: Who,
        draft: Draft,
        before: Folded,
        now: int,
        channel: str,
        on_behalf_of: str,
    ) -> tuple[Event, log.Private | None]:
        seq = self._seq + 1
        private: log.Private | None = None
        private_digest = None
        if draft.private is not None:
            salt, content = secrets.token_bytes(16), to_json(draft.private)
            private_digest = private_digest_of(salt, content)
            private = (self.node, seq, salt, content)
        event = Event(
            self.node,
            seq,
            self.office,
            command,
            index,
            hlc.tick(self._stamp, now),
            draft.happened_at if draft.happened_at is not None else now,
            now,
            draft.subject,
            draft.kind,
            draft.version,
            draft.mode,
            who.actor,
            who.role,
            who.seat,
            who.assurance,
            on_behalf_of,
            channel,
            to_json(before.heads) if before.heads else "{}",
            str(draft.corrects) if draft.corrects else "",
            str(draft.cause) if draft.cause else "",
            to_json(draft.body),
            private_digest,
            self._prev,
            digest=b"",
            sig=None,
        )
        return sealed(event), private

    def commit(self) -> Changes:
        """Make everything staged durable, with its projections and its search words. Raises ``Trouble``; then all is
        as before and nothing was acknowledged."""
        if not self._events:
            return Changes(position=self._position)
        erasures = [event for event in self._events if event.kind.endswith(ERASED)]
        try:
            with telling(self.folder), self._destroying(bool(erasures)), transaction(self.connection):
                log.append(self.connection, self._events, self._privates)
                self._erase(erasures)
                self._project()
                self._save_numbers()
        except BaseException:
            self.discard()
            raise
        changes = Changes(frozenset(self._touched), self._position + len(self._events))
        self._settle(changes.position)
        self._drop_files()
        return changes

    @contextmanager
    def _destroying(self, really: bool) -> Iterator[None]:
        """While personal data is erased: overwrite what is deleted, and leave no trace in index or write-ahead log."""
        self._destroys = really
        if really:
            self.connection.execute("PRAGMA secure_delete=ON")
        yield
        if really:
            if self._position <= MERGED_AT_ONCE:
                indexing.merge_whole(self.connection)
            self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self.connection.execute("PRAGMA secure_delete=FAST")

    def discard(self) -> None:
        """Forget everything staged. Reads nothing, so it cannot fail on a broken disk."""
        for subject in self._touched:
            self._cache.pop(subject, None)
        for key in self._used:
            self._numbers.pop(key, None)
        self._cache.pop(OFFICE, None)
        self._letter = ""
        self._forget_staged()

    def absorb(self, events: Sequence[Event], privates: Iterable[log.Private] = ()) -> Absorbed:
        """Take in events of other nodes, in any order, each as often as it comes.

        An event whose digest is wrong is rejected. One whose number is taken by another content is kept as a fork. Late
        ones re-fold only their own subject. A private part may come with its event or later.
        """
        self._find_place()
        held = log.held(self.connection, (event.id for event in events))
        new: list[Event] = []
        forks: list[Event] = []
        rejected: list[EventId] = []
        known = 0
        for event in events:
            if digest_of(event) != event.digest:
                rejected.append(event.id)
            elif event.id not in held:
                new.append(event)
                held[event.id] = event.digest
            elif held[event.id] == event.digest:
                known += 1
            else:
                forks.append(event)
        parts, subjects = self._private_parts(new, privates)
        self._take_in(new, forks, parts, subjects)
        changes = Changes(frozenset(subjects), self._position)
        return Absorbed(changes, len(new), known, len(forks), tuple(rejected))

    def _private_parts(
        self, new: Sequence[Event], privates: Iterable[log.Private]
    ) -> tuple[list[log.Private], set[str]]:
        """The private parts that belong to new events, or to held ones that wait for theirs; and every subject touched.

        What an erasure reaches is not taken in again, whichever of the two came first.
        """
        by_key = {event.id: (event.subject, event.private_digest) for event in new}
        subjects = {event.subject for event in new}
        erased: dict[str, dict[str, int]] = {}
        for event in new:
            if event.kind.endswith(ERASED):
                reached = erased.setdefault(event.subject, dict(log.erased(self.connection, event.subject)))
                for node, seq in erased_up_to(fact_of(event, None).body).items():
                    reached[node] = max(seq, reached.get(node, seq))
        parts = {}
        for part in privates:
            key = EventId(part[0], part[1])
            subject, digest = by_key.get(key) or log.waiting(self.connection, key) or ("", None)
            if digest is None or digest != private_digest_of(part[2], part[3]):
                continue
            if subject not in erased:
                erased[subject] = log.erased(self.connection, subject)
            if key.seq > erased[subject].get(key.node, 0):
                parts[key] = part
                subjects.add(subject)
        return list(parts.values()), subjects

    def _take_in(self, new: list[Event], forks: list[Event], parts: list[log.Private], subjects: Iterable[str]) -> None:
        now = self._wall()
        erasures = [event for event in new if event.kind.endswith(ERASED)]
        for subject in subjects:
            self._touch(subject, self.folded(subject))
        try:
            with telling(self.folder), self._destroying(bool(erasures)), transaction(self.connection):
                log.append(self.connection, new, parts)
                self._keep_forks(forks, now)
                self._erase(erasures)
                for subject in self._touched:
                    self._cache[subject] = replace_rows(self._fold(subject), self._before[subject].rows)
                self._project()
        except BaseException:
            self.discard()
            raise
        for event in new:
            self._stamp = hlc.merge(self._stamp, event.hlc, now)
        self._settle(self._position + len(new))
        self._drop_files()

    def _keep_forks(self, forks: Sequence[Event], now: int) -> None:
        sql = "INSERT INTO fork (node, seq, digest, event, received_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"
        rows = [(fork.node, fork.seq, fork.digest, to_json(_readable(fork)), now) for fork in forks]
        self.connection.executemany(sql, rows)

    def close(self) -> None:
        """Save how far this node has written, fold the write-ahead log back, and close.

        Raises ``Trouble`` when one of the first two failed; it is closed all the same.
        """
        try:
            self.save_high_water()
            self.checkpoint(truncate=True)
        finally:
            self.connection.close()

    def save_high_water(self) -> None:
        """Remember outside the database how far this node has written, so that a rolled-back file is noticed.

        Raises ``Trouble``.
        """
        with telling(self.folder):
            self._find_place()
            if self.identity.high_water != self._seq:
                following = replace(self.identity, high_water=self._seq)
                identities.save_identity(self.folder, following)
                self.identity = following

    def checkpoint(self, *, truncate: bool = False) -> None:
        """Fold the write-ahead log back into the database, as far as no reader is in the way. Raises ``Trouble``."""
        with telling(self.folder):
            self.connection.execute(f"PRAGMA wal_checkpoint({'TRUNCATE' if truncate else 'PASSIVE'})").fetchone()

    def save_draft(self, key: str, text: str) -> None:
        """Keep a typed text that was not sent yet; an empty one is forgotten. Raises ``Trouble``."""
        with telling(self.folder), transaction(self.connection):
            if text:
                sql = (
                    "INSERT INTO draft (key, text, saved_at) VALUES (?, ?, ?)"
                    " ON CONFLICT (key) DO UPDATE SET text = excluded.text, saved_at = excluded.saved_at"
                )
                self.connection.execute(sql, (key, text, self._wall()))
            else:
                self.connection.execute("DELETE FROM draft WHERE key = ?", (key,))

    # -- inside ----------------------------------------------------------------------------------------------------

    def _find_place(self) -> None:
        """Read where the chain stands, once after the start and after whatever was discarded: a commit that failed may
        have reached the disk all the same. Raises ``Trouble``.
        """
        if self._placed:
            return
        with telling(self.folder):
            self._seq, self._prev = log.head(self.connection, self.node)
            most = hlc.stamp(self._wall() + hlc.MAX_FUTURE_DRIFT_MS, hlc.COUNTER_MASK)
            self._stamp = max(self._stamp, log.newest_stamp(self.connection, self.node, most))
            self._position = log.position(self.connection)
            self.office = str(self.folded(OFFICE).state.get("id", ""))
        self._placed = True

    def _forget_staged(self) -> None:
        self._placed = False
        self._events: list[Event] = []
        self._privates: list[log.Private] = []
        self._touched: set[str] = set()
        self._before: dict[str, Folded] = {}
        self._used: set[tuple[str, str, str]] = set()
        self._sources: dict[tuple[str, str], str] = {}
        self._erased_files: list[str] = []
        self._destroys = False
        self._fresh.clear()

    def _settle(self, position: int) -> None:
        self._events, self._privates = [], []
        self._touched, self._before, self._used, self._sources = set(), {}, set(), {}
        self._fresh.clear()
        self._position = position
        while len(self._cache) > CACHED_STATES:
            self._cache.popitem(last=False)

    def _fold(self, subject: str) -> Folded:
        state, heads = family_of(subject).empty, dict[str, int]()
        known = False
        for fact in causal_order(log.facts_of(self.connection, subject)):
            state, heads, known = apply(state, fact), heads_after(heads, fact), True
        return Folded(state, heads, None if known else ())

    def _fold_in(self, folded: Folded, fact: Fact) -> None:
        self._touch(fact.subject, folded)
        if not goes_last(folded.heads, fact):  # only a fact of elsewhere can be late; ours has seen all heads
            raise AssertionError("a local event must follow everything held")
        following = Folded(apply(folded.state, fact), heads_after(folded.heads, fact), folded.rows)
        self._cache[fact.subject] = following
        if fact.subject.startswith("case/") and following.state.source_number:
            self._sources[following.state.source, following.state.source_number] = fact.subject

    def _touch(self, subject: str, before: Folded) -> None:
        self._touched.add(subject)
        self._before.setdefault(subject, before)

    def _remember(self, subject: str, folded: Folded) -> None:
        self._cache[subject] = folded
        if len(self._cache) > 2 * CACHED_STATES and not self._touched:
            while len(self._cache) > CACHED_STATES:
                self._cache.popitem(last=False)

    def _erase(self, events: Sequence[Event]) -> None:
        if not events:
            return
        from commandcenter.journal import attachments  # with the first erasure

        for event in events:
            self._erased_files += attachments.of_subject(self.connection, event.subject)
            erasing.erase_private(self.connection, event.subject, erased_up_to(fact_of(event, None).body))
            self._touch(event.subject, self.folded(event.subject))
            self._cache[event.subject] = replace_rows(self._fold(event.subject), self._before[event.subject].rows)
            if event.node == self.node and event.channel != "system":
                erasing.remember(self.folder, event)

    def _drop_files(self) -> None:
        """Once an erasure is on the disk, the files go that nobody else uses."""
        contents, self._erased_files = self._erased_files, []
        if not contents:
            return
        from commandcenter.journal import attachments

        try:
            attachments.forget(self.connection, self.folder, contents)
        except Trouble:  # the erasure stands; the weekly sweep removes what cannot be removed now
            logger.exception("files of an erased subject could not be removed yet")

    def _project(self) -> None:
        with self._projector.tallying():
            self._project_rows()

    def _project_rows(self) -> None:
        texts: list[tuple[str, str, bool]] = []
        fresh: list[Row] = []
        for subject in sorted(self._touched):
            folded, before = self._cache[subject], self._before[subject]
            rows = rows_of(subject, folded.state)
            if before.rows is not None and not before.rows:
                fresh += rows
            else:
                self._projector.write(subject, folded.rows, rows)
            folded.rows = rows
            if subject.startswith("case/"):
                old, new = search_text(before.state), search_text(folded.state)
                if old != new:
                    texts.append((subject[5:], new, bool(old)))
        self._index(texts, self._projector.write_new(fresh))

    def _index(self, texts: list[tuple[str, str, bool]], new: Mapping[str, int]) -> None:
        found = ((new.get(case) or self._projector.doc_of(case), text, old) for case, text, old in texts)
        docs = [(doc, text, old) for doc, text, old in found if doc is not None]
        if len(docs) > INDEX_AT_ONCE and not self._destroys:
            sql = "INSERT INTO search_queue (doc) VALUES (?) ON CONFLICT DO NOTHING"
            self.connection.executemany(sql, sorted((doc,) for doc, _, _ in docs))
            return
        for doc, text, old in docs:
            search.put(self.connection, [(doc, text)], replace=old)

    def _save_numbers(self) -> None:
        sql = (
            "INSERT INTO number (series, day, letter, count) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (series, day, letter) DO UPDATE SET count = excluded.count"
        )
        self.connection.executemany(sql, [(*key, self._numbers[key]) for key in sorted(self._used)])


def replace_rows(folded: Folded, rows: Sequence[Row] | None) -> Folded:
    """The folded subject with the rows that stand in the file."""
    return Folded(folded.state, folded.heads, rows)


def _readable(event: Event) -> dict[str, Any]:
    return {
        name: value.hex() if isinstance(value, bytes) else value
        for name, value in zip(Event._fields, event, strict=True)
    }


def open_journal(
    folder: Path,
    wall: Callable[[], int],
    *,
    key: bytes | None = None,
    before_migration: Callable[[int], None] | None = None,
) -> Journal:
    """Open the journal in ``folder``, creating it where there is none, and introduce this workstation if it is new.

    A folder whose identity does not fit - copied, restored, rolled back - gets a new node id and the next free letter.
    Raises ``Trouble``.
    """
    path = folder / FILE_NAME
    with telling(folder):
        folder.mkdir(parents=True, exist_ok=True)
    _refuse_emptied(folder, path)
    migrate(path, key=key, before=before_migration)
    connection = connect(path, key=key, write=True)
    try:
        identity = identities.load_identity(folder)
        if identity is not None and _rolled_back(connection, identity):
            identity = None
        if identity is None:
            identity = identities.new_identity(folder)
            identities.save_identity(folder, identity)
        journal = Journal(folder, connection, identity, wall)
        if not journal.folded(f"node/{identity.node}").state.known:
            _introduce(journal)
        if erasing.erase_again(journal):
            indexing.merge_whole(connection)
    except BaseException:
        connection.close()
        raise
    return journal


def _refuse_emptied(folder: Path, path: Path) -> None:
    """Refuse ``torn`` where this workstation has written before and its file is gone or empty: that is a loss to be said
    and restored, never a first start.
    """
    if identities.load_identity(folder) is not None and (not path.exists() or path.stat().st_size < SMALLEST_FILE):
        raise Trouble("torn", path=str(path), detail="empty")


def _rolled_back(connection: Connection, identity: Identity) -> bool:
    return log.head(connection, identity.node)[0] < identity.high_water


def _introduce(journal: Journal) -> None:
    from commandcenter import __version__

    sql = "SELECT json_extract(fields, '$.letter') FROM record WHERE family = 'node'"
    taken = {str(row[0]) for row in journal.connection.execute(sql)}
    fields = {
        "public_key": journal.identity.public_key,
        "letter": next_letter(taken),
        "program": __version__,
    }
    journal.stage(f"introduce-{journal.node}", Who(seat=journal.node), [listed(f"node/{journal.node}", fields)])
    journal.commit()


__all__ = ["Absorbed", "Changes", "Folded", "Journal", "Trouble", "open_journal"]
