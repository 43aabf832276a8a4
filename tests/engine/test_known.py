"""Does the short way to the value of a measure give what the general one gives, or leave it to that?"""

from collections import Counter
from collections.abc import Callable
from fractions import Fraction
from random import Random

import pytest

from rules.engine.infer import InferenceEngine
from rules.engine.known import Plain, known_reader, plain_value
from rules.engine.lane.measures import MeasureReader
from rules.engine.values import measure_value
from rules.model.scorecard import Scorecard
from tests.support.random_extents import random_question
from tests.support.random_stages import staged_random_card
from tests.support.random_subjects import richer_card
from tests.support.random_verdicts import verdict_random_card


@pytest.mark.parametrize("card_of", [richer_card, staged_random_card, verdict_random_card])
def test_what_is_read_in_short_is_what_is_read_in_general(card_of: Callable[[int], Scorecard]) -> None:
    whole, short = 0, Counter[str]()
    for seed in range(6):
        card, random = card_of(seed), Random(seed)  # noqa: S311 - tests want repeatable numbers, not secrets
        engine = InferenceEngine(card, explores_only=True)
        for unknown in (0.0, 0.0, 0.3):
            values = engine.explore(random_question(card, random, unknown=unknown)).values
            for network in (engine.plan.first, engine.plan.second):
                for measure in network.measures:
                    general = plain_value(measure, measure_value(measure, values))
                    if (found := known_reader(measure)(values.extents)) is not None:
                        assert _same(found, general), (seed, measure)
                        short[type(measure).__name__] += 1
            wanted = [plain_value(one, measure_value(one, values)) for one in engine.plan.first.measures]
            if all(wanted):
                read = MeasureReader(engine.plan.first, engine.plan.names.units).read(values, {})
                assert all(_same(one, other) for one, other in zip(read, wanted, strict=True)), seed
                whole += 1
    assert whole > 0
    assert len(short) > 2


def _same(found: Plain, general: tuple[Plain, ...]) -> bool:
    [only] = general
    if isinstance(found, tuple) and isinstance(only, tuple) and found[0] is not None and only[0] is not None:
        return Fraction(*found) == Fraction(*only)
    return found == only
