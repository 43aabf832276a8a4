"""Jurisdiction registry: strict parsing, errors by line, and no card names in code."""

import re
from pathlib import Path

import pytest

from rules.claims.jurisdictions import JURISDICTIONS, PRACTICE, SETTLED, read_jurisdictions
from rules.claims.screening.toml_validation import ClaimLexiconError, TomlSource

ROOT = Path(__file__).parents[2]
GOOD = """practice = "green-claim-practice"
union = "green-claim-eu"
[member_states]
AT = []
DE = ["green-claim-de"]
[places]
UK = { law = ["green-claim-uk"] }
US-CA = { law = ["green-claim-us"], facts = { us_state = "california" } }
"""


def test_a_row_defines_a_jurisdiction_with_its_cards_and_facts() -> None:
    practice, places = read_jurisdictions(TomlSource(GOOD, "file.toml"))
    assert practice == "green-claim-practice"
    assert [(place.id, place.cards, dict(place.facts)) for place in places] == [
        ("EU", ("green-claim-eu", practice), {}),
        ("EU-AT", ("green-claim-eu", practice), {"country": "AT"}),
        ("EU-DE", ("green-claim-eu", "green-claim-de", practice), {"country": "DE"}),
        ("DE", ("green-claim-de", practice), {}),
        ("UK", ("green-claim-uk", practice), {}),
        ("US-CA", ("green-claim-us", practice), {"us_state": "california"}),
    ]


@pytest.mark.parametrize(
    ("written", "instead", "expected_message"),
    [
        ("AT = []", "AT = [", r"file.toml:\d+: is no TOML"),
        ('union = "green-claim-eu"\n', "", "union is missing; add it"),
        ("AT = []", 'AT = []\nrow = "x"', r"file.toml:5: member_states.row "),
        ("AT = []", "Austria = []", "file.toml:4: member_states.Austria is no country code; write two capital letters"),
        ("UK = {", "uk = {", "file.toml:7: places.uk is no id of a place; write capital letters"),
        ("UK = {", "DE = {", "file.toml:7: places.DE follows from another row already"),
        ("UK = {", "AT = {", "file.toml:7: places.AT follows from another row already"),
        ("UK = {", "EU = {", "file.toml:7: places.EU follows from another row already"),
        ('"green-claim-uk"', "", "file.toml:7: places.UK has no card; name the cards of its law"),
        ('"green-claim-uk"', '"uk"', "file.toml:7: places.UK names 'uk'; write ids of cards"),
        ('["green-claim-de"]', '["green-claim-eu"]', "file.toml:5: member_states.DE names green-claim-eu, which"),
        (
            '["green-claim-de"]',
            '["green-claim-de", "green-claim-de"]',
            "file.toml:5: member_states.DE names a card twice",
        ),
        ('"green-claim-practice"', '"practice"', "file.toml:1: practice is 'practice'; write the id of a card"),
        ("facts = {", "settles = {", "places.US-CA.settles is no entry of this table"),
    ],
)
def test_an_error_is_reported_with_its_line_and_its_fix(written: str, instead: str, expected_message: str) -> None:
    assert written in GOOD
    with pytest.raises(ClaimLexiconError, match=expected_message):
        read_jurisdictions(TomlSource(GOOD.replace(written, instead, 1), "file.toml"))


def test_all_errors_are_reported_at_once() -> None:
    text = GOOD.replace("AT = []", "Austria = []").replace('"green-claim-uk"', '"uk"')
    with pytest.raises(ClaimLexiconError) as error:
        read_jurisdictions(TomlSource(text, "file.toml"))
    assert len(str(error.value).splitlines()) == 2


def test_the_registry_contains_the_known_jurisdictions() -> None:
    assert {"EU", "EU-DE", "EU-SE", "DE", "UK", "US-CA", "CN", "JP", "KR"} <= set(JURISDICTIONS)
    assert {place.practice for place in JURISDICTIONS.values()} == {PRACTICE}
    assert {"country", "us_state"} <= SETTLED
    assert {place.id for place in JURISDICTIONS.values() if place.characters == "ja"} == {"JP"}


def test_no_code_names_the_card_of_a_jurisdiction() -> None:
    """Cards are named only in rows, otherwise a new jurisdiction would need code.

    Command help may name a card as an example.
    """
    cards = re.compile(r"green-claim-[a-z]+")
    files = [path for package in ("rules", "service") for path in (ROOT / package).rglob("*") if path.suffix in _CODE]
    assert len(files) > 300
    named = {
        path.relative_to(ROOT).as_posix() for path in files if cards.search(path.read_text("utf-8")) is not None
    } - _EXAMPLES
    assert named == {
        "rules/claims/jurisdictions.toml",
        "rules/claims/citations.toml",
        "service/schemes/claims/companions.toml",
    }


_CODE = {".py", ".toml"}
_EXAMPLES = {"rules/claims/jurisdictions.py", "service/cli/commands.toml"}
