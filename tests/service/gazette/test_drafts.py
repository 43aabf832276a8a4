"""Is the process that compiles a draft ended in time, and what is said if it takes too much?"""

import asyncio
import os
import select
import sys
from pathlib import Path

import orjson
import pytest

from rules.contracts.errors import InputError
from service.gazette import drafts
from service.gazette.draft_process import TOO_MUCH, compiled
from service.gazette.tables import Shelf
from touchstone.v1.evaluation_service_pb2 import ScorecardDraft
from touchstone.v1.scorecard_pb2 import SourceFile

TABLES = Shelf(Path(__file__).parent / "no tables here")
DRAFT = ScorecardDraft(source_files=[SourceFile(path="card.en.feature", content="# language: en\n")])


def refused(monkeypatch: pytest.MonkeyPatch, program: str) -> InputError:
    monkeypatch.setattr(drafts, "_COMMAND", (sys.executable, "-c", program))
    with pytest.raises(InputError) as raised:
        asyncio.run(drafts.Drafts(TABLES).compile(DRAFT))
    return raised.value


def test_a_draft_that_takes_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafts, "SECONDS", 0.2)
    error = refused(monkeypatch, "import time; time.sleep(60)")
    assert [violation.reason for violation in error.violations] == ["TOO_LARGE"]
    assert "takes longer than 0.2 seconds" in str(error)


def test_a_draft_that_takes_too_much_memory_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    error = refused(monkeypatch, f"import sys; sys.exit({TOO_MUCH})")
    assert "needs more memory" in str(error)


def test_a_process_that_fails_is_no_fault_of_the_draft(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafts, "_COMMAND", (sys.executable, "-c", "raise SystemExit(7)"))
    with pytest.raises(RuntimeError, match="ended with 7"):
        asyncio.run(drafts.Drafts(TABLES).compile(DRAFT))


def test_who_leaves_takes_the_process_along(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pipe = tmp_path / "alive"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    program = (
        f"import time\nwith open({str(pipe)!r}, 'w') as alive: print('I am', file=alive, flush=True); time.sleep(600)"
    )
    monkeypatch.setattr(drafts, "_COMMAND", (sys.executable, "-c", program))

    async def run() -> None:
        compiling = asyncio.create_task(drafts.Drafts(TABLES).compile(DRAFT))
        await asyncio.to_thread(select.select, [reading], [], [], 60)
        assert os.read(reading, 99) == b"I am\n"
        compiling.cancel()
        with pytest.raises(asyncio.CancelledError):
            await compiling

    asyncio.run(run())
    assert select.select([reading], [], [], 60)[0]
    assert os.read(reading, 99) == b""  # whoever held the other end is gone
    os.close(reading)


@pytest.mark.parametrize("spoken", ["en", "zh"])
def test_the_process_says_what_is_wrong_in_the_language_asked_for(spoken: str) -> None:
    asked = {"files": {"card.en.feature": "Feature: x\n"}, "spoken": spoken, "tables": "", "manifests": []}
    found = orjson.loads(compiled(orjson.dumps(asked)))["diagnostics"]
    assert {one["code"] for one in found} >= {"RL005"}
    chinese = [one for one in found if any("一" <= character <= "鿿" for character in one["message"])]
    assert len(chinese) == (len(found) if spoken == "zh" else 0)
