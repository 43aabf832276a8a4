"""HTTP server of a feed that can misbehave."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from rules.contracts.canonical import digest
from service.feeds.feed_sources import HttpSource, TransferLimits

FAST = TransferLimits(idle_seconds=0.5, base_seconds=1, bytes_per_second=1_000_000)
Answer = Callable[[BaseHTTPRequestHandler, bytes], None]


@dataclass
class FeedServer:
    """HTTP server of a folder with entity tags; `answers` replaces the response to paths that contain a text."""

    folder: Path
    answers: dict[str, Answer] = field(default_factory=dict)
    requests: list[tuple[str, int]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    address: str = ""

    def source(self) -> HttpSource:
        return HttpSource(self.address, limits=FAST)


@contextmanager
def serving(folder: Path) -> Iterator[FeedServer]:
    """Serve a folder over HTTP on a free port."""
    state = FeedServer(folder)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True  # otherwise each response waits 40 ms

        def do_GET(self) -> None:
            path = state.folder / self.path.lstrip("/")
            content = path.read_bytes() if path.is_file() else b""
            answer = next((each for part, each in state.answers.items() if part in self.path), None)
            state.headers.append({name.lower(): value for name, value in self.headers.items()})
            if answer is not None:
                state.requests.append((self.path, 0))
                answer(self, content)
            elif not path.is_file():
                self.respond(404, b"")
            elif self.headers.get("if-none-match") == _tag(content):
                self.respond(304, b"", _tag(content))
            else:
                self.respond(200, content, _tag(content))

        def respond(self, status: int, content: bytes, tag: str = "") -> None:
            state.requests.append((self.path, status))
            self.send_response(status)
            if tag:
                self.send_header("etag", tag)
            self.send_header("content-length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            """Print nothing."""

    class Server(ThreadingHTTPServer):
        request_queue_size = 64

    server = Server(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    state.address = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield state
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _tag(content: bytes) -> str:
    return f'"{digest(content)[:16]}"'
