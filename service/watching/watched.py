"""What of a server is watched, and who is told?"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from service.api.bulkheads import Bulkhead
from service.base.counting import REGISTRY
from service.gazette.tables import FOLDER, Shelf
from service.watching.collecting import Holdings
from service.watching.readiness import Readiness
from service.watching.side_port import SidePort
from service.watching.status_service import Status, SystemApi
from touchstone.v1 import system_service_pb2, system_service_pb2_grpc

if TYPE_CHECKING:
    from contextlib import AsyncExitStack

    import grpc

    from service.api.calls import Calls
    from service.gazette.versions import Gazette
    from service.store.evaluations import Store

NAME = system_service_pb2.DESCRIPTOR.services_by_name["SystemService"].full_name

_LOOKS = 4
"""How many callers are told the status at once; it is read in places of its own, so that it is told under load."""


class Watched:
    """The parts of a server that are watched, until `parts` are closed."""

    def __init__(self, *, calls: Calls, store: Store, gazette: Gazette, parts: AsyncExitStack) -> None:
        """Watch these."""
        self._readiness = Readiness(calls=calls, store=store, gazette=gazette)
        self._status = Status(self._readiness, store, gazette, Shelf(gazette.folder / FOLDER))
        self._holdings = Holdings(store=store, gazette=gazette)
        self._parts = parts

    def add(self, server: grpc.aio.Server) -> None:
        """Let a server tell its status."""
        looks = Bulkhead(_LOOKS, kind="watching")
        self._parts.callback(looks.close)
        system_service_pb2_grpc.add_SystemServiceServicer_to_server(SystemApi(self._status, looks), server)

    def tell(self, address: str) -> str:
        """Tell metrics and readiness at an address, if there is one; give where.

        Raises:
            Refusal: the address cannot be listened on.
        """
        if not address:
            return ""
        REGISTRY.register(self._holdings)
        self._parts.callback(REGISTRY.unregister, self._holdings)
        port = SidePort(address, self._readiness, asyncio.get_running_loop())
        self._parts.callback(port.close)
        return port.address
