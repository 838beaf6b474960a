package io.xephang.jobs.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The contract's rules for files, section 1, one by one. Content is a letter here. */
class IngestPlanTest {
  private static final LocalDate DATE = LocalDate.of(2020, 8, 20);

  @Test
  void readsWhatIsNew() throws IOException {
    IngestPlan plan = plan(List.of(), file("b", 1), file("a", 2));
    assertThat(read(plan))
        .containsExactly("catalogs/2020-08-20/a.csv", "catalogs/2020-08-20/b.csv");
    assertThat(plan.ceased()).isEmpty();
  }

  @Test
  void doesNotOpenAFileThatLooksTheSame() throws IOException {
    List<LedgerLine> ledger = plan(List.of(), file("a", 1)).ledger();
    IngestPlan again =
        IngestPlan.of(
            ledger,
            Corrections.NONE,
            List.of(file("a", 1)),
            file -> {
              throw new AssertionError("opened " + file.file() + ", expected it to be left closed");
            },
            "run-2",
            LocalDateTime.MIN);
    assertThat(again.isEmpty()).isTrue();
    assertThat(again.ledger()).isEqualTo(ledger);
  }

  @Test
  void aTouchedFileWithTheSameContentIsNotReadAgain() throws IOException {
    IngestPlan again = plan(plan(List.of(), file("a", 1)).ledger(), touched(file("a", 1)));
    assertThat(again.isEmpty()).isTrue();
    assertThat(again.ledger().get(0).landedModified()).isEqualTo(99);
  }

  @Test
  void newContentReplacesTheOldWholly() throws IOException {
    IngestPlan plan = plan(plan(List.of(), file("a", 1)).ledger(), file("a", 2));
    assertThat(read(plan)).containsExactly("catalogs/2020-08-20/a.csv");
    assertThat(plan.ceased()).extracting(LedgerLine::statementId).containsExactly(id("a", 1));
    assertThat(statuses(plan)).containsExactly("a replaced", "a ingested");
  }

  @Test
  void contentThatComesBackIsReadAgain() throws IOException {
    List<LedgerLine> ledger = plan(plan(List.of(), file("a", 1)).ledger(), file("a", 2)).ledger();
    assertThat(statuses(plan(ledger, file("a", 1))))
        .containsExactly("a replaced", "a replaced", "a ingested");
  }

  @Test
  void theSmallestNameStandsForEqualContent() throws IOException {
    IngestPlan plan = plan(List.of(), file("b", 1), file("a", 1), file("c", 2));
    assertThat(read(plan))
        .containsExactly("catalogs/2020-08-20/a.csv", "catalogs/2020-08-20/c.csv");
    assertThat(statuses(plan)).containsExactly("a ingested", "b duplicate_file", "c ingested");
  }

  @Test
  void aSmallerNameThatComesLaterTakesOver() throws IOException {
    IngestPlan plan = plan(plan(List.of(), file("b", 1)).ledger(), file("a", 1), file("b", 1));
    assertThat(read(plan)).containsExactly("catalogs/2020-08-20/a.csv");
    assertThat(plan.ceased())
        .extracting(LedgerLine::file)
        .containsExactly("catalogs/2020-08-20/b.csv");
    assertThat(statuses(plan)).containsExactly("b duplicate_file", "a ingested");
  }

  @Test
  void whenTheSmallerNameChangesTheLargerOneCounts() throws IOException {
    List<LedgerLine> ledger = plan(List.of(), file("a", 1), file("b", 1)).ledger();
    IngestPlan plan = plan(ledger, file("a", 2), file("b", 1));
    assertThat(read(plan))
        .containsExactly("catalogs/2020-08-20/a.csv", "catalogs/2020-08-20/b.csv");
    assertThat(statuses(plan)).containsExactly("a replaced", "b ingested", "a ingested");
  }

  @Test
  void theSameContentUnderAnotherDateIsANewStatement() throws IOException {
    LandedFile july =
        new LandedFile(
            "catalogs",
            DATE.minusMonths(1),
            "catalogs/2020-07-20/a.csv",
            "1",
            "catalogs/2020-07-20/a.csv",
            1,
            1);
    assertThat(read(plan(List.of(), july, file("a", 1)))).hasSize(2);
  }

  @Test
  void aFileThatIsGoneFromTheLandingFolderStillCounts() throws IOException {
    IngestPlan plan = plan(plan(List.of(), file("a", 1)).ledger());
    assertThat(plan.isEmpty()).isTrue();
    assertThat(plan.newestDate()).contains(DATE);
  }

  @Test
  void aWithdrawnStatementCountsNoLongerAndIsNotReadAgain() throws IOException {
    IngestPlan plan = plan(plan(List.of(), file("a", 1), file("b", 1)).ledger(), withdraw("a"));
    assertThat(plan.ceased()).extracting(LedgerLine::statementId).containsExactly(id("a", 1));
    assertThat(statuses(plan)).containsExactly("a withdrawn", "b duplicate_file");

    IngestPlan next =
        plan(plan.ledger(), touched(file("a", 1)), touched(file("b", 1)), file("c", 1));
    assertThat(next.isEmpty())
        .as("the content was taken back, whatever its files are called")
        .isTrue();
    assertThat(statuses(next))
        .containsExactly("a withdrawn", "b duplicate_file", "c duplicate_file");
  }

  @Test
  void newContentUnderAWithdrawnNameCounts() throws IOException {
    List<LedgerLine> withdrawn =
        plan(plan(List.of(), file("a", 1)).ledger(), withdraw("a")).ledger();
    IngestPlan plan = plan(withdrawn, file("a", 2));
    assertThat(read(plan)).containsExactly("catalogs/2020-08-20/a.csv");
    assertThat(statuses(plan)).containsExactly("a withdrawn", "a ingested");
    assertThat(statuses(plan(plan.ledger(), file("a", 1))))
        .as("delivered again after it was corrected, it is a delivery like any other")
        .containsExactly("a withdrawn", "a replaced", "a ingested");
  }

