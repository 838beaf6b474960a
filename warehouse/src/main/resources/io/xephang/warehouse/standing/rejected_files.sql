-- Files of which no row was taken: their senders believe that they have delivered.
SELECT file FROM ingest_file WHERE status = 'ingested' AND rows_read = quarantined ORDER BY file
