-- Một hồ sơ / One dossier
SELECT *
FROM dossier
WHERE dossier_code = (SELECT max(dossier_code) FROM dossier WHERE province_code = 'H47')
