"""A headless Chromium, if this machine has one."""

from __future__ import annotations

import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

from tests.support.outside import lacking

_NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
_SECONDS = 120
# Host names other than this machine do not resolve, so neither a page nor the browser can reach the network.
_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


def find_browser() -> str:
    """Find the browser; without one a test is skipped on a user's machine and fails where CI=true."""
    browser = next((path for name in _NAMES if (path := shutil.which(name))), None)
    return browser or lacking("there is no Chromium on PATH (Debian: apt-get install chromium fonts-wqy-microhei)")


def run(browser: str, profile: Path, *arguments: str) -> str:
    """Run the browser once with a new, empty profile and return its output."""
    profile.mkdir()
    command = (browser, *_FLAGS, f"--user-data-dir={profile}", *arguments)
    done = subprocess.run(command, capture_output=True, text=True, timeout=_SECONDS, check=False)  # noqa: S603
    assert done.returncode == 0, done.stderr[-2_000:]
    return done.stdout


@contextmanager
def served(page: str) -> Iterator[tuple[str, list[str]]]:
    """Serve a page on a free local port; yield its address and the list of requested paths."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200 if self.path == "/" else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(page.encode() if self.path == "/" else b"")

        def log_message(self, format: str, *args: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/", asked
        finally:
            server.shutdown()
            thread.join()
