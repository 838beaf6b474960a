-- Each wrong row with the right one of the same key.
SELECT
  found.surplus IS NOT NULL AS is_found, expected.surplus IS NOT NULL AS is_expected,
  ${key}, ${found}, ${expected}
FROM (FROM uneven WHERE surplus > 0) AS found
FULL JOIN (FROM uneven WHERE surplus < 0) AS expected ON ${same_key}
