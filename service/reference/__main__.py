"""Update of the reference pages and of the table of the settings (`make docs`)."""

from __future__ import annotations

from service.configuration.folders import CHECKOUT
from service.reference import pages
from service.reference.settings import settings_page


def main() -> None:
    """Write every page to `docs/reference/`, and the settings to the page that tells of them."""
    folder = CHECKOUT / "docs" / "reference"
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in pages().items():
        (folder / name).write_text(text, encoding="utf-8")
        print(f"docs/reference/{name}")
    kept = CHECKOUT / "docs" / "settings.md"
    kept.write_text(settings_page(kept.read_text(encoding="utf-8")), encoding="utf-8")
    print("docs/settings.md")


if __name__ == "__main__":
    main()
