"""The schema: every table of the database, declared once. Migrations are checked against it, and nothing else reads it.

Loaded only for migrations and checks: the duty path speaks SQL directly, because loading this takes a second.
Times are epoch milliseconds in UTC. The projections (all but event, private, fork, draft, meta) can be dropped and
rebuilt from the events to the same canonical digest.
"""

from __future__ import annotations

from sqlalchemy import ForeignKeyConstraint, Index, LargeBinary, UniqueConstraint, text
from sqlmodel import Field, SQLModel

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class EventTable(SQLModel, table=True):
    """The journal. Append-only by trigger; ``node, seq, body, digest`` keep their names for good."""

    __tablename__ = "event"
    __table_args__ = (
        UniqueConstraint("node", "command", "command_index"),
        Index("ix_event_subject", "subject"),
        Index("ix_event_disputed", "happened_at", sqlite_where=text("kind = 'case.disputed'")),
        Index("ix_event_duty", "happened_at", "kind", sqlite_where=text("substr(subject, 1, 5) <> 'case/'")),
    )
    node: str = Field(primary_key=True)
    seq: int = Field(primary_key=True)
    office: str
    command: str
    command_index: int
    hlc: int
    happened_at: int
    recorded_at: int
    subject: str
    kind: str
    version: int
    mode: str
    actor: str
    role: str
    seat: str
    assurance: str
    on_behalf_of: str
    channel: str
    seen: str
    corrects: str
    cause: str
    body: str
    private_digest: bytes | None = Field(sa_type=LargeBinary)
    prev: bytes = Field(sa_type=LargeBinary)
    digest: bytes = Field(sa_type=LargeBinary)
    sig: bytes | None = Field(sa_type=LargeBinary)


class PrivateTable(SQLModel, table=True):
    """Private parts: words, names, phones. Rows go when they are erased; the event keeps their salted digest."""

    __tablename__ = "private"
    __table_args__ = (ForeignKeyConstraint(["node", "seq"], ["event.node", "event.seq"]),)
    node: str = Field(primary_key=True)
    seq: int = Field(primary_key=True)
    salt: bytes = Field(sa_type=LargeBinary)
    content: str


class ForkTable(SQLModel, table=True):
    """Events that came with a number already taken by another content: both are kept and shown."""

    __tablename__ = "fork"
    node: str = Field(primary_key=True)
    seq: int = Field(primary_key=True)
    digest: bytes = Field(sa_type=LargeBinary, primary_key=True)
    event: str
    received_at: int


class MetaTable(SQLModel, table=True):
    """Small facts of this file: fold version, when it was last checked."""

    __tablename__ = "meta"
    key: str = Field(primary_key=True)
    value: str


class DraftTable(SQLModel, table=True):
    """Texts typed and not yet sent. Local to this seat; they survive a crash and are no facts."""

    __tablename__ = "draft"
    key: str = Field(primary_key=True)
    text: str
    saved_at: int


class NumberTable(SQLModel, table=True):
    """How far each series has counted on each day at each desk letter."""

    __tablename__ = "number"
    series: str = Field(primary_key=True)
    day: str = Field(primary_key=True)
    letter: str = Field(primary_key=True)
    count: int


class RecordTable(SQLModel, table=True):
    """Reference data: office, nodes, limits, calendars, categories, units, places, people, posts, plans, drills, shifts."""

    __tablename__ = "record"
    __table_args__ = (Index("ix_record_family", "family", "id"),)
    subject: str = Field(primary_key=True)
    family: str
    id: str
    name: str
    initials: str
    active: int
    version: int
    changed_at: int
    fields: str
    words: str
    extra: str


class SeatTable(SQLModel, table=True):
    """Who sits at each workstation."""

    __tablename__ = "seat"
    subject: str = Field(primary_key=True)
    person: str
    role: str
    assurance: str
    since: int


BOARD = (
    *(
        "next_due",
        "id",
        "stage",
        "lead",
        "others",
        "channel",
        "community",
        "category",
        "grade",
        "repeats",
        "collective",
    ),
    *("proactive", "escalated", "next_warn", "place", "grid", "received_at", "ground", "anonymous", "due_at"),
    *(
        "contact_due_at",
        "contacted_at",
        "fed_back_at",
        "closed_at",
        "solved",
        "satisfied",
        "redone",
        "extended",
        "whistles",
    ),
)
"""What is asked of the work in hand, in an index of it alone: counts and orders of open cases never touch the table."""
FACETS = ("category", "community", "lead", "grade", "channel", "nature", "grid", "others", "open", "history")
"""What lists are filtered by, side by side in an index of their own: looking through it costs an eighth of the table."""


