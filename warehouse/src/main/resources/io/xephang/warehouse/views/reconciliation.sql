-- What was printed against what the counts beside it say; the verdict is reached in whole numbers.
CREATE VIEW reconciliation AS
WITH scaled AS (
  SELECT
    report.*,
    internal.print_units(report.printed_value) AS printed_units,
    internal.print_units_of_one(report.printed_value) AS units_of_one,
    CAST(report.numerator AS HUGEINT) AS counted,
    CAST(nullif(report.denominator, 0) AS HUGEINT) AS counted_of
  FROM internal.report_row AS report
)
SELECT
  scaled.indicator, scaled.unit_code, scaled.as_of, scaled.printed_value,
  scaled.numerator / nullif(scaled.denominator, 0) AS recomputed_value,
  -- Printed minus recomputed, a fraction of 1: subtracted in whole numbers and divided last.
  CAST(scaled.printed_units * scaled.counted_of - scaled.counted * scaled.units_of_one AS DOUBLE)
    / CAST(scaled.counted_of * scaled.units_of_one AS DOUBLE) AS difference,
  CASE
    WHEN scaled.printed_units IS NULL OR scaled.counted IS NULL OR scaled.counted_of IS NULL
      THEN 'not_checkable'
    WHEN scaled.printed_units * scaled.counted_of = scaled.counted * scaled.units_of_one
      THEN 'exact'
    -- Half up: one half is added before the rest is cut off.
    WHEN scaled.printed_units
      = (2 * scaled.counted * scaled.units_of_one + scaled.counted_of) // (2 * scaled.counted_of)
      THEN 'rounded'
    WHEN scaled.printed_units = scaled.counted * scaled.units_of_one // scaled.counted_of
      THEN 'truncated'
    ELSE 'mismatch'
  END AS verdict,
  scaled.source, internal.print_rate(scaled.printed_value) AS printed_rate, scaled.period_type,
  scaled.numerator, scaled.denominator, scaled.printed_name, scaled.file, scaled.position
FROM scaled;
