package io.xephang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.home.DeploymentHome;
import io.xephang.home.ExitCode;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrongUsageTest {
  @TempDir private Path folder;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          annxe                            | không hiểu / not understood: annxe; có phải / did you mean: annex
          status --jsno                    | không hiểu / not understood: --jsno; có phải / did you mean: --json
          tasks states nightly --run-id x  | không hiểu / not understood: --run-id; RUN_ID viết không có / goes without --run-id: xephang tasks states DAG [RUN_ID]
          tasks logs nightly a --run-id=x  | không hiểu / not understood: --run-id=x; RUN_ID viết không có / goes without --run-id: xephang tasks logs DAG TASK [RUN_ID]
          annex                            | thiếu / missing: --as-of=DATE
          explain level4_rate              | thiếu / missing: UNIT
          notebook --port x                | giá trị sai / invalid value for option '--port'
          """)
  void isSaidInVietnameseFirstWithWhatWasMeant(String typed, String said) {
    CapturedCli cli = new CapturedCli(new DeploymentHome(folder), Optional.empty());
    assertThat(cli.run(typed.split(" "))).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(cli.err()).startsWith("xephang: " + said).contains("Xem cách dùng / See: xephang");
  }
}
