// Evaluate a factory, explain the result, list scorecards, evaluate a stream, and handle a refusal:
//
//     npm install && npx tsc && node evaluate.js 127.0.0.1:50051 ../worked-factory.json [FOLDER]
//
// An address such as http://127.0.0.1:8080 calls over HTTP, as browsers do.
// FOLDER has the files ca.crt, client.crt, client.key and token of an encrypted connection.
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { enumToJson, fromJsonString } from "@bufbuild/protobuf";
import { connect, connectHttp, errorOfItem, pages, ServerError, tokenFile } from "touchstone-client/node";
import { Conclusion_KindSchema, type Evaluation } from "touchstone-client/v1/evaluation";
import {
  EvaluateSubjectRequestSchema,
  EvaluationService,
  TrailCheck_ResultSchema,
} from "touchstone-client/v1/evaluation_service";
import { ScorecardService } from "touchstone-client/v1/scorecard_service";

const [address = "", dossier = "", folder] = process.argv.slice(2);
const files = {
  ca: `${folder}/ca.crt`,
  certificate: `${folder}/client.crt`,
  key: `${folder}/client.key`,
  token: tokenFile(`${folder}/token`),
};
const connection = address.startsWith("http")
  ? connectHttp(address)
  : connect(address, folder === undefined ? {} : files);
const evaluations = connection.service(EvaluationService);
const scorecards = connection.service(ScorecardService);

const kindOf = (evaluation: Evaluation) =>
  enumToJson(Conclusion_KindSchema, evaluation.record?.conclusion?.kind ?? 0);

const request = fromJsonString(EvaluateSubjectRequestSchema, readFileSync(dossier, "utf-8"));
const evaluation = await evaluations.evaluateSubject(request);
console.log(kindOf(evaluation), evaluation.record?.conclusion?.grade);

const explained = await evaluations.explainEvaluation({ name: evaluation.name, languageCode: "en" });
console.log(explained.statements[0]?.text);
const verified = await evaluations.verifyEvaluationTrail({ target: { case: "name", value: evaluation.name } });
console.log(enumToJson(TrailCheck_ResultSchema, verified.result));

let pageCount = 0;
let scorecardCount = 0;
for await (const page of pages(scorecards.listScorecards, { pageSize: 20 })) {
  pageCount += 1;
  scorecardCount += page.scorecards.length;
}
console.log(`${pageCount} pages, ${scorecardCount} scorecards`);

const unknown = { factId: "penalty", value: { kind: { case: "number" as const, value: "1" }, unit: "time" } };
async function* requests() {
  for (const facts of [[], [unknown]])
    yield {
      subject: "organizations/example/subjects/factory-7",
      scorecard: "scorecards/zero-carbon-factory",
      asOfDate: "2026-11-20",
      facts,
      requestId: randomUUID(),
    };
}
for await (const answer of evaluations.streamEvaluateSubjects(requests())) {
  if (answer.result.case === "error") console.log(...Object.values(errorOfItem(answer.result.value).fields));
  else if (answer.result.case === "evaluation") console.log(kindOf(answer.result.value));
}

try {
  await evaluations.evaluateSubject({ ...request, scorecard: "x" });
} catch (error) {
  if (!(error instanceof ServerError)) throw error;
  console.log(error.reason, ...error.wrongFields.map(({ field, description }) => `${field}: ${description}`));
}
connection.close();
