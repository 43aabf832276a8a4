package touchstone.client;

import java.util.Map;
import java.util.stream.Collectors;

/** Invalid options of a connection; nothing was sent. */
public final class FieldsException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private final transient Map<String, String> fields;

  FieldsException(Map<String, String> fields) {
    super(fields.entrySet().stream().map(e -> e.getKey() + ": " + e.getValue()).collect(Collectors.joining(" ")));
    this.fields = Map.copyOf(fields);
  }

  /** Returns the error messages by name. */
  public Map<String, String> fields() {
    return fields;
  }
}
