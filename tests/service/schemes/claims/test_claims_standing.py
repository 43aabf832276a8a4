"""Assessment of a claim by words and law alone: its level, the one missing proof, and coming law."""

import json

import pytest

from rules.claims.assessment import TO_SHOW, read_required_proofs
from rules.claims.screening.toml_validation import TomlSource
from rules.contracts.toml_files import read_toml
from tests.claims.judging import EVERYWHERE, draft
from tests.claims.mapping import table
from tests.support.claims.checking_claims import SCORECARDS, response, run
from touchstone.v1.screening_service_pb2 import ClaimAnswer, ClaimStanding

PROHIBITED, MISLEADING = "PROHIBITED_AS_IT_STANDS", "MISLEADING_AS_IT_STANDS"
UNLESS, DOCUMENTED, FINE = "FORBIDDEN_UNLESS_SHOWN", "TO_BE_DOCUMENTED", "FINE"


def answer(text: str, place: str, *facts: str) -> ClaimAnswer:
    asked = ("--jurisdiction", place, "--format", "json", "--gazette", str(SCORECARDS))
    _, shown, _ = run(text, *asked, *(part for fact in facts for part in ("--fact", fact)))
    (claim,) = response(json.loads(shown)).checked_claims
    return claim.answers[0]


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    ("text", "place", "standing", "thing"),
    [
        ("An eco-friendly soap", "EU-DE", PROHIBITED, ""),
        ("An eco-friendly soap", "UK", MISLEADING, ""),
        ("100 % eco-friendly", "EU", PROHIBITED, ""),
        ("Zu 100 % umweltfreundlich", "EU", PROHIBITED, ""),
        ("Eco-friendly by 50 %", "EU", PROHIBITED, ""),
        ("99 % sustainable packaging", "EU", PROHIBITED, ""),
        ("Eco-friendly: 100 % of our water is reused", "EU", DOCUMENTED, ""),
        ("Our bottle is carbon neutral", "EU-DE", PROHIBITED, ""),
        ("Degradable trash bag", "US", MISLEADING, ""),
        ("Our cups are recyclable", "EU-DE", UNLESS, "facilities_where_shown"),
        ("This suitcase is built to last a lifetime", "EU-DE", UNLESS, "durability_proven"),
        ("Roasted with solar energy", "EU-DE", UNLESS, "renewable_source_and_share_stated"),
        ("Roasted with 100% solar energy", "EU-DE", DOCUMENTED, ""),
        ("The cup is made of 80% recycled plastic", "EU-DE", DOCUMENTED, ""),
        ("50% less plastic in every bottle", "EU-DE", MISLEADING, ""),
        ("Omslag med 30 % mindre plast.", "EU-SE", MISLEADING, ""),
        ("Chi sale sui nostri mezzi emette il 64 % di CO2 in meno", "EU-IT", MISLEADING, ""),
        ("Die CO2-Bilanz ist 41 % niedriger als 2019", "EU-DE", DOCUMENTED, ""),
        ("Ils rejettent 45 % de CO2 en moins qu'un avion à réaction de même capacité", "EU-FR", DOCUMENTED, ""),
        ("De CO2-voetafdruk van onze aandelen ligt 41 procent onder die van eind 2018", "EU-NL", DOCUMENTED, ""),
        ("Unsere Geschäftsstelle arbeitet seit Januar klimaneutral.", "EU-DE", MISLEADING, ""),
        ("Exemple Mutuelle est neutre en carbone.", "EU-FR", MISLEADING, ""),
        ("本港是国内最环保的港口。", "CN", PROHIBITED, ""),
        ("Klodserne er fri for ftalater, ligesom loven kræver af alt legetøj.", "EU-DK", FINE, ""),
        ("I sedici autobus viaggiano senza emissioni allo scarico.", "EU-IT", FINE, ""),
        ("Deze verf draagt het EU Ecolabel (vergunning NL/044/000).", "EU-NL", FINE, ""),
        ("il nostro è uno stabilimento plastic free", "EU-IT", UNLESS, "free_of_true"),
    ],
)
def test_the_status_of_a_claim_follows_from_its_words_and_the_law(
    text: str, place: str, standing: str, thing: str
) -> None:
    claim_answer = answer(text, place)
    assert (ClaimStanding.Name(claim_answer.standing), claim_answer.unless_fact_id) == (
        f"CLAIM_STANDING_{standing}",
        thing,
    )
    assert bool(claim_answer.unless_shown) is bool(thing)
    assert claim_answer.standing_rules or standing == FINE
    assert standing != DOCUMENTED or not claim_answer.settled, "the rule applies only without proof"
    assert not text.startswith("50%") or "EU-4a-word" not in {rule.rule_id for rule in claim_answer.standing_rules}


