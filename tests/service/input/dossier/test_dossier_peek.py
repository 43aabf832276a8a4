"""Subject of a dossier read ahead of full parsing: the top-level key, and bounded time on deep nesting."""

import pytest

from service.input.dossier.dossier_reader import peek_subject
from tests.support.work import calls_made


def test_the_subject_is_found_only_at_the_top_level() -> None:
    assert peek_subject(b"settings: {a: {subject: b}}\nsubject: organizations/a/subjects/b\n") == (
        "organizations/a/subjects/b"
    )


@pytest.mark.parametrize("content", [b"[" * 200_000, b'{"a":' * 100_000, b"a: {b: " * 50_000])
def test_deep_nesting_is_abandoned_after_bounded_work(content: bytes) -> None:
    assert calls_made(lambda: peek_subject(content)) < 2_000
    assert peek_subject(content) == ""
