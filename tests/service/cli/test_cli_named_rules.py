"""Resolution of the CARD argument: published version, draft folder or path, as known on a day."""

import json
import shutil
from pathlib import Path

import pytest

from service.gazette.publication import write_version
from tests.support.commands import touchstone
from tests.support.small_card import CARD, small_card

ROOT = Path(__file__).resolve().parents[3]
DRAFT = ROOT / "tests" / "corpus" / "good" / "RL041"
DOSSIER = "subject: organizations/a/subjects/b\nfacts: {share: 85 %, system: certified}\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Change to a folder with a dossier, a draft, and the same draft published earlier as 1.0.0."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(DRAFT, tmp_path / "desk")
    (tmp_path / "dossier.yaml").write_text(DOSSIER)
    assert touchstone("draft", "edges", "desk", "--write").exit_code == 0
    card = tmp_path / "desk" / "card.en.feature"
    text = card.read_text().replace("    # proposed by touchstone draft edges: confirm, then delete this line\n", "")
    card.write_text(text)
    assert touchstone("publish", "desk", "--reason", "Notice 7", "--gazette", "gazette").exit_code == 0
    return tmp_path


def card_of(here: Path) -> str:
    (card,) = (path.name for path in (here / "gazette").iterdir() if path.is_dir())
    return card


def evaluated(card: str, *arguments: str) -> tuple[int, str, str]:
    asked = ("evaluate", *arguments, card, "dossier.yaml", "--as-of", "2026-06-01", "--gazette", "gazette")
    result = touchstone(*asked)
    return result.exit_code, result.stdout, result.stderr


SAID = {
    "en": ("The published scorecard", "DRAFT: the rules of"),
    "zh": ("所用的是已发布的评分卡", "草案：所用的是文件夹"),
}


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("language", SAID)
def test_a_folder_never_shadows_a_published_card(here: Path, language: str) -> None:
    card, (passed_over, is_draft) = card_of(here), SAID[language]
    code, shown, complaint = evaluated(card, "--language", language)
    assert (code, complaint) == (0, ""), "without a folder of that name nothing is to be said"
    shutil.copytree(here / "desk", here / card)
    code, again, complaint = evaluated(card, "--language", language)
    assert code == 0
    assert passed_over in complaint
    assert f"./{card}" in complaint
    assert again.splitlines()[:2] == shown.splitlines()[:2]
    if language == "zh":
        return  # the draft is written in English
    for named in ((f"./{card}",), (f"{here}/{card}",), ("--draft", card)):
        code, drafted, complaint = evaluated(named[-1], *named[:-1])
        assert (code, complaint.startswith(is_draft)) == (0, True)
        assert drafted
        code, _, _ = evaluated(named[-1], *named[:-1], "--out", "report.txt")
        assert (here / "report.txt").read_text().startswith(is_draft), "a report that is kept says so itself"
        code, written, complaint = evaluated(named[-1], *named[:-1], "--format", "json")
        assert json.loads(written)["record"]["conclusion"]
        assert complaint.startswith(is_draft)


def test_a_draft_evaluation_is_marked_in_chinese() -> None:
    asked = ("evaluate", ROOT / "features" / "carbon-neutral-product", ROOT / "examples" / "carbon-neutral-bottle.yaml")
    drafted = touchstone(*asked, "--as-of", "2026-11-20", "--language", "zh")
    assert (drafted.exit_code, drafted.stderr.startswith(SAID["zh"][1])) == (0, True)


def test_a_draft_without_files_in_the_requested_language_is_refused(here: Path) -> None:
    code, _, complaint = evaluated("./desk", "--files", "zh", "--language", "zh")
    assert (code, "请选择其中的语言：en。" in complaint) == (2, True), complaint


@pytest.mark.parametrize(
    "command", [("evaluate",), ("card", "export", "--language", "en"), ("dossier", "template", "--out", "x.xlsx")]
)
def test_a_bare_name_that_only_a_draft_has_is_the_draft(here: Path, command: tuple[str, ...]) -> None:
    dossier = ("dossier.yaml", "--as-of", "2026-06-01") if command == ("evaluate",) else ()
    asked = (*command, "desk", *dossier, "--gazette", "gazette")
    result = touchstone(*asked)
    assert result.exit_code == 0, result.stderr
    assert result.stderr.startswith(SAID["en"][1])


def test_a_folder_without_feature_files_is_no_draft(here: Path) -> None:
    (here / "notes").mkdir()
    code, _, complaint = evaluated("notes")
    assert (code, "The scorecard 'notes' was not found" in complaint) == (2, True), complaint


def test_a_path_is_never_a_published_card(here: Path) -> None:
    refused = touchstone("card", "export", f"./{card_of(here)}", "--language", "en", "--gazette", "gazette")
    assert (refused.exit_code, "is not a folder" in refused.stderr) == (2, True)