@pytest.mark.full(sample=3)
@pytest.mark.parametrize(
    ("text", "place", "facts", "standing"),
    [
        (
            "The cup is made of 80% recycled plastic",
            "EU-DE",
            ("substantiated=yes", "truthful=yes", "evidence_covers=all_asserted"),
            FINE,
        ),
        ("The cup is made of 80% recycled plastic", "EU-DE", ("substantiated=yes",), DOCUMENTED),
        ("The cup is made of 80% recycled plastic", "EU-DE", ("evidence_on_file=yes",), DOCUMENTED),
        ("The cup is made of 80% recycled plastic", "EU-DE", ("recycled_share=5 %",), DOCUMENTED),
        ("Our cups are recyclable", "UK", ("recyclability_access=3 %", "facilities_where_shown=widely"), DOCUMENTED),
        ("The cup is made of 80% recycled plastic", "EU-DE", ("substantiated=no",), MISLEADING),
        ("The cup is made of 80% recycled plastic", "EU-DE", ("substantiated=yes", "evidence_current=no"), DOCUMENTED),
        ("Der Becher ist umweltfreundlich", "EU-DE", ("substantiated=yes", "truthful=yes"), PROHIBITED),
        ("Mit Paket Plus kommt Ihre Sendung klimaneutral ans Ziel", "EU-DE", ("offsets_used=yes",), PROHIBITED),
    ],
)
def test_stated_facts_settle_the_status(text: str, place: str, facts: tuple[str, ...], standing: str) -> None:
    assert ClaimStanding.Name(answer(text, place, *facts).standing) == f"CLAIM_STANDING_{standing}"


def test_a_claim_outside_the_law_has_no_status() -> None:
    asked = ("--kind", "mandatory_report")
    code, shown, _ = run("Eco-friendly soap.", "--jurisdiction", "UK", *asked, "--gazette", SCORECARDS)
    assert (code, "no verdict" in shown, "prohibited" in shown.partition("Of 1 claim")[0]) == (0, True, False)


@pytest.mark.full
def test_every_required_proof_is_a_fact_of_a_card_and_has_words() -> None:
    of_country = table()["cards"]
    assert isinstance(of_country, dict)
    cards = {EVERYWHERE, *(card for cards in of_country.values() for card in cards)}
    known = {fact.id for card in cards for fact in draft(card).facts}
    spoken = read_toml("service.schemes.claims", "questions.toml")["to_show"]
    assert spoken.keys() <= known
    assert {fact for one in TO_SHOW for fact in (one.fact, *one.also)} <= known
    assert {one.fact for one in TO_SHOW} <= spoken.keys()


def test_an_error_in_the_table_is_reported_by_line() -> None:
    with pytest.raises(ValueError, match=r"(?s)x.toml.*4.*reyclable"):
        read_required_proofs(TomlSource('[[to_show]]\nfact = "a"\nmissing = "no"\ntypes = ["reyclable"]\n', "x.toml"))


def test_a_future_change_of_status_is_shown_with_its_date() -> None:
    asked = ("--jurisdiction", "EU-SE", "--shown-on", "2026-09-01", "--gazette", SCORECARDS)
    expected = "misleading; from 2026-09-27: prohibited"
    assert expected in run("An eco-friendly soap.", *asked)[1]
