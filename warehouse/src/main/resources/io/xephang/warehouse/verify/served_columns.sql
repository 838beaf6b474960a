SELECT column_name
FROM duckdb_columns()
WHERE database_name = 'memory' AND schema_name = 'internal' AND table_name = ?
ORDER BY column_index
