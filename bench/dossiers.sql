-- What the ingest of dossiers does, as plain SQL of DuckDB: parse, judge by the reasons of section 1 of the
-- contract, find duplicates, find the message that counts for each dossier, write Parquet. A peer to be
-- measured against, not part of the product. NDJSON of messages only, without byte order marks: read_json rejects
-- the first line of a file that has one.
--
-- Variables: landing, out, provinces and ministries (the lists that ship with the product).

CREATE TEMP TABLE known_root AS
SELECT DISTINCT unit_code
FROM read_csv([getvariable('provinces'), getvariable('ministries')], all_varchar := true, union_by_name := true);

CREATE TEMP TABLE known_unit AS
SELECT unit_code, left(unit_code, 3) AS root, lower(nfc_normalize(trim(unit_name))) AS name
FROM read_csv(getvariable('landing') || '/units/*.csv*', all_varchar := true);

-- Names that mean exactly one unit of a province.
CREATE TEMP TABLE unit_name AS
SELECT root, name, any_value(unit_code) AS unit_code FROM known_unit GROUP BY root, name HAVING count(*) = 1;

-- The level of each root in the rolled-up catalog of a province, between snapshots.
CREATE TEMP TABLE service_level AS
WITH catalog AS (
  SELECT left(unit_code, 3) AS root_unit, left(procedure_code, 8) AS root,
         CAST(regexp_extract(filename, '(\d{4}-\d{2}-\d{2})', 1) AS DATE) AS valid_from,
         max(coalesce(TRY_CAST(service_level AS INTEGER), 0)) AS level
  FROM read_csv(getvariable('landing') || '/catalogs/*/*.csv*', all_varchar := true, filename := true)
  GROUP BY ALL),
snapshot AS (
  SELECT root_unit, valid_from, lead(valid_from) OVER (PARTITION BY root_unit ORDER BY valid_from) AS valid_to
  FROM (SELECT DISTINCT root_unit, valid_from FROM catalog))
SELECT root_unit, root, valid_from, coalesce(valid_to, DATE '9999-12-31') AS valid_to, level
FROM catalog JOIN snapshot USING (root_unit, valid_from);

-- Absent is null; anything that is no date of the contract is infinity.
CREATE TEMP MACRO contract_time(written) AS
  CASE WHEN written = '' THEN NULL
       WHEN length(written) IN (8, 12, 14) AND NOT regexp_matches(written, '[^0-9]')
       THEN coalesce(try_strptime(rpad(written, 14, '0'), '%Y%m%d%H%M%S'), TIMESTAMP 'infinity')
       ELSE TIMESTAMP 'infinity' END;

-- H47.14.05 of either written form; null if it is no code.
CREATE TEMP MACRO stored_code(written) AS
  CASE WHEN regexp_full_match(written, '[GH]\d{2}(\.\d{2,3})*') THEN written
       WHEN regexp_full_match(written, '(\d{2,3}\.)+[GH]\d{2}')
       THEN array_to_string(list_filter(list_reverse(string_split(written, '.')), lambda part: NOT regexp_full_match(part, '0+')), '.')
       END;

CREATE TEMP MACRO is_before(one, other, one_written, other_written) AS
  CASE WHEN length(one_written) = 8 OR length(other_written) = 8
       THEN CAST(one AS DATE) < CAST(other AS DATE) ELSE one < other END;

