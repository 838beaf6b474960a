-- Đơn vị lên hạng nhiều nhất / Who rose most since the month before
SELECT peer_group, unit_name, previous_rank, rank, rank_change
FROM ranking
WHERE indicator = 'online_dossier_rate' AND period_type = 'month' AND period_end = '2020-09-30'
ORDER BY rank_change DESC NULLS LAST, peer_group, unit_name
LIMIT 20
