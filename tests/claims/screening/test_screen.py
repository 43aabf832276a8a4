"""Claim screening: exact locations, negation, numbers, qualifiers, labels, names and masked words."""

import pytest
from hypothesis import given, settings, strategies as st

from rules.claims.screening.languages import SCREENED_LANGUAGES
from rules.claims.screening.screen import screen
from tests.claims.screening.screened import only, spans
from tests.support.tiers import tries

PIECES = st.sampled_from(
    [
        "climate neutral", "klimaneutral", "neutre en carbone", "碳中和", "环保", "not ", "nicht ", "pas ", "并非",
        " by 2030", "-25 % CO₂", "CO²", "*", "\u200b", "\u00ad", "\u202e", "\u202c", "e\u0301", "。", ". ", "\n\n",
        "\r\n", "（", "ß", "the bottle ", "recycl\u00adable", "100%", "ＣＯ２", "🌱", "Größe", "カーボン", "www.x.com ",
        "\ud83d", "1.234,5 kg",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(), st.lists(st.one_of(PIECES, st.text(max_size=5)), max_size=30).map("".join))


@given(TEXTS, st.sampled_from([(), *((language,) for language in SCREENED_LANGUAGES)]))
@settings(max_examples=tries(300), deadline=None)
def test_every_location_is_exact_and_no_text_raises(text: str, languages: tuple[str, ...]) -> None:
    result = screen(text, languages=languages)
    for start, end, quote in spans(result.model_dump()):
        assert text[start:end] == quote
        assert start < end
    assert [c.start for c in result.candidates] == sorted(c.start for c in result.candidates)


@given(TEXTS)
@settings(max_examples=tries(100), deadline=None)
def test_the_same_text_has_the_same_result(text: str) -> None:
    assert screen(text) == screen(text)


@given(st.text(max_size=30))
@settings(deadline=None)
def test_a_preceding_paragraph_only_moves_the_locations(text: str) -> None:
    alone = screen("Unsere Flasche ist vollständig recycelbar.", languages=("de",)).candidates
    moved = screen(f"{text}\n\nUnsere Flasche ist vollständig recycelbar.", languages=("de",)).candidates
    assert alone[0].quote in [candidate.quote for candidate in moved]


@pytest.mark.parametrize(
    ("text", "quote", "types"),
    [
        ("Our cli\u00admate\u200b-neu\u00adtral soap", "cli\u00admate\u200b-neu\u00adtral", ()),
        ("ＣＯ２-neutral reisen mit der Bahn und dem Bus", "ＣＯ２-neutral", ()),
        ("Unser CO₂-neutraler Versand", "CO₂-neutraler", ()),
        ("Unser CO2-neutraler Versand", "CO2-neutraler", ()),
        ("Unser neuer Versand mit dem Rad in der Stadt ist ganz und gar klima-\nneutral", "klima-\nneutral", ()),
        ("Unser Versand ist klimaneutral¹ und schnell", "klimaneutral", ()),
        ("本產品環保，採用再生塑膠", "環保", ("generic",)),
        ("Emballage respectueux de l’environnement", "respectueux de l’environnement", ("generic",)),
        ("RESPECTUEUX DE L'ENVIRONNEMENT, notre emballage", "RESPECTUEUX DE L'ENVIRONNEMENT", ("generic",)),
    ],
)
def test_marks_and_forms_do_not_hide_a_claim(text: str, quote: str, types: tuple[str, ...]) -> None:
    candidate = screen(text).candidates[0]
    assert candidate.quote == quote
    assert candidate.types == types


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("This product is not climate neutral.", True),
        ("Our yoghurt is not only carbon neutral, it is delicious.", False),
        ("Our carbon neutral bottle is not expensive.", False),
        ("We do not use plastic, our bottles are carbon neutral.", False),
        ("There is no greener choice.", False),
        ("Dieses Produkt ist nicht klimaneutral.", True),
        ("Klimaneutral ist dieses Produkt nicht.", True),
        ("Noch umweltfreundlicher als zuvor", False),
        ("Ce produit n'est pas neutre en carbone", True),
        ("Non seulement neutre en carbone, mais aussi délicieux", False),
        ("本产品并非碳中和产品", True),
        ("非常环保的纸杯", False),
        ("没有比它更环保的选择", False),
    ],
)
def test_a_denial_is_no_claim_but_an_apparent_denial_is(text: str, negated: bool) -> None:
    assert only(text).negated is negated


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Carbon neutral facility since 2021", "site"),
        ("Carbon neutral shampoo", "product"),
        ("Seit 2021 produziert Katjes alle Produkte klimaneutral", "product"),
        ("Klimaneutrales Unternehmen", "trader"),
        ("Climate-friendly packaging", "packaging"),
        ("We are carbon neutral", "trader"),
        ("零碳工厂", "site"),
        ("Emballage éco-responsable", "packaging"),
        ("carbon neutral", None),
    ],
)
def test_a_claim_has_the_level_of_its_subject(text: str, level: str | None) -> None:
    claim_level = only(text).level
    assert (claim_level.level if claim_level else None) == level


