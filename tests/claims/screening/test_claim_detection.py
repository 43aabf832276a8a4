"""Claim detection by classifier: claims without lexicon words, spelling variants, near misses and thresholds."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from benchmarks.claims.corpus import corpus
from rules.claims.screening.candidates import BALANCES, Balance, Candidate, ScreeningResult
from rules.claims.screening.claim_detection import is_one_glance
from rules.claims.screening.screen import screen, split_sentences
from tests.support.tiers import all_or_few, tries

HEARD = [
    (each.text, each.language)
    for each in corpus()
    if each.batch == "s" and each.claim and screen(each.text, languages=(each.language,), hearing="keen").candidates
]
TRAPS = [json.loads(line) for line in (Path(__file__).parent / "traps.jsonl").read_text(encoding="utf-8").splitlines()]
SPACES = (" ", "  ", "\t", "\u00a0", "\u2009", " \u3000")
HIDDEN = ("", "\u200b", "\u00ad", "\u2060", "\u200e")
EMOJI = ("", "🌍", " 💚 ", "✨ ")
LETTERS: tuple[Callable[[str], str], ...] = (str, str.upper, str.lower, str.title)


def alone(text: str, balance: Balance = "keen", *languages: str) -> Candidate:
    (candidate,) = screen(text, languages=languages, hearing=balance).candidates
    assert candidate.categories == ("heard",)
    return candidate


def claimed(result: ScreeningResult) -> bool:
    return any(not each.negated for each in result.candidates)


def test_most_learned_claims_are_detected() -> None:
    assert len(HEARD) >= 40


def test_a_detected_claim_has_its_sentence_as_location_and_the_kind_of_its_meaning() -> None:
    text = "Open until five. A holiday that leaves the reef as it was."
    candidate = alone(text, "keen", "en")
    assert text[candidate.start : candidate.end] == candidate.quote == candidate.sentence.quote
    assert candidate.quote == "A holiday that leaves the reef as it was."
    assert candidate.types == ("generic",)
    assert candidate.possible_types == ()
    assert candidate.percent is not None
    assert 50 < candidate.percent <= 100


def test_words_that_alone_are_no_claim_describe_a_detected_claim() -> None:
    (candidate,) = screen("By 2040 a weekend away that the glaciers will not notice.", hearing="keen").candidates
    assert ("heard" in candidate.categories, candidate.types, candidate.target_years) == (True, ("future",), (2040,))


def test_a_claim_without_lexicon_words_is_detected_in_the_requested_language() -> None:
    text = "Gebrouwen op de wind van de Noordzee en gebakken op de zon"
    result = screen(text, languages=("nl",), hearing="keen")
    assert claimed(result)
    assert {each.language for each in result.candidates} == {"nl"}


@pytest.mark.parametrize(
    ("text", "glance"),
    [
        ("A weekend away", True),
        ("A weekend away\nThat the glaciers\n\nWill not notice", True),
        ("Open. " * 7, False),
        (f"A weekend. {'Open from nine to five. ' * 5}".replace("five", "f" * 80), False),
        ("", True),
    ],
)
def test_only_a_few_short_sentences_are_read_as_a_unit(text: str, glance: bool) -> None:
    assert is_one_glance(list(split_sentences(text))) == glance


def test_line_breaks_part_no_short_text() -> None:
    assert claimed(screen("A weekend away\nThat the glaciers\nWill not notice", languages=("en",), hearing="keen"))


@pytest.mark.parametrize(
    "text", ["This product is not climate neutral.", "本产品并非碳中和产品", "Nicht klimaneutral."]
)
@pytest.mark.parametrize("balance", BALANCES)
def test_a_denied_claim_is_not_detected(text: str, balance: Balance) -> None:
    assert not claimed(screen(text, hearing=balance))


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("balance", ["cautious", "balanced"])
def test_at_most_one_of_a_hundred_known_near_misses_is_detected(balance: Balance) -> None:
    near_misses = [trap["text"] for trap in TRAPS if not trap["must"]]
    tried = all_or_few(near_misses, near_misses[::5])
    heard = [text for text in tried if any(map(_is_heard, screen(text, hearing=balance).candidates))]
    assert len(heard) <= -(-len(tried) // 100), heard


def _is_heard(candidate: Candidate) -> bool:
    return "heard" in candidate.categories and candidate.confidence != "low"


def test_a_keener_balance_never_detects_fewer_texts() -> None:
    for text, language in all_or_few(HEARD, HEARD[::4]):
        heard = [claimed(screen(text, languages=(language,), hearing=balance)) for balance in BALANCES]
        assert heard == sorted(heard)


def test_a_text_without_claims_names_its_most_uncertain_sentence() -> None:
    text = "Open from nine to five. The seed of a weekend with glaciers. Call us."
    result = screen(text, languages=("en",), hearing="cautious")
    assert result.hearing == "cautious"
    assert result.unheard is not None
    assert text[result.unheard.start : result.unheard.end] == result.unheard.quote
    assert 0 <= result.unheard.percent <= 100
    assert screen(text, hearing=None).unheard is None


def test_without_the_classifier_only_lexicons_decide() -> None:
    text = "A weekend away that the glaciers will not notice."
    assert not screen(text, languages=("en",), hearing=None).candidates


@pytest.mark.full
def test_letters_of_no_size_silence_a_claim() -> None:
    unheard = [
        (text, letters)
        for text, language in HEARD
        for letters in LETTERS
        if not claimed(screen(letters(text), languages=(language,), hearing="keen"))
    ]
    assert unheard == []


@settings(max_examples=tries(60))
@given(st.sampled_from(HEARD), st.data())
def test_no_variant_of_spacing_and_spelling_prevents_detection(claim: tuple[str, str], data: st.DataObject) -> None:
    text, language = claim
    words = text.split(" ")
    written = [words[0]]
    for word in words[1:]:
        written.append(data.draw(st.sampled_from(SPACES)) + word)
    plain = "".join(written)
    letters = data.draw(st.sampled_from(LETTERS))
    styled = letters(plain)
    if data.draw(st.booleans()):
        styled = "".join(chr(ord(mark) + 0xFEE0) if mark.isalnum() and mark.isascii() else mark for mark in styled)
    middle = data.draw(st.integers(0, len(styled)))
    hidden = styled[:middle] + data.draw(st.sampled_from(HIDDEN)) + styled[middle:]
    around = data.draw(st.sampled_from(EMOJI)) + hidden + data.draw(st.sampled_from(("", "\n", " 🌱")))
    assert claimed(screen(around, languages=(language,), hearing="keen"))


@pytest.mark.parametrize("balance", ["cautious", "balanced"])
@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Is our cup recyclable?", "Our cup is recyclable."),
        ("Ist euer Becher recycelbar?", "Unser Becher ist recycelbar."),
        ("¿Es reciclable este vaso?", "Este vaso es reciclable."),
        ("Questa tazza è riciclabile?", "Questa tazza è riciclabile."),
        ("Is deze beker recyclebaar?", "Deze beker is recyclebaar."),
        ("Competitors say that they are green.", "We are a green and eco-friendly company."),
        ("竞争对手声称自己是绿色企业", "绿色环保企业"),
        ("How sustainable is your shampoo?", "Your shampoo is sustainable."),
    ],
)
def test_lexicon_words_in_questions_and_reported_speech_get_low_confidence(
    text: str, claim: str, balance: Balance
) -> None:
    assert {each.confidence for each in screen(text, hearing=balance).candidates} == {"low"}
    assert "low" not in {each.confidence for each in screen(claim, hearing=balance).candidates}
    assert {each.confidence for each in screen(text, hearing=None).candidates} == {"high"}


def test_vague_words_in_a_sentence_that_resembles_a_claim_get_medium_confidence() -> None:
    text = "Natural shampoo, kind to rivers."
    graded = {way: screen(text, languages=("en",), hearing=way).candidates[0].confidence for way in (None, "balanced")}
    assert graded == {None: "low", "balanced": "medium"}
