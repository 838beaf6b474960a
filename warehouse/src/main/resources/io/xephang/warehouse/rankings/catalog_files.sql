-- The files of the catalogs in force on a day.
SELECT DISTINCT catalog_file.file
FROM internal.catalog_file AS catalog_file
JOIN internal.catalog_snapshot AS snapshot
  ON snapshot.unit_code = catalog_file.unit_code
  AND snapshot.snapshot_date = catalog_file.snapshot_date
WHERE snapshot.valid_from <= ? AND ? < coalesce(snapshot.valid_to, DATE 'infinity')
ORDER BY catalog_file.file
