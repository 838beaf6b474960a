-- Statements that one publication has and the other has not, or that no longer count as they did.
SELECT
  coalesce(after.file, before.file) AS file,
  coalesce(after.feed, before.feed) AS feed,
  before.status AS status_before,
  after.status AS status_after
FROM one.internal.ingest_file AS before
FULL JOIN other.internal.ingest_file AS after ON after.statement_id = before.statement_id
WHERE before.status IS DISTINCT FROM after.status
ORDER BY feed, file, status_before, status_after
