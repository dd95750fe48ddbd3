"""Whose cases “for me to do” shows: those of a section, a department or a community, of a leader, or what the duty room owes."""

from __future__ import annotations

from commandcenter.desk.reference import Reference
from commandcenter.domain.command import Who

_UNITS = ("section", "community", "department")


def own_work(who: Who, reference: Reference) -> str:
    """The unit of who sits at a seat, the person id of a leader, or empty for somebody of the duty room and for nobody.

    The role somebody signed in with decides first: a duty clerk stands for the duty room, wherever the roster lists them.
    """
    if not who.actor or who.role == "clerk":
        return ""
    if who.role == "leader":
        return who.actor
    posts = reference.directory.posts_of(who.actor)
    for post in posts:
        family, _, unit = post.target.partition("/")
        listed = family in ("unit", "place") and unit in reference.units and reference.units[unit].kind in _UNITS
        if listed and post.role != "clerk":
            return unit
    return who.actor if any(post.role == "leader" for post in posts) else ""
