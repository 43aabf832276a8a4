"""Certifiability of results under a profile, and whether the people of a body suffice for it."""

from __future__ import annotations

import pytest

from rules.contracts.messages import in_language
from service.cases.certifiability import card_problem, profile_problems, workflow_problem
from service.cases.scheme_profiles import Profile, read_profile, shipped_profiles
from service.cases.setup_service import _staffing_problem
from service.configuration.folders import CHECKOUT
from service.gazette.versions import Gazette
from tests.support.casework import PROFILE

GAZETTE = Gazette(CHECKOUT / "scorecards")
FACTORY = shipped_profiles()["zero-carbon-factory"]
ABLE = {
    "accept": ["rui"], "agree": ["oda"], "plan": ["rui"], "conclude": ["ada", "ben"], "recommend": ["rui"],
    "grant": ["dan"], "issue": ["dan"],
}  # fmt: skip


@pytest.mark.parametrize("id", sorted(shipped_profiles()))
def test_every_card_of_a_shipped_profile_has_results_that_can_be_certified(id: str) -> None:
    profile = read_profile(shipped_profiles()[id])
    assert [in_language(problem, "en") for problem in profile_problems(profile, GAZETTE)] == []


@pytest.mark.full
@pytest.mark.parametrize("id", sorted(shipped_profiles()))
def test_shipped_profiles_accept_readings_that_exist(id: str) -> None:
    profile = read_profile(shipped_profiles()[id])
    versions = [version for card in profile.cards for version in GAZETTE.versions(card)]
    named = {f"{version.card.id}/{basis.id}" for version in versions for basis in version.scorecard.bases}
    assert set(profile.accepted_readings) <= named


def without(*readings: str) -> Profile:
    content = FACTORY
    for reading in readings:
        assert f'"zero-carbon-factory/{reading}"' in content
        content = content.replace(f'"zero-carbon-factory/{reading}"', '"zero-carbon-factory/other"')
    return read_profile(content)


def test_a_card_is_blocked_only_by_readings_that_every_result_depends_on() -> None:
    version = GAZETTE.newest("zero-carbon-factory")
    assert card_problem(without("norm", "star-table-hole"), version) is None
    problem = card_problem(without("residual", "norm", "table-b1"), version)
    assert problem is not None
    assert ": zero-carbon-factory/residual, zero-carbon-factory/table-b1." in problem
    assert "：zero-carbon-factory/residual、zero-carbon-factory/table-b1。" in in_language(problem, "zh")


def test_a_verdict_that_prohibits_is_no_result_to_certify() -> None:
    nothing = read_profile(PROFILE)
    problem = card_problem(nothing, GAZETTE.newest("low-carbon-product"))
    assert problem is not None
    assert "low-carbon-product/otherwise, low-carbon-product/proof" in problem


@pytest.mark.parametrize(("step", "blocks"), [("grant", True), ("hand_over", True), ("ask", False), ("refuse", False)])
def test_omitted_steps_must_leave_a_path_to_the_certificate(step: str, blocks: bool) -> None:
    profile = read_profile(PROFILE.replace("without = []", f'without = ["case.{step}"]'))
    problem = workflow_problem(profile)
    assert (problem is not None) == blocks
    assert not blocks or f"case.{step}" in str(problem)


def staffing(profile: str = PROFILE, signers: int = 0, *, is_signing: bool = False, **able: list[str]) -> str:
    return str(_staffing_problem(read_profile(profile), {**ABLE, **able}, signers, is_signing=is_signing) or "")


def test_people_are_assigned_as_the_separation_of_functions_in_the_profile_requires() -> None:
    assert not staffing()
    assert "the evaluation / the review" in staffing(recommend=["ada"], conclude=["ada"])
    assert not staffing(recommend=["dan"])
    third = PROFILE.replace('["evaluation", "decision"]]', '["evaluation", "decision"], ["review", "decision"]]')
    assert "the review / the decision" in staffing(third, recommend=["dan"])
    two = PROFILE.replace("extensions = 1", "extensions = 1\nassessors = 2")
    assert not staffing(two)
    assert "2 assessors" in staffing(two, recommend=["ben"])


def test_decisions_need_enough_people_who_can_sign() -> None:
    two = PROFILE.replace("guards = {}", 'guards = { "case.grant" = ["two_decide"] }')
    assert "/workbench/passkey" in staffing(is_signing=True)
    assert not staffing(is_signing=True, signers=1)
    assert "Two deciders" in staffing(two, signers=1, grant=["dan", "eva"])
    assert not staffing(two, signers=2, grant=["dan", "eva"])
    assert staffing(two, signers=2)
