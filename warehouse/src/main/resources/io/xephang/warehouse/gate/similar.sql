-- The name that is most like what was written, if any is like it at all.
SELECT known.name
FROM (SELECT unnest($1) AS name) AS known
WHERE jaro_winkler_similarity(known.name, lower($2)) >= 0.8
ORDER BY jaro_winkler_similarity(known.name, lower($2)) DESC, known.name
LIMIT 1
