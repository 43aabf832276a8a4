"""Random scorecards of rules with a verdict, from a seed."""

from random import Random

from rules.contracts.outcomes import Verdict
from rules.model.expressions import AS_OF, DateExpression, PeriodEdge
from rules.model.scorecard import DateLookup, DateRow, FindingSeverity, Scorecard, VerdictRow, VerdictRule, Verdicts
from tests.support.random_cards import RandomCard
from tests.support.verdict_card import day

BASIS = ("own",)
_DAYS = ("2024-06-01", "2025-06-15", "2026-01-01", "2027-01-01")


def verdict_random_card(seed: int) -> Scorecard:
    """Return a random card with rules dated by calendar dates, by facts and by a lookup."""
    build = RandomCard(seed)
    plain = build.build()
    pick = Random(seed)
    rows = tuple(
        DateRow(keys=(colour,), value="never" if pick.random() < 0.3 else day(pick.choice(_DAYS)), basis=BASIS)
        for colour in pick.sample(["red", "green", "blue"], pick.randint(1, 3))
    )
    lookup = DateLookup(
        id="transposed", by=("colour",), rows=rows, otherwise_basis=BASIS,
        otherwise="never" if pick.random() < 0.5 else day("2026-01-01"),
    )  # fmt: skip
    rules = tuple(_rule(f"V-{place}", build, pick) for place in range(5))
    return plain.model_copy(
        update={
            "applies": (),
            "gates": (),
            "sections": (),
            "indicators": (),
            "ladder": None,
            "findings": (),
            "quantities": (*plain.quantities, lookup),
            "verdicts": Verdicts(
                governed_by=pick.choice([AS_OF, "day", "year"]),
                otherwise=pick.choice([Verdict.OK, Verdict.OUT_OF_SCOPE]),
                otherwise_basis=BASIS,
                rules=rules,
            ),
        }
    )


def _rule(name: str, build: RandomCard, pick: Random) -> VerdictRule:
    return VerdictRule(
        id=name,
        rows=tuple(VerdictRow(when=build.condition(most=2)) for _ in range(pick.randint(1, 2))),
        verdict=pick.choice(list(Verdict)),
        severity=FindingSeverity.MAJOR,
        first=_date(pick) if pick.random() < 0.6 else None,
        last=_date(pick) if pick.random() < 0.3 else None,
        warn_from=_date(pick) if pick.random() < 0.3 else None,
        basis=BASIS,
    )


def _date(pick: Random) -> DateExpression:
    return pick.choice(
        [
            day(pick.choice(_DAYS)),
            DateExpression(name="transposed", shift_months=pick.randint(-3, 3)),
            DateExpression(name="year", edge=PeriodEdge.LAST, shift_months=pick.randint(-6, 6)),
        ]
    )
