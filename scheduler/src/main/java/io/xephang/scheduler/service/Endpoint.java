package io.xephang.scheduler.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.xephang.scheduler.process.ProcessMark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Where a scheduler listens.
 *
 * @param address of this machine
 * @param process that of the scheduler
 */
record Endpoint(String address, int port, ProcessMark process) {
  private static final ObjectMapper JSON = new ObjectMapper();

  void write(Path file) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.write(
        part,
        JSON.writeValueAsBytes(
            JsonNodeFactory.instance
                .objectNode()
                .put("address", address)
                .put("port", port)
                .put("pid", process.pid())
                .put("born", process.born())));
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** The one in a file, if its scheduler is still at work. */
  static Optional<Endpoint> read(Path file) throws IOException {
    try {
      JsonNode json = JSON.readTree(Files.readAllBytes(file));
      return Optional.of(
              new Endpoint(
                  json.path("address").asText(),
                  json.path("port").asInt(),
                  new ProcessMark(json.path("pid").asLong(), json.path("born").asText())))
          .filter(endpoint -> endpoint.process().alive().isPresent());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }
}
