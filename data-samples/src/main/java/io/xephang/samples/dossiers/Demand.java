package io.xephang.samples.dossiers;

/** What a plan demands of a dossier, so that a rate comes out as it must. */
enum Demand {
  /** Nothing: all is left to the draws. */
  NONE,
  /** Counts, is of a service at level 3 or 4, and came online. */
  ONLINE_SERVICE_ONLINE,
  /** Counts, is of a service at level 3 or 4, and did not come online. */
  ONLINE_SERVICE_OFFLINE,
  /** Its service is at level 2 or below. */
  OTHER_SERVICE;

  boolean isOnlineService() {
    return this == ONLINE_SERVICE_ONLINE || this == ONLINE_SERVICE_OFFLINE;
  }
}