CREATE TEMP TABLE judged AS
WITH line AS (
  SELECT row_number() OVER () AS line_number,
         filename,
         coalesce(trim(MaHoSo), '') AS code, coalesce(trim(MaTTHC), '') AS procedure_code,
         coalesce(trim(NgayTiepNhan), '') AS received, coalesce(trim(TrangThaiHoSo), '') AS status,
         coalesce(trim(NgayHenTra), '') AS due, coalesce(trim(NgayKetThucXuLy), '') AS finished,
         coalesce(trim(NgayTra), '') AS returned, coalesce(trim(KenhThucHien), '') AS channel,
         coalesce(trim(DonViXuLy), '') AS handling_unit, coalesce(trim(LoaiDoiTuong), '') AS applicant_kind,
         coalesce(trim(DuocThanhToanTrucTuyen), '') AS paid, coalesce(trim(HoSoCoThanhPhanSoHoa), '') AS digitised,
         list_transform(DanhSachLePhi, lambda fee: coalesce(trim(fee.Gia), '')) AS fees,
         MaHoSo IS NULL AND MaTTHC IS NULL AND TrangThaiHoSo IS NULL AND DonViXuLy IS NULL AS unreadable
  FROM read_json(getvariable('landing') || '/dossiers/*/*.ndjson*',
         format := 'newline_delimited', ignore_errors := true, filename := true,
         maximum_object_size := 1048576,
         columns := {MaHoSo: 'VARCHAR', MaTTHC: 'VARCHAR', NgayTiepNhan: 'VARCHAR', TrangThaiHoSo: 'VARCHAR',
           NgayHenTra: 'VARCHAR', NgayKetThucXuLy: 'VARCHAR', NgayTra: 'VARCHAR', KenhThucHien: 'VARCHAR',
           DonViXuLy: 'VARCHAR', LoaiDoiTuong: 'VARCHAR', DuocThanhToanTrucTuyen: 'VARCHAR',
           HoSoCoThanhPhanSoHoa: 'VARCHAR', DanhSachLePhi: 'STRUCT(Gia VARCHAR)[]'})),
parsed AS (
  SELECT *,
         contract_time(received) AS received_at, contract_time(due) AS due_at,
         contract_time(finished) AS said_finished_at, contract_time(returned) AS returned_at,
         CAST(regexp_extract(filename, '/(\d{4}-\d{2}-\d{2})/', 1) AS DATE) AS delivery_date,
         regexp_extract(filename, '(dossiers/.*)$', 1) AS file,
         stored_code(handling_unit) AS handling_code,
         left(coalesce(stored_code(string_split(code, '-')[1]), ''), 3) AS code_root,
         regexp_extract(procedure_code, '\.([GH]\d{2})(\.\d{2})?$', 1) AS procedure_unit
  FROM line),
placed AS (
  SELECT parsed.*,
         coalesce(one.unit_code, two.unit_code, three.unit_code) AS province_code,
         CASE WHEN finished <> '' THEN said_finished_at
              WHEN status IN ('9', '10') THEN parsed.returned_at END AS finished_at,
         CASE WHEN finished <> '' THEN finished ELSE returned END AS finished_written
  FROM parsed
  LEFT JOIN known_root one ON one.unit_code = left(handling_code, 3)
  LEFT JOIN known_root two ON two.unit_code = code_root
  LEFT JOIN known_root three ON three.unit_code = procedure_unit)
SELECT *,
  CASE
    WHEN unreadable OR left(code, 1) IN ('{', '[') OR left(status, 1) IN ('{', '[') THEN 'malformed'
    WHEN code = '' OR procedure_code = '' OR received = '' OR status = '' THEN 'missing_field'
    WHEN received_at = TIMESTAMP 'infinity' OR due_at = TIMESTAMP 'infinity'
      OR said_finished_at = TIMESTAMP 'infinity' OR returned_at = TIMESTAMP 'infinity'
      OR received_at < TIMESTAMP '2000-01-01' THEN 'bad_date'
    WHEN NOT regexp_full_match(status, '[1-9]|10') THEN 'unknown_status'
    WHEN province_code IS NULL THEN 'unknown_unit'
    WHEN NOT regexp_full_match(procedure_code, '\d\.\d{6}(\.\d{3}\.\d{2}\.\d{2})?(\.[GH]\d{2})?(\.\d{2})?') THEN 'bad_code'
    WHEN len(list_filter(fees, lambda fee: fee <> '' AND NOT regexp_full_match(fee, '\d+(\.\d+)?'))) > 0 THEN 'bad_number'
    WHEN channel NOT IN ('', '1', '2', '3') THEN 'bad_value'
    WHEN CAST(received_at AS DATE) > delivery_date THEN 'received_after_delivery'
    WHEN finished_at IS NOT NULL AND is_before(finished_at, received_at, finished_written, received)
      THEN 'finished_before_received'
  END AS reason,
  hash(code, procedure_code, received, status, due, finished, returned, channel, handling_unit, applicant_kind,
       paid, digitised, fees) AS content
