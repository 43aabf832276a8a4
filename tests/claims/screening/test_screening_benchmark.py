"""Benchmark of the screening: every language is named, with its scores or as skipped."""

import sys

import pytest

from benchmarks.claims import screening
from rules.claims.screening.languages import SCREENED_LANGUAGES


def test_a_language_without_sentences_to_measure_by_is_skipped(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for measurement in ("_measure_traps", "_measure_speed"):
        monkeypatch.setattr(screening, measurement, lambda: None)
    monkeypatch.setattr(screening, "_print_scores", lambda name, sentences, _: print(f"{name}: {len(sentences)}"))
    monkeypatch.setattr(sys, "argv", ["screening"])
    screening.main()
    lines = capsys.readouterr().out.splitlines()
    for language in SCREENED_LANGUAGES:
        for name in ("read", "unread"):
            (line,) = (line for line in lines if line.startswith(f"own sentences, {language}, {name}:"))
            assert line.endswith("SKIPPED, there are none") or int(line.rpartition(" ")[2]) > 0
