"""Published gazette: immutability, signed sources, agreement with the desk."""

from __future__ import annotations

import hashlib
import json
import subprocess
from pathlib import Path

import pytest
import rfc8785

from rules.language.compiler import Compilation
from rules.model.published_version import is_same_content, published_bytes, read_published
from service.base.resource_names import version_key
from service.configuration.folders import CHECKOUT
from service.gazette.tables import FOLDER, TableStore
from service.gazette.versions import Gazette
from tests.features.desk import FOLDERS
from tests.language.folders import scorecard_of
from tests.support.versions import versions_tried

MOST_ENTRY_LINES = 10
SCORECARDS = CHECKOUT / "scorecards"
TABLES = TableStore(SCORECARDS / FOLDER)
FILES = sorted(SCORECARDS.glob("*/*.sig.json"))
NAMES = [f"{path.parent.name} {path.name.removesuffix('.sig.json')}" for path in FILES]
_TRIED = {f"{version.scorecard.card.id} {version.scorecard.card.version}" for version in versions_tried()}
TRIED = {name: path for name, path in zip(NAMES, FILES, strict=True) if name in _TRIED}
"""Versions to recompile from their sources; the digest check covers all versions."""


def content_of(sidecar: Path) -> bytes:
    return sidecar.with_name(sidecar.name.replace(".sig.json", ".json")).read_bytes()


def test_the_gazette_can_be_read_whole() -> None:
    assert Gazette(SCORECARDS).check() == len(FILES) > 0


def test_no_published_byte_has_changed() -> None:
    wrong = []
    for name, sidecar in zip(NAMES, FILES, strict=True):
        content, stated = content_of(sidecar), json.loads(sidecar.read_bytes())
        if stated.keys() != {"content_digest", "publish_time"}:
            wrong.append(f"{name} has beside it {sorted(stated)}")
        if hashlib.sha256(content).hexdigest() != stated.get("content_digest"):
            wrong.append(f"{name} is not what was published")
        if rfc8785.dumps(json.loads(content)) != content:
            wrong.append(f"{name} is not canonical")
    assert not wrong, "\n".join(wrong)


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("sidecar", TRIED.values(), ids=TRIED)
def test_a_published_version_compiles_from_its_own_sources(sidecar: Path) -> None:
    content = content_of(sidecar)
    published = read_published(content, json.loads(sidecar.read_bytes())["publish_time"])
    scorecard = scorecard_of(published.sources, TABLES)
    assert scorecard is not None
    assert published_bytes(scorecard, published.sources) == content


def test_every_version_has_a_changelog_entry_of_ten_lines_at_most() -> None:
    _, *blocks = (SCORECARDS / "CHANGELOG.md").read_text(encoding="utf-8").split("\n## ")
    entries = {head: body.strip().splitlines() for head, _, body in (block.partition("\n") for block in blocks)}
    assert set(NAMES) <= set(entries)
    assert [name for name in NAMES if not 0 < len(entries[name]) <= MOST_ENTRY_LINES] == []


def changed_since(root: Path, tag: str) -> list[str]:
    """Return the published files of a release that are changed or removed now; new files are not listed."""
    command = ("git", "-C", root, "diff", "--name-only", "--diff-filter=a", tag, "--", "scorecards/*.json")
    listed = subprocess.run(command, capture_output=True, check=True, text=True)  # noqa: S603
    return listed.stdout.split()


def test_no_published_file_of_a_release_has_changed() -> None:
    if not (CHECKOUT / ".git").exists():
        pytest.skip("no version control here")
    listed = subprocess.run(("git", "-C", CHECKOUT, "tag", "--list", "v*"), capture_output=True, check=True, text=True)  # noqa: S603, S607
    assert {tag: changed for tag in listed.stdout.split() if (changed := changed_since(CHECKOUT, tag))} == {}


def test_a_changed_and_a_removed_file_of_a_release_are_found(tmp_path: Path) -> None:
    def git(*arguments: str) -> None:
        options = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
        subprocess.run(("git", "-C", tmp_path, *options, *arguments), capture_output=True, check=True)  # noqa: S603, S607

    folder = tmp_path / "scorecards" / "card"
    folder.mkdir(parents=True)
    for number in ("1.0.0", "1.1.0", "2.0.0"):
        (folder / f"{number}.json").write_text("{}", encoding="utf-8")
    git("init")
    git("add", ".")
    git("commit", "-m", "release")
    git("tag", "v1")
    (folder / "1.0.0.json").write_text("[]", encoding="utf-8")
    (folder / "1.1.0.json").unlink()
    (folder / "3.0.0.json").write_text("{}", encoding="utf-8")
    assert changed_since(tmp_path, "v1") == ["scorecards/card/1.0.0.json", "scorecards/card/1.1.0.json"]


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("folder", FOLDERS, ids=[folder.name for folder in FOLDERS])
def test_a_desk_draft_equals_its_published_version_or_has_a_newer_number(
    folder: Path, compilation: Compilation
) -> None:
    scorecard = compilation.scorecard
    assert scorecard is not None
    card, gazette = scorecard.card, Gazette(SCORECARDS)
    numbers = [version.scorecard.card.version for version in gazette.versions(card.id)]
    if card.version not in numbers:
        assert version_key(card.version) > max(map(version_key, numbers))
        return
    assert is_same_content(gazette.version(card.id, card.version).scorecard, scorecard), (
        f"{folder.name} says something else than its published version {card.version}: give the draft a new version"
    )
