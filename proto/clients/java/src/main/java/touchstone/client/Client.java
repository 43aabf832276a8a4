package touchstone.client;

import com.google.protobuf.Message;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ChannelCredentials;
import io.grpc.ClientInterceptors;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.StatusRuntimeException;
import io.grpc.TlsChannelCredentials;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Connection to a Touchstone server; safe to use from several threads.
 *
 * <p>Methods are named by the descriptors of the generated stubs, such as {@code
 * EvaluationServiceGrpc.getEvaluateSubjectMethod()}. Each call has credentials, a request id, a deadline and retries.
 * Calls throw {@link ServerException} if the server refuses or does not answer in time.
 */
public final class Client implements AutoCloseable {
  private static final Pattern TOKEN = Pattern.compile("[!-~]+");
  private static final Pattern IP = Pattern.compile("[0-9.]+|\\[[0-9a-fA-F:.]+]");
  private static final Metadata.Key<String> LANGUAGE = asciiKey("accept-language");
  private static final Metadata.Key<String> AUTHORIZATION = asciiKey("authorization");

  private final String address;
  private final String language;
  private final Supplier<String> token;
  private final Duration timeout;
  private final boolean waits;
  private final boolean encrypted;
  private final ManagedChannel channel;

  private Client(Builder builder) {
    address = builder.address;
    language = builder.language;
    token = builder.token;
    timeout = builder.timeout;
    waits = builder.waits;
    encrypted = builder.isEncrypted();
    channel =
        Grpc.newChannelBuilder(address, builder.credentials())
            .maxInboundMessageSize(Integer.MAX_VALUE)
            .disableRetry()
            .build();
  }

  /** Starts the configuration of a connection to host:port. */
  public static Builder to(String address) {
    return new Builder(address);
  }

  /** Returns a token source that reads a file for each call, so that a replaced token takes effect. */
  public static Supplier<String> tokenFile(Path path) {
    return () -> {
      try {
        return Files.readString(path);
      } catch (IOException error) {
        throw new UncheckedIOException(error);
      }
    };
  }

  /** Calls a method with one request and one answer. */
  public <Q extends Message, A> A call(MethodDescriptor<Q, A> method, Q request) {
    return call(method, request, timeout);
  }

  /** Calls a method within a time limit, retries included. */
  public <Q extends Message, A> A call(MethodDescriptor<Q, A> method, Q request, Duration timeout) {
    Method properties = Method.of(method);
    Q identified = properties.withRequestId(request);
    Attempts attempts = new Attempts(timeout, waits && properties.isRepeatable(identified));
    while (true) {
      try {
        return ClientCalls.blockingUnaryCall(withMetadata(), method, attempts.callOptions(), identified);
      } catch (StatusRuntimeException error) {
        attempts.pauseAfter(serverException(error));
      }
    }
  }

  /** Returns the pages of a method. The timeout applies to each page. */
  public <Q extends Message, A extends Message> Iterable<A> pages(MethodDescriptor<Q, A> method, Q request) {
    return () -> new Pages<>(page -> call(method, page), request);
  }

  /** Calls a method that answers with a stream, without retries and without the default timeout. */
  public <Q extends Message, A> Answers<A> stream(MethodDescriptor<Q, A> method, Q request) {
    return stream(method, List.of(request));
  }

  /**
   * Calls a method with a stream of requests, without retries and without the default timeout.
   *
   * <p>If reading throws ServerException, send the requests without an answer again, with the same request ids.
   */
  public <Q extends Message, A> Answers<A> stream(MethodDescriptor<Q, A> method, Iterable<Q> requests) {
    return new Answers<>(withMetadata().newCall(method, CallOptions.DEFAULT), requests, this::serverException);
  }

  /** Ends the connection and its calls. */
  @Override
  public void close() {
    channel.shutdownNow();
    try {
      channel.awaitTermination(1, TimeUnit.SECONDS);
    } catch (InterruptedException error) {
      Thread.currentThread().interrupt();
    }
  }

  private Channel withMetadata() {
    Metadata metadata = new Metadata();
    metadata.put(LANGUAGE, language);
    if (token != null) {
      metadata.put(AUTHORIZATION, "Bearer " + checkedToken(token.get(), language));
    }
    return ClientInterceptors.intercept(channel, MetadataUtils.newAttachHeadersInterceptor(metadata));
  }

