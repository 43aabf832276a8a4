"""Drafts on a running server: revisions, comments, all review steps, and attacks."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import grpc
import orjson
import pytest

from service.approval.review_status import TABLE, ReviewAction, ReviewState
from service.approval.statements import Act
from service.gazette.versions import Gazette
from service.identity.principals import Role
from tests.support.calling import refused
from tests.support.drafting import METHODS, SIGNING, Drafters, of_card
from tests.support.identities import new_key_of
from tests.support.signing import Team
from touchstone.v1 import draft_pb2, scorecard_service_pb2

PRECONDITION = grpc.StatusCode.FAILED_PRECONDITION
ACTS = {
    ReviewAction.SUBMIT: Act.SUBMISSION,
    ReviewAction.APPROVE: Act.APPROVAL,
    ReviewAction.REJECT: Act.REJECTION,
    ReviewAction.PUBLISH: Act.PUBLICATION,
    ReviewAction.REPEAL: Act.REPEAL,
}


@pytest.fixture(scope="module")
def team(folder: Path) -> Team:
    asks = {"example": {"approvals": {"*": 2}, "cards": ["*"]}}
    return Team(folder / "team", approvals={"*": 1}, organizations=asks, roles=dict(SIGNING))


@pytest.mark.full
def test_revisions_are_saved_compared_and_restored(people: Drafters, files: dict[str, str]) -> None:
    first = people.save("li.wei", "revised", files)
    assert (first.name, first.scorecard_version) == (
        f"{people.name('revised')}/revisions/1",
        "scorecards/smallest/versions/1.0.0",
    )
    changed = {path: text.replace("Guide 1-2026", "Guide 1-2027") for path, text in files.items()}
    second = people.save("chen", "revised", changed, base=1)
    assert second.content_digest not in ("", first.content_digest)
    lost = refused(people.as_("li.wei", "SaveDraftRevision"), people.saving("revised", files, base=1))
    assert (lost.code, lost.reason) == (grpc.StatusCode.ABORTED, "DRAFT_CHANGED")
    assert "The newest is " in lost.message
    assert (
        refused(people.as_("li.wei", "SaveDraftRevision"), people.saving("revised", files)).code
        is grpc.StatusCode.ABORTED
    )
    broken = people.save("li.wei", "revised", {"card.en.feature": "Feature: nothing\n"}, base=2)
    assert broken.content_digest == ""
    assert broken.problems
    compared = people.ask(
        "anna",
        "CompareDraftRevisions",
        draft_pb2.CompareDraftRevisionsRequest(name=second.name, base_name=first.name, language_code="zh"),
    )
    assert [one.path for one in compared.files] == ["card.en.feature"]
    assert "-" in compared.files[0].unified
    assert "Guide 1-2027" in compared.files[0].unified
    assert compared.meaning_known
    (note,) = compared.rule_changes
    assert "Guide 1-2027" in note.now
    assert not compared.movable_outcomes.grade_ids
    unread = people.ask(
        "anna",
        "CompareDraftRevisions",
        draft_pb2.CompareDraftRevisionsRequest(name=broken.name, base_name=first.name, language_code="en"),
    )
    assert not unread.meaning_known
    restored = people.ask(
        "li.wei", "RestoreDraftRevision", draft_pb2.RestoreDraftRevisionRequest(name=first.name, base_revision=3)
    )
    assert (restored.name, restored.files_digest) == (f"{people.name('revised')}/revisions/4", first.files_digest)
    whole = people.ask("anna", "GetDraftRevision", draft_pb2.GetDraftRevisionRequest(name=restored.name))
    assert {one.path: one.content for one in whole.source_files} == files
    request = draft_pb2.ListDraftRevisionsRequest(parent=people.name("revised"), page_size=3)
    page = people.ask("anna", "ListDraftRevisions", request)
    request.page_token = page.next_page_token
    rest = people.ask("anna", "ListDraftRevisions", request)
    numbers = [one.name.rpartition("/")[2] for one in (*page.draft_revisions, *rest.draft_revisions)]
    assert (numbers, rest.next_page_token) == (["4", "3", "2", "1"], "")


@pytest.mark.full
def test_lines_are_commented_and_comments_resolved(people: Drafters, files: dict[str, str]) -> None:
    revision = people.save("li.wei", "commented", files).name
    request = draft_pb2.CreateDraftCommentRequest(parent=revision, path="card.en.feature", line=2, text="why 80 %?")
    made = people.ask("anna", "CreateDraftComment", request)
    assert made.line_text == files["card.en.feature"].splitlines()[1]
    request.line, request.text = 9_999, " "
    wrong = refused(people.as_("anna", "CreateDraftComment"), request)
    assert set(wrong.violations) == {"line", "text"}
    request.path = "none.feature"
    assert "card.en.feature" in refused(people.as_("anna", "CreateDraftComment"), request).violations["path"]
    assert people.get("commented").open_comments == 1
    resolving = draft_pb2.ResolveDraftCommentRequest(name=made.name)
    assert people.ask("li.wei", "ResolveDraftComment", resolving).HasField("resolve_time")
    listing = draft_pb2.ListDraftCommentsRequest(parent=people.name("commented"), open_only=True)
    assert not people.ask("regulator", "ListDraftComments", listing).draft_comments
    resolving.reopen = True
    assert not people.ask("li.wei", "ResolveDraftComment", resolving).HasField("resolve_time")
    assert len(people.ask("regulator", "ListDraftComments", listing).draft_comments) == 1
    resolving.name = f"{people.name('commented')}/comments/7"
    assert refused(people.as_("li.wei", "ResolveDraftComment"), resolving).reason == "DRAFT_NOT_FOUND"


def test_lines_are_those_of_editors_and_nul_is_no_text(people: Drafters, files: dict[str, str]) -> None:
    odd = {"card.en.feature": "# a\u2028b\x0cc\r\n# second\n"}
    revision = people.save("li.wei", "odd", odd).name
    request = draft_pb2.CreateDraftCommentRequest(parent=revision, path="card.en.feature", line=2, text="why?")
    assert people.ask("anna", "CreateDraftComment", request).line_text == "# second"
    request.line = 3
    assert "2" in refused(people.as_("anna", "CreateDraftComment"), request).violations["line"]
    request.line, request.text = 2, "a\0b"
    assert set(refused(people.as_("anna", "CreateDraftComment"), request).violations) == {"text"}
    saving = people.saving("odd", {"card.en.feature": "a\0b"}, base=1)
    saving.note = "a\0b"
    refusal = refused(people.as_("li.wei", "SaveDraftRevision"), saving)
    assert set(refusal.violations) == {"note", "source_files[card.en.feature].content"}
    assert people.get("odd").revision.name == revision


def steps_refused(people: Drafters, draft: str, files: dict[str, str], state: ReviewState) -> None:
    """Try every step that a state does not allow; each refusal must list the allowed steps."""
    newest = int(people.get(draft).revision.name.rpartition("/")[2])
    allowed = [step.value for before, step in TABLE if before is state]
    assert people.get(draft).allowed_steps == allowed
    for step in ReviewAction:
        if (state, step) in TABLE or step is ReviewAction.SUFFICE:  # which is an approval, too
            continue
        if step is ReviewAction.APPROVE and (state, ReviewAction.SUFFICE) in TABLE:
            continue
        person, method = ("li.wei", "SaveDraftRevision")
        request: object = people.saving(draft, files, base=newest)
        if step is not ReviewAction.CHANGE:
            person = "li.wei" if step is ReviewAction.SUBMIT else "cy"
            method, request = METHODS[ACTS[step]], people.statement(ACTS[step], person, draft)
        refusal = refused(people.as_(person, method), request)
        assert (refusal.code, refusal.reason) == (PRECONDITION, "STEP_NOT_ALLOWED"), (state, step, refusal.message)
        named = [one for one in allowed if one != ReviewAction.SUFFICE.value]
        assert all(one in refusal.message for one in named), (state, step, refusal.message)


@pytest.mark.full
def test_every_step_of_the_review_table_is_accepted_and_every_other_step_refused(
    people: Drafters, files: dict[str, str], folder: Path
) -> None:
    draft, files = "walked", of_card(files, "walked")
    people.save("li.wei", draft, files)
    steps_refused(people, draft, files, ReviewState.DRAFT)
    people.save("li.wei", draft, files, base=1)
    assert people.sign(Act.SUBMISSION, "li.wei", draft).state == draft_pb2.Draft.STATE_IN_REVIEW
    steps_refused(people, draft, files, ReviewState.IN_REVIEW)
    assert people.sign(Act.REJECTION, "anna", draft).state == draft_pb2.Draft.STATE_DRAFT
    submitted = people.sign(Act.SUBMISSION, "li.wei", draft)
    assert (submitted.approvals_lacking, submitted.approvals_asked_by) == (2, "organizations/example")
    assert people.sign(Act.APPROVAL, "anna", draft).state == draft_pb2.Draft.STATE_IN_REVIEW
    changed = {path: text.replace("Guide 1-2026", "Guide 1-2027") for path, text in files.items()}
    people.save("li.wei", draft, changed, base=2)
    assert people.get(draft).state == draft_pb2.Draft.STATE_DRAFT
    assert people.get(draft).statements_on_other_content == 4
    people.sign(Act.SUBMISSION, "li.wei", draft)
    people.sign(Act.APPROVAL, "anna", draft)
    early = refused(people.as_("anna", "PublishDraft"), people.statement(Act.PUBLICATION, "anna", draft))
    assert "Approvals by people in the trust file: 1 of 2 (required by organizations/example)" in early.message
    assert people.sign(Act.APPROVAL, "bo", draft).state == draft_pb2.Draft.STATE_APPROVED
    steps_refused(people, draft, changed, ReviewState.APPROVED)
    published = people.sign(Act.PUBLICATION, "anna", draft)
    assert published.state == draft_pb2.Draft.STATE_PUBLISHED
    assert list(published.authors) == ["li.wei"]
    steps_refused(people, draft, changed, ReviewState.PUBLISHED)
    assert Gazette(folder / "gazette").version("walked", "1.0.0").content_digest == published.revision.content_digest
    assert people.sign(Act.REPEAL, "anna", draft).state == draft_pb2.Draft.STATE_PUBLISHED
    repealed = people.sign(Act.REPEAL, "bo", draft)
    assert (repealed.state, repealed.repeal.first_date) == (draft_pb2.Draft.STATE_REPEALED, "2027-01-01")
    steps_refused(people, draft, changed, ReviewState.REPEALED)
    version = people.ask(
        "regulator",
        "GetScorecardVersion",
        scorecard_service_pb2.GetScorecardVersionRequest(name="scorecards/walked/versions/1.0.0"),
    )
    acts = [one.act for one in version.statements]
    assert (len(acts), version.repeal.reason) == (6, "withdrawn")


def submitted(people: Drafters, draft: str, files: dict[str, str]) -> None:
    people.save("li.wei", draft, of_card(files, draft))
    people.sign(Act.SUBMISSION, "li.wei", draft)


@pytest.fixture(scope="module")
def reviewed(people: Drafters, files: dict[str, str]) -> str:
    """Draft in review, never changed by a test."""
    submitted(people, "reviewed", files)
    return "reviewed"


def refusal_of(people: Drafters, act: Act, person: str, draft: str) -> str:
    return refused(people.as_(person, METHODS[act]), people.statement(act, person, draft)).message


def refusal_message(people: Drafters, act: Act, person: str, draft: str, *, by: str = "", **fields: object) -> str:
    request = people.statement(act, person, draft, **fields)  # type: ignore[arg-type]
    refusal = refused(people.as_(by or person, METHODS[act]), request)
    assert (refusal.code, refusal.reason) == (PRECONDITION, "STEP_NOT_ALLOWED"), refusal.message
    return refusal.message


def test_an_author_cannot_approve_with_a_second_key_sent_by_another_person(
    people: Drafters, reviewed: str, team: Team
) -> None:
    second = team.add_key("li.wei")
    assert "so no key of li.wei can approve it" in refusal_message(
        people, Act.APPROVAL, "li.wei", reviewed, by="anna", key=second
    )
    request = people.statement(Act.APPROVAL, "li.wei", reviewed, key=second)
    chinese = refused(lambda given: people.ask("anna", "ApproveDraft", given, accept_language="zh"), request)
    assert "使用任何密钥都不能批准" in chinese.localized["zh-CN"]


def test_the_person_who_saved_a_revision_cannot_approve_the_draft(people: Drafters, files: dict[str, str]) -> None:
    url = people.server.environment["TOUCHSTONE_DATABASE_URL"]
    people.keys["both"] = new_key_of(url, "example", Role.RULE_AUTHOR, Role.RULE_APPROVER)
    people.save("both", "both", of_card(files, "both"))
    people.save("li.wei", "both", of_card(files, "both", "1.0.1"), base=1)
    people.sign(Act.SUBMISSION, "li.wei", "both")
    assert "saved a revision of this draft" in refusal_message(people, Act.APPROVAL, "anna", "both", by="both")


def test_a_submission_needs_a_reason_and_no_placeholders(people: Drafters, files: dict[str, str]) -> None:
    people.save("li.wei", "why", of_card(files, "why"))
    for reason, words in (("", "is required"), ("To be completed by a person", "is a placeholder")):
        request = people.statement(Act.SUBMISSION, "li.wei", "why", reason=reason)
        assert words in refused(people.as_("li.wei", "SubmitDraft"), request).violations["reason"]
        asked = draft_pb2.PrepareDraftStatementRequest(
            name=people.name("why"), act="ACT_SUBMISSION", person="li.wei", reason=reason
        )
        assert words in refused(people.as_("li.wei", "PrepareDraftStatement"), asked).violations["reason"]
    placeholder = {path: text.replace("Guide 1-2026", "TBD") for path, text in of_card(files, "why").items()}
    people.save("li.wei", "why", placeholder, base=1)
    (problem,) = people.check("why").problems
    assert "RL140: 'TBD' is a placeholder" in problem
    assert "RL140" in refusal_of(people, Act.SUBMISSION, "li.wei", "why")


def test_an_approval_states_the_effect(people: Drafters, files: dict[str, str]) -> None:
    submitted(people, "effective", files)
    effect = people.get("effective").effect
    assert (effect.first_date, list(effect.language_codes), effect.compared_version) == ("2026-01-01", ["en"], "")
    assert effect.retroactive_days > 300
    wrong = [None, {"first_day": "2999-01-01", "languages": ["en"]}]
    for stated in wrong:
        told = refusal_message(people, Act.APPROVAL, "anna", "effective", effect=stated)
        assert (
            "omits or misstates the legal effect of scorecards/effective/versions/1.0.0, "
            "which is in force from 2026-01-01" in told
        )
    asked = draft_pb2.PrepareDraftStatementRequest(name=people.name("effective"), act="ACT_APPROVAL", person="anna")
    stated = orjson.loads(people.ask("anna", "PrepareDraftStatement", asked).payload)["predicate"]["effect"]
    assert stated == {
        "compared_with": "", "first_day": "2026-01-01", "languages": ["en"], "measured_results": 0, "moved_results": 0,
        "open_cases": 0, "reevaluated_cases": 0, "results": 0, "retroactive_days": effect.retroactive_days,
    }  # fmt: skip


def test_a_statement_time_outside_the_clock_tolerance_is_refused(people: Drafters, reviewed: str) -> None:
    for shift in (timedelta(minutes=-20), timedelta(minutes=20)):
        assert "may differ by at most 5 minutes" in refusal_message(people, Act.APPROVAL, "anna", reviewed, shift=shift)
    early = refusal_message(people, Act.APPROVAL, "anna", reviewed, shift=timedelta(seconds=-120))
    assert "an existing statement on the same content is dated later" in early


def test_a_retired_key_cannot_sign(people: Drafters, reviewed: str, team: Team) -> None:
    old = team.add_key("cy", last_day="2021-01-01")
    assert "was not valid according to the trust file" in refusal_message(people, Act.APPROVAL, "cy", reviewed, key=old)


def test_a_draft_changed_between_review_and_publication_is_not_published(
    people: Drafters, files: dict[str, str]
) -> None:
    submitted(people, "changed", files)
    people.sign(Act.APPROVAL, "anna", "changed")
    people.sign(Act.APPROVAL, "bo", "changed")
    approved = people.get("changed").revision
    people.save("chen", "changed", of_card(files, "changed", "1.0.1"), base=1)
    assert "is not the newest revision, 2" in refusal_message(people, Act.PUBLICATION, "anna", "changed", of=approved)
    assert "the step 'publish' is not allowed" in refusal_message(people, Act.PUBLICATION, "anna", "changed")


def test_a_submission_with_a_wrong_check_report_or_a_wrong_act_is_refused(
    people: Drafters, files: dict[str, str]
) -> None:
    people.save("li.wei", "unchecked", of_card(files, "unchecked"))
    assert "The check report in the submission is not the current report of the server" in refusal_message(
        people, Act.SUBMISSION, "li.wei", "unchecked", reports={"check": "1" * 64}
    )
    wrong = people.statement(Act.APPROVAL, "anna", "unchecked")
    assert (
        "but this method needs 'submission'."
        in refused(people.as_("li.wei", "SubmitDraft"), wrong).violations["statement.payload"]
    )
    wrong.statement.payload = b"{}"
    assert "statement" in refused(people.as_("anna", "ApproveDraft"), wrong).violations


def test_one_of_two_concurrent_publications_wins_and_the_other_is_refused(
    people: Drafters, files: dict[str, str], folder: Path
) -> None:
    submitted(people, "raced", files)
    people.sign(Act.APPROVAL, "anna", "raced")
    people.sign(Act.APPROVAL, "bo", "raced")
    calls = []
    for person in ("anna", "bo", "cy"):
        request = people.statement(Act.PUBLICATION, person, "raced")
        metadata = (("authorization", f"Bearer {people.keys[person]}"),)
        calls.append(people.server.scorecards.PublishDraft.future(request, metadata=metadata, timeout=120))
    codes = sorted(call.code().name for call in calls)
    assert codes == ["FAILED_PRECONDITION", "FAILED_PRECONDITION", "OK"]
    for call in calls:
        if call.code() is PRECONDITION:
            assert (
                "already" in call.details()
                or "the step 'publish' is not allowed. Use one of these steps: repeal" in call.details()
            )
    assert len(Gazette(folder / "gazette").versions("raced")) == 1


def test_a_version_is_not_published_again_with_different_content(people: Drafters, files: dict[str, str]) -> None:
    submitted(people, "once", files)
    for person in ("anna", "bo"):
        people.sign(Act.APPROVAL, person, "once")
    people.sign(Act.PUBLICATION, "anna", "once")
    other = {path: text.replace("Guide 1", "Guide 2") for path, text in of_card(files, "once").items()}
    people.save("chen", "again", other)
    check = people.check("again")
    assert not check.publishable
    assert any("RL061" in one for one in check.problems)


def test_drafts_are_visible_only_within_their_organisation(people: Drafters, files: dict[str, str], team: Team) -> None:
    others = Drafters(people.server, team, organization="other")
    people.save("li.wei", "own", files)
    for method, request in (
        ("GetDraft", draft_pb2.GetDraftRequest(name=people.name("own"))),
        ("GetDraftRevision", draft_pb2.GetDraftRevisionRequest(name=f"{people.name('own')}/revisions/1")),
        ("ListDrafts", draft_pb2.ListDraftsRequest(parent="organizations/example")),
    ):
        assert refused(others.as_("anna", method), request).reason == "OTHER_ORGANIZATION"
    assert not others.ask("anna", "ListDrafts", draft_pb2.ListDraftsRequest(parent="organizations/other")).drafts
    request = draft_pb2.ListDraftsRequest(parent="organizations/example", page_size=2)
    names = []
    while True:
        page = people.ask("regulator", "ListDrafts", request)
        names += [one.name for one in page.drafts]
        for listed in page.drafts:
            whole = people.ask("regulator", "GetDraft", draft_pb2.GetDraftRequest(name=listed.name))
            assert all(statement.HasField("signed_statement") for statement in whole.statements)
            assert whole.HasField("effect") is bool(whole.revision.content_digest)
            whole.ClearField("effect")
            for statement in whole.statements:
                statement.ClearField("signed_statement")
            assert listed == whole
        if not page.next_page_token:
            break
        request.page_token = page.next_page_token
    assert people.name("own") in names
    assert names == sorted(set(names))
