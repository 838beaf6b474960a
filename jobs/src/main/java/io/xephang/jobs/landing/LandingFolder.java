package io.xephang.jobs.landing;

import io.xephang.schemas.Definitions;
import io.xephang.schemas.feed.Feed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The folder that senders deliver to. It is only read. */
public final class LandingFolder {
  private static final String GZIP = ".gz";

  private final Path folder;
  private final Definitions definitions;

  public LandingFolder(Path folder, Definitions definitions) {
    this.folder = folder;
    this.definitions = definitions;
  }

  /**
   * Looks at every name, without opening a file.
   *
   * @param today date folders after it are left alone
   * @param asOf if given, date folders after it are left for a later run
   * @throws IOException if a folder cannot be listed, or if there is no folder of any feed
   */
  public Landing look(LocalDate today, Optional<LocalDate> asOf) throws IOException {
    SortedMap<String, LandedFile> files = new TreeMap<>(CodePointOrder.COMPARATOR);
    List<String> leftAlone = new ArrayList<>();
    List<Path> names = visible(folder);
    if (!names.isEmpty()
        && names.stream().noneMatch(path -> definitions.feeds().containsKey(nameOf(path)))) {
      throw new NoSuchFileException(
          folder.toString(),
          null,
          "found "
              + names.stream().map(LandingFolder::nameOf).limit(10).toList()
              + ", expected at least one of the folders "
              + definitions.feeds().keySet()
              + ": is this the landing folder?");
    }
    for (Path feedFolder : names) {
      String id = nameOf(feedFolder);
      Feed feed = definitions.feeds().get(id);
      if (feed == null || !Files.isDirectory(feedFolder)) {
        leftAlone.add(id + ": no feed of this version, expected " + definitions.feeds().keySet());
      } else if (feed.datedFolders()) {
        for (Path dateFolder : visible(feedFolder)) {
          Optional<LocalDate> date = dateOf(dateFolder);
          Optional<String> reason = reasonToLeave(dateFolder, date, today, asOf);
          if (reason.isPresent()) {
            leftAlone.add(below(dateFolder) + ": " + reason.get());
          } else {
            collect(feed, date.orElseThrow(), dateFolder, files, leftAlone);
          }
        }
      } else {
        collect(feed, null, feedFolder, files, leftAlone);
      }
    }
    return new Landing(List.copyOf(files.values()), leftAlone);
  }

  private static Optional<String> reasonToLeave(
      Path dateFolder, Optional<LocalDate> date, LocalDate today, Optional<LocalDate> asOf) {
    if (date.isEmpty() || !Files.isDirectory(dateFolder)) {
      return Optional.of("expected a folder named by a date like 2020-08-20");
    }
    if (date.get().isAfter(today)) {
      return Optional.of("lies in the future (today is " + today + ")");
    }
    if (asOf.isPresent() && date.get().isAfter(asOf.get())) {
      return Optional.of("is after the as-of date " + asOf.get() + ", left for a later run");
    }
    return Optional.empty();
  }

  private void collect(
      Feed feed,
      LocalDate date,
      Path parent,
      SortedMap<String, LandedFile> files,
      List<String> leftAlone)
      throws IOException {
    for (Path path : visible(parent)) {
      String landedName = below(path);
      String file =
          landedName.endsWith(GZIP)
              ? landedName.substring(0, landedName.length() - GZIP.length())
              : landedName;
      if (!Files.isRegularFile(path) || !file.endsWith(".csv")) {
        leftAlone.add(landedName + ": expected a file named *.csv or *.csv.gz");
        continue;
      }
      LandedFile found =
          new LandedFile(
              feed.id(),
              date,
              file,
              path.toString(),
              landedName,
              Files.size(path),
              Files.getLastModifiedTime(path).toMillis());
      // Of x.csv and x.csv.gz the plain one is read, whichever is listed first.
      files.merge(file, found, (one, other) -> one.isGzipped() ? other : one);
    }
  }

  private static Optional<LocalDate> dateOf(Path dateFolder) {
    try {
      return Optional.of(LocalDate.parse(nameOf(dateFolder)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** What is there for good: a dot in front or .part and .tmp behind mean "not there yet". */
  private static List<Path> visible(Path parent) throws IOException {
    try (Stream<Path> names = Files.list(parent)) {
      return names
          .filter(
              path -> {
                String name = nameOf(path);
                return !name.startsWith(".") && !name.endsWith(".part") && !name.endsWith(".tmp");
              })
          .sorted(Comparator.comparing(LandingFolder::nameOf, CodePointOrder.COMPARATOR))
          .toList();
    }
  }

  private static String nameOf(Path path) {
    return path.getFileName().toString();
  }

  private String below(Path path) {
    return folder.relativize(path).toString().replace('\\', '/');
  }
}
