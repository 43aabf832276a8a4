"""Private modules of other distributions: the minor version of an imported one is pinned."""

import re
import sys
import tomllib
from collections.abc import Iterator

from packaging.requirements import Requirement

from service.configuration.folders import CHECKOUT

_IMPORT = re.compile(r"^\s*from ([a-zA-Z]\w*)\.(?:\w+\.)*_\w+(?:\.\w+)* import ", re.MULTILINE)
_OWN = {"service", "rules", "touchstone", "tests"}


def private_imports(source: str) -> Iterator[str]:
    """Yield the top module of each import from a private module of another distribution."""
    yield from (top for top in _IMPORT.findall(source) if top not in _OWN | sys.stdlib_module_names)


def test_each_distribution_imported_privately_has_its_minor_version_pinned() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    required = {each.name: each.specifier for each in map(Requirement, project["dependencies"])}
    files = (path for folder in ("service", "rules") for path in (CHECKOUT / folder).rglob("*.py"))
    used = {name for path in files for name in private_imports(path.read_text(encoding="utf-8"))}
    assert "openpyxl" in used
    for name in used:
        (most,) = (each.version for each in required[name] if each.operator == "<")
        assert re.fullmatch(r"\d+\.[1-9]\d*", most), (
            f"a private module of {name} is imported: pin the minor version, not <{most}"
        )


def test_imports_of_private_modules_are_found() -> None:
    assert list(private_imports("from pack.part._inner import Name\n    from other._x.y import name\n")) == [
        "pack",
        "other",
    ]
    assert list(private_imports("from service._x import a\nfrom pack.part import _Name\nfrom pack import Name\n")) == []
