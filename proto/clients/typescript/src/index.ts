/**
 * Client of a Touchstone server for browsers, and the parts that Node shares: connections, errors and pages.
 *
 * Programs in Node import `connect` from "touchstone-client/node", which calls over gRPC.
 */
export { connectHttp, type HttpOptions } from "./http_transport.js";
export { Connection, type Options, type TokenSource } from "./connection.js";
export { errorOfItem, FieldsError, ServerError, type WrongField } from "./errors.js";
export { pages } from "./pages.js";
