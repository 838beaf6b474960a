package io.xephang.warehouse;

/**
 * A delivered file that counts otherwise in one publication than in another.
 *
 * @param before its status in the ledger of the first; null if it was not there
 * @param after its status in the ledger of the second; null if it is not there
 */
public record ChangedStatement(String file, String feed, String before, String after) {}
