"""Reference pages: commands, permissions, modules and diagnostics."""

from __future__ import annotations

import ast
import difflib
import json
from graphlib import TopologicalSorter
from typing import TYPE_CHECKING

from rules.api import check_folder
from rules.language import MAIN_VARIANT, CatalogueEntry, read_catalogue
from service.cli.api_commands import CALL
from service.cli.main import app
from service.cli.typer_front_end import CommandGroup
from service.configuration.folders import CHECKOUT
from service.gazette.tables import FOLDER, TableStore
from service.http.openapi import openapi
from service.identity.permissions import permissions
from service.identity.principals import Role
from service.output.terminal.words import use_language
from service.reference.api_page import api_page
from service.serving.registry import SERVICES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

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
