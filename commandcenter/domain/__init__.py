"""The rules of the duty room: pure functions and frozen values. No Qt, no SQL, no disk, no network, no clock."""
