"""Sources of feeds: bounded downloads from an address, and files of a folder.

A source limits the time without data, the total time by a minimum rate, and the bytes of each file. Redirects are
refused.
"""

from __future__ import annotations

import base64
import re
import socket
import ssl
import threading
import time
from abc import abstractmethod
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tuf.api.exceptions import DownloadError, DownloadHTTPError
from tuf.ngclient.fetcher import FetcherInterface

from rules.contracts import InputError, error_message, message_factory
from service.base.software import software_versions
from service.input.given_files import open_input_file

if TYPE_CHECKING:
    from pathlib import Path

    from service.feeds.follower_settings import FollowedFeed

_message = message_factory(__name__)

_CHUNK_BYTES = 64 * 1024
_OK, _NOT_MODIFIED = 200, 304
_MISSING = frozenset({403, 404})
_TAG = re.compile(r'(?:W/)?"[\x21\x23-\x7e]{0,250}"\Z')
"""Tag that may be sent in the header of a later request."""
_FOLDER_BASE = "feed:/"


class SourceError(DownloadError):
    """Failed download, with a message for the status of the feed."""


@dataclass(frozen=True, slots=True)
class TransferLimits:
    """Limits of one download: `idle_seconds` for each read, and `base_seconds` plus the bytes by the minimum rate."""

    idle_seconds: float = 10
    base_seconds: float = 30
    bytes_per_second: int = 16 * 1024

    def seconds_for(self, count: int) -> float:
        return self.base_seconds + count / self.bytes_per_second


class FeedSource(FetcherInterface):
    """Files of a feed; errors are DownloadError."""

    base: str
    """Prefix of all addresses, with a slash at the end."""

    @abstractmethod
    def read_if_changed(self, path: str, tag: str, *, most: int) -> tuple[bytes | None, str]:
        """Return a file with its tag; None instead of the content if the tag is unchanged."""

    @abstractmethod
    def exists(self, path: str) -> bool:
        """Return whether the feed has a file."""

    def close(self) -> None:
        """Close connections until the next use."""

    def cut_off(self) -> None:
        """Abort a download from another thread."""


def source_of(feed: FollowedFeed) -> FeedSource:
    """Return the source of a configured feed."""
    if feed.folder is not None:
        return FolderSource(feed.folder)
    return HttpSource(feed.address, proxy=feed.proxy, credentials=feed.credentials)


class FolderSource(FeedSource):
    """Feed in a folder of this machine."""

    def __init__(self, folder: Path) -> None:
        self.base = _FOLDER_BASE
        self._folder = folder

    def read_if_changed(self, path: str, tag: str, *, most: int) -> tuple[bytes | None, str]:
        return self.download_bytes(f"{self.base}{path}", most), ""

    def exists(self, path: str) -> bool:
        return (self._folder / path).is_file()

    def _fetch(self, url: str) -> Iterator[bytes]:
        parts = url.removeprefix(self.base).split("/")
        path = self._folder.joinpath(*parts)
        if any(part in {"", ".", ".."} for part in parts) or not path.is_file():
            raise DownloadHTTPError(str(path), 404)
        try:
            with open_input_file(path, inside=self._folder) as file:
                while chunk := file.read(_CHUNK_BYTES):
                    yield chunk
        except (OSError, InputError) as error:
            raise SourceError(_message("SOURCE_FILE", path=path, problem=error_message(error))) from None


