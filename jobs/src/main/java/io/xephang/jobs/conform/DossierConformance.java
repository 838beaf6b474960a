package io.xephang.jobs.conform;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;

import io.xephang.jobs.KeptRows;
import io.xephang.jobs.SparkSchema;
import io.xephang.jobs.ingest.StatementsInForce;
import io.xephang.jobs.lake.RowPlace;
import io.xephang.jobs.lake.RunBranch;
import io.xephang.schemas.table.Table;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Brings the table dossier up to date with the messages in force, the units and the catalogs. A
 * night rewrites the open dossiers of the months that it says something about; those that it
 * settles are added to the settled ones of their months.
 */
public final class DossierConformance {
  private static final String MESSAGES = "dossier_message";
  private static final String STATES = "dossier";

  /** So many codes are sent to every task rather than sorted. */
  private static final long FEW = 500_000;

  private final RunBranch lake;
  private final Table table;
  private final StatementsInForce inForce;

  public DossierConformance(RunBranch lake, Table table, StatementsInForce inForce) {
    this.lake = lake;
    this.table = table;
    this.inForce = inForce;
  }

  /**
   * What the run has changed.
   *
   * @param ceased dossier statements that counted before and no longer do
   * @param revived dossier statements that count again
   * @param revivedDates their dates
   * @param catalogs first day on which the catalogs of a province or ministry differ, by its code
   * @param names whether the units feed did
   * @param everything whether nothing that was computed before stands
   */
  public record Changes(
      Collection<String> ceased,
      Collection<String> revived,
      Set<LocalDate> revivedDates,
      SortedMap<String, LocalDate> catalogs,
      boolean names,
      boolean everything) {}

  /**
   * What is looked up for each dossier.
   *
   * @param names as of {@link HandlingUnits#names}
   * @param rolledUp as of {@link CatalogIntervals#rolledUp}
   * @param services rows of the table service
   */
  public record Lookups(Dataset<Row> names, Dataset<Row> rolledUp, Dataset<Row> services) {}

  /**
   * What is different now.
   *
   * @param before rows of dossier that are no longer true
   * @param after rows that are true in their place
   * @param duplicates how many messages of a statement that was read are duplicates
   */
  public record Changed(Dataset<Row> before, Dataset<Row> after, Map<String, Long> duplicates) {}

  /** Writes the table dossier. */
  public Changed run(Changes changes, Lookups lookups) {
    Dataset<Row> states = lake.readPublished(STATES);
    Dataset<Row> fresh = lake.changed(MESSAGES);
    if (changes.everything() || lake.isNew(STATES)) {
      return fromNothing(states, fresh, lookups);
    }
    states = lake.readPlaced(STATES);
    Dataset<Row> revived =
        lake.read(MESSAGES)
            .where(
                col("delivery_date")
                    .isin(changes.revivedDates().toArray())
                    .and(col("statement_id").isin(changes.revived().toArray())));
    Column isCeased = col("statement_id").isin(changes.ceased().toArray());
    Dataset<Row> orphans =
        KeptRows.of(
            changes.ceased().isEmpty()
                ? states.limit(0).select("dossier_code")
                : states.where(isCeased).select("dossier_code"));
    Dataset<Row> codes =
        KeptRows.of(
            fresh
                .select("dossier_code")
                .union(revived.select("dossier_code"))
                .union(orphans)
                .distinct()
                .withColumn("dossier_key", DossierStates.key()));
    // Which partitions that is, the keys of all states can tell; their other columns are read of
    // these alone.
    Dataset<Row> keys = few(codes);
    Dataset<Row> near =
        states.where(
            DossierPartition.isAnyOf(
                DossierPartition.of(states.join(keys, sameKey(states, codes), "left_semi"))));
    Dataset<Row> touched =
        KeptRows.of(
            near.join(
                keys,
                sameKey(near, codes)
                    .and(near.col("dossier_code").equalTo(codes.col("dossier_code"))),
                "left_semi"));
    Dataset<Row> standing = touched.where(isCeased.equalTo(false));
    // Whoever has lost the message that counted is asked for all that he ever said.
    Dataset<Row> earlier =
        changes.ceased().isEmpty()
            ? revived
            : revived.unionByName(
                inForce
                    .only(lake.readPublished(MESSAGES))
                    .join(few(orphans), "dossier_code", "left_semi"));
    Dataset<Row> earlierLast = KeptRows.of(DossierOrder.last(earlier));
    Map<String, Long> duplicates =
        duplicates(
            fresh,
            DossierOrder.last(
                standing
                    .select("dossier_code", "file", "position", "content_hash")
                    .unionByName(
                        earlierLast.select("dossier_code", "file", "position", "content_hash"))));
    Dataset<Row> newest = DossierOrder.last(fresh.unionByName(earlierLast));
    Dataset<Row> known =
        standing.select(
            col("dossier_code").as("known_code"),
            col("file").as("known_file"),
            col("position").as("known_position"));
    Dataset<Row> won =
        KeptRows.of(
            newest
                .join(known, col("dossier_code").equalTo(col("known_code")), "left")
                .where(
                    DossierOrder.isAfter(
                        col("file"), col("position"), col("known_file"), col("known_position")))
                .drop("known_code", "known_file", "known_position"));
    Dataset<Row> rewritten =
        won.select("dossier_code").union(touched.where(isCeased).select("dossier_code")).distinct();
    Dataset<Row> looked = lookedUpAnew(states, changes, rewritten);
    Dataset<Row> current =
        DossierStates.of(won)
            .unionByName(
                looked.drop("service_level").drop(RowPlace.COLUMNS.toArray(String[]::new)));
    Dataset<Row> after = SparkSchema.conform(resolved(current, lookups), table);
    Dataset<Row> before = touched.join(rewritten, "dossier_code", "left_semi").unionByName(looked);
    return write(states, different(before, after), duplicates);
  }

