package io.xephang.samples;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** The national list of procedures, from which every unit's catalog is drawn. */
public final class ProcedureUniverse {
  private static final List<String> DAYS =
      List.of("", "1", "3", "3", "5", "5", "7", "10", "10", "15", "15", "20", "30", "45", "60");

  private final List<Procedure> procedures;

  private ProcedureUniverse(List<Procedure> procedures) {
    this.procedures = procedures;
  }

  public static ProcedureUniverse of(List<Field> fields) {
    List<Procedure> procedures = new ArrayList<>();
    int[] lastNumber = {100, 100};
    for (int i = 0; i < fields.size(); i++) {
      // Real codes begin with 1 or 2, the latter more rarely.
      int prefix = i % 3 == 2 ? 1 : 0;
      lastNumber[prefix] = addField(procedures, fields.get(i), prefix + 1, lastNumber[prefix]);
    }
    return new ProcedureUniverse(List.copyOf(procedures));
  }

  private static int addField(List<Procedure> procedures, Field field, int prefix, int start) {
    List<String> names = ProcedureNames.of(field);
    int number = start;
    int used = 0;
    for (AdminLevel level : AdminLevel.values()) {
      int count = field.counts().get(level);
      if (used + count > names.size()) {
        throw new IllegalStateException(
            "Field %s has %d names, too few for its procedures: give it more objects in fields.csv"
                .formatted(field.code(), names.size()));
      }
      for (String name : names.subList(used, used + count)) {
        // Codes of withdrawn procedures leave gaps.
        number += 1 + StableDraw.below(3, name, "gap");
        String root = "%d.%06d".formatted(prefix, number);
        String days = DAYS.get(StableDraw.below(DAYS.size(), root, "days"));
        boolean hasFee = StableDraw.holds(350, root, "fee");
        procedures.add(new Procedure(root, name, field, level, hasFee, days));
      }
      used += count;
    }
    return number;
  }

  /** {@code size} procedures for a unit: mostly those that all units have, some of its own. */
  public List<Procedure> draw(String unitCode, int size, Predicate<Procedure> eligible) {
    List<Procedure> pool =
        procedures.stream()
            .filter(eligible)
            .sorted(
                Comparator.comparingInt((Procedure p) -> rarity(p, unitCode))
                    .thenComparing(Procedure::root))
            .toList();
    if (pool.size() < size) {
      throw new IllegalStateException(
          "%s needs %d procedures, fields.csv has %d for it"
              .formatted(unitCode, size, pool.size()));
    }
    return pool.subList(0, size);
  }

  private static int rarity(Procedure procedure, String unitCode) {
    return 2 * StableDraw.below(1_000, procedure.root(), "rarity")
        + StableDraw.below(1_000, procedure.root(), unitCode + " rarity");
  }
}
