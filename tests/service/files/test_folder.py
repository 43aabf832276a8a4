"""Files in a folder: whole or not at all, never outside of it, and for the user of the service alone."""

from __future__ import annotations

import hashlib
import os
import stat
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from service.base.refusals import Reason, Refusal
from service.files.file_storage import FolderStore
from service.files.uploaded_files import IncomingFile, os_errors_as_refusals, receiving_file

CONTENT = b"%PDF-1.7 an invoice"
DIGEST = hashlib.sha256(CONTENT).hexdigest()
MOST = 1_000


@pytest.fixture
def folder(tmp_path: Path) -> FolderStore:
    return FolderStore(tmp_path / "files")


def put(folder: FolderStore, organization: str = "example", content: bytes = CONTENT) -> str:
    with receiving_file(folder.incoming, MOST) as incoming:
        incoming.write(content)
        digest = incoming.finish()
        folder.put(organization, digest, incoming.path)
    return digest


def fill(incoming: IncomingFile, pieces: int, piece: bytes) -> None:
    for _ in range(pieces):
        incoming.write(piece)
    incoming.finish()


def test_a_file_is_stored_found_listed_and_removed(folder: FolderStore, tmp_path: Path) -> None:
    digests = sorted(put(folder, content=b"text %d" % number) for number in range(6))
    assert [one.digest for one in folder.list("example")] == digests
    assert [one.digest for one in folder.list("example", after=digests[2])] == digests[3:]
    assert list(folder.list("other")) == []
    entry = folder.find("example", digests[0])
    assert entry is not None
    assert (entry.digest, entry.size) == (digests[0], 6)
    with folder.open("example", digests[0]) as file:
        assert hashlib.sha256(file.read()).hexdigest() == digests[0]
    assert folder.remove("example", digests[0])
    assert not folder.remove("example", digests[0])
    assert folder.find("example", digests[0]) is None
    assert list(folder.incoming.iterdir()) == []
    modes = {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "files" / "example").rglob("*")}
    assert modes == {0o700, 0o600}


def test_the_same_file_of_two_organisations_is_stored_twice(folder: FolderStore) -> None:
    put(folder, "example")
    assert folder.find("other", DIGEST) is None
    put(folder, "other")
    assert folder.remove("example", DIGEST)
    assert folder.find("other", DIGEST) is not None


@pytest.mark.parametrize(
    ("organization", "digest"),
    [
        ("example", "../../../etc/passwd"),
        ("example", f"{DIGEST}/../{DIGEST}"),
        ("example", DIGEST.upper()),
        ("example", f"{DIGEST}\n"),
        ("example", f"{DIGEST}\0"),
        ("example", ""),
        ("..", DIGEST),
        (".incoming", DIGEST),
        ("example/../other", DIGEST),
        ("", DIGEST),
    ],
)
def test_a_path_instead_of_a_name_finds_no_file(folder: FolderStore, organization: str, digest: str) -> None:
    put(folder)
    assert folder.find(organization, digest) is None
    assert not folder.remove(organization, digest)
    with pytest.raises(FileNotFoundError):
        folder.open(organization, digest)
    with receiving_file(folder.incoming, MOST) as incoming, pytest.raises(FileNotFoundError):
        folder.put(organization, digest, incoming.path)
    assert folder.find("example", DIGEST) is not None


def test_links_in_the_folder_are_not_followed(folder: FolderStore, tmp_path: Path) -> None:
    put(folder)
    root, secret = tmp_path / "files", tmp_path / "secret"
    secret.write_bytes(CONTENT)
    place = root / "example" / DIGEST[:2] / DIGEST
    place.unlink()
    place.symlink_to(secret)
    assert folder.find("example", DIGEST) is None
    assert list(folder.list("example")) == []
    with pytest.raises(FileNotFoundError):
        folder.open("example", DIGEST)
    put(folder)  # replaces the link
    assert not place.is_symlink()
    assert secret.read_bytes() == CONTENT

    (root / "example").rename(tmp_path / "elsewhere")
    (root / "example").symlink_to(tmp_path / "elsewhere")
    assert folder.find("example", DIGEST) is None
    assert list(folder.list("example")) == []
    assert not folder.remove("example", DIGEST)
    with pytest.raises(NotADirectoryError):
        put(folder)
    assert (tmp_path / "elsewhere" / DIGEST[:2] / DIGEST).exists()


def test_a_pipe_in_the_folder_is_not_opened(folder: FolderStore, tmp_path: Path) -> None:
    place = tmp_path / "files" / "example" / DIGEST[:2]
    place.mkdir(parents=True)
    os.mkfifo(place / DIGEST)
    assert folder.find("example", DIGEST) is None
    with pytest.raises(FileNotFoundError):
        folder.open("example", DIGEST)


def test_the_upload_of_a_too_large_file_stops_early_and_leaves_nothing(folder: FolderStore) -> None:
    with pytest.raises(Refusal) as refused, receiving_file(folder.incoming, MOST) as incoming:
        fill(incoming, 1_000, bytes(400))
    assert refused.value.reason is Reason.MESSAGE_TOO_LARGE
    assert incoming.size == 1_200
    assert list(folder.incoming.iterdir()) == []


def test_partial_files_of_a_killed_process_are_removed_after_a_day(folder: FolderStore, tmp_path: Path) -> None:
    old, new = folder.incoming / "old", folder.incoming / "new"
    for path in (old, new):
        path.write_bytes(b"half")
    day_before = time.time() - 25 * 3600
    os.utime(old, (day_before, day_before))
    FolderStore(tmp_path / "files")
    assert list(folder.incoming.iterdir()) == [new]


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / "disk"
    path.mkdir()
    command = ("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(path))
    mounted = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 -- ours
    if mounted.returncode:
        pytest.skip(f"no disk can be mounted here: {mounted.stderr.strip()}")
    yield path
    subprocess.run(("umount", "--lazy", path), check=True)  # noqa: S603, S607 -- the command is our own


def test_a_full_disk_refuses_the_file_and_stores_nothing(disk: Path) -> None:
    folder = FolderStore(disk / "files")
    kept = put(folder)
    with pytest.raises(Refusal) as refused, receiving_file(folder.incoming, 1 << 30) as incoming:
        fill(incoming, 64, bytes(64 * 1024))
    assert refused.value.reason is Reason.STORE_FULL
    assert list(folder.incoming.iterdir()) == []
    assert [one.digest for one in folder.list("example")] == [kept]


def test_file_system_errors_reveal_no_path() -> None:
    with pytest.raises(Refusal) as refused, os_errors_as_refusals():
        raise PermissionError(13, "denied", "/srv/secret")
    assert refused.value.reason is Reason.STORE_UNAVAILABLE
    assert "secret" not in str(refused.value)
