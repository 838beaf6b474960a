-- What this surface means, in words: a row for each view and macro, then one for each of its
-- parameters and columns.
CREATE VIEW dictionary AS
SELECT
  relation AS view_name, name AS column_name, type, description_vi, description_en, part,
  default_value, measure, place
FROM internal.dictionary_entry;
