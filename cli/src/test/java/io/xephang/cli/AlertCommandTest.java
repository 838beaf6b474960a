package io.xephang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.home.DeploymentHome;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No channel is set where tests run. */
final class AlertCommandTest {
  @TempDir private Path folder;

  @Test
  void namesTheUnitsThatAreLate() throws Exception {
    DeploymentHome home = new DeploymentHome(folder);
    new SmallLake(home).serve(1);
    CapturedCli cli = new CapturedCli(home, Optional.empty());

    assertThat(cli.run("alert", "late-feeds")).isZero();
    assertThat(cli.out())
        .startsWith(
            """
            catalogs: 2 đơn vị gửi trễ / units are late
              G18 Bộ Y tế, chưa bao giờ gửi / never delivered
            """)
        .endsWith("\nTất cả / All:\n  xephang sql \"FROM coverage WHERE late\"\n");
    assertThat(cli.err()).contains("No channel is set: xephang alert --help");
  }

  @Test
  void saysNothingWhenNothingIsPublished() {
    CapturedCli cli = new CapturedCli(new DeploymentHome(folder), Optional.empty());
    assertThat(cli.run("alert", "late-feeds")).isZero();
    assertThat(cli.out()).isEmpty();
    assertThat(cli.run("alert", "everything")).isEqualTo(2);
    assertThat(cli.run("alert", "--help")).isZero();
    assertThat(cli.out()).contains("XEPHANG_SMTP_PASSWORD");
  }
}
