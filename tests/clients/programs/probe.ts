// Read a scorecard with options, and print it or the error: node probe.js ADDRESS [OPTION=VALUE]... [-- ADDRESS ...]
import { connect, FieldsError, ServerError, type NodeOptions } from "touchstone-client/node";
import { ScorecardService } from "touchstone-client/v1/scorecard_service";

async function probe(address: string, inputs: string[]): Promise<void> {
  const named = Object.fromEntries(inputs.map((input) => input.split("=", 2))) as Record<string, string>;
  const { timeout, tls, waits, ...others } = named;
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
      const text = error.message.replaceAll("\n", " ");
      const metadata = Object.entries(error.metadata).sort().map(([name, value]) => `('${name}', '${value}')`);
      console.log(error.code, answered, error.retryMs ?? "none", error.reason, `[${metadata.join(", ")}]`, text);
    } else throw error;
  }
}

for (const each of process.argv.slice(2).join("\n").split("\n--\n")) {
  const [address = "", ...inputs] = each.split("\n");
  await probe(address, inputs);
}
