"""Causal order: the one order in which the events of a subject are folded, whatever order they arrived in.

An event comes after everything its author had seen of the subject and after the author's own earlier events on it;
between concurrent events ``(hlc, node)`` decides, so a wrong clock never breaks cause and effect (DESIGN 4).
"""

from __future__ import annotations

import heapq
from bisect import bisect_right
from collections.abc import Iterable, Mapping

from commandcenter.domain.event import EventId, Fact


def causal_order(facts: Iterable[Fact]) -> list[Fact]:
    """The facts of one subject in causal order. Never raises, also on forged ``seen`` maps that form a circle."""
    facts = list(facts)
    if len(facts) == 1:
        return facts
    ordered = sorted(facts, key=_tie_break)
    if len({fact.id.node for fact in ordered}) <= 1:
        return sorted(ordered, key=lambda fact: fact.id.seq)
    return _topological(ordered)


def _tie_break(fact: Fact) -> tuple[int, str, int]:
    return fact.hlc, fact.id.node, fact.id.seq


def _topological(facts: list[Fact]) -> list[Fact]:
    by_node: dict[str, list[int]] = {}
    for fact in facts:
        by_node.setdefault(fact.id.node, []).append(fact.id.seq)
    for seqs in by_node.values():
        seqs.sort()
    held = {fact.id: fact for fact in facts}
    waiting: dict[EventId, int] = {}
    followers: dict[EventId, list[EventId]] = {}
    for fact in facts:
        parents = _parents(fact, by_node)
        waiting[fact.id] = len(parents)
        for parent in parents:
            followers.setdefault(parent, []).append(fact.id)
    ready = [(_tie_break(held[key]), key) for key, count in waiting.items() if count == 0]
    heapq.heapify(ready)
    result: list[Fact] = []
    while waiting:
        if not ready:  # a circle can only be forged; the tie-break opens it the same way everywhere
            key = min(waiting, key=lambda name: _tie_break(held[name]))
        else:
            key = heapq.heappop(ready)[1]
            if key not in waiting:
                continue
        del waiting[key]
        result.append(held[key])
        for follower in followers.get(key, ()):
            if follower in waiting:
                waiting[follower] -= 1
                if waiting[follower] == 0:
                    heapq.heappush(ready, (_tie_break(held[follower]), follower))
    return result


def _parents(fact: Fact, by_node: Mapping[str, list[int]]) -> set[EventId]:
    """The newest held event of each node that ``fact`` must follow."""
    seen = dict(fact.seen)
    seen[fact.id.node] = fact.id.seq - 1
    parents = set()
    for node, seq in seen.items():
        seqs = by_node.get(node)
        place = bisect_right(seqs, seq) if seqs else 0
        if seqs and place and (node, seqs[place - 1]) != fact.id:
            parents.add(EventId(node, seqs[place - 1]))
    return parents


def heads_after(heads: Mapping[str, int], fact: Fact) -> dict[str, int]:
    """The subject's heads once ``fact`` is held: what the next local event on it will have seen."""
    kept = {node: seq for node, seq in heads.items() if fact.seen.get(node, -1) < seq and node != fact.id.node}
    kept[fact.id.node] = max(fact.id.seq, heads.get(fact.id.node, 0))
    return kept


def goes_last(heads: Mapping[str, int], fact: Fact) -> bool:
    """Whether ``fact`` follows everything held, so that it can be folded without starting over."""
    return all(
        fact.seen.get(node, -1) >= seq or (node == fact.id.node and seq < fact.id.seq) for node, seq in heads.items()
    )
