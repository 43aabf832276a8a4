import com.google.protobuf.util.JsonFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import touchstone.client.Client;
import touchstone.client.ServerException;
import touchstone.v1.EvaluateSubjectRequest;
import touchstone.v1.Evaluation;
import touchstone.v1.EvaluationServiceGrpc;
import touchstone.v1.ExplainEvaluationRequest;
import touchstone.v1.Fact;
import touchstone.v1.ListScorecardsRequest;
import touchstone.v1.ListScorecardsResponse;
import touchstone.v1.ScorecardServiceGrpc;
import touchstone.v1.StreamEvaluateSubjectsResponse;
import touchstone.v1.Value;
import touchstone.v1.VerifyEvaluationTrailRequest;

/**
 * Evaluate a factory, explain the result, list scorecards, evaluate a stream, and handle a refusal:
 *
 * <pre>java Evaluate.java 127.0.0.1:50051 ../worked-factory.json [FOLDER]</pre>
 *
 * FOLDER has the files ca.crt, client.crt, client.key and token of an encrypted connection.
 */
public final class Evaluate {
  public static void main(String[] arguments) throws Exception {
    Client.Builder options = Client.to(arguments[0]);
    if (arguments.length > 2) {
      Path folder = Path.of(arguments[2]);
      options
          .ca(folder.resolve("ca.crt"))
          .certificate(folder.resolve("client.crt"), folder.resolve("client.key"))
          .token(Client.tokenFile(folder.resolve("token")));
    }
    EvaluateSubjectRequest.Builder dossier = EvaluateSubjectRequest.newBuilder();
    JsonFormat.parser().merge(Files.readString(Path.of(arguments[1])), dossier);
    try (Client client = options.build()) {
      run(client, dossier.build());
    }
  }

  private static void run(Client client, EvaluateSubjectRequest request) {
    Evaluation evaluation = client.call(EvaluationServiceGrpc.getEvaluateSubjectMethod(), request);
    System.out.println(
        evaluation.getRecord().getConclusion().getKind() + " " + evaluation.getRecord().getConclusion().getGrade());

    ExplainEvaluationRequest explain =
        ExplainEvaluationRequest.newBuilder().setName(evaluation.getName()).setLanguageCode("en").build();
    System.out.println(
        client.call(EvaluationServiceGrpc.getExplainEvaluationMethod(), explain).getStatements(0).getText());
    VerifyEvaluationTrailRequest verify =
        VerifyEvaluationTrailRequest.newBuilder().setName(evaluation.getName()).build();
    System.out.println(client.call(EvaluationServiceGrpc.getVerifyEvaluationTrailMethod(), verify).getResult());

    int pageCount = 0;
    int scorecardCount = 0;
    ListScorecardsRequest list = ListScorecardsRequest.newBuilder().setPageSize(20).build();
    for (ListScorecardsResponse page : client.pages(ScorecardServiceGrpc.getListScorecardsMethod(), list)) {
      pageCount += 1;
      scorecardCount += page.getScorecardsCount();
    }
    System.out.println(pageCount + " pages, " + scorecardCount + " scorecards");

    Fact unknown =
        Fact.newBuilder()
            .setFactId("penalty")
            .setValue(Value.newBuilder().setNumber("1").setUnit("time"))
            .build();
    List<EvaluateSubjectRequest> requests = new ArrayList<>();
    for (List<Fact> facts : List.of(List.<Fact>of(), List.of(unknown))) {
      requests.add(
          EvaluateSubjectRequest.newBuilder()
              .setSubject("organizations/example/subjects/factory-7")
              .setScorecard("scorecards/zero-carbon-factory")
              .setAsOfDate("2026-11-20")
              .addAllFacts(facts)
              .setRequestId(UUID.randomUUID().toString())
              .build());
    }
    for (StreamEvaluateSubjectsResponse answer :
        client.stream(EvaluationServiceGrpc.getStreamEvaluateSubjectsMethod(), requests)) {
      if (answer.hasError()) {
        ServerException.ofItem(answer.getError()).fields().values().forEach(System.out::println);
      } else {
        System.out.println(answer.getEvaluation().getRecord().getConclusion().getKind());
      }
    }

    try {
      client.call(
          EvaluationServiceGrpc.getEvaluateSubjectMethod(), request.toBuilder().setScorecard("x").build());
    } catch (ServerException error) {
      StringBuilder line = new StringBuilder(error.reason());
      error.fields().forEach((field, problem) -> line.append(" ").append(field).append(": ").append(problem));
      System.out.println(line);
    }
  }
}
