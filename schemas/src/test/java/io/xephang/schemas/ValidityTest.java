package io.xephang.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ValidityTest {
  /** Days of a small calendar, so that spans often meet, overlap or just miss each other. */
  private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

  private static final int DAYS = 12;

  @Test
  void includesBothEnds() {
    Validity hue = new Validity(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 1, 31));

    assertThat(hue.contains(LocalDate.of(2024, 12, 31))).isFalse();
    assertThat(hue.contains(LocalDate.of(2025, 1, 1))).isTrue();
    assertThat(hue.contains(LocalDate.of(2025, 1, 31))).isTrue();
    assertThat(hue.contains(LocalDate.of(2025, 2, 1))).isFalse();
    assertThat(Validity.ALWAYS.contains(LocalDate.MIN)).isTrue();
  }

  @Test
  void cannotEndBeforeItStarts() {
    assertThatThrownBy(() -> new Validity(LocalDate.of(2025, 1, 2), LocalDate.of(2025, 1, 1)))
        .hasMessage("validity starts on 2025-01-02, after its end on 2025-01-01");
  }

  @Test
  void joinsASpanWithinAnotherAndTheOneAfterThat() {
    assertThat(
            Validity.joined(
                List.of(
                    new Validity(day(0), day(9)), // the whole time
                    new Validity(day(2), day(3)), // within it
                    new Validity(day(10), null)))) // begins the day after it
        .containsExactly(new Validity(day(0), null));
  }

  @Property
  void sharesWithAnotherTheDaysThatBothHave(
      @ForAll("spans") Validity one, @ForAll("spans") Validity other) {
    assertThat(calendar().filter(day -> one.contains(day) && other.contains(day)).toList())
        .isEqualTo(
            calendar()
                .filter(day -> one.intersection(other).filter(v -> v.contains(day)).isPresent())
                .toList());
    assertThat(one.intersection(other)).isEqualTo(other.intersection(one));
  }

  @Property
  void overlapsExactlyIfSomeDayIsInTwoSpans(@ForAll("manySpans") List<Validity> spans) {
    boolean someDayTwice =
        calendar().anyMatch(day -> spans.stream().filter(v -> v.contains(day)).count() > 1);

    assertThat(Validity.overlap(spans).isPresent()).isEqualTo(someDayTwice);
    Validity.overlap(spans)
        .ifPresent(two -> assertThat(two.get(0).intersection(two.get(1))).isPresent());
  }

  @Property
  void joinedHasTheSameDaysInSpansThatNeitherMeetNorOverlap(
      @ForAll("manySpans") List<Validity> spans) {
    List<Validity> joined = Validity.joined(spans);

    assertThat(calendar().filter(day -> joined.stream().anyMatch(v -> v.contains(day))).toList())
        .as("the days of %s", spans)
        .isEqualTo(
            calendar().filter(day -> spans.stream().anyMatch(v -> v.contains(day))).toList());
    for (int i = 1; i < joined.size(); i++) {
      assertThat(joined.get(i).from())
          .as("a day lies between one span and the next of %s", joined)
          .isAfter(joined.get(i - 1).to().plusDays(1));
    }
  }

  @Provide
  Arbitrary<Validity> spans() {
    Arbitrary<LocalDate> day =
        Arbitraries.integers().between(0, DAYS - 1).map(ValidityTest::day).injectNull(0.15);
    return Combinators.combine(day, day)
        .as(
            (one, other) ->
                one == null || other == null || !one.isAfter(other)
                    ? new Validity(one, other)
                    : new Validity(other, one));
  }

  @Provide
  Arbitrary<List<Validity>> manySpans() {
    return spans().list().ofMaxSize(5);
  }

  private static LocalDate day(int number) {
    return FIRST.plusDays(number);
  }

  /** A day more at either end, so that open spans can be told from those that end there. */
  private static Stream<LocalDate> calendar() {
    return IntStream.rangeClosed(-1, DAYS).mapToObj(ValidityTest::day);
  }
}
