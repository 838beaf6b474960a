-- Each root of a snapshot once: the first row by file and position gives the names, the highest level
-- and every "yes" count.
CREATE TABLE recomputed.service AS
SELECT
  unit_code, left(unit_code, 3) AS scope_code, snapshot_date, procedure_code,
  first(written_code ORDER BY file, position) AS written_code,
  first(procedure_name ORDER BY file, position) AS procedure_name,
  first(field_code ORDER BY file, position) AS field_code,
  first(field_name ORDER BY file, position) AS field_name,
  first(admin_level ORDER BY file, position) AS admin_level,
  max(service_level) AS service_level,
  count(*) FILTER (eligible_level4) > 0 AS eligible_level4,
  count(*) FILTER (on_national_portal) > 0 AS on_national_portal,
  count(*) FILTER (run_by_ministry) > 0 AS run_by_ministry,
  count(*) FILTER (has_fee) > 0 AS has_fee,
  first(max_days ORDER BY file, position) AS max_days,
  min(file) AS file
FROM recomputed.catalog_row
GROUP BY unit_code, snapshot_date, procedure_code;
