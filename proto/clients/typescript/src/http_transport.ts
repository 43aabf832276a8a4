/** Transport over JSON and HTTP for browsers. It maps each method by its HTTP rule in the API definition. */
import {
  create,
  createRegistry,
  fromJson,
  fromJsonString,
  toJson,
  type DescMessage,
  type DescMethod,
  type DescMethodStreaming,
  type DescMethodUnary,
  type JsonObject,
  type JsonValue,
  type MessageInitShape,
  type MessageShape,
} from "@bufbuild/protobuf";
import { Code, ConnectError, type StreamResponse, type Transport, type UnaryResponse } from "@connectrpc/connect";
import { Connection, isLocalHost, type Options } from "./connection.js";
import { ServerError, typeName } from "./errors.js";
import type { HttpRule } from "./generated/google/api/http_pb.js";
import { file_google_rpc_error_details } from "./generated/google/rpc/error_details_pb.js";
import { StatusSchema } from "./generated/google/rpc/status_pb.js";
import { httpRule } from "./methods.js";

/** Options of a connection over HTTP. */
export interface HttpOptions extends Options {
  /** Replaces `fetch`, for example in tests. */
  readonly fetch?: typeof fetch;
}

const LINES = "application/x-ndjson";
const DETAILS = createRegistry(file_google_rpc_error_details);
const VARIABLE = /\{(\w+)(?:=[^}]*)?\}/g;

/**
 * Configures the connection to the HTTP address of a server, by default the origin of the page.
 *
 * A browser sends calls only to the origin of the page, because a server does not allow other websites to call it.
 */
export function connectHttp(baseUrl: string = globalThis.location.origin, options: HttpOptions = {}): Connection {
  const url = new URL(baseUrl);
  const transport = new HttpTransport(baseUrl.replace(/\/$/, ""), options.fetch ?? ((...sent) => fetch(...sent)));
  const target = { address: url.host, isEncrypted: url.protocol === "https:", isLocal: isLocalHost(url.hostname), transport };
  return new Connection(target, options);
}

class HttpTransport implements Transport {
  constructor(
    readonly baseUrl: string,
    readonly fetch: typeof globalThis.fetch,
  ) {}

  async unary<I extends DescMessage, O extends DescMessage>(
    method: DescMethodUnary<I, O>,
    signal: AbortSignal | undefined,
    timeoutMs: number | undefined,
    header: HeadersInit | undefined,
    input: MessageInitShape<I>,
  ): Promise<UnaryResponse<I, O>> {
    const response = await this.#send(method, [create(method.input, input)], signal, timeoutMs, header);
    const body = await response.text().catch((cause: unknown) => {
      throw failure(cause, signal);
    });
    const message = fromJsonString(method.output, body, { ignoreUnknownFields: true, registry: DETAILS });
    return { stream: false, service: method.parent, method, header: response.headers, trailer: new Headers(), message };
  }

  async stream<I extends DescMessage, O extends DescMessage>(
    method: DescMethodStreaming<I, O>,
    signal: AbortSignal | undefined,
    timeoutMs: number | undefined,
    header: HeadersInit | undefined,
    input: AsyncIterable<MessageInitShape<I>>,
  ): Promise<StreamResponse<I, O>> {
    const requests: MessageShape<I>[] = [];
    for await (const each of input) requests.push(create(method.input, each)); // browsers send no streams
    const response = await this.#send(method, requests, signal, timeoutMs, header);
    const message = answers(method, response);
    return { stream: true, service: method.parent, method, header: response.headers, trailer: new Headers(), message };
  }

  async #send<I extends DescMessage>(
    method: DescMethod & { input: I },
    messages: readonly MessageShape<I>[],
    signal: AbortSignal | undefined,
    timeoutMs: number | undefined,
    header: HeadersInit | undefined,
  ): Promise<Response> {
    const { verb, path, bodies } = requestOf(method, messages);
    const headers = new Headers(header);
    const request: RequestInit = { method: verb, headers };
    if (verb === "POST") {
      headers.set("content-type", isClientStream(method) ? LINES : "application/json");
      request.body = bodies.map((body) => `${JSON.stringify(body)}\n`).join("");
    }
    const signals = signal === undefined ? [] : [signal];
    if (timeoutMs !== undefined) {
      headers.set("grpc-timeout", `${Math.ceil(timeoutMs)}m`);
      signals.push(AbortSignal.timeout(timeoutMs));
    }
    request.signal = AbortSignal.any(signals);
    const response = await this.fetch(`${this.baseUrl}${path}`, request).catch((cause: unknown) => {
      throw failure(cause, signal);
    });
    if (!response.ok) throw await refusal(response);
    return response;
  }
}

