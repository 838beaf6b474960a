(SELECT schema_name || '.' || view_name AS name, sql AS text
FROM duckdb_views()
WHERE database_name = '${database}' AND schema_name IN ('main', 'internal') AND NOT internal
UNION ALL
SELECT schema_name || '.' || function_name, array_to_string(parameters, ', ') || macro_definition
FROM duckdb_functions()
WHERE database_name = '${database}' AND schema_name IN ('main', 'internal') AND NOT internal
  AND function_type IN ('macro', 'table_macro'))
