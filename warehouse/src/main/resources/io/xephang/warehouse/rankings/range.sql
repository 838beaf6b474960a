SELECT
  min(held.valid_from) AS first_day,
  max(held.data_date) AS last_day
FROM internal.ranking_held AS held
WHERE held.indicator = ? AND held.basis = ? AND held.period_type = ?
  AND held.peer_group IN ('ministry', 'province')
  AND held.value IS NOT NULL
