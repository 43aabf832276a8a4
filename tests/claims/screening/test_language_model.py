"""Language identification model: the same ranking as py3langid, and its state table."""

from array import array

import pytest

from rules.claims.screening.languages import LATIN, SCREENED_LANGUAGES, UNIT, AutomatonStates, language_model

TEXTS = (
    "Our bottles are climate neutral", "Unsere Flaschen sind klimaneutral", "Nos bouteilles sont neutres en carbone",
    "Vores flasker er CO2-neutrale", "Våra flaskor är klimatneutrala", "NUESTRAS BOTELLAS SON NEUTRAS",
    "Le nostre bottiglie", "x", "Straße in Zürich, naïve façade",
)  # fmt: skip


@pytest.mark.full  # unpacks the library's own model
def test_the_model_ranks_languages_as_py3langid_does() -> None:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 -- slow to load

    whole = LanguageIdentifier.from_model_file(MODEL_FILE)
    whole.set_languages(list(LATIN))
    for text in TEXTS:
        ours, theirs = language_model(LATIN).rank(text), whole.rank(text)
        assert [one for one, _ in ours[:3]] == [one for one, _ in theirs[:3]]
        assert (ours[0][1] - ours[1][1]) / UNIT == pytest.approx(theirs[0][1] - theirs[1][1], abs=1e-2)


def test_every_covered_language_written_in_latin_letters_is_ranked() -> None:
    assert set(SCREENED_LANGUAGES) - {"zh"} <= set(LATIN)


def test_single_and_bulk_lookups_find_the_same_states() -> None:
    stands, features = array("Q", range(1, 9_000, 3)), array("i", range(-5, 2_995))
    states, known = AutomatonStates(stands, features), dict(zip(stands, features, strict=True))
    asked = [*range(9_001)] * 2
    assert [states.feature(one) for one in asked] == [known.get(one) for one in asked]
