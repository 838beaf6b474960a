-- The reports that a peer group is ranked by on a day, each against the counts beside its print.
WITH asked AS (
  SELECT ? AS indicator, CAST(? AS DATE) AS day, ? AS period_type, ? AS peer_group
)
SELECT
  held.unit_code, report.as_of, report.numerator, report.denominator, report.printed_value,
  checked.verdict, report.source, report.note, report.file
FROM asked
JOIN internal.ranking_held AS held
  ON held.indicator = asked.indicator
  AND held.basis = 'reported'
  AND held.period_type = asked.period_type
  AND held.peer_group = asked.peer_group
  AND held.valid_from <= asked.day
  AND asked.day < coalesce(held.valid_to, DATE 'infinity')
JOIN internal.report_row AS report
  ON report.indicator = held.indicator
  AND report.period_type = held.period_type
  AND report.unit_code = held.unit_code
  AND report.as_of = held.data_date
JOIN reconciliation AS checked
  ON checked.file = report.file AND checked.position = report.position
-- Of several reports the one of the greatest file name, then position, is ranked.
QUALIFY row_number() OVER (
  PARTITION BY held.unit_code ORDER BY report.file DESC, report.position DESC) = 1
ORDER BY held.unit_code
