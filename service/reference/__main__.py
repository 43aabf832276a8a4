"""Update of the reference pages (`make docs`)."""

from __future__ import annotations

from service.configuration.folders import CHECKOUT
from service.reference import pages


def main() -> None:
    """Write every page to `docs/reference/`."""
    folder = CHECKOUT / "docs" / "reference"
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in pages().items():
        (folder / name).write_text(text, encoding="utf-8")
        print(f"docs/reference/{name}")


if __name__ == "__main__":
    main()
