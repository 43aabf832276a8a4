"""Style sheets and scripts in a folder named by their digest, for permanent caching.

One digest for all files: a script imports another by its plain name, which belongs to the same state of the files.
"""

from __future__ import annotations

import hashlib
from functools import cache
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.staticfiles import StaticFiles

from rules.contracts import message_factory, package_file
from service.base.refusals import Reason, Refusal
from service.configuration.products import product_folders, refuse_duplicates
from service.workbench.cookies import YEAR

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping
    from pathlib import Path

    from starlette.responses import Response
    from starlette.staticfiles import PathLike
    from starlette.types import Scope

_message = message_factory(__name__)

PLACE = "/workbench/static"
_SUFFIXES = frozenset({".css", ".js"})
_DIGEST_LENGTH = 16


def _folders() -> list[Path]:
    own = package_file(__package__, "workbench.css").parent
    return [own, *(folder for _, folder in product_folders("reports"))]


@cache
def _addresses() -> Mapping[str, str]:
    files = [file for folder in _folders() for file in folder.iterdir() if file.suffix in _SUFFIXES]
    refuse_duplicates((file.name, str(file.parent)) for file in files)
    contents = sorted(f"{file.name} {hashlib.sha256(file.read_bytes()).hexdigest()}" for file in files)
    digest = hashlib.sha256("\n".join(contents).encode()).hexdigest()[:_DIGEST_LENGTH]
    return {file.name: f"{digest}/{file.name}" for file in files}


def static_address(name: str) -> str:
    """Return the address of a file, such as `workbench.css`."""
    return f"{PLACE}/{_addresses()[name]}"


class HashedStaticFiles(StaticFiles):
    """Serves files only under the digest of their content."""

    def __init__(self) -> None:
        own, *of_products = _folders()
        super().__init__(directory=own)
        self.all_directories += of_products
        self._names = {address: name for name, address in _addresses().items()}

    async def get_response(self, path: str, scope: Scope) -> Response:
        try:
            return await super().get_response(path, scope)
        except HTTPException as error:
            if error.status_code == 405:
                raise Refusal(Reason.METHOD_NOT_ALLOWED, _message("NO_FORM")) from None
            raise Refusal(Reason.PATH_NOT_FOUND, _message("NO_PAGE")) from None

    def lookup_path(self, path: str) -> tuple[str, os.stat_result | None]:
        return super().lookup_path(self._names[path]) if path in self._names else ("", None)

    def file_response(
        self, full_path: PathLike, stat_result: os.stat_result, scope: Scope, status_code: int = 200
    ) -> Response:
        response = super().file_response(full_path, stat_result, scope, status_code)
        response.headers["cache-control"] = f"public, max-age={YEAR}, immutable"
        return response
