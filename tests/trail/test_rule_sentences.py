"""Does a sentence from pieces prepared once read as the same sentence written anew?"""

from random import Random

from rules.engine.infer import InferenceEngine
from rules.trail.figures import bounds_json
from rules.trail.rule_sentences import any_indicator_sentence, indicator_sentence
from rules.trail.sentences import make_speakers, phrasebooks
from tests.support.random_extents import random_question
from tests.support.random_subjects import richer_card


def test_the_sentence_of_an_indicator_is_the_same_from_prepared_pieces() -> None:
    compared = set()
    for seed in range(40):
        card = richer_card(seed)
        engine = InferenceEngine(card)
        books = phrasebooks(card)
        random = Random(seed)  # noqa: S311 - tests want repeatable numbers, not secrets
        for unknown in (0, 0, 0.2, 0.5):
            inference = engine.explore(random_question(card, random, unknown=unknown))
            speakers = make_speakers(books, inference.values.extents, inference.values.units)
            for indicator in card.indicators:
                earned = inference.score.earned[indicator.id]
                for speaker in speakers.values():
                    anew = any_indicator_sentence(indicator, earned, speaker)
                    assert indicator_sentence(indicator, earned, speaker) == anew
                    assert indicator_sentence(indicator, earned, speaker, bounds_json(earned.counted)) == anew
                    compared.add(anew)
        engine.close()
    assert len(compared) > 500
