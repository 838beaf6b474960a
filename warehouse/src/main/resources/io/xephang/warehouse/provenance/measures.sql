SELECT DISTINCT name, measure
FROM internal.dictionary_entry
WHERE measure IS NOT NULL
