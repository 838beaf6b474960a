SELECT
  serial, rank, unit_code, unit_name, numerator, denominator, value, printed_value, period_start,
  period_end, data_date
FROM ranking_at(?, ?, peer_group := ?, basis := ?, period_type := ?)
ORDER BY serial
