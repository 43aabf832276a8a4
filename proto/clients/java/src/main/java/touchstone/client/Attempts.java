package touchstone.client;

import io.grpc.CallOptions;
import io.grpc.Status;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Attempts at one call with a common deadline. */
final class Attempts {
  private static final long LONGEST_PAUSE = TimeUnit.SECONDS.toNanos(5);

  private final long deadline;
  private final boolean mayRepeat;
  private long pause = TimeUnit.MILLISECONDS.toNanos(200);

  /** Starts the deadline; unless {@code mayRepeat}, only errors with a delay from the server are retried. */
  Attempts(Duration timeout, boolean mayRepeat) {
    this.deadline = System.nanoTime() + timeout.toNanos();
    this.mayRepeat = mayRepeat;
  }

  CallOptions callOptions() {
    return CallOptions.DEFAULT.withDeadlineAfter(Math.max(nanosLeft(), 1), TimeUnit.NANOSECONDS);
  }

  /** Waits for the next attempt; throws the error if it is permanent, a retry could repeat a change, or time is short. */
  void pauseAfter(ServerException error) {
    boolean lost = !error.isAnswered() && error.code() == Status.Code.UNAVAILABLE;
    if (error.retryDelay().isEmpty() && !(lost && mayRepeat)) {
      throw error;
    }
    long wait = error.retryDelay().map(Duration::toNanos).orElse(0L);
    if (wait <= 0) { // a zero delay would overload a server that repeats it
      wait = ThreadLocalRandom.current().nextLong(pause / 2, pause);
      pause = Math.min(2 * pause, LONGEST_PAUSE);
    }
    if (wait > nanosLeft()) {
      throw error;
    }
    try {
      TimeUnit.NANOSECONDS.sleep(wait);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw error;
    }
  }

  private long nanosLeft() {
    return deadline - System.nanoTime();
  }
}
