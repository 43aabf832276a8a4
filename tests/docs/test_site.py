"""Documentation site: a strict build, both languages, and the navigation of the index."""

import json
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest

from service.reference.pages import pages

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site from a copy of the pages, because other tests read the checkout at the same time."""
    root = tmp_path_factory.mktemp("checkout")
    for path in ROOT.iterdir():
        if path.name not in ("docs", "dist"):
            (root / path.name).symlink_to(path)
    copytree(ROOT / "docs", root / "docs", dirs_exist_ok=True)
    (root / "docs" / "reference").mkdir(exist_ok=True)
    for name, text in pages().items():
        (root / "docs" / "reference" / name).write_text(text, encoding="utf-8")
    built = subprocess.run(
        (sys.executable, "-m", "mkdocs", "build", "--strict"), cwd=root, capture_output=True, text=True, check=False
    )
    assert built.returncode == 0, built.stderr
    return root / "dist" / "docs"


@pytest.mark.full
def test_every_page_is_built_in_both_languages(site: Path) -> None:
    for name in ("index", "evaluation", "reference/cli"):
        english, chinese = ((folder / f"{name}.html").read_text(encoding="utf-8") for folder in (site, site / "zh"))
        assert "Tutorials" in english
        assert "教程" in chinese


@pytest.mark.full
def test_one_anchor_leads_to_the_same_section_in_both_languages(site: Path) -> None:
    for folder in (site, site / "zh"):
        assert 'id="who-may-call"' in (folder / "operations.html").read_text(encoding="utf-8")


@pytest.mark.full
def test_the_search_index_divides_chinese_words(site: Path) -> None:
    index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    assert any("\N{ZERO WIDTH SPACE}" in entry["text"] for entry in index["docs"])


@pytest.mark.full
def test_no_file_is_loaded_from_other_sites(site: Path) -> None:
    page = (site / "index.html").read_text(encoding="utf-8")
    assert "fonts.googleapis" not in page
    assert 'src="http' not in page
