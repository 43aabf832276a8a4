"""Rules of published cards as texts: equal in both languages, with every basis, fact and quantity they name."""

from __future__ import annotations

import pytest

from rules.language import rule_texts
from rules.language.definitions_criteria import condition_of_rows
from rules.model.name_usage import used_names
from rules.model.scorecard import Scorecard
from rules.model.symbol_table import DefinitionIndex
from service.configuration.folders import PUBLISHED
from service.gazette.versions import Gazette
from tests.support.tiers import all_or_few

GAZETTE = Gazette(PUBLISHED)
CARDS = GAZETTE.card_ids()[:: all_or_few(1, 5)]
"""Every fifth, and with `--full` each."""


def newest(card: str) -> Scorecard:
    return GAZETTE.newest(card).scorecard


@pytest.mark.parametrize("card", CARDS)
def test_both_languages_list_the_same_rules_with_a_title_and_rows(card: str) -> None:
    scorecard = newest(card)
    english, chinese = (rule_texts(scorecard, language) for language in ("en", "zh"))
    for rule, other in zip(english, chinese, strict=True):
        assert (rule.path, rule.part, rule.id) == (other.path, other.part, other.id)
        assert (rule.bases, rule.reads) == (other.bases, other.reads)
        assert [row.path for row in rule.rows] == [row.path for row in other.rows]
        assert all(cell.text for row in rule.rows for cell in row.cells)
        assert bool(rule.title) == bool(other.title)
    assert len({rule.path for rule in english}) == len(english)


@pytest.mark.parametrize("card", CARDS)
def test_rule_texts_include_every_basis_and_name_used_by_a_card(card: str) -> None:
    scorecard = newest(card)
    rules = rule_texts(scorecard, "en")
    assert {basis for rule in rules for basis in rule.bases} == {basis.id for basis in scorecard.bases}
    own = {condition_of_rows(part) for part in (*scorecard.gates, *scorecard.findings)}
    known = {part.id for part in (*scorecard.facts, *scorecard.quantities, *scorecard.settings)} - own
    assert {name for rule in rules for name in rule.reads} & known == used_names(DefinitionIndex(scorecard)) & known


def test_a_gate_with_cases_lists_the_names_its_cases_read_but_not_its_own_condition() -> None:
    scorecard = newest("corporate-inventory")
    (gate,) = (gate for gate in scorecard.gates if condition_of_rows(gate) == "I03.met")
    (rule,) = (rule for rule in rule_texts(scorecard, "en") if rule.path == f"gates[{gate.id}]")
    assert rule.reads
    assert "I03.met" not in rule.reads
    assert len(rule.rows) > 1
