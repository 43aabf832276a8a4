"""Citations of rules by jurisdiction and date: national provisions, law in force, errors in the table."""

from datetime import date

import pytest

from rules.claims.citations import ALSO, CitationQuery, additional_citations, read_citations
from rules.claims.jurisdictions import JURISDICTIONS
from rules.claims.screening.toml_validation import TomlSource
from rules.contracts.dates import Period
from tests.claims.judging import draft


def cited(card: str, rule: str, place: str, day: date, *clauses: str) -> list[str]:
    return list(additional_citations(CitationQuery(card, rule, clauses, place, Period(day, day)), "en"))


def test_a_point_of_the_annex_is_cited_by_the_paragraph_of_the_country() -> None:
    asked = ("green-claim-eu", "EU-4c")
    point = "Annex I point 4c, recital 12"
    german = ["Gesetz gegen den unlauteren Wettbewerb, section 3(3), Annex no. 4c"]
    assert cited(*asked, "EU-DE", date(2026, 9, 27), point) == german
    assert cited(*asked, "EU-DE", date(2026, 9, 26), point) == cited(*asked, "EU-SE", date(2026, 9, 27), point) == []
    assert cited("green-claim-eu", "EU-12", "EU-DE", date(2026, 10, 1), "Article 12, burden of proof") == []


@pytest.mark.parametrize(("day", "law"), [(date(2025, 4, 5), "Unfair"), (date(2025, 4, 6), "Digital")])
def test_the_law_of_the_day_is_cited(day: date, law: str) -> None:
    citations = cited("green-claim-uk", "UK-03", "UK", day)
    assert [law in one for one in citations] == [True, False]
    assert "CAP Code" in citations[1]


@pytest.mark.parametrize(
    ("place", "day", "law"),
    [
        ("EU-DE", date(2024, 6, 27), "Gesetz gegen den unlauteren Wettbewerb, section 5"),
        ("EU-FR", date(2009, 10, 6), "Code de la consommation, L121-1, as it was"),
        ("EU-FR", date(2021, 8, 4), "Code de la consommation, L121-2"),
        ("UK", date(2025, 4, 5), "Consumer Protection from Unfair Trading Regulations 2008, regulations 3 and 5"),
        ("UK", date(2025, 4, 6), "Digital Markets, Competition and Consumers Act 2024, sections 225 and 226"),
        ("US", date(2013, 1, 3), "Federal Trade Commission Act, section 5(a), deceptive acts"),
        ("AU", date(2008, 9, 18), "Trade Practices Act 1974, sections 52 and 53"),
    ],
)
def test_an_untrue_claim_is_cited_under_the_law_of_jurisdiction_and_date(place: str, day: date, law: str) -> None:
    assert cited("green-claim-practice", "SCO-01", place, day) == [law]
    (of_omission,) = cited("green-claim-practice", "OMIT-02", place, day)
    assert of_omission.split(", ")[0] == law.split(", ", maxsplit=1)[0]
    assert cited("green-claim-practice", "NEU-01", place, day) == []


def test_an_unknown_group_is_refused() -> None:
    text = '[[also]]\ncard = "a"\ngroup = "x"\ninstrument = "b"\nclause = "c"\nzh = "d"\n'
    with pytest.raises(ValueError, match="names 'x', which is none of"):
        read_citations(TomlSource(text, "x.toml"))


def test_citations_name_existing_rules_and_jurisdictions() -> None:
    for citation in ALSO:
        verdicts = draft(citation.card).verdicts
        assert verdicts is not None
        assert set(citation.rules) <= {rule.id for rule in verdicts.rules}
        assert set(citation.places) <= JURISDICTIONS.keys()


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    text = '[[also]]\ncard = "a"\ninstrument = "b"\nclause = "c"\nzh = "d"\nfrom = "2026-01-02"\nuntil = "2026-01-01"\n'
    with pytest.raises(ValueError, match="ends before it begins"):
        read_citations(TomlSource(text, "x.toml"))
