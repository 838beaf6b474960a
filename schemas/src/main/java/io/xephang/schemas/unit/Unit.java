package io.xephang.schemas.unit;

import io.xephang.schemas.Required;
import io.xephang.schemas.Validity;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/**
 * A unit during one validity of its name and kind; a unit that was renamed has several.
 *
 * @param code canonical code, or that of a national sum
 * @param name in the right spelling
 * @param fullName with its kind, such as "Tỉnh Quảng Nam"
 * @param kind null for a unit that no feed describes
 * @param parentCode the unit above; null for the nation
 * @param region economic region; null but for provinces
 * @param successorCode the unit that took over when this one ended; null if none did
 * @param aliases other spellings that mean this unit
 * @param listed whether it stands in rankings, headlines and sums of as-of indicators
 */
public record Unit(
    String code,
    String name,
    String fullName,
    UnitKind kind,
    String parentCode,
    String region,
    Validity validity,
    String successorCode,
    List<String> aliases,
    boolean listed)
    implements Serializable {

  public Unit {
    Required.text("unit_code", code);
    Required.text("unit_name", name);
    Required.text("full_name", fullName);
    Required.present("validity", validity);
    aliases = Required.orEmpty(aliases);
  }

  /** A unit that is known by its code alone. */
  static Unit undescribed(UnitCode code) {
    return new Unit(
        code.value(),
        code.value(),
        code.value(),
        null,
        code.parent().map(UnitCode::value).orElse(null),
        null,
        Validity.ALWAYS,
        null,
        List.of(),
        true);
  }

  /** The province or ministry that it is or lies below; null for the nation. */
  public String scopeCode() {
    return kind == UnitKind.NATION ? null : new UnitCode(code).root().value();
  }

  /** Name, full name and aliases, as written. */
  Stream<String> spellings() {
    return Stream.concat(Stream.of(name, fullName), aliases.stream());
  }

  Stream<UnitName> names() {
    return spellings().map(UnitName::of).distinct();
  }

  Unit during(Validity other, boolean nowListed) {
    return new Unit(
        code, name, fullName, kind, parentCode, region, other, successorCode, aliases, nowListed);
  }
}
