-- Where the meaning changed behind one day and not behind another.
SELECT changed_on, note_vi, note_en
FROM internal.definition_change
WHERE indicator = $1 AND $2 < changed_on AND changed_on <= $3
ORDER BY changed_on