class HttpSource(FeedSource):
    """Feed at an address; the connection stays open until `close`."""

    def __init__(
        self, address: str, *, proxy: str = "", credentials: str = "", limits: TransferLimits | None = None
    ) -> None:
        self.base = address.rstrip("/") + "/"
        self._proxy = proxy
        self._limits = limits or TransferLimits()
        self._headers = {"user-agent": f"touchstone/{software_versions()['touchstone']}", **_authorization(credentials)}
        self._connection: HTTPConnection | None = None

    def read_if_changed(self, path: str, tag: str, *, most: int) -> tuple[bytes | None, str]:
        url = f"{self.base}{path}"
        with _closing_on_error(self), self._open(url, {"if-none-match": tag} if tag else {}) as response:
            if response.status == _NOT_MODIFIED and tag:
                response.read(0)
                return None, tag
            content = b""
            for chunk in self._chunks(url, response):
                content += chunk
                if len(content) > most:
                    raise SourceError(_message("SOURCE_TOO_LARGE", url=url, most=most))
            tag = response.headers.get("etag", "")
            return content, tag if _TAG.match(tag) else ""

    def exists(self, path: str) -> bool:
        url = f"{self.base}{path}"
        with _closing_on_error(self), self._open(url, {}) as response:
            if response.status in _MISSING:
                self._drop_body(response)
                return False
            self._check_status(url, response)
            self.close()  # the content is unread
            return True

    def cut_off(self) -> None:
        connection = self._connection
        if connection is not None:
            _cut_off(connection)

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _fetch(self, url: str) -> Iterator[bytes]:
        with _closing_on_error(self), self._open(url, {}) as response:
            if response.status in _MISSING:
                self._drop_body(response)
                raise DownloadHTTPError(url, response.status)
            yield from self._chunks(url, response)

    def _drop_body(self, response: HTTPResponse) -> None:
        if response.length == 0:
            response.read(0)
        if not response.isclosed():
            self.close()  # the server may send the content slowly

    def _open(self, url: str, headers: Mapping[str, str]) -> HTTPResponse:
        is_reused = self._connection is not None
        try:
            return self._request(url, headers)
        except SourceError:
            if not is_reused:
                raise
            self.close()  # the server may have closed an idle connection
            return self._request(url, headers)

    def _request(self, url: str, headers: Mapping[str, str]) -> HTTPResponse:
        connection = self._connection = self._connection or self._connect()
        try:
            with _cut_off_after(self._limits.base_seconds, connection):
                target = url if self._proxy and url.startswith("http:") else _request_target(url)
                connection.request("GET", target, headers={**self._headers, **headers})
                return connection.getresponse()
        except (OSError, HTTPException) as error:
            self.close()
            problem = error_message(error) or type(error).__name__
            raise SourceError(_message("SOURCE_UNREACHABLE", url=url, problem=problem)) from None

    def _connect(self) -> HTTPConnection:
        parts, seconds = urlsplit(self.base), self._limits.idle_seconds
        server = urlsplit(self._proxy) if self._proxy else parts
        if parts.scheme == "http":
            return HTTPConnection(str(server.hostname), server.port, timeout=seconds)
        port = server.port or (80 if self._proxy else None)
        context = ssl.create_default_context()
        connection = HTTPSConnection(str(server.hostname), port, timeout=seconds, context=context)
        if self._proxy:
            connection.set_tunnel(str(parts.hostname), parts.port or 443)
        return connection

    def _check_status(self, url: str, response: HTTPResponse) -> None:
        if response.status != _OK:
            raise SourceError(_message("SOURCE_STATUS", url=url, status=response.status))

    def _chunks(self, url: str, response: HTTPResponse) -> Iterator[bytes]:
        self._check_status(url, response)
        start, received = time.monotonic(), 0
        while True:
            seconds = max(0, self._limits.seconds_for(received) - (time.monotonic() - start))
            try:
                with _cut_off_after(seconds, self._connection):
                    chunk = response.read1(_CHUNK_BYTES)
            except TimeoutError:
                raise SourceError(_message("SOURCE_SLOW", url=url)) from None
            except (OSError, HTTPException, ValueError) as error:
                problem = error_message(error) or type(error).__name__
                raise SourceError(_message("SOURCE_UNREACHABLE", url=url, problem=problem)) from None
            if not chunk:
                break
            received += len(chunk)
            yield chunk
        if response.length:
            raise SourceError(_message("SOURCE_ENDED", url=url, received=received))


class _closing_on_error:  # noqa: N801 -- used as a function
    """Block after which a failed download closes the connection, because its content is unread."""

    def __init__(self, source: HttpSource) -> None:
        self._source = source

    def __enter__(self) -> None:
        """Begin the block."""

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        if error is not None and not isinstance(error, DownloadHTTPError):
            self._source.close()


@contextmanager
def _cut_off_after(seconds: float, connection: HTTPConnection | None) -> Iterator[None]:
    """Cut off the connection if the block takes longer, and raise TimeoutError instead of the error of the block.

    Reading from a connection that was cut off may also succeed with less content. A time limit of the socket is not
    sufficient, because each byte of a header or of the size of a chunk renews it.
    """
    is_over = threading.Event()

    def end() -> None:
        is_over.set()
        _cut_off(connection)

    timer = threading.Timer(seconds, end)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        if is_over.is_set():
            raise TimeoutError("timed out")


def _cut_off(connection: HTTPConnection | None) -> None:
    connected = None if connection is None else connection.sock
    if connected is not None:
        with suppress(OSError):
            connected.shutdown(socket.SHUT_RDWR)


def _request_target(url: str) -> str:
    parts = urlsplit(url)
    return parts.path or "/"


def _authorization(credentials: str) -> dict[str, str]:
    if not credentials:
        return {}
    if ":" in credentials:
        return {"authorization": f"Basic {base64.b64encode(credentials.encode()).decode()}"}
    return {"authorization": f"Bearer {credentials}"}
