"""MCP server: read-only commands and tools for authors, a prompt, and references as resources.

Only this module imports the optional MCP library.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import redirect_stdout
from functools import partial
from pathlib import Path
from typing import Any

import anyio
from anyio.to_thread import run_sync
from mcp import MCPError
from mcp.server import Server
from mcp.server.stdio import stdio_server
from mcp_types import (
    INVALID_PARAMS,
    CallToolRequestParams,
    CallToolResult,
    GetPromptRequestParams,
    GetPromptResult,
    ListPromptsResult,
    ListResourcesResult,
    ListToolsResult,
    PaginatedRequestParams,
    Prompt,
    PromptArgument,
    PromptMessage,
    ReadResourceRequestParams,
    ReadResourceResult,
    Resource,
    TextContent,
    TextResourceContents,
    Tool,
    ToolAnnotations,
)

from rules.contracts import (
    LANGUAGES,
    InputError,
    TouchstoneError,
    Violation,
    did_you_mean,
    in_language,
    message_factory,
)
from rules.language import export_folder
from service.base.extras import missing_extra_error
from service.base.software import software_versions
from service.cli.author_tools import TOPICS, TextTool, author_tools, is_readable, prompt_text, topic_text
from service.cli.command_execution import document_json, executed_command, method_of
from service.gazette.versions import Gazette
from service.output.terminal.command_declarations import SHARED, Command, CommandField
from service.output.terminal.given_options import resolve_published
from service.output.terminal.output import OutputFormat, error_status
from service.output.terminal.words import SPOKEN, use_language
from touchstone.client.json_form import as_json
from touchstone.client.methods import reads_only

_message = message_factory(__name__)

_INSTRUCTIONS = (
    "Answers are computed from published rules; nothing is stored, and none is a certification decision, which is a "
    "person's act. Quote the name and the digest that each answer bears. What is unknown is not a no: name what "
    "it waits for."
)
_LANGUAGE = next(option for option in SHARED if option.name == "language")
_IDENTIFIER_FIELDS = ("name", "recordDigest", "ruleDigest", "scorecardVersion", "contentDigest", "digest")
_FIXED_VALUES = {
    "out": None, "format": "json", "unstored": True, "request_id": None, "store": False, "asking": False,
    "watch": False, "facts_out": None, "write": None, "write_measures": None, "template": None,
}  # fmt: skip
"""Fixed values for options that store, write files, prompt or run endlessly."""
_WRITTEN_SHEET = "sheet"
"""An option that writes a file in some commands, and names the sheet of a workbook in others."""
_PERSONAL = ("mail",)
"""Groups of commands that read personal settings and e-mail addresses: no assistant needs them."""


def serve(folder: Path | None, server: str | None, gazette: Path) -> str:
    """Serve an assistant over standard input and output; only files in `folder` are accessible."""
    os.chdir(folder or ".")
    shared = {"server": server, "gazette": gazette, "database_url": None}
    anyio.run(_serve, commands(), shared)
    return ""


def commands() -> dict[str, Command]:
    """Return the read-only commands by tool name."""
    from service.cli.main import app  # noqa: PLC0415 -- loads every command declaration
    from service.cli.typer_front_end import DeclaredCommand  # noqa: PLC0415 -- loaded with the entry point

    return {
        name.replace(" ", "_").replace("-", "_"): made.declared
        for name, made in app.leaves()
        if isinstance(made, DeclaredCommand) and name.split()[0] not in _PERSONAL and _is_available(made.declared)
    }


def _is_available(command: Command) -> bool:
    writes = any(field.name == "out" and field.required for field in command.fields)
    return not writes and (reads_only(method_of(command.call)) if command.is_rpc else bool(command.reads_only))


async def _serve(tools: Mapping[str, Command], shared: Mapping[str, Any]) -> None:
    texts = author_tools()

    async def list_tools(_context: Any, _params: PaginatedRequestParams | None) -> ListToolsResult:
        own = [text_tool(name, each) for name, each in texts.items()]
        return ListToolsResult(tools=[*(tool(name, command) for name, command in tools.items()), *own])

    async def call_tool(_context: Any, params: CallToolRequestParams) -> CallToolResult:
        arguments = params.arguments or {}
        if params.name in texts:
            run = partial(text_tool_result, texts[params.name], arguments, shared["gazette"])
        else:
            run = partial(tool_result, tools, params.name, arguments, shared)
        return await run_sync(run, limiter=limiter)

    async def list_resources(_context: Any, _params: PaginatedRequestParams | None) -> ListResourcesResult:
        return ListResourcesResult(resources=list(resources(shared["gazette"])))

    async def read_resource(_context: Any, params: ReadResourceRequestParams) -> ReadResourceResult:
        return await run_sync(partial(resource, str(params.uri), shared["gazette"]), limiter=limiter)

    async def list_prompts(_context: Any, _params: PaginatedRequestParams | None) -> ListPromptsResult:
        return ListPromptsResult(prompts=[_PROMPT])

    async def get_prompt(_context: Any, params: GetPromptRequestParams) -> GetPromptResult:
        return prompt(params.name, params.arguments or {})

    limiter = anyio.CapacityLimiter(1)  # commands share one language and one server connection
    server: Server[Any] = Server(
        "touchstone",
        version=software_versions()["touchstone"],
        instructions=_INSTRUCTIONS,
        on_list_tools=list_tools,
        on_call_tool=call_tool,
        on_list_resources=list_resources,
        on_read_resource=read_resource,
        on_list_prompts=list_prompts,
        on_get_prompt=get_prompt,
    )
    async with stdio_server() as (read, write):
        with redirect_stdout(sys.stderr):
            await server.run(read, write, server.create_initialization_options())


def tool(name: str, command: Command) -> Tool:
    """Return the tool definition of a command."""
    fields = _fields(command)
    return Tool(
        name=name,
        description=f"{command.help.en} {command.more.en}".strip(),
        input_schema={
            "type": "object",
            "properties": {field.name: _schema(field) for field in fields},
            "required": [field.name for field in fields if field.is_required],
            "additionalProperties": False,
        },
        annotations=ToolAnnotations(read_only_hint=True, destructive_hint=False, open_world_hint=False),
    )


def text_tool(name: str, tool: TextTool) -> Tool:
    """Return the tool definition of a tool for authors."""
    return Tool(
        name=name,
        description=tool.description,
        input_schema=tool.schema,
        annotations=ToolAnnotations(read_only_hint=True, destructive_hint=False, open_world_hint=False),
    )


def text_tool_result(tool: TextTool, arguments: Mapping[str, Any], gazette: Path) -> CallToolResult:
    """Run a tool for authors; return text and document, or an error result."""
    language = arguments.get("language")
    with use_language(language if language in SPOKEN else SPOKEN[0]):
        try:
            tool.check(arguments)
            answer = tool.call(arguments, gazette)
        except (TouchstoneError, OSError, ModuleNotFoundError) as error:
            return _error_result(error)
    return CallToolResult(
        content=[TextContent(type="text", text=answer.text)], structured_content=dict(answer.document)
    )


_PROMPT = Prompt(
    name="draft_rule",
    description="Draft a rule from a paragraph of a source, with examples, its clause and its certainty, and check it.",
    arguments=[
        PromptArgument(name="paragraph", description="The paragraph, copied from the document.", required=True),
        PromptArgument(name="instrument", description="The document, for example GB/T 36132-2018.", required=True),
        PromptArgument(name="clause", description="The clause, for example 5.2 b.", required=True),
        PromptArgument(name="language", description="en or zh.", required=False),
    ],
)


def prompt(name: str, arguments: Mapping[str, str]) -> GetPromptResult:
    """Return the messages of a prompt; an unknown name or a missing argument ends in an error of the protocol."""
    if name != _PROMPT.name:
        raise MCPError(INVALID_PARAMS, in_language(_message("NO_PROMPT", known=[_PROMPT.name]), SPOKEN[0]))
    try:
        text = prompt_text(arguments)
    except InputError as error:
        lines = (f"{each.field}: {in_language(each.description, SPOKEN[0])}" for each in error.violations)
        raise MCPError(INVALID_PARAMS, " ".join(lines)) from None
    message = PromptMessage(role="user", content=TextContent(type="text", text=text))
    return GetPromptResult(description=_PROMPT.description, messages=[message])


_LANGUAGE_URI = re.compile(r"touchstone://language/(?P<language>en|zh)/(?P<topic>[a-z]+)")
_CARD_URI = re.compile(r"touchstone://scorecards/(?P<card>[a-z0-9-]+)/(?P<language>en|zh)")


def resources(gazette: Path) -> Iterator[Resource]:
    """Yield the topics of the rule language, and the newest version of each published scorecard, as feature text."""
    for language in LANGUAGES:
        for topic in TOPICS:
            yield Resource(
                uri=f"touchstone://language/{language}/{topic}",
                name=f"language-{topic}-{language}",
                mime_type="text/plain",
            )
    for card in sorted(Gazette(gazette).card_ids()):
        for language in LANGUAGES:
            uri = f"touchstone://scorecards/{card}/{language}"
            yield Resource(uri=uri, name=f"{card}-{language}", mime_type="text/x-gherkin")


def resource(uri: str, gazette: Path) -> ReadResourceResult:
    """Return the text of a resource; an unknown address ends in an error of the protocol."""
    kind = "text/plain"
    if (match := _LANGUAGE_URI.fullmatch(uri)) is not None and match["topic"] in TOPICS:
        text = topic_text(match["topic"], match["language"])
    elif (match := _CARD_URI.fullmatch(uri)) is not None and match["card"] in Gazette(gazette).card_ids():
        version = resolve_published(match["card"], Gazette(gazette))
        files = export_folder(version.scorecard, version.sources, match["language"])
        text, kind = "".join(f"# ---- {path}\n{each}" for path, each in files.items()), "text/x-gherkin"
    else:
        raise MCPError(INVALID_PARAMS, in_language(_message("NO_RESOURCE"), SPOKEN[0]))
    return ReadResourceResult(contents=[TextResourceContents(uri=uri, mime_type=kind, text=text)])


def _error_result(error: TouchstoneError | OSError | ModuleNotFoundError) -> CallToolResult:
    if isinstance(error, ModuleNotFoundError):
        refusal = missing_extra_error(error)
        if refusal is None:
            raise error
        error = refusal
    return CallToolResult(content=[TextContent(type="text", text=as_json(error_status(error)))], is_error=True)


def _fields(command: Command) -> list[CommandField]:
    fields = [field for field in command.fields if field.name not in _fixed_values(command)]
    return [*fields, *(() if any(field.name == "language" for field in fields) else (_LANGUAGE,))]


def _fixed_values(command: Command) -> dict[str, Any]:
    writes_sheet = any(field.name == _WRITTEN_SHEET and field.kind is Path for field in command.fields)
    return {**_FIXED_VALUES, _WRITTEN_SHEET: None} if writes_sheet else _FIXED_VALUES


def _schema(field: CommandField) -> dict[str, Any]:
    kinds: dict[Any, str] = {int: "integer", bool: "boolean"}
    single: dict[str, Any] = {"type": "string" if isinstance(field.kind, tuple) else kinds.get(field.kind, "string")}
    if isinstance(field.kind, tuple):
        single["enum"] = list(field.kind)
    bounds = {"minimum": field.least, "maximum": field.most}
    single |= {name: bound for name, bound in bounds.items() if bound is not None}
    schema = {"type": "array", "items": single} if field.is_repeated else single
    return schema | {"description": field.help.en}


def tool_result(
    tools: Mapping[str, Command], name: str, arguments: Mapping[str, Any], shared: Mapping[str, Any]
) -> CallToolResult:
    """Run a tool; return text with identifiers and digests, or an error result."""
    language = arguments.get("language")
    with use_language(language if language in SPOKEN else SPOKEN[0]):
        try:
            command = _find_tool(tools, name)
            values = _check_arguments(command, arguments, shared)
            with executed_command(command, values, {OutputFormat.TEXT, OutputFormat.JSON}) as result:
                document = document_json(result)
            about = {
                **_document_identifiers(document),
                "files": _digests(command, values),
                "answerDigest": _sha256(document.encode()),
            }
        except (TouchstoneError, OSError, ModuleNotFoundError) as error:
            return _error_result(error)
    text = result.text or document
    return CallToolResult(
        content=[TextContent(type="text", text=f"{text}\n\n{json.dumps(about, ensure_ascii=False)}")],
        structured_content=about,
    )


def _find_tool(tools: Mapping[str, Command], name: str) -> Command:
    if name not in tools:
        raise InputError.of("name", _message("NO_TOOL", hint=did_you_mean(name, tools)), "UNKNOWN")
    return tools[name]


def _check_arguments(command: Command, arguments: Mapping[str, Any], shared: Mapping[str, Any]) -> dict[str, Any]:
    fields = {field.name: field for field in _fields(command)}
    violations = [
        Violation(name, _message("NO_ARGUMENT", hint=did_you_mean(name, fields)), "UNKNOWN")
        for name in arguments
        if name not in fields
    ]
    violations += [
        Violation(name, _message("MISSING_ARGUMENT"), "REQUIRED")
        for name, field in fields.items()
        if field.is_required and arguments.get(name) in (None, "", [])
    ]
    values: dict[str, Any] = {name: () if field.is_repeated else field.default for name, field in fields.items()}
    values |= {name: False for name, field in fields.items() if field.kind is bool}
    for name, value in arguments.items():
        if name in fields:
            problems = list(_argument_problems(fields[name], value))
            violations += [Violation(name, problem, "WRONG_VALUE") for problem in problems]
            if not problems:
                values[name] = _convert_argument(fields[name], value)
    if violations:
        raise InputError(tuple(violations))
    return {**shared, **values, **_fixed_values(command), "language": values["language"] or SPOKEN[0]}


def _argument_problems(field: CommandField, value: Any) -> Iterator[str]:
    values: list[Any] = value if field.is_repeated and isinstance(value, list) else [value]
    wanted: Any = {int: int, bool: bool}.get(field.kind, str)
    for each in values:
        if not isinstance(each, wanted) or (wanted is int and isinstance(each, bool)):
            yield _message("WRONG_TYPE", wanted=_schema(field)["type"])
        elif isinstance(field.kind, tuple) and each not in field.kind:
            yield _message("NO_CHOICE_OF_TOOL", known=field.kind)
        elif wanted is int and not (field.least or each) <= each <= (each if field.most is None else field.most):
            yield _message("OUT_OF_BOUNDS", least=field.least, most=field.most)
        elif wanted is str and not is_readable(each):
            yield _message("UNREADABLE_TEXT")
        elif wanted is str and not _is_inside(each):
            yield _message("OUTSIDE_THE_FOLDER")


def _is_inside(text: str) -> bool:
    path = Path(text)
    if path.is_absolute() or ".." in path.parts:
        return False
    working_directory = Path.cwd().resolve()
    named: Iterable[Path] = (path, *(path.rglob("*") if path.is_dir() else ())) if len(text) < 4_096 else ()
    return all(file.resolve().is_relative_to(working_directory) for file in named)


def _convert_argument(field: CommandField, value: Any) -> Any:
    if field.is_repeated:
        return tuple(Path(each) if field.kind is Path else each for each in value)
    return Path(value) if field.kind is Path else value


def _document_identifiers(document: str) -> dict[str, str]:
    try:
        parsed = json.loads(document)
    except ValueError:
        return {}  # plain text
    if not isinstance(parsed, dict):
        return {}
    record = parsed.get("record")
    sources = (parsed, record if isinstance(record, dict) else {})
    return {
        name: source[name] for name in _IDENTIFIER_FIELDS for source in sources if isinstance(source.get(name), str)
    }


def _digests(command: Command, values: Mapping[str, Any]) -> dict[str, str]:
    named = (each for field in command.fields for each in _iterate_values(values.get(field.name)))
    return {
        str(path): _sha256(Path(path).read_bytes()) for path in named if len(str(path)) < 4_096 and Path(path).is_file()
    }


def _iterate_values(value: Any) -> Iterable[Any]:
    return value if isinstance(value, tuple) else [value] if isinstance(value, (str, Path)) and str(value) else []


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
