"""Where does the service log when its standard error is another one than at its start?"""

import sys
from collections.abc import Iterator
from io import StringIO

import pytest
import structlog

from service.base.log_lines import configure_logs


@pytest.fixture(autouse=True)
def _configured_as_before() -> Iterator[None]:
    before = structlog.get_config()
    yield
    structlog.configure(**before)


def test_lines_go_to_standard_error_as_it_is_when_they_are_written(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = StringIO(), StringIO()
    monkeypatch.setattr(sys, "stderr", first)
    configure_logs("info")
    log = structlog.get_logger("test")
    log.info("began")
    assert '"event": "began"' in first.getvalue()
    first.close()
    monkeypatch.setattr(sys, "stderr", second)
    log.info("ended")
    assert '"event": "ended"' in second.getvalue()
