-- Dịch vụ mức độ 4 của một tỉnh vào một ngày / A province's level-4 services on a day
SELECT unit_code, procedure_code, procedure_name
FROM service
WHERE unit_code LIKE 'H47%' AND service_level = 4
  AND valid_from <= '2020-06-30' AND (valid_to IS NULL OR valid_to > '2020-06-30')
ORDER BY ALL
