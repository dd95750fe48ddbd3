"""The names of the clocks of a case; what runs under them stands in ``case_clocks``."""

from __future__ import annotations

JUDGE, SIGN, DISPUTE, CONTACT, RESOLVE, FEED_BACK, VERIFY, CALL_BACK, DECIDE, REDO, SUSPEND_REVIEW, LOOK_BACK = (
    "judge",
    "sign",
    "dispute",
    "contact",
    "resolve",
    "feed_back",
    "verify",
    "call_back",
    "decide",
    "redo",
    "suspend_review",
    "look_back",
)
CLOCKS = (JUDGE, SIGN, DISPUTE, CONTACT, RESOLVE, FEED_BACK, VERIFY, CALL_BACK, DECIDE, REDO, SUSPEND_REVIEW, LOOK_BACK)
"""The names of the clocks; those of a receiver go on with ``:<unit>``, reminders begin with ``remind:``."""
