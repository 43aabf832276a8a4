import { fromBinary, type DescMessage, type MessageShape } from "@bufbuild/protobuf";
import { Code, ConnectError } from "@connectrpc/connect";
import {
  BadRequestSchema,
  ErrorInfoSchema,
  LocalizedMessageSchema,
  RequestInfoSchema,
  RetryInfoSchema,
} from "./generated/google/rpc/error_details_pb.js";
import type { ItemError } from "./generated/touchstone/v1/types_pb.js";
import { messageText, type Language, type MessageCode } from "./messages.js";

/** Invalid options or inputs; nothing was sent. `fields` has the error messages by name. */
export class FieldsError extends Error {
  override readonly name = "FieldsError";

  constructor(readonly fields: Readonly<Record<string, string>>) {
    super(Object.entries(fields).map(([name, text]) => `${name}: ${text}`).join(" "));
  }
}

/** Field that the server refuses. */
export interface WrongField {
  /** Path, such as `facts[penalties].value.unit`. */
  readonly field: string;
  /** The problem, the allowed values and the next step, in the language of the client. */
  readonly description: string;
  /** Code, such as `REQUIRED`. */
  readonly reason: string;
}

/** Detail of a status: the type name and the encoded message. */
export interface Detail {
  readonly type: string;
  readonly value: Uint8Array;
}

/** A server refused a call, could not be reached, or did not answer in time. */
export class ServerError extends Error {
  override readonly name = "ServerError";
  /** Stable code, such as `VERSION_NOT_IN_FORCE`; empty if the server did not answer. */
  readonly reason: string;
  /** More values of the reason. */
  readonly metadata: Readonly<Record<string, string>>;
  readonly wrongFields: readonly WrongField[];
  /** Error messages by field path. */
  readonly fields: Readonly<Record<string, string>>;
  /** Milliseconds after which the same call may be repeated; undefined if the server states no delay. */
  readonly retryMs: number | undefined;
  /** Id of the call in the log of the server; empty if the server did not answer. */
  readonly callId: string;

  /** `answered` is true for a refusal by the server, and false if no answer arrived. */
  constructor(readonly code: Code, message: string, details: readonly Detail[], readonly answered: boolean, cause?: unknown) {
    const detail = <Schema extends DescMessage>(schema: Schema): MessageShape<Schema> | undefined => {
      const encoded = details.find((each) => each.type === schema.typeName);
      return encoded && fromBinary(schema, encoded.value);
    };
    super(detail(LocalizedMessageSchema)?.message || message, { cause });
    const information = detail(ErrorInfoSchema);
    this.reason = information?.reason ?? "";
    this.metadata = information?.metadata ?? {};
    this.wrongFields = (detail(BadRequestSchema)?.fieldViolations ?? []).map((violation) => ({
      field: violation.field,
      description: violation.localizedMessage?.message || violation.description,
      reason: violation.reason,
    }));
    this.fields = Object.fromEntries(this.wrongFields.map((wrong) => [wrong.field, wrong.description]));
    const retry = detail(RetryInfoSchema);
    const delay = retry?.retryDelay;
    this.retryMs = retry && Number(delay?.seconds ?? 0n) * 1_000 + (delay?.nanos ?? 0) / 1e6;
    this.callId = detail(RequestInfoSchema)?.requestId ?? "";
  }
}

/** Returns the error of one answer of a stream, with reason and fields. */
export function errorOfItem(item: ItemError): ServerError {
  const details = item.details.map((detail) => ({ type: typeName(detail.typeUrl), value: detail.value }));
  return new ServerError(item.code, item.message, details, true);
}

/** Returns the name of a message type in a type URL. */
export function typeName(url: string): string {
  return url.slice(url.lastIndexOf("/") + 1);
}

const FAILURES: Partial<Record<Code, MessageCode>> = {
  [Code.DeadlineExceeded]: "NO_ANSWER_IN_TIME",
  [Code.ResourceExhausted]: "MESSAGE_TOO_LARGE",
};

const HANDSHAKE_FAILURES: readonly (readonly [RegExp, MessageCode])[] = [
  [/ERR_TLS_CERT_ALTNAME_INVALID|does not match certificate's altnames/, "OTHER_HOST_NAME"],
  [/self.signed certificate|unable to (?:verify|get)[^]*certificate|certificate has expired/i, "UNTRUSTED_CERTIFICATE"],
  [/wrong version number|packet length too long/i, "NO_TLS"],
];

/** Returns the error of a failed call; without an answer of the server, the client provides the message. */
export function errorOf(cause: unknown, address: string, encrypted: boolean, language: Language): Error {
  if (cause instanceof ServerError || cause instanceof FieldsError) return cause;
  const error = ConnectError.from(cause);
  const details = error.details.filter((detail): detail is Detail & { type: string } => "type" in detail);
  if (details.length > 0) return new ServerError(error.code, error.rawMessage, details, true, cause);
  const handshake = HANDSHAKE_FAILURES.find(([pattern]) => pattern.test(`${error.rawMessage} ${String(error.cause)}`))?.[1];
  const code = handshake === undefined ? error.code : Code.Unavailable; // connect reports an internal error
  const unreachable = handshake ?? (encrypted ? "UNREACHABLE_WITH_TLS" : "UNREACHABLE");
  const failure = code === Code.Unavailable ? unreachable : (FAILURES[code] ?? "BROKEN_OFF");
  const text = messageText(failure, language, { address, details: error.rawMessage });
  return new ServerError(code, text, [], false, cause);
}
