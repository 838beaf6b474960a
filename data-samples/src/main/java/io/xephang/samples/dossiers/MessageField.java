package io.xephang.samples.dossiers;

/** The scalar fields of a DongBoHoSoMC message, in the order in which systems write them. */
enum MessageField {
  DOSSIER_CODE("MaHoSo"),
  PROCEDURE_CODE("MaTTHC"),
  PROCEDURE_NAME("TenTTHC"),
  FIELD_CODE("MaLinhVuc"),
  FIELD_NAME("TenLinhVuc"),
  CHANNEL("KenhThucHien"),
  APPLICANT_ID("SoGiayToChuHoSo"),
  APPLICANT("ChuHoSo"),
  APPLICANT_KIND("LoaiDoiTuong"),
  APPLICANT_CODE("MaDoiTuong"),
  OTHER_INFORMATION("ThongTinKhac"),
  EMAIL("Email"),
  FAX("Fax"),
  PHONE("SoDienThoai"),
  SUMMARY("TrichYeuHoSo"),
  RECEIVED("NgayTiepNhan"),
  DUE("NgayHenTra"),
  STATUS("TrangThaiHoSo"),
  RETURNED("NgayTra"),
  RETURN_INFORMATION("ThongTinTra"),
  COLLECTION("HinhThuc"),
  FINISHED("NgayKetThucXuLy"),
  HANDLING_UNIT("DonViXuLy"),
  NOTE("GhiChu"),
  REFUSED("NgayTuChoi"),
  SUBMITTED("NgayNopHoSo"),
  SUBMITTED_AT("NoiNopHoSo"),
  DIGITISED("HoSoCoThanhPhanSoHoa"),
  VNEID("TaiKhoanDuocXacThucVoiVNeID"),
  PAID_ONLINE("DuocThanhToanTrucTuyen");

  static final int COUNT = values().length;

  private final String key;

  MessageField(String key) {
    this.key = key;
  }

  String key() {
    return key;
  }

  /** From 0, in the order in which they are written. */
  @SuppressWarnings("EnumOrdinal") // Written field by field, millions of times: an array it is.
  int place() {
    return ordinal();
  }
}
