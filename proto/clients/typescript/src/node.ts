/** Client of a Touchstone server for Node, over gRPC. */
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createGrpcTransport, Http2SessionManager } from "@connectrpc/connect-node";
import { Connection, isLocalHost, type Options } from "./connection.js";
import { FieldsError } from "./errors.js";
import { messageText } from "./messages.js";

export * from "./index.js";

/** Options of a connection over gRPC. Each PEM file is named by its path. */
export interface NodeOptions extends Options {
  /** Whether to encrypt the connection with the authorities that Node trusts. */
  readonly tls?: boolean;
  /** PEM file of the authorities to trust; implies `tls`. */
  readonly ca?: string;
  /** PEM file of the client certificate (mutual TLS); implies `tls`. */
  readonly certificate?: string;
  /** PEM file of the private key of the client certificate. */
  readonly key?: string;
}

/** Configures the connection to `host:port`; nothing is sent before the first call. */
export function connect(address: string, options: NodeOptions = {}): Connection {
  const language = options.language === "zh" ? "zh" : "en";
  if ((options.certificate === undefined) !== (options.key === undefined)) {
    const missing = options.certificate === undefined ? "certificate" : "key";
    throw new FieldsError({ [missing]: messageText("TOGETHER", language) });
  }
  const isEncrypted = options.tls === true || options.ca !== undefined || options.certificate !== undefined;
  const baseUrl = `${isEncrypted ? "https" : "http"}://${address}`;
  const sessionManager = new Http2SessionManager(baseUrl, undefined, {
    ...(options.ca !== undefined && { ca: readFileSync(options.ca) }),
    ...(options.certificate !== undefined && { cert: readFileSync(options.certificate) }),
    ...(options.key !== undefined && { key: readFileSync(options.key) }),
  });
  const transport = createGrpcTransport({ baseUrl, sessionManager });
  const host = address.slice(0, address.lastIndexOf(":"));
  const close = () => sessionManager.abort();
  return new Connection({ address, isEncrypted, isLocal: isLocalHost(host), transport, close }, options);
}

/** Returns a token source that reads a file for each call, so that a replaced token takes effect. */
export function tokenFile(path: string): () => Promise<string> {
  return () => readFile(path, "utf-8");
}
