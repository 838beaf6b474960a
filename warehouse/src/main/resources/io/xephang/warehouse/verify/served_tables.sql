-- What a served database holds itself, but for the records of runs: they go on after it was built.
SELECT table_name
FROM duckdb_tables()
WHERE database_name = 'memory' AND schema_name = 'internal' AND table_name NOT IN ('run', 'audit_finding')
ORDER BY table_name
