"""Evaluate a factory, explain the result, list scorecards, evaluate a stream, and handle a refusal.

    python evaluate.py 127.0.0.1:50051 ../worked-factory.json [FOLDER]

FOLDER has the files `ca.crt`, `client.crt`, `client.key` and `token` of an encrypted connection.
"""

import sys
import uuid
from pathlib import Path

from google.protobuf.json_format import Parse

from touchstone.client import Client, ServerError
from touchstone.v1.evaluation_pb2 import Conclusion, Evaluation
from touchstone.v1.evaluation_service_pb2 import EvaluateSubjectRequest, StreamEvaluateSubjectsResponse

address, dossier, *folders = sys.argv[1:]
options = {}
for folder in map(Path, folders):
    options = {
        "ca": folder / "ca.crt",
        "certificate": folder / "client.crt",
        "key": folder / "client.key",
        "token": (folder / "token").read_text,
    }

with Client(address, **options) as client:
    request = Parse(Path(dossier).read_text(encoding="utf-8"), EvaluateSubjectRequest())
    evaluation = client.send("EvaluateSubject", request, Evaluation)
    print(Conclusion.Kind.Name(evaluation.record.conclusion.kind), evaluation.record.conclusion.grade)

    explained = client.call("ExplainEvaluation", {"name": evaluation.name, "language_code": "en"})
    print(explained["statements"][0]["text"])
    print(client.call("VerifyEvaluationTrail", {"name": evaluation.name})["result"])

    pages = list(client.pages("ListScorecards", {"page_size": 20}))
    print(len(pages), "pages,", sum(len(page["scorecards"]) for page in pages), "scorecards")

    requests = [
        EvaluateSubjectRequest(
            subject="organizations/example/subjects/factory-7",
            scorecard="scorecards/zero-carbon-factory",
            as_of_date="2026-11-20",
            facts=facts,
            request_id=str(uuid.uuid4()),
        )
        for facts in ([], [{"fact_id": "penalty", "value": {"number": "1", "unit": "time"}}])
    ]
    for answer in client.stream("StreamEvaluateSubjects", requests, StreamEvaluateSubjectsResponse):
        if answer.HasField("error"):
            print(*ServerError.of_item(answer.error).fields.values())
        else:
            print(Conclusion.Kind.Name(answer.evaluation.record.conclusion.kind))

    request.scorecard = "x"
    try:
        client.send("EvaluateSubject", request, Evaluation)
    except ServerError as error:
        print(error.reason, *(f"{field}: {problem}" for field, problem in error.fields.items()))
