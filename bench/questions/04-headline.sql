-- Số liệu chung / Headline figures
FROM headline('level4_rate', '2020-10-31')
