"""Update of the reference pages, and of the tables of settings and tools (`make docs`)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from service.configuration.folders import CHECKOUT
from service.reference import pages
from service.reference.settings import settings_page
from service.reference.tools import tools_page

UPDATED: dict[str, Callable[[str], str]] = {
    "settings.md": settings_page,
    "mcp.md": partial(tools_page, language="en"),
    "mcp.zh.md": partial(tools_page, language="zh"),
}
"""The pages of which a table is written from the code."""


def main() -> None:
    """Write every page to `docs/reference/`, and the tables of settings and tools to the pages that tell of them."""
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
