"""Facts about one claim go to the claims whose words hold the quote, and to no others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.schemes.claims.given import ClaimFacts, FactSheet


def about(quote: str, *texts: str) -> bool:
    return ClaimFacts(quote, "quote", None, FactSheet()).is_about(*texts)


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
def test_a_quote_is_whole_words_where_it_is_latin(quote: str, text: str, holds: bool) -> None:
    assert about(quote, text) is holds


@given(before=st.text(alphabet="aé1 绿-.", max_size=4), behind=st.text(alphabet="zß9 色,", max_size=4))
def test_what_touches_the_words_decides(before: str, behind: str) -> None:
    apart = not (before[-1:].isalnum() and before[-1:] != "绿") and not (behind[:1].isalnum() and behind[:1] != "色")
    assert about("green", f"{before}green{behind}") is apart
