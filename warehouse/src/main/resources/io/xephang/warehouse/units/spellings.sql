SELECT unit_code, spelling
FROM internal.unit_spelling
ORDER BY unit_code, spelling
