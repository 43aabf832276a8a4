"""Files of a feed over HTTP: entity tags, caching, and paths that are not served."""

from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, strategies as st
from starlette.requests import Request
from starlette.responses import Response

from service.http.feed_files import FeedFiles

CONTENT = b'{"small": 1}'
DIGEST = sha256(CONTENT).hexdigest()
TARGET = f"/feed/targets/production/small-factory/{DIGEST}.1.0.0.json"


@pytest.fixture
def files(tmp_path: Path) -> FeedFiles:
    for name in ("feed.toml", "metadata/timestamp.json", "metadata/1.root.json", "pending/2.root.json"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(CONTENT)
    target = tmp_path / "targets" / "production" / "small-factory" / f"{DIGEST}.1.0.0.json"
    target.parent.mkdir(parents=True)
    target.write_bytes(CONTENT)
    return FeedFiles(tmp_path)


def answer(files: FeedFiles, path: str, known: str = "") -> Response | None:
    headers = [(b"if-none-match", known.encode())] if known else []
    return files.find(path, Request({"type": "http", "method": "GET", "path": path, "headers": headers}))


@pytest.mark.parametrize("path", ["/feed/metadata/timestamp.json", "/feed/metadata/1.root.json", TARGET])
def test_a_known_tag_is_answered_without_content(files: FeedFiles, path: str) -> None:
    first = answer(files, path)
    assert first is not None
    assert first.status_code == 200
    again = answer(files, path, first.headers["etag"])
    assert again is not None
    assert (again.status_code, again.body, again.headers["etag"]) == (304, b"", first.headers["etag"])


def test_a_new_timestamp_has_another_tag(files: FeedFiles, tmp_path: Path) -> None:
    first = answer(files, "/feed/metadata/timestamp.json")
    assert first is not None
    (tmp_path / "metadata" / "timestamp.json").write_bytes(b'{"small": 2}')
    second = answer(files, "/feed/metadata/timestamp.json", first.headers["etag"])
    assert second is not None
    assert (second.status_code, second.body) == (200, b'{"small": 2}')


def test_only_the_timestamp_is_checked_at_each_use(files: FeedFiles) -> None:
    paths = ("/feed/metadata/timestamp.json", "/feed/metadata/1.root.json", TARGET)
    answers = [each for path in paths if (each := answer(files, path)) is not None]
    assert ["immutable" in each.headers["cache-control"] for each in answers] == [False, True, True]


@pytest.mark.parametrize(
    "path",
    [
        "/feed/feed.toml",
        "/feed/pending/2.root.json",
        "/feed/metadata/../feed.toml",
        "/feed/metadata/.timestamp.json.part",
        "/feed/metadata/timestamp.json/",
        "/feed/targets/production/small-factory/1.0.0.json",
        f"/feed/targets/../targets/production/{DIGEST}.x",
        f"/feed/targets/production/small-factory/{DIGEST}.{'1' * 250}.json",
        "/feed/",
    ],
)
def test_other_paths_belong_to_no_file(files: FeedFiles, path: str) -> None:
    assert not files.has(path)
    assert answer(files, path) is None


def test_a_file_that_does_not_exist_is_not_found(files: FeedFiles) -> None:
    for path in ("/feed/metadata/2.root.json", TARGET.replace("1.0.0", "2.0.0")):
        assert files.has(path)
        assert answer(files, path) is None


@given(st.text(alphabet="./%\\-_0aé\0 targetsmetadatajson", max_size=60))
def test_no_path_leaves_the_folder(tail: str) -> None:
    for prefix in ("/feed/metadata/", "/feed/targets/"):
        path = prefix + tail
        if FeedFiles(Path("/nowhere")).has(path):
            parts = path.split("/")
            assert ".." not in parts
            assert "" not in parts[1:]
            assert "\0" not in path
