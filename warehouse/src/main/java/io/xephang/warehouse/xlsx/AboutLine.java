package io.xephang.warehouse.xlsx;

/**
 * A line of the second sheet.
 *
 * @param what a heading; empty where the line goes on with the one before
 * @param text each line of it becomes a row
 */
public record AboutLine(String what, String text) {}
