"""MCP server for assistants: read-only tools, files within its folder, digests, errors by field."""

import hashlib
import json
import os
import re
import shutil
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import anyio
import pytest
from mcp import Client, StdioServerParameters, stdio_client
from mcp_types import CallToolResult

from rules.contracts.errors import InputError
from service.base.software import software_versions
from service.cli.author_tools import author_tools
from service.cli.mcp_server import commands, tool, tool_result
from service.configuration.folders import CHECKOUT, PUBLISHED
from service.reference.__main__ import UPDATED

TOOLS = commands()
WORKED = CHECKOUT / "examples" / "worked-factory.yaml"
SHARED = {"server": None, "gazette": PUBLISHED, "database_url": None}


def asked(name: str, **arguments: object) -> CallToolResult:
    return tool_result(TOOLS, name, arguments, SHARED)


def text_of(result: CallToolResult) -> str:
    return str(result.content[0].text)  # type: ignore[union-attr]


def test_tools_are_read_only_and_described_by_their_declarations() -> None:
    changing = {
        "publish", "serve", "correction_begin", "correction_decide", "data_erase", "evidence_add", "proof_bundle",
    }  # fmt: skip
    assert TOOLS
    assert not changing & TOOLS.keys()
    for name, command in TOOLS.items():
        described = tool(name, command)
        assert described.annotations is not None
        assert described.annotations.read_only_hint
        assert command.help.en in str(described.description)
        assert set(described.input_schema["required"]) <= described.input_schema["properties"].keys()


def test_a_result_contains_the_digests_of_the_answer_and_of_its_input_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = asked("table_list")
    about = result.structured_content
    assert about is not None
    assert not result.is_error
    assert len(about["answerDigest"]) == 64
    assert text_of(result).endswith(json.dumps(about, ensure_ascii=False))
    (tmp_path / "seen.txt").write_text("no checkpoint\n", encoding="utf-8")
    refused = asked("proof_growth", since="seen.txt")
    assert refused.is_error
    assert json.loads(text_of(refused))["details"]


def test_an_inventory_check_on_a_server_stores_and_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(CHECKOUT / "examples" / "inventory" / "company.yaml", tmp_path)
    monkeypatch.chdir(tmp_path)
    requested: list[bool] = []

    def answer_questions(*_: object, stores: bool, **__: object) -> None:
        requested.append(stores)
        raise InputError.of("inventory", "far enough", "ENOUGH")

    monkeypatch.setattr("service.schemes.inventory.command_handlers.answer_questions", answer_questions)
    with_server = {**SHARED, "server": "localhost:1"}
    result = tool_result(TOOLS, "inventory_check", {"inventory": "company.yaml", "on": "2027-03-01"}, with_server)
    assert "far enough" in text_of(result)
    assert requested == [False]
    assert not {"unstored", "out"} & tool("inventory_check", TOOLS["inventory_check"]).input_schema["properties"].keys()
    assert [file.name for file in tmp_path.iterdir()] == ["company.yaml"]


def test_tools_that_accept_a_server_have_no_option_to_store_results() -> None:
    evaluates = {"evaluate", "inventory_check", "claims_check"}
    assert evaluates <= TOOLS.keys()
    for name in evaluates:
        fields = {field.name for field in TOOLS[name].fields}
        assert fields & {"unstored", "store"}, name
        assert not fields & {"unstored", "store"} & tool(name, TOOLS[name]).input_schema["properties"].keys()


def test_an_evaluation_by_an_assistant_is_not_stored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(WORKED, tmp_path / "factory.yaml")
    monkeypatch.chdir(tmp_path)
    day: dict[str, object] = {"as_of": "2026-11-20", "settings": ["reading=cascade"]}
    result = asked("evaluate", card="zero-carbon-factory", dossier="factory.yaml", **day)
    assert not result.is_error, text_of(result)
    about = result.structured_content
    assert about is not None
    assert about["scorecardVersion"].startswith("scorecards/zero-carbon-factory/")
    assert (
        not {"unstored", "request_id", "format"} & tool("evaluate", TOOLS["evaluate"]).input_schema["properties"].keys()
    )
    assert asked("evaluate", card="zero-carbon-factory", dossier="factory.yaml", unstored=False, **day).is_error


