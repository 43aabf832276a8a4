"""Sources of files on this machine: a web server and an SFTP server, each in a thread."""

from __future__ import annotations

import asyncio
import hashlib
import ssl
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Self

import asyncssh

from tests.support.identities import Certified

USER, PASSWORD = "reader", "correct horse"


class WebFiles:
    """Web server of `files` by path, with entity tags; without a certificate by plain HTTP."""

    def __init__(self, tls: Certified | None = None) -> None:
        self.files: dict[str, bytes] = {}
        self.statuses: list[int] = []
        self.locations: dict[str, str] = {}
        self.delay, self.without_tags = 0.0, False
        self.taken: list[tuple[str, int, str]] = []
        """Path, status and authorization of each request."""
        source = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                time.sleep(source.delay)
                content = source.files.get(self.path.partition("?")[0])
                tag = f'"{hashlib.sha256(content or b"").hexdigest()}"'
                status = source.statuses.pop(0) if source.statuses else 200 if content is not None else 404
                if self.path in source.locations:
                    status = 302
                elif status == 200 and not source.without_tags and self.headers.get("if-none-match") == tag:
                    status = 304
                body = content if status == 200 and content is not None else b""
                self.send_response(status)
                if status == 302:
                    self.send_header("location", source.locations[self.path])
                if not source.without_tags:
                    self.send_header("etag", tag)
                self.send_header("content-length", str(len(body)))
                self.end_headers()
                source.taken.append((self.path, status, self.headers.get("authorization", "")))
                self.wfile.write(body)

            def log_message(self, *args: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        scheme, host = "http", "127.0.0.1"
        if tls is not None:
            scheme, host = "https", "localhost"
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(tls.certificate, tls.key)
            self._server.socket = context.wrap_socket(
                self._server.socket, server_side=True, do_handshake_on_connect=False
            )
        self.url = f"{scheme}://{host}:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


class _Signing(asyncssh.SSHServer):
    def __init__(self, key: asyncssh.SSHKey) -> None:
        self._key = key

    def password_auth_supported(self) -> bool:
        return True

    def validate_password(self, username: str, password: str) -> bool:
        return (username, password) == (USER, PASSWORD)

    def public_key_auth_supported(self) -> bool:
        return True

    def validate_public_key(self, username: str, key: asyncssh.SSHKey) -> bool:
        return username == USER and key == self._key


class SftpFiles:
    """SFTP server of a folder, for one user with a password and a key."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.user_key = asyncssh.generate_private_key("ssh-ed25519")
        self._host_key = asyncssh.generate_private_key("ssh-ed25519")
        self.host_key = public_text(self._host_key)
        self.port = 0
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._serve, daemon=True)

    def url(self, path: str) -> str:
        return f"sftp://{USER}@127.0.0.1:{self.port}/{path}"

    def __enter__(self) -> Self:
        self._thread.start()
        assert self._ready.wait(30)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._loop.call_soon_threadsafe(self._stopping.set)
        self._thread.join()

    def _serve(self) -> None:
        asyncio.run(self._listen())

    async def _listen(self) -> None:
        self._loop, self._stopping = asyncio.get_running_loop(), asyncio.Event()
        server = await asyncssh.create_server(
            lambda: _Signing(self.user_key.convert_to_public()),
            "127.0.0.1",
            0,
            server_host_keys=[self._host_key],
            sftp_factory=lambda channel: asyncssh.SFTPServer(channel, chroot=str(self.folder).encode()),
        )
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        await self._stopping.wait()
        server.close()
        await server.wait_closed()


def public_text(key: asyncssh.SSHKey) -> str:
    """Return the public part of a key as in the settings."""
    return " ".join(key.export_public_key().decode().split()[:2])
