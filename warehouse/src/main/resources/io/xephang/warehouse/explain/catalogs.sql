-- The snapshots that make up the catalog of a unit on a day: its own and, for a province or
-- ministry, those of all units below it.
SELECT
  snapshot.unit_code, coalesce(named.unit_name, snapshot.unit_code) AS unit_name,
  snapshot.snapshot_date, snapshot.valid_from, snapshot.valid_to
FROM internal.catalog_snapshot AS snapshot
LEFT JOIN internal.unit AS named
  ON named.unit_code = snapshot.unit_code
  AND (named.valid_from IS NULL OR named.valid_from <= $2)
  AND (named.valid_to IS NULL OR $2 <= named.valid_to)
WHERE (snapshot.unit_code = $1 OR snapshot.scope_code = $1)
  AND snapshot.valid_from <= $2 AND $2 < coalesce(snapshot.valid_to, DATE 'infinity')
ORDER BY snapshot.unit_code
