package io.xephang.trials;

import io.xephang.home.Milestones;
import io.xephang.jobs.Deployment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What happens to a deployment, and what of it is right in the end. Knows the contract's rules for
 * files and nothing of how they are implemented.
 */
final class RandomHistory {
  private static final List<String> UNITS =
      List.of("H47", "H47.01", "H47.02", "H47.21.03", "H01", "H57.04", "G18");
  private static final List<String> DATES =
      List.of("2020-06-30", "2020-07-15", "2020-07-31", "2020-08-20");
  private static final List<String> REPORTERS =
      List.of("Hòa Bình", "Thừa Thiên Huế", "TP. Hồ Chí Minh", "Bộ Y tế", "Đắk Lắk");
  private static final List<String> UNIT_FEED =
      List.of(
          "unit_code,unit_name,kind,valid_from,aliases",
          "H47.01,Sở Y tế,department,,",
          // Not there yet on the first two dates: what it sends then is in force later or never.
          "H47.02,Sở Tư pháp,department,2020-07-20,");
  private static final String DOSSIER_HEADER =
      "MaHoSo,MaTTHC,NgayTiepNhan,TrangThaiHoSo,NgayHenTra,NgayKetThucXuLy,NgayTra,KenhThucHien,"
          + "DonViXuLy,DuocThanhToanTrucTuyen,HoSoCoThanhPhanSoHoa,Gia";

  /** Who is said to handle a dossier: codes, names, an alias that comes and goes, nobody known. */
  private static final List<String> HANDLERS =
      List.of("", "H47.01", "000.03.21.H47", "H47.99", "sở y tế", "Sở Tư pháp", "Một cửa", "H01");

  /** Some have no time of day, and some lie after the first deliveries or after all of them. */
  private static final List<String> TIMES =
      List.of(
          "20200510",
          "20200628080000",
          "20200630120000",
          "20200630",
          "20200701070000",
          "20200715",
          "20200718090000",
          "20200731235959",
          "20200805000000",
          "20200905");

  private static final String CATALOG_HEADER =
      "unit_code,procedure_code,service_level,eligible_level4,on_national_portal";

  /** More than a run ever passes would never interrupt it. */
  private static final int MILESTONES = 20;

  private final Deployment deployment;
  private final Random random;

  /** The landing folder: content by file name. */
  private final SortedMap<String, List<String>> landed = new TreeMap<>();

  /** What was taken back: content by file name. */
  private final SortedMap<String, List<String>> withdrawn = new TreeMap<>();

  /** The landing folder as the last publication knows it, and what of it was in force then. */
  private SortedMap<String, List<String>> known = new TreeMap<>();

  private Set<String> inForce = Set.of();
  private long publication;

  /** The first date is delivered for on the first night, and with each night one more. */
  private int night;

  private final List<String> told = new ArrayList<>();

  RandomHistory(Deployment deployment, Random random) {
    this.deployment = deployment;
    this.random = random;
    land("units/all.csv", UNIT_FEED);
    for (int i = 0; i < 4; i++) {
      deliverCatalog();
    }
    deliverDossiers();
    deliverDossiers();
  }

  /** A few things happen between two nights. */
  void something() {
    night++;
    int happenings = 2 + random.nextInt(4);
    for (int i = 0; i < happenings; i++) {
      switch (random.nextInt(13)) {
        case 0, 1 -> deliverCatalog();
        case 2, 3, 4 -> deliverDossiers();
        case 5 -> deliverProgress();
        case 6, 7 -> replace();
        case 8 -> copy();
        case 9 -> deliverReports();
        case 10 -> deliverRubbish();
        case 11 -> describeUnits();
        default -> withdrawOrUndo();
      }
    }
  }

  private void withdrawOrUndo() {
    if (random.nextBoolean()) {
      withdraw();
    } else {
      undo();
    }
  }

  void run() {
    deployment.run();
    told.add("run");
    lookAtWhatWasPublished();
  }

  /** The process ends somewhere on the way; what it did before it published nobody may see. */
  void interruptedRun() {
    int[] left = {random.nextInt(MILESTONES)};
    String[] last = {"nothing"};
    Milestones milestones =
        milestone -> {
          last[0] = milestone;
          if (left[0]-- == 0) {
            throw new Interruption();
          }
        };
    try {
      deployment.run(milestones);
      last[0] = "its end";
    } catch (Interruption e) {
      // As wanted.
    }
    told.add("run that stops after: " + last[0]);
    lookAtWhatWasPublished();
  }

  /** An interrupted run may have published before it was interrupted. */
  private void lookAtWhatWasPublished() {
    if (deployment.publications() > publication) {
      publication = deployment.publications();
      withdrawn.entrySet().removeIf(entry -> !isWithdrawn(entry.getKey()));
      known = new TreeMap<>(landed);
      inForce = Set.copyOf(rightFiles().keySet());
    }
  }

  /** What the contract says is in force: the smallest name of each content not taken back. */
  SortedMap<String, List<String>> rightFiles() {
    SortedMap<String, List<String>> right = new TreeMap<>();
    Set<String> settled = new HashSet<>();
    withdrawn.keySet().stream().filter(this::isWithdrawn).map(this::content).forEach(settled::add);
    landed.forEach(
        (file, lines) -> {
          if (settled.add(content(file))) {
            right.put(file, lines);
          }
        });
    return right;
  }

  /** New content under the name of a withdrawn statement counts. */
  private boolean isWithdrawn(String file) {
    return landed.get(file).equals(withdrawn.get(file));
  }

  private String content(String file) {
    return file.substring(0, file.lastIndexOf('/')) + landed.get(file);
  }

