package io.xephang.jobs.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.iceberg.Files;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.io.PositionOutputStream;

/**
 * The lake's files, as the operating system has them. Iceberg's usual way goes through Hadoop and
 * sends Hadoop's configuration, more than a thousand settings, with every scan and every write: an
 * eighth of what a profile of small nights saw. Hadoop also lays a file with checksums beside each
 * file, which DuckDB does not look at.
 */
public final class LocalFileIO implements FileIO {
  private static final long serialVersionUID = 1L;
  private static final String SCHEME = "file:";

  @Override
  public InputFile newInputFile(String location) {
    return Files.localInput(location);
  }

  @Override
  public OutputFile newOutputFile(String location) {
    return new InItsFolder(path(location), Files.localOutput(location));
  }

  @Override
  public void deleteFile(String location) {
    try {
      java.nio.file.Files.deleteIfExists(path(location));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A location is a path after its scheme, not a URI: a percent sign is a letter of the name. */
  private static Path path(String location) {
    return Path.of(location.startsWith(SCHEME) ? location.substring(SCHEME.length()) : location);
  }

  /** Iceberg's own fails where two tasks make one folder at a time. */
  private record InItsFolder(Path path, OutputFile file) implements OutputFile {
    @Override
    public PositionOutputStream create() {
      makeFolder();
      return file.create();
    }

    @Override
    public PositionOutputStream createOrOverwrite() {
      makeFolder();
      return file.createOrOverwrite();
    }

    private void makeFolder() {
      try {
        java.nio.file.Files.createDirectories(path.getParent());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public String location() {
      return file.location();
    }

    @Override
    public InputFile toInputFile() {
      return file.toInputFile();
    }
  }
}
