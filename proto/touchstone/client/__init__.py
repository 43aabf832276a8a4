"""Client of a Touchstone server: blocking or asyncio, with plain data or typed messages.

Public names are imported on first use because gRPC loads slowly.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from touchstone.client.asynchronous import AsyncClient
    from touchstone.client.blocking import Client
    from touchstone.client.calling import Answer, Fields
    from touchstone.client.errors import ServerError
    from touchstone.client.problems import FieldsError

__all__ = ["Answer", "AsyncClient", "Client", "Fields", "FieldsError", "ServerError"]

_MODULES = {
    "Answer": "calling",
    "AsyncClient": "asynchronous",
    "Client": "blocking",
    "Fields": "calling",
    "FieldsError": "problems",
    "ServerError": "errors",
}


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