def test_two_versions_can_be_compared_by_number(tmp_path: Path) -> None:
    folder = tmp_path / "gazette"
    write_version(folder, small_card(last="2026-12-31"), {}, publish_time="2025-01-01T00:00:00Z")
    second = small_card(version="1.1.0", first="2027-01-01", gold=85)
    write_version(folder, second, {}, publish_time="2026-01-01T00:00:00Z")
    full = touchstone("card", "diff", f"{CARD}@1.0.0", f"{CARD}@1.1.0", "--gazette", folder).stdout
    assert "was: at least [80]" in full
    assert "is:  at least [85]" in full
    for short in ((CARD, "1.0.0", "1.1.0"), (f"{CARD}@1.0.0", "1.1.0"), (f"{CARD}@1.0.0", CARD)):
        assert touchstone("card", "diff", *short, "--gazette", folder).stdout == full
    for wrong in ((CARD, "1.0.0"), (CARD, CARD, "1.0.0"), (f"{CARD}@1.0.0", "1.1.0", "1.1.0")):
        refused = touchstone("card", "diff", *wrong, "--gazette", folder)
        assert refused.exit_code == 2
        assert f"{CARD} 1.0.0" in refused.stderr or "1.0.0 1.1.0" in refused.stderr


@pytest.fixture
def two_versions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two versions for the same days, the second published a year later."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "gazette"
    write_version(folder, small_card(), {}, publish_time="2025-01-01T00:00:00Z")
    second = small_card(version="1.1.0", gold=99, supersedes="1.0.0")
    write_version(folder, second, {}, publish_time="2026-01-01T00:00:00Z")
    (tmp_path / "dossier.yaml").write_text("subject: organizations/a/subjects/b\nfacts: {}\n")
    return folder


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    ("known", "version"),
    [
        (None, "1.1.0"),
        ("2026-01-01", "1.1.0"),
        ("2025-12-31", "1.0.0"),
        ("2026-01-01T00:00:00Z", "1.1.0"),
        ("2025-12-31T23:59:59Z", "1.0.0"),
    ],
)
def test_the_version_in_force_as_known_on_a_day_is_used(two_versions: Path, known: str | None, version: str) -> None:
    day = () if known is None else ("--known", known)
    asked = (CARD, "dossier.yaml", "--as-of", "2026-06-01", "--gazette", two_versions, *day)
    made = touchstone("evaluate", *asked, "--format", "json", "--out", "made.json")
    assert made.exit_code == 0, made.stderr
    record = json.loads(Path("made.json").read_text())["record"]
    assert record["scorecardVersion"].endswith(f"/{version}")
    assert touchstone("verify", "made.json", "--gazette", two_versions).exit_code == 0
    listed = touchstone("card", "list", "--gazette", two_versions, *day)
    assert listed.stdout.splitlines()[1].split()[1] == version
    versions = touchstone("card", "show", CARD, "--gazette", two_versions, *day).stdout
    assert f"Version {version} (in force)" in versions
    assert ("1.1.0" in versions) is (version == "1.1.0")


def test_explain_and_simulate_accept_another_known_day(two_versions: Path) -> None:
    asked = (CARD, "dossier.yaml", "--as-of", "2026-06-01", "--gazette", two_versions)
    made = touchstone("evaluate", *asked, "--known", "2025-06-01", "--format", "json", "--out", "made.json")
    assert made.exit_code == 0
    same = touchstone("explain", "made.json", "--gazette", two_versions, "--known", "2025-06-01")
    assert "The evaluation used this version" in same.stderr
    other = touchstone("explain", "made.json", "--gazette", two_versions, "--known", "2026-06-01", "--language", "zh")
    assert "versions/1.1.0，而本评价依" in other.stderr
    tried = touchstone("simulate", "made.json", "--gazette", two_versions, "--known", "2026-06-01")
    assert (tried.exit_code, "After (1.1.0)" in tried.stdout) == (0, True)


@pytest.mark.parametrize(
    ("day", "expected_message"), [("2999-01-01", "is in the future"), ("2026-02-30", "2026-02-30"), ("soon", "soon")]
)
def test_an_invalid_known_day_is_refused(two_versions: Path, day: str, expected_message: str) -> None:
    for asked in (("card", "list"), ("evaluate", CARD, "dossier.yaml", "--as-of", "2026-06-01")):
        refused = touchstone(*asked, "--gazette", two_versions, "--known", day)
        assert refused.exit_code == 2
        assert "--known" in refused.stderr
        assert expected_message in refused.stderr


def test_no_version_is_known_before_the_first_publication(two_versions: Path) -> None:
    assert (
        "contains no version" in touchstone("card", "list", "--gazette", two_versions, "--known", "2024-01-01").stdout
    )
    refused = touchstone("card", "show", CARD, "--gazette", two_versions, "--known", "2024-01-01")
    assert (refused.exit_code, f"no version of {CARD} was published yet" in refused.stderr) == (2, True)


@pytest.mark.parametrize("name", ["plant.yaml", "plant.json", "plant.xlsx"])
def test_a_dossier_is_no_draft_and_the_command_that_checks_it_is_named(here: Path, name: str) -> None:
    (here / name).write_bytes(b"")
    refused = touchstone("check", here / name)
    assert refused.exit_code == 2
    assert "Use the folder of a scorecard. To check a dossier, run `touchstone evaluate`" in refused.stderr
    assert "`touchstone evaluate`" not in touchstone("check", here / "nowhere").stderr
