import type { DescMessage, DescMethodStreaming, DescMethodUnary, DescService, MessageInitShape } from "@bufbuild/protobuf";
import {
  createClient,
  type Client,
  type ContextValues,
  type StreamResponse,
  type Transport,
  type UnaryResponse,
} from "@connectrpc/connect";
import { errorOf, FieldsError, ServerError } from "./errors.js";
import { messageText, type Language } from "./messages.js";
import { isRepeatable, withRequestId } from "./methods.js";
import { Attempts } from "./retrying.js";

const DEFAULT_TIMEOUT = 30_000;
const TOKEN = /^[!-~]+$/;

/** API key or identity provider token, or a function that returns the token of each call. */
export type TokenSource = string | (() => string | Promise<string>);

/** Options of every connection. */
export interface Options {
  /** Spaces and line breaks around the token are removed. */
  readonly token?: TokenSource;
  /** Language of errors; English by default. */
  readonly language?: Language;
  /** Milliseconds for a call with all its retries, 30,000 by default; a call can set its own `timeoutMs`. */
  readonly timeoutMs?: number;
  /**
   * Whether a call is repeated while the server is unreachable, if it changes nothing or has a request id; true by
   * default. A call that the server refuses with a delay is always repeated.
   */
  readonly waits?: boolean;
}

/** Address, encryption and transport of a connection. */
export interface Target {
  readonly address: string;
  readonly isEncrypted: boolean;
  readonly isLocal: boolean;
  readonly transport: Transport;
  readonly close?: () => void;
}

/**
 * Connection to a server, and transport of generated services: `connection.service(EvaluationService)`.
 *
 * It adds credentials, request ids, a deadline and retries to each call, and throws ServerError.
 */
export class Connection implements Transport {
  readonly #target: Target;
  readonly #token: TokenSource | undefined;
  readonly #language: Language;
  readonly #timeoutMs: number;
  readonly #waits: boolean;

  constructor(target: Target, options: Options) {
    this.#target = target;
    this.#token = options.token;
    this.#language = options.language ?? "en";
    this.#timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT;
    this.#waits = options.waits ?? true;
    if (this.#language !== "en" && this.#language !== "zh") {
      const slots = { found: String(this.#language), known: "en, zh" };
      throw new FieldsError({ language: messageText("NAME_WANTED", "en", slots) });
    }
    if (this.#token !== undefined && !target.isEncrypted && !target.isLocal) {
      throw new FieldsError({ token: messageText("IN_THE_CLEAR", this.#language, { address: target.address }) });
    }
    if (typeof this.#token === "string") this.#checked(this.#token);
  }

  /** Returns a client with one function for each method of a service. */
  service<Service extends DescService>(service: Service): Client<Service> {
    return createClient(service, this);
  }

  /** Ends the connection and its calls. */
  close(): void {
    this.#target.close?.();
  }

  async unary<I extends DescMessage, O extends DescMessage>(
    method: DescMethodUnary<I, O>,
    signal: AbortSignal | undefined,
    timeoutMs: number | undefined,
    header: HeadersInit | undefined,
    input: MessageInitShape<I>,
    contextValues?: ContextValues,
  ): Promise<UnaryResponse<I, O>> {
    const message = withRequestId<I>(method, input);
    const attempts = new Attempts(timeoutMs ?? this.#timeoutMs, this.#waits && isRepeatable(method, message));
    for (;;) {
      const sent = await this.#header(header);
      try {
        const left = attempts.millisecondsLeft();
        return await this.#target.transport.unary(method, signal, left, sent, message as MessageInitShape<I>, contextValues);
      } catch (cause) {
        const error = this.#error(cause);
        if (!(error instanceof ServerError)) throw error;
        await attempts.pauseAfter(error, signal);
      }
    }
  }

  async stream<I extends DescMessage, O extends DescMessage>(
    method: DescMethodStreaming<I, O>,
    signal: AbortSignal | undefined,
    timeoutMs: number | undefined,
    header: HeadersInit | undefined,
    input: AsyncIterable<MessageInitShape<I>>,
    contextValues?: ContextValues,
  ): Promise<StreamResponse<I, O>> {
    const sent = await this.#header(header);
    try {
      const response = await this.#target.transport.stream(method, signal, timeoutMs, sent, input, contextValues);
      return { ...response, message: this.#converted(response.message) };
    } catch (cause) {
      throw this.#error(cause);
    }
  }

  async *#converted<Answer>(answers: AsyncIterable<Answer>): AsyncGenerator<Answer> {
    try {
      yield* answers;
    } catch (cause) {
      throw this.#error(cause);
    }
  }

  #error(cause: unknown): Error {
    return errorOf(cause, this.#target.address, this.#target.isEncrypted, this.#language);
  }

  async #header(header: HeadersInit | undefined): Promise<Headers> {
    const sent = new Headers(header);
    sent.set("accept-language", this.#language);
    if (this.#token !== undefined) {
      const token = typeof this.#token === "string" ? this.#token : await this.#token();
      sent.set("authorization", `Bearer ${this.#checked(token)}`);
    }
    return sent;
  }

  #checked(token: string): string {
    const trimmed = token.trim();
    if (!TOKEN.test(trimmed)) throw new FieldsError({ token: messageText("NO_TOKEN", this.#language) });
    return trimmed;
  }
}

/** Returns whether a host is this machine. */
export function isLocalHost(host: string): boolean {
  return host === "localhost" || host === "[::1]" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);
}
