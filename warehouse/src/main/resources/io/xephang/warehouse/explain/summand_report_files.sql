-- The files behind the reports that a sum over ministries or provinces speaks of on a day.
SELECT DISTINCT ledger.file, ledger.content_sha256, ledger.run_id, ledger.ingested_at
FROM internal.unit AS member
JOIN internal.indicator_held AS held
  ON held.unit_code = member.unit_code
  AND held.indicator = $2 AND held.basis = 'reported' AND held.period_type = $3
  AND held.valid_from <= $4 AND $4 < coalesce(held.valid_to, DATE 'infinity')
JOIN internal.report_row AS report
  ON report.indicator = held.indicator AND report.unit_code = held.unit_code
  AND report.period_type = held.period_type AND report.as_of = held.data_date
JOIN internal.ingest_file AS ledger
  ON ledger.file = report.file AND ledger.status = 'ingested'
WHERE member.kind IN ('ministry', 'province')
  AND ($1 = 'VN' OR $1 = 'VN.' || member.kind)
  AND (member.listed OR $3 <> 'as_of')
ORDER BY ledger.file
