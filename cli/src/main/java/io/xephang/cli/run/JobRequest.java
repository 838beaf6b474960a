package io.xephang.cli.run;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a job is asked to do.
 *
 * @param task in words, for the record of the run
 * @param landing the landing folder, absolute; empty if the job looks at none
 * @param arguments of the job's process
 */
public record JobRequest(String task, Optional<Path> landing, List<String> arguments) {
  public JobRequest {
    arguments = List.copyOf(arguments);
  }

  /**
   * Ingests what is new.
   *
   * @param asOf null = the newest date delivered
   */
  public static JobRequest run(Path landing, LocalDate asOf) {
    return of("run", Optional.of(landing))
        .with(asOf == null ? List.of() : List.of("--as-of", asOf.toString()));
  }

  /** Takes statements back. */
  public static JobRequest withdraw(Collection<String> files, String reason) {
    return of("withdraw " + String.join(", ", files) + because(reason), Optional.empty())
        .with(named("--withdraw", files));
  }

  /** Takes withdrawals back. */
  public static JobRequest restore(Collection<String> files, String reason) {
    return of("withdraw --undo " + String.join(", ", files) + because(reason), Optional.empty())
        .with(named("--restore", files));
  }

  /** Judges again what has rejected rows. */
  public static JobRequest retry(Path landing) {
    return of("quarantine retry", Optional.of(landing)).with(List.of("--retry"));
  }

  /** Removes publications for good. */
  public static JobRequest expire(Collection<Long> publications) {
    List<String> ids = publications.stream().map(String::valueOf).toList();
    return of("publication expire " + String.join(", ", ids), Optional.empty())
        .with(List.of("--expire", String.join(",", ids)));
  }

  /**
   * The same, published in spite of some checks.
   *
   * @param accepted the operator's reasons, by check
   */
  public JobRequest accepting(Map<String, String> accepted) {
    return with(
        accepted.entrySet().stream()
            .map(entry -> "--accept=" + entry.getKey() + "=" + entry.getValue())
            .toList());
  }

  private static JobRequest of(String task, Optional<Path> landing) {
    return new JobRequest(
        task,
        landing,
        landing.map(path -> List.of("--landing", path.toString())).orElse(List.of()));
  }

  private JobRequest with(List<String> more) {
    List<String> all = new ArrayList<>(arguments);
    all.addAll(more);
    return new JobRequest(task, landing, all);
  }

  /** A file whose name begins with a dash is a file all the same. */
  private static List<String> named(String option, Collection<String> files) {
    return files.stream().map(file -> option + "=" + file).toList();
  }

  private static String because(String reason) {
    return reason == null ? "" : ": " + reason;
  }
}
