"""Proposed scenarios: round trip through their feature file, compiled back to the proposed changes."""

from __future__ import annotations

import re

import pytest

from rules.contracts.outcomes import ConclusionKind
from rules.language.compiler import compile_folder
from rules.language.example_synthesis import ExampleProposer, insert_scenario
from rules.model.clause_coverage import Edge, all_edges
from rules.model.examples import ExpectConclusion
from tests.language.test_export import files_of, whole

IMPOSSIBLE = {"quantities[counted].rows[1].where[1]"}
"""Clauses that the other clauses of their row already settle."""


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_proposal_round_trips_to_its_changes(language: str) -> None:
    card, files = whole(language), files_of(language)
    path = f"rules.{language}.feature"
    missing: list[Edge] = []
    proposals = []
    proposer = ExampleProposer(card, language)
    for edge in all_edges(card):
        proposal = proposer.propose(edge)
        if proposal is None:
            missing.append(edge)
            continue
        lines = proposer.lines(proposal, [ExpectConclusion(ConclusionKind.GRADED)])
        files[path] = insert_scenario(files[path], 10, lines, language)
        proposals.append(proposal)
    compiled = compile_folder(files)
    assert compiled.scorecard is not None, [one.render() for one in compiled.diagnostics]
    read = {one.title: one for one in compiled.examples}
    for proposal in proposals:
        assert tuple(placed.item for placed in read[proposal.title].changes) == proposal.changes
        assert read[proposal.title].as_of == proposal.as_of
    assert {re.sub(r"\s", "", edge.path) for edge in missing} <= IMPOSSIBLE
