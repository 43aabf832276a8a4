"""Chinese scorecard examples: every scenario of the Chinese feature files, run by pytest-bdd."""

from __future__ import annotations

from pytest_bdd import scenarios

from tests.features.desk import feature_files

scenarios(*feature_files("zh"))
