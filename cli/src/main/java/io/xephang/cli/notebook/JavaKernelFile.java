package io.xephang.cli.notebook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Tells Jupyter how the Java kernel is started: with this Java, and the libraries of this command
 * beside those of notebooks.
 */
final class JavaKernelFile {
  private static final JsonFactory JSON = new JsonFactory();
  private static final String MAIN = "io.xephang.notebooks.JavaKernel";

  private JavaKernelFile() {}

  /**
   * Writes it anew: the product or Java may have moved.
   *
   * @param jar what Java notebooks ask figures through
   */
  static void write(NotebookFolder folder, Path jar) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text).useDefaultPrettyPrinter()) {
      json.writeStartObject();
      json.writeArrayFieldStart("argv");
      for (String argument : command(jar)) {
        json.writeString(argument);
      }
      json.writeEndArray();
      json.writeStringField("display_name", "Java (xephang)");
      json.writeStringField("language", "java");
      json.writeStringField("interrupt_mode", "message");
      json.writeObjectFieldStart("env");
      // The kernel looks for each of them.
      for (String empty :
          List.of("RJK_CLASSPATH", "RJK_COMPILER_OPTIONS", "RJK_INIT_SCRIPT", "RJK_MIMA_CACHE")) {
        json.writeStringField(empty, "");
      }
      json.writeStringField("RJK_TIMEOUT_MILLIS", "-1");
      json.writeEndObject();
      json.writeEndObject();
    }
    Files.createDirectories(folder.kernel().getParent());
    Files.writeString(folder.kernel(), text + "\n");
  }

  private static List<String> command(Path jar) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Dfile.encoding=UTF-8",
        "-Djava.awt.headless=true",
        "-Djava.library.path=" + System.getProperty("java.library.path"),
        "-cp",
        jar + File.pathSeparator + System.getProperty("java.class.path"),
        MAIN,
        "{connection_file}");
  }
}
