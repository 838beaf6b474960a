CREATE VIEW publication AS
SELECT
  publication_id, run_id, published_at, as_of
FROM internal.publication;
