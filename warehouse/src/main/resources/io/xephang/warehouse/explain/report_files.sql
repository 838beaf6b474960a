-- The files behind the reports of a unit for a date.
SELECT DISTINCT ledger.file, ledger.content_sha256, ledger.run_id, ledger.ingested_at
FROM internal.report_row AS report
JOIN internal.ingest_file AS ledger
  ON ledger.file = report.file AND ledger.status = 'ingested'
WHERE report.indicator = $1 AND report.unit_code = $2 AND report.period_type = $3
  AND report.as_of = $4
ORDER BY ledger.file
