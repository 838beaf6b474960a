-- How many of them there are of each root.
SELECT
  procedure_code, count(*) AS dossiers, count(*) FILTER (channel = 'online') AS online_dossiers
FROM judged
WHERE in_denominator
GROUP BY procedure_code
