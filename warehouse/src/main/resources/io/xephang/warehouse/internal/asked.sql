-- What the table macros are asked about. Whatever nobody knows is an error that says what there is: no
-- rows would look like no data. Each gives back what it was given. Columns are qualified, since the
-- macros that call these have parameters of their names.
CREATE MACRO internal.known_indicator(written) AS
  CASE WHEN written IN (SELECT known.indicator FROM internal.indicator AS known) THEN written
    ELSE error(
      'không có chỉ số / there is no indicator ''' || coalesce(written, 'NULL') || '''; có / there are: '
      || (SELECT string_agg(known.indicator, ', ' ORDER BY known.indicator)
        FROM internal.indicator AS known))
  END;

CREATE MACRO internal.known_day(written) AS
  CASE WHEN TRY_CAST(written AS DATE) IS NOT NULL THEN TRY_CAST(written AS DATE)
    ELSE error(
      'không phải ngày / no date: ''' || coalesce(CAST(written AS VARCHAR), 'NULL')
      || ''', cần dạng như / expected one like 2020-08-20')
  END;

CREATE MACRO internal.known_basis(written) AS
  CASE WHEN written IN ('computed', 'reported') THEN written
    ELSE error(
      'không có cơ sở / there is no basis ''' || coalesce(written, 'NULL')
      || '''; có / there are: computed, reported')
  END;

-- NULL stands for the indicator's own.
CREATE MACRO internal.known_period_type(written) AS
  CASE WHEN coalesce(written, 'as_of') IN ('as_of', 'month', 'quarter', 'year') THEN written
    ELSE error(
      'không có loại kỳ / there is no period type ''' || written
      || '''; có / there are: as_of, month, quarter, year')
  END;

CREATE MACRO internal.known_peer_group(written) AS
  CASE
    WHEN written IN ('province', 'ministry')
      OR written IN (SELECT 'region:' || known.region FROM internal.unit AS known)
      OR written IN (
        SELECT below.kind || ':' || known.unit_code
        FROM internal.unit AS known,
          (VALUES ('department'), ('district'), ('commune')) AS below (kind)
        WHERE known.kind IN ('ministry', 'province'))
    THEN written
    ELSE error(
      'không có nhóm / there is no peer group ''' || coalesce(written, 'NULL')
      || '''; có / there are: province, ministry, department:H47, district:H47, commune:H47, '
      || coalesce(
        (SELECT string_agg(DISTINCT 'region:' || known.region, ', ') FROM internal.unit AS known), ''))
  END;

-- A code below a known ministry or province is a unit whether or not anything speaks of it.
CREATE MACRO internal.known_unit(written) AS
  CASE
    WHEN written IN (SELECT known.unit_code FROM internal.unit AS known)
      OR split_part(written, '.', 1) IN (SELECT known.unit_code FROM internal.unit AS known)
    THEN written
    ELSE error(
      'không có đơn vị / there is no unit ''' || coalesce(written, 'NULL')
      || ''', cần mã như trong bảng unit / expected a code as in the view unit, such as H47')
  END;