def test_the_kind_of_speaker_does_not_hide_the_subject_of_the_claim() -> None:
    level = only("We sell carbon neutral soap").level
    assert level is not None
    assert level.level == "product"


@pytest.mark.parametrize(
    ("text", "value", "unit", "direction", "comparator", "base_year"),
    [
        ("Oatly generates 73% less CO2e vs milk", "73", "%", "reduction", "vs milk", None),
        ("2022年每公斤碳排放较2021年减少11.00%", "11.00", "%", "reduction", "较2021年减少", 2021),
        ("Wir haben die Emissionen gegenüber 2019 um 12,5 % gesenkt", "12.5", "%", "reduction", "gegenüber 2019", 2019),
        ("Nous avons réduit nos émissions de 1 234 t CO2 depuis 2015", "1234", "t CO2", "reduction", None, 2015),
        ("carbon footprint: -1.02 kg CO2e/kg", "-1.02", "kg CO2e/kg", None, None, None),
        ("We cut CO2 emissions by 1,240 tonnes", "1240", "tonnes", "reduction", None, None),
        ("-25% GHG by 2030", "-25", "%", "reduction", None, None),
    ],
)
def test_numbers_are_read_with_their_comparison_base(
    text: str, value: str, unit: str, direction: str | None, comparator: str | None, base_year: int | None
) -> None:
    (number,) = screen(text).candidates[0].numbers
    assert (number.value, number.unit, number.direction, number.base_year) == (value, unit, direction, base_year)
    assert (number.comparator.quote if number.comparator else None) == comparator


@pytest.mark.parametrize(
    ("text", "quote", "kind", "placement"),
    [
        ("Recyclable where facilities exist.", "where facilities exist", "condition", "same_sentence"),
        ("Zero emissions while driving", "while driving", "condition", "same_sentence"),
        ("100% recycled* (*bottle only)", "bottle only", "part", "footnote"),
        (
            "Carbon neutral soap. Compensated through forest projects.",
            "Compensated through forest projects",
            "offset",
            "adjacent",
        ),
        ("Carbon neutral soap. See www.example.com for more.", "www.example.com", "link", "linked_url"),
        ("Carbon neutral soap. Scan the QR code.", "Scan the QR code", "code", "qr"),
        ("Carbon neutral soap.\n\nOur soap is sold in many shops.\n\n* Compensated by forest projects.", None, "", ""),
        (
            "Carbon neutral* soap.\n\nSold in shops.\n\n* Compensated by forest projects.",
            "Compensated by forest projects",
            "offset",
            "footnote",
        ),
    ],
)
def test_qualifiers_are_read_with_their_placement(text: str, quote: str | None, kind: str, placement: str) -> None:
    qualifiers = screen(text, languages=("en",)).candidates[0].qualifiers
    assert [(each.quote, each.kind, each.placement) for each in qualifiers] == (
        [(quote, kind, placement)] if quote else []
    )


