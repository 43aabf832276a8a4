// Evaluate a factory and say why it is graded so: npm ci && npm run build && node built/evaluate.js http://127.0.0.1:8080
// Node 20 or later. The types of all calls are generated from the OpenAPI document, which `make docs` writes and a server gives at /openapi.json.
import { randomUUID } from "node:crypto";
import type { components, paths } from "./api.js";

type Schema<Name extends keyof components["schemas"]> = components["schemas"][Name];
/** A path that takes POST, or GET, as the document has it: `/v1/{…}:evaluate`. */
type Posted = { [Path in keyof paths]: paths[Path] extends { post: object } ? Path : never }[keyof paths];
type Got = { [Path in keyof paths]: paths[Path] extends { get: object } ? Path : never }[keyof paths];
type Of<Call> = Call extends { responses: { 200: { content: { "application/json": infer Answer } } } } ? Answer : never;
type Taken<Call> = Call extends { requestBody: { content: { "application/json": infer Body } } } ? Body : never;
type Fields = Record<string, string>;

const root = process.argv[2];

/** The error of a call: a google.rpc.Status. */
class CallError extends Error {
  readonly fields: Fields;

  /** @param retryAfter after how many seconds the same call may be made again; 0 if that does not help */
  constructor(status: Schema<"Status">, readonly retryAfter: number) {
    super(status.message);
    const details = (status.details ?? []) as { "@type"?: string; fieldViolations?: { field: string; description: string }[] }[];
    const wrong = details.find((detail) => detail["@type"]?.endsWith("google.rpc.BadRequest"));
    this.fields = Object.fromEntries((wrong?.fieldViolations ?? []).map((one) => [one.field, one.description]));
  }
}

/** Put names into a path and fields behind it. */
function address(path: string, named: Fields, query: Fields = {}): string {
  const placed = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(named[name] ?? ""));
  return `${root}${placed}?${new URLSearchParams(query)}`;
}

/** Make a call, and make it again as long as the server says after which delay that helps. */
async function call(url: string, body?: object): Promise<unknown> {
  for (let left = 5; ; left--) {
    const posted = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
    const response = await fetch(url, body === undefined ? {} : posted);
    const answer: unknown = await response.json();
    if (response.ok) return answer;
    const error = new CallError(answer as Schema<"Status">, Number(response.headers.get("retry-after") ?? 0));
    if (!error.retryAfter || !left) throw error;
    await new Promise((resolve) => setTimeout(resolve, 1000 * error.retryAfter));
  }
}

const post = <Path extends Posted>(path: Path, named: Fields, body: Taken<paths[Path]["post"]> & object) =>
  call(address(path, named), body) as Promise<Of<paths[Path]["post"]>>;
const get = <Path extends Got>(path: Path, named: Fields, query: Fields = {}) =>
  call(address(path, named, query)) as Promise<Of<paths[Path]["get"]>>;

try {
  const evaluation = await post(
    "/v1/organizations/{organization}/subjects/{subject}:evaluate",
    { organization: "example", subject: "factory-7" },
    {
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
    },
  );
  const [, organization = "", , id = ""] = (evaluation.name ?? "").split("/");
  const named = { organization, evaluation: id };
  console.log(evaluation.record?.conclusion?.kind);
  const explained = await get("/v1/organizations/{organization}/evaluations/{evaluation}:explain", named, { languageCode: "en" });
  console.log(explained.statements?.[0]?.text);
  console.log((await get("/v1/organizations/{organization}/evaluations/{evaluation}:verifyTrail", named)).result);
} catch (error) {
  if (error instanceof CallError)
    for (const [field, problem] of Object.entries(error.fields)) console.error(`${field}: ${problem}`);
  throw error;
}
