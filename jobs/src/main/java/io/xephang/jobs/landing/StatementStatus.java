package io.xephang.jobs.landing;

import java.util.Locale;

/** How a line of the ledger stands. */
public enum StatementStatus {
  /** Its rows count. */
  INGESTED,
  /** New content came under the same name; its rows no longer count. */
  REPLACED,
  /** The same content stands under a smaller name of the same feed and date. */
  DUPLICATE_FILE,
  /** Taken back by an operator; its rows are kept, unread, until it is restored. */
  WITHDRAWN;

  /** As it stands in the view {@code ingest_file}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static StatementStatus of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }
}
