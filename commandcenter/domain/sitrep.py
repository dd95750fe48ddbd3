"""Information reports to the district (信息报送): each with the ten basic items, told by phone, drafted, signed, delivered.

The states of domain.md 2.12: 待报 → 电话已报 → 书面待审 → 已签发 → 已送达; then the next one. Every version is kept, and what
was signed is not changed any more: whatever is learnt later stands in the next report. Ten items: domain.md 2.9.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from commandcenter.domain.deadline import REMINDER, Deadline, Raised, acknowledge, raise_threshold
from commandcenter.domain.event import DRILL, REAL, EventId, Fact, Mode
from commandcenter.domain.value import whole

ITEMS = (
    "received_at",
    "source",
    "happened_at",
    "place",
    "nature",
    "extent",
    "loss",
    "trend",
    "measures",
    "needs",
)

START = ITEMS[:5]
"""How it began: told once, in the initial report, and again only where it turned out otherwise."""

STEPS = ("due", "phoned", "drafted", "signed", "delivered")
"""待报 电话已报 书面待审 已签发 已送达."""

CASUALTY_CLOCK = f"{REMINDER}casualties"


@dataclass(frozen=True, slots=True)
class Telling:
    """Told by phone: when, who rang, who was reached, what was said, whether they read it back."""

    at: int
    by: str
    receiver: str
    words: str
    read_back: bool = False


@dataclass(frozen=True, slots=True)
class Version:
    """One version of the text. ``by_hand`` names the items a person wrote, ``auto`` what the record said of each then."""

    number: int
    at: int
    by: str
    items: Mapping[str, str] = field(default_factory=dict)
    by_hand: tuple[str, ...] = ()
    auto: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Signature:
    """Signed for: by whom (as told), entered by whom, which version. ``oral``: consent was given by word of mouth."""

    at: int
    by: str
    signer: str
    version: int
    oral: bool = False


@dataclass(frozen=True, slots=True)
class SituationReport:
    """The folded state of one report. ``ordinal`` counts the reports of the incident from 1.

    ``watch_until`` is given by the final report: changes of casualties up to then are reported again; ``remind_at`` is
    when somebody is reminded of it.
    """

    subject: str = ""
    known: bool = False
    mode: Mode = REAL
    stage: str = ""
    ordinal: int = 0
    phoned: tuple[Telling, ...] = ()
    versions: tuple[Version, ...] = ()
    signed: Signature | None = None
    countersigned: Signature | None = None
    delivered_at: int | None = None
    delivered_by: str = ""
    receiver: str = ""
    receipt: str = ""
    watch_until: int | None = None
    remind_at: int | None = None
    raised: Mapping[str, Raised] = field(default_factory=dict)
    irregular: tuple[tuple[EventId, str], ...] = ()

    @property
    def step(self) -> str:
        """How far it has come."""
        if self.delivered_at is not None:
            return "delivered"
        if self.signed is not None:
            return "signed"
        if self.versions:
            return "drafted"
        return "phoned" if self.phoned else "due"

    @property
    def open(self) -> bool:
        """Begun and not delivered yet."""
        return self.known and self.delivered_at is None

    @property
    def unsigned(self) -> bool:
        """Whether the signature is still owed: consent was only given by word of mouth (待补签)."""
        return self.signed is not None and self.signed.oral and self.countersigned is None

    @property
    def version(self) -> Version:
        """The version that counts: the signed one, else the newest; an empty one before there is any."""
        if self.signed is not None:
            for version in self.versions:
                if version.number == self.signed.version:
                    return version
        return self.versions[-1] if self.versions else Version(0, 0, "")

    @property
    def items(self) -> Mapping[str, str]:
        """The items of the version that counts."""
        return self.version.items

    @property
    def issued_at(self) -> int:
        """When it came as far as it has (epoch milliseconds); 0 when nothing is known."""
        told = (self.delivered_at, self.signed.at if self.signed else None, self.version.at or None)
        found = next((at for at in told if at is not None), None)
        return found if found is not None else self.phoned[0].at if self.phoned else 0

    @property
    def issued_by(self) -> str:
        """Who wrote it."""
        return self.version.by or (self.phoned[0].by if self.phoned else "")

    @property
    def signer(self) -> str:
        """Who signs for it; empty until somebody has."""
        found = self.countersigned or self.signed
        return found.signer if found is not None else ""


def deadlines(state: SituationReport) -> list[Deadline]:
    """One reminder: the days in which changed casualties have to be reported again will soon be over."""
    if state.delivered_at is None or state.remind_at is None:
        return []
    raised = state.raised.get(CASUALTY_CLOCK, Raised())
    return [Deadline(CASUALTY_CLOCK, state.delivered_at, state.remind_at, None, raised=raised)]


def rank(stage: str, ordinal: int, reports: Sequence[SituationReport]) -> int:
    """Which one of its stage a report is (续报一 is 1), counted over the reports of its incident."""
    return sum(1 for one in reports if one.stage == stage and one.ordinal < ordinal) + 1


def in_order(reports: Sequence[SituationReport]) -> list[SituationReport]:
    """The reports of an incident from the first to the last, whoever began them."""
    return sorted((one for one in reports if one.known), key=lambda one: (one.ordinal, one.issued_at, one.subject))


# --- folding ------------------------------------------------------------------------------------------------------


def apply(state: SituationReport, fact: Fact) -> SituationReport:
    """Fold one fact; never raises."""
    verb = fact.verb
    state = replace(state, subject=fact.subject, mode=DRILL if fact.mode == DRILL else REAL)
    if verb == "deadline_raised":
        return replace(state, raised=raise_threshold(state.raised, fact))
    if verb == "deadline_acknowledged":
        return replace(state, raised=acknowledge(state.raised, fact))
    step = _STEPS.get(verb)
    if step is None:
        return replace(state, irregular=(*state.irregular, (fact.id, "unknown_kind")))
    return step(_begun(state, fact), fact)


def _begun(state: SituationReport, fact: Fact) -> SituationReport:
    """What every step tells again: which stage, the how many-th. Once signed the stage stands."""
    stage = str(fact.body.get("stage", "")) or state.stage
    return replace(
        state,
        known=True,
        stage=state.stage if state.signed is not None else stage,
        ordinal=state.ordinal or whole(fact.body.get("ordinal")) or 0,
        receiver=fact.words("receiver") or state.receiver,
    )


def _texts(fact: Fact, name: str) -> dict[str, str]:
    found = (fact.private or {}).get(name)
    return {str(k): str(v) for k, v in found.items()} if isinstance(found, Mapping) else {}


def _version(state: SituationReport, fact: Fact) -> Version:
    hand = fact.body.get("by_hand")
    return Version(
        number=len(state.versions) + 1,
        at=fact.happened_at,
        by=fact.actor,
        items=_texts(fact, "items"),
        by_hand=tuple(map(str, hand)) if isinstance(hand, list | tuple) else (),
        auto=_texts(fact, "auto"),
    )


def _signature(state: SituationReport, fact: Fact) -> Signature:
    number = whole(fact.body.get("version")) or len(state.versions)
    return Signature(fact.happened_at, fact.actor, fact.words("signer"), number, fact.body.get("oral") is True)


def _phoned(state: SituationReport, fact: Fact) -> SituationReport:
    told = Telling(
        fact.happened_at,
        fact.actor,
        fact.words("receiver"),
        fact.words("words"),
        fact.body.get("read_back") is True,
    )
    return replace(state, phoned=(*state.phoned, told))


def _drafted(state: SituationReport, fact: Fact) -> SituationReport:
    if state.signed is not None:
        state = replace(state, irregular=(*state.irregular, (fact.id, "after_signature")))
    return replace(state, versions=(*state.versions, _version(state, fact)))


def _signed(state: SituationReport, fact: Fact) -> SituationReport:
    if state.signed is not None:
        return replace(state, irregular=(*state.irregular, (fact.id, "signed_twice")))
    return replace(state, signed=_signature(state, fact))


def _countersigned(state: SituationReport, fact: Fact) -> SituationReport:
    if state.countersigned is not None:
        return replace(state, irregular=(*state.irregular, (fact.id, "signed_twice")))
    return replace(state, countersigned=_signature(state, fact))


def _delivered(state: SituationReport, fact: Fact) -> SituationReport:
    if state.delivered_at is not None:
        return replace(state, irregular=(*state.irregular, (fact.id, "delivered_twice")))
    return replace(
        state,
        delivered_at=fact.happened_at,
        delivered_by=fact.actor,
        receipt=fact.words("receipt"),
        watch_until=whole(fact.body.get("watch_until")),
        remind_at=whole(fact.body.get("remind_at")),
    )


def _issued(state: SituationReport, fact: Fact) -> SituationReport:
    """The whole way in one entry: written, signed and delivered at once."""
    state = replace(state, versions=(*state.versions, _version(state, fact)))
    return _delivered(_signed(state, fact), fact)


_STEPS = {
    "phoned": _phoned,
    "drafted": _drafted,
    "signed": _signed,
    "countersigned": _countersigned,
    "delivered": _delivered,
    "issued": _issued,
}
