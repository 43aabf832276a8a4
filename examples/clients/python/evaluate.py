"""Evaluate a factory and explain its grade: python evaluate.py 127.0.0.1:50051."""

import sys
from datetime import date

from touchstone.client import Client, ServerError

FACTS = {"penalties": {"value": {"number": 1, "unit": "time", "evidence_ids": ["regulator"]}}}
RECORD = {
    "kind": "regulator-record",
    "issuer": "Ecology bureau",
    "issue_date": "2026-10-31",
    "content_digest": "0" * 64,
}

with Client(sys.argv[1]) as client:
    try:
        evaluation = client.evaluate(
            "organizations/example/subjects/factory-7",
            "scorecards/zero-carbon-factory",
            as_of=date(2026, 11, 20),
            facts=FACTS,
            evidence={"regulator": RECORD},
            settings={"reading": "cascade"},
        )
    except ServerError as error:
        for field, problem in error.fields.items():
            print(f"{field}: {problem}")
        sys.exit(str(error))
    print(evaluation["record"]["conclusion"]["kind"])
    explained = client.call("ExplainEvaluation", {"name": evaluation["name"], "language_code": "en"})
    print(explained["statements"][0]["text"])
    print(client.call("VerifyEvaluationTrail", {"name": evaluation["name"]})["result"])
