SELECT max(data_date) AS day
FROM internal.dossier_period
