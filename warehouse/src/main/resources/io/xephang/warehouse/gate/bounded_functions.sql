-- Functions of which one call may take any time or memory: DuckDB stops a query between calls, never
-- within one. These take their places for one connection (temp comes first in the search path). What
-- is too much fails in an argument, not in a branch around the call: constants are computed in
-- branches that are never taken. strlen is in bytes, and costs nothing.
CREATE TEMP MACRO repeat(text, times) AS
  system.main.repeat(text, CASE WHEN strlen(text) * times > 10000
    THEN error('repeat: kết quả quá dài, nhiều nhất 10000 byte / the result is too long, 10000 bytes at most')
    ELSE times END);

CREATE TEMP MACRO lpad(text, width, filling) AS
  system.main.lpad(text, CASE WHEN width > 1000
    THEN error('lpad: quá rộng, nhiều nhất 1000 / too wide, 1000 at most') ELSE width END, filling);

CREATE TEMP MACRO rpad(text, width, filling) AS
  system.main.rpad(text, CASE WHEN width > 1000
    THEN error('rpad: quá rộng, nhiều nhất 1000 / too wide, 1000 at most') ELSE width END, filling);

CREATE TEMP MACRO bar(value, smallest, greatest, width := 80) AS
  system.main.bar(value, smallest, greatest, CASE WHEN width > 1000
    THEN error('bar: quá rộng, nhiều nhất 1000 / too wide, 1000 at most') ELSE width END);

-- How much longer it may become: every place may be one where the new text stands in.
CREATE TEMP MACRO replace(text, found, instead) AS
  system.main.replace(text, found, CASE
    WHEN strlen(text) // greatest(strlen(found), 1) * (strlen(instead) - strlen(found)) > 100000
    THEN error('replace: văn bản quá dài / the texts are too long') ELSE instead END);

-- Likewise every place may match, the empty ones between two bytes too, and take in what it matched.
CREATE TEMP MACRO regexp_replace(text, pattern, instead) AS
  system.main.regexp_replace(text, pattern, CASE
    WHEN strlen(instead) > 1 AND (strlen(text) + 1) * strlen(instead) > 200000
    THEN error('regexp_replace: văn bản quá dài / the texts are too long') ELSE instead END),
(text, pattern, instead, options) AS
  system.main.regexp_replace(text, pattern, CASE
    WHEN strlen(instead) > 1 AND (strlen(text) + 1) * strlen(instead) > 200000
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

-- What a lambda returns is kept for every element of the up to 2048 lists of a call.
CREATE TEMP MACRO list_transform(list, lambda_function) AS
  system.main.list_transform(CASE WHEN len(list) > 5000
    THEN error('list_transform: danh sách quá dài, nhiều nhất 5000; hãy dùng unnest / the list is too long, 5000 at most; use unnest')
    ELSE list END, lambda_function);

CREATE TEMP MACRO list_apply(list, lambda_function) AS
  system.main.list_apply(CASE WHEN len(list) > 5000
    THEN error('list_apply: danh sách quá dài, nhiều nhất 5000; hãy dùng unnest / the list is too long, 5000 at most; use unnest')
    ELSE list END, lambda_function);

CREATE TEMP MACRO array_transform(list, lambda_function) AS
  system.main.array_transform(CASE WHEN len(list) > 5000
    THEN error('array_transform: danh sách quá dài, nhiều nhất 5000; hãy dùng unnest / the list is too long, 5000 at most; use unnest')
    ELSE list END, lambda_function);

CREATE TEMP MACRO array_apply(list, lambda_function) AS
  system.main.array_apply(CASE WHEN len(list) > 5000
    THEN error('array_apply: danh sách quá dài, nhiều nhất 5000; hãy dùng unnest / the list is too long, 5000 at most; use unnest')
    ELSE list END, lambda_function);

CREATE TEMP MACRO apply(list, lambda_function) AS
  system.main.apply(CASE WHEN len(list) > 5000
    THEN error('apply: danh sách quá dài, nhiều nhất 5000; hãy dùng unnest / the list is too long, 5000 at most; use unnest')
    ELSE list END, lambda_function);

CREATE TEMP MACRO list_filter(list, lambda_function) AS
  system.main.list_filter(CASE WHEN len(list) > 5000
    THEN error('list_filter: danh sách quá dài, nhiều nhất 5000; hãy dùng unnest / the list is too long, 5000 at most; use unnest')
    ELSE list END, lambda_function);

CREATE TEMP MACRO array_filter(list, lambda_function) AS
  system.main.array_filter(CASE WHEN len(list) > 5000
    THEN error('array_filter: danh sách quá dài, nhiều nhất 5000; hãy dùng unnest / the list is too long, 5000 at most; use unnest')
    ELSE list END, lambda_function);

CREATE TEMP MACRO filter(list, lambda_function) AS
  system.main.filter(CASE WHEN len(list) > 5000
    THEN error('filter: danh sách quá dài, nhiều nhất 5000; hãy dùng unnest / the list is too long, 5000 at most; use unnest')
    ELSE list END, lambda_function);
