-- The period indicators, period by period and dossier by dossier: ${dossier_counts} and
-- ${service_counts} have a struct of the counts of each indicator.
CREATE TABLE recomputed.period AS
WITH day AS (
  SELECT unnest([received_on, finished_on]) AS day FROM recomputed.counted
),
span AS (
  SELECT min(day.day) AS first_day, max(day.day) AS last_day
  FROM day
  CROSS JOIN internal.publication AS publication
  WHERE day.day <= publication.as_of
),
type AS (
  SELECT unnest([
    {period_type: 'month', step: INTERVAL 1 MONTH},
    {period_type: 'quarter', step: INTERVAL 3 MONTH},
    {period_type: 'year', step: INTERVAL 1 YEAR}], recursive := true)
),
start AS (
  SELECT
    type.period_type, type.step,
    CAST(unnest(generate_series(
      date_trunc(type.period_type, span.first_day), CAST(span.last_day AS TIMESTAMP), type.step))
      AS DATE) AS period_start
  FROM type
  CROSS JOIN span
  WHERE span.first_day IS NOT NULL
)
SELECT
  start.period_type, start.period_start, CAST(start.period_start + start.step AS DATE) - 1 AS period_end,
  least(CAST(start.period_start + start.step AS DATE) - 1, publication.as_of) AS data_date
FROM start
CROSS JOIN internal.publication AS publication;

CREATE TABLE recomputed.period_value AS
WITH handled AS (
  SELECT
    dossier.unit_code, period.period_type, period.period_start,
    unnest([${dossier_counts}], recursive := true)
  FROM recomputed.counted AS dossier
  JOIN recomputed.period AS period ON dossier.received_on <= period.data_date
  GROUP BY dossier.unit_code, period.period_type, period.period_start
),
for_units AS (
  SELECT
    * EXCLUDE (unit_code),
    unnest(list_concat(
      internal.unit_path(unit_code),
      ['VN', CASE WHEN unit_code LIKE 'G%' THEN 'VN.ministry' ELSE 'VN.province' END]))
      AS unit_code
  FROM handled
),
over_dossiers AS (
  SELECT
    indicator, unit_code, period_type, period_start, sum(numerator) AS numerator,
    sum(denominator) AS denominator
  FROM for_units
  GROUP BY ALL
),
root AS (
  SELECT
    catalog.unit_code, period.period_type, period.period_start, offer.procedure_code,
    max(offer.service_level) AS service_level,
    bool_or(offer.eligible_level4) AS eligible_level4,
    bool_or(offer.on_national_portal) AS on_national_portal,
    bool_or(offer.run_by_ministry) AS run_by_ministry, bool_or(offer.has_fee) AS has_fee
  FROM recomputed.period AS period
  JOIN recomputed.catalog AS catalog
    ON catalog.valid_from <= period.data_date
    AND period.data_date < coalesce(catalog.valid_to, DATE 'infinity')
  JOIN recomputed.offer AS offer
    ON offer.unit_code = catalog.source_unit AND offer.snapshot_date = catalog.source_date
  GROUP BY ALL
),
received AS (
  SELECT
    dossier.unit_code, dossier.procedure_code, period.period_type, period.period_start,
    count(*) AS dossiers, count(*) FILTER (dossier.channel = 'online') AS online_dossiers
  FROM (
    SELECT * EXCLUDE (unit_code), unnest(internal.unit_path(unit_code)) AS unit_code
    FROM recomputed.counted) AS dossier
  JOIN recomputed.period AS period
    ON dossier.received_on BETWEEN period.period_start AND period.data_date
  GROUP BY ALL
),
served AS (
  SELECT
    root.*, coalesce(received.dossiers, 0) AS dossiers,
    coalesce(received.online_dossiers, 0) AS online_dossiers
  FROM root
  LEFT JOIN received
    ON received.unit_code = root.unit_code
    AND received.procedure_code = root.procedure_code
    AND received.period_type = root.period_type
    AND received.period_start = root.period_start
),
of_unit AS (
  SELECT unit_code, period_type, period_start, unnest([${service_counts}], recursive := true)
  FROM served
  GROUP BY unit_code, period_type, period_start
),
over_services AS (
  SELECT indicator, unit_code, period_type, period_start, numerator, denominator FROM of_unit
  UNION ALL
  SELECT indicator, sum_code, period_type, period_start, sum(numerator), sum(denominator)
  FROM (
    SELECT
      *,
      unnest(['VN', CASE WHEN unit_code LIKE 'G%' THEN 'VN.ministry' ELSE 'VN.province' END])
        AS sum_code
    FROM of_unit
    WHERE length(unit_code) = 3)
  GROUP BY ALL
),
value AS (
  SELECT * FROM over_dossiers
  UNION ALL
  SELECT * FROM over_services
)
SELECT
  value.indicator, value.unit_code,
  CASE WHEN length(value.unit_code) <= 3 OR starts_with(value.unit_code, 'VN') THEN 'VN'
    ELSE left(value.unit_code, 3)
  END AS part,
  value.period_type, value.period_start, period.period_end,
  CAST(value.numerator AS BIGINT) AS numerator, CAST(value.denominator AS BIGINT) AS denominator,
  CAST(value.numerator AS BIGINT) / CAST(value.denominator AS BIGINT) AS value, period.data_date
FROM value
JOIN recomputed.period AS period
  ON period.period_type = value.period_type AND period.period_start = value.period_start
WHERE value.denominator > 0;

-- What is ranked: values of days and of periods.
CREATE VIEW recomputed.held AS
SELECT * FROM recomputed.indicator_interval
UNION ALL
SELECT
  indicator, 'computed', unit_code, part, period_type, period_start, period_end + 1, numerator,
  denominator, value, NULL, data_date, CAST(numerator AS HUGEINT), CAST(denominator AS HUGEINT)
FROM recomputed.period_value;
