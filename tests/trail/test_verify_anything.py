"""Record verification fuzzing: random changes to any value, each detected without an exception."""

import copy
from functools import cache
from random import Random
from typing import Any

import orjson
import pytest

from tests.support.small_card import small_subject
from tests.support.tiers import tries
from tests.support.verifying import Document, checked, failed, published, record_of


def leaves(part: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Return the paths of all leaf values of a document."""
    if isinstance(part, dict):
        return [place for key, value in part.items() for place in leaves(value, (*path, key))]
    if isinstance(part, list):
        return [place for index, value in enumerate(part) for place in leaves(value, (*path, index))]
    return [path]


def put(document: Document, path: tuple[str | int, ...], value: object) -> None:
    part: Any = document
    for key in path[:-1]:
        part = part[key]
    part[path[-1]] = value


@cache
def original() -> Document:
    """A record with an unknown fact, a judgement and records."""
    document: Document = orjson.loads(record_of(small_subject(audited_on=None)).content)
    return document


PLACES = leaves(original())
VALUES: list[object] = [
    None, True, 7, "", "x", "1", "-0", "1e5", "not_applicable", "2026-02-30", "9999-12-31", [], {}, ["x"], [[]],
    {"number": "1", "records": []}, {"number": "1", "unit": "9**9**9"}, [{"serial": {"text": "A-1"}}], "\u0000", "甲",
]  # fmt: skip


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("batch", range(2))
def test_every_change_of_a_record_is_detected_without_an_exception(batch: int) -> None:
    random = Random(batch)  # noqa: S311 -- repeatable, not secret
    versions = (published(),)
    for _ in range(tries(110)):
        document = copy.deepcopy(original())
        path = random.choice(PLACES)
        path = path[: random.randint(max(1, len(path) - 2), len(path))]
        value = random.choice(VALUES)
        put(document, path, value)
        if document == original():
            continue
        checks = checked(orjson.dumps(document, option=orjson.OPT_SORT_KEYS), versions=versions)
        assert failed(checks), (path, value)
