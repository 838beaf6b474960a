-- The counts of each catalog: every root once, at the highest level, yes if any row says yes. What
-- counts is said by the definitions: ${counts} has a struct of the counts of each indicator.
CREATE TABLE recomputed.unit_value AS
WITH root AS (
  SELECT
    catalog.unit_code, catalog.part, catalog.valid_from, catalog.valid_to, offer.procedure_code,
    max(offer.service_level) AS service_level,
    bool_or(offer.eligible_level4) AS eligible_level4,
    bool_or(offer.on_national_portal) AS on_national_portal,
    bool_or(offer.run_by_ministry) AS run_by_ministry,
    bool_or(offer.has_fee) AS has_fee,
    max(catalog.source_date) AS source_date
  FROM recomputed.catalog AS catalog
  JOIN recomputed.offer AS offer
    ON offer.unit_code = catalog.source_unit AND offer.snapshot_date = catalog.source_date
  GROUP BY
    catalog.unit_code, catalog.part, catalog.valid_from, catalog.valid_to, offer.procedure_code
),
counted AS (
  SELECT
    root.unit_code, root.part, root.valid_from, root.valid_to, max(root.source_date) AS data_date,
    [${counts}] AS counts
  FROM root
  GROUP BY root.unit_code, root.part, root.valid_from, root.valid_to
)
SELECT
  counted.unit_code, counted.part, counted.valid_from, counted.valid_to, counted.data_date,
  unnest(counted.counts, recursive := true)
FROM counted;
