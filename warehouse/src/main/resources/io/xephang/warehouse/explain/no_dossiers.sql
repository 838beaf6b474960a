SELECT NULL AS procedure_code, NULL AS dossiers, NULL AS online_dossiers
WHERE false
