"""Table of the assistant tools on `docs/mcp.md`."""

from __future__ import annotations

import re

from service.cli.mcp_server import commands

_HEADS = {"en": "| tool | what it does |\n|---|---|\n", "zh": "| 工具 | 用途 |\n|---|---|\n"}
_TABLE = re.compile(r"^\| (?:tool|工具) \|.*\n(?:\|.*\n)+", re.MULTILINE)


def tools_page(page: str, language: str) -> str:
    """Return the page with an updated table of commands."""
    rows = sorted(f"| `{name}` | {command.help(language)} |\n" for name, command in commands().items())
    return _TABLE.sub(lambda _: _HEADS[language] + "".join(rows), page, count=1)
