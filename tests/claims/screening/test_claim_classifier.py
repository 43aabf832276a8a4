"""Claim classifier: weights reproducible from the corpus, invalid files, parts of texts and fitting."""

import json
import zlib

import pytest

from benchmarks.claims import hearing as fitting
from benchmarks.claims.corpus import LANGUAGES
from benchmarks.claims.fitting import fit, stored
from rules.claims.screening.claim_classifier import (
    NONE,
    ClassifierFileError,
    FeatureSettings,
    feature_buckets,
    load_classifier,
    read_classifier,
)
from rules.claims.screening.folding import fold

DATA = fitting.PATH.read_bytes()


def test_the_weights_were_learned_from_the_current_corpus() -> None:
    """After any change of the corpus run `python -m benchmarks.claims.hearing`."""
    assert load_classifier().facts.corpus == fitting.digest(fitting.examples())
    assert load_classifier().facts.lexicons == fitting.lexicon_digest(), (
        "entries of a lexicon changed, learn from them again"
    )
    assert load_classifier().facts.languages == LANGUAGES


@pytest.mark.full
def test_test_batches_are_used_neither_for_learning_nor_for_calibration() -> None:
    texts = fitting.examples()
    apart = [each for each in texts if each.batch.startswith("z")]
    assert fitting.digest(texts) == fitting.digest([each for each in texts if each not in apart])


def test_the_file_contains_only_whole_numbers() -> None:
    head = zlib.decompress(DATA).partition(b"\n")[0]

    def refuse(number: str) -> None:
        raise AssertionError(number)

    json.loads(head, parse_float=refuse)


def test_the_same_bytes_produce_the_same_scores() -> None:
    classifier, other = read_classifier(DATA), read_classifier(DATA)
    for text in ("Brewed with the sun", "Opening hours", "墨绿色外套"):
        assert classifier.score(fold(text).text, "en", NONE) == other.score(fold(text).text, "en", NONE)


@pytest.mark.parametrize(
    "data", [b"", DATA[:1000], zlib.compress(zlib.decompress(DATA)[:-1]), zlib.compress(b"{}\n"), b"text"]
)
def test_invalid_weights_are_refused(data: bytes) -> None:
    with pytest.raises(ClassifierFileError, match=r"python -m benchmarks\.claims\.hearing"):
        read_classifier(data)


def test_parts_are_those_of_the_folded_text() -> None:
    parts = FeatureSettings(3, 5, pairs=True, near=True)
    texts = ("Gut fürs Klima!", "GUT  FU\u0308RS KLI\u00adMA!", "🌍 Ｇｕｔ fürs Klima! 💚")
    assert len({tuple(feature_buckets(fold(text).text, parts)) for text in texts}) == 1
    assert feature_buckets("in 2031", parts) == feature_buckets("in 2044", parts) != feature_buckets("in 2011", parts)
    assert feature_buckets("", parts)


def test_fitting_learns_the_distinguishing_features_and_is_deterministic() -> None:
    rows = [((0, 1), 2), ((0, 2), 2), ((3, 1), 2), ((3, 2), 2)]
    weights = fit(rows, [True, True, False, False], 4, [100] * 4)
    assert weights[0] > 0 > weights[3]
    assert abs(weights[1]) < weights[0] > abs(weights[2])
    assert fit(rows, [True, True, False, False], 4, [100] * 4) == weights
    assert list(memoryview(stored([1 << 40, -(1 << 40), 0])).cast("b")) == [127, -127, 0]


@pytest.mark.full
def test_training_twice_writes_the_same_file() -> None:
    some = [each for each in fitting.examples() if each.batch == "s"]
    settings = fitting.Settings(FeatureSettings(3, 4, pairs=True, near=False), 50, 1, shared=True)
    assert fitting.trained(some, settings) == fitting.trained(some, settings)
    assert len(fitting.cross_validated(some, settings)) == len(some)
