"""Claims without words: imagery, names and labels declared as facts, their claim type and location."""

import pytest

from rules.claims.whole_text import quoted_claim, types_from_facts, unworded_claim

TEXTS = ("Meadow 500 ml", "Waschmittel 500 ml", "Lessive 500 ml", "洗衣液 500 毫升")


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize(
    ("stated", "types"),
    [
        ({"imagery": ("leaf", "trees")}, ("imagery_only",)),
        ({"imagery": ("green_scheme",)}, ("imagery_only",)),
        ({"claim_types": ("imagery_only",)}, ("imagery_only",)),
        ({"label_name": ("Green Star",)}, ("label",)),
        ({"claim_types": ("label",), "imagery": ("seal",)}, ("label",)),
    ],
)
def test_a_declared_picture_or_label_makes_a_claim_in_every_language(
    text: str, stated: dict[str, tuple[str, ...]], types: tuple[str, ...]
) -> None:
    claim = unworded_claim(text, stated)
    assert claim is not None
    assert (claim.types, claim.quote, claim.categories) == (types, text, ("given",))


@pytest.mark.parametrize("stated", [{}, {"audience": ("b2c",)}, {"imagery": ()}, {"claim_types": ("leaf",)}])
def test_other_facts_make_no_claim(stated: dict[str, tuple[str, ...]]) -> None:
    assert types_from_facts(stated) == ()
    assert unworded_claim(TEXTS[0], stated) is None
    assert quoted_claim(TEXTS[0], 0, 6, stated) is None


def test_the_claim_is_located_at_the_name_or_else_in_the_first_paragraph() -> None:
    text = "Straße 1\n\nBuy Freshfields"
    named = unworded_claim(text, {"claim_types": ("name",)}, ("FRESHFIELDS",))
    assert named is not None
    assert text[named.start : named.end] == named.quote == "Freshfields"
    unnamed = unworded_claim(text, {"claim_types": ("name",)}, ("Other",))
    assert unnamed is not None
    assert unnamed.quote == "Straße 1"
