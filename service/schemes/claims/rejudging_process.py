"""Process that judges claims in use again: the screening worker, behind everything else that a machine does."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from service.gazette.gazette_worker import worker_entry
from service.schemes.claims.screening_process import MEMORY, lasting_works

if TYPE_CHECKING:
    from service.base.worker_specs import Works
    from service.gazette.versions import Gazette

_LAST = 19
"""The least that the system gives a process."""


def _behind(gazette: Gazette) -> Works:
    os.nice(_LAST)
    return lasting_works(gazette)


main = worker_entry(_behind, memory=MEMORY, polite=False)

if __name__ == "__main__":
    main()
