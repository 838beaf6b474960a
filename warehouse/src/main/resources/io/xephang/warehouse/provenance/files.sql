SELECT file
FROM ingest_file
WHERE status = 'ingested'
ORDER BY file
