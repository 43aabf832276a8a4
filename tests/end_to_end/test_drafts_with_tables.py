"""A draft that looks values up is tried over a real socket with the reference tables of the server's gazette."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import grpc
import pytest
from click.testing import CliRunner

from service.cli.main import app
from service.gazette.versions import Gazette
from service.input.dossier.dossier_reader import read_dossier
from service.output.terminal.draft_folder import read_sources
from tests.support.calling import Refused, refused, request_for
from tests.support.running import ROOT, RunningServer
from touchstone.v1 import evaluation_pb2, evaluation_service_pb2
from touchstone.v1.scorecard_pb2 import SourceFile

AS_OF = "2026-11-20"
DOSSIERS = {"cbam-goods": "cbam/actual-values.yaml", "eu-battery": "eu-battery-ev.yaml"}
EDITED = {
    "en": ("specific embedded emissions - specific free allocation - ", "specific embedded emissions - "),
    "zh": ("单位隐含排放 - 单位免费分配 - ", "单位隐含排放 - "),
}
Simulate = evaluation_service_pb2.SimulateEvaluationRequest


@pytest.fixture
def gazette(tmp_path: Path) -> Path:
    folder = tmp_path / "gazette"
    for name in (*DOSSIERS, "tables"):
        shutil.copytree(ROOT / "scorecards" / name, folder / name)
    return folder


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    with RunningServer(tmp_path_factory.mktemp("server"), ROOT / "scorecards") as running:
        yield running


def evaluated(server: RunningServer, card: str = "cbam-goods") -> evaluation_pb2.Evaluation:
    scorecard = Gazette(ROOT / "scorecards").versions(card)[-1].scorecard
    content = (ROOT / "examples" / DOSSIERS[card]).read_bytes()
    subject = read_dossier(content, scorecard, as_of=AS_OF, settings={}).subject
    request = request_for(subject, scorecard=f"scorecards/{card}")
    return cast("evaluation_pb2.Evaluation", server.evaluations.EvaluateSubject(request))


def draft(
    *languages: str, card: str = "cbam-goods", spoken: str = "", edit: dict[str, tuple[str, str]] | None = None
) -> evaluation_service_pb2.ScorecardDraft:
    files = {path: text for path, text in read_sources(ROOT / "features" / card).items() if path[-10:-8] in languages}
    for language, (old, new) in (edit or {}).items():
        (path,) = (path for path, text in files.items() if path[-10:-8] == language and old in text)
        files[path] = files[path].replace(old, new)
    return evaluation_service_pb2.ScorecardDraft(
        source_files=[SourceFile(path=path, content=text) for path, text in files.items()], language_code=spoken
    )


def tables(uses: Any) -> list[tuple[str, str, str]]:
    return [(use.name, use.edition, use.digest) for use in uses]


@pytest.mark.full
@pytest.mark.parametrize("languages", [("en",), ("zh",), ("en", "zh")])
def test_an_edited_draft_changes_the_figures_and_names_its_tables(
    server: RunningServer, languages: tuple[str, ...]
) -> None:
    stored = evaluated(server)
    edited = draft(*languages, edit={language: EDITED[language] for language in languages})
    difference = server.evaluations.SimulateEvaluation(
        Simulate(evaluation=stored.name, scorecard_draft=edited)
    ).difference
    figures = {one.result_id: (one.before.exact.low, one.after.exact.low) for one in difference.figure_differences}
    results = {one.result_id: one.figure.exact.low for one in stored.record.results}
    assert set(figures) == {"net_filed", "certificates_due", "cost_due"}
    assert all(before == results[id] for id, (before, _) in figures.items())
    assert figures["net_filed"][1] == results["see_filed"] != figures["net_filed"][0]
    assert tables(difference.before_tables) == tables(difference.after_tables) == tables(stored.record.tables)
    assert ("cbam-mark-up", "2025-12-31") in [table[:2] for table in tables(difference.after_tables)]
    assert all(len(digest) == 64 for _, _, digest in tables(difference.after_tables))


@pytest.mark.full
@pytest.mark.parametrize("card", DOSSIERS)
def test_the_published_files_as_a_draft_change_nothing(server: RunningServer, card: str) -> None:
    request = Simulate(evaluation=evaluated(server, card).name, scorecard_draft=draft("en", "zh", card=card))
    difference = server.evaluations.SimulateEvaluation(request).difference
    assert difference.before == difference.after
    assert [*difference.criterion_differences, *difference.figure_differences] == []


@pytest.mark.full
@pytest.mark.parametrize(
    ("language", "spoken", "edit", "words"),
    [
        (
            "en",
            "",
            ("| cbam-mark-up ", "| cbam-mark-down "),
            "The published versions folder has no reference table 'cbam-mark-down'",
        ),
        ("en", "zh", ("| cbam-mark-up ", "| cbam-mark-down "), "没有参考表“cbam-mark-down”"),
        ("zh", "", ("| cbam-mark-up ", "| cbam-mark-down "), "没有参考表“cbam-mark-down”"),
        ("en", "", ("from column price", "from column cost"), "has no value column 'cost'"),
    ],
)
def test_an_invalid_lookup_is_refused_at_its_location(
    server: RunningServer, language: str, spoken: str, edit: tuple[str, str], words: str
) -> None:
    request = Simulate(
        evaluation=evaluated(server).name, scorecard_draft=draft(language, spoken=spoken, edit={language: edit})
    )
    answer = refused(server.evaluations.SimulateEvaluation, request)
    assert answer.code is grpc.StatusCode.INVALID_ARGUMENT
    violations = {field: text for field, text in answer.violations.items() if words in text}
    assert violations
    for field, text in violations.items():
        place = field.removeprefix("scorecard_draft.source_files[")
        assert place.partition("]:")[0].endswith(f".{language}.feature")
        assert text.startswith(place.replace("]", "") + ": RL081: ")


@pytest.mark.full
def test_removed_restored_and_corrupt_tables_are_noticed_at_the_next_call(tmp_path: Path, gazette: Path) -> None:
    (tmp_path / "server").mkdir()
    with RunningServer(tmp_path / "server", gazette) as server:
        request = Simulate(evaluation=evaluated(server).name, scorecard_draft=draft("en"))
        first = server.evaluations.SimulateEvaluation(request)
        (manifest,) = (gazette / "tables").glob("cbam-mark-up-*.json")
        kept = manifest.read_bytes()
        manifest.unlink()

        def answer() -> Refused:
            return refused(server.evaluations.SimulateEvaluation, request)

        gone = answer()
        assert gone.code is grpc.StatusCode.FAILED_PRECONDITION
        assert "reference table cbam-mark-up@" in gone.message
        manifest.write_bytes(kept)
        assert server.evaluations.SimulateEvaluation(request) == first
        (rows,) = (gazette / "tables").glob("cbam-mark-up-*.csv")
        rows.write_bytes(rows.read_bytes().replace(b"0", b"1", 1))
        request.scorecard_draft.language_code = "en"  # another draft, not the one remembered
        damaged = answer()
        assert (damaged.code, damaged.reason) == (grpc.StatusCode.DATA_LOSS, "RECORD_UNREADABLE")
        assert rows.name in damaged.message


def test_a_server_with_a_corrupt_table_in_its_gazette_does_not_start(tmp_path: Path, gazette: Path) -> None:
    (rows,) = (gazette / "tables").glob("cbam-mark-up-*.csv")
    rows.write_bytes(rows.read_bytes().replace(b"0", b"1", 1))
    with pytest.raises(AssertionError) as error, RunningServer(tmp_path, gazette):
        pass
    assert f"{rows.name}: the rows of cbam-mark-up@" in str(error.value)
    assert not (tmp_path / "store.sqlite3").exists()


@pytest.mark.full
def test_the_command_names_the_same_tables_with_and_without_a_server(server: RunningServer, tmp_path: Path) -> None:
    for file in draft("en", "zh", edit=EDITED).source_files:
        (tmp_path / file.path).write_text(file.content, encoding="utf-8")
    dossier = str(ROOT / "examples" / DOSSIERS["cbam-goods"])
    arguments = ["simulate", dossier, "--as-of", AS_OF, "--draft", str(tmp_path)]
    for language, words in (("en", "Reference tables: cbam-annex-i@"), ("zh", "参考表：cbam-annex-i@")):
        here = CliRunner().invoke(app, [*arguments, "--language", language])
        assert (here.exit_code, here.stderr) == (0, "")
        assert words in here.stdout
        assert {"en": "Certificates due: ", "zh": "应缴证书数："}[language] in here.stdout
        there = CliRunner().invoke(app, [*arguments, "--language", language, "--server", server.address])
        assert there.stdout == here.stdout
