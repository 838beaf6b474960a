-- The rows of statements in force.
CREATE VIEW recomputed.unit_row AS
SELECT * FROM kept.unit_row
WHERE statement_id IN (SELECT statement_id FROM internal.ingest_file WHERE status = 'ingested');

CREATE VIEW recomputed.catalog_row AS
SELECT * FROM kept.catalog_row
WHERE statement_id IN (SELECT statement_id FROM internal.ingest_file WHERE status = 'ingested');

CREATE VIEW recomputed.dossier_message AS
SELECT * FROM kept.dossier_message
WHERE statement_id IN (SELECT statement_id FROM internal.ingest_file WHERE status = 'ingested');

-- exact_numerator / exact_denominator is the rate in whole numbers: of the counts, else of the print.
CREATE TABLE recomputed.report AS
SELECT
  statement_id, file, position, indicator, unit_code, as_of, period_type, numerator, denominator,
  printed_value,
  CASE
    WHEN numerator IS NULL OR denominator IS NULL THEN internal.print_rate(printed_value)
    WHEN denominator > 0 THEN numerator / denominator
  END AS value,
  CASE
    WHEN numerator IS NULL OR denominator IS NULL THEN internal.print_units(printed_value)
    WHEN denominator > 0 THEN CAST(numerator AS HUGEINT)
  END AS exact_numerator,
  CASE
    WHEN numerator IS NULL OR denominator IS NULL THEN internal.print_units_of_one(printed_value)
    WHEN denominator > 0 THEN CAST(denominator AS HUGEINT)
  END AS exact_denominator
FROM kept.report_row
WHERE statement_id IN (SELECT statement_id FROM internal.ingest_file WHERE status = 'ingested');

-- What the catalogs offer, root by root: what values are counted from.
CREATE TABLE recomputed.offer AS
SELECT
  unit_code, left(unit_code, 3) AS scope_code, snapshot_date, procedure_code, service_level,
  eligible_level4, on_national_portal, run_by_ministry, has_fee
FROM recomputed.catalog_row;
