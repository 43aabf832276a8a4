"""Process that judges claims in use again at the lowest CPU priority."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from service.gazette.gazette_worker import worker_entry
from service.schemes.claims.screening_process import MEMORY, lasting_works

if TYPE_CHECKING:
    from service.base.worker_specs import Works
    from service.gazette.versions import Gazette

_MAX_NICENESS = 19


def _low_priority_works(gazette: Gazette) -> Works:
    os.nice(_MAX_NICENESS)
    return lasting_works(gazette)


main = worker_entry(_low_priority_works, memory=MEMORY, polite=False)

if __name__ == "__main__":
    main()
