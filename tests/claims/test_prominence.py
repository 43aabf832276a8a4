"""Prominence of qualifiers: small, hidden or distant limits matched to their claim by marks, links and distance."""

import pytest

from rules.claims.prominence import (
    HiddenText,
    Link,
    Manner,
    ObscuredSpan,
    Presentation,
    ProminenceCheck,
    prominence_facts,
)
from rules.claims.screening.screen import screen

FAR = "\n\n" + "Roses bloom in June along the coast. " * 30 + "\n\n"
CODES: dict[Manner, str] = {
    "small": "QUALIFIER_SMALL", "faint": "QUALIFIER_FAINT", "folded": "QUALIFIER_FOLDED", "hidden": "QUALIFIER_HIDDEN",
    "footer": "QUALIFIER_FAR",
}  # fmt: skip


def read(text: str, presentation: Presentation) -> tuple[list[tuple[str, str, str]], dict[str, dict[str, str]]]:
    """Return code, claim and limit of each finding, and the facts of each claim."""
    candidates = screen(text, hearing=None).candidates
    findings = tuple(ProminenceCheck(text, candidates, presentation).findings())
    for each in findings:
        assert each.other is None or text[each.other.start : each.other.end] == each.other.quote
        assert (each.other is None) is bool(each.withheld)
    rows: list[tuple[str, str, str]]
    rows = [(one.code, one.claim.quote, one.withheld if one.other is None else one.other.quote) for one in findings]
    facts = prominence_facts(candidates, findings)
    return rows, {claim.quote: {each.path: each.values[0] for each in own} for claim, own in facts.items()}


def shown(text: str, words: str, manner: Manner = "small") -> Presentation:
    start = text.index(words)
    return Presentation(shown=(ObscuredSpan(start, start + len(words), manner, "as measured"),))


def withheld(text: str, words: str, manner: Manner = "hidden") -> Presentation:
    return Presentation(withheld=(HiddenText(words, 0, text.index("\n\n"), manner, "as measured"),))


@pytest.mark.parametrize("manner", ["small", "faint", "folded"])
@pytest.mark.parametrize(
    ("claim", "quote", "limit"),
    [
        ("Climate-friendly bottle", "Climate-friendly", "bottle only"),
        ("Umweltfreundliche Flasche", "Umweltfreundliche", "nur die Flasche"),
        ("环保瓶身，绿色生活", "环保", "仅限瓶身"),
        ("Carbon neutral soap", "Carbon neutral", "offset by buying credits"),
    ],
)
def test_a_limit_that_is_hard_to_see_qualifies_the_claim_before_it(
    manner: Manner, claim: str, quote: str, limit: str
) -> None:
    text = f"{claim}\n\n{limit}"
    findings, facts = read(text, shown(text, limit, manner))
    assert findings
    assert {code for code, _, _ in findings} == {CODES[manner]}
    assert findings[0][1] == quote
    assert facts[quote]["qualifier"] == "far_or_small"
    assert read(text, Presentation()) == ([], {})


@pytest.mark.parametrize("manner", ["folded", "hidden"])
def test_a_hidden_limit_qualifies_the_nearby_claim(manner: Manner) -> None:
    text = "Climate-friendly bottle\n\nIt smells of roses."
    findings, facts = read(text, withheld(text, "bottle only", manner))
    assert findings == [(CODES[manner], "Climate-friendly", "bottle only")]
    assert facts == {"Climate-friendly": {"qualifier": "far_or_small", "qualified_prominently": "false"}}


@pytest.mark.parametrize(
    "words",
    [
        "Free delivery, subject to stock",
        "Prices depending on the day; we ship where facilities exist",
        "offset by buying credits",
        "It smells of roses.",
    ],
)
def test_unrelated_words_limit_no_claim(words: str) -> None:
    text = f"Climate-friendly bottle\n\n{words}"
    assert read(text, shown(text, words)) == ([], {})
    text = "Climate-friendly bottle\n\nIt smells of roses."
    assert read(text, withheld(text, words)) == ([], {})


def test_a_distant_limit_without_a_mark_limits_no_claim() -> None:
    text = f"Climate-friendly bottle{FAR}bottle only"
    assert read(text, shown(text, "bottle only")) == ([], {})


def test_a_limit_as_small_as_its_claim_is_not_reported() -> None:
    text = "Climate-friendly bottle\n\nbottle only"
    assert read(text, shown(text, text)) == ([], {})


def test_a_limit_in_plain_sight_compensates_for_a_small_limit() -> None:
    text = "Climate-friendly bottle\n\nbottle only\n\nexcluding the cap and the label"
    findings, facts = read(text, shown(text, "excluding the cap and the label"))
    assert [code for code, _, _ in findings] == ["QUALIFIER_SMALL"]
    assert facts == {}


def test_hidden_words_that_are_also_shown_near_the_claim_are_not_hidden() -> None:
    text = "Climate-friendly bottle\n\nbottle only"
    assert read(text, withheld(text, "Bottle only")) == ([], {})
    text = f"Climate-friendly bottle\n\nIt smells.{FAR}Some other bottle only."
    assert [code for code, _, _ in read(text, withheld(text, "bottle only"))[0]] == ["QUALIFIER_HIDDEN"]


@pytest.mark.parametrize("mark", ["*", "**", "†", "¹", "[1]", "1)"])
def test_a_mark_ties_a_note_however_far(mark: str) -> None:
    text = f"Climate-friendly bottle{mark} for you{FAR}{mark} bottle only"
    findings, facts = read(text, Presentation())
    assert findings == [("QUALIFIER_FAR", "Climate-friendly", "bottle only")]
    assert facts["Climate-friendly"]["qualifier"] == "far_or_small"
    other = "*" if mark != "*" else "†"
    assert read(f"Climate-friendly bottle{mark} for you{FAR}{other} bottle only", Presentation()) == ([], {})


def test_a_mark_ties_a_note_in_the_footer() -> None:
    text = "Climate-friendly bottle*\n\nIt smells of roses."
    assert read(text, withheld(text, "* bottle only", "footer"))[0][0][0] == "QUALIFIER_FAR"
    assert read(text, withheld(text, "bottle only", "footer")) == ([], {})


def test_a_note_on_a_method_is_reported_but_limits_no_claim() -> None:
    text = f"Carbon neutral soap*{FAR}* according to ISO 14068-1"
    findings, facts = read(text, Presentation())
    assert findings == [("QUALIFIER_FAR", "Carbon neutral", "according to iso 14068-1".replace("iso", "ISO"))]
    assert facts == {}


def test_a_link_connects_a_claim_with_its_target() -> None:
    text = f"Climate-friendly bottle 1{FAR}bottle only"
    link = Link(text.index("1"), text.index("bottle only"), len(text))
    assert read(text, Presentation(links=(link,)))[0] == [("QUALIFIER_FAR", "Climate-friendly", "bottle only")]
    elsewhere = Link(text.index("Roses"), text.index("bottle only"), len(text))
    assert read(text, Presentation(links=(elsewhere,))) == ([], {})


def test_a_denied_claim_has_no_limit() -> None:
    text = "Our bottle is not climate-friendly.\n\nbottle only"
    assert read(text, shown(text, "bottle only")) == ([], {})
