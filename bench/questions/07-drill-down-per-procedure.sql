-- Từng thủ tục của một sở trong quý / A department's dossiers by procedure in a quarter
SELECT procedure_code, count(*) AS dossiers, avg((channel = 'online')::INT) AS online,
  avg(on_time::INT) AS on_time
FROM dossier
WHERE unit_code = (SELECT min(unit_code) FROM unit WHERE kind = 'department' AND province_code = 'H47')
  AND received_at >= '2020-07-01' AND received_at < '2020-10-01'
GROUP BY procedure_code
ORDER BY dossiers DESC, procedure_code
