"""Facts by claim type: attribution to their own claims, values where nothing is claimed, errors by line."""

from importlib import resources

import pytest

from rules.claims.relevant_facts import KINDS, irrelevant_fact_values, irrelevant_facts, read_fact_relevance
from rules.claims.screening.candidates import CLAIM_TYPES
from rules.claims.screening.toml_validation import ClaimLexiconError, TomlSource
from rules.model.expressions import ChoiceClause
from tests.claims.judging import EVERYWHERE, draft

SETTLED_BY_THE_TEXT = {"ocean_plastic_from_ocean"}
FORBIDDEN_BEHIND_OTHERS = {"handprint_netted_against_own_inventory", "handprint_traded"}


def test_the_facts_are_those_of_the_rule_on_kinds_that_were_not_named() -> None:
    verdicts = draft(EVERYWHERE).verdicts
    assert verdicts is not None
    (rule,) = (each for each in verdicts.rules if each.id == "KIND-01")
    clauses = [row.when[-1] for row in rule.rows]
    asked = {clause.name for clause in clauses if isinstance(clause, ChoiceClause)}
    of_their_own = {fact for fact, kinds in KINDS.items() if "generic" not in kinds}
    assert of_their_own - FORBIDDEN_BEHIND_OTHERS == asked - SETTLED_BY_THE_TEXT
    assert frozenset().union(*KINDS.values()) <= set(CLAIM_TYPES)


def test_a_fact_about_all_claims_belongs_to_its_own_kind_if_the_text_has_that_kind() -> None:
    facts = ("comparison_fair", "substantiated", "offsets_used")
    both = frozenset({"recyclable", "comparative"})
    assert irrelevant_facts(facts, ("recyclable",), both) == {"comparison_fair", "offsets_used"}
    assert irrelevant_facts(facts, ("comparative",), both) == frozenset()
    assert irrelevant_facts(facts, ("generic",), frozenset({"generic"})) == frozenset()


def test_facts_about_absent_claims_have_acceptable_values() -> None:
    assert irrelevant_fact_values(("recyclable",))["comparison_fair"] == ("true",)
    assert "recycling_limits_disclosed" not in irrelevant_fact_values(("recyclable",))
    assert irrelevant_fact_values(()) == {}


@pytest.mark.parametrize(
    ("old", "new", "expected_message"),
    [
        (
            'types = ["label"]',
            'types = ["lable"]',
            r"facts.seal_basis_stated.types names 'lable', which is no claim type",
        ),
        ('"renewable_material", "free_of", "d', '"renewable", "free_of", "d', r"properties names 'renewable', which"),
        ('in_order = "valid"', 'inorder = "valid"', r"facts.label_certificate.inorder is no entry"),
        ('types = ["durability"]', "types = []", r"facts.durability_proven.types"),
        ('    "offsets_used",', '    "free_of_true",', r"facts.free_of_true is in 'compensation' too"),
        ("carbon = [", "carbons = [", r"carbon is missing"),
    ],
)
def test_an_error_in_the_file_is_reported_by_line(old: str, new: str, expected_message: str) -> None:
    text = (resources.files("rules.claims") / "kinds.toml").read_text(encoding="utf-8")
    assert old in text
    with pytest.raises(ClaimLexiconError, match=rf"kinds.toml:\d+: {expected_message}"):
        read_fact_relevance(TomlSource(text.replace(old, new, 1), "kinds.toml"))
