"""Facts about one claim: applied only to claims with words that match the quote."""

from unittest.mock import patch

import pytest
from hypothesis import given, strategies as st

from rules.model.published_version import PublishedVersion
from service.configuration.folders import CHECKOUT
from service.gazette.versions import Gazette
from service.schemes.claims.caller_facts import ClaimFacts, FactsByName, find_definitions


def about(quote: str, *texts: str) -> bool:
    return ClaimFacts(quote, "quote", None, FactsByName()).is_about(*texts)


@pytest.mark.parametrize(
    ("quote", "text", "holds"),
    [
        ("green", "Evergreen forests", False),
        ("green", "A greener choice", False),
        ("vert", "Un produit vertébré", False),
        ("recycelt", "unrecyceltes Glas", False),
        ("50", "1500 bottles", False),
        ("50 %", "150 % more", False),
        ("cafe", "cafe\u0301 bio", False),
        ("green", "Evergreen forests, GREEN bottles", True),
        ("green", "“Green”, they say", True),
        ("green", "eco-green", True),
        ("Eco-  friendly", "Our eco- friendly soap", True),
        ("50 %", "made of 50 % glass", True),
        ("%", "50% glass", True),
        ("绿色", "本产品绿色环保", True),
        ("碳中和", "实现碳中和2030", True),
        ("2030", "到2030年", True),
        ("umweltfreundlich", "UMWELTFREUNDLICH!", True),
    ],
)
def test_a_latin_quote_matches_only_whole_words(quote: str, text: str, holds: bool) -> None:
    assert about(quote, text) is holds


@given(before=st.text(alphabet="aé1 绿-.", max_size=4), behind=st.text(alphabet="zß9 色,", max_size=4))
def test_adjacent_characters_decide_whether_a_quote_matches(before: str, behind: str) -> None:
    apart = not (before[-1:].isalnum() and before[-1:] != "绿") and not (behind[:1].isalnum() and behind[:1] != "色")
    assert about("green", f"{before}green{behind}") is apart


def test_only_the_cards_needed_to_define_the_facts_are_read() -> None:
    gazette = Gazette(CHECKOUT / "scorecards")
    read: list[str] = []
    newest = gazette.newest

    def noted(card: str) -> PublishedVersion:
        read.append(card)
        return newest(card)

    with patch.object(gazette, "newest", noted):
        definitions = find_definitions(gazette, ("audience",), ("green-claim-eu", "green-claim-de"))
    assert definitions["audience"] is not None
    assert len(read) == 1
    with patch.object(gazette, "newest", noted):
        find_definitions(gazette, ("no_such_fact",), ())
    assert len(read) > 2
