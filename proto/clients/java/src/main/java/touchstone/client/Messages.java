package touchstone.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;

/** Messages of the client by code and language. */
final class Messages {
  private static final Properties TEXTS = read();

  private Messages() {}

  /** Returns the message of a code with its slots filled. */
  static String text(String code, String language, Map<String, String> slots) {
    String text = TEXTS.getProperty(code + "." + language);
    for (Map.Entry<String, String> slot : slots.entrySet()) {
      text = text.replace("{" + slot.getKey() + "}", slot.getValue());
    }
    return text;
  }

  private static Properties read() {
    Properties texts = new Properties();
    try (InputStream file = Messages.class.getResourceAsStream("messages.properties")) {
      texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
    return texts;
  }
}
