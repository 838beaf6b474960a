package io.xephang.scheduler.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.scheduler.dag.DagCatalog;
import io.xephang.scheduler.dag.DagFolder;
import io.xephang.scheduler.dag.DagProblem;
import io.xephang.scheduler.store.RunStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LastGoodDagsTest {
  private static final String DAG =
      "%s:\n  description: %s\n  tasks: [{task_id: only, operator: airflow.operators.empty.EmptyOperator}]\n";

  private final RunStore store = RunStore.inMemory();

  @TempDir private Path folder;

  @BeforeEach
  void twoDagsInAFile() throws Exception {
    write("both.yaml", DAG.formatted("a", "first") + DAG.formatted("b", "first"));
    assertThat(read().problems()).isEmpty();
  }

  private void write(String file, String text) throws Exception {
    Files.writeString(folder.resolve(file), text);
  }

  private DagCatalog read() throws Exception {
    return LastGoodDags.read(new DagFolder(folder, Map.of()), store);
  }

  private static String description(DagCatalog catalog, String dag) {
    return catalog.find(dag).orElseThrow().description().orElseThrow();
  }

  @Test
  void aFileThatIsNoLongerYamlLeavesItsDagsAsTheyWere() throws Exception {
    write("both.yaml", "a: [");
    DagCatalog catalog = read();
    assertThat(catalog.outdated()).containsExactlyInAnyOrder("a", "b");
    assertThat(description(catalog, "a")).isEqualTo("first");
    assertThat(catalog.problems())
        .extracting(DagProblem::toString)
        .singleElement()
        .asString()
        .startsWith("both.yaml, dòng / line ")
        .endsWith("the version before goes on: a, b");

    write("both.yaml", DAG.formatted("a", "second"));
    catalog = read();
    assertThat(catalog.outdated()).isEmpty();
    assertThat(catalog.dags()).containsOnlyKeys("a");
    assertThat(description(catalog, "a")).isEqualTo("second");
    write("both.yaml", "a: [");
    assertThat(read().dags()).as("b had been taken out before").containsOnlyKeys("a");
  }

  @Test
  void aDagThatIsWrongKeepsNoOtherOneBack() throws Exception {
    write("both.yaml", DAG.formatted("a", "second") + "b:\n  colour: red\n");
    DagCatalog catalog = read();
    assertThat(description(catalog, "a")).isEqualTo("second");
    assertThat(description(catalog, "b")).isEqualTo("first");
    assertThat(catalog.outdated()).containsExactly("b");
  }

  @Test
  void aFileThatIsGoneTakesItsDagsWithIt() throws Exception {
    Files.delete(folder.resolve("both.yaml"));
    assertThat(read().dags()).isEmpty();
    write("both.yaml", "a: [");
    assertThat(read().dags()).isEmpty();
  }

  @Test
  void aDagThatHasMovedIsThatOfItsNewFile() throws Exception {
    write("other.yaml", DAG.formatted("b", "moved"));
    write("both.yaml", "a: [");
    DagCatalog catalog = read();
    assertThat(description(catalog, "b")).isEqualTo("moved");
    assertThat(catalog.outdated()).containsExactly("a");
  }
}
