"""Draft editing on a running server: diagnostics, completion, formatting, examples, boundaries, mutants, impact."""

from __future__ import annotations

import re
from functools import partial
from typing import Any

import grpc
import pytest

from rules.contracts import DeclaredFact, DeclaredValue, Subject
from service.approval.statements import Act
from tests.support.calling import refused, request_for
from tests.support.chinese import HAN, english
from tests.support.drafting import Drafters
from tests.support.signing import Team
from touchstone.v1 import draft_editing_pb2 as editing, scorecard_pb2, scorecard_service_pb2

pytestmark = pytest.mark.full
CARD = "card.en.feature"
DRAFT = "edited"
BASE = "scorecards/smallest/versions/1.0.0"


@pytest.fixture(scope="module", name="people")
def people_with_draft(people: Drafters, files: dict[str, str]) -> Drafters:
    people.save("li.wei", DRAFT, files)
    return people


def typed(text: str, path: str = CARD) -> scorecard_pb2.SourceFile:
    return scorecard_pb2.SourceFile(path=path, content=text)


def analyze(
    people: Drafters, text: str, language: str = "en", *, line: int = 0, path: str = CARD
) -> editing.AnalyzeDraftFileResponse:
    request = editing.AnalyzeDraftFileRequest(
        name=people.name(DRAFT), source_file=typed(text, path), language_code=language, quick_fix_line=line
    )
    answer: editing.AnalyzeDraftFileResponse = people.ask("li.wei", "AnalyzeDraftFile", request)
    return answer


def line_of(text: str, words: str) -> int:
    return next(number for number, line in enumerate(text.split("\n"), start=1) if words in line)


def test_draft_text_is_diagnosed_in_both_languages_with_a_fix(people: Drafters, files: dict[str, str]) -> None:
    assert not analyze(people, files[CARD]).diagnostics
    wrong = files[CARD].replace("scores share in %", "scores shar in %")
    line = line_of(wrong, "shar in")
    (told,) = analyze(people, wrong, line=line).diagnostics
    assert (told.severity, told.range.path, told.range.line) == (told.SEVERITY_ERROR, CARD, line)
    here = wrong.split("\n")[line - 1]
    assert here[told.range.column - 1 : told.range.end_column - 1].startswith("shar")
    (fix,) = told.quick_fixes
    mended = here[: fix.range.column - 1] + fix.text + here[fix.range.end_column - 1 :]
    assert mended == files[CARD].split("\n")[line - 1]
    (chinese,) = analyze(people, wrong, "zh").diagnostics
    assert (chinese.code, chinese.range) == (told.code, told.range)
    assert any("一" <= sign <= "鿿" for sign in chinese.message)
    assert not chinese.quick_fixes


def test_text_that_is_not_gherkin_is_reported_and_not_stored(people: Drafters) -> None:
    assert analyze(people, "anything <script>\n| a |\n").error_count
    assert people.get(DRAFT).revision.name.endswith("/revisions/1")


def test_a_new_file_is_analysed_with_the_saved_files(people: Drafters) -> None:
    answer = analyze(people, "# language: zh-CN\n功能: 空\n", "zh", path="card.zh.feature")
    assert answer.diagnostics[0].range.path == "card.zh.feature"


@pytest.mark.parametrize(
    ("file", "field"),
    [
        (typed("x", "../card.en.feature"), "source_file.path"),
        (typed("x", "card.feature"), "source_file.path"),
        (typed("x\0"), "source_file.content"),
        (typed("x" * 1_000_001), "source_file"),
        (scorecard_pb2.SourceFile(), "source_file.path"),
    ],
)
def test_invalid_draft_files_are_refused(people: Drafters, file: scorecard_pb2.SourceFile, field: str) -> None:
    name = people.name(DRAFT)
    for method, request in (
        ("AnalyzeDraftFile", editing.AnalyzeDraftFileRequest(name=name, source_file=file, language_code="en")),
        ("CompleteDraftFile", editing.CompleteDraftFileRequest(name=name, source_file=file, line=1, column=1)),
        ("FormatDraftFile", editing.FormatDraftFileRequest(name=name, source_file=file)),
    ):
        error = refused(people.as_("li.wei", method), request)
        assert (error.code, set(error.violations)) == (grpc.StatusCode.INVALID_ARGUMENT, {field}), method


