-- Which snapshots make up the catalog that a unit is judged by. A province or ministry is asked on
-- every day on which a catalog of it or below it changes, or it begins or ceases to exist.
CREATE TABLE recomputed.catalog AS
WITH day AS (
  SELECT scope_code, valid_from AS day FROM recomputed.own_catalog
  UNION
  SELECT unit_code, unnest([valid_from, valid_to + 1]) FROM recomputed.unit
  WHERE unit_code IN (SELECT scope_code FROM recomputed.own_catalog)
),
asked AS (
  SELECT
    day.scope_code, day.day,
    EXISTS (
      FROM recomputed.unit AS version
      WHERE version.unit_code = day.scope_code
        AND coalesce(version.valid_from <= day.day, true)
        AND coalesce(day.day <= version.valid_to, true)) AS is_there
  FROM day
  WHERE day.day IS NOT NULL
),
below AS (
  SELECT DISTINCT scope_code, unit_code FROM recomputed.own_catalog
),
source AS (
  SELECT
    asked.scope_code, asked.day, below.unit_code,
    CASE WHEN asked.is_there THEN own.snapshot_date END AS snapshot_date
  FROM asked
  JOIN below ON below.scope_code = asked.scope_code
  ASOF LEFT JOIN recomputed.own_catalog AS own
    ON own.unit_code = below.unit_code AND own.valid_from <= asked.day
),
made_up AS (
  SELECT
    source.scope_code, source.day,
    list({source_unit: source.unit_code, source_date: source.snapshot_date}
      ORDER BY source.unit_code) FILTER (source.snapshot_date IS NOT NULL) AS sources
  FROM source
  GROUP BY source.scope_code, source.day
),
compared AS (
  SELECT
    made_up.*,
    lag(made_up.sources) OVER (PARTITION BY made_up.scope_code ORDER BY made_up.day) AS before
  FROM made_up
),
rolled_up AS (
  SELECT
    compared.scope_code, compared.sources, compared.day AS valid_from,
    lead(compared.day) OVER (PARTITION BY compared.scope_code ORDER BY compared.day) AS valid_to
  FROM compared
  WHERE compared.sources IS DISTINCT FROM compared.before
)
SELECT
  own.unit_code, own.scope_code AS part, own.valid_from, own.valid_to, own.unit_code AS source_unit,
  own.snapshot_date AS source_date
FROM recomputed.own_catalog AS own
WHERE own.unit_code <> own.scope_code AND own.snapshot_date IS NOT NULL
UNION ALL
SELECT
  rolled_up.scope_code, 'VN', rolled_up.valid_from, rolled_up.valid_to,
  unnest(rolled_up.sources, recursive := true)
FROM rolled_up
WHERE rolled_up.sources IS NOT NULL;