  private Changed fromNothing(Dataset<Row> states, Dataset<Row> fresh, Lookups lookups) {
    Map<String, Long> duplicates =
        duplicates(fresh, states.select("dossier_code", "file", "position", "content_hash"));
    Dataset<Row> all = DossierOrder.last(inForce.only(lake.read(MESSAGES)));
    Dataset<Row> after = resolved(DossierStates.of(all), lookups);
    lake.replaceAll(STATES, after);
    return new Changed(states, lake.read(STATES), duplicates);
  }

  private Dataset<Row> resolved(Dataset<Row> dossiers, Lookups lookups) {
    return ServiceLevels.resolve(
        HandlingUnits.resolve(dossiers, lookups.names()), lookups.rolledUp(), lookups.services());
  }

  /** Dossiers that nobody has written about, but whose unit or service level may differ now. */
  private Dataset<Row> lookedUpAnew(Dataset<Row> states, Changes changes, Dataset<Row> rewritten) {
    Column concerned = changes.names() ? col("handling_name_hash").isNotNull() : lit(false);
    for (Map.Entry<String, LocalDate> scope : changes.catalogs().entrySet()) {
      concerned =
          concerned.or(
              col("province_code")
                  .equalTo(scope.getKey())
                  .and(col("received_at").geq(lit(scope.getValue().atStartOfDay()))));
    }
    if (!changes.names() && changes.catalogs().isEmpty()) {
      return states.limit(0);
    }
    return KeptRows.of(states.where(concerned).join(few(rewritten), "dossier_code", "left_anti"));
  }

  private static Map<String, Long> duplicates(Dataset<Row> fresh, Dataset<Row> before) {
    Map<String, Long> duplicates = new HashMap<>();
    for (Row row :
        DossierOrder.duplicates(fresh, before)
            .groupBy("statement_id")
            .agg(count_if(col("duplicate")))
            .collectAsList()) {
      duplicates.put(row.getString(0), row.getLong(1));
    }
    return duplicates;
  }

  /**
   * Rows that are not the same any more.
   *
   * @param pairs dossier_code; old, now: structs of the table's columns, null where there is none;
   *     the place of the old row
   */
  private record Differences(Dataset<Row> pairs) {
    Dataset<Row> before() {
      return pairs.where(col("old").isNotNull()).select("old.*");
    }

    Dataset<Row> after() {
      return pairs.where(col("now").isNotNull()).select("now.*");
    }

    /** The old rows with their places. */
    Dataset<Row> placed() {
      return pairs
          .where(col("old").isNotNull())
          .select("old.received_at", "old.settled", "_file", "_pos");
    }
  }

  private Differences different(Dataset<Row> before, Dataset<Row> after) {
    Column all = struct(table.columnNames().stream().map(name -> col(name)).toArray(Column[]::new));
    Dataset<Row> old = before.select(col("dossier_code"), all.as("old"), col("_file"), col("_pos"));
    Dataset<Row> now = after.select(col("dossier_code").as("now_code"), all.as("now"));
    return new Differences(
        KeptRows.of(
            old.join(now, col("dossier_code").equalTo(col("now_code")), "full")
                .where(col("old").eqNullSafe(col("now")).equalTo(false))));
  }

  private Changed write(Dataset<Row> states, Differences changed, Map<String, Long> duplicates) {
    Dataset<Row> before = changed.before();
    Dataset<Row> after = changed.after();
    DossierRewriting plan =
        DossierRewriting.of(
            DossierPartition.counts(before),
            DossierPartition.counts(after),
            lake.filesByPartition(STATES));
    if (!plan.thinned().isEmpty()) {
      lake.delete(
          STATES,
          changed.placed().where(DossierPartition.isAnyOf(plan.thinned())).collectAsList().stream()
              .map(RowPlace::of)
              .toList());
    }
    if (!plan.isEmpty()) {
      Column where = DossierPartition.isAnyOf(plan.rewritten());
      lake.replaceAndAdd(
          STATES,
          where,
          states
              .where(where)
              .drop(RowPlace.COLUMNS.toArray(String[]::new))
              .join(few(before.select("dossier_code")), "dossier_code", "left_anti")
              .unionByName(after.where(where)),
          after.where(not(where)));
    }
    return new Changed(before, after, duplicates);
  }

  private static Column sameKey(Dataset<Row> states, Dataset<Row> codes) {
    return states.col("dossier_key").equalTo(codes.col("dossier_key"));
  }

  private Dataset<Row> few(Dataset<Row> codes) {
    return codes.count() < FEW ? broadcast(codes) : codes;
  }
}
