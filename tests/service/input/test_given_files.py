"""Safe opening of input files: pipes, devices, symbolic links out of a folder and size limits, across commands."""

import os
from pathlib import Path

import pytest

from service.input.given_files import FileRefusedError, check_file, read_file
from tests.support.commands import touchstone

ROOT = Path(__file__).parents[3]
CARD, DAY = "zero-carbon-factory", ("--as-of", "2026-11-20")
OTHERS = "the secret of somebody else"


def reason(path: Path, *, inside: Path | None = None) -> str:
    with pytest.raises(FileRefusedError) as raised:
        read_file(path, most=10, inside=inside)
    return raised.value.violations[0].reason


@pytest.fixture
def odd(tmp_path: Path) -> Path:
    """Make a folder with all that is no file of its own."""
    outside, folder = tmp_path / "outside.txt", tmp_path / "folder"
    folder.mkdir()
    outside.write_text(OTHERS[:10])
    (folder / "own").write_text("own")
    (folder / "eleven").write_text("x" * 11)
    os.mkfifo(folder / "pipe")
    (folder / "to_device").symlink_to("/dev/zero")
    (folder / "to_outside").symlink_to(outside)
    (folder / "to_own").symlink_to("own")
    (folder / "to_nothing").symlink_to("nothing")
    (folder / "to_itself").symlink_to("to_itself")
    (folder / "deeper").mkdir()
    return folder


def test_only_regular_files_of_the_folder_are_opened(odd: Path) -> None:
    assert read_file(odd / "own", most=3, inside=odd) == read_file(odd / "to_own", most=3, inside=odd) == b"own"
    assert reason(odd / "pipe") == reason(odd / "to_device") == "NOT_A_FILE"
    assert reason(odd / "to_outside", inside=odd) == "LINK_OUTSIDE"
    assert read_file(odd / "to_outside", most=10) == OTHERS[:10].encode()  # explicitly named links are followed
    assert reason(odd / "eleven") == "TOO_LARGE"
    for name, error in (("to_nothing", FileNotFoundError), ("to_itself", OSError), ("deeper", IsADirectoryError)):
        with pytest.raises(error):
            check_file(odd / name, inside=odd)


def test_a_folder_that_is_a_link_contains_its_own_files(odd: Path) -> None:
    link = odd.parent / "link"
    link.symlink_to(odd)
    assert read_file(link / "own", most=3, inside=link) == b"own"


def test_a_file_of_unknown_size_is_not_read_beyond_the_limit() -> None:
    status = Path("/proc/self/status")  # the system reports a size of zero
    if not status.exists():
        pytest.skip("this system has no such file")
    assert reason(status) == "TOO_LARGE"


