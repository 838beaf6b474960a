-- A row of a catalog is in force as long as the catalog is.
CREATE VIEW service AS
SELECT
  service.unit_code, service.procedure_code, service.procedure_name, service.field_name,
  service.admin_level, service.service_level, service.eligible_level4,
  service.on_national_portal, service.run_by_ministry, snapshot.valid_from, snapshot.valid_to,
  service.file, service.snapshot_date, service.written_code, service.field_code,
  service.has_fee, service.max_days
FROM internal.service AS service
JOIN internal.catalog_snapshot AS snapshot
  ON snapshot.unit_code = service.unit_code
  AND snapshot.snapshot_date = service.snapshot_date
  -- An empty span: in force on no day.
  AND (snapshot.valid_to IS NULL OR snapshot.valid_from < snapshot.valid_to);
