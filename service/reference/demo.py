"""Demonstration: starts a server, scores the worked factory, verifies the result, stops."""

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
    """Run the demonstration; everything it writes stands under `var/` and is removed again."""
    var, gazette = CHECKOUT / "var", CHECKOUT / "scorecards"
    var.mkdir(exist_ok=True)
    evaluate = ("evaluate", CARD, DOSSIER, "--as-of", AS_OF, "--set", "reading=cascade", "--gazette", gazette)
    with reporting_errors(), tempfile.TemporaryDirectory(prefix="demo-", dir=var) as folder:
        exported = Path(folder) / "evaluation.json"
        with temporary_server(gazette, database_url=f"sqlite:///{folder}/evaluations.sqlite3") as address:
            _say(f"A server listens on {address}. It scores {DOSSIER.relative_to(CHECKOUT)} as of {AS_OF}:")
            stored = ("--server", address, "--request-id", str(uuid.uuid4()))
            _touchstone(*evaluate, *stored)
            _touchstone(*evaluate, *stored, "--format", "json", "--out", exported)  # the same, for the same id
            name = json.loads(exported.read_text(encoding="utf-8"))["name"]
            _say(f"The evaluation is stored as {name}. The server verifies its trail:")
            _touchstone("verify", name, "--server", address)
        _say("The server has stopped. The exported evaluation, verified offline from the published scorecards alone:")
        _touchstone("verify", exported, "--gazette", gazette)
    _say("To see a certification body at work in the browser: .venv/bin/touchstone workbench")


def _touchstone(*line: str | Path) -> None:
    """Run a command; where its answer is a no, or it fails, the demonstration ends as it did."""
    done = subprocess.run((sys.executable, "-m", "service.cli.main", *map(str, line)), check=False)  # noqa: S603 -- our own
    if done.returncode:
        sys.exit(done.returncode)


def _say(text: str) -> None:
    print(f"\n== {text}\n", flush=True)


if __name__ == "__main__":
    main()
