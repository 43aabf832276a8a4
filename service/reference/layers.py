"""Layer picture: the import contracts of `pyproject.toml` as a Mermaid flowchart."""

from __future__ import annotations

import tomllib

from service.configuration.folders import CHECKOUT

CONTRACTS = ("service is built in layers", "rules is built in layers")


def layer_picture() -> str:
    """Draw the layers of both packages from top to bottom, as a fenced block."""
    linter = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    contracts = {contract["name"]: contract for contract in linter["contracts"]}
    lines = ["```mermaid", "flowchart TD"]
    for name in CONTRACTS:
        (package,) = contracts[name]["containers"]
        ids = [f"{package}{number}" for number, _ in enumerate(contracts[name]["layers"])]
        lines += [
            f"  subgraph {package}",
            *(
                f'    {id}["{layer.replace("(", "").replace(")", "").replace(" | ", ", ")}"]'
                for id, layer in zip(ids, contracts[name]["layers"], strict=True)
            ),
            f"    {' --> '.join(ids)}",
            "  end",
        ]
    return "\n".join((*lines, "  service --> rules", "```"))
