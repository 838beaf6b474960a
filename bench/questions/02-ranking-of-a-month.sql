-- Xếp hạng sở, ngành theo hồ sơ trực tuyến / Departments by online dossiers in a month
SELECT rank, unit_name, numerator, denominator, value
FROM ranking_at('online_dossier_rate', '2020-09-30', 'department:H47')
