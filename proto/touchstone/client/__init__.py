"""Client of a Touchstone server: blocking or asyncio, with plain data or typed messages.

`Client` and `AsyncClient` are loaded when they are first asked for, since gRPC is slow to load and the reading and
writing of JSON beside them does without.
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
    """Load what is asked for.

    Raises:
        AttributeError: the package has nothing of this name.
    """
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
