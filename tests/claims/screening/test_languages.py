"""Language identification of short texts: clear and unknown languages, scripts, Chinese and Japanese."""

import pytest

from rules.claims.screening.languages import (
    SCREENED_LANGUAGES,
    detect_languages,
    han_language,
    main_language,
    similar_languages,
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("climate-friendly packaging", "en"),
        ("umweltfreundliches Spülmittel", "de"),
        ("Emballage respectueux de l'environnement", "fr"),
        ("Deze verpakking is volledig recyclebaar", "nl"),
        ("Imballaggio ecologico e riciclabile", "it"),
        ("Envase respetuoso con el medio ambiente", "es"),
        ("Produkt przyjazny dla środowiska", "pl"),
        ("Vår mjölk är klimatneutral", "sv"),
        ("Green", None),
        ("CO2-neutral", None),
        ("Emballage vert", None),
    ],
)
def test_latin_languages_are_identified_only_when_clear(text: str, language: str | None) -> None:
    latin = detect_languages(text).latin
    assert latin is not None
    assert latin.language == language
    assert set(latin.order) == set(SCREENED_LANGUAGES) - {"zh"}


@pytest.mark.parametrize(
    ("text", "script", "latin"),
    [
        ("本产品符合ISO 14067标准", "zh", False),
        ("碳足迹为1.2 kgCO2e/kg", "zh", False),
        ("绿色环保 climate friendly packaging", "zh", True),
        ("カーボンニュートラルな製品", "ja", False),
        ("12345", None, False),
    ],
)
def test_scripts_are_identified_and_technical_tokens_have_no_language(
    text: str, script: str | None, latin: bool
) -> None:
    detection = detect_languages(text)
    assert detection.by_script == script
    assert (detection.latin is not None) is latin


def test_the_main_language_is_a_supported_language_or_none() -> None:
    texts = ("This is good for our planet", "Produkt przyjazny dla środowiska")
    english, polish = (detect_languages(text).latin for text in texts)
    assert main_language([(english, 100), (polish, 20)]) == "en"
    assert main_language([(english, 20), (polish, 100)]) is None
    assert main_language([(None, 10)]) is None


@pytest.mark.parametrize(
    ("text", "beside_others", "alone"),
    [
        ("環境配慮型商品", "ja", "ja"),
        ("脱炭素社会実現", "ja", "ja"),
        ("再生紙の袋", "ja", "ja"),
        ("再生原料", "zh", "ja"),
        ("环保洗衣粉", "zh", "zh"),
        ("eco soap", "zh", "ja"),
    ],
)
def test_chinese_characters_are_distinguished_from_japanese_characters(
    text: str, beside_others: str, alone: str
) -> None:
    assert han_language(text, alone=False) == beside_others
    assert han_language(text, alone=True) == alone


def test_all_languages_that_share_a_spelling_are_returned() -> None:
    similar = similar_languages("30 % mindre plast")
    assert {"da", "sv"} <= similar.keys()
    assert similar["da"] == 0 < similar["sv"]


@pytest.mark.parametrize("text", ["Vår flaska innehåller mindre plast än förra året", "塑料减少30%", "30 %"])
def test_a_clear_language_has_no_similar_language(text: str) -> None:
    assert similar_languages(text) == {}
