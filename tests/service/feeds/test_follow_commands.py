"""`feed check` changes nothing, and `feed import` reads only the files of a feed from an archive."""

from __future__ import annotations

import io
import json
import shutil
import tarfile
from collections.abc import Iterable
from pathlib import Path

import pytest

from rules.contracts.errors import InputError
from service.configuration.folders import PUBLISHED
from service.feeds import feed_import
from service.feeds.feed_import import extracted_feed
from service.gazette.versions import Gazette
from tests.support.commands import touchstone
from tests.support.feeds import SignedFeed, signed_feed

CARD = "carbon-label"
NAME = f"scorecards/{CARD}/versions/1.0.0"


@pytest.fixture
def feed(tmp_path: Path) -> SignedFeed:
    shutil.copytree(PUBLISHED / CARD, tmp_path / "published" / CARD)
    feed = signed_feed(tmp_path / "feed", tmp_path / "published")
    (tmp_path / "gazette").mkdir()
    (tmp_path / "feeds.toml").write_text(
        f'[feeds.association]\nfolder = "feed"\nroot = "feed/metadata/1.root.json"\nchannel = "production"\n'
        f'log_key = "{feed.log_key}"\n'
    )
    return feed


def archive_of(folder: Path, path: Path, prefix: str = "") -> Path:
    with tarfile.open(path, "w") as archive:
        for name in ("feed.toml", "metadata", "targets"):
            archive.add(folder / name, f"{prefix}{name}")
    return path


def options(tmp_path: Path) -> tuple[object, ...]:
    return "--feeds", tmp_path / "feeds.toml", "--gazette", tmp_path / "gazette"


def test_a_check_lists_new_versions_and_changes_nothing(tmp_path: Path, feed: SignedFeed) -> None:
    for _ in range(2):
        result = touchstone("feed", "check", *options(tmp_path), "--format", "json")
        assert result.exit_code == 0, result.output
        [found] = json.loads(result.stdout)["feeds"]
        assert [each["scorecardVersion"] for each in found["newVersions"]] == [NAME]
        assert found["problem"] is None
    assert not any((tmp_path / "gazette").iterdir())
    (feed.folder / "metadata" / "timestamp.json").write_text("{}")
    refused = touchstone("feed", "check", *options(tmp_path), "--language", "zh")
    assert refused.exit_code == 1
    assert "association：已拒绝。规则源的元数据无效。" in refused.stdout


@pytest.mark.parametrize("prefix", ["", "./", "feed/"])
def test_an_archive_is_activated(tmp_path: Path, feed: SignedFeed, prefix: str) -> None:
    path = archive_of(feed.folder, tmp_path / "feed.tar", prefix)
    shutil.rmtree(feed.folder / "targets")
    result = touchstone("feed", "import", path, *options(tmp_path))
    assert result.exit_code == 0, result.output
    assert f"New versions: 1\n  {NAME}" in result.stdout
    assert Gazette(tmp_path / "gazette", private=True).card_ids() == (CARD,)
    state = tmp_path / "gazette" / ".feeds" / "association"
    assert not [each for each in state.iterdir() if each.name.startswith("import-")]
    again = touchstone("feed", "import", path, *options(tmp_path))
    assert "New versions: 0" in again.stdout


def test_an_older_archive_is_refused(tmp_path: Path, feed: SignedFeed) -> None:
    old = archive_of(feed.folder, tmp_path / "old.tar")
    shutil.copytree(PUBLISHED / "green-direct-connection", tmp_path / "published" / "green-direct-connection")
    feed.build()
    assert (
        touchstone("feed", "import", archive_of(feed.folder, tmp_path / "new.tar"), *options(tmp_path)).exit_code == 0
    )
    refused = touchstone("feed", "import", old, *options(tmp_path))
    assert refused.exit_code == 1
    assert "The feed offers older metadata than this server has seen" in refused.stdout
    assert len(Gazette(tmp_path / "gazette", private=True).card_ids()) == 2


def test_a_feed_outside_the_file_is_named(tmp_path: Path, feed: SignedFeed) -> None:
    path = archive_of(feed.folder, tmp_path / "feed.tar")
    result = touchstone("feed", "import", path, *options(tmp_path), "--feed", "regulator")
    assert result.exit_code == 2
    assert "No feed 'regulator' is in the file. Name one of its feeds: association." in result.output
    text = (tmp_path / "feeds.toml").read_text()
    (tmp_path / "feeds.toml").write_text(text + text.replace("association", "regulator"))
    several = touchstone("feed", "import", path, *options(tmp_path))
    assert several.exit_code == 2
    assert "Name one of its feeds: association, regulator." in several.output
    without = touchstone("feed", "check", "--gazette", tmp_path / "gazette")
    assert "No file of feeds is set" in without.output


@pytest.mark.parametrize("content", ["{}", '{"signed": {"_type": "timestamp"}}', "x", "[1]"])
def test_a_file_that_is_no_root_is_refused(tmp_path: Path, feed: SignedFeed, content: str) -> None:
    (tmp_path / "root.json").write_text(content)
    feeds = tmp_path / "feeds.toml"
    feeds.write_text(feeds.read_text().replace("feed/metadata/1.root.json", "root.json"))
    timestamp = feed.folder / "metadata" / "timestamp.json"
    for _ in range(2):
        result = touchstone("feed", "check", *options(tmp_path))
        assert result.exit_code == 1
        assert "root.json is not root metadata of The Update Framework" in result.stdout
        (tmp_path / "root.json").write_bytes(timestamp.read_bytes())


