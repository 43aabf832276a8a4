"""Documentation links: every package on the map, and every path and link of a page resolved."""

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted(
    page.relative_to(ROOT)
    for page in (
        ROOT / "README.md",
        ROOT / "README.zh.md",
        ROOT / "CONTRIBUTING.md",
        ROOT / "SECURITY.md",
        ROOT / "CODE_OF_CONDUCT.md",
        ROOT / "CHANGELOG.md",
        ROOT / "benchmarks" / "README.md",
        ROOT / "tests" / "reliability" / "README.md",
        *(ROOT / "docs").rglob("*.md"),
    )
)
PACKAGES = sorted(
    {
        module.relative_to(ROOT).parent
        for package in ("rules", "service", "proto/touchstone/client")
        for module in (ROOT / package).rglob("*.py")
        if module.name != "__init__.py" and "migrations" not in module.parts
    }
    - {Path("service")}
)

WRITTEN = "docs/reference/"
"""What `make docs` writes and nobody keeps."""
TOP = r"(?:\.ci|docs|examples|features|proto|rules|scorecards|service|tests)"
NAMED = re.compile(rf"`({TOP}/[\w./-]*)`")
LINK = re.compile(r"\]\(([^)#\s]+)(?:#([^)\s]+))?\)")
FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)


def named_paths(text: str) -> list[str]:
    """List the paths that a text names; names of resources, which begin like the gazette, are left out."""
    named = (path for path in NAMED.findall(text) if not path.startswith(WRITTEN))
    return [path for path in named if not path.startswith("scorecards/") or "." in Path(path).name]


def anchors(text: str) -> set[str]:
    """List the anchors of the headings of a page, as code hosts make them."""
    headings = re.findall(r"^#+ (.+)$", FENCED.sub("", text), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_the_map_names_every_package() -> None:
    text = (ROOT / "docs" / "map.md").read_text(encoding="utf-8")
    assert PACKAGES
    missing = [str(package) for package in PACKAGES if f"`{package}/`" not in text]
    assert not missing, "\n".join(missing)


@pytest.mark.parametrize("language", ["", ".zh"])
def test_the_list_of_pages_has_each_page_once(language: str) -> None:
    docs = ROOT / "docs"
    pages = {*docs.glob("*.md"), *docs.glob("*/README.md")} - {docs / "README.md", *docs.glob("*.zh.md")}
    twins = {page: page.with_suffix(f"{language}.md") for page in pages}
    expected = {twin if twin.exists() else page for page, twin in twins.items()}
    rows = (docs / f"README{language}.md").read_text(encoding="utf-8").split("\n`touchstone --help`")[0]
    listed = Counter((docs / target).resolve() for target, _ in LINK.findall(rows))
    assert expected <= set(listed)
    assert [page.name for page in expected if listed[page] > 1] == []


def test_every_path_that_a_page_names_exists() -> None:
    named = [(page, path) for page in PAGES for path in named_paths((ROOT / page).read_text(encoding="utf-8"))]
    assert named
    missing = [f"{page} names {path}, which is not there" for page, path in named if not (ROOT / path).exists()]
    assert not missing, "\n".join(missing)


def test_every_link_of_a_page_leads_somewhere() -> None:
    wrong, anchors_of = [], cache(lambda path: anchors(path.read_text(encoding="utf-8")))
    for page in PAGES:
        text = FENCED.sub("", (ROOT / page).read_text(encoding="utf-8"))
        for target, anchor in LINK.findall(text):
            path = (ROOT / page).parent / target
            if "://" in target or target.startswith(WRITTEN):
                continue
            if not path.exists():
                wrong.append(f"{page} links to {target}, which is not there")
            elif anchor and anchor not in anchors_of(path.resolve()):
                wrong.append(f"{page}: {target} has no heading #{anchor}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    ("text", "expected_paths"),
    [
        ("see `rules/engine/rete.py`", ["rules/engine/rete.py"]),
        ("`scorecards/zero-carbon-factory` is a name", []),
        ("`scorecards/CHANGELOG.md` is a file", ["scorecards/CHANGELOG.md"]),
        ("`scorecards/<id>/<x.y.z>.json` is a pattern", []),
        ("rules/engine without ticks", []),
    ],
)
def test_named_paths_are_found(text: str, expected_paths: list[str]) -> None:
    assert named_paths(text) == expected_paths
