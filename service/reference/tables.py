"""Tables of settings and assistant tools on pages of `docs/`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from rules.contracts import read_toml
from service.cli.mcp_server import commands
from service.configuration.settings import Settings, combined_settings_class

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo


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
