-- The catalog of a unit on a day, a row for each unit that offers a root. A root counts once, at the
-- highest level, yes if any row says yes; ${numerator} and ${denominator} are the definition's
-- predicates over such a root, for a period with the dossiers received in it. The offer that decides
-- comes first.
WITH offer AS (
  SELECT
    service.procedure_code, service.procedure_name, service.service_level, service.eligible_level4,
    service.on_national_portal, service.run_by_ministry, service.has_fee, service.unit_code,
    service.snapshot_date, service.file
  FROM internal.catalog_snapshot AS snapshot
  JOIN internal.service AS service
    ON service.unit_code = snapshot.unit_code AND service.snapshot_date = snapshot.snapshot_date
  -- The first condition says nothing new, but lets DuckDB skip most of the files.
  WHERE service.scope_code = left($1, 3)
    AND (snapshot.unit_code = $1 OR snapshot.scope_code = $1)
    AND snapshot.valid_from <= $2 AND $2 < coalesce(snapshot.valid_to, DATE 'infinity')
),
catalog AS (
  SELECT
    procedure_code,
    max(service_level) AS service_level,
    bool_or(eligible_level4) AS eligible_level4,
    bool_or(on_national_portal) AS on_national_portal,
    bool_or(run_by_ministry) AS run_by_ministry,
    bool_or(has_fee) AS has_fee
  FROM offer
  GROUP BY procedure_code
),
received AS (
${received}),
root AS (
  SELECT
    catalog.*, coalesce(received.dossiers, 0) AS dossiers,
    coalesce(received.online_dossiers, 0) AS online_dossiers
  FROM catalog
  LEFT JOIN received ON received.procedure_code = catalog.procedure_code
),
judged AS (
  SELECT
    root.*,
    coalesce(${denominator}, false) AS in_denominator,
    coalesce((${denominator}) AND (${numerator}), false) AS in_numerator
  FROM root
)
SELECT
  judged.procedure_code, judged.service_level, judged.eligible_level4, judged.on_national_portal,
  judged.run_by_ministry, judged.dossiers, judged.online_dossiers, judged.in_numerator,
  judged.in_denominator,
  offer.procedure_name AS offered_name, offer.service_level AS offered_level, offer.unit_code,
  offer.snapshot_date, offer.file
FROM judged
JOIN offer ON offer.procedure_code = judged.procedure_code
ORDER BY
  judged.procedure_code, offer.service_level DESC NULLS LAST,
  offer.eligible_level4 DESC, offer.on_national_portal DESC, offer.unit_code