def test_completions_are_proposed_while_the_file_has_errors(people: Drafters, files: dict[str, str]) -> None:
    wrong = files[CARD].replace("    And these facts\n", "    And these fact\n")
    lines = wrong.split("\n")
    number = line_of(wrong, "Given share is")
    lines[number - 1] = "      Given sh"
    request = editing.CompleteDraftFileRequest(
        name=people.name(DRAFT), source_file=typed("\n".join(lines)), line=number, column=len(lines[number - 1]) + 1
    )
    completions = people.ask("li.wei", "CompleteDraftFile", request).completions
    (share,) = [proposed for proposed in completions if proposed.label == "share"]
    assert (share.range.line, share.range.column, share.range.end_column) == (
        number,
        len("      Given ") + 1,
        request.column,
    )
    assert share.detail
    for line, column in ((0, 1), (len(lines) + 1, 1), (1, len(lines[0]) + 2)):
        request.line, request.column = line, column
        assert refused(people.as_("li.wei", "CompleteDraftFile"), request).code is grpc.StatusCode.INVALID_ARGUMENT


def test_a_file_is_converted_to_canonical_form(people: Drafters, files: dict[str, str]) -> None:
    request = editing.FormatDraftFileRequest(
        name=people.name(DRAFT), source_file=typed(files[CARD].replace("      | id             |", "|id|"))
    )
    answer = people.ask("li.wei", "FormatDraftFile", request)
    assert (answer.changed, answer.source_file.content) == (True, files[CARD])
    request.source_file.content = files[CARD]
    assert not people.ask("li.wei", "FormatDraftFile", request).changed


def preview(people: Drafters, *edits: editing.DraftTableEdit, **fields: Any) -> editing.PreviewDraftTablesResponse:
    request = editing.PreviewDraftTablesRequest(name=people.name(DRAFT), language_code="en", edits=edits, **fields)
    answer: editing.PreviewDraftTablesResponse = people.ask("li.wei", "PreviewDraftTables", request)
    return answer


def test_edited_tables_are_written_and_diagnosed_at_their_cells(people: Drafters, files: dict[str, str]) -> None:
    answer = preview(people, with_tables=True)
    assert (answer.revision, answer.error_count) == (1, 0)
    assert {file.path: file.content for file in answer.source_files} == files
    table = next(each for each in answer.tables if each.parts[0].sentence.startswith("indicator I1 scores"))
    assert [column.type for column in table.columns] == [editing.DraftTableColumn.TYPE_NUMBER] * 3
    rows = [editing.DraftTableRow(cells=row.cells) for row in table.rows]
    rows[1].cells[1] = "8x"
    edited = preview(people, editing.DraftTableEdit(table=table.table, rows=rows), revision=1)
    assert [file.path for file in edited.source_files] == [CARD]
    assert "8x" in edited.source_files[0].content
    (found,) = edited.diagnostics
    assert (found.table, found.row, found.column) == (table.table, 2, 2)
    assert found.diagnostic.severity == found.diagnostic.SEVERITY_ERROR
    assert not edited.tables
    assert people.get(DRAFT).revision.name.endswith("/revisions/1")
    without = editing.PreviewDraftTablesRequest(name=people.name(DRAFT), language_code="en", revision=99)
    assert refused(people.as_("li.wei", "PreviewDraftTables"), without).reason == "DRAFT_NOT_FOUND"


