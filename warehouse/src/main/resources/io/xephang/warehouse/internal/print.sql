-- A percentage as officials print it, read as the reports feed reads it: '54,53%', '1,5 %', '0.909%'.
-- Of s decimals it is print_units / print_units_of_one, in whole numbers: 5453 / 10000.
CREATE MACRO internal.print_digits(as_printed) AS
  -- RE2's \s has no vertical tab.
  regexp_extract(
    as_printed, '^(\d{1,9})([.,](\d{1,9}))?[\p{Z}\s\v]*%$', ['whole', 'point', 'decimals']);

CREATE MACRO internal.print_units(as_printed) AS
  CASE WHEN internal.print_digits(as_printed).whole <> ''
    THEN CAST(
      internal.print_digits(as_printed).whole || internal.print_digits(as_printed).decimals
      AS HUGEINT)
  END;

CREATE MACRO internal.print_units_of_one(as_printed) AS
  CASE WHEN internal.print_digits(as_printed).whole <> ''
    THEN CAST('1' || repeat('0', length(internal.print_digits(as_printed).decimals) + 2) AS HUGEINT)
  END;

-- The fraction of 1 as the nearest binary fraction.
CREATE MACRO internal.print_rate(as_printed) AS
  CASE WHEN internal.print_digits(as_printed).whole <> ''
    THEN CAST(
      internal.print_digits(as_printed).whole || '.' || internal.print_digits(as_printed).decimals
      || 'e-2' AS DOUBLE)
  END;
