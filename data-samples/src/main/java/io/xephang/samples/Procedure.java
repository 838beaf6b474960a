package io.xephang.samples;

/**
 * A procedure of the national list.
 *
 * @param root the first eight characters of its code, e.g. {@code 1.001193}
 * @param maxDays the longest time for handling it, 1 to 60 days, or empty
 */
public record Procedure(
    String root, String name, Field field, AdminLevel level, boolean hasFee, String maxDays) {}
