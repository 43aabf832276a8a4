"""Files by SFTP: the only module that imports the optional asyncssh. Only a pinned host key is accepted."""

from __future__ import annotations

import stat
import time
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import asyncssh

from rules.contracts import message_factory
from service.pull.fetching import FetchError

if TYPE_CHECKING:
    from service.pull.pull_settings import PullSource

_message = message_factory(__name__)

_PRIVATE_KEY = "-----BEGIN "
_SETTLED_SECONDS = 2
"""A file changed within the last seconds has no tag, because its time has whole seconds."""


async def read_file(source: PullSource, tag: str) -> tuple[bytes | None, str]:
    """Return a file with its tag; None instead of the content if size and time are unchanged.

    At most one byte over the limit is returned.

    Raises:
        FetchError: If the host key differs, the sign-in is refused, or the path is not a file.
    """
    parts = urlsplit(source.url)
    try:
        host_key = asyncssh.import_public_key(source.host_key)
        is_key = source.secret.startswith(_PRIVATE_KEY)
        async with (
            asyncssh.connect(
                parts.hostname or "",
                parts.port or 22,
                username=parts.username,
                known_hosts=([host_key], [], []),
                client_keys=[asyncssh.import_private_key(source.secret)] if is_key else None,
                password=None if is_key else source.secret,
                agent_path=None,
                config=None,
                preferred_auth="publickey" if is_key else "password,keyboard-interactive",
                compression_algs=["none"],
            ) as connection,
            connection.start_sftp_client() as client,
        ):
            return await _read(client, unquote(parts.path), source, tag)
    except (asyncssh.HostKeyNotVerifiable, asyncssh.KeyExchangeFailed):
        raise FetchError(_message("HOST_KEY_DIFFERS", url=source.shown_url)) from None
    except (asyncssh.PermissionDenied, asyncssh.KeyImportError):
        raise FetchError(_message("SIGN_IN_REFUSED", url=source.shown_url)) from None
    except asyncssh.SFTPError as error:
        raise FetchError(_message("SFTP_REFUSED", url=source.shown_url, problem=type(error).__name__)) from None
    except asyncssh.Error as error:
        raise FetchError(_message("UNREACHABLE", url=source.shown_url, problem=type(error).__name__)) from None


async def _read(client: asyncssh.SFTPClient, path: str, source: PullSource, tag: str) -> tuple[bytes | None, str]:
    found = await client.stat(path)
    if found.permissions is not None and not stat.S_ISREG(found.permissions):
        raise FetchError(_message("NOT_A_FILE", url=source.shown_url))
    current = f"{found.size} {found.mtime}"
    if current == tag:
        return None, tag
    is_settled = found.mtime is not None and found.mtime + _SETTLED_SECONDS < time.time()
    async with client.open(path, "rb") as file:
        content: bytes = await file.read(source.maximum_bytes + 1)
    return content, current if is_settled else ""
