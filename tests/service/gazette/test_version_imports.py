"""Versions from another environment: unchanged bytes, refused without the approvals of this environment."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from rules.contracts.errors import InputError, TrailError
from rules.model.published_version import PublishedVersion, published_bytes, read_published
from service.base.refusals import Refusal
from service.gazette.publication import find_entry
from service.gazette.sidecars import APPROVALS, SIDECAR
from service.gazette.version_files import CHANGES, CONTENT, VersionFiles, sort_files, stored_files
from service.gazette.version_imports import write_approval, write_imported
from service.gazette.versions import Gazette
from tests.support.promoting import later_approval, publish, statements_of
from tests.support.signing import Team
from tests.support.small_card import small_card

APPROVERS = ("anna", "bo", "cy", "dee")
VERSION = read_published(published_bytes(small_card(), {}), "2026-01-02T00:00:00Z")
NUMBERS = count()


@pytest.fixture(scope="module")
def team(tmp_path_factory: pytest.TempPathFactory) -> Team:
    roles = {"li.wei": ["rule-author"], **{person: ["rule-approver"] for person in APPROVERS}}
    return Team(tmp_path_factory.mktemp("team"), roles=roles)


def gazette_of(folder: Path, trust: Path | None) -> Gazette:
    gazette = Gazette(folder, private=True)
    gazette.trust = trust
    return gazette


def staged(folder: Path, team: Team, before: Sequence[str], after: Sequence[str] = ()) -> Gazette:
    """Publish in a staging folder, with approvals before and after the publication."""
    publish(folder, VERSION, team, before)
    gazette = gazette_of(folder, None)
    submission = gazette.statements(VERSION)[0].digest
    for second, person in enumerate(after):
        time = f"2026-02-01T00:00:{second:02}Z"
        write_approval(gazette, VERSION, later_approval(VERSION, team, person, time, submission))
    return gazette


def imported(staging: Gazette, production: Gazette) -> PublishedVersion:
    files = stored_files(staging, VERSION.name)
    approvals = [each for each in staging.statements(VERSION) if each.act.value == "approval"]
    return write_imported(production, files, approvals, files.get(CHANGES).decode())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    before=st.lists(st.sampled_from(APPROVERS), min_size=1, unique=True),
    after=st.lists(st.sampled_from(APPROVERS), unique=True),
    needed=st.integers(1, 5),
)
def test_promotion_changes_no_byte_and_needs_every_approval(
    tmp_path: Path, team: Team, before: list[str], after: list[str], needed: int
) -> None:
    place = tmp_path / str(next(NUMBERS))
    team.approvals = {"*": needed}
    team.write()
    later = [person for person in after if person not in before]
    staging, production = staged(place / "staging", team, before, later), gazette_of(place / "there", team.trust)
    files = stored_files(staging, VERSION.name)
    if len(before) + len(later) < needed:
        with pytest.raises(TrailError, match="in review"):
            imported(staging, production)
        assert production.card_ids() == ()
        return
    version = imported(staging, production)
    stored = stored_files(production, VERSION.name)
    assert stored.content == files.content
    assert version.content_digest == VERSION.content_digest
    assert stored.get(CHANGES) == files.get(CHANGES) != b""
    assert stored.get(SIDECAR) == files.get(SIDECAR)
    assert stored.get(APPROVALS) == files.get(APPROVALS)
    assert (APPROVALS in stored.files) == bool(later)
    digests = [each.digest for each in staging.statements(VERSION)]
    assert [each.digest for each in production.statements(VERSION)] == digests
    assert Gazette(production.folder, private=True).check() == 1
    again = {path: path.read_bytes() for path in production.folder.rglob("*") if path.is_file()}
    imported(staging, production)
    assert {path: path.read_bytes() for path in production.folder.rglob("*") if path.is_file()} == again


def test_later_signatures_never_change_the_sidecar(tmp_path: Path, team: Team) -> None:
    staging = staged(tmp_path, team, ["anna"])
    sidecar = stored_files(gazette_of(tmp_path, None), VERSION.name).get(SIDECAR)
    submission = staging.statements(VERSION)[0].digest
    write_approval(staging, VERSION, later_approval(VERSION, team, "bo", "2026-02-01T00:00:00Z", submission))
    with pytest.raises(Refusal, match="bo has already approved"):
        write_approval(staging, VERSION, later_approval(VERSION, team, "bo", "2026-02-02T00:00:00Z", submission))
    assert stored_files(gazette_of(tmp_path, None), VERSION.name).get(SIDECAR) == sidecar
    assert [each.predicate.person for each in staging.statements(VERSION)] == ["li.wei", "anna", "li.wei", "bo"]


def test_approvals_of_other_content_are_refused(tmp_path: Path, team: Team) -> None:
    staged(tmp_path, team, ["anna"], ["bo"])
    path = tmp_path / VERSION.card.id / f"1.0.0{APPROVALS}"
    path.write_bytes(path.read_bytes().replace(VERSION.content_digest[:8].encode(), b"0" * 8, 1))
    with pytest.raises(TrailError, match="contains approvals of the content digest"):
        gazette_of(tmp_path, None).statements(VERSION)


def test_overlapping_periods_and_other_content_are_refused(tmp_path: Path, team: Team) -> None:
    staging = staged(tmp_path / "staging", team, ["anna"])
    other = read_published(published_bytes(small_card(first="2025-02-01"), {}), "")
    publish(tmp_path / "other", other, team)
    with pytest.raises(Refusal, match="already published with other content"):
        imported(staging, gazette_of(tmp_path / "other", None))
    next_version = read_published(published_bytes(small_card(version="1.1.0"), {}), "")
    publish(tmp_path / "next", next_version, team)
    with pytest.raises(Refusal, match="in force at the same time"):
        imported(staging, gazette_of(tmp_path / "next", None))
    assert find_entry(tmp_path / "next", f"{VERSION.card.id} 1.0.0") is None


@pytest.mark.parametrize(
    ("names", "field", "words"),
    [
        ((), "source_files", "No file of a version was sent"),
        (("1.0.0.json",), "source_files", "'1.0.0.sig.json' is missing"),
        (("1.0.0.json", "1.1.0.sig.json"), "source_files[1].path", "'1.1.0.sig.json' is not a file of one version"),
        (("../1.0.0.json",), "source_files[0].path", "is not a file of one version"),
        (("1.0.0.txt",), "source_files[0].path", "is not a file of one version"),
        (("1.0.0.json", "1.0.0.json"), "source_files[1].path", "listed twice"),
    ],
)
def test_files_must_be_those_of_one_version(names: Sequence[str], field: str, words: str) -> None:
    with pytest.raises(InputError) as error:
        sort_files((name, b"{}") for name in names)
    assert (error.value.violations[0].field, words in error.value.violations[0].description) == (field, True)


@pytest.mark.parametrize("entry", ["## other 1.0.0\n", " \n  ## other 1.0.0\n", "text\n#\ttitle", "\x1b[31mred"])
def test_an_entry_with_another_heading_is_refused(entry: str) -> None:
    named = [("1.0.0.json", b"{}"), ("1.0.0.sig.json", b"{}")]
    assert sort_files([*named, (f"1.0.0{CHANGES}", b"### Rules\n\n- one #1\n")]).get(CHANGES)
    with pytest.raises(InputError, match=r"'1\.0\.0\.changes\.md' contains a heading of another changelog entry"):
        sort_files([*named, (f"1.0.0{CHANGES}", entry.encode())])


def test_a_publication_in_the_future_is_refused(tmp_path: Path, team: Team) -> None:
    files = stored_files(staged(tmp_path / "staging", team, ["anna"]), VERSION.name)
    time = VERSION.publish_time.encode()
    later = VersionFiles(
        files.number, {**files.files, SIDECAR: files.get(SIDECAR).replace(time, b"2099-01-01T00:00:00Z")}
    )
    assert later.get(SIDECAR) != files.get(SIDECAR)
    with pytest.raises(Refusal, match="states the publication time 2099-01-01T00:00:00Z, which is in the future"):
        write_imported(gazette_of(tmp_path / "production", None), later, [], "")


def test_a_file_of_another_number_is_refused(tmp_path: Path, team: Team) -> None:
    staged(tmp_path, team, ["anna"])
    files = stored_files(gazette_of(tmp_path, None), VERSION.name)
    renamed = sort_files((name.replace("1.0.0", "2.0.0"), content) for name, content in files.named().items())
    with pytest.raises(InputError, match="does not belong to this file name"):
        renamed.read()
    assert len(statements_of(VERSION, team, ["anna"])) == 3
    assert files.content == (tmp_path / VERSION.card.id / f"1.0.0{CONTENT}").read_bytes()
