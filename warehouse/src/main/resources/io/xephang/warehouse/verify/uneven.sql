-- Rows that one side has more often than the other. One hash table of both sides, which can spill.
CREATE OR REPLACE TEMP TABLE uneven AS
SELECT ${columns}, sum(side) AS surplus
FROM (
  SELECT ${columns}, 1 AS side FROM ${found}
  UNION ALL
  SELECT ${columns}, -1 FROM ${expected})
GROUP BY ${columns}
HAVING sum(side) <> 0;
