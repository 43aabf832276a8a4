"""Claim detection in longer texts: texts that only resemble claims are masked or graded low."""

from __future__ import annotations

import pytest

from rules.claims.screening.candidates import Candidate
from rules.claims.screening.screen import screen

AROUND = "\n\n1.\n\n2.\n\n3.\n\n4.\n\n5.\n\n6."


def claims_of(text: str, language: str, around: str = AROUND) -> list[Candidate]:
    return [each for each in screen(text + around, languages=(language,)).candidates if not each.negated]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Turn it head to foot once a month for the first half year, then with the seasons."),
        ("de", "Versand"),
        ("de", "Nach der Arbeit Hände waschen."),
        ("es", "Hace un año"),
        ("da", "Skyet med enkelte byger"),
    ],
)
def test_a_text_without_environmental_content_has_at_most_low_confidence(language: str, text: str) -> None:
    """Such a text may resemble a claim by its other words. It may be shown as a possible claim."""
    assert all(claim.confidence == "low" for claim in claims_of(text, language))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Ist Wusel ein umweltfreundlicher Rucksack?"),
        ("es", "El portavoz aseguró que el trazado «es el menos sostenible de los cuatro»."),
        ("fr", "Le moulin de la rue Verte est réparé depuis jeudi."),
        ("de", "Auf den Namen »Grüner Drache« haben sich die Kinder geeinigt."),
        ("en", "Order number 46-ECO-005"),
        ("de", "Umwelt und Energie"),
        ("fr", "Développement durable"),
        ("de", "#Nachhaltigkeit #Mode"),
        ("en", "Carbohydrates 12 g | of which sugars 4 g"),
        ("nl", "Klimaat en energie"),
    ],
)
def test_questions_reports_names_and_headings_make_no_claim(language: str, text: str) -> None:
    assert not claims_of(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Carbon neutral from our workshop to your bedroom"),
        ("de", "Nachhaltig durch die Grundschule"),
        ("es", "Distintivo Cuna Verde, nivel oro: nuestro propio sello para los productos."),
        ("en", "A mattress that treads lightly on the earth."),
        ("es", "El hotel más verde de las Baleares"),
        ("de", "Mit dem Siegel „Meer ohne Plastik“"),
        ("en", "Carbon footprint: 1.2 kg CO2e"),
    ],
)
def test_claims_in_longer_texts_are_detected(language: str, text: str) -> None:
    """Headings too, and names of one's own labels."""
    assert claims_of(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Discharges from our works into the estuary fell from 310 to 188."),
        ("fr", "Les rejets de la teinturerie sont passés de 90 à 22 litres par pièce."),
        ("es", "Ningún compuesto fluorado en la mochila."),
        ("it", "Le casse tornano, si lavano e ripartono."),
        ("nl", "Geen plastic bekers meer in de kantine."),
        ("sv", "Sedan 2020 har 79 procent av de kasserade skåpen sålts vidare."),
        ("zh", "拉链涂层不含氟。"),
    ],
)
def test_achievements_stated_by_figures_or_absences_are_detected(language: str, text: str) -> None:
    """The subjects of the text are sufficient; it contains no lexicon word."""
    assert claims_of(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Complaints fell from 310 to 188."),
        ("en", "Nothing in the soup contains nuts."),
        ("de", "Frei von Nüssen und Soja."),
        ("es", "El valle se quedó sin luz toda la noche."),
        ("sv", "86 procent av kunderna rekommenderar oss."),
        ("zh", "座位由八十个减到六十个。"),
    ],
)
def test_figures_and_absences_of_other_things_are_not_detected(language: str, text: str) -> None:
    """A falling number, or an ingredient left out for health reasons, is no claim by itself."""
    assert not claims_of(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Der Wärmebedarf liegt 20 Prozent unter dem des Vorgängers."),
        ("de", "Im Leerlauf sinkt der Gasverbrauch um 12 Prozent."),
        ("nl", "De CO2-uitstoot van de portefeuille ligt 30 procent onder de index."),
        ("fr", "Les besoins de chaleur sont inférieurs de 18 % à ceux de l’ancien modèle."),
        ("es", "La huella de carbono de la cartera es un 30 % inferior al índice."),
        ("zh", "与旧款相比，每年省电800度。"),
    ],
)
def test_a_comparison_by_a_share_is_neither_vague_nor_a_name(language: str, text: str) -> None:
    """Though it begins with a capital, or its sentence sounds like that of a data sheet."""
    assert claims_of(text, language)


def test_bad_news_is_masked_and_the_claim_next_to_it_is_detected() -> None:
    result = screen("Our emissions rose by 4 %, but our bottles are recyclable.", languages=("en",))
    assert [(each.quote, each.reason) for each in result.masked] == [("emissions rose", "worse")]
    assert [each.quote for each in result.candidates if not each.negated] == ["recyclable"]


def test_a_denial_ends_where_a_contrast_begins() -> None:
    text = "None of our bottles is climate neutral because we count everything, but all are recyclable."
    candidates = screen(text, languages=("en",)).candidates
    assert {each.quote: each.negated for each in candidates} == {"climate neutral": True, "recyclable": False}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "#climate #nature #travel"),
        ("sv", "#hållbarhet #mode"),
        ("de", "Klima und Energie"),
        ("zh", "#可持续发展 #时尚"),
    ],
)
def test_a_line_that_only_names_subjects_makes_no_claim(language: str, text: str) -> None:
    assert not claims_of(text, language, "")
