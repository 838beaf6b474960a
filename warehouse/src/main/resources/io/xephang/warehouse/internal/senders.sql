-- The ministry or province that a rejected row speaks of: by its unit's code, that of the unit above,
-- its unit's name, else the code of its dossier or procedure.
CREATE TABLE internal.row_sender AS
WITH root AS (
  SELECT DISTINCT unit_code FROM internal.unit WHERE kind IN ('ministry', 'province')
),
rejected AS (
  -- Of a file that cannot be read at all nothing is kept.
  SELECT statement_id, position, file, feed, nullif(raw, '') AS kept FROM internal.quarantine
),
hinted AS (
  SELECT
    statement_id, position, file, feed,
    regexp_extract(
      upper(coalesce(
        json_extract_string(kept, '$.unit_code'), json_extract_string(kept, '$.DonViXuLy'))),
      '(?:^|\.)([HG][0-9]{2})(?:\.|$)', 1) AS in_unit,
    regexp_extract(
      upper(json_extract_string(kept, '$.parent_code')), '(?:^|\.)([HG][0-9]{2})(?:\.|$)', 1)
      AS in_parent,
    CASE feed WHEN 'reports' THEN json_extract_string(kept, '$.unit_name') END AS unit_name,
    regexp_extract(
      upper(json_extract_string(kept, '$.MaHoSo')), '(?:^|\.)([HG][0-9]{2})(?:[.\-]|$)', 1)
      AS in_dossier,
    regexp_extract(
      upper(json_extract_string(kept, '$.MaTTHC')), '\.([HG][0-9]{2})(?:\.|$)', 1) AS in_procedure
  FROM rejected
)
SELECT
  hinted.statement_id, hinted.position, hinted.file, hinted.feed,
  coalesce(
    of_unit.unit_code, of_parent.unit_code, of_name.sender, of_dossier.unit_code,
    of_procedure.unit_code) AS own_sender
FROM hinted
LEFT JOIN root AS of_unit ON of_unit.unit_code = hinted.in_unit
LEFT JOIN root AS of_parent ON of_parent.unit_code = hinted.in_parent
LEFT JOIN internal.rejected_name AS of_name ON of_name.unit_name = hinted.unit_name
LEFT JOIN root AS of_dossier ON of_dossier.unit_code = hinted.in_dossier
LEFT JOIN root AS of_procedure ON of_procedure.unit_code = hinted.in_procedure
WHERE own_sender IS NOT NULL
ORDER BY ALL;

-- The one ministry or province of all rows of a file, whether accepted or rejected; null if there
-- are several: nobody can tell then whose the others are. Of dossiers there are too many to look.
CREATE TABLE internal.file_sender AS
WITH spoken_of AS (
  SELECT file, scope_code AS sender FROM internal.service
  UNION
  SELECT file, left(unit_code, 3) FROM internal.report_row
  UNION
  SELECT file, left(unit_code, 3) FROM internal.unit_row
  UNION
  SELECT file, own_sender FROM internal.row_sender WHERE feed NOT IN ('dossiers', 'progress')
)
SELECT file, CASE count(DISTINCT sender) WHEN 1 THEN min(sender) END AS sender
FROM spoken_of
WHERE file IN (SELECT file FROM internal.quarantine)
  AND sender IN (
    SELECT unit_code FROM internal.unit WHERE kind IN ('ministry', 'province'))
GROUP BY file
ORDER BY file;
