package io.xephang.jobs.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.iceberg.Files;
import org.apache.iceberg.hadoop.HadoopOutputFile;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;

/**
 * The lake's files, as the operating system has them. Iceberg's usual way sends Hadoop's
 * configuration, more than a thousand settings, with every scan and every write: an eighth of what
 * a profile of small nights saw. Hadoop also lays a file with checksums beside each file, which
 * DuckDB does not look at.
 */
public final class LocalFileIO implements FileIO {
  private static final long serialVersionUID = 1L;
  private static final String SCHEME = "file:";

  /** Of a file that knows none Iceberg's writer reads Hadoop's defaults, from XML, each time. */
  private static final Configuration NO_SETTINGS = new Configuration(false);

  private static final FileSystem WITHOUT_CHECKSUMS = withoutChecksums();

  @Override
  public InputFile newInputFile(String location) {
    return Files.localInput(location);
  }

  @Override
  public OutputFile newOutputFile(String location) {
    return HadoopOutputFile.fromPath(
        // Without a scheme, as the locations of Iceberg's input files are.
        new org.apache.hadoop.fs.Path(null, null, path(location).toString()),
        WITHOUT_CHECKSUMS,
        NO_SETTINGS);
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

  private static FileSystem withoutChecksums() {
    FileSystem files = new RawLocalFileSystem();
    try {
      files.initialize(URI.create(SCHEME + "///"), NO_SETTINGS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }
}
