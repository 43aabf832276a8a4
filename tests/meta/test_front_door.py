"""Front door of the core: exports that resolve, the example of its page, and who may evaluate."""

import ast
import re
from collections.abc import Iterator
from contextlib import redirect_stdout
from importlib import import_module
from importlib.util import find_spec
from io import StringIO
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
STUBS = [ROOT / "rules" / "api.pyi", *sorted((ROOT / "rules").glob("*/__init__.pyi"))]
EVALUATING = {"Evaluator", "InferenceEngine"}


def door(stub: Path) -> str:
    return "rules.api" if stub.stem == "api" else f"rules.{stub.parent.name}"


def exports(stub: Path) -> list[str]:
    nodes = ast.parse(stub.read_text("utf-8")).body
    return [alias.name for node in nodes if isinstance(node, ast.ImportFrom) for alias in node.names]


def runtime_imports(tree: ast.AST) -> Iterator[ast.ImportFrom]:
    """Yield the imports from the core, but for those that only a type checker sees."""
    for node in ast.iter_child_nodes(tree):
        match node:
            case ast.If(test=ast.Name(id="TYPE_CHECKING")):
                pass
            case ast.ImportFrom(module=str(module)) if module.split(".")[0] == "rules":
                yield node
            case _:
                yield from runtime_imports(node)


@pytest.mark.parametrize("stub", STUBS, ids=door)
def test_every_exported_name_can_be_imported(stub: Path) -> None:
    package = import_module(door(stub))
    assert [name for name in exports(stub) if not hasattr(package, name)] == []
    assert set(exports(stub)) == set(dir(package))


@pytest.mark.parametrize("stub", STUBS, ids=door)
def test_no_export_has_the_name_of_a_sibling_module(stub: Path) -> None:
    """Importing that module would set it over the export."""
    package = "rules" if stub.stem == "api" else door(stub)
    assert [name for name in exports(stub) if find_spec(f"{package}.{name}")] == []


def test_only_the_evaluating_package_creates_evaluators() -> None:
    """The package supplies the reference tables to evaluators and frees their networks."""
    texts = {path: path.read_text("utf-8") for path in (ROOT / "service").rglob("*.py")}
    makers = {
        path.parent.relative_to(ROOT).as_posix()
        for path, text in texts.items()
        if any(name in text for name in EVALUATING)
        for node in runtime_imports(ast.parse(text))
        if EVALUATING & {alias.name for alias in node.names}
    }
    assert makers == {"service/evaluating"}


def test_the_example_of_the_page_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    page = (ROOT / "rules" / "README.md").read_text("utf-8")
    *_, code = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    monkeypatch.chdir(ROOT)
    with redirect_stdout(StringIO()) as output:
        exec(compile(code, "rules/README.md", "exec"), {})  # noqa: S102 - the page's own code
    lines = output.getvalue().splitlines()
    assert lines[0].startswith("incomplete ")
    assert "T5.ALONE waits for third_party" in lines
    assert lines[-1] == "7 recomputation passed"