def run_examples(people: Drafters, text: str = "", size: int = 0) -> list[editing.DraftExample]:
    request = editing.RunDraftExamplesRequest(name=people.name(DRAFT), language_code="en", page_size=size)
    if text:
        request.source_file.CopyFrom(typed(text))
    examples: list[editing.DraftExample] = []
    while True:
        page = people.ask("anna", "RunDraftExamples", request)
        examples += page.examples
        if not page.next_page_token:
            assert page.example_count == len(examples)
            return examples
        request.page_token = page.next_page_token


def test_examples_are_run_page_by_page_with_their_actual_results(people: Drafters, files: dict[str, str]) -> None:
    examples = run_examples(people)
    assert examples == run_examples(people, size=1)
    assert all(example.passed for example in examples)
    wrong = files[CARD].replace("      Then the grade is A\n", "      Then the grade is B\n", 1)
    (failed,) = [example for example in run_examples(people, wrong) if not example.passed]
    (expectation,) = failed.expectations
    assert expectation.line == line_of(wrong, "Then the grade is B")
    assert (expectation.expected, expectation.actual) == ("the grade is B", "the grade is A")


def test_examples_of_a_draft_that_does_not_compile_return_diagnostics(people: Drafters, files: dict[str, str]) -> None:
    wrong = typed(files[CARD].replace("scores share", "scores shar"))
    request = editing.RunDraftExamplesRequest(name=people.name(DRAFT), language_code="zh", source_file=wrong)
    answer = people.ask("anna", "RunDraftExamples", request)
    assert (len(answer.examples), answer.example_count, len(answer.diagnostics)) == (0, 0, 1)


def put_in(text: str, example: editing.ProposedDraftExample) -> str:
    lines, added = text.split("\n"), example.text.rstrip("\n").split("\n")
    return "\n".join([*lines[: example.after_line], *added, *lines[example.after_line :]])


def test_each_boundary_without_an_example_has_a_proposed_example(people: Drafters, files: dict[str, str]) -> None:
    request = editing.ProposeDraftExamplesRequest(name=people.name(DRAFT), language_code="en")
    assert not people.ask("anna", "ProposeDraftExamples", request).edges
    text = files[CARD][: files[CARD].index("    Scenario:")]
    text += "    Scenario: the reference case\n      When evaluated as of 2026-03-01\n      Then the grade is A\n"
    request.source_file.CopyFrom(typed(text))
    edges = people.ask("anna", "ProposeDraftExamples", request).edges
    assert len(edges) == 8
    added = 0
    while edges:
        assert (edges[0].range.path, bool(edges[0].message)) == (CARD, True)
        text = put_in(text, edges[0].example)
        request.source_file.content = text
        edges = people.ask("anna", "ProposeDraftExamples", request).edges
        added += 1
    assert added == 3
    assert not analyze(people, text).error_count


def test_mutants_are_run_page_by_page_with_proposed_examples_that_kill_them(people: Drafters) -> None:
    request = editing.TryDraftSlipsRequest(name=people.name(DRAFT), language_code="zh", page_size=7)
    slips: list[editing.DraftSlip] = []
    while True:
        page = people.ask("li.wei", "TryDraftSlips", request)
        slips += page.slips
        if not page.next_page_token:
            break
        request.page_token = page.next_page_token
        token = page.next_page_token
    assert len({slip.slip_id for slip in slips}) == len(slips) <= page.slip_count
    assert all(slip.range.path == CARD and slip.range.line for slip in slips)
    assert not any(slip.HasField("example") for slip in slips if slip.noticed)
    helped = next(slip for slip in slips if slip.HasField("example"))
    assert helped.example.path == "further.en.feature"
    assert not analyze(people, helped.example.text, path=helped.example.path).error_count
    request.language_code, request.page_token = "en", token
    assert set(refused(people.as_("li.wei", "TryDraftSlips"), request).violations) == {"page_token"}


