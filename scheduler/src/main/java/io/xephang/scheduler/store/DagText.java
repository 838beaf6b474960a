package io.xephang.scheduler.store;

/**
 * The file of a dag as it was when the dag could last be used.
 *
 * @param file below the folder of dags
 * @param text of the whole file, its variables not yet expanded: they may hold secrets
 */
public record DagText(String dagId, String file, String text) {}
