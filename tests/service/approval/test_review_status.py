"""Review status: the table of steps, and valid approvals by other people over the same bytes."""

import itertools
import re
from pathlib import Path

import pytest

from service.approval.approval_trust import RequiredApprovals, read_trust
from service.approval.review_status import TABLE, ReviewAction, ReviewState, ReviewStatus, next_state, review_status
from service.approval.signing_keys import read_signing_key
from service.approval.statements import Act, Predicate, Statement, sign_statement
from service.configuration.folders import CHECKOUT
from tests.support.signing import Team

VERSION = "scorecards/a/versions/1.0.0"
CONTENT, OTHER = "cd" * 32, "ce" * 32
DIGEST = "ab" * 32


class Desk:
    def __init__(self, team: Team) -> None:
        self.team, self.said, self.seconds = team, [], 0  # type: tuple[Team, list[Statement], int]

    def state(self, act: Act, person: str, content: str = CONTENT, key: int = 0, **more: object) -> Statement:
        self.seconds += 1
        time = more.pop("time", f"2026-01-01T00:00:{self.seconds:02}Z")
        fields = {"person": person, "time": time, "rule_digest": DIGEST, "text_digest": DIGEST, **more}
        private = read_signing_key(self.team.key(str(more.get("signer", person)), key))
        fields.pop("signer", None)
        self.said.append(sign_statement(act, VERSION, content, Predicate.model_validate(fields), private))
        return self.said[-1]

    def submit(self, person: str = "li.wei", **more: object) -> Statement:
        return self.state(Act.SUBMISSION, person, **more)  # type: ignore[arg-type]

    def approve(self, person: str, of: Statement, **more: object) -> Statement:
        return self.state(Act.APPROVAL, person, submission=of.digest, **more)  # type: ignore[arg-type]

    def reject(self, person: str, of: Statement) -> Statement:
        return self.state(Act.REJECTION, person, submission=of.digest, reason="no")

    def stands(self, needed: int = 1) -> ReviewStatus:
        return review_status(self.said, VERSION, CONTENT, RequiredApprovals(needed), read_trust(self.team.trust))


@pytest.fixture
def team(tmp_path: Path) -> Team:
    return Team(tmp_path)


@pytest.fixture
def desk(team: Team) -> Desk:
    return Desk(team)


def why(status: ReviewStatus) -> str:
    ((_, reason),) = status.discounted
    return reason


def test_a_draft_is_submitted_approved_and_published(desk: Desk) -> None:
    assert desk.stands().state is ReviewState.DRAFT
    first = desk.submit()
    assert (desk.stands().state, desk.stands().lacking) == (ReviewState.IN_REVIEW, 1)
    desk.approve("anna", first)
    assert (desk.stands().state, desk.stands().lacking) == (ReviewState.APPROVED, 0)
    desk.state(Act.PUBLICATION, "anna")
    status = desk.stands()
    assert (status.state, status.authors, status.discounted) == (ReviewState.PUBLISHED, ("li.wei",), ())


def test_two_approvals_are_of_two_people(desk: Desk) -> None:
    first = desk.submit()
    desk.approve("anna", first)
    assert desk.stands(2).state is ReviewState.IN_REVIEW
    desk.approve("anna", first)
    assert desk.stands(2).state is ReviewState.IN_REVIEW
    assert f"anna has already approved {VERSION}" in why(desk.stands(2))
    desk.approve("bo", first)
    assert desk.stands(2).state is ReviewState.APPROVED


@pytest.mark.parametrize("key", [0, 1])
def test_an_author_does_not_approve_under_whatever_key(desk: Desk, key: int) -> None:
    desk.team.add_key("li.wei")
    desk.approve("li.wei", desk.submit(), key=key)
    assert desk.stands().state is ReviewState.IN_REVIEW
    assert ", so no key of li.wei can approve it." in why(desk.stands())


def test_a_named_author_cannot_approve(desk: Desk) -> None:
    desk.approve("anna", desk.submit(authors=["anna", "li.wei"]))
    assert f"anna is an author of {VERSION}, so no key of anna can approve it" in why(desk.stands())


def test_a_person_without_a_role_can_neither_submit_nor_approve(desk: Desk) -> None:
    desk.submit("anna")
    assert "anna has none of these roles: rule-author" in why(desk.stands())
    desk.said.clear()
    desk.approve("reader", desk.submit())
    assert "reader has none of these roles: rule-approver" in why(desk.stands())


def test_a_content_change_voids_earlier_statements(desk: Desk) -> None:
    desk.approve("anna", desk.submit(content=OTHER), content=OTHER)
    status = desk.stands()
    assert (status.state, status.of_other_content) == (ReviewState.DRAFT, 2)


def test_an_approval_of_an_earlier_submission_does_not_count(desk: Desk) -> None:
    first = desk.submit()
    desk.reject("anna", first)
    assert desk.stands().state is ReviewState.DRAFT
    desk.submit()
    desk.approve("bo", first)
    assert desk.stands().state is ReviewState.IN_REVIEW
    assert "bo reviewed an earlier submission" in why(desk.stands())


def test_a_rejection_voids_earlier_approvals(desk: Desk) -> None:
    first = desk.submit()
    desk.approve("anna", first)
    desk.reject("bo", first)
    status = desk.stands()
    assert (status.state, status.approvals, status.rejection is not None) == (ReviewState.DRAFT, (), True)


