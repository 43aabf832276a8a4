package touchstone.client;

/** Field that the server refuses. */
public final class WrongField {
  private final String field;
  private final String description;
  private final String reason;

  WrongField(String field, String description, String reason) {
    this.field = field;
    this.description = description;
    this.reason = reason;
  }

  /** Returns the path, such as {@code facts[penalties].value.unit}. */
  public String field() {
    return field;
  }

  /** Returns the problem, the allowed values and the next step, in the language of the client. */
  public String description() {
    return description;
  }

  /** Returns a code, such as {@code REQUIRED}. */
  public String reason() {
    return reason;
  }
}
