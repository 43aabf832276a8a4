"""Rules about source text that neither linter nor type checker can state, and about private imports."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from service.configuration.folders import CHECKOUT

ROOT = Path(__file__).resolve().parents[2]

# The one module that may know which inference library is used.
RETE = Path("rules/engine/rete.py")
INFERENCE = {"durable", "durable_rules_engine"}

# A verdict must depend on its inputs alone, so rules/ never reads the clock.
CLOCK_MODULES = {"time"}
CLOCK_CALLS = {"now", "utcnow", "today"}

# Text without which a module has no such use.
CLOCK, FLOAT, EXECUTOR = r"\b(time|now|utcnow|today)\b", r"\bfloat\b|\d\.|\.\d|\d[eE]", "to_thread|run_in_executor"


def modules(*packages: str, containing: str = "") -> list[Path]:
    """List the modules of packages; only those with the pattern in their text, which saves parsing."""
    paths = (path.relative_to(ROOT) for package in packages for path in (ROOT / package).rglob("*.py"))
    own = sorted(path for path in paths if not path.name.endswith(("_pb2.py", "_pb2_grpc.py")))
    return [path for path in own if re.search(containing, (ROOT / path).read_text(encoding="utf-8"))]


def parse(path: Path) -> ast.Module:
    return ast.parse((ROOT / path).read_text(encoding="utf-8"), filename=str(path))


def imported(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield the line and the top-level package of each absolute import, importlib.import_module included."""
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from ((node.lineno, alias.name.split(".")[0]) for alias in names)
            case ast.ImportFrom(module=str(module), level=0):
                yield node.lineno, module.split(".")[0]
            case ast.Call(
                func=ast.Name(id="import_module" | "__import__") | ast.Attribute(attr="import_module"),
                args=[ast.Constant(value=str(module)), *_],
            ):
                yield node.lineno, module.split(".")[0]
            case _:
                pass


def clock_uses(tree: ast.AST) -> Iterator[tuple[int, str]]:
    yield from ((line, f"import {name}") for line, name in imported(tree) if name in CLOCK_MODULES)
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(value=ast.Name(id="datetime" | "date" | "dt") | ast.Attribute(), attr=attr):
                if attr in CLOCK_CALLS:
                    yield node.lineno, f"{ast.unparse(node)}"
            case _:
                pass


def float_uses(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield float conversions, annotations and literals; naming float to reject one with isinstance is fine."""
    allowed: set[int] = set()
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id="isinstance" | "issubclass"), args=[_, kinds]):
                allowed.update(id(name) for name in ast.walk(kinds))
            case ast.MatchClass(cls=ast.Name(id="float") as kind):
                allowed.add(id(kind))
            case _:
                pass
    for node in ast.walk(tree):
        match node:
            case ast.Name(id="float") if id(node) not in allowed:
                yield node.lineno, "float"
            case ast.Constant(value=float(value)):
                yield node.lineno, repr(value)
            case _:
                pass


def default_executor_uses(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(attr="to_thread"):
                yield node.lineno, ast.unparse(node)
            case ast.ImportFrom(module="asyncio", names=names):
                yield from ((node.lineno, "to_thread") for name in names if name.name == "to_thread")
            case ast.Call(func=ast.Attribute(attr="run_in_executor"), args=[ast.Constant(value=None), *_]):
                yield node.lineno, ast.unparse(node.func)
            case _:
                pass


def report(findings: Iterator[tuple[int, str]], path: Path) -> list[str]:
    return [f"{path}:{line}: {what}" for line, what in findings]


def test_only_rete_imports_the_inference_library() -> None:
    offences = [
        line
        for path in modules("rules", "service", containing="durable")
        if path != RETE
        for line in report(((n, name) for n, name in imported(parse(path)) if name in INFERENCE), path)
    ]
    assert not offences, "\n".join(offences)


def test_rules_never_read_the_clock() -> None:
    offences = [line for path in modules("rules", containing=CLOCK) for line in report(clock_uses(parse(path)), path)]
    assert not offences, "\n".join(offences)


def test_rules_never_use_binary_floating_point() -> None:
    offences = [line for path in modules("rules", containing=FLOAT) for line in report(float_uses(parse(path)), path)]
    assert not offences, "\n".join(offences)


def test_no_work_goes_to_the_default_executor() -> None:
    offences = [
        line
        for path in modules("service", containing=EXECUTOR)
        for line in report(default_executor_uses(parse(path)), path)
    ]
    assert not offences, "\n".join(offences)


@pytest.mark.parametrize(
    ("source", "expected_count"),
    [
        ("import time", 1),
        ("from time import monotonic", 1),
        ("datetime.now(UTC)", 1),
        ("datetime.datetime.utcnow()", 1),
        ("date.today()", 1),
        ("def f(now: datetime) -> date: return self.now", 0),
        ("datetime.fromisoformat(text)", 0),
    ],
)
def test_the_clock_check_finds_clocks(source: str, expected_count: int) -> None:
    assert len(list(clock_uses(ast.parse(source)))) == expected_count


@pytest.mark.parametrize(
    ("source", "expected_count"),
    [
        ("await asyncio.to_thread(work)", 1),
        ("from asyncio import to_thread", 1),
        ("loop.run_in_executor(None, work)", 1),
        ("loop.run_in_executor(self._threads, work)", 0),
        ("await bulkhead.in_thread(work)", 0),
    ],
)
def test_the_executor_check_finds_the_default_executor(source: str, expected_count: int) -> None:
    assert len(list(default_executor_uses(ast.parse(source)))) == expected_count


@pytest.mark.parametrize(
    ("source", "expected_count"),
    [
        ("float(x)", 1),
        ("def f(x: float | None) -> list[float]: ...", 2),
        ("x = 0.5", 1),
        ("isinstance(x, (bool, float))", 0),
        ("x = Fraction(1, 2)  # not a float", 0),
    ],
)
def test_the_float_check_finds_floats(source: str, expected_count: int) -> None:
    assert len(list(float_uses(ast.parse(source)))) == expected_count


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


def test_no_code_follows_the_start_of_a_program() -> None:
    """A program that is started as a module would run before that code is defined."""
    for path in modules("rules", "service", "proto/touchstone", containing=r"(?m)^if __name__ == "):
        last = ast.parse((ROOT / path).read_text(encoding="utf-8")).body[-1]
        assert isinstance(last, ast.If), path
        assert ast.unparse(last.test) == "__name__ == '__main__'", path