@pytest.mark.parametrize("text", ["a\0b", "\ud800"])
def test_a_path_that_no_file_has_is_refused(text: str) -> None:
    assert "since" in text_of(asked("proof_growth", since=text))


def test_a_missing_package_is_refused_with_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(module: str) -> Callable[..., object]:
        def call(*_: object, **__: object) -> object:
            raise ModuleNotFoundError(name=module)

        return call

    monkeypatch.setattr("service.cli.mcp_server.executed_command", fails("polars.io"))
    refused = asked("table_list")
    assert refused.is_error
    assert "touchstone-scorecards[bulk]" in text_of(refused)
    monkeypatch.setattr("service.cli.mcp_server.executed_command", fails("no_extra_contains_it"))
    with pytest.raises(ModuleNotFoundError):
        asked("table_list")


def test_no_tool_reads_mail_settings_or_addresses() -> None:
    assert not [name for name in TOOLS if name.startswith("mail")]


def test_a_sheet_can_be_named_but_not_written() -> None:
    assert "sheet" in tool("mapping_suggest", TOOLS["mapping_suggest"]).input_schema["properties"]
    assert "sheet" not in tool("card_export", TOOLS["card_export"]).input_schema["properties"]


@pytest.mark.parametrize("path", ["/etc/passwd", "../kept.json", "link", "folder"])
def test_files_outside_the_folder_are_refused(path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outside, inside = tmp_path / "kept.json", tmp_path / "open"
    outside.write_text("secret", encoding="utf-8")
    (inside / "folder").mkdir(parents=True)
    (inside / "link").symlink_to(outside)
    (inside / "folder" / "link").symlink_to(outside)
    monkeypatch.chdir(inside)
    refused = asked("proof_growth", since=path)
    assert refused.is_error
    assert "outside the opened folder" in text_of(refused)
    assert "secret" not in text_of(refused)


def test_invalid_arguments_are_reported_by_field_in_the_requested_language() -> None:
    refused = asked("proof_growth", sinse="x", language="zh")
    details = json.loads(text_of(refused))["details"]
    wrong = next(one for one in details if one["@type"].endswith("BadRequest"))["fieldViolations"]
    assert [one["field"] for one in wrong] == ["sinse", "since"]
    assert all(one["localizedMessage"]["locale"] == "zh-CN" for one in wrong)
    assert "proof_growth" in text_of(asked("proof_grows", since="x"))


@pytest.mark.parametrize("page", ["mcp.md", "mcp.zh.md"])
def test_the_documentation_lists_exactly_the_available_tools(page: str) -> None:
    text = (CHECKOUT / "docs" / page).read_text(encoding="utf-8")
    rows = re.findall(r"^\| `touchstone [a-z]* ?…` \| (.+) \|$", text, re.MULTILINE)
    assert sorted(re.findall(r"`([a-z_]+)`", "".join(rows))) == sorted(TOOLS)
    assert UPDATED[page](text) == text, "`make docs` brings it up to date"


@pytest.mark.full
def test_a_client_of_the_protocol_lists_and_calls_tools(tmp_path: Path) -> None:
    async def talk(client: Any) -> tuple[list[str], CallToolResult]:
        assert (client.server_info.name, client.server_info.version) == (
            "touchstone",
            software_versions()["touchstone"],
        )
        tools = (await client.list_tools()).tools
        return [one.name for one in tools], await client.call_tool("table_list", {"language": "zh"})

    names, result = anyio.run(connected, tmp_path, talk)
    assert set(names) == TOOLS.keys() | author_tools().keys()
    assert not result.is_error
    written = text_of(result).rsplit("\n\n", 1)[0]
    assert any(sign >= "\u4e00" for sign in written)
    assert hashlib.sha256(b"").hexdigest() != result.structured_content["answerDigest"]


async def connected(folder: Path, talk: Callable[[Any], Awaitable[Any]]) -> Any:
    line = ["-m", "service.cli.main", "mcp", "--folder", str(folder), "--gazette", str(PUBLISHED)]
    way = StdioServerParameters(command=sys.executable, args=line, env=dict(os.environ))
    # A file is needed because the default error stream is fixed at import time, perhaps by another test.
    with (folder / "errors.log").open("w", encoding="utf-8") as errors:
        async with Client(stdio_client(way, errlog=errors)) as client:
            return await talk(client)
