// Read a scorecard with options, and print it or the error: node probe.js ADDRESS [OPTION=VALUE]...
import { connect, FieldsError, ServerError, type NodeOptions } from "touchstone-client/node";
import { ScorecardService } from "touchstone-client/v1/scorecard_service";

const [address = "", ...inputs] = process.argv.slice(2);
const { timeout, tls, waits, ...others } = Object.fromEntries(inputs.map((input) => input.split("=", 2))) as Record<string, string>;
const options: NodeOptions = {
  ...others,
  ...(timeout !== undefined && { timeoutMs: 1000 * Number(timeout) }),
  ...(tls !== undefined && { tls: tls === "true" }),
  ...(waits !== undefined && { waits: waits === "true" }),
};

try {
  const connection = connect(address, options);
  try {
    console.log((await connection.service(ScorecardService).getScorecard({ name: "scorecards/probed" })).name);
  } finally {
    connection.close();
  }
} catch (error) {
  if (error instanceof FieldsError) console.log(error.message);
  else if (error instanceof ServerError) {
    const answered = error.answered ? "True" : "False";
    const metadata = Object.entries(error.metadata).sort().map(([name, value]) => `('${name}', '${value}')`);
    console.log(error.code, answered, error.retryMs ?? "none", error.reason, `[${metadata.join(", ")}]`, error.message);
  } else throw error;
}
