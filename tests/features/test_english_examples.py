"""English scorecard examples: every scenario of the English feature files, run by pytest-bdd."""

from __future__ import annotations

from pytest_bdd import scenarios

from tests.features.desk import feature_files

scenarios(*feature_files("en"))
