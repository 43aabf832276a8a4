"""What every test shares: how property tests are run, and what is read once."""

import gc
import os

from hypothesis import HealthCheck, settings

from tests.support.quick_scenarios import quick_scenarios
from tests.support.read_once import read_once

# A slow machine is no fault, and a failure in continuous integration must fail again when it is repeated.
settings.register_profile("default", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("ci" if os.environ.get("CI") else "default")

read_once()
quick_scenarios()

# Tens of thousands of tests stand in memory to the end; searching them for garbage again and again took a sixth of the
# time.
gc.disable()


def pytest_collection_finish() -> None:
    gc.collect()
    gc.freeze()
    gc.enable()
