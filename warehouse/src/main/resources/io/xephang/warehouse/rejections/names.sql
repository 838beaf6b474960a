-- The names by which rejected rows of the feed reports give their units.
SELECT DISTINCT json_extract_string(nullif(raw, ''), '$.unit_name') AS unit_name
FROM internal.quarantine
WHERE feed = 'reports' AND unit_name IS NOT NULL
ORDER BY unit_name
