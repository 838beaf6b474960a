-- How an indicator is counted; nothing for a rate that is only ever reported.
SELECT counted_rows, numerator_predicate, denominator_predicate
FROM internal.indicator
WHERE indicator = ? AND counted_rows IS NOT NULL
