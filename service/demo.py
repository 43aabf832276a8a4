"""What does the whole look like at work? Starts a server, scores the worked factory, verifies the result, stops."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import typer

from service.answering.mapping.answers import read_open_answers
from service.answering.report import plain_text as report_text
from service.answering.terminal.json_form import as_json
from service.answering.terminal.output import Exit, telling_errors
from service.answering.terminal.own_server import own_server
from service.answering.terminal.remote import Remote
from service.cli.evaluate import evaluate
from service.cli.verify import checks_text, verify_file
from service.folders import CHECKOUT
from service.gazette.versions import Gazette
from touchstone.v1 import evaluation_service_pb2

CARD = "zero-carbon-factory"
DOSSIER = CHECKOUT / "examples" / "worked-factory.yaml"
AS_OF = "2026-11-20"


def main() -> None:
    """Run the demonstration; everything it writes stands under `var/` and is removed again."""
    var = CHECKOUT / "var"
    var.mkdir(exist_ok=True)
    gazette = Gazette(CHECKOUT / "scorecards")
    with telling_errors(), tempfile.TemporaryDirectory(prefix="demo-", dir=var) as folder:
        with own_server(gazette.folder, database_url=f"sqlite:///{folder}/evaluations.sqlite3") as address:
            _say(f"A server listens on {address}. It scores {DOSSIER.relative_to(CHECKOUT)} as of {AS_OF}:")
            answer = evaluate(
                CARD,
                DOSSIER,
                as_of=AS_OF,
                draft=False,
                known=None,
                settings={"reading": "cascade"},
                gazette=gazette,
                languages=(),
                server=address,
                request_id=None,
            )
            evaluation = answer.evaluation
            record = answer.record
            print(report_text.render(record, answer.scorecard, "en", (), read_open_answers(evaluation, record)))
            _say(f"The evaluation is stored as {evaluation.name}. The server verifies its trail:")
            request = evaluation_service_pb2.VerifyEvaluationTrailRequest(name=evaluation.name)
            online = Remote(address).verify(request)
            print(checks_text(online, "en"))
        exported = Path(folder) / "evaluation.json"
        exported.write_text(as_json(evaluation), encoding="utf-8")
        _say("The server has stopped. The exported evaluation, verified offline from the published scorecards alone:")
        offline = verify_file(exported, gazette, None)
        print(checks_text(offline, "en"))
        passed = evaluation_service_pb2.TrailCheck.RESULT_PASSED
        if online.result != passed or offline.result != passed:
            sys.exit(Exit.NEGATIVE)


def _say(text: str) -> None:
    print(f"\n== {text}\n", flush=True)


if __name__ == "__main__":
    typer.run(main)