def member(name: str, content: bytes = b"x", **changes: object) -> tuple[tarfile.TarInfo, bytes]:
    info = tarfile.TarInfo(name)
    info.size = len(content)
    for key, value in changes.items():
        setattr(info, key, value)
    return info, content


def write_archive(path: Path, members: Iterable[tuple[tarfile.TarInfo, bytes]], *, mode: str = "w") -> Path:
    with tarfile.open(path, mode) as archive:  # type: ignore[call-overload]
        for info, content in members:
            archive.addfile(info, io.BytesIO(content))
    return path


TIMESTAMP = member("metadata/timestamp.json", b"{}")


@pytest.mark.parametrize(
    ("members", "problem"),
    [
        ([], "does not contain a feed"),
        ([member("metadata/root.json")], "does not contain a feed"),
        ([TIMESTAMP, member("targets/x", type=tarfile.SYMTYPE, linkname="/etc/passwd", size=0)], "not a regular file"),
        ([TIMESTAMP, member("targets/x", type=tarfile.LNKTYPE, linkname="feeds.toml", size=0)], "not a regular file"),
        ([TIMESTAMP, member("targets/x", type=tarfile.FIFOTYPE, size=0)], "not a regular file"),
        ([TIMESTAMP, member("targets/x", type=tarfile.CHRTYPE, size=0)], "not a regular file"),
        ([TIMESTAMP, TIMESTAMP], "cannot be read as a tar archive"),
        ([TIMESTAMP, member("targets/x"), member("targets/x/y")], "cannot be read as a tar archive"),
    ],
)  # fmt: skip
def test_an_archive_with_other_content_is_refused(
    tmp_path: Path, members: list[tuple[tarfile.TarInfo, bytes]], problem: str
) -> None:
    path = write_archive(tmp_path / "feed.tar", members)
    with pytest.raises(InputError, match=problem), extracted_feed(path, tmp_path / "state"):
        pass
    assert not any((tmp_path / "state").iterdir())


@pytest.mark.parametrize(
    "name",
    [
        "../metadata/x", "/metadata/x", "metadata/../../x", "targets/../x", "metadata/.x", "a/b/metadata/x", "other/x",
        "metadata/a\\b",
    ],
)  # fmt: skip
def test_files_outside_the_layout_are_not_extracted(tmp_path: Path, name: str) -> None:
    path = write_archive(tmp_path / "feed.tar", [TIMESTAMP, member(name)])
    with extracted_feed(path, tmp_path / "state") as folder:
        files = [file.relative_to(folder) for file in folder.rglob("*") if file.is_file()]
    assert files == [Path("metadata/timestamp.json")]
    assert sorted(each.name for each in tmp_path.iterdir()) == ["feed.tar", "state"]


def test_a_channel_may_have_the_name_of_a_folder(tmp_path: Path) -> None:
    path = write_archive(tmp_path / "feed.tar", [TIMESTAMP, member("targets/targets/card/x.json")])
    with extracted_feed(path, tmp_path / "state") as folder:
        assert (folder / "targets" / "targets" / "card" / "x.json").is_file()


def test_limits_of_an_archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_archive(tmp_path / "feed.tar", [TIMESTAMP, member("targets/x", b"x" * 1_000)])
    monkeypatch.setattr(feed_import, "MAX_TARGET_BYTES", 999)
    with (
        pytest.raises(InputError, match="has 1000 bytes; at most 999 are allowed"),
        extracted_feed(path, tmp_path / "s"),
    ):
        pass
    monkeypatch.setattr(feed_import, "_MAX_FILES", 1)
    with pytest.raises(InputError, match="more than 1 files"), extracted_feed(path, tmp_path / "s"):
        pass
    monkeypatch.setattr(feed_import, "_MAX_ARCHIVE_BYTES", 100)
    with pytest.raises(InputError, match="100"), extracted_feed(path, tmp_path / "s"):
        pass


def test_a_compressed_or_cut_archive_is_refused(tmp_path: Path) -> None:
    compressed = write_archive(tmp_path / "feed.tar.gz", [TIMESTAMP], mode="w:gz")
    whole = write_archive(tmp_path / "feed.tar", [TIMESTAMP, member("targets/x", b"x" * 10_000)])
    cut = tmp_path / "cut.tar"
    cut.write_bytes(whole.read_bytes()[:4_000])
    for path, problem in (
        (compressed, "compressed file"),
        (cut, "cannot be read as a tar archive"),
        (tmp_path / "missing.tar", "cannot be read as a tar archive"),
    ):
        with pytest.raises(InputError, match=problem), extracted_feed(path, tmp_path / "s"):
            pass


def test_nested_extended_headers_are_refused(tmp_path: Path) -> None:
    header = tarfile.TarInfo("././@LongLink")
    header.type, header.size = tarfile.GNUTYPE_LONGNAME, 512
    path = tmp_path / "feed.tar"
    path.write_bytes((header.tobuf(tarfile.GNU_FORMAT) + b"a" * 512) * 3_000 + bytes(1_024))
    with pytest.raises(InputError, match="cannot be read as a tar archive"), extracted_feed(path, tmp_path / "s"):
        pass


def test_a_long_extended_header_is_not_read(tmp_path: Path) -> None:
    header = tarfile.TarInfo("././@PaxHeader")
    header.type, header.size = tarfile.XHDTYPE, 1 << 40
    path = tmp_path / "feed.tar"
    path.write_bytes(header.tobuf() + bytes(10_240))
    with pytest.raises(InputError, match="cannot be read as a tar archive"), extracted_feed(path, tmp_path / "s"):
        pass
