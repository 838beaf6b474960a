package io.xephang.warehouse;

/**
 * A column of a result.
 *
 * @param type DuckDB's name, such as {@code BIGINT}
 */
public record ResultColumn(String name, String type) {}
