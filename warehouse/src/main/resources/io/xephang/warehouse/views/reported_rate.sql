CREATE VIEW reported_rate AS
SELECT
  indicator, unit_code, as_of, period_type, numerator, denominator, value, printed_value,
  printed_name, source, note, file, position
FROM internal.report_row;
