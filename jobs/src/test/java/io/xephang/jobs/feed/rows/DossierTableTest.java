package io.xephang.jobs.feed.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.jobs.Deployment;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Dossiers as CSV: the names of the message's fields are the columns. */
class DossierTableTest {
  private static final String REQUIRED = "MaHoSo,MaTTHC,NgayTiepNhan,TrangThaiHoSo";

  @Test
  void fieldsThatAreNotUsedArePassedOver() {
    assertThat(
            rows(
                REQUIRED + ",ChuHoSo,KenhThucHien",
                "H47-1,1.000001,20200820,4,Nguyễn Văn An,2",
                "H47-2,1.000001,20200820,4,,"))
        .containsExactly(
            "2 {KenhThucHien=2, MaHoSo=H47-1, MaTTHC=1.000001, NgayTiepNhan=20200820,"
                + " TrangThaiHoSo=4}",
            "3 {MaHoSo=H47-2, MaTTHC=1.000001, NgayTiepNhan=20200820, TrangThaiHoSo=4}");
  }

  @Test
  void feesAsJsonInACellOrTheirSum() {
    assertThat(
            rows(
                REQUIRED + ",DanhSachLePhi",
                "H47-1,1.000001,20200820,4,\"[{\"\"Gia\"\":\"\"50000\"\"}]\""))
        .containsExactly(
            "2 {DanhSachLePhi=[{\"Gia\":\"50000\"}], MaHoSo=H47-1, MaTTHC=1.000001,"
                + " NgayTiepNhan=20200820, TrangThaiHoSo=4}");
    assertThat(rows(REQUIRED + ",Gia", "H47-1,1.000001,20200820,4,50000"))
        .containsExactly(
            "2 {Gia=50000, MaHoSo=H47-1, MaTTHC=1.000001, NgayTiepNhan=20200820,"
                + " TrangThaiHoSo=4}");
  }

  @Test
  void ofALineThatCannotBeReadNothingIsQuoted() {
    assertThat(
            rows(
                REQUIRED + ",ChuHoSo",
                "H47-1,1.000001,20200820,4,Nguyễn Văn An,thừa",
                "H47-2,1.000001,20200820,4,An\uFFFD",
                "H47-3,1.000001,20200820,4,\"Nguyễn Văn An"))
        .satisfiesExactly(
            first -> assertThat(first).isEqualTo("2: found 6 columns, expected 5 as in the header"),
            second -> assertThat(second).startsWith("3: found replacement characters"),
            third -> assertThat(third).startsWith("4: found a quote that opens in line 4"));
  }

  @Test
  void aFileWithoutItsHeaderIsOneRowThatQuotesNothing() {
    assertThat(rows("H47-1,1.000001,20200820,4,Nguyễn Văn An", "H47-2,1.000001,20200820,4,An"))
        .containsExactly(
            "1: found the columns [] in the header, expected MaHoSo, MaTTHC, NgayTiepNhan,"
                + " TrangThaiHoSo too");
    assertThat(rows("MaHoSo,ChuHoSo", "H47-1,Nguyễn Văn An"))
        .containsExactly(
            "1: found the columns [MaHoSo] in the header, expected MaTTHC, NgayTiepNhan,"
                + " TrangThaiHoSo too");
  }

  private static List<String> rows(String... lines) {
    List<String> rows =
        ShownRows.of(
            new CsvRows(
                new ByteArrayInputStream(String.join("\n", lines).getBytes(StandardCharsets.UTF_8)),
                Deployment.DEFINITIONS.feed("dossiers").header()));
    assertThat(String.join("\n", rows)).as("no row says whose dossier it is").doesNotContain("An");
    return rows;
  }
}