@pytest.fixture(params=["pipe", "device"])
def endless(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Make a folder with a file that is none under every ending that a command may look at."""
    for ending in ("en.feature", "yaml", "csv", "xlsx", "json", "jsonl", "xml", "txt"):
        path = tmp_path / f"x.{ending}"
        os.mkfifo(path) if request.param == "pipe" else path.symlink_to("/dev/zero")
    return tmp_path


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "command",
    [
        "check FOLDER", "draft edges FOLDER", "card export FOLDER --language en", "publish FOLDER",
        "draft weights FOLDER/x.csv",
        f"evaluate {CARD} FOLDER/x.yaml --as-of 2026-11-20", f"evaluate {CARD} FOLDER/x.xlsx --as-of 2026-11-20",
        f"batch evaluate {CARD} FOLDER/x.csv --as-of 2026-11-20",
        f"batch evaluate {CARD} FOLDER/x.jsonl --as-of 2026-11-20",
        f"batch evaluate {CARD} FOLDER/x.xlsx --as-of 2026-11-20",
        "dossier ratings FOLDER/x.yaml FOLDER/x.xlsx --card csr-three-stage", "verify FOLDER/x.json",
        "explain FOLDER/x.json",
        "report FOLDER/x.json", "simulate FOLDER/x.json --without x", "cbam quarterly-report FOLDER/x.xml",
        "dossier passport FOLDER/x.json --subject organizations/a/subjects/b", "cbam declare FOLDER/x.csv",
        "cbam declare FOLDER/x.xlsx", "claims screen FOLDER/x.txt", "claims check FOLDER/x.txt --jurisdiction UK",
        "claims check green --jurisdiction UK --facts FOLDER/x.yaml",
        "table import FOLDER/x.csv --manifest FOLDER/x.json",
    ],
)  # fmt: skip
def test_no_command_waits_for_a_file_that_is_not_regular(endless: Path, command: str) -> None:
    answer = touchstone(*command.replace("FOLDER", str(endless)).split())
    assert answer.exit_code == 2
    assert "regular file" in answer.stderr
    assert str(endless) in answer.stderr or "TEXT|FILE" in answer.stderr or "--facts" in answer.stderr


def test_a_gazette_with_a_pipe_instead_of_a_file_is_refused(tmp_path: Path) -> None:
    for folder in (tmp_path / "a-card", tmp_path / "tables"):
        folder.mkdir()
    os.mkfifo(tmp_path / "a-card" / "1.0.0.json")
    os.mkfifo(tmp_path / "a-card" / "1.0.0.sig.json")
    os.mkfifo(tmp_path / "tables" / "x.json")
    for command in (("card", "show", "a-card"), ("table", "check")):
        answer = touchstone(*command, "--gazette", tmp_path)
        assert (answer.exit_code, "is not a regular file" in answer.stderr) == (3, True), answer.stderr


def test_the_target_of_a_link_is_never_shown(tmp_path: Path) -> None:
    outside, folder = tmp_path / "secret", tmp_path / "draft"
    folder.mkdir()
    outside.write_text(f"{OTHERS}\n")
    (folder / "a.en.feature").symlink_to(outside)
    for command in (("check", folder), ("draft", "edges", folder), ("card", "export", folder, "--language", "en")):
        answer = touchstone(*command)
        assert answer.exit_code == 2
        assert "The link points outside the folder and is not read" in answer.stderr
        assert OTHERS not in answer.output
    assert "该链接指向文件夹之外" in touchstone("check", folder, "--language", "zh").stderr


@pytest.mark.full
def test_a_batch_reports_each_unreadable_file_and_evaluates_the_rest(tmp_path: Path) -> None:
    folder, outside = tmp_path / "batch", tmp_path / "secret.yaml"
    folder.mkdir()
    outside.write_text(f"subject: {OTHERS}\n")
    (folder / "own.yaml").write_bytes((ROOT / "examples" / "worked-factory.yaml").read_bytes())
    (folder / "linked.yaml").symlink_to(outside)
    (folder / "linked.xlsx").symlink_to(outside)
    (folder / "gone.yaml").symlink_to("nothing")
    os.mkfifo(folder / "pipe.yaml")
    answer = touchstone("batch", "evaluate", CARD, folder, *DAY)
    assert answer.exit_code == 1
    assert OTHERS not in answer.output
    for name, words in (
        ("linked.yaml", "points outside"), ("linked.xlsx", "points outside"), ("gone.yaml", "the file does not exist"),
        ("pipe.yaml", "regular file"),
    ):  # fmt: skip
        assert any(name in line and words in line for line in answer.stderr.splitlines()), name
    assert "own.yaml" not in answer.stderr


def test_a_companion_table_of_a_batch_may_not_link_outside_the_folder(tmp_path: Path) -> None:
    folder, outside = tmp_path / "batch", tmp_path / "secret.csv"
    folder.mkdir()
    outside.write_text(f"{OTHERS}\n")
    (folder / "all.csv").write_text("subject\norganizations/a/subjects/b\n")
    (folder / "all.evidence.csv").symlink_to(outside)
    answer = touchstone("batch", "evaluate", CARD, folder / "all.csv", *DAY)
    assert (answer.exit_code, OTHERS in answer.output) == (2, False)
    assert "The link points outside the folder and is not read" in answer.stderr
