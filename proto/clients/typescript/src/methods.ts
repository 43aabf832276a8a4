import { create, getOption, hasOption, type DescMethod, type DescMessage, type MessageInitShape, type MessageShape } from "@bufbuild/protobuf";
import { http } from "./generated/google/api/annotations_pb.js";
import type { HttpRule } from "./generated/google/api/http_pb.js";
import { reads_only } from "./generated/touchstone/v1/options_pb.js";

/** Returns the HTTP rule of a method, if it has one. */
export function httpRule(method: DescMethod): HttpRule | undefined {
  return hasOption(method, http) ? getOption(method, http) : undefined;
}

/** Returns whether a method changes nothing. */
export function readsOnly(method: DescMethod): boolean {
  return getOption(method, reads_only) || httpRule(method)?.pattern.case === "get";
}

/** Returns the request message, with a new request id if the method has one and the request does not. */
export function withRequestId<Input extends DescMessage>(
  method: DescMethod & { input: Input },
  input: MessageInitShape<Input>,
): MessageShape<Input> {
  const message = create(method.input, input);
  if (readsOnly(method) || requestId(method, message) !== "") return message;
  const identified = { ...message, requestId: crypto.randomUUID() };
  return create(method.input, identified as MessageInitShape<Input>);
}

/** Returns whether repeating a call cannot take effect twice. */
export function isRepeatable(method: DescMethod, message: object): boolean {
  return readsOnly(method) || (hasRequestId(method) && requestId(method, message) !== "");
}

function hasRequestId(method: DescMethod): boolean {
  return method.input.field["requestId"] !== undefined;
}

function requestId(method: DescMethod, message: object): string {
  return hasRequestId(method) ? (message as { requestId: string }).requestId : "";
}
