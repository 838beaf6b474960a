SELECT feed, reason, count(*) AS rows FROM quarantine GROUP BY feed, reason ORDER BY feed, reason