  @Test
  void aWithdrawalMayBeTakenBack() throws IOException {
    List<LedgerLine> withdrawn =
        plan(plan(List.of(), file("a", 1)).ledger(), withdraw("a")).ledger();
    IngestPlan plan = plan(withdrawn, restore("a"));
    assertThat(plan.revived()).extracting(LedgerLine::statementId).containsExactly(id("a", 1));
    assertThat(plan.changed("catalogs")).isEqualTo(plan.revived());
    assertThat(plan.toRead()).as("its rows were kept").isEmpty();
    assertThat(statuses(plan)).containsExactly("a ingested");
  }

  @Test
  void withdrawingTwiceIsWithdrawingOnce() throws IOException {
    List<LedgerLine> withdrawn =
        plan(plan(List.of(), file("a", 1)).ledger(), withdraw("a")).ledger();
    assertThat(plan(withdrawn, withdraw("a")).isEmpty()).isTrue();
  }

  @Test
  void aCorrectionThatDoesNotFitIsRefused() throws IOException {
    List<LedgerLine> ledger = plan(List.of(), file("a", 1), file("b", 1)).ledger();
    assertThatThrownBy(() -> plan(ledger, withdraw("b")))
        .isInstanceOf(Corrections.Refused.class)
        .hasMessage(
            "catalogs/2020-08-20/b.csv says the same as catalogs/2020-08-20/a.csv, under which it"
                + " counts; withdraw that one");
    assertThatThrownBy(() -> plan(ledger, withdraw("x")))
        .isInstanceOf(Corrections.Refused.class)
        .hasMessageStartingWith("no statement is known as catalogs/2020-08-20/x.csv; expected");
    assertThatThrownBy(() -> plan(ledger, restore("a")))
        .isInstanceOf(Corrections.Refused.class)
        .hasMessage("catalogs/2020-08-20/a.csv is ingested, expected a withdrawn statement");
  }

  @Test
  void statementsWithRejectedRowsAreJudgedAgain() throws IOException {
    List<LedgerLine> ledger =
        plan(List.of(), file("a", 1), file("b", 2), file("c", 3)).ledger().stream()
            .map(line -> line.counted(2, 1, 0, line.file().endsWith("b.csv") ? 0 : 1))
            .toList();
    Corrections retry = new Corrections(Set.of(), Set.of(), true);
    IngestPlan plan = plan(ledger, retry, file("a", 1), file("b", 2));
    assertThat(read(plan)).containsExactly("catalogs/2020-08-20/a.csv");
    assertThat(statuses(plan))
        .containsExactly("a replaced", "b ingested", "c ingested", "a ingested");
    assertThat(plan.missing())
        .containsExactly(
            "catalogs/2020-08-20/c.csv: có dòng bị loại và không còn; cần tệp trong thư mục nhận dữ liệu, gửi lại để"
                + " được xét lại / has rejected rows and is gone; expected it in the landing"
                + " folder, deliver it again to have it judged again");
  }

  @Test
  void namesCompareByCodePoints() {
    // U+FF21 comes before U+1F600, but its UTF-16 unit is greater than the other's surrogate.
    assertThat(CodePointOrder.COMPARATOR.compare("Ａ", "😀")).isNegative();
    assertThat("Ａ".compareTo("😀")).isPositive();
  }

  private static IngestPlan plan(List<LedgerLine> ledger, LandedFile... landed) throws IOException {
    return plan(ledger, Corrections.NONE, landed);
  }

  private static IngestPlan plan(
      List<LedgerLine> ledger, Corrections corrections, LandedFile... landed) throws IOException {
    List<LandedFile> inOrder = new ArrayList<>(Arrays.asList(landed));
    inOrder.sort((one, other) -> one.file().compareTo(other.file()));
    return IngestPlan.of(
        ledger,
        corrections,
        inOrder,
        LandedFile::path,
        "run-" + (ledger.size() + 1),
        LocalDateTime.of(2020, 8, 21, 1, ledger.size()));
  }

  private static Corrections withdraw(String name) {
    return new Corrections(Set.of("catalogs/2020-08-20/" + name + ".csv"), Set.of(), false);
  }

  private static Corrections restore(String name) {
    return new Corrections(Set.of(), Set.of("catalogs/2020-08-20/" + name + ".csv"), false);
  }

  /** The path stands for the content. */
  private static LandedFile file(String name, int content) {
    String file = "catalogs/2020-08-20/" + name + ".csv";
    return new LandedFile("catalogs", DATE, file, "content " + content, file, content, content);
  }

  private static LandedFile touched(LandedFile file) {
    return new LandedFile(
        file.feed(), file.date(), file.file(), file.path(), file.landedName(), file.bytes(), 99);
  }

  private static String id(String name, int run) {
    return "catalogs/2020-08-20/" + name + ".csv@run-" + run;
  }

  private static List<String> read(IngestPlan plan) {
    return plan.toRead().stream().map(statement -> statement.landed().file()).toList();
  }

  private static List<String> statuses(IngestPlan plan) {
    Map<String, String> shortNames =
        Map.of(
            "catalogs/2020-08-20/a.csv", "a",
            "catalogs/2020-08-20/b.csv", "b",
            "catalogs/2020-08-20/c.csv", "c");
    return plan.ledger().stream()
        .map(line -> shortNames.get(line.file()) + " " + line.status().id())
        .toList();
  }
}