def test_an_unknown_key_or_the_key_of_another_person_does_not_count(desk: Desk, tmp_path: Path) -> None:
    first = desk.submit()
    desk.approve("anna", first, signer="bo")
    assert "for anna. Ask anna to sign again" in why(desk.stands())
    desk.said.pop()
    other = Team(tmp_path / "other")
    desk.team, team = other, desk.team
    desk.approve("anna", first)
    desk.team = team
    assert "The trust file has no person with the key" in why(desk.stands())


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ({"last_day": "2025-12-31"}, "was not valid according to the trust file"),
        ({"first_day": "2026-01-02"}, "was not valid according to the trust file"),
        ({"compromised": True}, "is marked as disclosed"),
    ],
)
def test_an_expired_future_or_compromised_key_does_not_count(desk: Desk, key: dict[str, object], words: str) -> None:
    desk.team.add_key("anna", **key)
    desk.approve("anna", desk.submit(), key=1)
    assert desk.stands().state is ReviewState.IN_REVIEW
    assert words in why(desk.stands())
    assert "compromised" in key or "anna signed at 2026-01-01" in why(desk.stands())


def test_an_approval_dated_before_the_submission_does_not_count(desk: Desk) -> None:
    first = desk.submit()
    desk.approve("anna", first, time="2025-12-31T23:59:59Z")
    assert desk.stands().state is ReviewState.IN_REVIEW
    assert "the step 'approve' is not allowed" in why(desk.stands())


def test_a_version_cannot_be_published_before_its_approval(desk: Desk) -> None:
    desk.submit()
    desk.state(Act.PUBLICATION, "li.wei")
    assert desk.stands().state is ReviewState.IN_REVIEW
    assert "the step 'publish' is not allowed" in why(desk.stands())


@pytest.mark.parametrize(("state", "step"), list(itertools.product(ReviewState, ReviewAction)))
def test_a_step_leads_to_the_state_in_the_table_or_is_refused(state: ReviewState, step: ReviewAction) -> None:
    outcome = next_state("scorecards/a/versions/1.0.0", state, step)
    if (state, step) in TABLE:
        assert outcome is TABLE[state, step]
    else:
        assert not isinstance(outcome, ReviewState)
        named = "approve" if step is ReviewAction.SUFFICE else step.value
        assert outcome.startswith("scorecards/a/versions/1.0.0 is ")
        assert f"'{named}'" in outcome
        assert "suffice" not in outcome
        assert not re.search(r"[a-z]{3}", outcome.in_language("zh").replace("scorecards/a/versions/1.0.0", ""))


def test_a_published_version_can_only_be_repealed_and_a_repeal_is_final() -> None:
    assert [step for state, step in TABLE if state is ReviewState.PUBLISHED] == [ReviewAction.REPEAL]
    assert [step for state, step in TABLE if state is ReviewState.REPEALED] == []


def test_every_path_to_publication_passes_enough_approvals() -> None:
    into = {state for (state, step), after in TABLE.items() if after is ReviewState.PUBLISHED}
    assert into == {ReviewState.APPROVED}
    assert {step for (_, step), after in TABLE.items() if after is ReviewState.APPROVED} == {ReviewAction.SUFFICE}


@pytest.mark.parametrize("page", ["publication.md", "publication.zh.md"])
def test_the_page_shows_the_table(page: str) -> None:
    lines = (CHECKOUT / "docs" / page).read_text(encoding="utf-8").splitlines()
    rows = (line.strip("|").split("|") for line in lines if line.startswith("| `"))
    shown = {tuple(cell.strip(" `") for cell in row[:3]) for row in rows}
    assert {(state.value, step.value, after.value) for (state, step), after in TABLE.items()} <= shown


def published_elsewhere(desk: Desk) -> Statement:
    first = desk.submit()
    desk.approve("anna", first)
    desk.state(Act.PUBLICATION, "li.wei")
    return first


def test_approvals_after_the_publication_count_where_more_are_required(desk: Desk) -> None:
    first = published_elsewhere(desk)
    publication = desk.said[-1]
    assert desk.stands(2).state is ReviewState.IN_REVIEW
    assert "the step 'publish' is not allowed" in why(desk.stands(2))
    approval = desk.approve("bo", first)
    here, there = desk.stands(1), desk.stands(2)
    assert (here.state, here.more_approvals, here.discounted) == (ReviewState.PUBLISHED, (approval,), ())
    assert (there.state, there.publication, there.discounted) == (ReviewState.PUBLISHED, publication, ())
    desk.approve("bo", first)
    assert f"bo has already approved {VERSION}" in why(desk.stands(1))


def test_a_publication_before_every_approval_never_counts(desk: Desk) -> None:
    first = desk.submit()
    desk.state(Act.PUBLICATION, "li.wei")
    desk.approve("anna", first)
    desk.approve("bo", first)
    assert desk.stands(2).state is ReviewState.APPROVED


def test_a_rejection_voids_an_early_publication(desk: Desk) -> None:
    first = published_elsewhere(desk)
    desk.reject("bo", first)
    again = desk.submit(reason="again")
    desk.approve("anna", again)
    desk.approve("bo", again)
    assert (desk.stands(2).state, desk.stands(2).publication) == (ReviewState.APPROVED, None)


def test_only_the_approvers_of_an_environment_count_there(desk: Desk) -> None:
    desk.team.environments = {"staging": {}, "production": {"approvers": ["bo"]}}
    desk.team.write()
    first = published_elsewhere(desk)
    production = read_trust(desk.team.trust).in_environment("production")
    before = review_status(desk.said, VERSION, CONTENT, RequiredApprovals(1), production)
    assert before.state is ReviewState.IN_REVIEW
    assert "In the environment 'production', approvals of anna do not count." in before.discounted[0][1]
    desk.approve("bo", first)
    after = review_status(desk.said, VERSION, CONTENT, RequiredApprovals(1), production)
    assert (after.state, [each.predicate.person for each in after.approvals]) == (ReviewState.PUBLISHED, ["bo"])
