"""Rewriting proposals for about seven hundred claims in nine languages: their wording, and whether it is permitted."""

from pathlib import Path

import pytest

from rules.contracts.inputs import Subject
from rules.model.published_version import PublishedVersion
from rules.trail.conclusion_summary import ConclusionSummary
from service.schemes.claims.claim_check import claims_of_proposal
from service.schemes.claims.clause_analysis import rewriting_vocabulary
from service.schemes.claims.rewriting import lacks_proof
from tests.support.claims.judging_claims import EVALUATORS
from tests.support.claims.rewriting_claims import filled_proposals, judged, own_sentences, proposed, rewritten

READINGS = ("fine", "clumsy", "broken", "none", "rightly none")
"""Ratings of the proposals by a human reader; "rightly none" marks claims without any possible proposal."""
ROWS = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "proposals.tsv").read_text(encoding="utf-8").splitlines()[1:]
]
SOME = ROWS[::16]


def test_at_most_three_of_a_hundred_proposals_are_broken_and_seventy_are_fine() -> None:
    readings = [reading for _, reading, _, _ in ROWS]
    assert set(readings) <= set(READINGS)
    wanted = len(ROWS) - readings.count("rightly none")
    assert 100 * readings.count("broken") <= 3 * wanted
    assert 100 * readings.count("fine") >= 70 * wanted


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(("language", "reading", "claim", "proposals"), SOME, ids=[row[2] for row in SOME])
def test_a_proposal_is_unchanged_since_its_review(language: str, reading: str, claim: str, proposals: str) -> None:
    assert " / ".join(proposed(claim, language)) == proposals
    assert (reading in {"none", "rightly none"}) == (not proposals)


@pytest.mark.full
def test_all_proposals_are_unchanged_since_their_review() -> None:
    changed = [
        (claim, now)
        for language, _, claim, proposals in ROWS
        if (now := " / ".join(proposed(claim, language))) != proposals
    ]
    assert changed == []


def _faults(language: str, claim: str) -> list[tuple[str, str]]:
    """Return the proposals that lack a proof, have a proposal of their own, or are not detected as their language."""
    wrong: list[tuple[str, str]] = []
    for sentence in filled_proposals(claim, language):
        if any(lacks_proof(each, 2026) for each in judged(sentence, language).claims):
            wrong.append((sentence, "lacks a proof"))
        if proposed(sentence, language):
            wrong.append((sentence, "is rewritten"))
        if not any(language in segment.languages for segment in judged(sentence, language, told=False).result.segments):
            wrong.append((sentence, "in another language"))
    return wrong


@pytest.mark.parametrize(("language", "claim"), [(row[0], row[2]) for row in SOME], ids=[row[2] for row in SOME])
def test_a_filled_proposal_is_documented_only_and_not_rewritten(language: str, claim: str) -> None:
    assert _faults(language, claim) == []


@pytest.mark.full
def test_a_fifth_of_all_filled_proposals_are_documented_only_and_not_rewritten() -> None:
    assert [wrong for language, _, claim, _ in ROWS[::5] for wrong in _faults(language, claim)] == []


@pytest.mark.parametrize(
    ("language", "claim", "begins"),
    [
        ("en", "Carbon neutral coffee", "Coffee: ___ kg CO2e per kg over the whole life cycle"),
        ("en", "Shipped carbon neutral", "Shipping: ___ kg CO2e per parcel in 20__ (under ISO 14083)"),
        ("de", "Klimaneutral verschickt", "Versand: ___ kg CO2e je Sendung im Jahr 20__"),
        ("fr", "Expédié de façon neutre en carbone", "Expédition : ___ kg CO2e par colis"),
        ("es", "Enviado con neutralidad climática", "Envío: ___ kg CO2e por paquete"),
        ("it", "Spedito in modo climaticamente neutro", "Spedizione: ___ kg CO2e per pacco"),
        ("nl", "CO2-neutraal bezorgd", "Bezorging: ___ kg CO2e per pakket"),
        ("da", "Leveret klimaneutralt", "Levering: ___ kg CO2e pr. pakke"),
        ("sv", "Klimatneutralt tryckt", "Tryck: ___ kg CO2e per 1 000 ark"),
        ("zh", "碳中和产品", "产品：全生命周期每件排放___ kg CO2e"),
    ],
)
def test_the_proposal_for_a_neutrality_claim_begins_with_the_footprint(language: str, claim: str, begins: str) -> None:
    (sentence,) = proposed(claim, language)
    assert sentence.startswith(begins)


@pytest.mark.parametrize(
    ("language", "claim"),
    [
        ("en", "Kitchen: eco-friendly"),
        ("en", "A greener way to wrap gifts"),
        ("de", "Klimaneutral leben"),
        ("fr", "Le choix responsable"),
        ("zh", "塑料的环保替代品"),
    ],
)
def test_a_prohibited_claim_that_names_no_product_gets_a_proposal_with_a_described_gap(
    language: str, claim: str
) -> None:
    (sentence,) = proposed(claim, language)
    assert sentence.startswith(rewriting_vocabulary()[language]["gaps"]["thing"])


@pytest.mark.parametrize("language", sorted(rewriting_vocabulary()))
def test_a_filled_template_is_one_claim_to_be_documented_and_not_rewritten(language: str) -> None:
    wrong: list[tuple[str, list[str]]] = []
    for sentence in own_sentences(language):
        claims = [claim for claim in judged(sentence, language).claims if not claim.candidate.negated]
        if len(claims) > 1 or any(lacks_proof(each, 2026) for each in claims) or proposed(sentence, language):
            wrong.append((sentence, [claim.candidate.quote for claim in claims]))
    assert wrong == []


