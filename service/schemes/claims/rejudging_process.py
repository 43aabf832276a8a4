"""Process that judges claims in use again at the lowest CPU priority."""

from __future__ import annotations

from service.gazette.gazette_worker import LOWEST_PRIORITY, worker_entry
from service.schemes.claims.screening_process import MEMORY, lasting_works

main = worker_entry(lasting_works, memory=MEMORY, niceness=LOWEST_PRIORITY)

if __name__ == "__main__":
    main()
