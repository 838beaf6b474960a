-- As the macro headline chooses it: the next target to reach, else the last one that was due.
SELECT target, due, legal_basis
FROM internal.target
WHERE indicator = $1
ORDER BY due < $2, CASE WHEN due < $2 THEN $2 - due ELSE due - $2 END
LIMIT 1
