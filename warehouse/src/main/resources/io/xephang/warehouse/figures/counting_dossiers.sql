-- Indicators that have no value where no dossier ever came.
SELECT indicator
FROM internal.indicator
WHERE counted_rows <> 'catalog'
