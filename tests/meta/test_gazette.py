"""Published gazette: immutability, signed sources, agreement with the desk."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

import pytest
import rfc8785

from rules.language.export import export_folder
from rules.language.lexicon import language_of
from rules.model.diff import diff_scorecards
from rules.model.digest import rule_digest
from rules.model.published_version import is_same_content, published_bytes, read_published
from service.base.resource_names import version_key
from service.configuration.folders import CHECKOUT
from service.gazette.tables import FOLDER, TableStore
from service.gazette.versions import Gazette
from tests.features.desk import FOLDERS
from tests.language.folders import scorecard_of
from tests.support.versions import versions_tried

if TYPE_CHECKING:
    from pathlib import Path

    from rules.language.compiler import Compilation

QUANTITIES_READ_ALOUD = "2026-11-21T14:00:00Z"
"""Until then sources might define quantities in tables; what is exported of those is held to what was published."""
SCORECARDS = CHECKOUT / "scorecards"
TABLES = TableStore(SCORECARDS / FOLDER)
FILES = sorted(SCORECARDS.glob("*/*.sig.json"))
NAMES = [f"{path.parent.name} {path.name.removesuffix('.sig.json')}" for path in FILES]
_TRIED = {f"{version.scorecard.card.id} {version.scorecard.card.version}" for version in versions_tried()}
TRIED = {name: path for name, path in zip(NAMES, FILES, strict=True) if name in _TRIED}
"""Of these the sources are compiled again; that no byte has changed is held of all."""


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


@pytest.mark.in_turn
@pytest.mark.parametrize("sidecar", TRIED.values(), ids=TRIED)
def test_a_published_version_is_what_its_own_sources_say(sidecar: Path) -> None:
    content = content_of(sidecar)
    published = read_published(content, json.loads(sidecar.read_bytes())["publish_time"])
    scorecard = scorecard_of(published.sources, TABLES)
    if scorecard is not None:
        assert published_bytes(scorecard, published.sources) == content
        return
    assert published.publish_time < QUANTITIES_READ_ALOUD
    now: dict[str, str] = {}
    for language in {language_of(path) for path in published.sources} - {None}:
        now |= export_folder(published.scorecard, published.sources, str(language))
    scorecard = scorecard_of(now, TABLES)
    assert scorecard is not None
    assert diff_scorecards(published.scorecard, scorecard).changes == ()
    assert rule_digest(scorecard) == published.rule_digest


def test_the_legal_impact_of_every_version_is_told() -> None:
    changelog = (SCORECARDS / "CHANGELOG.md").read_text(encoding="utf-8")
    untold = [name for name in NAMES if f"\n## {name}\n" not in changelog]
    assert not untold, "\n".join(untold)


@pytest.mark.parametrize("folder", FOLDERS, ids=[folder.name for folder in FOLDERS])
def test_the_desk_says_what_is_published_or_is_a_newer_draft(folder: Path, compilation: Compilation) -> None:
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
