"""Structured server logs: replaced standard error, bound context, level and JSON lines."""

import json
import sys
from collections.abc import Iterator
from io import StringIO

import pytest

from service.base import logs
from service.base.log_setup import configure_logs


@pytest.fixture(autouse=True)
def _written_as_before() -> Iterator[None]:
    before = logs.set_writer(None)
    yield
    logs.set_writer(before)


def test_log_lines_are_written_to_the_current_standard_error(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = StringIO(), StringIO()
    monkeypatch.setattr(sys, "stderr", first)
    configure_logs("info")
    logs.info("began")
    assert '"event": "began"' in first.getvalue()
    first.close()
    monkeypatch.setattr(sys, "stderr", second)
    logs.info("ended")
    assert '"event": "ended"' in second.getvalue()


def test_a_log_line_contains_its_bound_context_and_level(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = StringIO()
    monkeypatch.setattr(sys, "stderr", lines)
    configure_logs("warning")
    logs.clear_and_bind(call="c-1")
    logs.info("not asked for")
    logs.error("failed", problem="组织")
    logs.clear_and_bind()
    line = json.loads(lines.getvalue())
    assert line.pop("timestamp").endswith("Z")
    assert line == {"call": "c-1", "problem": "组织", "event": "failed", "level": "error"}
    assert "组织" in lines.getvalue()