def test_strangers_and_other_organisations_cannot_use_a_draft(people: Drafters, team: Team) -> None:
    others = Drafters(people.server, team, organization="other")
    name, text = people.name(DRAFT), typed("x")
    impact = editing.MeasureDraftImpactRequest(
        parent="organizations/other", draft_revision=f"{name}/revisions/1", base_version=BASE
    )
    requests: dict[str, Any] = {
        "AnalyzeDraftFile": editing.AnalyzeDraftFileRequest(name=name, source_file=text, language_code="en"),
        "CompleteDraftFile": editing.CompleteDraftFileRequest(name=name, source_file=text, line=1, column=1),
        "FormatDraftFile": editing.FormatDraftFileRequest(name=name, source_file=text),
        "PreviewDraftTables": editing.PreviewDraftTablesRequest(name=name, language_code="en", with_tables=True),
        "RunDraftExamples": editing.RunDraftExamplesRequest(name=name, language_code="en"),
        "ProposeDraftExamples": editing.ProposeDraftExamplesRequest(name=name, language_code="en"),
        "TryDraftSlips": editing.TryDraftSlipsRequest(name=name, language_code="en"),
        "MeasureDraftImpact": impact,
    }
    for method, request in requests.items():
        assert refused(others.as_("li.wei", method), request).reason == "OTHER_ORGANIZATION", method
        assert refused(people.as_("assessor", method), request).reason in {"ROLE_NEEDED", "OTHER_ORGANIZATION"}, method
    for person in ("regulator", "assessor"):
        impact.parent = "organizations/example"
        assert refused(people.as_(person, "MeasureDraftImpact"), impact).reason == "ROLE_NEEDED"


def test_refusals_are_also_in_chinese(people: Drafters, files: dict[str, str]) -> None:
    card, name, of = typed(files[CARD]), people.name(DRAFT), "organizations/example"
    requests: tuple[tuple[str, Any, str], ...] = (
        ("CompleteDraftFile", {"name": name, "source_file": card, "line": 1, "column": 99}, "column"),
        ("CompleteDraftFile", {"name": name, "source_file": card, "line": 9_999, "column": 1}, "line"),
        ("AnalyzeDraftFile", {"name": name, "source_file": card, "language_code": "fr"}, "language_code"),
        ("PreviewDraftTables", {"name": name, "language_code": "fr"}, "language_code"),
        ("PreviewDraftTables", {"name": name, "language_code": "zh", "edits": [{"table": "x 1"}]}, "edits[0].table"),
        ("MeasureDraftImpact", {"parent": of, "base_version": BASE}, "changed"),
        ("MeasureDraftImpact", {"parent": of, "scorecard_version": BASE, "base_version": "smallest"}, "base_version"),
    )
    for method, fields, field in requests:
        request = getattr(editing, f"{method}Request")(**fields)
        error = refused(partial(people.ask, "li.wei", method, **{"accept-language": "zh"}), request)
        assert set(error.violations) == {field}, method
        assert re.search(HAN, error.localized[field])
        assert not english(error.localized[field])


def test_the_impact_of_a_draft_on_stored_results_is_measured(people: Drafters, files: dict[str, str]) -> None:
    people.save("li.wei", "base", files)
    for act, person in ((Act.SUBMISSION, "li.wei"), (Act.APPROVAL, "anna"), (Act.PUBLICATION, "anna")):
        people.sign(act, person, "base")
    for number, share in enumerate(("10", "85", "60", "10")):
        subject = Subject(
            subject=f"organizations/example/subjects/factory-{max(number, 1)}",
            as_of="2026-03-01",
            known="2026-11-01T00:00:00Z",
            facts=(
                DeclaredFact(id="share", value=DeclaredValue(number=share, unit="%")),
                DeclaredFact(id="system", value=DeclaredValue(choice="certified")),
            ),
        )
        request = request_for(subject, scorecard="scorecards/smallest")
        request.ClearField("known_time")
        people.ask("assessor", "EvaluateSubject", request)
    changed = files[CARD].replace("| 50       | 80    | 30     |", "| 50       | 80    | 20     |")
    people.save("li.wei", "mild", {CARD: changed})
    asked = editing.MeasureDraftImpactRequest(
        parent="organizations/example",
        draft_revision=f"{people.name('mild')}/revisions/1",
        base_version=BASE,
        page_size=2,
    )
    first = people.ask("li.wei", "MeasureDraftImpact", asked)
    assert (first.subject_count, first.moved_count) == (3, 1)
    asked.page_token = first.next_page_token
    second = people.ask("li.wei", "MeasureDraftImpact", asked)
    assert not second.next_page_token
    results = [*first.results, *second.results]
    assert [result.subject.rpartition("/")[2] for result in results] == ["factory-1", "factory-2", "factory-3"]
    assert [result.moved for result in results] == [False, True, False]
    moved = results[1]
    assert (moved.before.score.exact.low, moved.after.score.exact.low) == ("70", "60")
    assert (moved.before.grade, moved.after.grade, list(moved.criterion_ids)) == ("B", "B", ["I1"])
    asked.scorecard_version = BASE
    assert set(refused(people.as_("li.wei", "MeasureDraftImpact"), asked).violations) == {"page_token"}
    asked.page_token = ""
    assert not any(result.moved for result in people.ask("li.wei", "MeasureDraftImpact", asked).results)


