package io.xephang.schemas.unit;

import static org.assertj.core.api.Assertions.assertThat;

import io.xephang.schemas.Definitions;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitNameTest {
  private static final String TONE_MARKS = "\u0300\u0301\u0303\u0309\u0323";
  private static final String VOWELS = "aeiouy";
  private static final Pattern SYLLABLE = Pattern.compile("[\\p{L}\\p{M}]+");
  private static final UnitRegister SHIPPED = Definitions.shipped().units();

  @ParameterizedTest
  @CsvSource({
    "Quảng Nam,                QUẢNG NAM", // case
    "Đà Nẵng,                  đà nẵng", // case of Đ
    "' Quảng Nam ',            Quảng Nam", // spaces around
    "Quảng  Nam,               Quảng Nam", // repeated spaces
    "Quảng\u00a0Nam,           Quảng Nam", // a non-breaking space
    "Quảng\tNam,               Quảng Nam", // a tab
    "Hoà Bình,                 Hòa Bình", // old and new placing of the tone mark
    "Khánh Hoà,                Khánh Hòa",
    "Thanh Hoá,                Thanh Hóa",
    "Thuỷ Nguyên,              Thủy Nguyên",
    "Quý Châu,                 Qúy Châu",
    "Bộ Văn hoá,               Bộ Văn hóa",
    "TP. Cần Thơ,              Thành phố Cần Thơ", // the usual abbreviation
    "TP.Cần Thơ,               Thành phố Cần Thơ",
    "TP Cần Thơ,               Thành phố Cần Thơ",
    "tp. cần thơ,              THÀNH PHỐ CẦN THƠ",
  })
  void isTheSameHoweverItIsSpelt(String one, String other) {
    assertThat(UnitName.of(one)).isEqualTo(UnitName.of(other));
    assertThat(UnitName.of(nfd(one)))
        .as("'%s' in NFD is '%s' in NFC", one, other)
        .isEqualTo(UnitName.of(other));
  }

  @ParameterizedTest
  @CsvSource({
    "Hòa,          Hóa", // another tone
    "Hòa,          Hoa", // none
    "Hạ,           Hà",
    "Đà Nẵng,      Đa Nẵng",
    "Đông Tháp,    Đồng Tháp",
    "Đồng,         Dồng", // đ is another letter than d
    "Hân,          Hăn", // another vowel
    "Thơ,          Thô",
    "Thư,          Thu",
    "Tỉ,           Tỷ", // i and y are two spellings of one sound, but two letters
    "Hà Nam,       Nam Hà", // another order
    "Hà Nam,       HàNam", // the space counts
    "Hòa An,       Hoa Àn", // a tone belongs to its syllable
    "TPHCM,        Thành phố HCM", // an abbreviation without space or dot needs an alias
    "Bà Rịa - Vũng Tàu, Bà Rịa Vũng Tàu", // so does another dash
  })
  void isAnotherWithAnotherToneVowelOrLetter(String one, String other) {
    assertThat(UnitName.of(one)).isNotEqualTo(UnitName.of(other));
    assertThat(UnitName.of(nfd(one))).isNotEqualTo(UnitName.of(other));
  }

  @Test
  void isStoredInNfcWithSingleSpaces() {
    assertThat(UnitName.spaced(nfd(" Quảng\u00a0 Nam\t"))).isEqualTo("Quảng Nam");
  }

  @Test
  void meansOneUnitAmongThoseThatShip() {
    Map<UnitName, TreeSet<String>> codes = new HashMap<>();
    for (Unit unit : SHIPPED.units()) {
      unit.names()
          .forEach(name -> codes.computeIfAbsent(name, n -> new TreeSet<>()).add(unit.code()));
    }

    assertThat(codes.values())
        .as("no name, full name or alias means two units")
        .allSatisfy(meant -> assertThat(meant).hasSize(1));
  }

  @Property
  void respeltIsStillTheNameOfItsUnit(@ForAll("shippedUnits") Unit unit, @ForAll Random random) {
    List<String> spellings = unit.spellings().toList();
    String spelling = spellings.get(random.nextInt(spellings.size()));
    String respelt = respelt(spelling, random);

    assertThat(SHIPPED.byName(respelt, null))
        .as("'%s' is another spelling of '%s'", respelt, spelling)
        .isEqualTo(new UnitMatch.Found(unit.code()));
  }

  @Property
  void withAnotherToneIsAnotherName(@ForAll("shippedUnits") Unit unit, @ForAll Random random) {
    String name = nfd(unit.name());
    List<Integer> marks = new ArrayList<>();
    for (int i = 0; i < name.length(); i++) {
      if (TONE_MARKS.indexOf(name.charAt(i)) >= 0) {
        marks.add(i);
      }
    }
    if (marks.isEmpty()) {
      return;
    }
    int mark = marks.get(random.nextInt(marks.size()));
    int old = TONE_MARKS.indexOf(name.charAt(mark));
    char other = TONE_MARKS.charAt((old + 1 + random.nextInt(4)) % 5);
    String changed = name.substring(0, mark) + other + name.substring(mark + 1);

    assertThat(UnitName.of(changed))
        .as("'%s' has another tone than '%s'", changed, name)
        .isNotEqualTo(UnitName.of(unit.name()));
  }

  @Provide
  Arbitrary<Unit> shippedUnits() {
    return Arbitraries.of(SHIPPED.units());
  }

  /** Tone marks moved, random case, spaces of any kind and number, either normal form. */
  private static String respelt(String name, Random random) {
    String moved =
        SYLLABLE.matcher(nfd(name)).replaceAll(syllable -> toneMoved(syllable.group(), random));
    StringBuilder spelt = new StringBuilder();
    for (int i = 0; i < moved.length(); i++) {
      char c = moved.charAt(i);
      if (c == ' ') {
        spelt.append(" \u00a0\t  ", 0, 1 + random.nextInt(4));
      } else {
        spelt.append(random.nextBoolean() ? Character.toUpperCase(c) : Character.toLowerCase(c));
      }
    }
    return random.nextBoolean()
        ? Normalizer.normalize(spelt, Normalizer.Form.NFC)
        : spelt.toString();
  }

  /** The tone mark put on any vowel of the syllable, after the vowel's own marks. */
  private static String toneMoved(String syllable, Random random) {
    String tone = syllable.replaceAll("[^" + TONE_MARKS + "]", "");
    String bare = syllable.replaceAll("[" + TONE_MARKS + "]", "");
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < bare.length(); i++) {
      if (VOWELS.indexOf(Character.toLowerCase(bare.charAt(i))) >= 0) {
        int end = i + 1;
        while (end < bare.length()
            && Character.getType(bare.charAt(end)) == Character.NON_SPACING_MARK) {
          end++;
        }
        places.add(end);
      }
    }
    if (tone.isEmpty()) {
      return syllable;
    }
    int place = places.get(random.nextInt(places.size()));
    return bare.substring(0, place) + tone + bare.substring(place);
  }

  private static String nfd(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD);
  }
}
