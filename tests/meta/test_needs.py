"""External needs of tests: all in the single list that `.ci/run` installs."""

from __future__ import annotations

import hashlib
import io
import re
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.support import needs

ROOT = Path(__file__).resolve().parents[2]
LISTED = tomllib.loads((ROOT / ".ci" / "needs.toml").read_text("utf-8"))
ASKED = re.compile(r'\b(?:program|named|named_file)\(\s*"([^"]+)"')


def names(need: dict[str, Any]) -> set[str]:
    named = [need[key] for key in ("program", "variable", "or_else") if key in need]
    return {name for each in named for name in ([each] if isinstance(each, str) else each)}


def test_every_external_need_of_a_test_is_listed() -> None:
    listed = {name for kind in LISTED.values() for need in kind for name in names(need)}
    texts = (path.read_text("utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    asked = {name for text in texts if "tests.support.outside" in text for name in ASKED.findall(text)}
    assert {"nginx", "TOUCHSTONE_OSCAL_SCHEMA"} <= asked
    assert asked <= listed


def test_each_missing_need_is_reported_with_its_purpose(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    for name in (need["variable"] for kind in LISTED.values() for need in kind if "variable" in need):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(needs, "CACHE", tmp_path)
    monkeypatch.setattr(needs, "PROGRAMS", tmp_path / "bin")
    monkeypatch.setattr(needs, "ran", lambda *_command, **_named: False)
    needs.main()
    written = capsys.readouterr()
    missing = [line for line in written.err.splitlines() if "not there:" in line]
    absent_count = sum(not (ROOT / need["path"]).exists() for need in LISTED["beside"])
    assert len(missing) == sum(map(len, LISTED.values())) - len(LISTED["beside"]) + absent_count
    assert any("TOUCHSTONE_OSCAL_SCHEMA, for the schema of OSCAL" in line for line in missing)
    assert written.out.startswith("export PATH=")


@pytest.mark.parametrize("is_right", [True, False])
def test_a_package_is_accepted_only_with_its_digest(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, is_right: bool
) -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as wheel:
        wheel.writestr("inside/schema.json", "{}")
    monkeypatch.setattr(needs, "CACHE", tmp_path)
    monkeypatch.setattr(needs, "ran", lambda *command: downloaded(command, content.getvalue()))
    digest = hashlib.sha256(content.getvalue()).hexdigest() if is_right else "0" * 64
    need = {"variable": "TOUCHSTONE_X", "package": "x", "version": "1", "sha256": digest, "path": "inside/schema.json"}
    needs.unpack([need])
    assert (tmp_path / "x-1.json").exists() == is_right
    assert ("is not what needs.toml names" in capsys.readouterr().err) != is_right


def downloaded(command: tuple[str, ...], content: bytes) -> bool:
    """Do as pip does."""
    Path(command[command.index("--dest") + 1], "x-1-py3-none-any.whl").write_bytes(content)
    return True