FROM placed;

CREATE TEMP TABLE message AS
SELECT * EXCLUDE (earlier_in_file, before),
       earlier_in_file > 1 OR coalesce(before = content, false) AS duplicate
FROM (
  SELECT *,
         row_number() OVER (PARTITION BY code, file, content ORDER BY line_number) AS earlier_in_file,
         lag(content) OVER (PARTITION BY code ORDER BY delivery_date, file, line_number) AS before
  FROM judged WHERE reason IS NULL);

-- The columns of the view `dossier`, of every accepted message.
CREATE TEMP VIEW accepted AS
SELECT message.code AS dossier_code, left(message.procedure_code, 8) AS procedure_code,
       coalesce(CASE WHEN message.handling_code = province_code OR starts_with(message.handling_code, province_code || '.')
                     THEN message.handling_code END, unit_name.unit_code, province_code) AS unit_code,
       province_code,
       CASE channel WHEN '2' THEN 'online' WHEN '3' THEN 'post' ELSE 'in_person' END AS channel,
       CASE applicant_kind WHEN '1' THEN 'citizen' WHEN '2' THEN 'business' WHEN '3' THEN 'state_body' WHEN '4' THEN 'other' END AS applicant_kind,
       CAST(status AS INTEGER) AS status, received_at, due_at, finished_at, returned_at,
       service_level.level AS service_level,
       coalesce(list_sum(list_transform(fees, lambda fee: TRY_CAST(fee AS DECIMAL(18, 2)))), 0) AS fee,
       paid IN ('1', '2') AS paid_online, lower(digitised) IN ('1', 'true') AS digitised,
       NOT is_before(due_at, finished_at, due, finished_written) AS on_time,
       CAST(finished_at AS DATE) < CAST(due_at AS DATE) AS early,
       delivery_date, file, line_number, duplicate
FROM message
LEFT JOIN unit_name ON message.handling_code IS NULL AND unit_name.root = province_code
  AND unit_name.name = lower(nfc_normalize(handling_unit))
LEFT JOIN service_level ON service_level.root_unit = province_code AND service_level.root = left(message.procedure_code, 8)
  AND received_at >= service_level.valid_from AND received_at < service_level.valid_to;

COPY (SELECT * EXCLUDE (duplicate) FROM accepted WHERE NOT duplicate)
TO (getvariable('out') || '/dossier_message.parquet') (FORMAT parquet, COMPRESSION lz4);

COPY (SELECT * EXCLUDE (duplicate, line_number) FROM accepted
      QUALIFY row_number() OVER (PARTITION BY dossier_code ORDER BY delivery_date DESC, file DESC, line_number DESC) = 1)
TO (getvariable('out') || '/dossier.parquet') (FORMAT parquet, COMPRESSION lz4);

COPY (SELECT file, line_number, reason FROM judged WHERE reason IS NOT NULL)
TO (getvariable('out') || '/quarantine.parquet') (FORMAT parquet, COMPRESSION lz4);

-- Against what the generator says that it planted.
WITH planted AS (
  SELECT sum("rows") AS read_rows, sum(good) AS accepted, sum(duplicates) AS duplicates
  FROM (SELECT unnest(files, recursive := true)
        FROM read_json(getvariable('landing') || '.truth.json', maximum_object_size := 1073741824,
          columns := {files: 'STRUCT(feed VARCHAR, "rows" BIGINT, good BIGINT, duplicates BIGINT)[]'}))
  WHERE feed = 'dossiers'),
found AS (
  SELECT count(*) + (SELECT count(*) FROM judged WHERE reason IS NOT NULL) AS read_rows,
         count(*) FILTER (NOT duplicate) AS accepted, count(*) FILTER (duplicate) AS duplicates
  FROM message)
SELECT CASE WHEN found = planted THEN 'agrees: ' ELSE 'DIFFERS from ' || CAST(planted AS VARCHAR) || ': ' END || CAST(found AS VARCHAR) AS "rows"
FROM found, planted;
