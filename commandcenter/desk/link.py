"""The desk's local socket: another process on this machine sends its commands here instead of writing itself.

JSON messages over a Unix socket or a named pipe; the token stands in the lock file, which only the owner can read.
"""

from __future__ import annotations

import logging
import os
import secrets
import sys
import tempfile
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from multiprocessing.connection import Client, Connection, Listener
from pathlib import Path
from typing import Any

import msgspec

from commandcenter.desk.engine import Outcome, Request
from commandcenter.desk.folder import Holder
from commandcenter.desk.wire import (
    command_from_wire,
    command_to_wire,
    outcome_from_wire,
    outcome_to_wire,
    who_from_wire,
    who_to_wire,
)
from commandcenter.journal.trouble import Trouble

LARGEST_MESSAGE = 64 << 20

log = logging.getLogger(__name__)

Answer = Callable[[Mapping[str, Any]], Mapping[str, Any]]


class LinkServer:
    """Answers local clients, each in its own thread. ``answer`` maps a request to a reply and may raise ``Trouble``."""

    def __init__(self, token: str, answer: Answer) -> None:
        self._token = token
        self._answer = answer
        self.address = _fresh_address()
        self._listener = Listener(self.address, family="AF_PIPE" if sys.platform == "win32" else "AF_UNIX")
        if sys.platform != "win32":
            Path(self.address).chmod(0o600)
        self._open = True
        self._thread = threading.Thread(target=self._accept, name="desk-link", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stop accepting."""
        self._open = False
        with suppress(OSError):
            Client(self.address).close()  # wakes accept
        self._listener.close()
        self._thread.join(timeout=2)

    def _accept(self) -> None:
        while self._open:
            try:
                connection = self._listener.accept()
            except OSError:
                if not self._open:
                    return
                continue
            threading.Thread(target=self._serve, args=(connection,), name="desk-link-client", daemon=True).start()

    def _serve(self, connection: Connection[Any, Any]) -> None:
        with connection, suppress(EOFError, OSError):
            while self._open:
                connection.send_bytes(msgspec.json.encode(self._reply(connection.recv_bytes(LARGEST_MESSAGE))))

    def _reply(self, message: bytes) -> Mapping[str, Any]:
        try:
            told = msgspec.json.decode(message)
            if not isinstance(told, dict) or not secrets.compare_digest(str(told.get("token", "")), self._token):
                return {"is": "not_saved", "code": "not_allowed", "facts": {}}
            return self._answer(told)
        except Trouble as trouble:
            return {"is": "not_saved", "code": trouble.code, "facts": {k: str(v) for k, v in trouble.facts.items()}}
        except ValueError as error:
            return {"is": "not_saved", "code": "bad_message", "facts": {"detail": str(error)}}
        except Exception as error:
            log.exception("a request over the local socket failed")
            return {"is": "not_saved", "code": "crashed", "facts": {"detail": type(error).__name__}}


def _fresh_address() -> str:
    name = f"commandcenter-{os.getpid()}-{secrets.token_hex(4)}"
    if sys.platform == "win32":
        return rf"\\.\pipe\{name}"
    folder = os.environ.get("XDG_RUNTIME_DIR") or tempfile.gettempdir()
    return str(Path(folder) / f"{name}.sock")


class LinkClient:
    """Speaks to the desk that holds a folder. Raises ``Trouble`` in_use when it does not answer."""

    def __init__(self, holder: Holder, folder: Path) -> None:
        self._token = holder.token
        self._lock = threading.Lock()
        if not holder.address:
            raise Trouble("in_use", path=str(folder), pid=holder.pid)
        try:
            self._connection = Client(holder.address)
        except OSError as error:
            raise Trouble("in_use", path=str(folder), pid=holder.pid, detail=str(error)) from error

    def ask(self, do: str, **facts: Any) -> Mapping[str, Any]:
        """Send a request and wait for the reply."""
        with self._lock:
            try:
                self._connection.send_bytes(msgspec.json.encode({"token": self._token, "ask": do, **facts}))
                reply = msgspec.json.decode(self._connection.recv_bytes(LARGEST_MESSAGE))
            except (OSError, EOFError) as error:
                raise Trouble("desk_gone", detail=str(error)) from error
        return reply  # type: ignore[no-any-return]

    def submit(self, request: Request) -> Outcome:
        """Send a command and wait until it is on the disk or refused."""
        reply = self.ask(
            "submit", id=request.id, command=command_to_wire(request.command), who=who_to_wire(request.who)
        )
        return outcome_from_wire(reply)

    def close(self) -> None:
        """End the conversation."""
        self._connection.close()


def answer_submit(told: Mapping[str, Any], submit: Callable[[Request], Outcome]) -> Mapping[str, Any]:
    """The reply to a ``submit`` message. Raises ``ValueError`` for one that is none."""
    command, key = told.get("command"), told.get("id")
    if not isinstance(command, dict) or not isinstance(key, str):
        raise ValueError("a command and its id are needed")
    request = Request(command_from_wire(command), key, who_from_wire(told.get("who")))
    return outcome_to_wire(submit(request))
