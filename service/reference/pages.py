"""Reference pages: commands, permissions, modules, diagnostics and the HTTP API; tables of settings and tools."""

from __future__ import annotations

import ast
import difflib
import json
import re
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path
from typing import TYPE_CHECKING

from google.protobuf.descriptor import Descriptor, EnumDescriptor, FieldDescriptor, FileDescriptor, ServiceDescriptor

from rules.api import check_folder
from rules.contracts import read_toml
from rules.language import MAIN_VARIANT, CatalogueEntry, read_catalogue
from service.base.declarations import comments, file_comment, is_status_code_line, proto_files
from service.cli.api_commands import CALL
from service.cli.main import app
from service.cli.mcp_server import commands
from service.cli.typer_front_end import CommandGroup
from service.configuration.folders import CHECKOUT
from service.configuration.settings import Settings, combined_settings_class
from service.gazette.tables import FOLDER, TableStore
from service.http.openapi import openapi
from service.http.routes import Routes
from service.identity.permissions import permissions
from service.identity.principals import Role
from service.output.terminal.words import use_language
from service.serving.registry import SERVICES

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

    from service.identity.permissions import Permission


_COMMANDS_HEAD = """# Command line

Six commands do most of the work: `touchstone card list` shows what can be evaluated, `dossier template` writes a form
to fill in, `evaluate` gives the result, `explain` says why, `verify` proves it, and `check` tests changed rules. All
take `--language zh` for Chinese, and `--format json` for machines where there is something to read.

`touchstone call SERVICE/METHOD` calls any method of the API, for example
`touchstone call CaseService/GetCase --name NAME`. `touchstone call --help` lists the methods.

Written from the code by `make docs`; the same words come from `touchstone COMMAND --help`.
"""


def commands_page() -> str:
    """Return the command-line page."""
    return "\n".join((_COMMANDS_HEAD, *_command_sections()))


def _command_sections() -> Iterator[str]:
    with use_language("en"):
        context = app.make_context("touchstone", [], resilient_parsing=True)
        yield f"## touchstone\n\n```text\n{_clean(app.get_help(context))}\n```\n"
        for name, command in app.commands.items():
            command_context = context.__class__(command, parent=context, info_name=name)
            yield f"## touchstone {name}\n\n```text\n{_clean(command.get_help(command_context))}\n```\n"
            for verb, subcommand in (
                command.load().items() if isinstance(command, CommandGroup) and name != CALL else ()
            ):
                subcontext = context.__class__(subcommand, parent=command_context, info_name=verb)
                yield f"## touchstone {name} {verb}\n\n```text\n{_clean(subcommand.get_help(subcontext))}\n```\n"


def _clean(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.splitlines())


_PERMISSIONS_HEAD = """# Permissions · 权限

Written from the code by `make docs`. How callers say who they are stands in
[operations.md](../operations.md#who-may-call). Where the server asks for no identity, everybody may do everything.

本页由 `make docs` 根据代码生成。调用者如何表明身份，见
[operations.zh.md](../operations.zh.md)。服务器不要求身份时，任何人可做任何事。

| mark · 标记 | meaning · 含义 |
|---|---|
| `own` | in the organisation that the caller belongs to · 仅限调用者所属的组织 |
| `any` | in every organisation · 任何组织 |
| `yes` | the request names no organisation · 请求不涉及组织 |
| `open` | without an identity · 无须身份 |
|  | refused, PERMISSION_DENIED · 拒绝 |
"""


def permissions_page() -> str:
    """Return the permissions page."""
    return "\n".join((_PERMISSIONS_HEAD, *_permission_tables()))


def _permission_tables() -> Iterator[str]:
    services = dict.fromkeys(method.partition("/")[0] for method in permissions())
    for service in services:
        yield f"## {service}\n"
        yield f"| method · 方法 | {' | '.join(role.value for role in Role)} |"
        yield f"|---|{'---|' * len(Role)}"
        for method, allowed in permissions().items():
            if method.startswith(f"{service}/"):
                cells = " | ".join(_permission_mark(allowed, role) for role in Role)
                yield f"| {method.partition('/')[2]} | {cells} |"
        yield ""


