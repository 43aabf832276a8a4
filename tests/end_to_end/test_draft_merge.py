"""Branches and merges of drafts on a running server: origins, previews, decisions and refusals."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import grpc
import pytest

from tests.support.calling import refused
from tests.support.drafting import SIGNING, Drafters, of_card
from tests.support.signing import Team
from touchstone.v1 import draft_merge_pb2 as merges, draft_pb2

CARD = "card.en.feature"
I1, I2 = "indicators[I1]", "indicators[I2]"
OURS, THEIRS = merges.DRAFT_MERGE_SIDE_OURS, merges.DRAFT_MERGE_SIDE_THEIRS


@pytest.fixture(scope="module")
def team(folder: Path) -> Team:
    return Team(folder / "team", approvals={"*": 1}, roles=dict(SIGNING))


def points(files: dict[str, str], number: int) -> dict[str, str]:
    """The middle band of the first indicator with other points."""
    assert "| 50       | 80    | 30     |" in files[CARD]
    return {**files, CARD: files[CARD].replace("| 50       | 80    | 30     |", f"| 50       | 80    | {number}     |")}


def retitled(files: dict[str, str], title: str) -> dict[str, str]:
    return {**files, CARD: files[CARD].replace("| title          | The smallest card     |", f"| title | {title} |")}


def branch(people: Drafters, draft: str, name: str) -> draft_pb2.DraftRevision:
    request = merges.BranchDraftRequest(name=people.name(draft), branch=people.name(name), note="for Notice 7")
    revision: draft_pb2.DraftRevision = people.ask("chen", "BranchDraft", request)
    return revision


def preview(
    people: Drafters, draft: str, other: str, language: str = "en", **fields: Any
) -> merges.PreviewDraftMergeResponse:
    request = merges.PreviewDraftMergeRequest(
        name=people.name(draft), other=people.name(other), language_code=language, **fields
    )
    response: merges.PreviewDraftMergeResponse = people.ask("anna", "PreviewDraftMerge", request)
    return response


def merging(people: Drafters, draft: str, other: str, base: int, **sides: str) -> merges.MergeDraftRequest:
    name, _, number = other.partition("@")
    return merges.MergeDraftRequest(
        name=people.name(draft),
        other_revision=f"{people.name(name)}/revisions/{number}",
        base_revision=base,
        resolutions=[merges.DraftMergeResolution(path=path, side=side) for path, side in sides.items()],
    )  # fmt: skip


def sources(people: Drafters, revision: draft_pb2.DraftRevision) -> dict[str, str]:
    request = draft_pb2.GetDraftRevisionRequest(name=revision.name)
    found = people.ask("anna", "GetDraftRevision", request)
    return {file.path: file.content for file in found.source_files}


@pytest.mark.full
def test_a_branch_is_a_copy_with_its_origin_and_merges_rule_by_rule(people: Drafters, files: dict[str, str]) -> None:
    first = people.save("li.wei", "trunk", files)
    copied = branch(people, "trunk", "branch")
    assert (copied.origin, copied.files_digest, copied.note) == (first.name, first.files_digest, "for Notice 7")
    people.save("li.wei", "trunk", points(files, 35), base=1)
    people.save("chen", "branch", retitled(files, "Another title"), base=1)
    shown = preview(people, "trunk", "branch")
    assert (shown.base, shown.open_conflict_count, list(shown.problems)) == (first.name, 0, [])
    assert {part.path: list(part.changed_by) for part in shown.parts} == {I1: [OURS], "card.titles": [THEIRS]}
    assert [file.path for file in shown.files] == [CARD]
    merged = people.ask("li.wei", "MergeDraft", merging(people, "trunk", "branch@2", 2))
    assert (merged.name, merged.origin) == (f"{people.name('trunk')}/revisions/3", shown.other_revision)
    assert merged.content_digest
    expected = people.save("li.wei", "expected", retitled(points(files, 35), "Another title"))
    assert merged.rule_digest == expected.rule_digest
    again = preview(people, "trunk", "branch")
    assert again.base == shown.other_revision
    assert not [part for part in again.parts if THEIRS in part.changed_by]


@pytest.mark.full
def test_conflicts_have_the_lines_of_all_sides_and_need_decisions(people: Drafters, files: dict[str, str]) -> None:
    people.save("li.wei", "mine", files)
    branch(people, "mine", "yours")
    people.save("li.wei", "mine", points(files, 35), base=1)
    people.save("chen", "yours", points(files, 40), base=1)
    shown = preview(people, "mine", "yours", "zh")
    (part,) = shown.parts
    assert (part.path, part.conflict) == (I1, merges.DraftMergePart.CONFLICT_CHANGED)
    assert shown.open_conflict_count == 1
    lines = ["; ".join(side) for side in (part.base_lines, part.our_lines, part.their_lines)]
    assert ["points: 30" in lines[0], "points: 35" in lines[1], "points: 40" in lines[2]] == [True] * 3
    undecided = refused(people.as_("li.wei", "MergeDraft"), merging(people, "mine", "yours@2", 2))
    assert set(undecided.violations) == {"resolutions"}
    assert I1 in undecided.violations["resolutions"]
    unknown = refused(
        people.as_("li.wei", "MergeDraft"), merging(people, "mine", "yours@2", 2, **{I2: "DRAFT_MERGE_SIDE_OURS"})
    )
    assert set(unknown.violations) == {"resolutions[0].path"}
    late = refused(
        people.as_("li.wei", "MergeDraft"), merging(people, "mine", "yours@2", 1, **{I1: "DRAFT_MERGE_SIDE_THEIRS"})
    )
    assert (late.code, late.reason) == (grpc.StatusCode.ABORTED, "DRAFT_CHANGED")
    merged = people.ask(
        "li.wei", "MergeDraft", merging(people, "mine", "yours@2", 2, **{I1: "DRAFT_MERGE_SIDE_THEIRS"})
    )
    assert sources(people, merged) == points(files, 40)


@pytest.mark.full
def test_drafts_without_a_common_origin_need_a_base(people: Drafters, files: dict[str, str]) -> None:
    people.save("li.wei", "alone", points(files, 31))
    people.save("chen", "apart", retitled(files, "Apart"))
    base = people.save("li.wei", "common", files)
    request = merges.PreviewDraftMergeRequest(name=people.name("alone"), other=people.name("apart"), language_code="en")
    lost = refused(people.as_("anna", "PreviewDraftMerge"), request)
    assert lost.code is grpc.StatusCode.FAILED_PRECONDITION
    assert "base_name" in lost.message
    shown = preview(people, "alone", "apart", base_name=base.name)
    assert {part.path for part in shown.parts} == {I1, "card.titles"}


@pytest.mark.full
def test_invalid_merges_are_refused_with_the_field(people: Drafters, files: dict[str, str]) -> None:
    people.save("li.wei", "valid", files)
    people.save("li.wei", "other-card", of_card(files, "another"))
    people.save("li.wei", "broken", {CARD: "# language: en\nFeature: nothing\n"})
    name = people.name("valid")

    def wrong(**fields: Any) -> set[str]:
        request = merges.PreviewDraftMergeRequest(**{"name": name, "language_code": "en"} | fields)
        return set(refused(people.as_("anna", "PreviewDraftMerge"), request).violations)

    assert wrong(other=name) == {"other"}
    assert wrong(other=people.name("broken"), language_code="fr") == {"language_code"}
    assert wrong(other=people.name("other-card"), base_name=f"{name}/revisions/1") == {"name"}
    twice = [merges.DraftMergeResolution(path=I1, side=OURS)] * 2
    assert wrong(other=people.name("broken"), resolutions=twice) == {"resolutions[1].path"}
    unset = [merges.DraftMergeResolution(path=I1)]
    assert wrong(other=people.name("broken"), resolutions=unset) == {"resolutions[0].side"}
    errors = merges.PreviewDraftMergeRequest(
        name=name, other=people.name("broken"), base_name=f"{name}/revisions/1", language_code="en"
    )
    refusal = refused(people.as_("anna", "PreviewDraftMerge"), errors)
    assert (refusal.code, refusal.reason) == (grpc.StatusCode.FAILED_PRECONDITION, "SOURCE_HAS_ERRORS")
    assert people.name("broken") in refusal.message
    exists = merges.BranchDraftRequest(name=name, branch=people.name("broken"))
    assert refused(people.as_("li.wei", "BranchDraft"), exists).code is grpc.StatusCode.ABORTED
    foreign = merges.BranchDraftRequest(name=name, branch="organizations/other/drafts/valid")
    assert refused(people.as_("li.wei", "BranchDraft"), foreign).code in {
        grpc.StatusCode.INVALID_ARGUMENT, grpc.StatusCode.PERMISSION_DENIED,
    }  # fmt: skip