  private String date() {
    return oneOf(DATES.subList(0, Math.min(DATES.size(), 1 + night))).orElseThrow();
  }

  private void deliverCatalog() {
    String date = date();
    land("catalogs/" + date + "/" + (char) ('a' + random.nextInt(5)) + ".csv", catalog());
  }

  private void deliverDossiers() {
    land("dossiers/" + date() + "/" + (char) ('a' + random.nextInt(3)) + ".csv", dossiers());
  }

  private void deliverProgress() {
    land(
        "progress/" + date() + "/a.ndjson",
        List.of(
            "{\"MaHoSo\":\"H47-1\",\"TrangThai\":\"" + random.nextInt(12) + "\"}",
            "{\"MaHoSo\":\"H47-1\",\"ThoiDiemXuLy\":\"" + oneOf(TIMES).orElseThrow() + "\"}"));
  }

  /** A name that messages use comes to mean a unit, or no longer does. */
  private void describeUnits() {
    List<String> lines = new ArrayList<>(UNIT_FEED);
    int named = random.nextInt(3);
    if (named > 0) {
      lines.set(named, lines.get(named) + "Một cửa");
    }
    land("units/all.csv", lines);
  }

  private void replace() {
    oneOf(landedInFolders())
        .ifPresent(file -> land(file, file.startsWith("catalogs/") ? catalog() : dossiers()));
  }

  private void copy() {
    oneOf(landedInFolders())
        .ifPresent(
            file ->
                land(
                    file.substring(0, file.lastIndexOf('/') + 1)
                        + (random.nextBoolean() ? "0" : "z")
                        + random.nextInt(3)
                        + ".csv",
                    landed.get(file)));
  }

  private void deliverReports() {
    List<String> lines = new ArrayList<>(List.of("indicator,unit_name,as_of,value"));
    for (String name : REPORTERS) {
      if (random.nextBoolean()) {
        lines.add(
            "level4_rate,"
                + name
                + ","
                + oneOf(DATES).orElseThrow()
                + ",\""
                + random.nextInt(100)
                + ",5%\"");
      }
    }
    land("reports/" + (char) ('a' + random.nextInt(2)) + ".csv", lines);
  }

  private void deliverRubbish() {
    land(
        "catalogs/" + date() + "/rubbish.csv",
        List.of(
            random.nextBoolean() ? CATALOG_HEADER : "no,header",
            "H99,1.000001,4,1,1",
            "H47.01,not a code,4,1," + random.nextInt(9)));
  }

  private void withdraw() {
    List<String> files =
        inForce.stream()
            .filter(file -> !file.startsWith("units/"))
            .filter(file -> landed.get(file).equals(known.get(file)))
            .filter(file -> !withdrawn.containsKey(file))
            .sorted()
            .toList();
    oneOf(files)
        .ifPresent(
            file -> {
              told.add("withdraw " + file);
              deployment.withdraw(file);
              withdrawn.put(file, landed.get(file));
              publication = deployment.publications();
            });
  }

  private void undo() {
    oneOf(List.copyOf(withdrawn.keySet()))
        .ifPresent(
            file -> {
              told.add("undo the withdrawal of " + file);
              deployment.restore(file);
              withdrawn.remove(file);
              publication = deployment.publications();
            });
  }

  private void land(String file, List<String> lines) {
    told.add("land " + file + " " + lines);
    landed.put(file, lines);
    deployment.land(file, lines.toArray(String[]::new));
  }

  /** Rows of some units; levels go up and down, and a root may come twice. */
  private List<String> catalog() {
    List<String> lines = new ArrayList<>(List.of(CATALOG_HEADER));
    for (int i = 0; i < 1 + random.nextInt(8); i++) {
      lines.add(
          String.join(
              ",",
              oneOf(UNITS).orElseThrow(),
              "1.00000" + random.nextInt(7),
              random.nextInt(5) == 0 ? "" : String.valueOf(1 + random.nextInt(4)),
              random.nextBoolean() ? "1" : "0",
              random.nextBoolean() ? "có" : ""));
    }
    return lines;
  }

  /** Messages of few dossiers, so that they are corrected often; some are rejected. */
  private List<String> dossiers() {
    List<String> lines = new ArrayList<>(List.of(DOSSIER_HEADER));
    for (int i = 0; i < 1 + random.nextInt(8); i++) {
      String code = List.of("H47", "H47.01", "H01", "G18").get(random.nextInt(4));
      lines.add(
          String.join(
              ",",
              code + "-" + random.nextInt(4),
              "1.00000" + random.nextInt(7),
              oneOf(TIMES).orElseThrow(),
              String.valueOf(1 + random.nextInt(11)),
              timeOrNone(),
              timeOrNone(),
              timeOrNone(),
              String.valueOf(1 + random.nextInt(3)),
              oneOf(HANDLERS).orElseThrow(),
              String.valueOf(random.nextInt(3)),
              random.nextBoolean() ? "1" : "",
              random.nextBoolean() ? "5000" : ""));
      if (random.nextInt(4) == 0) {
        lines.add(lines.get(lines.size() - 1));
      }
    }
    return lines;
  }

  private String timeOrNone() {
    return random.nextInt(3) == 0 ? "" : oneOf(TIMES).orElseThrow();
  }

  private List<String> landedInFolders() {
    return landed.keySet().stream()
        .filter(file -> file.startsWith("catalogs/") || file.startsWith("dossiers/"))
        .toList();
  }

  private <T> Optional<T> oneOf(List<T> values) {
    return values.isEmpty()
        ? Optional.empty()
        : Optional.of(values.get(random.nextInt(values.size())));
  }

  @Override
  public String toString() {
    return String.join("\n", told);
  }

  /** Stands for the end of the process. */
  private static final class Interruption extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
