package io.xephang.warehouse;

/** An indicator as it is shown. */
public record ServedIndicator(
    String id,
    String nameVi,
    String nameEn,
    PeriodType defaultPeriodType,
    String numeratorVi,
    String denominatorVi) {}
