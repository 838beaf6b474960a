package io.xephang.warehouse;

import io.xephang.schemas.indicator.Direction;
import io.xephang.schemas.indicator.PeriodType;

/** An indicator as it is shown. */
public record ServedIndicator(
    String id,
    String nameVi,
    String nameEn,
    PeriodType defaultPeriodType,
    Direction direction,
    String numeratorVi,
    String denominatorVi) {}
