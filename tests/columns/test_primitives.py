"""Table of vectorized primitives in docs/architecture.md: comparison with the code."""

from pathlib import Path
from typing import get_args

from rules.columns.quantities import COMPUTED
from rules.program import nodes

PAGE = Path(__file__).resolve().parents[2] / "docs" / "architecture.md"


def test_the_page_lists_the_primitives_that_columns_compute() -> None:
    rows = {line.split("`")[1]: line for line in PAGE.read_text("utf-8").splitlines() if line.startswith("| `")}
    for node in get_args(nodes.Numeric):
        assert rows[node.__name__].rstrip(" |").endswith("yes" if node in COMPUTED else "core"), node
