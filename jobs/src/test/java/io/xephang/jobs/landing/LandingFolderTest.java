package io.xephang.jobs.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.xephang.jobs.Deployment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandingFolderTest {
  private static final LocalDate TODAY = LocalDate.of(2020, 9, 1);

  @TempDir private Path folder;

  @BeforeEach
  void land() throws IOException {
    for (String name :
        new String[] {
          "units/quang-nam.csv",
          "reports/annex.csv",
          "reports/.hidden.csv",
          "reports/half.csv.part",
          "reports/half.csv.tmp",
          "reports/annex.docx",
          "reports/~$annex.xlsx",
          "catalogs/2020-08-20/a.csv",
          "catalogs/2020-08-20/a.csv.gz",
          "catalogs/2020-08-20/b.csv.gz",
          "catalogs/2020-09-02/a.csv",
          "catalogs/20-8-2020/a.csv",
          "letters/3485.csv"
        }) {
      Files.createDirectories(folder.resolve(name).getParent());
      Files.writeString(folder.resolve(name), name);
    }
  }

  @Test
  void findsFilesByFeedDateAndName() throws IOException {
    Landing landing = look(Optional.empty());
    assertThat(landing.files())
        .extracting(LandedFile::file, LandedFile::landedName, LandedFile::date)
        .containsExactly(
            // Of x.csv and x.csv.gz the plain one is read.
            tuple(
                "catalogs/2020-08-20/a.csv",
                "catalogs/2020-08-20/a.csv",
                LocalDate.of(2020, 8, 20)),
            tuple(
                "catalogs/2020-08-20/b.csv",
                "catalogs/2020-08-20/b.csv.gz",
                LocalDate.of(2020, 8, 20)),
            tuple("reports/annex.csv", "reports/annex.csv", null),
            tuple("units/quang-nam.csv", "units/quang-nam.csv", null));
  }

  @Test
  void saysWhatItLeavesAloneAndWhy() throws IOException {
    assertThat(look(Optional.empty()).leftAlone())
        .containsExactly(
            "catalogs/20-8-2020: cần thư mục có tên là ngày như 2020-08-20: đổi tên / expected a folder named by a date like 2020-08-20: rename it",
            "catalogs/2020-09-02: là ngày chưa đến (hôm nay là 2020-09-01), cần ngày không sau hôm nay: đổi tên thư mục / lies in the future (today is 2020-09-01), expected today or before: rename the folder",
            "letters: không phải thư mục của loại dữ liệu nào, cần một trong [catalogs, dossiers, progress, reports, units]: chuyển vào thư mục đúng / no folder of a feed, expected one of [catalogs, dossiers, progress, reports, units]: move it into the right one",
            "reports/annex.docx: cần tệp có tên dạng *.csv, *.xlsx hoặc *.json, có thể thêm .gz / expected a file named *.csv, *.xlsx or *.json, or one of these with .gz",
            "reports/~$annex.xlsx: là tệp tạm do Excel tạo cạnh bảng tính đang mở, cần chính bảng tính: đóng bảng tính rồi gửi / found what Excel leaves beside a workbook that is open, expected the workbook alone: close it, then deliver it");
  }

  @Test
  void ofNamesThatReadTheSameOneIsRead() throws IOException {
    String composed = "catalogs/2020-08-20/đ\u1EA5t.csv";
    String decomposed = "catalogs/2020-08-20/đa\u0302\u0301t.csv";
    Files.writeString(folder.resolve(composed), "composed");
    Files.writeString(folder.resolve(decomposed), "decomposed, as a Mac writes it");
    Landing landing = look(Optional.empty());
    assertThat(landing.files())
        .filteredOn(file -> file.file().equals(composed))
        .extracting(LandedFile::landedName)
        .containsExactly(decomposed);
    assertThat(landing.leftAlone())
        .contains(
            composed
                + ": một tệp khác trùng tên, chỉ khác cách ghép dấu hoặc chữ hoa của .gz, và được đọc; cần"
                + " một trong hai / another file has the same name but for the composition of its letters or the"
                + " case of .gz, and is read; expected one of them");
  }

  @Test
  void leavesWhatIsAfterAnExplicitAsOfDate() throws IOException {
    Landing landing = look(Optional.of(LocalDate.of(2020, 8, 19)));
    assertThat(landing.files()).noneMatch(file -> file.feed().equals("catalogs"));
    assertThat(landing.leftAlone())
        .contains(
            "catalogs/2020-08-20: sau ngày số liệu 2020-08-19, để lại cho lần chạy sau / is after the as-of date 2020-08-19, left for a later run");
  }

  @Test
  void refusesAFolderThatIsNoLandingFolder() {
    LandingFolder parent = new LandingFolder(folder.resolve("catalogs"), Deployment.DEFINITIONS);
    assertThatThrownBy(() -> parent.look(TODAY, Optional.empty()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(
            "found [20-8-2020, 2020-08-20, 2020-09-02], expected at least one of the folders"
                + " [catalogs, dossiers, progress, reports, units]: is this the landing folder?");
  }

  private Landing look(Optional<LocalDate> asOf) throws IOException {
    return new LandingFolder(folder, Deployment.DEFINITIONS).look(TODAY, asOf);
  }
}
