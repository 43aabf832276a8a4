"""Labels: every name by language, words that only resemble a name, and the facts that a label shows."""

from collections import Counter
from collections.abc import Mapping

import pytest

from rules.claims.screening.candidates import Candidate
from rules.claims.screening.folding import fold
from rules.claims.screening.labels import Label, known_labels, labels_in_description, licence_near
from rules.claims.screening.languages import SCREENED_LANGUAGES
from rules.claims.screening.proposals import propose_plain_facts
from rules.claims.screening.screen import screen
from rules.claims.screening.vocabulary import FACT_TERMS

SENTENCES = {
    "en": "This product carries the label {}.",
    "de": "Dieses Produkt trägt das Zeichen {}.",
    "fr": "Ce produit porte le label {}.",
    "zh": "本产品获得{}。",
    "nl": "Dit product draagt het keurmerk {}.",
    "es": "Este producto lleva el distintivo {}.",
    "it": "Questo prodotto porta il marchio {}.",
    "da": "Produktet er mærket med {}.",
    "sv": "Produkten är märkt med {}.",
}


def names_in(language: str, label: Label) -> set[str]:
    used = (by_language.get(each, ()) for by_language in (label.names, label.ordinary) for each in (language, "all"))
    return {name for names in used for name in names}


def found_in(text: str, language: str) -> tuple[Candidate, ...]:
    return screen(text, languages=(language,), hearing=None).candidates


def facts_of(text: str, quote: str) -> Mapping[str, tuple[str, ...]]:
    candidate = next(each for each in screen(text).candidates if quote in each.quote)
    return {fact.path: fact.values for fact in propose_plain_facts(candidate)}


@pytest.mark.parametrize("language", SCREENED_LANGUAGES)
def test_each_name_is_a_claim_of_its_label_and_no_generic_claim(language: str) -> None:
    texts = {
        text: label
        for label in known_labels().values()
        for name in sorted(names_in(language, label))
        for text in (name, SENTENCES[language].format(name))
    }
    claims: dict[str, list[Candidate]] = {text: [] for text in texts}
    for claim in found_in("\n\n".join(texts), language):
        claims[claim.sentence.quote].append(claim)
    wrong: list[str] = []
    for text, label in texts.items():
        terms = {term.term for claim in claims[text] for term in claim.terms if not claim.negated}
        types = {kind for claim in claims[text] for kind in claim.kinds}
        if types != ({"label"} if label.is_claim else set()) or (f"label.{label.name}" in terms) is not label.is_claim:
            wrong.append(f"{label.name}: {text!r} has the terms {sorted(terms)} and types {sorted(types)}")
    assert not wrong, "\n".join(wrong)


def test_each_language_has_names_of_every_kind_of_scheme() -> None:
    for language in SCREENED_LANGUAGES:
        schemes = Counter(label.scheme for label in known_labels().values() if names_in(language, label))
        assert set(schemes) == {
            "official_type_i", "official_other", "certification_scheme", "private", "mandatory", "not_environmental",
            "standard",
        }  # fmt: skip


def test_no_name_belongs_to_two_labels() -> None:
    owners: dict[str, set[str]] = {}
    for label in known_labels().values():
        for by_language in (label.names, label.ordinary):
            for names in by_language.values():
                for name in names:
                    owners.setdefault(fold(name).text.replace("-", " "), set()).add(label.name)
    assert {name: labels for name, labels in owners.items() if len(labels) > 1} == {}


def test_periods_and_languages_of_labels_are_valid() -> None:
    for label in known_labels().values():
        assert not (label.since and label.until) or label.since < label.until, label.name
        assert {*label.names, *label.ordinary} <= {*SCREENED_LANGUAGES, "all"}, label.name
        assert label.source, label.name


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Swan Lake is played tonight."),
        ("en", "The blue angel of the choir sang."),
        ("en", "A green seal ring keeps the water out, and a seal of rubber keeps it in."),
        ("en", "Demeter is the goddess of the harvest."),
        ("en", "Her MSc was certified by the university."),
        ("en", "MSC Cruises sails to Genoa."),
        ("en", "The total cost of ownership (TCO) fell."),
        ("de", "Ein blauer Engel schmückt die Karte."),
        ("de", "Drücken Sie den grünen Knopf."),
        ("de", "Der Tempel der Demeter ist sehr alt."),
        ("fr", "Un ange bleu au plafond."),
        ("fr", "La porte rouge et le bourgeon vert."),
        ("nl", "Voor een beter leven."),
        ("da", "Blomsten visner, hvis den ikke får vand."),
        ("da", "Svanen svømmer i søen."),
        ("sv", "Svanen simmar i sjön."),
        ("sv", "Vi ställer krav på certifierade leverantörer."),
        ("sv", "Kravlista"),
        ("sv", "Krav"),
        ("sv", "Ett bra miljöval för dig"),
        ("zh", "十环路在城市北边。"),
    ],
)
def test_words_that_only_resemble_a_name_are_no_label(language: str, text: str) -> None:
    assert not any(term.term.startswith("label.") for each in found_in(text, language) for term in each.terms)
    assert not any(label.name not in known_labels() for each in found_in(text, language) for label in each.labels)


def test_names_are_read_in_texts_of_other_languages() -> None:
    for text in (
        "Ce papier porte le Blauer Engel.",
        "Toner mit dem Label NF Environnement",
        "Detergente con el distintivo Bra Miljöval",
        "Waschmittel, Svanemærket, 1 kg",
    ):
        (claim,) = screen(text, hearing=None).candidates
        assert claim.types == ("label",), text


