SELECT count(*) AS services
FROM idle_service
WHERE unit_code = ? AND period_type = 'month' AND period_start = ?
