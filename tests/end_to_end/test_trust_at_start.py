"""Invalid trust files: refusal at server start with the same message as from `data audit`."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.support.commands import touchstone
from tests.support.running import RunningServer
from tests.support.signing import Team

GOOD: dict[str, Any] = {"logs": {}, "witnesses": {}, "witnesses_needed": 0}


def refused_by_audit(folder: Path, trust: Path) -> str:
    result = touchstone("data", "audit", "--database-url", f"sqlite:///{folder}/store.sqlite3", "--trust", str(trust))
    assert result.exit_code == 2
    return result.stderr.splitlines()[0].removeprefix("touchstone: ")


@pytest.mark.full
@pytest.mark.parametrize(
    "wrong",
    [
        {"witnesses_needed": -1},
        {"witnesses": {"w": {"keys": [{"public": "none"}]}}},
        {"time_stamp_authorities": {"a": {"certificates": ["none"]}}},
    ],
)
def test_a_trust_file_refused_by_audit_prevents_the_start(tmp_path: Path, gazette: Path, wrong: dict[str, Any]) -> None:
    trust = tmp_path / "trust.json"
    trust.write_text(json.dumps(GOOD), encoding="utf-8")
    with RunningServer(tmp_path, gazette, TOUCHSTONE_TRUST=str(trust)):
        pass
    trust.write_text(json.dumps({**GOOD, **wrong}), encoding="utf-8")
    message = refused_by_audit(tmp_path, trust)
    with (
        pytest.raises(AssertionError, match="did not start") as failed,
        RunningServer(tmp_path, gazette, TOUCHSTONE_TRUST=str(trust)),
    ):
        pass
    assert message in str(failed.value)


@pytest.mark.full
@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ("prodution", "trust.environments: The trust file has no environment 'prodution'."),
        ("Production", "TOUCHSTONE_ENVIRONMENT"),
    ],
)
def test_an_unknown_environment_prevents_the_start(tmp_path: Path, environment: str, words: str) -> None:
    team = Team(tmp_path / "team", environments={"production": {}})
    trust, gazette = str(team.trust), tmp_path / "gazette"
    with (
        pytest.raises(AssertionError, match="did not start") as failed,
        RunningServer(tmp_path, gazette, TOUCHSTONE_TRUST=trust, TOUCHSTONE_ENVIRONMENT=environment),
    ):
        pass
    assert words in str(failed.value)
    with RunningServer(tmp_path, gazette, TOUCHSTONE_TRUST=trust, TOUCHSTONE_ENVIRONMENT="production"):
        pass
