-- How many of them each handling unit, each root and each delivered file has: every dossier once in
-- each of the three.
, grouped AS (
  SELECT
    CASE
      WHEN grouping(unit_code) = 0 THEN 'unit'
      WHEN grouping(procedure_code) = 0 THEN 'procedure'
      ELSE 'file'
    END AS counted_by,
    coalesce(unit_code, procedure_code, file) AS code, statement_id,
    count(*) FILTER (in_numerator) AS numerator, count(*) AS denominator
  FROM judged
  WHERE in_denominator
  GROUP BY GROUPING SETS ((unit_code), (procedure_code), (file, statement_id))
),
-- As the newest catalog of the province or ministry that has a name says it.
procedure_name AS (
  SELECT procedure_code, max_by(procedure_name, (snapshot_date, unit_code)) AS procedure_name
  FROM internal.service
  WHERE scope_code = ${scope} AND snapshot_date <= DATE ${data_date}
    AND procedure_name IS NOT NULL
  GROUP BY procedure_code
)
SELECT
  grouped.counted_by, grouped.code,
  coalesce(named.unit_name, procedure_name.procedure_name) AS name, grouped.numerator,
  grouped.denominator, ledger.file, ledger.content_sha256, ledger.run_id, ledger.ingested_at
FROM grouped
LEFT JOIN internal.unit AS named
  ON grouped.counted_by = 'unit'
  AND named.unit_code = grouped.code
  AND (named.valid_from IS NULL OR named.valid_from <= DATE ${data_date})
  AND (named.valid_to IS NULL OR DATE ${data_date} <= named.valid_to)
LEFT JOIN procedure_name
  ON grouped.counted_by = 'procedure' AND procedure_name.procedure_code = grouped.code
LEFT JOIN internal.ingest_file AS ledger ON ledger.statement_id = grouped.statement_id
ORDER BY
  grouped.counted_by, CASE grouped.counted_by WHEN 'procedure' THEN -grouped.denominator END,
  grouped.code, grouped.statement_id
