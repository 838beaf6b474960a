-- Theo tháng, tỉnh và kênh / By month, province and channel
SELECT date_trunc('month', received_at) AS month, province_code, channel, count(*) AS dossiers,
  sum(fee) AS fees
FROM dossier
GROUP BY ALL
ORDER BY ALL
