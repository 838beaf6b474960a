package io.xephang.warehouse;

import io.xephang.schemas.Label;
import io.xephang.schemas.Required;
import java.util.Optional;

/**
 * What a parameter of a macro means.
 *
 * @param defaultValue in SQL; absent if it must be given
 */
record DescribedParameter(String name, String vi, String en, Optional<String> defaultValue) {
  DescribedParameter {
    Required.identifier("name", name);
    Required.text("vi", vi);
    Required.text("en", en);
    defaultValue = defaultValue == null ? Optional.empty() : defaultValue;
  }

  Label description() {
    return new Label(vi, en);
  }
}
