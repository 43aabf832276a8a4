"""Draft compilation in a worker process: time and memory limits, a lost worker, diagnostics by language."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from rules.contracts.errors import InputError
from service.base.refusals import Reason, Refusal
from service.base.thread_pool import ThreadPool
from service.base.worker_pool import WorkerPool
from service.gazette.draft_process import compile_draft
from service.gazette.drafts import PROGRAM, DraftCompiler
from service.gazette.table_order import TableStores
from service.gazette.versions import Gazette
from touchstone.internal.v1 import work_pb2
from touchstone.v1.evaluation_service_pb2 import ScorecardDraft
from touchstone.v1.scorecard_pb2 import SourceFile

TABLES = TableStores(Gazette(Path(__file__).parent / "no gazette here"))
DRAFT = ScorecardDraft(source_files=[SourceFile(path="card.en.feature", content="# language: en\n")])


@pytest.mark.parametrize(
    ("reason", "words"),
    [(Reason.TOOK_TOO_LONG, "takes longer than 20 seconds"), (Reason.NEEDS_TOO_MUCH, "needs more memory")],
)
def test_a_draft_that_exceeds_a_limit_is_refused(reason: Reason, words: str) -> None:
    with pytest.raises(InputError) as raised:
        compile_with(reason)
    assert [violation.reason for violation in raised.value.violations] == ["TOO_LARGE"]
    assert words in str(raised.value)


def test_a_process_that_is_lost_is_no_fault_of_the_draft() -> None:
    with pytest.raises(Refusal) as raised:
        compile_with(Reason.PROCESS_LOST)
    assert raised.value.reason is Reason.PROCESS_LOST


def compile_with(reason: Reason) -> None:
    """Compile a draft in a process that ends so."""

    class Ending(WorkerPool):
        async def work(self, *_: Any, **__: Any) -> Any:
            raise Refusal(reason, "it ended")

    async def run() -> None:
        await DraftCompiler(TABLES, Ending(PROGRAM), ThreadPool().do).compile(DRAFT)

    asyncio.run(run())


@pytest.mark.parametrize("spoken", ["en", "zh"])
def test_the_process_returns_diagnostics_in_the_requested_language(spoken: str) -> None:
    asked = work_pb2.CompileDraft(files={"card.en.feature": "Feature: x\n"}, language_code=spoken, shelves=[{}])
    diagnostics = compile_draft(asked).diagnostics
    assert {one.code for one in diagnostics} >= {"RL005"}
    chinese = [one for one in diagnostics if any("一" <= character <= "鿿" for character in one.message)]
    assert len(chinese) == (len(diagnostics) if spoken == "zh" else 0)