class CaseTable(SQLModel, table=True):
    """Cases. ``doc`` orders by time received and is the key of the search index; it is no fact and differs by file."""

    __tablename__ = "case_row"
    __table_args__ = (
        UniqueConstraint("id"),
        Index("ix_case_row_board", *BOARD, sqlite_where=text("open = 1")),
        Index("ix_case_row_received", "received_at", "open", "history"),
        Index("ix_case_row_stage", "stage"),
        Index("ix_case_row_source", "source", "source_number", unique=False, sqlite_where=text("source_number <> ''")),
        Index("ix_case_row_registered", "registered_at", sqlite_where=text("history = 0")),
        Index("ix_case_row_place", "place", sqlite_where=text("place <> ''")),
        Index("ix_case_row_number", "number"),
        Index("ix_case_row_closed", "closed_at", sqlite_where=text("history = 0")),
        Index("ix_case_row_facets", *FACETS, sqlite_where=text("history >= 0")),
        Index("ix_case_row_provisional", "id", sqlite_where=text("provisional = 1")),
        Index("ix_case_row_escalated", "received_at", sqlite_where=text("escalated <> ''")),
        Index("ix_case_row_phone", "phone", sqlite_where=text("phone <> ''")),
    )
    doc: int = Field(primary_key=True)
    id: str
    number: str
    source: str
    source_number: str
    channel: str
    stage: str
    open: int
    history: int
    grade: str
    category: str
    place: str
    community: str
    lead: str
    others: str
    received_at: int
    registered_at: int
    next_due: int | None
    next_clock: str
    next_start: int | None
    next_warn: int | None
    provisional: int
    limit_unit: str
    escalated: str
    due_at: int | None
    contact_due_at: int | None
    contacted_at: int | None
    fed_back_at: int | None
    closed_at: int | None
    solved: int | None
    satisfied: int | None
    result: str
    pressed: int
    anonymous: int
    whistles: str
    nature: str
    grid: str
    collective: int
    proactive: int
    ground: str
    procedure: str
    told: str
    merged_into: str
    repeats: int
    attachments: int
    redone: int
    extended: int
    called_back_at: int | None
    review_at: int | None
    changed_at: int
    title: str
    place_words: str
    reporter: str
    phone: str
    text: str


class AttachmentTable(SQLModel, table=True):
    """Which case uses which attached file; the file lies beside the database under its hash."""

    __tablename__ = "attachment"
    __table_args__ = (Index("ix_attachment_sha256", "sha256"),)
    subject: str = Field(primary_key=True)
    sha256: str = Field(primary_key=True)
    size: int
    media: str
    attached_at: int
    gone: str


class TallyTable(SQLModel, table=True):
    """Counts of ended cases for the rates: month received (202606) × what is counted by × key × ground (``journal.tally``)."""

    __tablename__ = "tally"
    __table_args__ = ({"sqlite_with_rowid": False},)
    dim: str = Field(primary_key=True)
    month: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    key: str = Field(primary_key=True)
    ground: str = Field(primary_key=True)
    taken: int
    unknown: int
    contact_owed: int
    contacted_in_time: int
    asked_solved: int
    solved: int
    late_unsolved: int
    asked_satisfied: int
    satisfied: int
    late_unsatisfied: int
    closed: int
    closed_limited: int
    closed_in_time: int
    late: int
    redone: int
    extended: int
    whistled: int
    proactive: int


class DeadlineTable(SQLModel, table=True):
    """Every clock of every subject. *Overdue* is not stored: it is ``due_at`` against now."""

    __tablename__ = "deadline"
    __table_args__ = (
        Index(
            "ix_deadline_due", "due_at", sqlite_where=text("met_at IS NULL AND stopped = 0 AND due_raised_at IS NULL")
        ),
        Index(
            "ix_deadline_warn",
            "warn_at",
            sqlite_where=text("met_at IS NULL AND stopped = 0 AND warn_raised_at IS NULL"),
        ),
        Index(
            "ix_deadline_alarm",
            "due_raised_at",
            sqlite_where=text("met_at IS NULL AND stopped = 0 AND acknowledged_at IS NULL AND expired = 0"),
        ),
        Index("ix_deadline_raised", "due_raised_at", sqlite_where=text("due_raised_at IS NOT NULL")),
    )
    subject: str = Field(primary_key=True)
    clock: str = Field(primary_key=True)
    mode: str
    started_at: int
    warn_at: int
    due_at: int
    met_at: int | None
    stopped: int
    warn_raised_at: int | None
    due_raised_at: int | None
    expired: int
    acknowledged_at: int | None


class WhistleTable(SQLModel, table=True):
    """Whistles; ``state`` is the folded value."""

    __tablename__ = "whistle"
    __table_args__ = (Index("ix_whistle_number", "number"), Index("ix_whistle_blown", "blown_at"))
    id: str = Field(primary_key=True)
    number: str
    mode: str
    kind: str
    stage: str
    plan: str
    place: str
    blown_at: int
    stood_down_at: int | None
    closed_at: int | None
    state: str


