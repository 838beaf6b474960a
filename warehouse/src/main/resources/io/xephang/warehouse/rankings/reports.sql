-- The reports behind the reported ranking of ministries and provinces on a day.
WITH asked AS (
  SELECT ? AS indicator, CAST(? AS DATE) AS day, ? AS basis, ? AS period_type
)
SELECT DISTINCT report.file, report.source
FROM asked
JOIN internal.ranking_interval AS held
  ON held.indicator = asked.indicator
  AND held.basis = asked.basis
  AND held.period_type = asked.period_type
  AND held.peer_group IN ('ministry', 'province')
  AND held.value IS NOT NULL
  AND held.valid_from <= asked.day
  AND asked.day < coalesce(held.valid_to, DATE 'infinity')
JOIN internal.report_row AS report
  ON report.indicator = held.indicator
  AND report.period_type = held.period_type
  AND report.unit_code = held.unit_code
  AND report.as_of = held.data_date
