"""First-week guide: every command of docs/first-week.md, run by the named person at the stated revision."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from service.configuration.folders import CHECKOUT
from service.identity.principals import Role
from tests.support.casework import AGREEMENT, PHOTOGRAPH, REPORT
from tests.support.commands import touchstone
from tests.support.identities import new_key_of
from tests.support.running import RunningServer

_FENCE = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
_KEPT = re.compile(r"(\w+)=\$\((.*) \| cut -d: -f1\)\Z")
_ROLES = {
    "author": (Role.RULE_AUTHOR,), "approver": (Role.RULE_APPROVER,), "office": (Role.INTEGRATOR,),
    "ada": (Role.ASSESSOR,), "ben": (Role.ASSESSOR,), "rui": (Role.REVIEWER,), "dan": (Role.DECIDER, Role.REVIEWER),
    "eva": (Role.DECIDER,),
}  # fmt: skip


class Week:
    """The organisation in the guide: its people, their keys, and the values stored by its commands."""

    def __init__(self, server: RunningServer, gazette: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        url = server.environment["TOUCHSTONE_DATABASE_URL"]
        self.keys = {one: new_key_of(url, "example", *roles) for one, roles in _ROLES.items()}
        self.keys["operator"] = new_key_of(url, "", Role.OPERATOR)
        self.names = {one.upper(): key.split("_")[1] for one, key in self.keys.items()}
        self.names |= {"AGREEMENT": AGREEMENT, "REPORT": REPORT, "LOG": PHOTOGRAPH}
        self.told: list[tuple[str, str]] = []
        self._set = monkeypatch.setenv
        self._set("TOUCHSTONE_SERVER", server.address)
        self._set("TOUCHSTONE_GAZETTE", str(gazette))

    def do(self, block: str) -> None:
        for line in block.splitlines():
            if line.startswith("# "):
                self._set("TOUCHSTONE_TOKEN", self.keys[line[2:]])
                continue
            kept = _KEPT.match(line)
            command = re.sub(r"\$(\w+)", lambda found: self.names[found[1]], kept[2] if kept else line)
            answer = touchstone(*shlex.split(command)[1:])
            assert answer.exit_code == 0, f"{line}\n{answer.output}"
            self.told.append((line, answer.stdout))
            if kept:
                self.names[kept[1]] = answer.stdout.partition(":")[0]

    def outputs_of(self, beginning: str) -> list[str]:
        return [answer for line, answer in self.told if line.startswith(f"touchstone {beginning}")]


@pytest.mark.full
def test_the_commands_of_the_first_week_guide_succeed(
    tmp_path: Path, gazette: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocks = _FENCE.findall((CHECKOUT / "docs/first-week.md").read_text(encoding="utf-8"))
    files = {text.partition("\n")[0][2:]: text for kind, text in blocks if kind in {"yaml", "toml"}}
    files["next-year.yaml"] = files["factory.yaml"].replace("85.5 %", "60 %")
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with RunningServer(tmp_path, gazette, TOUCHSTONE_API_KEYS="true") as running:
        week = Week(running, gazette, monkeypatch)
        for kind, text in blocks:
            if kind == "sh":
                week.do(text)
        url = running.environment["TOUCHSTONE_DATABASE_URL"]
    monkeypatch.delenv("TOUCHSTONE_SERVER")
    audited = touchstone("data", "audit", "--database-url", url)
    assert audited.exit_code == 0, audited.output
    (due,) = week.outputs_of("case due")
    assert "surveillance" in due
    assert "expiry" in due
    assert "I1" in week.outputs_of("case compare")[0]
    assert "withdrawn" in week.outputs_of("case show")[0]


def test_both_pages_have_the_same_commands() -> None:
    pages = [(CHECKOUT / f"docs/first-week{one}.md").read_text(encoding="utf-8") for one in ("", ".zh")]
    ours, theirs = (_FENCE.findall(page) for page in pages)
    assert ours == theirs
