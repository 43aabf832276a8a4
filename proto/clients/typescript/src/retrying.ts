import { Code, ConnectError } from "@connectrpc/connect";
import type { ServerError } from "./errors.js";

const FIRST_PAUSE = 200;
const LONGEST_PAUSE = 5_000;

/** Attempts at one call with a common deadline; times in milliseconds. */
export class Attempts {
  readonly #deadline: number;
  readonly #mayRepeat: boolean;
  #pause = FIRST_PAUSE;

  /** Starts the deadline; unless `mayRepeat`, only errors with a delay from the server are retried. */
  constructor(timeoutMs: number, mayRepeat: boolean) {
    this.#deadline = performance.now() + timeoutMs;
    this.#mayRepeat = mayRepeat;
  }

  /** Returns a whole number, as gRPC requires, of at least 1. */
  millisecondsLeft(): number {
    return Math.max(Math.ceil(this.#deadline - performance.now()), 1);
  }

  /** Waits for the next attempt; throws if the error is permanent, a retry could repeat a change, or time is short. */
  async pauseAfter(error: ServerError, signal: AbortSignal | undefined): Promise<void> {
    const delay = error.retryMs;
    if (delay === undefined && (error.answered || error.code !== Code.Unavailable || !this.#mayRepeat)) throw error;
    let pause = delay ?? 0;
    if (pause <= 0) {
      // A zero delay would overload a server that repeats it.
      pause = this.#pause * (0.5 + Math.random() / 2);
      this.#pause = Math.min(2 * this.#pause, LONGEST_PAUSE);
    }
    if (pause > this.millisecondsLeft()) throw error;
    await sleep(pause, signal);
  }
}

function sleep(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const cancelled = () => {
      clearTimeout(timer);
      reject(new ConnectError("The call was cancelled.", Code.Canceled));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", cancelled);
      resolve();
    }, milliseconds);
    if (signal?.aborted === true) cancelled();
    else signal?.addEventListener("abort", cancelled, { once: true });
  });
}
