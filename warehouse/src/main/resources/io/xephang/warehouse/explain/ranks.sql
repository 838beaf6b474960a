-- The places of a unit on a day, and among how many that have a value.
SELECT peer_group, rank, ranked
FROM (
  SELECT peer_group, unit_code, rank, count(rank) OVER (PARTITION BY peer_group) AS ranked
  FROM internal.ranking_held
  WHERE indicator = $1 AND basis = $3 AND period_type = $4
    AND valid_from <= $5 AND $5 < coalesce(valid_to, DATE 'infinity'))
WHERE unit_code = $2
ORDER BY contains(peer_group, ':'), peer_group
