package io.xephang.jobs;

import io.xephang.cli.SmallLake;
import io.xephang.home.CheckFinding;
import io.xephang.home.DeploymentHome;
import io.xephang.home.PublicationLog;
import io.xephang.home.RunRecord;
import io.xephang.home.RunRecords;
import io.xephang.home.RunStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * Stands where the Spark job stands when the command is installed; what it does is the name of its
 * landing folder.
 */
public final class RunJob {
  private RunJob() {}

  public static void main(String[] arguments) throws Exception {
    DeploymentHome home = DeploymentHome.fromEnvironment();
    RunRecords records = new RunRecords(home);
    RunRecord run = records.find(arguments[1]).orElseThrow();
    System.err.println("job " + String.join(" ", List.of(arguments).subList(2, arguments.length)));
    String correction = List.of(arguments).contains("--expire") ? "nothing" : "withdraw";
    switch (run.landing() == null ? correction : Path.of(run.landing()).getFileName().toString()) {
      case "publish" -> {
        new PublicationLog(home).append(new SmallLake(home).publication(1, run.runId()));
        records.save(ended(run, RunStatus.PUBLISHED, 1L, null));
      }
      case "withdraw" -> {
        new PublicationLog(home).append(new SmallLake(home).publication(2, run.runId()));
        records.save(ended(run, RunStatus.PUBLISHED, 2L, null));
      }
      case "nothing" -> records.save(ended(run, RunStatus.NOTHING_NEW, null, null));
      case "check" -> {
        records.save(
            ended(
                run,
                RunStatus.CHECK_FAILED,
                null,
                "counts do not add up",
                List.of("catalogs/2020-08-20/h47.csv: bad_level, 2 dòng / rows"),
                List.of(
                    CheckFinding.of(
                        "indicator_interval.national_catalog_halved",
                        CheckFinding.Outcome.FAILED,
                        1,
                        "keeps at least half",
                        List.of("unit_code H47, procedures_before 1885")))));
        System.exit(3);
      }
      case "die" -> Runtime.getRuntime().halt(17);
      case "killed" -> Runtime.getRuntime().halt(137);
      case "busy" -> System.exit(4);
      case "hang" -> {
        Files.writeString(
            home.folder().resolve("pid"), String.valueOf(ProcessHandle.current().pid()));
        Thread.sleep(60_000);
      }
      default -> throw new IllegalArgumentException(arguments[1]);
    }
  }

  private static RunRecord ended(RunRecord run, RunStatus how, Long publication, String why) {
    return ended(run, how, publication, why, List.of(), List.of());
  }

  private static RunRecord ended(
      RunRecord run,
      RunStatus how,
      Long publication,
      String why,
      List<String> rejected,
      List<CheckFinding> findings) {
    return new RunRecord(
        run.runId(),
        run.startedAt(),
        LocalDateTime.of(2020, 8, 21, 10, 4, 8),
        how,
        run.task(),
        run.landing(),
        LocalDate.of(2020, 8, 20),
        publication,
        2,
        10,
        7,
        1,
        2,
        why,
        List.of("catalogs/2030-01-01: later than today"),
        rejected,
        findings,
        null);
  }
}