  private ServerException serverException(StatusRuntimeException error) {
    return ServerException.of(error, address, encrypted, language);
  }

  private static String checkedToken(String token, String language) {
    String trimmed = token.strip();
    if (!TOKEN.matcher(trimmed).matches()) {
      throw new FieldsException(Map.of("token", Messages.text("NO_TOKEN", language, Map.of())));
    }
    return trimmed;
  }

  private static Metadata.Key<String> asciiKey(String name) {
    return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
  }

  /** Options of a connection. */
  public static final class Builder {
    private final String address;
    private Supplier<String> token;
    private boolean tls;
    private Path ca;
    private Path certificate;
    private Path key;
    private String language = "en";
    private Duration timeout = Duration.ofSeconds(30);
    private boolean waits = true;

    private Builder(String address) {
      this.address = address;
    }

    /** Sets an API key or identity provider token. Spaces and line breaks around it are removed. */
    public Builder token(String token) {
      return token(() -> token);
    }

    /** Sets a function that returns the token of each call, such as {@link Client#tokenFile}. */
    public Builder token(Supplier<String> token) {
      this.token = token;
      return this;
    }

    /** Encrypts the connection with the authorities that Java trusts. */
    public Builder tls() {
      tls = true;
      return this;
    }

    /** Encrypts the connection with the authorities in a PEM file. */
    public Builder ca(Path ca) {
      this.ca = ca;
      return this;
    }

    /** Authenticates the client with two PEM files (mutual TLS); the key is in PKCS 8 form. */
    public Builder certificate(Path certificate, Path key) {
      this.certificate = certificate;
      this.key = key;
      return this;
    }

    /** Sets the language of errors: "en" (default) or "zh". */
    public Builder language(String language) {
      this.language = language;
      return this;
    }

    /** Limits a call, retries included; the default is 30 seconds. */
    public Builder timeout(Duration timeout) {
      this.timeout = timeout;
      return this;
    }

    /**
     * Sets whether a call is repeated while the server is unreachable, if it changes nothing or has a request id; true
     * by default. A call that the server refuses with a delay is always repeated.
     */
    public Builder waits(boolean waits) {
      this.waits = waits;
      return this;
    }

    /**
     * Configures the connection; nothing is sent before the first call.
     *
     * @throws FieldsException if an option is invalid, or a token would leave this machine unencrypted
     */
    public Client build() {
      if (!language.equals("en") && !language.equals("zh")) {
        Map<String, String> slots = Map.of("found", language, "known", "en, zh");
        throw new FieldsException(Map.of("language", Messages.text("NAME_WANTED", "en", slots)));
      }
      Map<String, String> wrong = new LinkedHashMap<>();
      if ((certificate == null) != (key == null)) {
        wrong.put(certificate == null ? "certificate" : "key", Messages.text("TOGETHER", language, Map.of()));
      }
      if (token != null && !isEncrypted() && !isLocal()) {
        wrong.put("token", Messages.text("IN_THE_CLEAR", language, Map.of("address", address)));
      }
      if (!wrong.isEmpty()) {
        throw new FieldsException(wrong);
      }
      return new Client(this);
    }

    private boolean isEncrypted() {
      return tls || ca != null || certificate != null;
    }

    private ChannelCredentials credentials() {
      if (!isEncrypted()) {
        return InsecureChannelCredentials.create();
      }
      TlsChannelCredentials.Builder credentials = TlsChannelCredentials.newBuilder();
      try {
        if (ca != null) {
          credentials.trustManager(ca.toFile());
        }
        if (certificate != null) {
          credentials.keyManager(certificate.toFile(), key.toFile());
        }
      } catch (IOException error) {
        throw new UncheckedIOException(error);
      }
      return credentials.build();
    }

    private boolean isLocal() {
      String host = address.substring(0, Math.max(address.lastIndexOf(':'), 0));
      if (host.equals("localhost")) {
        return true;
      }
      if (!IP.matcher(host).matches()) { // other names are not resolved
        return false;
      }
      try {
        return InetAddress.getByName(host).isLoopbackAddress();
      } catch (UnknownHostException error) {
        return false;
      }
    }
  }
}
