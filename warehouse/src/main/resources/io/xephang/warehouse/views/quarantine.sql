-- The sender is the ministry or province that the row speaks of, else the one that all other rows of
-- its file speak of (but for dossiers and progress, of which there are too many to look), else, where
-- none is known, the one in the file's name; null if nobody can tell.
CREATE VIEW quarantine AS
WITH root AS (
  SELECT DISTINCT unit_code FROM internal.unit WHERE kind IN ('ministry', 'province')
)
SELECT
  rejected.file, rejected.position, rejected.feed, rejected.reason, rejected.detail, rejected.raw,
  rejected.run_id, rejected.statement_id,
  CASE
    WHEN row_sender.own_sender IS NOT NULL THEN row_sender.own_sender
    WHEN file_sender.file IS NOT NULL THEN file_sender.sender
    ELSE name_root.unit_code
  END AS sender
FROM internal.quarantine AS rejected
LEFT JOIN internal.row_sender AS row_sender
  ON row_sender.statement_id = rejected.statement_id AND row_sender.position = rejected.position
LEFT JOIN internal.file_sender AS file_sender ON file_sender.file = rejected.file
LEFT JOIN root AS name_root
  ON name_root.unit_code = regexp_extract(
    upper(parse_filename(rejected.file)), '(?:^|[^A-Z0-9])([HG][0-9]{2})(?:[^A-Z0-9]|$)', 1);