def _permission_mark(allowed: Permission, role: Role) -> str:
    if allowed.anybody:
        return "open"
    if role in allowed.other:
        return "any"
    if role in allowed.own:
        return "own" if allowed.places else "yes"
    return ""


_MODULES_HEAD = """# Modules

Written from the code by `make docs`. Where a change belongs is told in [the map](../map.md); this page names every
module with what it holds. Within a package a module stands below those of the package that it imports,
so that each can be read in turn; the package's last module is usually the one to begin with when one asks how it is
used.
"""
_ROOT_FOLDERS = ("rules", "service", "proto/touchstone/client")


def modules_page() -> str:
    """Return the module index page."""
    folders = sorted({path.parent for top in _ROOT_FOLDERS for path in (CHECKOUT / top).rglob("*.py")})
    return "\n".join((_MODULES_HEAD, *("\n".join(_package_section(folder)) for folder in folders)))


def _package_section(folder: Path) -> Iterator[str]:
    yield f"## `{folder.relative_to(CHECKOUT)}/`\n"
    start = folder / "__init__.py"
    head = _summary(start) if start.exists() else ""
    if head:
        yield f"{head}\n"
    modules = {path.stem: path for path in sorted(folder.glob("*.py")) if path.name != "__init__.py"}
    yield from (f"- `{modules[name].name}`: {_summary(modules[name])}" for name in _import_order(folder, modules))
    yield ""


def _import_order(folder: Path, modules: dict[str, Path]) -> list[str]:
    package = ".".join(folder.relative_to(CHECKOUT).parts).removeprefix("proto.")
    sorter = TopologicalSorter({name: _siblings(path, package, modules) for name, path in modules.items()})
    sorter.prepare()
    order: list[str] = []
    while sorter.is_active():
        ready = sorted(sorter.get_ready())
        order += ready
        sorter.done(*ready)
    return order


def _siblings(path: Path, package: str, modules: dict[str, Path]) -> set[str]:
    imported = {
        name
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.ImportFrom) and node.module
        for name in (node.module, *(f"{node.module}.{alias.name}" for alias in node.names))
    }
    return {name for name in modules if f"{package}.{name}" in imported} - {path.stem}


def _summary(path: Path) -> str:
    text = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return " ".join(text.split("\n\n", maxsplit=1)[0].split())


CORPUS = CHECKOUT / "tests" / "corpus"


_DIAGNOSTICS_HEAD = """# Diagnostics

What `touchstone check` says of a rule source begins with a code, and this page tells each code's meaning; search it for
the one that you were given. Errors stop publication, warnings do not. Under each code stand its messages in both
languages, and files that are wrong and right with the least change between them.

Written from the catalogue and the corpus by `make docs`. Codes are never reused. Words in braces are filled in.
"""


_LANGUAGE_NAMES = {"en": "English", "zh": "中文"}


def diagnostics_page() -> str:
    """Return the diagnostics page."""
    entries = read_catalogue().values()
    index = [f"| [{entry.code}](#{entry.code.lower()}) | {entry.severity} | {_titles(entry)} |" for entry in entries]
    table = "\n".join(("| code | severity | title |", "|---|---|---|", *index))
    return "\n".join((_DIAGNOSTICS_HEAD, table, "", *("\n".join(_diagnostic_section(entry)) for entry in entries)))


def _titles(entry: CatalogueEntry) -> str:
    return " · ".join(entry.title[language] for language in _LANGUAGE_NAMES)


def _diagnostic_section(entry: CatalogueEntry) -> Iterator[str]:
    yield f"## {entry.code}\n"
    yield f"**{_titles(entry)}** ({entry.severity})\n"
    yield f"{entry.explanation}\n"
    yield "| | says | hint |\n|---|---|---|"
    for name, templates in entry.variants.items():
        for language in _LANGUAGE_NAMES:
            template = templates[language]
            label = language if name == MAIN_VARIANT else f"{name}, {language}"
            yield f"| {label} | {_escaped(template.message)} | {_escaped(template.hint)} |"
    yield ""
    for folder in sorted((CORPUS / "bad").glob(f"{entry.code}*")):
        yield from _example(entry.code, folder)


def _escaped(text: str) -> str:
    return text.replace("|", "\\|")


