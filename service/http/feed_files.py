"""Static files of a feed below `/feed/`: metadata and targets, with revalidation by entity tags."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from starlette.responses import FileResponse, Response

from service.http.entity_tags import not_modified

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.requests import Request

_METADATA = re.compile(r"/feed/metadata/((?:[1-9][0-9]{0,9}\.)?[a-z][a-z0-9.-]{0,79}\.json)\Z")
_TARGET = re.compile(r"/feed/targets/((?:[a-z0-9-]{1,100}/){1,4}([0-9a-f]{64})\.[A-Za-z0-9.-]{1,190})\Z")
"""A file name has at most 255 characters."""
_NEWEST = "timestamp.json"
_CHECKED = {"cache-control": "public, no-cache"}
_UNCHANGING = {"cache-control": "public, max-age=31536000, immutable"}
_JSON, _OTHER = "application/json", "application/octet-stream"


class FeedFiles:
    """Files of the feed in a folder; all other paths, such as pending metadata, are not served."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def has(self, path: str) -> bool:
        return bool(_METADATA.match(path) or _TARGET.match(path))

    def find(self, path: str, request: Request) -> Response | None:
        """Return the response with a file; None if it does not exist."""
        if (target := _TARGET.match(path)) is not None:
            return self._target(target[1], target[2], request)
        if (metadata := _METADATA.match(path)) is not None:
            return self._metadata(metadata[1], request)
        return None

    def _metadata(self, name: str, request: Request) -> Response | None:
        try:
            content = (self._folder / "metadata" / name).read_bytes()
        except (FileNotFoundError, IsADirectoryError):
            return None
        caching = _CHECKED if name == _NEWEST else _UNCHANGING
        headers = {**caching, "etag": f'"{hashlib.sha256(content).hexdigest()[:32]}"'}
        return not_modified(request, headers) or Response(content, media_type=_JSON, headers=headers)

    def _target(self, name: str, digest: str, request: Request) -> Response | None:
        path = self._folder / "targets" / name
        headers = {**_UNCHANGING, "etag": f'"{digest}"'}
        if not path.is_file():
            return None
        media_type = _JSON if name.endswith(".json") else _OTHER
        return not_modified(request, headers) or FileResponse(path, media_type=media_type, headers=headers)
