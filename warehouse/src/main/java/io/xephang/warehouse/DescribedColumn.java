package io.xephang.warehouse;

import io.xephang.schemas.Label;
import io.xephang.schemas.Required;
import java.util.Optional;

/**
 * What a column of a view or macro means.
 *
 * @param measure of a number that counts in something
 */
record DescribedColumn(String name, String vi, String en, Optional<Measure> measure) {
  DescribedColumn {
    Required.identifier("name", name);
    Required.text("vi", vi);
    Required.text("en", en);
    measure = measure == null ? Optional.empty() : measure;
  }

  Label description() {
    return new Label(vi, en);
  }
}
