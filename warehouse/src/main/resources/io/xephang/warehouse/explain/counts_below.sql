-- How many of them the unit itself has, and each unit right below it with all units below that one;
-- the parameter is how many groups the code of such a unit has.
, placed AS (
  SELECT array_to_string(string_split(unit_code, '.')[1:?], '.') AS unit_code, in_numerator
  FROM judged
  WHERE in_denominator
),
counted AS (
  SELECT unit_code, count(*) FILTER (in_numerator) AS numerator, count(*) AS denominator
  FROM placed
  GROUP BY unit_code
)
SELECT
  counted.unit_code, coalesce(named.unit_name, counted.unit_code) AS unit_name, counted.numerator,
  counted.denominator
FROM counted
LEFT JOIN internal.unit AS named
  ON named.unit_code = counted.unit_code
  AND (named.valid_from IS NULL OR named.valid_from <= DATE ${data_date})
  AND (named.valid_to IS NULL OR DATE ${data_date} <= named.valid_to)
ORDER BY counted.unit_code
