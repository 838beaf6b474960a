package io.xephang.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Every function of this DuckDB is judged: it is allowed, or {@code gate/refused-functions.csv}
 * says why it is not. A new DuckDB fails here until somebody has judged what it brings.
 */
class AllowedFunctionsTest {
  private static final String ALL =
      """
      SELECT DISTINCT function_name FROM duckdb_functions()
      WHERE function_type IN ('scalar', 'aggregate', 'window', 'macro')
      """;

  private static final String OF_ANY_SIZE =
      """
      SELECT DISTINCT function_name FROM duckdb_functions()
      WHERE return_type IS NULL OR return_type NOT IN (
        'BOOLEAN', 'TINYINT', 'SMALLINT', 'INTEGER', 'BIGINT', 'HUGEINT', 'UTINYINT', 'USMALLINT',
        'UINTEGER', 'UBIGINT', 'UHUGEINT', 'FLOAT', 'DOUBLE', 'DECIMAL', 'DATE', 'TIME', 'TIME_NS',
        'TIMESTAMP', 'TIMESTAMP_S', 'TIMESTAMP_MS', 'TIMESTAMP_NS', 'TIMESTAMP WITH TIME ZONE',
        'TIME WITH TIME ZONE', 'INTERVAL', 'UUID')
      """;

  @Test
  void everyFunctionIsAllowedOrRefusedForAReason() throws Exception {
    Map<String, String> reasons = refused();
    TreeSet<String> unjudged = new TreeSet<>();
    TreeSet<String> both = new TreeSet<>();
    for (String function : functions()) {
      boolean allowed = AllowedFunctions.ofValues(function);
      if (allowed && reasons.containsKey(function)) {
        both.add(function);
      }
      if (!allowed && !reasons.containsKey(function)) {
        unjudged.add(function);
      }
    }
    assertThat(unjudged).as("functions that nobody has judged").isEmpty();
    assertThat(both).as("functions that are allowed and refused").isEmpty();
    assertThat(reasons.values()).as("reasons").noneMatch(String::isBlank);
    assertThat(functions()).as("functions that are refused").containsAll(reasons.keySet());
  }

  /** A lambda may return what they make, whatever is in it: a new DuckDB must not lengthen it. */
  @Test
  void functionsOfFixedSizeReturnNumbersTruthValuesOrTimesAlone() throws Exception {
    Set<String> longer = names(OF_ANY_SIZE);
    longer.removeIf(name -> !AllowedFunctions.ofFixedSize(name));
    assertThat(longer).isEmpty();
    assertThat(AllowedFunctions.ofFixedSize("length")).as("the list is read").isTrue();
  }

  private static Set<String> functions() throws Exception {
    return names(ALL);
  }

  private static Set<String> names(String sql) throws Exception {
    Set<String> names = new TreeSet<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        names.add(row.getString(1));
      }
    }
    return names;
  }

  private static Map<String, String> refused() throws Exception {
    Map<String, String> reasons = new TreeMap<>();
    try (Reader file =
            new InputStreamReader(
                AllowedFunctionsTest.class.getResourceAsStream("gate/refused-functions.csv"),
                StandardCharsets.UTF_8);
        CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : rows) {
        reasons.put(row.getField("function"), row.getField("reason"));
      }
    }
    return reasons;
  }
}
