-- The sender is the ministry or province that the row names, else (but for dossiers, of which there are
-- too many to look) the one that most accepted rows of its file are of, else the one in the file's
-- name; null if nobody can tell.
CREATE VIEW quarantine AS
WITH rejected AS (
  -- Of a file that cannot be read at all nothing is kept.
  SELECT *, nullif(raw, '') AS kept FROM internal.quarantine
),
hinted AS (
  SELECT
    rejected.*,
    regexp_extract(
      coalesce(
        json_extract_string(rejected.kept, '$.unit_code'),
        json_extract_string(rejected.kept, '$.DonViXuLy'),
        ''),
      '(?:^|\.)([HG][0-9]{2})(?:\.|$)', 1)
      AS in_row,
    regexp_extract(
      json_extract_string(rejected.kept, '$.MaHoSo'), '(?:^|\.)([HG][0-9]{2})(?:[.\-]|$)', 1)
      AS in_code,
    regexp_extract(
      upper(parse_filename(rejected.file)), '(?:^|[^A-Z0-9])([HG][0-9]{2})(?:[^A-Z0-9]|$)', 1)
      AS in_name
  FROM rejected
),
root AS (
  SELECT DISTINCT unit_code FROM internal.unit WHERE kind IN ('ministry', 'province')
)
SELECT
  hinted.file, hinted.position, hinted.feed, hinted.reason, hinted.detail, hinted.raw,
  hinted.run_id, hinted.statement_id,
  coalesce(row_root.unit_code, code_root.unit_code, file_sender.sender, name_root.unit_code) AS sender
FROM hinted
LEFT JOIN root AS row_root ON row_root.unit_code = hinted.in_row
LEFT JOIN root AS code_root ON code_root.unit_code = hinted.in_code
LEFT JOIN internal.file_sender AS file_sender ON file_sender.file = hinted.file
LEFT JOIN root AS name_root ON name_root.unit_code = hinted.in_name;
