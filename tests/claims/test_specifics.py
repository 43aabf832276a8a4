"""Specific content of sentences: figures, bases, legal reasons, and the claim types that follow."""

import pytest

from rules.claims.screening.candidates import Candidate, ClaimType, Level, MatchedLabel, MatchedLevel, TextSpan
from rules.claims.specifics import is_self_evident, refined, specific_content


def candidate(
    text: str,
    language: str,
    *types: ClaimType,
    category: str = "comparative",
    level: Level | None = None,
    label: str = "",
) -> Candidate:
    span = TextSpan.of(text, 0, len(text))
    return Candidate.model_validate(
        {
            "start": 0,
            "end": len(text),
            "quote": text,
            "sentence": span,
            "language": language,
            "categories": (category,),
            "types": types,
            "confidence": "high",
            "terms": (),
            "level": MatchedLevel(start=0, end=1, quote=text[:1], level=level) if level is not None else None,
            "labels": (MatchedLabel(start=0, end=1, quote=text[:1], name=label),) if label else (),
        }
    )


@pytest.mark.parametrize(
    ("language", "text", "figure", "base"),
    [
        ("en", "50% less plastic in every bottle", True, False),
        ("en", "50% less plastic than our 2019 bottle", True, True),
        ("en", "Half the plastic, by ISO 14021", True, False),
        ("de", "Die CO2-Bilanz ist 41 % niedriger als 2019", True, True),
        ("fr", "Ils rejettent 45 % de CO2 en moins qu'un avion à réaction de même capacité", True, True),
        ("fr", "30 % de plastique en moins", True, False),
        ("it", "I coltivatori usano un quinto di azoto in meno rispetto al 2019", True, True),
        ("it", "Emette il 64 % di CO2 in meno", True, False),
        ("es", "un 22 % menos de plástico", True, False),
        ("es", "pesa un 18 % menos que la que usábamos en 2023", True, True),
        ("nl", "41 procent onder die van eind 2018", True, True),
        ("da", "Omslaget har en tredjedel mindre plast end før", True, True),
        ("sv", "Omslag med 30 % mindre plast", True, False),
        ("zh", "整机功耗比G100低三成", True, True),
        ("zh", "包装塑料减少30%", True, False),
        ("en", "CO2 emissions fell, scopes 1 and 2, in 2024 (ISO 14064)", False, True),
    ],
)
def test_figures_and_bases_are_found_in_every_language(language: str, text: str, figure: bool, base: bool) -> None:
    content = specific_content(candidate(text, language, "comparative"))
    assert (content.figure, content.base) == (figure, base)


@pytest.mark.parametrize(
    ("language", "text", "is_duty"),
    [
        ("en", "Free of phthalates, as the law requires of all toys", True),
        ("en", "Free of phthalates, more than the law requires of all toys", False),
        ("de", "Ohne Phthalate, wie es das Gesetz von allen Spielwaren verlangt", True),
        ("fr", "Sans plomb, comme l’exige la réglementation pour tous les fabricants", True),
        ("nl", "Zonder lood, zoals de wet van iedereen eist", True),
        ("it", "Senza piombo, come richiesto dalla legge a tutti", True),
        ("es", "Sin plomo, como exige la ley a todos", True),
        ("da", "Fri for ftalater, ligesom loven kræver af alt legetøj", True),
        ("sv", "Fri från ftalater, som lagen kräver av alla leksaker", True),
        ("zh", "不含邻苯二甲酸酯，依法律要求", True),
        ("de", "Ohne Phthalate", False),
    ],
)
def test_a_legal_duty_named_as_the_reason_settles_a_claim(language: str, text: str, is_duty: bool) -> None:
    claim = candidate(text, language, "free_of", category="free_of")
    assert is_self_evident(claim, frozenset({"free_of"})) is is_duty
    assert not is_self_evident(claim, frozenset({"free_of", "generic"}))
    assert not is_self_evident(claim, frozenset())


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Zero tailpipe emissions"),
        ("de", "Ohne Abgase unterwegs"),
        ("fr", "Sans émissions à l'échappement"),
        ("it", "viaggiano senza emissioni allo scarico"),
        ("es", "Sin emisiones en el escape"),
    ],
)
def test_a_claim_limited_to_the_exhaust_needs_no_proof(language: str, text: str) -> None:
    claim = candidate(text, language, "neutral_no_offset", category="neutral")
    neutral = frozenset({"neutral_offset", "neutral_no_offset"})
    assert is_self_evident(claim, neutral)
    assert not is_self_evident(candidate("Zero emissions", "en", "neutral_no_offset", category="neutral"), neutral)


def test_the_licence_number_of_the_eu_ecolabel_settles_a_label() -> None:
    for text, settled in (("EU Ecolabel, vergunning NL/044/000", True), ("EU Ecolabel", False)):
        claim = candidate(text, "nl", "label", category="label", label="EU Ecolabel")
        assert is_self_evident(claim, frozenset({"label"})) is settled


@pytest.mark.parametrize(
    ("language", "text", "category", "given", "types"),
    [
        ("de", "Wer zu uns greift, schenkt der Natur ein Stück Zukunft", "statement", "specific_attribute", "generic"),
        ("zh", "和我们一起守住碧水青山", "statement", "specific_attribute", "generic"),
        ("en", "We save nature 40 tonnes of waste", "statement", "specific_attribute", "specific_attribute"),
        ("en", "Harbour is built to be slept on for fifteen years", "heard", "generic", "durability"),
        ("fr", "Achetez-la une fois, transmettez-la à vos petits-enfants", "heard", "generic", "durability"),
        ("it", "Fatto per durare tutta la vita", "heard", "generic", "durability"),
        ("zh", "一辈子只买一次", "heard", "generic", "durability"),
        ("de", "Spart 40 Liter je Waschgang", "heard", "generic", "specific_attribute"),
        ("en", "Treads lightly on the earth", "heard", "generic", "generic"),
        ("de", "31 Tonnen wurden über Gutschriften ausgeglichen", "neutral", "neutral_offset", "contribution"),
        ("da", "Vi købte kreditter for 31 ton", "neutral", "neutral_offset", "contribution"),
        ("en", "Carbon neutral through credits", "neutral", "neutral_offset", "neutral_offset"),
        ("sv", "Klimatkompenserat knäckebröd", "neutral", "neutral_offset", "neutral_offset"),
    ],
)
def test_types_follow_the_sentence(language: str, text: str, category: str, given: ClaimType, types: ClaimType) -> None:
    claim = candidate(text, language, given, category=category)
    assert refined([claim])[claim].types == (types,)


def test_bought_credits_share_the_fate_of_the_neutrality_claim_that_they_explain() -> None:
    bought = candidate("We buy credits for these tonnes", "en", "neutral_offset", category="neutral")
    product = candidate("Our mattress is carbon neutral", "en", "neutral_no_offset", category="neutral")
    office = candidate("Our office is carbon neutral", "en", "neutral_no_offset", category="neutral", level="site")
    assert refined([product, bought])[bought].types == ("neutral_offset",)
    assert refined([office, bought])[bought].types == ("contribution",)
