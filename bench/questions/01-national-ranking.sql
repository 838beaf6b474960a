-- Xếp hạng tỉnh theo mức độ 4 / Ranking of the provinces
SELECT rank, unit_name, numerator, denominator, value
FROM ranking_at('level4_rate', '2020-10-31')
