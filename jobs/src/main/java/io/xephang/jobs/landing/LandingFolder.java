package io.xephang.jobs.landing;

import io.xephang.schemas.Definitions;
import io.xephang.schemas.feed.Feed;
import io.xephang.schemas.feed.FileFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The folder that senders deliver to. It is only read. */
public final class LandingFolder {
  private static final String EXCEL_LOCK = "~$";
  private static final Pattern OTHER_WORKBOOK =
      Pattern.compile(".*\\.(xls|xlsb|xlsm|ods)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** What Windows leaves in folders that somebody looked at. */
  private static final Set<String> OF_THE_SYSTEM = Set.of("thumbs.db", "desktop.ini");

  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  /** The portals are younger; a slip like 0202-08-20 would ask for figures of 1800 years. */
  private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

  /** What can be taken for a slash in a message, a path or a later command. */
  private static final String SLASHES = "\\\u2044\u2215\u2216\u29F5\u29F8\uFF0F\uFF3C";

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
              + names.stream().map(LandingFolder::nameOf).map(ShownText::of).limit(10).toList()
              + ", expected at least one of the folders "
              + definitions.feeds().keySet()
              + ": is this the landing folder?");
    }
    Path root = folder.toRealPath();
    for (Path feedFolder : names) {
      String id = nameOf(feedFolder);
      Feed feed = definitions.feeds().get(id);
      if (feed == null || !Files.isDirectory(feedFolder)) {
        leftAlone.add(WhyLeftAlone.noFeed(definitions.feeds().keySet()).of(id));
        continue;
      }
      Optional<WhyLeftAlone> problem = linkProblem(root, feedFolder);
      if (problem.isPresent()) {
        leftAlone.add(problem.get().of(id));
      } else if (feed.datedFolders()) {
        for (Path dateFolder : listed(feedFolder, leftAlone)) {
          Optional<LocalDate> date = dateOf(dateFolder);
          Optional<WhyLeftAlone> reason =
              reasonToLeave(dateFolder, date, today, asOf).or(() -> linkProblem(root, dateFolder));
          if (reason.isPresent()) {
            leftAlone.add(reason.get().of(below(dateFolder)));
          } else {
            collect(feed, date.orElseThrow(), dateFolder, root, files, leftAlone);
          }
        }
      } else {
        collect(feed, null, feedFolder, root, files, leftAlone);
      }
    }
    return new Landing(List.copyOf(files.values()), leftAlone);
  }

  private static Optional<WhyLeftAlone> reasonToLeave(
      Path dateFolder, Optional<LocalDate> date, LocalDate today, Optional<LocalDate> asOf) {
    if (Files.isRegularFile(dateFolder)) {
      return Optional.of(WhyLeftAlone.FILE_FOR_A_DATE);
    }
    if (date.isEmpty() || !Files.isDirectory(dateFolder)) {
      return Optional.of(WhyLeftAlone.NO_DATE);
    }
    if (date.get().isBefore(EARLIEST)) {
      return Optional.of(WhyLeftAlone.before(EARLIEST));
    }
    if (date.get().isAfter(today)) {
      return Optional.of(WhyLeftAlone.inTheFuture(today));
    }
    return asOf.filter(date.get()::isAfter).map(WhyLeftAlone::after);
  }

  private void collect(
      Feed feed,
      LocalDate date,
      Path parent,
      Path root,
      SortedMap<String, LandedFile> files,
      List<String> leftAlone) {
    for (Path path : listed(parent, leftAlone)) {
      String landedName = below(path);
      Optional<WhyLeftAlone> problem = nameProblem(path).or(() -> fileProblem(feed, root, path));
      if (problem.isPresent()) {
        leftAlone.add(problem.get().of(landedName));
        continue;
      }
      LandedFile found;
      try {
        found =
            new LandedFile(
                feed.id(),
                date,
                StatementName.of(landedName),
                path.toString(),
                landedName,
                Files.size(path),
                Files.getLastModifiedTime(path).toMillis());
      } catch (IOException e) {
        leftAlone.add(WhyLeftAlone.notReadable(reasonOf(e)).of(landedName));
        continue;
      }
      LandedFile other = files.get(found.file());
      if (other == null) {
        files.put(found.file(), found);
      } else if (other.isGzipped() != found.isGzipped()) {
        // Of x.csv and x.csv.gz the plain one is read, whichever is listed first.
        files.put(found.file(), found.isGzipped() ? other : found);
      } else {
        leftAlone.add(WhyLeftAlone.SAME_NAME.of(landedName));
      }
    }
  }

  private static Optional<WhyLeftAlone> nameProblem(Path path) {
    String name = nameOf(path);
    if (name.startsWith(EXCEL_LOCK)) {
      return Optional.of(WhyLeftAlone.EXCEL_LOCK);
    }
    return name.codePoints().allMatch(c -> ShownText.isPrintable(c) && SLASHES.indexOf(c) < 0)
        ? Optional.empty()
        : Optional.of(WhyLeftAlone.UNFIT_NAME);
  }

  private static Optional<WhyLeftAlone> fileProblem(Feed feed, Path root, Path path) {
    if (Files.isDirectory(path)) {
      return Optional.of(WhyLeftAlone.folderForAFile(feed.formats()));
    }
    Optional<WhyLeftAlone> linked = linkProblem(root, path);
    if (linked.isPresent()) {
      return linked;
    }
    if (!Files.isRegularFile(path)) {
      return Optional.of(WhyLeftAlone.noRegularFile(feed.formats()));
    }
    String name = StatementName.of(nameOf(path));
    if (FileFormat.of(name).filter(feed.formats()::contains).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        feed.formats().contains(FileFormat.XLSX) && OTHER_WORKBOOK.matcher(name).matches()
            ? WhyLeftAlone.OTHER_WORKBOOK
            : WhyLeftAlone.otherEnding(feed.formats()));
  }

  /** A link may lead to another place of the landing folder, not to any file of the machine. */
  private static Optional<WhyLeftAlone> linkProblem(Path root, Path path) {
    try {
      return path.toRealPath().startsWith(root)
          ? Optional.empty()
          : Optional.of(WhyLeftAlone.LINK_OUT);
    } catch (NoSuchFileException e) {
      return Optional.of(WhyLeftAlone.LINK_TO_NOTHING);
    } catch (IOException e) {
      return Optional.of(WhyLeftAlone.notReadable(reasonOf(e)));
    }
  }

  private static String reasonOf(IOException e) {
    return e.getClass().getSimpleName();
  }

  private static Optional<LocalDate> dateOf(Path dateFolder) {
    if (!DATE.matcher(nameOf(dateFolder)).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(nameOf(dateFolder)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** The names in a folder; none if it cannot be listed, which is said. */
  private List<Path> listed(Path parent, List<String> leftAlone) {
    try {
      return visible(parent);
    } catch (IOException | UncheckedIOException e) {
      leftAlone.add(WhyLeftAlone.NOT_LISTED.of(below(parent)));
      return List.of();
    }
  }

  /** What is there for good: a dot in front or .part and .tmp behind mean "not there yet". */
  private static List<Path> visible(Path parent) throws IOException {
    try (Stream<Path> names = Files.list(parent)) {
      return names
          .filter(
              path -> {
                String name = nameOf(path);
                return !name.startsWith(".")
                    && !name.endsWith(".part")
                    && !name.endsWith(".tmp")
                    && !OF_THE_SYSTEM.contains(name.toLowerCase(Locale.ROOT));
              })
          .sorted(Comparator.comparing(LandingFolder::nameOf, CodePointOrder.COMPARATOR))
          .toList();
    }
  }

  private static String nameOf(Path path) {
    return path.getFileName().toString();
  }

  private String below(Path path) {
    return StreamSupport.stream(folder.relativize(path).spliterator(), false)
        .map(Path::toString)
        .collect(Collectors.joining("/"));
  }
}
