"""Planning worker with a search that needs no solver."""

from functools import partial

from service.gazette.gazette_worker import worker_entry
from service.planning.plan_process import works
from tests.support.planning import FakePlanning

main = worker_entry(partial(works, planning=FakePlanning()), memory=4 << 30)

if __name__ == "__main__":
    main()
