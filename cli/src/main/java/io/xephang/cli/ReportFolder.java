package io.xephang.cli;

import io.xephang.schemas.unit.UnitCode;
import io.xephang.warehouse.ExcelCsvRows;
import io.xephang.warehouse.Rejections;
import io.xephang.warehouse.Rejections.Sender;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The folder in which each sender has a file of its rejected rows. */
final class ReportFolder {
  private static final String ENDING = ".csv";

  private final Path folder;
  private final Rejections rejections;

  ReportFolder(Path folder, Rejections rejections) {
    this.folder = folder;
    this.rejections = rejections;
  }

  Path file(Sender sender) {
    return folder.resolve(name(sender));
  }

  /**
   * Names of files, by name, that an earlier report wrote for senders who have nothing to mend any
   * more: known by the form of the name and the header line. Files of others are not among them.
   */
  List<String> leftFromEarlier(List<Sender> senders) throws SQLException, IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    Set<String> written = Set.copyOf(senders.stream().map(ReportFolder::name).toList());
    byte[] header = header();
    List<Path> files;
    try (Stream<Path> listed = Files.list(folder)) {
      files = listed.filter(Files::isRegularFile).filter(Files::isReadable).sorted().toList();
    }
    List<String> left = new ArrayList<>();
    for (Path file : files) {
      String name = file.getFileName().toString();
      if (isReportName(name) && !written.contains(name) && startsWith(file, header)) {
        left.add(name);
      }
    }
    return List.copyOf(left);
  }

  private static String name(Sender sender) {
    return sender.codeOrNobody() + ENDING;
  }

  private static boolean isReportName(String name) {
    if (!name.endsWith(ENDING)) {
      return false;
    }
    String key = name.substring(0, name.length() - ENDING.length());
    return key.equals(Sender.NOBODY)
        || UnitCode.parse(key)
            .filter(code -> code.isRoot() && code.value().equals(key))
            .isPresent();
  }

  /** The report of a sender that there is not: the header alone. */
  private byte[] header() throws SQLException, IOException {
    StringWriter header = new StringWriter();
    rejections.report(new Sender("", "", 0, 0), new ExcelCsvRows(header));
    return header.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static boolean startsWith(Path file, byte[] header) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(header.length), header);
    }
  }
}
