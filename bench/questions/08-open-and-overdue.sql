-- Quá hạn, chưa xong, theo đơn vị / Open and overdue by unit
SELECT unit_code, count(*) AS overdue
FROM dossier
WHERE finished_at IS NULL AND status NOT IN (1, 3, 7, 8, 9, 10) AND due_at < '2020-10-31'
GROUP BY unit_code
ORDER BY overdue DESC, unit_code
LIMIT 50
