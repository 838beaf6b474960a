package io.xephang.samples.dossiers;

/**
 * How large the catalogs of a province are.
 *
 * @param procedures different ones of a province: three fifths of departments, one of communes
 * @param districts in each province, 1 to 99
 * @param communes in each district, 1 to 99
 */
record CatalogSize(int procedures, int districts, int communes) {
  static final int FEWEST_PROCEDURES = 20;
  static final int MOST_PROCEDURES = 1_000;
  private static final int MOST_UNITS = 79;

  CatalogSize {
    if (procedures < FEWEST_PROCEDURES || procedures > MOST_PROCEDURES) {
      throw new IllegalArgumentException(
          "%d procedures; expected %d to %d"
              .formatted(procedures, FEWEST_PROCEDURES, MOST_PROCEDURES));
    }
    if (districts < 1 || districts > MOST_UNITS || communes < 1 || communes > MOST_UNITS) {
      throw new IllegalArgumentException(
          "%d districts with %d communes each; expected 1 to %d of both"
              .formatted(districts, communes, MOST_UNITS));
    }
  }

  int ofDistricts() {
    return procedures / 5;
  }

  int ofCommunes() {
    return procedures / 5;
  }

  int ofDepartments() {
    return procedures - ofDistricts() - ofCommunes();
  }
}
