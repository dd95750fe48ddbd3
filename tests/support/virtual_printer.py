"""A printer of the network that exists only here: it speaks IPP to the real print library of this computer.

It keeps what it was sent. While ``hold`` is set it takes the call and then says nothing, as a printer that is jammed.
"""

from __future__ import annotations

import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

GET_DEFAULT, GET_PRINTERS, GET_CLASSES, GET_ATTRIBUTES = 0x4001, 0x4002, 0x4005, 0x000B
CREATE_JOB, SEND_DOCUMENT, PRINT_JOB = 0x0005, 0x0006, 0x0002
OK, NOT_FOUND, REJECTING = 0x0000, 0x0406, 0x0506

PPD = b"""*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "VIRTUAL.PPD"
*Manufacturer: "Virtual"
*Product: "(Virtual)"
*ModelName: "Virtual"
*ShortNickName: "Virtual"
*NickName: "Virtual"
*PSVersion: "(3010) 0"
*LanguageLevel: "3"
*ColorDevice: False
*DefaultColorSpace: Gray
*OpenUI *PageSize/Media Size: PickOne
*OrderDependency: 10 AnySetup *PageSize
*DefaultPageSize: A4
*PageSize A4/A4: "<</PageSize[595 842]>>setpagedevice"
*CloseUI: *PageSize
*OpenUI *PageRegion: PickOne
*OrderDependency: 10 AnySetup *PageRegion
*DefaultPageRegion: A4
*PageRegion A4/A4: "<</PageSize[595 842]>>setpagedevice"
*CloseUI: *PageRegion
*DefaultImageableArea: A4
*ImageableArea A4/A4: "0 0 595 842"
*DefaultPaperDimension: A4
*PaperDimension A4/A4: "595 842"
*End
"""


class VirtualPrinter:
    """One printer called ``name``. ``documents`` are the files it took; ``refuse`` makes it reject jobs."""

    def __init__(self, name: str = "Duty-Room") -> None:
        self.name = name
        self.documents: list[bytes] = []
        self.asked: list[int] = []
        self.hold = threading.Event()
        self.released = threading.Event()
        self.refuse = False
        printer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, format: str, *args: Any) -> None:
                """Say nothing."""

            def do_GET(self) -> None:
                body = PPD if self.path.endswith(".ppd") else b""
                self.send_response(200 if body else 404)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def do_POST(self) -> None:
                answer = printer.answer(self._body())
                self.send_response(200)
                self.send_header("Content-Type", "application/ipp")
                self.send_header("Content-Length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)

            def _body(self) -> bytes:
                if "chunked" not in self.headers.get("Transfer-Encoding", ""):
                    return self.rfile.read(int(self.headers.get("Content-Length", 0)))
                found = b""
                while size := int(self.rfile.readline().split(b";")[0], 16):
                    found += self.rfile.read(size)
                    self.rfile.readline()
                self.rfile.readline()
                return found

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._server.block_on_close = False
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)

    @property
    def address(self) -> str:
        """Where it is, as ``CUPS_SERVER`` wants it."""
        return f"127.0.0.1:{self._server.server_address[1]}"

    def start(self) -> None:
        """Switch it on."""
        self._thread.start()

    def stop(self) -> None:
        """Switch it off; whoever waits for it is let go."""
        self.hold.clear()
        self.released.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(5)

    def answer(self, told: bytes) -> bytes:
        """The answer to one request."""
        _, _, operation, request = struct.unpack(">BBHI", told[:8])
        self.asked.append(operation)
        groups = b""
        status = OK
        if operation in (CREATE_JOB, SEND_DOCUMENT, PRINT_JOB):
            if self.hold.is_set():
                self.released.wait()
            if self.refuse:
                status = REJECTING
            elif operation != CREATE_JOB:
                self.documents.append(told[told.index(b"%PDF") :] if b"%PDF" in told else b"")
            groups = b"\x02" + _attribute(0x21, "job-id", struct.pack(">i", len(self.documents) + 1))
        elif operation in (GET_DEFAULT, GET_PRINTERS, GET_ATTRIBUTES):
            groups = b"\x04" + self._described()
        elif operation == GET_CLASSES:
            status = NOT_FOUND
        head = struct.pack(">BBHI", 2, 0, status, request) + b"\x01"
        head += _attribute(0x47, "attributes-charset", b"utf-8")
        head += _attribute(0x48, "attributes-natural-language", b"en")
        return head + groups + b"\x03"

    def _described(self) -> bytes:
        uri = f"ipp://{self.address}/printers/{self.name}".encode()
        return b"".join(
            (
                _attribute(0x42, "printer-name", self.name.encode()),
                _attribute(0x45, "printer-uri-supported", uri),
                _attribute(0x41, "printer-info", "值班室打印机".encode()),
                _attribute(0x41, "printer-make-and-model", b"Virtual"),
                _attribute(0x22, "printer-is-accepting-jobs", b"\x01"),
                _attribute(0x23, "printer-state", struct.pack(">i", 3)),
                _attribute(0x23, "printer-type", struct.pack(">i", 0)),
                _attribute(0x49, "document-format-supported", b"application/pdf"),
            )
        )


def _attribute(tag: int, name: str, value: bytes) -> bytes:
    return struct.pack(">BH", tag, len(name)) + name.encode() + struct.pack(">H", len(value)) + value


@contextmanager
def virtual_printer(name: str = "Duty-Room") -> Iterator[VirtualPrinter]:
    """A printer that is on while the block runs."""
    printer = VirtualPrinter(name)
    printer.start()
    try:
        yield printer
    finally:
        printer.stop()