function isClientStream(method: DescMethod): boolean {
  return method.methodKind === "client_streaming" || method.methodKind === "bidi_streaming";
}

interface HttpRequest {
  readonly verb: "GET" | "POST";
  readonly path: string;
  readonly bodies: readonly JsonObject[];
}

/** Returns the HTTP request of a call, by the first rule with a value for each variable of its path. */
function requestOf<I extends DescMessage>(method: DescMethod & { input: I }, messages: readonly MessageShape<I>[]): HttpRequest {
  const declared = httpRule(method);
  if (declared === undefined) throw new ConnectError(`${method.name} is not available over HTTP.`, Code.Unimplemented);
  const plain = messages.map((message) => toJson(method.input, message) as JsonObject);
  const first = plain[0] ?? {};
  const jsonName = (variable: string) => method.input.fields.find((field) => field.name === variable)?.jsonName ?? "";
  const valueOf = (variable: string) => first[jsonName(variable)];
  const isComplete = (rule: HttpRule) => variables(rule).every((variable) => valueOf(variable) !== undefined);
  const rule = [declared, ...declared.additionalBindings].find(isComplete) ?? declared;
  const inPath = variables(rule).map(jsonName);
  const bodies = plain.map((body) => Object.fromEntries(Object.entries(body).filter(([name]) => !inPath.includes(name))));
  const path = template(rule).replace(VARIABLE, (_, variable: string) =>
    String(valueOf(variable) ?? "").split("/").map(encodeURIComponent).join("/"),
  );
  if (rule.pattern.case !== "get") return { verb: "POST", path, bodies };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(bodies[0] ?? {}))
    for (const each of Array.isArray(value) ? value : [value]) query.append(name, String(each));
  return { verb: "GET", path: query.size > 0 ? `${path}?${query}` : path, bodies };
}

function template(rule: HttpRule): string {
  return rule.pattern.case === "get" || rule.pattern.case === "post" ? rule.pattern.value : "";
}

function variables(rule: HttpRule): string[] {
  return [...template(rule).matchAll(VARIABLE)].map((match) => match[1] ?? "");
}

/** Yields the answers of a stream: one JSON document, or one on each line. */
async function* answers<O extends DescMessage>(method: DescMethod & { output: O }, response: Response): AsyncGenerator<MessageShape<O>> {
  const parsed = (line: string) => fromJsonString(method.output, line, { ignoreUnknownFields: true, registry: DETAILS });
  if (method.methodKind === "client_streaming") {
    yield parsed(await response.text());
    return;
  }
  for await (const line of lines(response)) {
    const plain = JSON.parse(line) as JsonObject;
    // A line with an error and nothing else ends an interrupted stream. An answer with an error has a request id, too.
    if (Object.keys(plain).join() === "error") throw statusError(plain["error"] ?? {});
    yield parsed(line);
  }
}

async function* lines(response: Response): AsyncGenerator<string> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const read = await reader?.read();
    if (read === undefined || read.done) break;
    const complete = (rest + read.value).split("\n");
    rest = complete.pop() ?? "";
    yield* complete.filter((line) => line.trim() !== "");
  }
  if (rest.trim() !== "") yield rest;
}

async function refusal(response: Response): Promise<Error> {
  const body = await response.text();
  try {
    return statusError(JSON.parse(body) as JsonValue);
  } catch {
    return new ConnectError(`HTTP status ${response.status}`, response.status >= 502 ? Code.Unavailable : Code.Unknown);
  }
}

function statusError(plain: JsonValue): ServerError {
  const status = fromJson(StatusSchema, plain, { ignoreUnknownFields: true, registry: DETAILS });
  const details = status.details.map((detail) => ({ type: typeName(detail.typeUrl), value: detail.value }));
  return new ServerError(status.code, status.message, details, true);
}

function failure(cause: unknown, signal: AbortSignal | undefined): ConnectError {
  const isTimeout = cause instanceof DOMException && cause.name === "TimeoutError";
  const code = isTimeout ? Code.DeadlineExceeded : signal?.aborted === true ? Code.Canceled : Code.Unavailable;
  const because = cause instanceof Error && cause.cause instanceof Error ? cause.cause.message : String(cause);
  return new ConnectError(because, code, undefined, undefined, cause);
}
