"""Architecture page and index of decisions: the picture of the import contracts, and a line for every decision."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
CONTRACTS = ("service is built in layers", "rules is built in layers")
TITLE = re.compile(r"# (\d{4}): (.+)")
LINE = re.compile(r"^\| \[(\d{4})\]\(([\w-]+\.md)\) \| (.+?) \|", re.MULTILINE)


def layer_picture() -> str:
    """Draw the layers of both packages from top to bottom, as a fenced block of Mermaid."""
    linter = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    contracts = {contract["name"]: contract for contract in linter["contracts"]}
    lines = ["```mermaid", "flowchart TD"]
    for name in CONTRACTS:
        (package,) = contracts[name]["containers"]
        layers = [layer.replace("(", "").replace(")", "").replace(" | ", ", ") for layer in contracts[name]["layers"]]
        ids = [f"{package}{number}" for number, _ in enumerate(layers)]
        lines.append(f"  subgraph {package}")
        lines += [f'    {id}["{layer}"]' for id, layer in zip(ids, layers, strict=True)]
        lines += [f"    {' --> '.join(ids)}", "  end"]
    return "\n".join((*lines, "  service --> rules", "```"))


def test_the_picture_is_that_of_the_contracts() -> None:
    picture = layer_picture()
    assert picture in (DOCS / "architecture.md").read_text(encoding="utf-8"), f"it has to be:\n{picture}"


def test_every_decision_is_in_the_index_under_its_title() -> None:
    files = sorted((DOCS / "adr").glob("0*.md"))
    matches = ((path.name, TITLE.match(path.read_text(encoding="utf-8"))) for path in files)
    titles = [(match[1], name, match[2]) for name, match in matches if match]
    assert len(titles) == len(files)
    assert LINE.findall((DOCS / "adr" / "README.md").read_text(encoding="utf-8")) == titles
