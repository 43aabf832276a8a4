"""Variations of a subject for benchmarks: distinct subjects, drawn in the same order in every run."""

from __future__ import annotations

from decimal import Decimal
from random import Random
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rules.contracts import DeclaredFact, Subject

    Distance = Literal["near", "far"]

_FLIPPED = 0.15
"""The share of yes and no answers that another one is given for in a far variation."""
_TEN_THOUSANDTHS = {"near": (9_960, 9_999), "far": (3_000, 9_999)}
"""The range of the factors for numbers, in ten-thousandths."""


def variations(subject: Subject, *, seed: int = 1) -> Iterator[Subject]:
    """Yield distinct variations without end, alternately near and far.

    Near variations have numbers at most 0.4 % lower. Far variations have numbers down to 30 % and different yes and no
    answers. Verified facts do not change.
    """
    random = Random(seed)  # noqa: S311 -- no secrets
    while True:
        yield _variation(subject, "near", random)
        yield _variation(subject, "far", random)


def _variation(subject: Subject, distance: Distance, random: Random) -> Subject:
    return subject.model_copy(update={"facts": tuple(_varied(fact, distance, random) for fact in subject.facts)})


def _varied(fact: DeclaredFact, distance: Distance, random: Random) -> DeclaredFact:
    value = fact.value
    if value is None or fact.verification is not None:
        return fact
    if value.number is not None:
        number = Decimal(value.number) * random.randint(*_TEN_THOUSANDTHS[distance]) / 10_000
        update: dict[str, object] = {"number": format(number.normalize(), "f")}
    elif value.flag is not None and distance == "far" and random.random() < _FLIPPED:
        update = {"flag": not value.flag}
    else:
        return fact
    return fact.model_copy(update={"value": value.model_copy(update=update)})
