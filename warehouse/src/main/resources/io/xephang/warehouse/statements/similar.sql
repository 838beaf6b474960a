SELECT file
FROM (SELECT DISTINCT file FROM ingest_file)
ORDER BY jaro_winkler_similarity(parse_filename(file), parse_filename($1)) DESC,
  jaro_winkler_similarity(file, $1) DESC, file
LIMIT 3