def measure(people: Drafters, **measured: str) -> scorecard_pb2.ProofFigures:
    request = editing.MeasureProofFiguresRequest(parent="organizations/example", language_code="en", **measured)
    while True:
        figures: scorecard_pb2.ProofFigures = people.ask("li.wei", "MeasureProofFigures", request)
        if not figures.waiting_slip_count:
            return figures


def test_the_number_of_killed_mutants_is_stored_with_the_draft_content(people: Drafters, files: dict[str, str]) -> None:
    few = {CARD: files[CARD][: files[CARD].rindex("    Scenario:")]}
    people.save("li.wei", "few", few)
    assert not people.get("few").HasField("proof_figures")
    figures = measure(people, draft_revision=f"{people.name('few')}/revisions/1")
    request = editing.TryDraftSlipsRequest(name=people.name("few"), language_code="en", without_examples=True)
    slips = people.ask("li.wei", "TryDraftSlips", request).slips
    assert (figures.slip_count, figures.noticed_slip_count) == (len(slips), sum(slip.noticed for slip in slips))
    assert [(slip.heading, slip.before, slip.after) for slip in figures.unnoticed_slips] == [
        (slip.heading, slip.before, slip.after) for slip in slips if not slip.noticed
    ]
    assert people.get("few").proof_figures == figures
    assert people.get("few").revision.content_digest == figures.content_digest
    wrong = {CARD: files[CARD].replace("scores share", "scores shar")}
    people.save("li.wei", "few", wrong, base=1)
    assert not people.get("few").HasField("proof_figures")
    asked = editing.MeasureProofFiguresRequest(parent="organizations/example", language_code="en")
    assert set(refused(people.as_("li.wei", "MeasureProofFigures"), asked).violations) == {"measured"}
    asked.draft_revision = f"{people.name('few')}/revisions/2"
    assert refused(people.as_("li.wei", "MeasureProofFigures"), asked).reason == "SOURCE_HAS_ERRORS"
    asked.draft_revision = f"{people.name('few')}/revisions/1"
    assert refused(people.as_("assessor", "MeasureProofFigures"), asked).reason == "ROLE_NEEDED"


def test_proof_figures_measured_on_a_draft_are_returned_for_its_version(
    people: Drafters, files: dict[str, str]
) -> None:
    request = scorecard_service_pb2.GetProofFiguresRequest(name=BASE, language_code="zh")
    assert not people.ask("assessor", "GetProofFigures", request).HasField("measure_time")
    measured = measure(people, draft_revision=f"{people.name(DRAFT)}/revisions/1")
    assert measured.noticed_slip_count <= measured.slip_count
    told = people.ask("assessor", "GetProofFigures", request)
    assert (told.content_digest, told.noticed_slip_count) == (measured.content_digest, measured.noticed_slip_count)
    assert measure(people, scorecard_version=BASE) == measured  # nothing is tried again
