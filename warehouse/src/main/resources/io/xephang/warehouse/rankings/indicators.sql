SELECT
  indicator, name_vi, name_en, default_period_type, direction, numerator_vi, denominator_vi
FROM internal.indicator
ORDER BY indicator
