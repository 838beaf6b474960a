-- The catalog of each unit on every day on which that may change, asked day by day: its newest
-- snapshot on or before the day, if the unit exists on it.
CREATE TABLE recomputed.own_catalog AS
WITH snapshot AS (
  SELECT DISTINCT unit_code, snapshot_date FROM recomputed.offer
),
day AS (
  SELECT unit_code, snapshot_date AS day FROM snapshot
  UNION
  SELECT unit_code, unnest([valid_from, valid_to + 1]) FROM recomputed.unit
  WHERE unit_code IN (SELECT unit_code FROM snapshot)
),
asked AS (
  SELECT
    day.unit_code, day.day,
    CASE WHEN EXISTS (
      FROM recomputed.unit AS version
      WHERE version.unit_code = day.unit_code
        AND coalesce(version.valid_from <= day.day, true)
        AND coalesce(day.day <= version.valid_to, true))
      THEN snapshot.snapshot_date
    END AS snapshot_date
  FROM day
  ASOF LEFT JOIN snapshot
    ON snapshot.unit_code = day.unit_code AND snapshot.snapshot_date <= day.day
  WHERE day.day IS NOT NULL
),
compared AS (
  SELECT
    asked.*,
    lag(asked.snapshot_date) OVER (PARTITION BY asked.unit_code ORDER BY asked.day) AS before
  FROM asked
)
SELECT
  compared.unit_code, left(compared.unit_code, 3) AS scope_code, compared.snapshot_date,
  compared.day AS valid_from,
  lead(compared.day) OVER (PARTITION BY compared.unit_code ORDER BY compared.day) AS valid_to
FROM compared
WHERE compared.snapshot_date IS DISTINCT FROM compared.before;

-- A snapshot that is in force on no day has an empty span.
CREATE TABLE recomputed.catalog_snapshot AS
SELECT unit_code, scope_code, snapshot_date, valid_from, valid_to
FROM recomputed.own_catalog
WHERE snapshot_date IS NOT NULL
UNION ALL
SELECT DISTINCT unit_code, scope_code, snapshot_date, snapshot_date, snapshot_date
FROM recomputed.offer AS offer
WHERE NOT EXISTS (
  FROM recomputed.own_catalog AS own
  WHERE own.unit_code = offer.unit_code AND own.snapshot_date = offer.snapshot_date);
