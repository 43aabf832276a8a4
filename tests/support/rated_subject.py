"""Subjects of the staged card as they are declared: flags, an industry, and one rating of everything."""

from rules.contracts.inputs import DeclaredFact, DeclaredValue, Rating, Subject, Verification
from tests.support.staged_card import ASPECTS, AWARENESS

KNOWN = "2026-03-01T00:00:00Z"


def percentage(number: int) -> DeclaredValue:
    """Declare a rating."""
    return DeclaredValue(number=str(number), unit="%")


def by(person: str, number: int, rationale: str = "as I read it") -> Rating:
    return Rating(person=person, value=percentage(number), rationale=rationale)


def rated_fact(name: str, *ratings: Rating, verification: Verification | None = None) -> DeclaredFact:
    """Declare a fact that several assessors rate."""
    return DeclaredFact(id=name, ratings=ratings, verification=verification)


def rated_subject(number: int, *changes: DeclaredFact, known: tuple[int, ...] = (1, 1, 1, 1, 1)) -> Subject:
    """Declare everything with one rating, but for some facts; a flag of 2 is left out."""
    facts = {
        name: DeclaredFact(id=name, value=DeclaredValue(flag=bool(value)))
        for name, value in zip(AWARENESS, known, strict=True)
        if value < 2
    }
    facts["industry"] = DeclaredFact(id="industry", value=DeclaredValue(text="glass"))
    for place in range(1, 17):
        for aspect in ASPECTS:
            name = f"c{place}_{aspect}"
            facts[name] = DeclaredFact(id=name, value=percentage(number))
    facts |= {fact.id: fact for fact in changes}
    return Subject(subject="subjects/x", as_of="2026-03-01", known=KNOWN, facts=tuple(facts.values()))
