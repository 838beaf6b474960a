package io.xephang.trials;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rapaio.jupyter.kernel.core.RapaioKernel;
import org.rapaio.jupyter.kernel.display.DisplayData;

/**
 * A process that runs the cells of a Java notebook from top to bottom, as the kernel does that
 * Jupyter talks to, and prints what they show. Jupyter itself and Python are not needed.
 */
final class NotebookRun {
  /** What {@code docs/add-indicator.md} says to set. */
  private static final Pattern INDICATOR = Pattern.compile("var indicator = \"\\w+\";");

  private NotebookRun() {}

  /**
   * Runs it.
   *
   * @param arguments the notebook, and the indicator that it is set to
   * @throws Exception what a cell fails with
   */
  public static void main(String[] arguments) throws Exception {
    String set = "var indicator = \"" + arguments[1] + "\";";
    boolean asked = false;
    RapaioKernel kernel = new RapaioKernel();
    for (JsonNode cell :
        new ObjectMapper().readTree(Files.readString(Path.of(arguments[0]))).get("cells")) {
      if (cell.get("cell_type").asText().equals("code")) {
        StringBuilder source = new StringBuilder();
        cell.get("source").forEach(line -> source.append(line.asText()));
        Matcher indicator = INDICATOR.matcher(source);
        asked |= indicator.find();
        print(kernel.eval(indicator.replaceAll(set)));
      }
    }
    if (!asked) {
      throw new IllegalStateException(arguments[0] + " has no cell with: " + INDICATOR);
    }
    // Threads of the kernel wait for more cells.
    System.exit(0);
  }

  /** Texts and tables; of a picture its kind alone. */
  private static void print(DisplayData shown) {
    if (shown != null) {
      shown
          .data()
          .forEach(
              (kind, data) ->
                  System.out.println(kind.startsWith("text/") ? data : "<" + kind + ">"));
    }
  }
}
