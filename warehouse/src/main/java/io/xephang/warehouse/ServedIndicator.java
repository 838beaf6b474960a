package io.xephang.warehouse;

import io.xephang.schemas.indicator.PeriodType;

/** An indicator as it is shown. */
public record ServedIndicator(
    String id,
    String nameVi,
    String nameEn,
    PeriodType defaultPeriodType,
    String numeratorVi,
    String denominatorVi) {}
