import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import touchstone.client.Client;
import touchstone.client.FieldsException;
import touchstone.client.ServerException;
import touchstone.v1.GetScorecardRequest;
import touchstone.v1.ScorecardServiceGrpc;

/** Read a scorecard with options, and print it or the error: java Probe ADDRESS [OPTION=VALUE]... [-- ADDRESS ...] */
public final class Probe {
  public static void main(String[] arguments) {
    for (String each : String.join("\n", arguments).split("\n--\n")) {
      probe(each.split("\n"));
    }
  }

  private static void probe(String[] arguments) {
    Map<String, String> options = new TreeMap<>();
    for (int index = 1; index < arguments.length; index++) {
      String[] parts = arguments[index].split("=", 2);
      options.put(parts[0], parts[1]);
    }
    Client.Builder builder = Client.to(arguments[0]);
    if (options.containsKey("token")) {
      builder.token(options.get("token"));
    }
    if ("true".equals(options.get("tls"))) {
      builder.tls();
    }
    if (options.containsKey("ca")) {
      builder.ca(Path.of(options.get("ca")));
    }
    if (options.containsKey("certificate") || options.containsKey("key")) {
      builder.certificate(path(options.get("certificate")), path(options.get("key")));
    }
    if (options.containsKey("language")) {
      builder.language(options.get("language"));
    }
    if (options.containsKey("timeout")) {
      builder.timeout(Duration.ofMillis((long) (1000 * Double.parseDouble(options.get("timeout")))));
    }
    if (options.containsKey("waits")) {
      builder.waits(options.get("waits").equals("true"));
    }
    try (Client client = builder.build()) {
      GetScorecardRequest request = GetScorecardRequest.newBuilder().setName("scorecards/probed").build();
      System.out.println(client.call(ScorecardServiceGrpc.getGetScorecardMethod(), request).getName());
    } catch (FieldsException error) {
      System.out.println(error.getMessage());
    } catch (ServerException error) {
      String delay = error.retryDelay().map(each -> String.valueOf(each.toMillis())).orElse("none");
      String metadata =
          new TreeMap<>(error.metadata())
              .entrySet().stream()
                  .map(each -> "('" + each.getKey() + "', '" + each.getValue() + "')")
                  .collect(Collectors.joining(", ", "[", "]"));
      System.out.println(
          String.join(
              " ",
              String.valueOf(error.code().value()),
              error.isAnswered() ? "True" : "False",
              delay,
              error.reason(),
              metadata,
              error.getMessage().replace("\n", " ")));
    }
  }

  private static Path path(String name) {
    return name == null ? null : Path.of(name);
  }
}
