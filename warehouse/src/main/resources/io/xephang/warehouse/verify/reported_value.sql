-- Of several reports for one date that of the greatest file, then position, counts. An as-of report
-- is asked for on every day on which the answer may change; a period has its own days.
CREATE TABLE recomputed.reported_value AS
WITH counting AS (
  FROM recomputed.report AS report
  SELECT report.*
  WHERE NOT EXISTS (
    FROM recomputed.report AS later
    WHERE later.indicator = report.indicator
      AND later.unit_code = report.unit_code
      AND later.period_type = report.period_type
      AND later.as_of = report.as_of
      AND (later.file > report.file
        OR (later.file = report.file AND later.position > report.position)))
),
of_a_day AS (
  SELECT * FROM counting WHERE period_type = 'as_of'
),
day AS (
  SELECT indicator, unit_code, as_of AS day FROM of_a_day
  UNION
  SELECT of_a_day.indicator, of_a_day.unit_code, unnest([version.valid_from, version.valid_to + 1])
  FROM of_a_day
  JOIN recomputed.unit AS version ON version.unit_code = of_a_day.unit_code
),
asked AS (
  SELECT
    day.indicator, day.unit_code, day.day,
    CASE WHEN EXISTS (
      FROM recomputed.unit AS version
      WHERE version.unit_code = day.unit_code
        AND coalesce(version.valid_from <= day.day, true)
        AND coalesce(day.day <= version.valid_to, true))
      THEN of_a_day.as_of
    END AS as_of
  FROM day
  ASOF LEFT JOIN of_a_day
    ON of_a_day.indicator = day.indicator
    AND of_a_day.unit_code = day.unit_code
    AND of_a_day.as_of <= day.day
  WHERE day.day IS NOT NULL
),
compared AS (
  SELECT
    asked.*,
    lag(asked.as_of) OVER (PARTITION BY asked.indicator, asked.unit_code ORDER BY asked.day)
      AS before
  FROM asked
),
span AS (
  SELECT
    compared.indicator, compared.unit_code, compared.as_of, compared.day AS valid_from,
    lead(compared.day) OVER (
      PARTITION BY compared.indicator, compared.unit_code ORDER BY compared.day) AS valid_to
  FROM compared
  WHERE compared.as_of IS DISTINCT FROM compared.before
)
SELECT of_a_day.*, span.valid_from, span.valid_to
FROM span
JOIN of_a_day
  ON of_a_day.indicator = span.indicator
  AND of_a_day.unit_code = span.unit_code
  AND of_a_day.as_of = span.as_of
UNION ALL
SELECT counting.*, CAST(date_trunc(counting.period_type, counting.as_of) AS DATE), counting.as_of + 1
FROM counting
WHERE counting.period_type <> 'as_of';
