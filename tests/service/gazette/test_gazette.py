"""The gazette is append-only, checks its digests, and knows which version is in force."""

import json
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import partial
from pathlib import Path
from threading import Barrier

import pytest

from rules.contracts.build_cache import set_build_cache
from rules.contracts.errors import TrailError, VersionError
from rules.model.published_version import Repeal
from rules.model.scorecard import Scorecard
from service.base.cache_folder import CacheFolder
from service.base.call_context import set_current_organization
from service.base.refusals import Refusal
from service.base.resource_names import CardName
from service.gazette.publication import write_repeal, write_version
from service.gazette.versions import Gazette
from tests.support.small_card import CARD, small_card

NAME = CardName(CARD)
NOW = "2026-06-01T00:00:00Z"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "scorecards"


def publish(folder: Path, version: str, first: str, last: str | None = None, **more: str) -> None:
    supersedes, at = more.get("supersedes"), more.get("at", "2025-01-01T00:00:00Z")
    card = small_card(version=version, first=first, last=last, supersedes=supersedes)
    write_version(folder, card, {"card.en.feature": "words"}, publish_time=at)


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[None]:
    set_build_cache(CacheFolder(tmp_path / "cache"))
    yield
    set_build_cache(None)


def in_force(folder: Path, day: str, known: str = NOW) -> str:
    return Gazette(folder).find(NAME, as_of=date.fromisoformat(day), known=known).scorecard.card.version


