SELECT
  min(held.valid_from) AS first_day,
  max(CASE
    WHEN held.valid_to IS NULL THEN publication.as_of
    ELSE held.valid_to - 1
  END) AS last_day
FROM internal.ranking_interval AS held
CROSS JOIN internal.publication AS publication
WHERE held.indicator = ? AND held.basis = ? AND held.period_type = ?
  AND held.peer_group IN ('ministry', 'province')
  AND held.value IS NOT NULL
