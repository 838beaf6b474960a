SELECT name
FROM (
  SELECT view_name AS name FROM duckdb_views() WHERE schema_name = 'main' AND NOT internal
  UNION ALL
  SELECT function_name || '(' || array_to_string(parameters, ', ') || ')'
  FROM duckdb_functions()
  WHERE schema_name = 'main' AND function_type = 'table_macro' AND NOT internal)
ORDER BY name
