package io.xephang.schemas.table;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The types that Spark, Iceberg, Parquet and DuckDB agree on. */
public enum ColumnType {
  @JsonProperty("string")
  STRING,
  @JsonProperty("boolean")
  BOOLEAN,
  @JsonProperty("integer")
  INTEGER,
  @JsonProperty("long")
  LONG,
  @JsonProperty("double")
  DOUBLE,
  @JsonProperty("date")
  DATE,
  /** Vietnamese wall-clock time without a zone. */
  @JsonProperty("timestamp")
  TIMESTAMP
}
