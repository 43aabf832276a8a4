"""Shipped profiles and steps: readable, with existing fields and guards."""

from __future__ import annotations

from contextlib import nullcontext
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from rules.contracts.errors import InputError
from service.base.refusals import Refusal
from service.cases import workflow_steps
from service.cases.guards import GUARDS
from service.cases.scheme_profiles import read_profile, shipped_profiles
from service.cases.step_effects import EFFECTS
from service.configuration.folders import CHECKOUT
from service.gazette.versions import Gazette
from service.identity.principals import Role
from tests.support.casework import PROFILE
from touchstone.v1 import case_service_pb2


def test_four_profiles_are_shipped_and_name_cards_that_are_published() -> None:
    profiles = {id: read_profile(content) for id, content in shipped_profiles().items()}
    assert set(profiles) == {"csr-evaluation", "product-claims", "verification-statement", "zero-carbon-factory"}
    published = set(Gazette(CHECKOUT / "scorecards").card_ids())
    assert {card for one in profiles.values() for card in one.cards} <= published
    assert {one.attestation for one in profiles.values()} == {"certification", "rating", "verification"}


def test_each_step_names_existing_roles_guards_fields_and_states() -> None:
    fields = case_service_pb2.CaseContent.DESCRIPTOR.fields_by_name
    for step in workflow_steps.steps():
        assert set(step.roles) <= {role.value for role in Role}
        assert set(step.guards) <= GUARDS.keys()
        assert set(step.effects) <= EFFECTS.keys()
        assert {*step.needs, *step.takes} <= set(fields)
        assert step.makes in {"", *workflow_steps.FIRST_STATES}


def test_every_state_can_be_reached() -> None:
    for kind in ("case", *workflow_steps.FIRST_STATES):
        rows = [one for one in workflow_steps.steps() if kind in one.of]
        reached = {one.to for one in rows if one.to} | {workflow_steps.FIRST_STATES.get(kind, "submitted")}
        assert {state for one in rows for state in one.sources} <= reached


def test_a_certified_case_changes_its_dossier_only_in_a_later_evaluation() -> None:
    """The outlook relies on it: after the certification, a dossier describes the period of a later evaluation."""
    of_case = [step for step in workflow_steps.steps() if "case" in step.of]
    reached = set(workflow_steps.WITH_CERTIFICATE)
    while more := {step.to for step in of_case if step.to and reached & set(step.sources)} - reached:
        reached |= more
    changing = [step for step in workflow_steps.steps() if "dossier_fits" in step.guards]
    assert not {state for step in changing if "case" in step.of for state in step.sources} & reached
    assert {kind for step in changing for kind in step.of} == {"case", *workflow_steps.LATER_EVALUATIONS}


def test_evaluation_review_decision_and_appeal_require_independent_people() -> None:
    for step in workflow_steps.steps():
        if step.function in {"evaluation", "review", "decision"}:
            assert {"disjoint", "competent", "no_interest"} <= set(step.guards), step
        if step.function == "appeal":
            assert "outsider" in step.guards, step


@pytest.mark.parametrize(
    ("before", "after", "field"),
    [
        ("SF-{year}-{serial:04}", "SF-{year}", "content.number"),
        ("SF-{year}-{serial:04}", "{serial}{serial}", "content.number"),
        ("SF-{year}-{serial:04}", "{serial:0999999999}", "content.number"),
        ("SF-{year}-{serial:04}", "{serial.__class__}", "content.number"),
        ("SF-{year}-{serial:04}", "号 {serial}", "content.number"),
        ('["evaluation", "decision"]', '["planning", "decision"]', "content.disjoint"),
        ("without = []", 'without = ["certificate.burn"]', "content.without"),
        ("guards = {}", 'guards = { "case.grant" = ["luck"] }', "content.guards"),
        ("Asia/Shanghai", "Asia/Nowhere", "content.time_zone"),
        ("extensions = 1", "extensions = -1", "content.extensions"),
        ("extensions = 1", "", "content.extensions"),
        ("major = 60, ", "", "content.due_days"),
        ("without = []", "without = [", "content"),
    ],
)
def test_an_invalid_profile_is_refused_with_its_field(before: str, after: str, field: str) -> None:
    assert before in PROFILE
    with pytest.raises(InputError) as raised:
        read_profile(PROFILE.replace(before, after))
    assert [one.field for one in raised.value.violations] == [field]


@pytest.mark.parametrize(
    ("known", "new_severity", "due", "refusal"),
    [
        ("minor", "major", "2026-03-01", None),
        ("observation", "minor", "2026-03-01", None),
        ("minor", "observation", "2026-03-01", InputError),
        ("major", "major", "2026-03-01", InputError),
        ("minor", "major", "2026-03-02", Refusal),
    ],
)
def test_a_finding_can_be_escalated_only_to_a_higher_severity_after_its_due_date(
    known: str, new_severity: str, due: str, refusal: type[Exception] | None
) -> None:
    content = {"severity": known, "due_date": due}
    step_context: Any = SimpleNamespace(
        item_content=content, submitted_content={"severity": new_severity}, day=date(2026, 3, 2), item_name="findings/1"
    )
    with nullcontext() if refusal is None else pytest.raises(refusal):
        for name in ("overdue", "graver"):
            GUARDS[name](step_context)
