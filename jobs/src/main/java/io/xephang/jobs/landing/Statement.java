package io.xephang.jobs.landing;

import java.io.Serializable;

/** A file that this run reads, and the statement that its rows will belong to. */
public record Statement(String statementId, LandedFile landed) implements Serializable {}
