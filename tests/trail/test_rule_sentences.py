"""Does a sentence prepared once for the card, with its values put in, read as the same sentence written anew?"""

import json
from functools import partial
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from rules.contracts.canonical import canonical_bytes
from rules.engine.infer import InferenceEngine
from rules.trail.figures import bounds_json
from rules.trail.forms import Form, Hole, Told
from rules.trail.prepared import Prepared
from rules.trail.rule_sentences import indicator_sentence, ladder_sentence
from rules.trail.sentences import MARK, make_speakers
from tests.support.random_extents import random_question
from tests.support.random_subjects import richer_card

TEXTS = st.text(st.characters(codec="utf-8", exclude_characters=MARK), max_size=5)


def test_prepared_sentences_say_the_same_as_those_written_anew() -> None:
    compared: set[str] = set()
    prepared_points = 0
    for seed in range(40):
        card = richer_card(seed)
        engine = InferenceEngine(card)
        prepared = Prepared(engine)
        random = Random(seed)  # noqa: S311 - tests want repeatable numbers, not secrets
        for unknown in (0, 0, 0.2, 0.5):
            inference = engine.explore(random_question(card, random, unknown=unknown))
            speakers = make_speakers(prepared.books, inference.values.extents, inference.values.units)
            told = Told(prepared.forms, speakers)
            for indicator in card.indicators:
                earned = inference.score.earned[indicator.id]
                form = prepared.earned(indicator, earned)
                if form is not None:
                    anew = {name: indicator_sentence(indicator, earned, one) for name, one in speakers.items()}
                    said = json.loads(f"{form.head}{form.form.fill(told)}")
                    outcome = engine.indicator_outcome(indicator.id, inference)
                    rows = {"rows": list(earned.rows)} if earned.rows else {}
                    assert said == {"outcome": outcome, "points": form.points, "sentence": anew} | rows
                    assert form.points == bounds_json(earned.counted)
                    compared.update(anew.values())
                    prepared_points += 1
            for index, row in enumerate(card.ladder.rows if card.ladder else ()):
                anew = {name: ladder_sentence(row, one) for name, one in speakers.items()}
                row_form = prepared.forms.sentence(f"ladder/{index}", partial(ladder_sentence, row))
                assert row_form.fill(told).encode() == canonical_bytes(anew)
                compared.update(anew.values())
        engine.close()
    assert prepared_points > 150
    assert len(compared) > 500


@given(st.lists(TEXTS, min_size=3, max_size=3), st.lists(TEXTS, min_size=2, max_size=2), TEXTS)
def test_a_form_is_canonical_json_whatever_stands_in_it(texts: list[str], values: list[str], before: str) -> None:
    """Percent signs, quotes and backslashes too."""
    form = Form.of({"zh": f"{texts[0]}{MARK}a{MARK}{texts[1]}{MARK}b{MARK}{texts[2]}", "en": texts[0]})
    said = {"zh": f"{texts[0]}{values[0]}{texts[1]}{values[1]}{texts[2]}", "en": texts[0]}
    inside: dict[Hole, str] = {("zh", "a", None): json_inside(values[0]), ("zh", "b", None): json_inside(values[1])}
    assert form.fill(inside).encode() == canonical_bytes(said)
    assert form.around(before, before).fill(inside) == f"{before}{form.fill(inside)}{before}"


def json_inside(text: str) -> str:
    """Write a text as it stands between quotes."""
    return canonical_bytes(text).decode()[1:-1]
