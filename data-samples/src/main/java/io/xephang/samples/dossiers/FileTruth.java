package io.xephang.samples.dossiers;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** What one file holds: rows = good + duplicates + rejected. */
final class FileTruth {
  private final String feed;
  private final String name;
  private final int deliveryDay;
  private final int arrivalDay;
  private int rows;
  private int good;
  private int duplicates;
  private final Map<Dirt, int[]> rejected = new EnumMap<>(Dirt.class);

  /**
   * @param name below the landing folder
   * @param deliveryDay the date of its folder, an epoch day
   * @param arrivalDay the day on which it arrives, later than the delivery if it is late
   */
  FileTruth(String feed, String name, int deliveryDay, int arrivalDay) {
    this.feed = feed;
    this.name = name;
    this.deliveryDay = deliveryDay;
    this.arrivalDay = arrivalDay;
  }

  void addGood() {
    rows++;
    good++;
  }

  void addDuplicate() {
    rows++;
    duplicates++;
  }

  void addRejected(Dirt reason, int position) {
    rows++;
    // A file has few rejected rows of one reason, so that copying them costs little.
    int[] known = rejected.getOrDefault(reason, new int[0]);
    int[] positions = Arrays.copyOf(known, known.length + 1);
    positions[known.length] = position;
    rejected.put(reason, positions);
  }

  String feed() {
    return feed;
  }

  String name() {
    return name;
  }

  int deliveryDay() {
    return deliveryDay;
  }

  int arrivalDay() {
    return arrivalDay;
  }

  int rows() {
    return rows;
  }

  int good() {
    return good;
  }

  int duplicates() {
    return duplicates;
  }

  /** Positions of rejected rows by reason, rising. */
  Map<Dirt, int[]> rejected() {
    return rejected;
  }
}
