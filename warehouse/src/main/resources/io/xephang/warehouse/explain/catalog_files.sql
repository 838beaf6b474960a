-- The files behind the catalogs of a unit, or of all that a sum adds up, on a day; agencies that
-- the annex leaves out are added up for periods.
WITH member AS (
  SELECT $1 AS unit_code
  UNION
  SELECT unit_code
  FROM internal.unit
  WHERE kind IN ('ministry', 'province') AND (listed OR $3 <> 'as_of')
    AND ($1 = 'VN' OR $1 = 'VN.' || kind)
    AND (valid_from IS NULL OR valid_from <= $2)
    AND (valid_to IS NULL OR $2 <= valid_to)
)
SELECT DISTINCT ledger.file, ledger.content_sha256, ledger.run_id, ledger.ingested_at
FROM member
JOIN internal.catalog_snapshot AS snapshot
  ON (snapshot.unit_code = member.unit_code OR snapshot.scope_code = member.unit_code)
  AND snapshot.valid_from <= $2 AND $2 < coalesce(snapshot.valid_to, DATE 'infinity')
JOIN internal.catalog_file AS catalog_file
  ON catalog_file.unit_code = snapshot.unit_code
  AND catalog_file.snapshot_date = snapshot.snapshot_date
JOIN internal.ingest_file AS ledger
  ON ledger.file = catalog_file.file AND ledger.status = 'ingested'
ORDER BY ledger.file
