"""Do the pages name everything there is, and nothing that is not there?"""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted(
    page.relative_to(ROOT)
    for page in (
        ROOT / "README.md",
        ROOT / "README.zh.md",
        ROOT / "CONTRIBUTING.md",
        ROOT / "CHANGELOG.md",
        *(ROOT / "docs").rglob("*.md"),
    )
)
MODULES = sorted(
    path.relative_to(ROOT)
    for package in ("rules", "service")
    for path in (ROOT / package).rglob("*.py")
    if path.name != "__init__.py"
)
PACKAGES = sorted({module.parent for module in MODULES if "migrations" not in module.parts} - {Path("service")})

TOP = r"(?:\.ci|docs|examples|features|proto|rules|scorecards|service|tests)"
NAMED = re.compile(rf"`({TOP}/[\w./-]*)`")
LINK = re.compile(r"\]\(([^)#\s]+)(?:#([^)\s]+))?\)")
FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)


def named_paths(text: str) -> list[str]:
    """List the paths that a text names; names of resources, which begin like the gazette, are left out."""
    return [path for path in NAMED.findall(text) if not path.startswith("scorecards/") or "." in Path(path).name]


def anchors(text: str) -> set[str]:
    """List the anchors of the headings of a page, as code hosts make them."""
    headings = re.findall(r"^#+ (.+)$", FENCED.sub("", text), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("package", PACKAGES, ids=str)
def test_the_map_names_every_package(package: Path) -> None:
    assert f"`{package}/`" in (ROOT / "docs" / "map.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_every_module_asks_its_question(module: Path) -> None:
    text = ast.get_docstring(ast.parse((ROOT / module).read_text(encoding="utf-8"))) or ""
    assert text, f"{module} has no docstring"


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_every_path_that_a_page_names_exists(page: Path) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    missing = [path for path in named_paths(text) if not (ROOT / path).exists()]
    assert not missing, f"{page} names what is not there: {missing}"


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    text = FENCED.sub("", (ROOT / page).read_text(encoding="utf-8"))
    for target, anchor in LINK.findall(text):
        if "://" in target:
            continue
        path = (ROOT / page).parent / target
        assert path.exists(), f"{page} links to {target}, which is not there"
        if anchor:
            assert anchor in anchors(path.read_text(encoding="utf-8")), f"{page}: {target} has no heading #{anchor}"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("see `rules/engine/rete.py`", ["rules/engine/rete.py"]),
        ("`scorecards/zero-carbon-factory` is a name", []),
        ("`scorecards/CHANGELOG.md` is a file", ["scorecards/CHANGELOG.md"]),
        ("`scorecards/<id>/<x.y.z>.json` is a pattern", []),
        ("rules/engine without ticks", []),
    ],
)
def test_named_paths_are_found(text: str, found: list[str]) -> None:
    assert named_paths(text) == found
