-- Units whose names look alike, whoever left the accents out: the likeliest first.
WITH asked AS (
  SELECT replace(strip_accents(lower($1)), 'đ', 'd') AS written
),
likeness AS (
  SELECT
    known.unit_code,
    max(greatest(
      jaro_winkler_similarity(
        replace(strip_accents(lower(known.spelling)), 'đ', 'd'), asked.written),
      jaro_winkler_similarity(lower(known.unit_code), asked.written))) AS likeness
  FROM internal.unit_spelling AS known
  CROSS JOIN asked
  GROUP BY known.unit_code
)
SELECT
  likeness.unit_code,
  -- A unit of several versions by its newest name.
  arg_max(unit.unit_name, coalesce(unit.valid_from, DATE '-infinity')) AS unit_name
FROM likeness
JOIN internal.unit AS unit ON unit.unit_code = likeness.unit_code
GROUP BY likeness.unit_code, likeness.likeness
ORDER BY likeness.likeness DESC, length(likeness.unit_code), likeness.unit_code
LIMIT 5