class ReportInTable(SQLModel, table=True):
    """A department's presence at a whistle; the times are columns for rates, ``state`` is the folded value."""

    __tablename__ = "report_in"
    __table_args__ = (Index("ix_report_in_unit", "unit"),)
    whistle: str = Field(primary_key=True)
    unit: str = Field(primary_key=True)
    ordinal: int
    mode: str
    relation: str
    furthest: str
    outcome: str
    listed_at: int
    answered_at: int | None
    left_at: int | None
    arrived_at: int | None
    done_at: int | None
    released_at: int | None
    back_at: int | None
    people: int | None
    state: str


class PostTable(SQLModel, table=True):
    """Command posts."""

    __tablename__ = "post"
    whistle: str = Field(primary_key=True)
    mode: str
    stage: str
    set_up_at: int | None
    state: str


class OrderTable(SQLModel, table=True):
    """Orders of an incident."""

    __tablename__ = "task_order"
    __table_args__ = (Index("ix_task_order_whistle", "whistle", "given_at"),)
    subject: str = Field(primary_key=True)
    whistle: str
    mode: str
    unit: str
    given_at: int
    due_at: int | None
    done_at: int | None
    open: int
    state: str


class SitrepTable(SQLModel, table=True):
    """Situation reports of an incident."""

    __tablename__ = "sitrep"
    __table_args__ = (Index("ix_sitrep_whistle", "whistle", "ordinal"),)
    subject: str = Field(primary_key=True)
    whistle: str
    mode: str
    stage: str
    ordinal: int
    issued_at: int
    state: str


class ReviewTable(SQLModel, table=True):
    """Reviews: findings, corrective actions, signatures, prints."""

    __tablename__ = "review"
    whistle: str = Field(primary_key=True)
    mode: str
    state: str


class MatterTable(SQLModel, table=True):
    """Slow whistles, warnings, drill runs and what belongs to an incident; ``state`` is the folded value."""

    __tablename__ = "matter"
    __table_args__ = (Index("ix_matter_family", "family", "parent"),)
    subject: str = Field(primary_key=True)
    family: str
    parent: str
    mode: str
    stage: str
    number: str
    opened_at: int
    closed_at: int | None
    state: str


class CallTable(SQLModel, table=True):
    """Telephone calls of the duty room (来电记录): one row a call.

    ``waits`` says what is still owed (read back, called back), ``phone`` holds digits alone.
    """

    __tablename__ = "call_row"
    __table_args__ = (
        Index("ix_call_row_at", "at"),
        Index("ix_call_row_waits", "at", sqlite_where=text("waits <> ''")),
        Index("ix_call_row_phone", "phone", "at", sqlite_where=text("phone <> ''")),
        Index("ix_call_row_case", "case_id", "at", sqlite_where=text("case_id <> ''")),
        Index("ix_call_row_whistle", "whistle", "at", sqlite_where=text("whistle <> ''")),
    )
    id: str = Field(primary_key=True)
    number: str
    mode: str
    at: int
    direction: str
    unit: str
    taker: str
    outcome: str
    waits: str
    phone: str
    case_id: str
    whistle: str
    state: str


WALKS = (
    *("day", "place", "person", "stage", "community", "role", "plan", "id", "window_start", "window_end", "begun_at"),
    *(
        "ended_at",
        "length_m",
        "findings",
        "handled",
        "cases",
        "open_spots",
        "looked",
        "closed_next",
        "made_up",
        "reason",
    ),
)
"""Everything that is asked of the patrols of some days, in an index of it: lists and figures of a month never touch the table."""


class PatrolTable(SQLModel, table=True):
    """Patrols: one row for each turn that was planned or walked. ``day`` is its day (20260717), times are instants.

    ``looked`` counts findings that a later patrol has looked at, ``closed_next`` those its first look closed.
    """

    __tablename__ = "patrol_row"
    __table_args__ = (
        Index("ix_patrol_row_walks", *WALKS),
        Index("ix_patrol_row_place", "place", "day", "person", "begun_at"),
        Index("ix_patrol_row_person", "person", "day", "begun_at"),
        Index("ix_patrol_row_walked", "place", "begun_at", sqlite_where=text("begun_at IS NOT NULL")),
        Index("ix_patrol_row_open", "window_end", sqlite_where=text("stage NOT IN ('ended', 'cancelled')")),
        Index("ix_patrol_row_spots", "place", "day", sqlite_where=text("open_spots > 0")),
    )
    id: str = Field(primary_key=True)
    plan: str
    place: str
    community: str
    role: str
    person: str
    day: int
    window_start: int | None
    window_end: int | None
    stage: str
    reason: str
    begun_at: int | None
    ended_at: int | None
    length_m: int | None
    findings: int
    handled: int
    cases: int
    open_spots: int
    looked: int
    closed_next: int
    made_up: int


class SearchQueueTable(SQLModel, table=True):
    """Cases whose text is not yet in the search index; how many there are is the lag shown."""

    __tablename__ = "search_queue"
    doc: int = Field(primary_key=True)
