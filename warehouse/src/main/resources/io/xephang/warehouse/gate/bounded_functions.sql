-- Functions of which one call may take any time or memory: DuckDB stops a query between calls, never
-- within one. These take their places for one connection (temp comes first in the search path). What
-- is too much fails in an argument, not in a branch around the call: constants are computed in
-- branches that are never taken. strlen is in bytes, and costs nothing.
CREATE TEMP MACRO repeat(text, times) AS
  system.main.repeat(text, CASE WHEN strlen(text) * times > 100000
    THEN error('repeat: kết quả quá dài, nhiều nhất 100000 byte / the result is too long, 100000 bytes at most')
    ELSE times END);

CREATE TEMP MACRO lpad(text, width, filling) AS
  system.main.lpad(text, CASE WHEN width > 10000
    THEN error('lpad: quá rộng, nhiều nhất 10000 / too wide, 10000 at most') ELSE width END, filling);

CREATE TEMP MACRO rpad(text, width, filling) AS
  system.main.rpad(text, CASE WHEN width > 10000
    THEN error('rpad: quá rộng, nhiều nhất 10000 / too wide, 10000 at most') ELSE width END, filling);

CREATE TEMP MACRO bar(value, smallest, greatest, width := 80) AS
  system.main.bar(value, smallest, greatest, CASE WHEN width > 1000
    THEN error('bar: quá rộng, nhiều nhất 1000 / too wide, 1000 at most') ELSE width END);

-- Every byte may be found, and each be replaced by the whole new text.
CREATE TEMP MACRO replace(text, found, instead) AS
  system.main.replace(text, found, CASE WHEN strlen(text) * strlen(instead) > 10000000
    THEN error('replace: văn bản quá dài / the texts are too long') ELSE instead END);

-- Likewise every place may match, the empty ones between two bytes too, and take in what it matched.
CREATE TEMP MACRO regexp_replace(text, pattern, instead) AS
  system.main.regexp_replace(text, pattern, CASE WHEN (strlen(text) + 1) * (strlen(instead) + 1) > 10000000
    THEN error('regexp_replace: văn bản quá dài / the texts are too long') ELSE instead END),
(text, pattern, instead, options) AS
  system.main.regexp_replace(text, pattern, CASE WHEN (strlen(text) + 1) * (strlen(instead) + 1) > 10000000
    THEN error('regexp_replace: văn bản quá dài / the texts are too long') ELSE instead END, options);

-- Their time is the product of both lengths.
CREATE TEMP MACRO levenshtein(one, other) AS
  system.main.levenshtein(one, CASE WHEN strlen(one) * strlen(other) > 250000
    THEN error('levenshtein: văn bản quá dài / the texts are too long') ELSE other END);

CREATE TEMP MACRO editdist3(one, other) AS
  system.main.editdist3(one, CASE WHEN strlen(one) * strlen(other) > 250000
    THEN error('editdist3: văn bản quá dài / the texts are too long') ELSE other END);

CREATE TEMP MACRO damerau_levenshtein(one, other) AS
  system.main.damerau_levenshtein(one, CASE WHEN strlen(one) * strlen(other) > 250000
    THEN error('damerau_levenshtein: văn bản quá dài / the texts are too long') ELSE other END);

CREATE TEMP MACRO jaro_similarity(one, other) AS
  system.main.jaro_similarity(one, CASE WHEN strlen(one) * strlen(other) > 250000
    THEN error('jaro_similarity: văn bản quá dài / the texts are too long') ELSE other END);

CREATE TEMP MACRO jaro_winkler_similarity(one, other) AS
  system.main.jaro_winkler_similarity(one, CASE WHEN strlen(one) * strlen(other) > 250000
    THEN error('jaro_winkler_similarity: văn bản quá dài / the texts are too long') ELSE other END);

-- As lists. As tables, in FROM, they come row by row and may be of any length.
CREATE TEMP MACRO range(stop) AS
  system.main.range(CASE WHEN stop > 10000
    THEN error('range: danh sách quá dài, nhiều nhất 10000; hãy dùng FROM range(…) / the list is too long, 10000 at most; use FROM range(…)')
    ELSE stop END),
(start, stop) AS
  system.main.range(start, CASE WHEN stop NOT BETWEEN start - 10000 AND start + 10000
    THEN error('range: danh sách quá dài, nhiều nhất 10000; hãy dùng FROM range(…) / the list is too long, 10000 at most; use FROM range(…)')
    ELSE stop END),
(start, stop, step) AS
  system.main.range(start, CASE
    WHEN stop NOT BETWEEN least(start - 10000 * step, start + 10000 * step)
      AND greatest(start - 10000 * step, start + 10000 * step)
    THEN error('range: danh sách quá dài, nhiều nhất 10000; hãy dùng FROM range(…) / the list is too long, 10000 at most; use FROM range(…)')
    ELSE stop END, step);

CREATE TEMP MACRO generate_series(stop) AS
  system.main.generate_series(CASE WHEN stop > 10000
    THEN error('generate_series: danh sách quá dài, nhiều nhất 10000; hãy dùng FROM generate_series(…) / the list is too long, 10000 at most; use FROM generate_series(…)')
    ELSE stop END),
(start, stop) AS
  system.main.generate_series(start, CASE WHEN stop NOT BETWEEN start - 10000 AND start + 10000
    THEN error('generate_series: danh sách quá dài, nhiều nhất 10000; hãy dùng FROM generate_series(…) / the list is too long, 10000 at most; use FROM generate_series(…)')
    ELSE stop END),
(start, stop, step) AS
  system.main.generate_series(start, CASE
    WHEN stop NOT BETWEEN least(start - 10000 * step, start + 10000 * step)
      AND greatest(start - 10000 * step, start + 10000 * step)
    THEN error('generate_series: danh sách quá dài, nhiều nhất 10000; hãy dùng FROM generate_series(…) / the list is too long, 10000 at most; use FROM generate_series(…)')
    ELSE stop END, step);
