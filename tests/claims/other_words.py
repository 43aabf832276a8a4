"""Mutations of recorded facts: another reader's equally fair description of a case, and changed verdicts."""

from __future__ import annotations

from collections.abc import Iterator

from rules.contracts.outcomes import Verdict
from tests.claims.judging import Silence, judge
from tests.claims.mapping import Facts, Value, cases, facts_of
from tests.claims.rulings import Ruling, rulings

FINE = {Verdict.OK, Verdict.PERMITTED_WITH_QUALIFICATION}
SAME_IN_OTHER_WORDS: tuple[tuple[str, Value, str, Value], ...] = (
    ("specification", "none", "specification", "elsewhere_only"),
    ("specification", "none", "basis_in_claim", False),
    ("specification", "none", "qualified_prominently", False),
    ("specification", "none", "clear", False),
    ("basis_in_claim", False, "specification", "none"),
    ("truthful", False, "evidence_contradicts", True),
    ("truthful", False, "substantiated", False),
    ("evidence_contradicts", True, "truthful", False),
    ("substantiated", False, "evidence_on_file", False),
    ("nothing_important_omitted", False, "clear", False),
    ("green_share_stated", False, "nothing_important_omitted", False),
    ("comparison_fair", False, "comparison_like_with_like", False),
    ("comparison_like_with_like", False, "comparison_fair", False),
    ("future_detailed_plan", False, "future_measurable_targets", False),
    ("evidence_covers", "a_part", "headline_excludes_parts", True),
    ("evidence_covers", "a_part", "evidence_boundary_covers_claim", False),
    ("subject_level", "product", "subject_level", "service"),
    ("subject_level", "product", "subject_level", "category"),
    ("subject_level", "product", "subject_level", "process"),
    ("seal_basis_stated", False, "specification", "none"),
    ("subject_level", "trader", "subject_level", "brand"),
)
"""Fact and value, and an equivalent fact and value that another reader of the same record could choose."""

OTHER_TYPES = (
    ("generic", "social_mix"), ("social_mix", "generic"), ("absolute", "generic"), ("generic", "absolute"),
    ("comparative", "generic"), ("comparative", "absolute"), ("neutral_offset", "net_zero"),
    ("net_zero", "neutral_offset"), ("net_zero", "neutral_no_offset"), ("neutral_offset", "absolute"),
    ("future", "generic"), ("degradable", "compostable"), ("compostable", "degradable"), ("free_of", "absolute"),
    ("free_of", "specific_attribute"), ("recycled_content", "specific_attribute"),
    ("recyclable", "specific_attribute"), ("renewable_energy", "specific_attribute"), ("label", "generic"),
    ("specific_attribute", "generic"), ("energy_efficiency", "comparative"), ("quantified_pcf", "comparative"),
)  # fmt: skip
"""Claim type, and another type that describes the same words equally well."""


def recorded() -> tuple[Ruling, ...]:
    return (*rulings(), *(Ruling(case, facts_of(case), 0, "given") for case in cases() if case.expected))


def in_other_words(facts: Facts) -> Iterator[Facts]:
    """Yield a copy of the facts for each single replacement by an equivalent description."""
    for fact, value, other, equivalent in SAME_IN_OTHER_WORDS:
        if facts.get(fact) == value:
            yield {name: each for name, each in facts.items() if name != fact} | {other: equivalent}
    types = facts.get("claim_types", [])
    for kind, instead in OTHER_TYPES:
        if isinstance(types, list) and kind in types:
            yield {**facts, "claim_types": list(dict.fromkeys(instead if one == kind else one for one in types))}


def changed_by_other_words() -> tuple[int, int, int]:
    """Count the variants of all records, those with another verdict than expected, and of these those called fine."""
    variants = [(one.case, facts) for one in recorded() if one.case.expected for facts in in_other_words(one.facts)]
    verdicts = [(judge(case, facts, silence=Silence.UNDISPUTED).verdict, case.expected) for case, facts in variants]
    other = [verdict for verdict, expected in verdicts if verdict.value not in expected]
    return len(variants), len(other), sum(verdict in FINE for verdict in other)
