// Evaluate a factory and say why it is graded so: node evaluate.mjs http://127.0.0.1:8080
// Node 18 or later; nothing to install.
import { randomUUID } from "node:crypto";

const [root] = process.argv.slice(2);

/** The error of a call: a google.rpc.Status. */
class CallError extends Error {
  /** @param {{code: number, message: string, details?: any[]}} status @param {number} retryAfter in seconds */
  constructor(status, retryAfter) {
    super(status.message);
    this.code = status.code;
    this.retryAfter = retryAfter;
    const wrong = (status.details ?? []).find((detail) => detail["@type"].endsWith("google.rpc.BadRequest"));
    this.fields = Object.fromEntries((wrong?.fieldViolations ?? []).map((one) => [one.field, one.description]));
  }
}

/** Make a call, and make it again as long as the server says after which delay that helps. */
async function call(path, body) {
  for (let left = 5; ; left--) {
    const response = await fetch(`${root}/v1/${path}`, {
      method: body === undefined ? "GET" : "POST",
      headers: body === undefined ? {} : { "content-type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const answer = await response.json();
    if (response.ok) return answer;
    const error = new CallError(answer, Number(response.headers.get("retry-after") ?? 0));
    if (!error.retryAfter || !left) throw error;
    await new Promise((resolve) => setTimeout(resolve, 1000 * error.retryAfter));
  }
}

try {
  const evaluation = await call("organizations/example/subjects/factory-7:evaluate", {
    scorecard: "scorecards/zero-carbon-factory",
    asOfDate: "2026-11-20",
    settings: { reading: "cascade" },
    facts: [{ factId: "penalties", value: { number: "1", unit: "time", evidenceIds: ["regulator"] } }],
    evidence: [
      {
        evidenceId: "regulator",
        kind: "regulator-record",
        issuer: "Ecology bureau",
        issueDate: "2026-10-31",
        contentDigest: "0".repeat(64),
      },
    ],
    requestId: randomUUID(), // all repetitions have it, so that the subject is evaluated once
  });
  console.log(evaluation.record.conclusion.kind);
  console.log((await call(`${evaluation.name}:explain?languageCode=en`)).statements[0].text);
  console.log((await call(`${evaluation.name}:verifyTrail`)).result);
} catch (error) {
  for (const [field, problem] of Object.entries(error.fields ?? {})) console.error(`${field}: ${problem}`);
  throw error;
}
