-- The sums over ministries and provinces, asked on every day on which a summand may change: those
-- that are listed and have a value on the day.
CREATE TABLE recomputed.national_value AS
WITH member AS (
  SELECT unnest(['VN', 'VN.' || kind]) AS sum_code, unit_code, valid_from, valid_to
  FROM recomputed.unit
  WHERE kind IN ('ministry', 'province') AND listed
),
held AS (
  SELECT DISTINCT unit_code, valid_from, valid_to FROM recomputed.unit_value WHERE part = 'VN'
),
day AS (
  SELECT member.sum_code, unnest([held.valid_from, held.valid_to]) AS day
  FROM member
  JOIN held ON held.unit_code = member.unit_code
  UNION
  SELECT sum_code, unnest([valid_from, valid_to + 1]) FROM member
),
present AS (
  SELECT day.sum_code, day.day, member.unit_code
  FROM day
  LEFT JOIN member
    ON member.sum_code = day.sum_code
    AND coalesce(member.valid_from <= day.day, true)
    AND coalesce(day.day <= member.valid_to, true)
  WHERE day.day IS NOT NULL
),
asked AS (
  SELECT
    present.sum_code, present.day, present.unit_code,
    CASE WHEN coalesce(present.day < held.valid_to, true) THEN held.valid_from END AS held_from
  FROM present
  ASOF LEFT JOIN held
    ON held.unit_code = present.unit_code AND held.valid_from <= present.day
),
made_up AS (
  SELECT
    asked.sum_code, asked.day,
    list((asked.unit_code, asked.held_from) ORDER BY asked.unit_code)
      FILTER (asked.held_from IS NOT NULL) AS summands
  FROM asked
  GROUP BY asked.sum_code, asked.day
),
compared AS (
  SELECT
    made_up.*,
    lag(made_up.summands) OVER (PARTITION BY made_up.sum_code ORDER BY made_up.day) AS before
  FROM made_up
),
span AS (
  SELECT
    compared.sum_code, compared.day AS valid_from,
    lead(compared.day) OVER (PARTITION BY compared.sum_code ORDER BY compared.day) AS valid_to
  FROM compared
  WHERE compared.summands IS DISTINCT FROM compared.before
)
SELECT
  span.sum_code AS unit_code, 'VN' AS part, span.valid_from, span.valid_to,
  max(summand.data_date) AS data_date, summand.indicator,
  CAST(sum(summand.numerator) AS BIGINT) AS numerator,
  CAST(sum(summand.denominator) AS BIGINT) AS denominator
FROM span
JOIN asked ON asked.sum_code = span.sum_code AND asked.day = span.valid_from
JOIN recomputed.unit_value AS summand
  ON summand.unit_code = asked.unit_code AND summand.valid_from = asked.held_from
GROUP BY span.sum_code, span.valid_from, span.valid_to, summand.indicator;
