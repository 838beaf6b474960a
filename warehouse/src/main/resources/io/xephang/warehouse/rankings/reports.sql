-- The reports behind the reported ranking of ministries and provinces on a day.
WITH asked AS (
  SELECT ? AS indicator, CAST(? AS DATE) AS day, ? AS basis, ? AS period_type
)
SELECT DISTINCT
  -- Of several reports the one of the greatest file name, then position, is ranked.
  last_value(report.file) OVER latest AS file,
  last_value(report.source) OVER latest AS source
FROM asked
JOIN internal.ranking_held AS held
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
WINDOW latest AS (
  PARTITION BY report.unit_code, report.as_of
  ORDER BY report.file, report.position
  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
