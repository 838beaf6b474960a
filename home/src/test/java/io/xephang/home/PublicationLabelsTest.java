package io.xephang.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xephang.home.WriterLock.LockTaken;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicationLabelsTest {
  private static final LocalDateTime AT = LocalDateTime.of(2020, 8, 21, 10, 0);

  @TempDir private Path folder;

  @Test
  void areKeptInOrderAndFoundWithoutRegardToCaseAndForm() throws Exception {
    PublicationLabels labels = new PublicationLabels(new DeploymentHome(folder));
    assertThat(labels.all()).isEmpty();
    PublicationLabel letter = new PublicationLabel(" công văn 3485 ", 7, AT);
    PublicationLabel friday = new PublicationLabel("thứ sáu 21/8", 7, AT);
    assertThat(labels.give(letter)).isEmpty();
    assertThat(labels.give(friday)).as("a publication may have several").isEmpty();

    PublicationLabels later = new PublicationLabels(new DeploymentHome(folder));
    assertThat(later.all()).containsExactly(letter, friday);
    assertThat(later.find("CÔNG VĂN 3485")).contains(letter);
    assertThat(later.find(Normalizer.normalize("công văn 3485", Form.NFD))).contains(letter);
    assertThat(later.find("công văn 3486")).isEmpty();
  }

  @Test
  void oneMeansOnePublication() throws Exception {
    PublicationLabels labels = new PublicationLabels(new DeploymentHome(folder));
    PublicationLabel first = new PublicationLabel("công văn 3485", 7, AT);
    labels.give(first);
    assertThat(labels.give(new PublicationLabel("Công văn 3485", 8, AT)))
        .as("whose it is")
        .contains(first);
    assertThat(labels.give(new PublicationLabel("công văn 3485", 7, AT.plusDays(1))))
        .as("the same once more")
        .isEmpty();
    assertThat(labels.all()).containsExactly(first);

    assertThat(labels.take("Công văn 3485")).contains(first);
    assertThat(labels.take("công văn 3485")).isEmpty();
    assertThat(labels.all()).isEmpty();
  }

  @Test
  void oneProcessAtATimeChangesThem() throws Exception {
    DeploymentHome home = new DeploymentHome(folder);
    Files.createDirectories(home.publications());
    PublicationLabels labels = new PublicationLabels(home);
    try (WriterLock other =
        WriterLock.take(home.publications().resolve("labels.lock"), "somebody else")) {
      assertThatThrownBy(() -> labels.give(new PublicationLabel("a", 1, AT)))
          .isInstanceOf(LockTaken.class)
          .hasMessageContaining("somebody else");
    }
    assertThat(labels.all()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "3485", "a\nb"})
  void whatCannotBeALabelIsRefused(String text) {
    assertThatThrownBy(() -> new PublicationLabel(text, 1, AT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected 1 to 100 characters, more than a number");
    assertThatThrownBy(() -> new PublicationLabel("x".repeat(101), 1, AT))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
