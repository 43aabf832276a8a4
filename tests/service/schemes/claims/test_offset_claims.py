"""Claims that emissions are deleted, cancelled or neutralised: offset claims in every language if offsets are used."""

import pytest

from rules.claims.claim_readings import alternative_readings, claim_types_of
from rules.claims.relevant_facts import is_climate_effect
from rules.claims.screening.proposals import propose_facts
from rules.claims.screening.screen import screen
from rules.contracts.outcomes import Verdict
from rules.engine import CancellationScope
from service.schemes.claims.answer_builder import AnswerBuilder
from service.schemes.claims.rewriting import ProposalCheck
from tests.support.claims.judging_claims import judge, reference_facts

PLACES = ("EU", "DE", "EU-FR", "EU-IT", "EU-ES", "EU-NL", "EU-DK", "UK", "US", "CA", "AU", "SG", "CN", "JP", "KR")
DELETED = (
    ("en", "We delete the carbon footprint of your flight."),
    ("en", "We erase the emissions of your delivery."),
    ("en", "We bring the greenhouse gases of this service to zero."),
    ("de", "Wir löschen den CO2-Fußabdruck Ihres Flugs"),
    ("de", "Wir machen die Emissionen Ihrer Reise ungeschehen."),
    ("fr", "nous annulons l'empreinte carbone de votre trajet"),
    ("fr", "Nous neutralisons l'impact climatique de chaque colis."),
    ("nl", "Wij wissen de CO2-voetafdruk van je vlucht uit."),
    ("nl", "Wij heffen de uitstoot van je reis op."),
    ("it", "Cancelliamo l'impronta di carbonio del tuo volo."),
    ("it", "Eliminiamo i gas serra della tua consegna."),
    ("es", "Borramos la huella de carbono de tu vuelo."),
    ("es", "Anulamos el CO2 de tu pedido."),
    ("da", "Vi sletter CO2-aftrykket fra din flyrejse."),
    ("da", "Vi ophæver udledningen fra din rejse."),
    ("sv", "Vi suddar ut växthusgaserna från din leverans."),
    ("sv", "Vi nollställer CO2 från din beställning."),
    ("zh", "我们为您清零航班的碳足迹。"),
    ("zh", "您的快递碳排放一笔勾销。"),
)


@pytest.fixture(scope="module")
def in_order() -> dict[str, str]:
    """Facts that satisfy every rule on a claim, except those on offsets."""
    return {**reference_facts(PLACES), "subject_level": "service", "offsets_used": "yes"}


@pytest.mark.parametrize(("language", "text"), DELETED)
def test_with_offsets_every_wording_is_an_offset_claim(language: str, text: str) -> None:
    (claim,) = screen(text, languages=(language,)).candidates
    assert "neutral_offset" in claim_types_of(claim, {"offsets_used": ("true",)})
    readings = alternative_readings(claim, propose_facts(claim), {"offsets_used": ("true",)})
    assert all("neutral_offset" in read["claim_types"] for read in readings)


@pytest.mark.full
@pytest.mark.parametrize(("language", "text"), DELETED)
def test_a_claim_with_offsets_is_permitted_nowhere_and_not_proposed_again(
    in_order: dict[str, str], language: str, text: str
) -> None:
    judged = judge(text, in_order, PLACES, languages=(language,))
    (claim,) = judged.claims
    verdicts = {answer.jurisdiction.id: answer.verdict for answer in claim.answers}
    assert {verdict for place, verdict in verdicts.items() if place.startswith("EU")} == {Verdict.PROHIBITED}
    assert Verdict.OK not in verdicts.values()
    answer = AnswerBuilder(judged, "en").answer(CancellationScope())
    proposals = [each.text for each in answer.rewritings]
    assert all(text.rstrip(".。").casefold() not in proposal.casefold() for proposal in proposals), proposals


def test_without_offsets_the_claim_type_and_verdict_are_unchanged(in_order: dict[str, str]) -> None:
    text = "We delete the carbon footprint of your flight."
    (claim,) = judge(text, {**in_order, "offsets_used": "no"}, ("UK",)).claims
    assert (claim.kinds, claim.answers[0].verdict) == (("specific_attribute",), Verdict.OK)


def test_words_that_state_offsets_count_like_the_fact(in_order: dict[str, str]) -> None:
    facts = {name: value for name, value in in_order.items() if name != "offsets_used"}
    text = "Wir löschen den CO2-Fußabdruck Ihres Flugs (durch Kompensation)."
    (claim,) = judge(text, facts, ("EU",)).claims
    assert "neutral_offset" in claim.kinds
    assert claim.answers[0].verdict is Verdict.PROHIBITED


def test_a_claim_type_of_the_caller_is_not_replaced(in_order: dict[str, str]) -> None:
    text = "We delete the carbon footprint of your flight."
    (claim,) = judge(text, {**in_order, "claim_types": "generic"}, ("EU",)).claims
    assert claim.kinds == ("generic",)


@pytest.mark.parametrize(
    ("text", "is_effect"),
    [
        ("Climate-friendly delivery", True),
        ("Zero-emission delivery", True),
        ("30 % less CO2 than in 2019", False),  # the cards check whether the figure includes offsets
        ("1.2 kg CO2e per bottle", False),
        ("We fund a climate project.", False),
        ("Made of 95 % recycled plastic", False),
        ("We cut the water footprint of our jeans.", False),
        ("Our soap is not carbon neutral.", False),
    ],
)
def test_effects_on_the_climate_are_recognised(text: str, is_effect: bool) -> None:
    candidates = screen(text, languages=("en",)).candidates
    assert candidates
    assert any(map(is_climate_effect, candidates)) is is_effect


def test_a_proposal_is_judged_with_the_offsets_of_its_claim(in_order: dict[str, str]) -> None:
    """The words of the claim, with a gap for its proof, may not come back as their own replacement."""
    judged = judge("Wir löschen den CO2-Fußabdruck Ihres Flugs", in_order, ("EU",), languages=("de",))
    check = ProposalCheck(judged)
    proposal = "Wir löschen den CO2-Fußabdruck unserer Flüge (Nachweis: <name>, <year>)."
    assert check.is_sound(proposal, "de", by_offsets=False)
    assert not check.is_sound(proposal, "de", by_offsets=True)