def test_a_longer_name_takes_priority_over_a_shorter_one() -> None:
    (claim,) = found_in("Met EU-milieukeur", "nl")
    assert [label.name for label in claim.labels] == ["EU Ecolabel"]


def test_a_label_that_the_text_denies_is_no_claim() -> None:
    assert [each.negated for each in found_in("This paper is not FSC certified.", "en")] == [True]
    assert [each.negated for each in found_in("Dieses Papier trägt nicht den Blauen Engel.", "de")] == [True]


def test_vague_words_next_to_a_label_remain_claims() -> None:
    types = {each.quote: each.types for each in found_in("Umweltfreundlich: Farbe mit dem Blauen Engel", "de")}
    assert types == {"Umweltfreundlich": ("generic",), "Blauen Engel": ("label",)}


def test_a_mandatory_mark_is_reported_as_masked_words() -> None:
    result = screen("Kühlschrank mit Energielabel C", languages=("de",))
    assert result.candidates == ()
    assert [(each.quote, each.reason) for each in result.masked] == [("Energielabel", "official_mark")]


@pytest.mark.parametrize(
    ("text", "quote", "kind"),
    [
        ("Deze verf draagt het EU Ecolabel.", "EU Ecolabel", "public_authority_eu"),
        ("Svanenmärkt tvättmedel", "Svanenmärkt", "public_authority_eu"),
        ("本产品获得中国环境标志认证。", "中国环境标志", "public_authority_other"),
        ("KRAV-märkt kaffe", "KRAV", "certification_scheme"),
        ("Certified to GOTS and OEKO-TEX.", "GOTS", "certification_scheme"),
        ("Rated by EcoVadis for our climate work", "EcoVadis", None),
        ("Unser eigenes Umweltsiegel, dazu FSC", "Umweltsiegel", "self_declared"),
    ],
)
def test_a_label_shows_its_kind(text: str, quote: str, kind: str | None) -> None:
    assert facts_of(text, quote).get("label_kind") == (None if kind is None else (kind,))


def test_labels_of_different_kinds_in_one_claim_show_no_kind() -> None:
    assert "label_kind" not in facts_of("Papier: FSC und Blauer Engel", "FSC und Blauer Engel")
    assert "label_kind" not in facts_of("Our own green seal and FSC.", "seal and FSC")


@pytest.mark.parametrize(
    ("text", "quote", "basis"),
    [
        ("Umweltfreundliches Waschmittel mit dem EU-Umweltzeichen", "Umweltfreundliches", "eu_ecolabel"),
        ("Umweltfreundliche Farbe mit dem Blauen Engel", "Umweltfreundliche", "national_type1"),
        ("Umweltfreundliches Papier mit FSC", "Umweltfreundliches", None),
        ("Nachhaltiges Papier mit dem Blauen Engel", "Nachhaltiges", None),
    ],
)
def test_only_a_recognised_type_i_label_suggests_recognised_excellence(
    text: str, quote: str, basis: str | None
) -> None:
    assert facts_of(text, quote).get("reep_basis") == (None if basis is None else (basis,))


@pytest.mark.parametrize(
    ("text", "licence"),
    [
        ("Deze verf draagt het EU Ecolabel (vergunning NL/044/000).", "vergunning NL/044/000"),
        ("Écolabel européen FR/030/012", "FR/030/012"),
        ("Svanemærket, licens 3097 0112", "licens 3097 0112"),
        ("Papier mit dem Blauen Engel. Lizenznummer 33456.", "Lizenznummer 33456"),
        ("FSC® C123456", "FSC® C123456"),
        ("EU Ecolabel, número de licencia ES-CAT/012/001", "ES-CAT/012/001"),
        ("本产品获得中国环境标志认证，证书编号CEC2024ELP123。", "证书编号CEC2024ELP123"),
        ("Certified by the EU Ecolabel in 2024", None),
        ("Certificate 2024: EU Ecolabel", None),
        ("EU Ecolabel paint, 10 litres", None),
    ],
)
def test_a_licence_number_near_a_label_is_read(text: str, licence: str | None) -> None:
    (label,) = {each.labels[0] for each in screen(text, hearing=None).candidates}
    assert (None if label.licence is None else label.licence.quote) == licence
    shown = {fact.path: fact.values for fact in propose_plain_facts(screen(text, hearing=None).candidates[0])}
    assert shown.get("label_certificate") == (None if licence is None else ("valid",))


def test_a_number_far_from_a_label_is_not_its_licence() -> None:
    text = f"EU Ecolabel {'a word and ' * 8} licence DE/020/045"
    assert licence_near(fold(text).text, 0, len("EU Ecolabel")) is None


def test_labels_in_the_description_of_a_picture() -> None:
    assert labels_in_description("Logo: EU Ecolabel and FSC") == ("EU Ecolabel", "FSC")
    assert labels_in_description("Energielabel A") == ()


def test_kinds_of_labels_are_those_of_the_vocabulary() -> None:
    kinds = {label.kind for label in known_labels().values()} - {None}
    assert kinds <= set(FACT_TERMS["label.kind"].values)
    bases = {label.excellence_basis for label in known_labels().values()} - {None}
    assert bases <= set(FACT_TERMS["reep.basis"].values)
