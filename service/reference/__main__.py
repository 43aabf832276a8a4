"""Update of the reference pages and tables (`make docs`)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from service.configuration.folders import CHECKOUT
from service.reference.pages import pages, settings_page, tools_page

UPDATED: dict[str, Callable[[str], str]] = {
    "settings.md": partial(settings_page, language="en"),
    "settings.zh.md": partial(settings_page, language="zh"),
    "mcp.md": partial(tools_page, language="en"),
    "mcp.zh.md": partial(tools_page, language="zh"),
}
"""Pages with a generated table."""


def main() -> None:
    """Write all reference pages and tables."""
    folder = CHECKOUT / "docs" / "reference"
    folder.mkdir(parents=True, exist_ok=True)
    written = {f"reference/{name}": text for name, text in pages().items()}
    for name, updated in UPDATED.items():
        written[name] = updated((CHECKOUT / "docs" / name).read_text(encoding="utf-8"))
    for name, text in written.items():
        (CHECKOUT / "docs" / name).write_text(text, encoding="utf-8")
        print(f"docs/{name}")


if __name__ == "__main__":
    main()
