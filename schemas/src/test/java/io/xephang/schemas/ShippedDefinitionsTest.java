package io.xephang.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShippedDefinitionsTest {
  private final Definitions shipped = Definitions.shipped();

  @Test
  void haveEveryIndicatorOfTheContract() {
    assertThat(shipped.indicators().keySet())
        .containsExactly(
            "arising_rate",
            "digitised_rate",
            "early_rate",
            "eligible_level4_rate",
            "level34_rate",
            "level4_rate",
            "on_time_rate",
            "online_dossier_rate",
            "online_payment_rate",
            "overdue_open_rate",
            "portal_integration_rate",
            "resolution_rate");
  }
}