def test_an_excluded_part_is_not_the_subject_of_the_claim() -> None:
    candidate = only("Die Flasche besteht aus 100 % recyceltem Plastik (ohne Deckel).")
    assert candidate.level is not None
    assert (candidate.level.quote, candidate.asserted_scope) == ("Flasche", "part")


def test_a_note_mark_after_the_full_stop_belongs_to_the_sentence() -> None:
    text = (
        "Unsere Seife wird klimaneutral gemacht.* Sie ist gut.\n\n* Restemissionen werden durch Projekte ausgeglichen."
    )
    first = screen(text, languages=("de",)).candidates[0]
    assert first.sentence.quote == "Unsere Seife wird klimaneutral gemacht.*"
    assert [(each.quote, each.placement) for each in first.qualifiers] == [("ausgeglichen", "footnote")]


def test_only_a_rising_or_falling_number_has_a_base_year() -> None:
    made, reduced = screen("采用60%再生塑料瓶，相比2020年每瓶减少碳排放25%。").candidates
    assert [number.base_year for number in made.numbers] == [None]
    assert [number.base_year for number in reduced.numbers] == [2020]


def test_offsets_named_with_a_neutrality_claim_settle_its_type() -> None:
    alone = only("Carbon neutral soap")
    assert (alone.types, alone.possible_types) == ((), ("neutral_offset", "neutral_no_offset"))
    candidate = screen("Carbon neutral soap, compensated through forest projects.").candidates[0]
    assert (candidate.types, candidate.possible_types) == (("neutral_offset",), ())


def test_a_promise_has_its_target_year() -> None:
    first, second = screen("-25% GHG by 2030, net zero by 2050").candidates
    assert (first.target_years, second.target_years) == ((2030,), (2050,))
    assert only("公司承诺2030年实现碳中和").target_years == (2030,)
    assert only("Carbon neutral since 2021").target_years == ()


def test_a_label_is_a_claim_and_a_standard_is_no_claim() -> None:
    label = only("Papier mit dem Blauen Engel")
    assert label.types == ("label",)
    assert [each.name for each in label.labels] == ["Blauer Engel"]
    assert screen("Accounted for as in ISO 14067", languages=("en",)).candidates == ()


def test_a_trader_name_that_makes_a_claim_is_a_claim() -> None:
    assert screen("Sold at Natura", languages=("en",)).candidates == ()
    named = screen("Sold at Natura and Softly", languages=("en",), names=("Natura", "Softly", "")).candidates
    assert [(each.quote, each.types) for each in named] == [("Natura", ("name",))]
    assert screen("绿源牛奶", names=("绿源",)).candidates[0].types == ("name",)


@pytest.mark.parametrize("text", ["Wash with EcoPure", "Fresh, #GoGreen", "Frisch, #klimafreundlich"])
def test_names_and_hashtags_made_of_claim_words_are_claims_by_default(text: str) -> None:
    assert "name" in only(text).types or only(text).categories == ("generic",)


@pytest.mark.parametrize("text", ["GreenPeace protests", "rated by EcoVadis", "#greenbay", "A MacBook and an iPhone"])
def test_other_names_and_hashtags_are_no_claims(text: str) -> None:
    candidates = screen(text, languages=("en",), hearing=None).candidates
    assert not any("name" in each.types for each in candidates)


def test_statements_about_state_policy_are_masked() -> None:
    result = screen("我国力争2060年前实现碳中和")
    assert result.candidates == ()
    assert {mask.reason for mask in result.masked} == {"policy_context"}


def test_a_masked_word_is_reported_with_its_reason() -> None:
    result = screen("Our company is part of the Dow Jones Sustainability Index.", languages=("en",))
    assert result.candidates == ()
    assert [(mask.quote, mask.reason) for mask in result.masked] == [("Sustainability", "name")]
