"""What of a server is watched, and who is told?"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from service.base.measures import REGISTRY
from service.watching.collecting import Holdings
from service.watching.readiness import Readiness
from service.watching.side_port import SidePort

if TYPE_CHECKING:
    from contextlib import AsyncExitStack

    from service.api.calls import Calls
    from service.gazette.versions import Gazette
    from service.store.evaluations import Store


class Watched:
    """The parts of a server that are watched."""

    def __init__(self, *, calls: Calls, store: Store, gazette: Gazette) -> None:
        """Watch these."""
        self.readiness = Readiness(calls=calls, store=store, gazette=gazette)
        self._holdings = Holdings(store=store, gazette=gazette)

    def tell(self, address: str | None, parts: AsyncExitStack) -> str | None:
        """Tell metrics and readiness at an address until `parts` are closed; give where, if there is one.

        Raises:
            Refusal: the address cannot be listened on.
        """
        if address is None:
            return None
        REGISTRY.register(self._holdings)
        parts.callback(REGISTRY.unregister, self._holdings)
        port = SidePort(address, self.readiness, asyncio.get_running_loop())
        parts.callback(port.close)
        return port.address
