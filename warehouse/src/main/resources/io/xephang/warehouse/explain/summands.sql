-- What a sum over ministries or provinces adds up: those that exist on the day, listed ones alone
-- for a rate of a day (agencies that the annex leaves out count nowhere; their dossiers do). Of a
-- period whatever was computed counts, dossiers of units that ended within it too. In the order of
-- the annex; those without a value last.
WITH member AS (
  SELECT
    unit_code, unit_name, kind, listed,
    (valid_from IS NULL OR valid_from <= $6) AND (valid_to IS NULL OR $6 <= valid_to)
      AS exists_then
  FROM internal.unit
  WHERE kind IN ('ministry', 'province') AND ($1 = 'VN' OR $1 = 'VN.' || kind)
  QUALIFY row_number() OVER (
    PARTITION BY unit_code ORDER BY exists_then DESC, valid_from DESC NULLS LAST) = 1
)
SELECT
  member.unit_code, member.unit_name, held.numerator, held.denominator, held.value,
  held.printed_value, held.data_date
FROM member
LEFT JOIN internal.indicator_held AS held
  ON held.unit_code = member.unit_code
  AND held.indicator = $2 AND held.basis = $3 AND held.period_type = $4
  AND held.valid_from <= $5 AND $5 < coalesce(held.valid_to, DATE 'infinity')
LEFT JOIN internal.ranking_held AS placed
  ON placed.unit_code = member.unit_code AND placed.peer_group = member.kind
  AND placed.indicator = $2 AND placed.basis = $3 AND placed.period_type = $4
  AND placed.valid_from <= $5 AND $5 < coalesce(placed.valid_to, DATE 'infinity')
WHERE (member.exists_then AND (member.listed OR $4 <> 'as_of'))
  OR ($3 = 'computed' AND $4 <> 'as_of' AND held.unit_code IS NOT NULL)
ORDER BY held.unit_code IS NULL, member.kind, placed.serial NULLS LAST, member.unit_code