def _example(code: str, folder: Path) -> Iterator[str]:
    wrong, right = _feature_files(folder), _feature_files(CORPUS / "good" / folder.name)
    table_store = TableStore(CHECKOUT / "scorecards" / FOLDER)
    messages = [item.render() for item in check_folder(wrong, tables=table_store).diagnostics if item.code == code]
    yield f"`tests/corpus/bad/{folder.name}`, and what makes it right:\n"
    yield "```text\n" + "\n".join(messages) + "\n```\n"
    yield "```diff\n" + "\n".join(line for name in wrong for line in _changes(wrong[name], right[name])) + "\n```\n"


def _feature_files(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.feature"))}


def _changes(wrong: str, right: str) -> Iterator[str]:
    lines = difflib.unified_diff(wrong.splitlines(), right.splitlines(), n=0, lineterm="")
    yield from (line for line in lines if line[:2] not in {"--", "++", "@@", "-#"} or line.startswith("-# language"))


def pages() -> dict[str, str]:
    """Return all pages by file name in `docs/reference/`."""
    return {
        "api.md": api_page(),
        "cli.md": commands_page(),
        "diagnostics.md": diagnostics_page(),
        "modules.md": modules_page(),
        "openapi.json": json.dumps(openapi(SERVICES), ensure_ascii=False, indent=1) + "\n",
        "permissions.md": permissions_page(),
    }


_SETTINGS_HEAD = "| variable | unless set | what it says | 含义 |\n|---|---|---|---|\n"


_SETTINGS_TABLE = re.compile(r"^\| variable \|.*\n(?:\|.*\n)+", re.MULTILINE)
_PAGE_REFERENCE = re.compile(r"([(（])docs/([\w./-]+)(#[^)）]+)?([)）])")


def settings_page(page: str) -> str:
    """Return the page with an updated settings table."""
    prefix = str(Settings.model_config["env_prefix"])
    fields = combined_settings_class().model_fields.items()
    rows = [
        f"| `{prefix}{name.upper()}` | {_default(field)} | {' | '.join(_texts(name))} |\n" for name, field in fields
    ]
    return _SETTINGS_TABLE.sub(lambda _: _SETTINGS_HEAD + "".join(rows), page, count=1)


def _default(field: FieldInfo) -> str:
    if field.default_factory is not None or isinstance(field.default, Path):
        return "as described · 见说明"
    if field.default is None or field.default == "":
        return "not set · 未设置"
    if isinstance(field.default, bool):
        return str(field.default).lower()
    return f"{field.default:,}" if isinstance(field.default, int) else f"`{field.default}`"


def _texts(name: str) -> tuple[str, str]:
    """Return the meaning of a setting in English and Chinese, from `settings.toml` next to its class."""
    owner = next(base for base in combined_settings_class().__mro__ if name in vars(base).get("__annotations__", {}))
    texts = read_toml(owner.__module__.rpartition(".")[0], "settings.toml")[name]
    english, chinese = (
        _PAGE_REFERENCE.sub(lambda match: f"{match[1]}[{match[2]}]({match[2]}{match[3] or ''}){match[4]}", text)
        for text in (texts["en"], texts["zh"])
    )
    return english, chinese


_TOOLS_HEADS = {"en": "| tool | what it does |\n|---|---|\n", "zh": "| 工具 | 用途 |\n|---|---|\n"}


_TOOLS_TABLE = re.compile(r"^\| (?:tool|工具) \|.*\n(?:\|.*\n)+", re.MULTILINE)


def tools_page(page: str, language: str) -> str:
    """Return the page with an updated table of commands."""
    rows = sorted(f"| `{name}` | {command.help(language)} |\n" for name, command in commands().items())
    return _TOOLS_TABLE.sub(lambda _: _TOOLS_HEADS[language] + "".join(rows), page, count=1)


_API_HEAD = """# API

Begin with one call: [EvaluateSubject](#evaluationserviceevaluatesubject) takes a subject's facts and evidence and
answers with the stored evaluation; a client of a few lines stands in [fifteen-minutes.md](../fifteen-minutes.md). Then
[ExplainEvaluation](#evaluationserviceexplainevaluation) says why, and
[VerifyEvaluationTrail](#evaluationserviceverifyevaluationtrail) proves it. ScorecardService reads rules, and
ScreeningService texts. What all methods share (errors, paging, filters) is told first; the rest is for looking up.

Under each method stand its addresses over HTTP ([http.md](../http.md)).

Written from the comments of `proto/` by `make docs`. The package is `touchstone.v1`.
"""
_SCALARS = {
    FieldDescriptor.TYPE_STRING: "string",
    FieldDescriptor.TYPE_BOOL: "bool",
    FieldDescriptor.TYPE_BYTES: "bytes",
    FieldDescriptor.TYPE_INT32: "int32",
    FieldDescriptor.TYPE_INT64: "int64",
}


def api_page() -> str:
    """Return the API page."""
    described = sorted(proto_files().values(), key=lambda file: (not file.services_by_name, file.name))
    return "\n".join((_API_HEAD, *("\n".join(_file(file)) for file in described)))


def _file(file: FileDescriptor) -> Iterator[str]:
    yield f"## {file.name}\n"
    yield f"{_text(file_comment(file.name.rpartition('/')[2]))}\n"
    for service in file.services_by_name.values():
        yield from _service(service)
    for message in file.message_types_by_name.values():
        yield from _message(message)
    for enumeration in file.enum_types_by_name.values():
        yield from _enumeration(enumeration)


def _find_comment(name: str) -> str:
    return comments().get(name, "")


def _text(comment: str) -> str:
    return "\n".join(line.strip() for line in comment.strip().splitlines())


def _cell(name: str) -> str:
    return " ".join(_find_comment(name).split()).replace("|", "\\|")


def _short_name(kind: Descriptor | EnumDescriptor) -> str:
    return kind.full_name.removeprefix("touchstone.v1.").removeprefix("google.protobuf.")


def _service(service: ServiceDescriptor) -> Iterator[str]:
    yield f"### {service.name}\n"
    yield f"{_text(_find_comment(service.full_name))}\n"
    for method in service.methods:
        yield f"#### {service.name}.{method.name}\n"
        request_stream = "stream of " if method.client_streaming else ""
        answer_stream = "stream of " if method.server_streaming else ""
        yield f"{request_stream}`{method.input_type.name}` → {answer_stream}`{method.output_type.name}`\n"
        routes = (route for route in Routes((service.full_name,)).all if route.method.name == method.name)
        yield f"{', '.join(f'`{route.verb} {route.shown}`' for route in routes)}\n"
        yield f"{_with_code_list(_find_comment(method.full_name))}\n"


def _with_code_list(comment: str) -> str:
    lines = _text(comment).splitlines()
    first = next((index for index, line in enumerate(lines) if is_status_code_line(line)), len(lines))
    listed = [f"- {line}" if is_status_code_line(line) else f"  {line}" for line in lines[first:]]
    return "\n".join((*lines[:first], "", *listed)).rstrip()


def _message(message: Descriptor) -> Iterator[str]:
    if message.GetOptions().map_entry:
        return
    yield f"### {_short_name(message)}\n"
    yield f"{_text(_find_comment(message.full_name))}\n"
    if message.fields:
        yield "| field | no. | type | |\n|---|---|---|---|"
    for field in message.fields:
        yield f"| `{field.name}` | {field.number} | {_type(field)} | {_cell(field.full_name)} |"
    yield ""
    for nested in message.nested_types:
        yield from _message(nested)
    for enumeration in message.enum_types:
        yield from _enumeration(enumeration)


def _enumeration(enumeration: EnumDescriptor) -> Iterator[str]:
    yield f"### {_short_name(enumeration)}\n"
    yield f"{_text(_find_comment(enumeration.full_name))}\n"
    yield "| value | no. | |\n|---|---|---|"
    for value in enumeration.values:
        yield f"| `{value.name}` | {value.number} | {_cell(f'{enumeration.full_name}.{value.name}')} |"
    yield ""


def _type(field: FieldDescriptor) -> str:
    message = field.message_type
    if message is not None and message.GetOptions().map_entry:
        key, value = (_type(part) for part in message.fields)
        return f"map of {key} to {value}"
    kind = message or field.enum_type
    name = _SCALARS[field.type] if kind is None else _short_name(kind)
    oneof = " (one of)" if field.containing_oneof is not None else ""
    return f"{'repeated ' if field.is_repeated else ''}{name}{oneof}"
