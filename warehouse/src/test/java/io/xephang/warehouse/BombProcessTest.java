package io.xephang.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a process needs at most whose query makes texts and lists that DuckDB does not count. The
 * first two are refused; the gate lets the others through, and the watch ends them.
 */
@EnabledOnOs(OS.LINUX)
class BombProcessTest {
  private static final Pattern ENDED = Pattern.compile("\\w+ (\\d+) (\\d+)");
  private static final long LIMIT = 4000;

  /** 200 MB of Java, 1.2 GB until the watch sees it, and what is made until it looks again. */
  private static final long MOST_KILOBYTES = 1_700_000;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT len(list_transform(range(5000), lambda x: repeat('x', 10000))) FROM range(10000)",
        "SELECT len([s || x FOR x IN range(5000)])"
            + " FROM (SELECT string_agg('x', '') AS s FROM range(100000)), range(10000)",
        "SELECT length(hex(hex(hex(hex(s)))))"
            + " FROM (SELECT string_agg(range, ',') AS s FROM range(10000000))",
        "SELECT length(printf('%s%s%s%s%s%s%s%s%s%s', s, s, s, s, s, s, s, s, s, s))"
            + " FROM (SELECT string_agg(range, ',') AS s FROM range(20000000))",
        "SELECT len(list_zip(l, l, l, l, l, l, l, l)) FROM (SELECT list(range) AS l FROM range(20000000))",
      })
  void staysSmallAndEndsSoon(String sql, @TempDir Path folder) throws Exception {
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    BombProcess.class.getName(),
                    folder.toString(),
                    String.valueOf(LIMIT),
                    sql))
            .redirectErrorStream(true)
            .start();
    String said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    Matcher figures = ENDED.matcher(said);
    assertThat(figures.matches()).as(said).isTrue();
    assertThat(Long.parseLong(figures.group(1))).as("milliseconds").isLessThan(LIMIT + 1000);
    assertThat(Long.parseLong(figures.group(2))).as("kilobytes").isLessThan(MOST_KILOBYTES);
  }
}
