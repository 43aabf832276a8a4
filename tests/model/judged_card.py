"""A small sound scorecard with verdicts, and the mistakes that the meaning-lint finds in such cards."""

from __future__ import annotations

from datetime import date

from rules.contracts.inputs import DeclaredValue
from rules.contracts.outcomes import Verdict
from rules.model.expressions import AS_OF, Clause, DateExpression
from rules.model.scorecard import (
    CaseValue,
    Choice,
    DateLookup,
    DateRow,
    FactDefinition,
    FactType,
    FindingSeverity,
    Scorecard,
    VerdictRow,
    VerdictRule,
    Verdicts,
)
from tests.model.lint_card import BASIS, LADDER, SOUND, choice


def day(text: str) -> DateExpression:
    return DateExpression(literal=date.fromisoformat(text))


def rule(name: str, *rows: tuple[Clause, ...], **dates: DateExpression) -> VerdictRule:
    undated = VerdictRule(
        id=name,
        rows=tuple(VerdictRow(when=row) for row in rows),
        verdict=Verdict.MISLEADING,
        severity=FindingSeverity.MINOR,
        basis=BASIS,
    )
    return undated.model_copy(update=dates)


FACTS = (
    FactDefinition(id="country", type=FactType.CHOICE, choices=(Choice(id="north"), Choice(id="south"))),
    FactDefinition(id="open", type=FactType.FLAG),
    FactDefinition(id="shown", type=FactType.PERIOD),
)
ADOPTED = DateLookup(
    id="adopted",
    by=("country",),
    rows=(
        DateRow(keys=("north",), value=day("2026-09-27"), basis=BASIS),
        DateRow(keys=("south",), value="never", basis=BASIS),
    ),
)
NORTH, SOUTH, OPEN = choice("country", "north"), choice("country", "south"), choice("open", "yes")
BY_LOOKUP = DateExpression(name="adopted")
RULES = (
    rule("A-1", (OPEN, NORTH), (SOUTH,), first=BY_LOOKUP, last=day("2029-12-31"), warn_from=day("2026-01-01")),
    rule("A-2", (OPEN,)),
)
JUDGED = Scorecard(
    card=SOUND.card,
    bases=SOUND.bases,
    facts=FACTS,
    reference_case=tuple(CaseValue(fact=one.id, value=DeclaredValue()) for one in FACTS),
    quantities=(ADOPTED,),
    verdicts=Verdicts(governed_by="shown", otherwise_basis=BASIS, rules=RULES),
)


def judged(**parts: object) -> Scorecard:
    return JUDGED.model_copy(update=parts)


def with_rules(*rules: VerdictRule, **parts: object) -> Scorecard:
    verdicts = JUDGED.verdicts
    assert verdicts is not None
    return judged(verdicts=verdicts.model_copy(update={"rules": rules, **parts}))


MISTAKES: dict[str, tuple[Scorecard, tuple[str, str, str]]] = {
    "grades_beside_verdicts": (judged(ladder=LADDER.model_copy(update={"rows": ()})), ("RL058", "verdicts", "main")),
    "rule_that_ends_before_it_begins": (
        with_rules(RULES[0].model_copy(update={"last": day("2026-09-26")}), RULES[1]),
        ("RL049", "verdicts.rules[A-1].last", "force"),
    ),
    "rule_that_warns_too_late": (
        with_rules(RULES[0].model_copy(update={"warn_from": BY_LOOKUP.model_copy(update={"shift_days": 1})}), RULES[1]),
        ("RL049", "verdicts.rules[A-1].warn_from", "warning"),
    ),
    "rule_that_warns_of_nothing": (
        with_rules(RULES[0], rule("A-2", (OPEN,), warn_from=day("2026-01-01"))),
        ("RL048", "verdicts.rules[A-2].warn_from", "warning"),
    ),
    "row_of_a_rule_twice": (
        with_rules(RULES[0], rule("A-2", (OPEN,), (OPEN,))),
        ("RL042", "verdicts.rules[A-2].rows[1]", "duplicate"),
    ),
    "row_of_a_rule_covered_by_a_later_one": (
        with_rules(RULES[0], rule("A-2", (OPEN, NORTH), (OPEN,))),
        ("RL042", "verdicts.rules[A-2].rows[0]", "unreachable"),
    ),
    "rule_that_never_holds": (
        with_rules(RULES[0], rule("A-2", (NORTH, SOUTH))),
        ("RL047", "verdicts.rules[A-2].rows[0].when[1]", "contradiction"),
    ),
    "governed_by_what_may_not_apply": (
        judged(facts=(*FACTS[:2], FACTS[2].model_copy(update={"may_not_apply": True}))),
        ("RL045", "verdicts.governed_by", "main"),
    ),
    "rule_on_what_may_not_apply": (
        judged(facts=(FACTS[0], FACTS[1].model_copy(update={"may_not_apply": True}), FACTS[2])),
        ("RL045", "verdicts.rules[A-2].rows[0].when[0]", "main"),
    ),
    "rule_without_basis": (
        with_rules(RULES[0].model_copy(update={"basis": ()}), RULES[1]),
        ("RL050", "verdicts.rules[A-1]", "none"),
    ),
    "otherwise_without_basis": (with_rules(*RULES, otherwise_basis=()), ("RL050", "verdicts.otherwise", "none")),
    "country_without_day": (
        judged(quantities=(ADOPTED.model_copy(update={"rows": ADOPTED.rows[:1]}),)),
        ("RL044", "quantities[adopted].rows", "combination"),
    ),
    "country_twice": (
        judged(quantities=(ADOPTED.model_copy(update={"rows": (*ADOPTED.rows, ADOPTED.rows[0])}),)),
        ("RL042", "quantities[adopted].rows[2]", "duplicate"),
    ),
    "day_that_no_rule_names": (
        with_rules(RULES[0].model_copy(update={"first": day("2026-01-01")}), RULES[1]),
        ("RL051", "quantities[adopted]", "main"),
    ),
    "period_that_governs_nothing": (with_rules(*RULES, governed_by=AS_OF), ("RL051", "facts[shown]", "main")),
}
