-- What a unit has on a day of every indicator, of a day or of the month, and what it had on the last
-- day of the month before. The target is chosen as the macro headline does.
WITH asked AS (
  SELECT
    $1 AS unit_code, CAST($2 AS DATE) AS day,
    CAST(date_trunc('month', CAST($2 AS DATE)) AS DATE) - 1 AS day_before
),
in_force AS (
  SELECT target.*
  FROM internal.target AS target
  CROSS JOIN asked
  QUALIFY row_number() OVER (
    PARTITION BY target.indicator
    ORDER BY
      target.due < asked.day,
      CASE WHEN target.due < asked.day THEN asked.day - target.due ELSE target.due - asked.day END
  ) = 1
)
SELECT
  known.indicator, known.name_vi, known.default_period_type, known.direction, now.numerator,
  now.denominator, now.value, now.data_date, before.numerator AS numerator_before,
  before.denominator AS denominator_before, in_force.target, in_force.due, in_force.legal_basis
FROM asked
CROSS JOIN internal.indicator AS known
LEFT JOIN internal.indicator_held AS now
  ON now.indicator = known.indicator
  AND now.unit_code = asked.unit_code
  AND now.basis = 'computed'
  AND now.period_type = known.default_period_type
  AND now.valid_from <= asked.day
  AND asked.day < coalesce(now.valid_to, DATE 'infinity')
LEFT JOIN internal.indicator_held AS before
  ON before.indicator = known.indicator
  AND before.unit_code = asked.unit_code
  AND before.basis = 'computed'
  AND before.period_type = known.default_period_type
  AND before.valid_from <= asked.day_before
  AND asked.day_before < coalesce(before.valid_to, DATE 'infinity')
LEFT JOIN in_force ON in_force.indicator = known.indicator
ORDER BY known.default_period_type <> 'as_of', known.indicator
