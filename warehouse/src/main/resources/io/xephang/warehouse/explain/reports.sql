-- All reports of a unit for the date of the one that is ranked: of these the one of the greatest
-- file name, then position, which comes first.
SELECT
  report.file, report.position, report.printed_name, report.printed_value, report.numerator,
  report.denominator, report.value, report.source, report.note, checked.verdict,
  checked.recomputed_value, checked.difference
FROM internal.report_row AS report
JOIN reconciliation AS checked
  ON checked.file = report.file AND checked.position = report.position
WHERE report.indicator = $1 AND report.unit_code = $2 AND report.period_type = $3
  AND report.as_of = $4
ORDER BY report.file DESC, report.position DESC
