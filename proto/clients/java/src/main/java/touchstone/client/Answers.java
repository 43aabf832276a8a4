package touchstone.client;

import io.grpc.ClientCall;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ClientResponseObserver;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/** Answers of a stream, to be read by one thread; reading throws ServerException if the call fails. */
public final class Answers<A> implements Iterable<A>, Iterator<A>, AutoCloseable {
  private final BlockingQueue<Result<A>> results = new LinkedBlockingQueue<>();
  private final Function<StatusRuntimeException, ServerException> toException;
  private volatile ClientCallStreamObserver<?> call;
  private Result<A> next;

  <Q> Answers(
      ClientCall<Q, A> call, Iterable<Q> requests, Function<StatusRuntimeException, ServerException> toException) {
    this.toException = toException;
    ClientCalls.asyncBidiStreamingCall(call, new Observer<>(requests.iterator()));
  }

  @Override
  public Iterator<A> iterator() {
    return this;
  }

  @Override
  public boolean hasNext() {
    if (next == null) {
      try {
        next = results.take();
      } catch (InterruptedException error) {
        Thread.currentThread().interrupt();
        close();
        throw new IllegalStateException("The thread was interrupted.", error);
      }
    }
    if (next.error != null) {
      throw next.error;
    }
    return next.answer.isPresent();
  }

  @Override
  public A next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    A answer = next.answer.orElseThrow();
    next = null;
    call.request(1);
    return answer;
  }

  /** Cancels the call unless it has ended. */
  @Override
  public void close() {
    call.cancel("closed by the caller", null);
  }

  /** Answer, error, or end of the stream if both are absent. */
  private static final class Result<A> {
    final Optional<A> answer;
    final RuntimeException error;

    Result(A answer, RuntimeException error) {
      this.answer = Optional.ofNullable(answer);
      this.error = error;
    }
  }

  /** Sends requests while the connection accepts them, and queues answers. One answer at a time is requested. */
  private final class Observer<Q> implements ClientResponseObserver<Q, A> {
    private final Iterator<Q> requests;
    private boolean isComplete;

    Observer(Iterator<Q> requests) {
      this.requests = requests;
    }

    @Override
    public void beforeStart(ClientCallStreamObserver<Q> stream) {
      call = stream;
      stream.disableAutoRequestWithInitial(1);
      stream.setOnReadyHandler(() -> send(stream));
    }

    private void send(ClientCallStreamObserver<Q> stream) {
      try {
        while (!isComplete && stream.isReady()) {
          if (requests.hasNext()) {
            stream.onNext(requests.next());
          } else {
            isComplete = true;
            stream.onCompleted();
          }
        }
      } catch (RuntimeException error) { // the caller's iterator failed
        isComplete = true;
        results.add(new Result<>(null, error));
        stream.cancel("the requests ended with an error", error);
      }
    }

    @Override
    public void onNext(A answer) {
      results.add(new Result<>(answer, null));
    }

    @Override
    public void onError(Throwable error) {
      StatusRuntimeException failed =
          error instanceof StatusRuntimeException
              ? (StatusRuntimeException) error
              : io.grpc.Status.fromThrowable(error).asRuntimeException();
      results.add(new Result<>(null, toException.apply(failed)));
    }

    @Override
    public void onCompleted() {
      results.add(new Result<>(null, null));
    }
  }
}
