"""Template files of the workbench and of products."""

from pathlib import Path

import jinja2

from service.workbench.rendering import templates


def template_files() -> list[Path]:
    """Return the files of all templates, sorted by folder and name."""
    loader = templates().loader
    assert isinstance(loader, jinja2.FileSystemLoader)
    return [path for folder in loader.searchpath for path in sorted(Path(folder).glob("*.jinja"))]
