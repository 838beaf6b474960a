SELECT feed, status, count(*) AS files FROM ingest_file GROUP BY feed, status ORDER BY feed, status
