-- The files that they came from.
SELECT ledger.file, ledger.content_sha256, ledger.run_id, ledger.ingested_at
FROM (SELECT DISTINCT statement_id FROM judged WHERE in_denominator) AS statement
JOIN internal.ingest_file AS ledger ON ledger.statement_id = statement.statement_id
ORDER BY ledger.file
