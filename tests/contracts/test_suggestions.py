"""Suggestions for mistyped words: the most similar word, all words if they are few, or the nearest of many."""

from rules.contracts.messages import in_language
from rules.contracts.suggestions import MAXIMUM_LISTED_WORDS, did_you_mean_or_known

MANY = ("lamp-ledger", "meter-ledger", *(f"paper-{number:02}" for number in range(20)))


def hint(word: str, known: tuple[str, ...], language: str = "en") -> str:
    return in_language(did_you_mean_or_known(word, known), language)


def test_a_similar_word_is_suggested() -> None:
    assert hint("lamp-leger", MANY) == " Did you mean 'lamp-ledger'?"


def test_few_known_words_are_all_listed() -> None:
    assert hint("zzz", MANY[:3]) == " Known: lamp-ledger, meter-ledger, paper-00."
    assert hint("zzz", ()) == ""


def test_of_many_known_words_the_nearest_are_listed_and_the_others_counted() -> None:
    text = hint("lamps", MANY)
    assert text.startswith(" Known, most similar first: lamp-ledger, ")
    assert text.endswith(f" and {len(MANY) - MAXIMUM_LISTED_WORDS} more.")
    assert text.count("paper-") + text.count("-ledger") == MAXIMUM_LISTED_WORDS
    assert hint("lamps", MANY, "zh").startswith("已知的有（最相近者在前）：lamp-ledger、")
