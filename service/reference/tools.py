"""Table of the tools for assistants on `docs/mcp.md`: each command that changes nothing, and what it is for."""

from __future__ import annotations

import re

from service.cli.mcp_server import commands

_HEADS = {"en": "| tool | what it does |\n|---|---|\n", "zh": "| 工具 | 用途 |\n|---|---|\n"}
_TABLE = re.compile(r"^\| (?:tool|工具) \|.*\n(?:\|.*\n)+", re.MULTILINE)


def tools_page(page: str, language: str) -> str:
    """Give the page with its table as the commands are now."""
    rows = sorted(f"| `{name}` | {command.help(language)} |\n" for name, command in commands().items())
    return _TABLE.sub(lambda _: _HEADS[language] + "".join(rows), page, count=1)
