CREATE TABLE recomputed.indicator_interval AS
SELECT
  indicator, 'computed' AS basis, unit_code, part, 'as_of' AS period_type, valid_from, valid_to,
  numerator, denominator,
  CASE WHEN denominator > 0 THEN numerator / denominator END AS value,
  CAST(NULL AS VARCHAR) AS printed_value, data_date,
  CASE WHEN denominator > 0 THEN CAST(numerator AS HUGEINT) END AS exact_numerator,
  CASE WHEN denominator > 0 THEN CAST(denominator AS HUGEINT) END AS exact_denominator
FROM (
  FROM recomputed.unit_value
  UNION ALL BY NAME
  FROM recomputed.national_value)
UNION ALL
SELECT
  indicator, 'reported', unit_code,
  CASE
    WHEN length(unit_code) <= 3 OR starts_with(unit_code, 'VN') THEN 'VN'
    ELSE left(unit_code, 3)
  END,
  period_type, valid_from, valid_to, numerator, denominator, value, printed_value, as_of,
  exact_numerator, exact_denominator
FROM recomputed.reported_value;
