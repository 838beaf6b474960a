-- Thời gian xử lý / Median and 90th percentile of processing days
SELECT procedure_code, count(*) AS finished,
  median(date_diff('day', received_at, finished_at)) AS median_days,
  quantile_cont(date_diff('day', received_at, finished_at), 0.9) AS p90_days
FROM dossier
WHERE finished_at IS NOT NULL
GROUP BY procedure_code
ORDER BY finished DESC, procedure_code
LIMIT 20
