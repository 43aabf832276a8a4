"""Does every example that stands in English on the drafting desk come out as it says?"""

from __future__ import annotations

from pytest_bdd import scenarios

from tests.features.desk import feature_files

scenarios(*feature_files("en"))
