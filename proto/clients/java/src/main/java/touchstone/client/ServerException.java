package touchstone.client;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import touchstone.v1.ItemError;

/** A server refused a call, could not be reached, or did not answer in time. */
public final class ServerException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final Metadata.Key<byte[]> STATUS =
      Metadata.Key.of("grpc-status-details-bin", Metadata.BINARY_BYTE_MARSHALLER);

  private final Status.Code code;
  private final boolean answered;
  private final transient Details details;

  private ServerException(Status.Code code, String message, Details details, boolean answered, Throwable cause) {
    super(details.message.isEmpty() ? message : details.message, cause);
    this.code = code;
    this.details = details;
    this.answered = answered;
  }

  /** Returns the error of one answer of a stream, with reason and fields. */
  public static ServerException ofItem(ItemError error) {
    Details details = new Details();
    error.getDetailsList().forEach(detail -> details.read(detail.getTypeUrl(), detail.getValue()));
    return new ServerException(codeOf(error.getCode()), error.getMessage(), details, true, null);
  }

  /** Returns the error of a failed call. Without an answer of the server, the client provides the message. */
  static ServerException of(StatusRuntimeException error, String address, boolean encrypted, String language) {
    Status status = error.getStatus();
    byte[] encoded = error.getTrailers() == null ? null : error.getTrailers().get(STATUS);
    if (encoded != null) {
      Details details = new Details();
      for (ByteString detail : bytes(parse(ByteString.copyFrom(encoded)), 3)) {
        UnknownFieldSet any = parse(detail);
        details.read(text(any, 1), bytes(any, 2).stream().findFirst().orElse(ByteString.EMPTY));
      }
      return new ServerException(status.getCode(), status.getDescription(), details, true, error);
    }
    String cause = causes(status);
    String text = Messages.text(failureCode(status, cause, encrypted), language, Map.of("address", address, "details", cause));
    return new ServerException(status.getCode(), text, new Details(), false, error);
  }

  /** Returns the gRPC status code. */
  public Status.Code code() {
    return code;
  }

  /** Returns whether the server itself returned the error; false if no answer arrived. */
  public boolean isAnswered() {
    return answered;
  }

  /** Returns a stable code, such as {@code VERSION_NOT_IN_FORCE}; empty if the server did not answer. */
  public String reason() {
    return details.reason;
  }

  /** Returns more values of the reason. */
  public Map<String, String> metadata() {
    return details.metadata;
  }

  /** Returns the refused fields. */
  public List<WrongField> wrongFields() {
    return details.wrongFields;
  }

  /** Returns the error messages by field path. */
  public Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    details.wrongFields.forEach(wrong -> fields.put(wrong.field(), wrong.description()));
    return fields;
  }

  /** Returns the time after which the same call may be repeated; empty if the server states no delay. */
  public Optional<Duration> retryDelay() {
    return Optional.ofNullable(details.retryDelay);
  }

  /** Returns the id of the call in the log of the server; empty if the server did not answer. */
  public String callId() {
    return details.callId;
  }

  private static Status.Code codeOf(int value) {
    return Status.fromCodeValue(value).getCode();
  }

  private static String causes(Status status) {
    StringBuilder text = new StringBuilder(status.getDescription() == null ? "" : status.getDescription());
    for (Throwable cause = status.getCause(); cause != null; cause = cause.getCause()) {
      text.append(text.length() == 0 ? "" : ": ").append(cause.getMessage());
    }
    return text.toString();
  }

  private static String failureCode(Status status, String cause, boolean encrypted) {
    switch (status.getCode()) {
      case DEADLINE_EXCEEDED:
        return "NO_ANSWER_IN_TIME";
      case RESOURCE_EXHAUSTED:
        return "MESSAGE_TOO_LARGE";
      case UNAVAILABLE:
        break;
      default:
        return "BROKEN_OFF";
    }
    if (cause.contains("subject alternative") || cause.contains("No name matching")) {
      return "OTHER_HOST_NAME";
    }
    if (cause.contains("PKIX") || cause.contains("NotAfter")) {
      return "UNTRUSTED_CERTIFICATE";
    }
    if (cause.contains("not an SSL/TLS record") || cause.contains("plaintext connection")) {
      return "NO_TLS";
    }
    return encrypted ? "UNREACHABLE_WITH_TLS" : "UNREACHABLE";
  }

  private static UnknownFieldSet parse(ByteString content) {
    try {
      return UnknownFieldSet.parseFrom(content);
    } catch (InvalidProtocolBufferException error) {
      return UnknownFieldSet.getDefaultInstance();
    }
  }

  private static List<ByteString> bytes(UnknownFieldSet message, int field) {
    return message.getField(field).getLengthDelimitedList();
  }

  private static String text(UnknownFieldSet message, int field) {
    List<ByteString> values = bytes(message, field);
    return values.isEmpty() ? "" : values.get(values.size() - 1).toStringUtf8();
  }

  private static long number(UnknownFieldSet message, int field) {
    List<Long> values = message.getField(field).getVarintList();
    return values.isEmpty() ? 0 : values.get(values.size() - 1);
  }

  /**
   * Details of a status. Their wire format is read, because old versions of their Java package lack fields, and a copy
   * of the package would conflict with the one of the program.
   */
  private static final class Details {
    String message = "";
    String reason = "";
    String callId = "";
    Duration retryDelay;
    final Map<String, String> metadata = new LinkedHashMap<>();
    final List<WrongField> wrongFields = new ArrayList<>();

    void read(String typeUrl, ByteString content) {
      UnknownFieldSet detail = parse(content);
      switch (typeUrl.substring(typeUrl.lastIndexOf('/') + 1)) {
        case "google.rpc.ErrorInfo":
          reason = text(detail, 1);
          for (ByteString entry : bytes(detail, 3)) {
            metadata.put(text(parse(entry), 1), text(parse(entry), 2));
          }
          break;
        case "google.rpc.BadRequest":
          for (ByteString violation : bytes(detail, 1)) {
            wrongFields.add(wrongField(parse(violation)));
          }
          break;
        case "google.rpc.RetryInfo":
          UnknownFieldSet delay = parse(bytes(detail, 1).stream().findFirst().orElse(ByteString.EMPTY));
          retryDelay = Duration.ofSeconds(number(delay, 1), number(delay, 2));
          break;
        case "google.rpc.LocalizedMessage":
          message = text(detail, 2);
          break;
        case "google.rpc.RequestInfo":
          callId = text(detail, 1);
          break;
        default: // other details have no effect
      }
    }

    private static WrongField wrongField(UnknownFieldSet violation) {
      String localized = bytes(violation, 4).stream().findFirst().map(found -> text(parse(found), 2)).orElse("");
      return new WrongField(
          text(violation, 1), localized.isEmpty() ? text(violation, 2) : localized, text(violation, 3));
    }
  }
}
