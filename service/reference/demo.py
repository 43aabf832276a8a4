"""Demonstration of a server, an evaluation and its verification."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import uuid
from pathlib import Path

from service.configuration.folders import CHECKOUT
from service.output.terminal.output import reporting_errors
from service.output.terminal.own_server import temporary_server

CARD = "zero-carbon-factory"
DOSSIER = CHECKOUT / "examples" / "worked-factory.yaml"
AS_OF = "2026-11-20"


def main() -> None:
    """Run the demonstration; its files under `var/` are removed."""
    var, gazette = CHECKOUT / "var", CHECKOUT / "scorecards"
    var.mkdir(exist_ok=True)
    evaluate = ("evaluate", CARD, DOSSIER, "--as-of", AS_OF, "--set", "reading=cascade", "--gazette", gazette)
    with reporting_errors(), tempfile.TemporaryDirectory(prefix="demo-", dir=var) as folder:
        exported = Path(folder) / "evaluation.json"
        with temporary_server(gazette, database_url=f"sqlite:///{folder}/evaluations.sqlite3") as address:
            _print_step(f"A server listens on {address}. It scores {DOSSIER.relative_to(CHECKOUT)} as of {AS_OF}:")
            stored = ("--server", address, "--request-id", str(uuid.uuid4()))
            _touchstone(*evaluate, *stored)
            _touchstone(*evaluate, *stored, "--format", "json", "--out", exported)  # same ID, same evaluation
            name = json.loads(exported.read_text(encoding="utf-8"))["name"]
            _print_step(f"The evaluation is stored as {name}. The server verifies its trail:")
            _touchstone("verify", name, "--server", address)
        _print_step(
            "The server has stopped. The exported evaluation, verified offline from the published scorecards alone:"
        )
        _touchstone("verify", exported, "--gazette", gazette)
    _print_step("To see a certification body at work in the browser: .venv/bin/touchstone workbench")


def _touchstone(*arguments: str | Path) -> None:
    process = subprocess.run((sys.executable, "-m", "service.cli.main", *map(str, arguments)), check=False)  # noqa: S603 -- fixed command
    if process.returncode:
        sys.exit(process.returncode)


def _print_step(text: str) -> None:
    print(f"\n== {text}\n", flush=True)


if __name__ == "__main__":
    main()
