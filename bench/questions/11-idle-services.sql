-- Dịch vụ mức độ 4 không có hồ sơ / Level-4 services that nobody used in a quarter
SELECT unit_code, procedure_code, procedure_name
FROM idle_service
WHERE unit_code = 'H47' AND period_type = 'quarter' AND period_end = '2020-09-30'
ORDER BY ALL
