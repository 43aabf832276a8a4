"""`card import`, `card promote`, `card approvals` and `card approve` on folders, without a server."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from google.protobuf import json_format

from rules.model.published_version import PublishedVersion
from service.gazette.sidecars import APPROVALS, SIDECAR
from service.gazette.version_files import VersionFiles, stored_files
from service.gazette.versions import Gazette
from tests.support.commands import touchstone
from tests.support.promoting import publish, small_version
from tests.support.signing import Team
from touchstone.v1 import scorecard_pb2, scorecard_service_pb2

ENVIRONMENTS = {"staging": {"approvals": {"*": 1}}, "production": {"approvals": {"*": 2}}}


def files_in(folder: Path, version: PublishedVersion) -> VersionFiles:
    return stored_files(Gazette(folder, private=True), version.name)


@pytest.fixture(scope="module")
def version(tmp_path_factory: pytest.TempPathFactory) -> PublishedVersion:
    return small_version(tmp_path_factory.mktemp("version") / "draft")


@pytest.fixture
def team(tmp_path: Path) -> Team:
    return Team(tmp_path / "team", environments=ENVIRONMENTS)


@pytest.fixture
def staging(tmp_path: Path, team: Team, version: PublishedVersion, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "staging"
    publish(folder, version, team)
    monkeypatch.setenv("TOUCHSTONE_TRUST", str(team.trust))
    monkeypatch.setenv("TOUCHSTONE_ENVIRONMENT", "staging")
    monkeypatch.setenv("TOUCHSTONE_PROFILES", str(tmp_path / "profiles.toml"))
    monkeypatch.setenv("COLUMNS", "400")
    return folder


def promoted(staging: Path, version: PublishedVersion, *more: object) -> tuple[int, str]:
    result = touchstone("card", "promote", version.card.id, "1.0.0", "--to", "production", "--gazette", staging, *more)
    return result.exit_code, result.stdout + result.stderr


def approve(staging: Path, version: PublishedVersion, team: Team, person: str) -> tuple[int, str]:
    result = touchstone("card", "approve", version.card.id, "1.0.0", "--key", team.key(person), "--gazette", staging)
    return result.exit_code, result.stdout + result.stderr


def test_a_version_moves_between_two_folders_once_it_is_approved(
    tmp_path: Path, staging: Path, version: PublishedVersion, team: Team
) -> None:
    production = tmp_path / "production"
    code, told = promoted(staging, version, "--to-gazette", production)
    assert code == 2
    assert "needs 2 approvals in the environment 'production', and 1 is missing. Signed by: anna (anna)." in told
    assert "Ask these people to approve it: bo (bo)." in told
    assert not production.exists() or not list(production.iterdir())
    code, told = approve(staging, version, team, "bo")
    assert (code, "production: 2 approvals required, complete" in told) == (0, True), told
    assert "in force from" in told.lower() or "2026" in told
    assert promoted(staging, version, "--to-gazette", production, "--check")[0] == 0
    assert not (production / version.card.id / "1.0.0.json").exists()
    code, told = promoted(staging, version, "--to-gazette", production)
    assert (code, "is in the environment production, with unchanged bytes" in told) == (0, True), told
    content = files_in(production, version)
    assert content.content == files_in(staging, version).content
    assert content.get(SIDECAR) == files_in(staging, version).get(SIDECAR)
    assert len(json.loads(content.get(APPROVALS))["statements"]) == 1
    assert promoted(staging, version, "--to-gazette", production)[0] == 0


def test_the_profile_of_an_environment_names_its_folder(
    tmp_path: Path, staging: Path, version: PublishedVersion, team: Team
) -> None:
    approve(staging, version, team, "bo")
    profiles = tmp_path / "profiles.toml"
    assert "does not exist" in promoted(staging, version)[1]
    profiles.write_text('[production]\nformat = "text"\n')
    assert "contains neither a server nor a gazette" in promoted(staging, version)[1]
    profiles.write_text(f'[production]\ngazette = "{tmp_path}/production"\n')
    assert promoted(staging, version)[0] == 0
    assert (tmp_path / "production" / version.card.id / "1.0.0.json").exists()
    code, told = promoted(staging, version, "--to-server", "127.0.0.1:1", "--to-gazette", tmp_path)
    assert (code, "either a server or a folder" in told) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("smallest", "1.0", "--to", "production"), "'1.0' is not a version number"),
        (("smallest", "1.0.0", "--to", "Production"), "'Production' is not a name of an environment"),
        (("smallest", "1.0.0", "--to", "vault", "--to-gazette", "x"), "has no environment 'vault'"),
        (("smallest", "9.0.0", "--to", "production", "--to-gazette", "x"), "9.0.0"),
        (("smallest", "1.0.0", "--to", "production"), "Use --to-server or --to-gazette, or create the file"),
    ],
)
def test_wrong_targets_are_refused(
    staging: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    result = touchstone("card", "promote", *arguments, "--gazette", staging)
    assert (result.exit_code, words in result.stderr) == (2, True), result.stderr


def test_approvals_are_shown_for_each_environment(staging: Path, version: PublishedVersion) -> None:
    result = touchstone("card", "approvals", version.card.id, "1.0.0", "--gazette", staging)
    assert result.exit_code == 0
    assert "staging: 1 approval required, complete" in result.stdout
    assert "production: 2 approvals required, 1 missing" in result.stdout
    assert "can still sign: bo" in result.stdout
    assert "Ask these people" not in result.stdout
    chinese = touchstone("card", "approvals", version.card.id, "1.0.0", "--gazette", staging, "--language", "zh")
    assert "production：须有 2 个批准，尚缺 1 个" in chinese.stdout


def test_an_author_cannot_approve_a_published_version(staging: Path, version: PublishedVersion, team: Team) -> None:
    code, told = approve(staging, version, team, "li.wei")
    assert (code, "li.wei is an author of" in told) == (2, True), told


@pytest.mark.parametrize("form", ["file", "folder", "download"])
def test_a_version_is_imported_from_files(
    tmp_path: Path, staging: Path, version: PublishedVersion, team: Team, form: str
) -> None:
    approve(staging, version, team, "bo")
    card = staging / version.card.id
    place = {"file": card / "1.0.0.json", "folder": card, "download": tmp_path / "version.json"}[form]
    if form == "download":
        files = files_in(staging, version).named()
        sources = [scorecard_pb2.SourceFile(path=path, content=text.decode()) for path, text in files.items()]
        export = scorecard_service_pb2.ExportScorecardVersionResponse(
            source_files=sources[:1], publication_files=sources[1:]
        )
        place.write_text(json_format.MessageToJson(export))
    target = tmp_path / "target"
    result = touchstone("card", "import", place, "--gazette", target, "--check")
    assert (result.exit_code, "can be added" in result.stdout, target.exists()) == (0, True, False), result.stderr
    result = touchstone("card", "import", place, "--gazette", target)
    assert (result.exit_code, f"{version.name} was added" in result.stdout) == (0, True), result.stderr
    assert files_in(target, version).content == files_in(staging, version).content
    assert "Notice 7, for all." in (target / "CHANGELOG.md").read_text()


def test_files_that_are_no_version_are_refused(tmp_path: Path, staging: Path) -> None:
    (tmp_path / "x.json").write_text('{"a": 1}')
    for place, words in (
        (tmp_path / "x.json", "is not a published version"),
        (tmp_path / "team", "No file of a version was sent"),
        (tmp_path / "absent.json", "absent.json"),
    ):
        result = touchstone("card", "import", place, "--gazette", tmp_path / "target")
        assert (result.exit_code, words in result.stderr) == (2, True), result.stderr


def test_failing_sources_are_refused(tmp_path: Path, staging: Path, version: PublishedVersion, team: Team) -> None:
    sources = {path: text.replace("scores 0", "scores 1") for path, text in version.sources.items()}
    assert sources != version.sources
    from rules.model import draft_as_published  # noqa: PLC0415

    wrong = draft_as_published(version.scorecard, sources)
    publish(tmp_path / "wrong", wrong, team, ("anna", "bo"))
    place = tmp_path / "wrong" / version.card.id / "1.0.0.json"
    result = touchstone("card", "import", place, "--gazette", tmp_path / "target")
    assert (result.exit_code, "do not pass the checks for a publication" in result.stderr) == (2, True), result.stderr
    assert not (tmp_path / "target" / version.card.id).exists()