def test_reading_versions_depends_only_on_the_settings_of_a_gazette(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(folder, "1.0.0", "2025-01-01")
    monkeypatch.setenv("TOUCHSTONE_GRACE_SECONDS", "for ever")
    assert Gazette(folder).trust is None
    assert in_force(folder, "2025-06-01") == "1.0.0"
    monkeypatch.delenv("TOUCHSTONE_GRACE_SECONDS")
    monkeypatch.setenv("touchstone_trust", str(tmp_path / "trust.toml"))
    assert Gazette(folder).trust == tmp_path / "trust.toml"


def test_an_organisation_name_cannot_lead_outside_the_private_gazettes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TOUCHSTONE_PRIVATE_GAZETTES", str(tmp_path / "own"))
    (tmp_path / "own" / "body").mkdir(parents=True)
    gazette = Gazette(tmp_path / "gazette")
    for name, own in (("body", True), ("..", False), ("../own/body", False), (".", False), ("", False)):
        set_current_organization(name)
        assert (gazette.of_current_organization() is not gazette) == own, name
    set_current_organization("")


def test_a_published_version_is_read_back_unchanged(folder: Path) -> None:
    publish(folder, "1.0.0", "2025-01-01")
    published = Gazette(folder).version(CARD, "1.0.0")
    assert published.scorecard == small_card()
    assert published.sources == {"card.en.feature": "words"}
    assert published.publish_time == "2025-01-01T00:00:00Z"
    assert sorted(path.name for path in (folder / CARD).iterdir()) == ["1.0.0.json", "1.0.0.sig.json"]


def test_versions_are_ordered_by_number(folder: Path) -> None:
    for year, version in (("2021", "1.0.0"), ("2022", "1.2.0"), ("2023", "1.10.0"), ("2024", "2.0.0")):
        publish(folder, version, f"{year}-01-01", f"{year}-12-31")
    assert [item.scorecard.card.version for item in Gazette(folder).versions(CARD)] == [
        "1.0.0", "1.2.0", "1.10.0", "2.0.0",
    ]  # fmt: skip


def test_both_ends_of_an_effect_are_inside(folder: Path) -> None:
    publish(folder, "1.0.0", "2025-01-01", "2025-12-31")
    publish(folder, "2.0.0", "2026-01-01")
    assert in_force(folder, "2025-01-01") == in_force(folder, "2025-12-31") == "1.0.0"
    assert in_force(folder, "2026-01-01") == "2.0.0"
    with pytest.raises(VersionError, match=r"1\.0\.0 applies from 2025-01-01 until 2025-12-31") as error:
        in_force(folder, "2024-12-31")
    assert not error.value.missing


def test_a_correction_is_in_force_once_it_is_published(folder: Path) -> None:
    publish(folder, "1.0.0", "2025-01-01")
    publish(folder, "1.0.1", "2025-01-01", supersedes="1.0.0", at="2026-05-01T00:00:00Z")
    assert in_force(folder, "2025-06-01", "2026-04-30T23:59:59Z") == "1.0.0"
    assert in_force(folder, "2025-06-01", "2026-05-01T00:00:00Z") == "1.0.1"
    publish(folder, "1.0.2", "2025-01-01", supersedes="1.0.1", at="2026-05-02T00:00:00Z")
    assert in_force(folder, "2025-06-01") == "1.0.2"


def test_an_overlap_needs_a_supersession(folder: Path) -> None:
    publish(folder, "1.0.0", "2025-01-01")
    with pytest.raises(Refusal, match=r"versions/1\.0\.0 are in force at the same time. Change the dates"):
        publish(folder, "1.1.0", "2026-01-01")
    assert len(Gazette(folder).versions(CARD)) == 1


def test_no_scorecard_has_the_id_of_the_folder_of_tables(tmp_path: Path) -> None:
    card = small_card()
    named = card.model_copy(update={"card": card.card.model_copy(update={"id": "tables"})})
    with pytest.raises(Refusal, match="No scorecard may have the id 'tables'"):
        write_version(tmp_path, named, {}, publish_time="2025-01-01T00:00:00Z")
    assert not (tmp_path / "tables").exists()


def test_a_published_version_never_changes(folder: Path) -> None:
    publish(folder, "1.0.0", "2025-01-01")
    before = (folder / CARD / "1.0.0.sig.json").read_bytes()
    publish(folder, "1.0.0", "2025-01-01", at=NOW)
    assert (folder / CARD / "1.0.0.sig.json").read_bytes() == before
    with pytest.raises(Refusal, match="already published with other content"):
        publish(folder, "1.0.0", "2025-02-01")


def test_only_one_of_two_simultaneous_publications_succeeds(folder: Path) -> None:
    begin = Barrier(2)

    def tried_in(target: Path, day: str) -> bool:
        begin.wait(60)
        try:
            publish(target, "1.0.0", day)
        except Refusal:
            return False
        return True

    for number in range(10):
        target = folder / str(number)
        with ThreadPoolExecutor(2) as pool:
            done = list(pool.map(partial(tried_in, target), ("2025-01-01", "2025-02-01")))
        assert sorted(done) == [False, True]
        assert Gazette(target).check() == 1


def test_versions_published_later_are_found_without_a_restart(folder: Path) -> None:
    gazette = Gazette(folder)
    assert gazette.card_ids() == ()
    publish(folder, "1.0.0", "2025-01-01", "2025-12-31")
    assert len(gazette.versions(CARD)) == 1
    publish(folder, "2.0.0", "2026-01-01")
    assert len(gazette.versions(CARD)) == 2
    assert gazette.versions(CARD)[0] is gazette.version(CARD, "1.0.0")


@pytest.mark.usefixtures("cache")
def test_versions_checked_earlier_are_checked_without_parsing_their_rules(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(folder, "1.0.0", "2025-01-01", "2025-12-31")
    publish(folder, "2.0.0", "2026-01-01", at=NOW)
    read = [version.outline for version in Gazette(folder).versions(CARD)]
    assert [grade for outline in read for grade in outline.grades]
    monkeypatch.setattr(Scorecard, "model_validate", None)
    gazette = Gazette(folder)
    assert gazette.check() == 2
    assert list(gazette.outlines(CARD)) == read
    path = folder / CARD / "2.0.0.json"
    path.write_bytes(path.read_bytes().replace(b'"places":2', b'"places":3', 1))
    with pytest.raises(TrailError, match="another structure than expected"):  # it would be read as a whole
        Gazette(folder).check()


def test_a_folder_is_listed_again_only_after_a_change(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(folder, "1.0.0", "2025-01-01", "2025-12-31")
    gazette = Gazette(folder)
    assert gazette.change_times(CARD) is None  # an immediate second publication may leave the same modification time
    os.utime(folder / CARD, (1_700_000_000, 1_700_000_000))
    changes = gazette.change_times(CARD)
    assert changes is not None
    assert [*gazette.listing(CARD)] == ["1.0.0"]
    with monkeypatch.context() as patched:
        patched.setattr(Path, "iterdir", None)
        assert [*gazette.listing(CARD)] == ["1.0.0"]
        assert gazette.change_times(CARD) == changes
    publish(folder, "2.0.0", "2026-01-01")
    os.utime(folder / CARD, (1_700_000_001, 1_700_000_001))
    assert sorted(gazette.listing(CARD)) == ["1.0.0", "2.0.0"]
    assert gazette.change_times(CARD) not in {None, changes}
    assert gazette.change_times("no-such-card") is None


def test_a_version_in_force_is_found_again_without_a_search_until_the_folder_changes(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(folder, "1.0.0", "2025-01-01")
    publish(folder, "1.0.1", "2025-01-01", supersedes="1.0.0", at="2026-05-01T00:00:00Z")
    os.utime(folder / CARD, (1_700_000_000, 1_700_000_000))
    gazette = Gazette(folder)
    find = partial(gazette.find, NAME, as_of=date(2025, 6, 1))
    assert find(known="2026-04-30T23:59:59Z").card.version == "1.0.0"
    assert find(known="2026-05-01T00:00:00Z").card.version == "1.0.1"
    with monkeypatch.context() as patched:
        patched.setattr(gazette, "_find", None)
        assert find(known=NOW).card.version == "1.0.1"
    assert find(known="2026-04-30T23:59:59Z").card.version == "1.0.0"  # the later version was not known then
    first = gazette.version(CARD, "1.0.1")
    write_repeal(folder, first, Repeal(date(2025, 1, 1), "2026-05-02T00:00:00Z", "wrong"))
    os.utime(folder / CARD, (1_700_000_001, 1_700_000_001))
    with pytest.raises(VersionError, match="repealed"):
        find(known=NOW)
    assert find(known="2026-05-01T00:00:00Z").card.version == "1.0.1"


def test_an_interrupted_publication_leaves_no_version(folder: Path) -> None:
    publish(folder, "1.0.0", "2025-01-01")
    (folder / CARD / "1.0.0.sig.json").unlink()
    assert Gazette(folder).card_ids() == ()
    publish(folder, "1.0.0", "2025-03-01")
    assert Gazette(folder).check() == 1


@pytest.mark.usefixtures("cache")
@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        ("1.0.0.json", '"places":2', '"places":3', "its content does not match its digests"),
        ("1.0.0.json", '"schema":1', '"schema":2', "has format 2"),
        ("1.0.0.json", "{", "[", "not the published form"),
        ("1.0.0.json", '{"rule', '{ "rule', "is not in canonical form"),
        ("1.0.0.sig.json", '"content_digest":"', '"content_digest":"0', "was published"),
        ("1.0.0.sig.json", "2025-01-01T00:00:00Z", "2025-13-01T00:00:00Z", "is not a time in the form"),
        ("1.0.0.sig.json", "content_digest", "digest", "does not state content_digest and publish_time"),
    ],
)
def test_a_changed_file_is_detected(folder: Path, file: str, old: str, new: str, words: str) -> None:
    publish(folder, "1.0.0", "2025-01-01")
    path = folder / CARD / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    assert Gazette(folder).check() == 1
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(TrailError, match=words) as error:
        Gazette(folder).check()
    assert str(folder / CARD / "1.0.0") in str(error.value)


def test_a_file_under_a_wrong_name_is_detected(folder: Path) -> None:
    publish(folder, "1.0.0", "2025-01-01")
    for suffix in (".json", ".sig.json"):
        (folder / CARD / f"1.0.0{suffix}").rename(folder / CARD / f"1.0.1{suffix}")
    with pytest.raises(TrailError, match="which does not belong to this file name"):
        Gazette(folder).versions(CARD)


def test_an_unknown_card_or_version_is_reported_with_the_existing_names(folder: Path) -> None:
    with pytest.raises(VersionError, match="The published versions folder is empty") as error:
        Gazette(folder).versions(CARD)
    assert error.value.missing
    publish(folder, "1.0.0", "2025-01-01")
    with pytest.raises(VersionError, match="Did you mean small-factory"):
        Gazette(folder).versions("small-factry")
    with pytest.raises(VersionError, match=r"Use one of the published versions: 1\.0\.0"):
        Gazette(folder).version(CARD, "1.0.1")
    with pytest.raises(VersionError, match=r"The scorecard .* was not found"):
        Gazette(folder).versions("../scorecards/small-factory")


def test_a_named_version_must_be_in_force(folder: Path) -> None:
    publish(folder, "1.0.0", "2025-01-01", "2025-12-31")
    publish(folder, "2.0.0", "2026-01-01")
    gazette, named = Gazette(folder), CardName(CARD, "1.0.0")
    assert gazette.find(named, as_of=date(2025, 5, 1), known=NOW).scorecard.card.version == "1.0.0"
    with pytest.raises(VersionError, match=r"not in force on 2026-05-01\. Use .*/versions/2\.0\.0, which is in force"):
        gazette.find(named, as_of=date(2026, 5, 1), known=NOW)
    with pytest.raises(VersionError, match=r"is not in force\. "):
        gazette.find(named, as_of=date(2020, 5, 1), known=NOW)


def test_the_sidecar_states_the_digest_of_the_file(folder: Path) -> None:
    publish(folder, "1.0.0", "2025-01-01")
    sidecar = json.loads((folder / CARD / "1.0.0.sig.json").read_text())
    assert sidecar == {
        "content_digest": Gazette(folder).version(CARD, "1.0.0").content_digest,
        "publish_time": "2025-01-01T00:00:00Z",
    }
