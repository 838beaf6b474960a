package io.xephang.scheduler.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.xephang.scheduler.engine.OperationRefused;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The methods that paths are said to have are those that are answered. */
final class KnownPathsTest {
  @TempDir private Path folder;

  @Test
  void areThoseThatAreAnswered() throws Exception {
    try (AskedApi asked =
        new AskedApi(
            folder,
            "dag:\n  tasks: [{task_id: a, operator: airflow.operators.empty.EmptyOperator}]\n")) {
      for (String path : KnownPaths.all()) {
        List<String> below = Arrays.asList(path.replace("*", "1").split("/", -1));
        Set<String> answered = new TreeSet<>();
        for (String method : List.of("GET", "POST", "PATCH", "PUT", "DELETE")) {
          if (isAnswered(asked, method, below)) {
            answered.add(method);
          }
        }
        assertThat(answered).as(path).isEqualTo(KnownPaths.methods(below));
      }
    }
  }

  private boolean isAnswered(AskedApi asked, String method, List<String> below) {
    ApiRequest request =
        new ApiRequest(method, below, Map.of(), JsonNodeFactory.instance.objectNode());
    try {
      return new Routes(asked.engine, "1", folder).answer(request, below).isPresent();
    } catch (ApiProblem | OperationRefused e) {
      // Somebody has understood it: there is no such dag, or something is missing.
      return true;
    }
  }
}
