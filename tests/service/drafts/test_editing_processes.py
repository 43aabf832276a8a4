"""Worker processes for draft editing: no failures on any input, and locations inside the file."""

from __future__ import annotations

import random
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from service.drafts import editing_process, rehearsal_process
from touchstone.internal.v1 import work_pb2
from touchstone.v1 import draft_editing_pb2 as editing, scorecard_pb2

if TYPE_CHECKING:
    from google.protobuf.message import Message

    from service.base.worker_specs import Works

ROOT = Path(__file__).resolve().parents[3]
CARD, PATH = ROOT / "features" / "event-neutrality", "card.en.feature"
TYPED = (
    "",
    "|",
    "| x |",
    "Given ",
    "    And these facts",
    "#",
    '"""',
    "场景:",
    "Scenario:",
    "\t",
    "\ufeff",
    "\u2028",
    "<b>",
)


def saved(folder: Path) -> work_pb2.DraftFiles:
    files = {path.name: path.read_text("utf-8") for path in sorted(folder.glob("*.feature"))}
    return work_pb2.DraftFiles(files=files, shelves=[work_pb2.Shelf(folder=str(folder / "tables"))])


def asked(works: Works, message: Message) -> Any:
    return works[type(message)](message, lambda: False)


def test_random_edits_yield_only_locations_inside_the_file() -> None:
    drawn, draft, works = random.Random(7), saved(CARD), editing_process.works(None)
    for turn in range(7):
        lines = draft.files[PATH].split("\n")
        at = drawn.randrange(len(lines))
        kept = lines[at][: drawn.randrange(len(lines[at]) + 1)]
        lines[at : at + drawn.randrange(3)] = [kept + drawn.choice(TYPED)]
        file = scorecard_pb2.SourceFile(path=PATH, content="\n".join(lines))
        request = editing.AnalyzeDraftFileRequest(source_file=file, language_code="en", quick_fix_line=at + 1)
        answer = asked(works, work_pb2.AnalyzeDraftFile(draft=draft, request=request))
        files = {**{path: text.split("\n") for path, text in draft.files.items()}, PATH: lines}
        assert answer.error_count + answer.warning_count >= len(answer.diagnostics), turn
        for diagnostic in answer.diagnostics:
            for place in (diagnostic.range, *(fix.range for fix in diagnostic.quick_fixes)):
                assert 1 <= place.line <= len(files[place.path])
                assert 1 <= place.column <= place.end_column <= len(files[place.path][place.line - 1]) + 1
        typing = editing.CompleteDraftFileRequest(source_file=file, line=at + 1, column=len(lines[at]) + 1)
        for proposed in asked(works, work_pb2.CompleteDraftFile(draft=draft, request=typing)).completions:
            assert 1 <= proposed.range.column <= proposed.range.end_column == typing.column
        formatted = asked(works, editing.FormatDraftFileRequest(source_file=file))
        again = asked(works, editing.FormatDraftFileRequest(source_file=formatted.source_file))
        assert not again.changed


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_card_without_possible_conclusion_is_diagnosed_in_every_request(language: str) -> None:
    draft, works = saved(ROOT / "tests" / "corpus" / "bad" / "RL055"), rehearsal_process.works(None)
    for message in (
        work_pb2.RunDraftExamples(draft=draft, language_code=language, size=5),
        work_pb2.ProposeDraftExamples(draft=draft, language_code=language),
        work_pb2.TryDraftSlips(draft=draft, language_code=language, size=5),
    ):
        assert "RL055" in {diagnostic.code for diagnostic in asked(works, message).diagnostics}


def test_contradictory_files_of_two_languages_are_run_by_their_own_rules() -> None:
    draft, works = saved(CARD), rehearsal_process.works(None)
    rules = "rules.en.feature"
    whole = asked(works, work_pb2.RunDraftExamples(draft=draft, language_code="en", size=2))
    assert ([example.passed for example in whole.examples], len(whole.diagnostics)) == ([True, True], 0)
    changed = draft.files[rules].replace("| 3200 tCO2e |", "| 3300 tCO2e |", 1)
    assert changed != draft.files[rules]
    draft.files[rules] = changed
    apart = asked(works, work_pb2.RunDraftExamples(draft=draft, language_code="en", size=500))
    assert apart.example_count == whole.example_count
    assert {example.path for example in apart.examples if not example.passed} <= {PATH, rules, "further.en.feature"}
    assert any(not example.passed for example in apart.examples)
    assert {diagnostic.code for diagnostic in apart.diagnostics} <= {"RL070", "RL071"}
    slips = asked(works, work_pb2.TryDraftSlips(draft=draft, language_code="zh", size=2))
    assert (slips.slip_count, len(slips.slips), bool(slips.diagnostics)) == (0, 0, True)