@pytest.mark.parametrize(
    ("language", "claim", "sentence"),
    [
        ("en", "Our climate neutral and eco-friendly bottle", "Our bottle: ___ kg CO2e"),
        ("en", "Our bottle is eco-friendly and recyclable.", "Our bottle is recyclable (collected through"),
        ("de", "Unser umweltfreundlicher und recycelbarer Becher", "Unser recycelbarer Becher (Sammlung über"),
        ("fr", "Emballage écologique et recyclable", "Emballage recyclable (collecte par"),
    ],
)
def test_two_claims_in_a_clause_have_one_proposal_without_the_prohibited_words(
    language: str, claim: str, sentence: str
) -> None:
    (proposal,) = proposed(claim, language)
    assert proposal.startswith(sentence)
    assert len([each for each in rewritten(claim, language) if each is not None]) == 1


@pytest.mark.parametrize("claim", ["Diverted from landfill", "A film that dissolves", "Plastic neutral shampoo"])
def test_a_claim_of_uncertain_kind_gets_no_proposal_of_another_kind(claim: str) -> None:
    sentences = proposed(claim, "en")
    assert not any(word in sentence for sentence in sentences for word in ("CO2e", "spare parts", "certificates"))


@pytest.mark.parametrize(
    ("language", "claim", "absent"),
    [
        ("en", "Steel wire, 70 % of it recycled by weight", "by weight;"),
        ("fr", "Capsules compostables en compostage industriel", "uniquement en compostage"),
        ("es", "Usamos un 18 % menos de plástico que en 2023: 21 g en lugar de 25,6 g", "___ g"),
    ],
)
def test_a_proposal_does_not_repeat_what_the_claim_states(language: str, claim: str, absent: str) -> None:
    assert not any(absent in sentence for sentence in proposed(claim, language))


def test_two_shares_have_separate_figures() -> None:
    (sentence,) = proposed("50% less water and 20% less energy", "en")
    assert "(water: ___ l instead of ___ l; energy: ___ kWh instead of ___ kWh; measured by ___, 20__)" in sentence


def test_offsets_are_stated_separately_from_the_reduction() -> None:
    (sentence,) = proposed("Klimatkompenserad frakt", "sv")
    assert sentence.endswith("Därutöver finansierar vi klimatprojektet ___; det är inte inräknat här.")


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    ("places", "standard"), [(("EU-DE",), "EN 13432"), (("US",), "ASTM D6400"), (("UK", "US"), "EN 13432 / ASTM D6400")]
)
def test_the_composting_standard_is_that_of_the_jurisdiction(places: tuple[str, ...], standard: str) -> None:
    (sentence,) = proposed("Compostable coffee pods", "en", places)
    assert f"under {standard}, certificate" in sentence


def test_a_reduction_without_an_amount_is_proposed_for_the_product_that_uses_less() -> None:
    (sentence,) = proposed("Onze wasmachine verbruikt veel minder water.", "nl")
    assert sentence.startswith("Onze wasmachine: ___ l in plaats van ___ l, ___ % minder ten opzichte van ___")


@pytest.mark.parametrize(
    ("language", "claim"),
    [("en", "Cut your carbon footprint with our heat pump"), ("fr", "Réduisez votre empreinte carbone")],
)
def test_an_appeal_to_the_readers_gets_no_proposal(language: str, claim: str) -> None:
    assert proposed(claim, language) == []


def test_proposals_for_a_stored_text_are_evaluated_by_the_replacement_evaluator() -> None:
    result = judged("Eco-friendly soap", "en")
    asked: list[str] = []

    def ask(published: PublishedVersion, subject: Subject) -> ConclusionSummary:
        asked.append(subject.subject)
        return EVALUATORS.conclude(published, subject)

    before = result.proposals.questions.request_count
    list(
        claims_of_proposal(
            result.asking_of_proposals(ask), "Soap: 12 % less plastic than in 2019.", "en", by_offsets=False
        )
    )
    assert asked
    assert result.proposals.questions.request_count == before


def test_a_prohibited_word_does_not_return_in_the_proposal() -> None:
    assert "biodegradable wipes" in proposed("Biodegradable wipes", "en", ("UK",))[0].casefold()
    (in_france,) = proposed("Biodegradable wipes", "en", ("EU-FR",))
    assert in_france.startswith("Wipes: ___ % decomposition in ___ within ___ days")


@pytest.mark.parametrize(
    ("claim", "language"),
    [
        ("30 % mindre plast", "sv"),
        ("30 % mindre plast", "da"),
        ("1,2 kg CO2e per flaska", "sv"),
        ("Gobelet 100 % recyclable", "fr"),
        ("CO2-neutrale verzending", "nl"),
        ("Our hotel is net zero.", "en"),
    ],
)
def test_the_proposal_for_a_short_ambiguous_text_is_in_the_language_of_the_text(claim: str, language: str) -> None:
    (sentence,) = proposed(claim, language, told=False)
    assert _is_written(sentence, language)


def _is_written(sentence: str, language: str) -> bool:
    return any(word in sentence for word in _OF_LANGUAGE[language])


_OF_LANGUAGE = {
    "sv": ("jämfört", "enligt"),
    "da": ("i forhold", "efter"),
    "fr": ("collecte",),
    "nl": ("volgens",),
    "en": ("scopes",),
}


def test_every_language_describes_the_content_of_its_gaps() -> None:
    for language, words in rewriting_vocabulary().items():
        assert sorted(words["fill"]) == ["aspect", "base", "medium", "place", "thing", "what"], language
