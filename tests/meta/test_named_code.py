"""Names of code in docstrings and pages: every class, function and module that they name exists."""

import builtins
import re
from functools import cache
from itertools import chain
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGES = (ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md")))
CLASS = re.compile(r"^ *class (\w+)", re.MULTILINE)
NAME = re.compile(r"\b(?:class|def) (\w+)|^\s*(\w+) ?[:=,(]|[.\"'](\w+)", re.MULTILINE)
RAISES = re.compile(r"^( *)Raises:\n((?:\1 {4}.*\n)+)", re.MULTILINE)
CALLED = re.compile(r"`(?:[A-Za-z_]\w*\.)*([A-Za-z_]\w*)\(")
MODULE = re.compile(r"`((?:rules|service|tests)(?:\.\w+)+)`")


@cache
def modules() -> dict[Path, str]:
    """Return the text of each module and stub."""
    tops = ("benchmarks", "examples", "proto", "rules", "service", "tests")
    paths = (path for top in tops for path in (ROOT / top).rglob("*.py*") if path.suffix in {".py", ".pyi"})
    return {path.relative_to(ROOT): path.read_text(encoding="utf-8") for path in paths}


@cache
def names() -> frozenset[str]:
    """Return the names that modules define or use."""
    found = (match for text in modules().values() for match in NAME.findall(text))
    clients = (path for kind in ("go", "java", "ts") for path in (ROOT / "proto" / "clients").rglob(f"*.{kind}"))
    in_clients = (re.findall(r"\w+", path.read_text(encoding="utf-8")) for path in clients)
    defined = chain.from_iterable((*found, *in_clients))
    return frozenset({*dir(builtins), *(path.stem for path in modules()), *defined})


def raised(text: str) -> list[str]:
    """List the classes that the `Raises:` sections of a module name."""
    sections = ((len(indent) + 4, lines) for indent, lines in RAISES.findall(text))
    return [name for indent, lines in sections for name in re.findall(rf"^ {{{indent}}}(\w+):", lines, re.MULTILINE)]


def module_exists(dotted: str) -> bool:
    """Return whether a dotted name is a module or package, or a name in one."""
    parts = dotted.split(".")
    for length in (len(parts), len(parts) - 1):
        path = ROOT.joinpath(*parts[:length])
        if path.is_dir() or path.with_suffix(".py").is_file():
            return all(part in names() for part in parts[length:])
    return False


def test_documented_exceptions_exist() -> None:
    classes = {*dir(builtins), *chain.from_iterable(map(CLASS.findall, modules().values()))}
    documented = [(path, name) for path, text in modules().items() for name in raised(text)]
    assert len(documented) > 100
    unknown = [f"{path}: {name}" for path, name in documented if name not in classes]
    assert not unknown, "\n".join(unknown)


def test_functions_and_modules_that_pages_name_exist() -> None:
    unknown = []
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        unknown += [f"{page.name}: {name}()" for name in CALLED.findall(text) if name not in names()]
        unknown += [f"{page.name}: {module}" for module in MODULE.findall(text) if not module_exists(module)]
    assert not unknown, "\n".join(unknown)
