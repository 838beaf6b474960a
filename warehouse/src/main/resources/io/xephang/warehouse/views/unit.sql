CREATE VIEW unit AS
SELECT
  unit_code, unit_name, kind, parent_code, province_code, region, valid_from, valid_to,
  successor_code, full_name, listed
FROM internal.unit;
