-- The statement that a person means: as the ledger calls it, as a path to it, with .gz or without.
SELECT DISTINCT file
FROM ingest_file
WHERE regexp_replace($1, '\.gz$', '') = file
  OR ends_with(regexp_replace($1, '\.gz$', ''), '/' || file)
