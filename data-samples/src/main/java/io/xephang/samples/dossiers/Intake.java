package io.xephang.samples.dossiers;

/** How many dossiers one province receives each day. Days are epoch days. */
interface Intake {
  /**
   * Whether one more dossier is received on the day.
   *
   * @param received so many were received on it already
   * @param inNextDelivery so many messages the next delivery will have
   */
  boolean another(int day, int received, int inNextDelivery);

  /** What is demanded of the dossier of that number on that day. */
  Demand demand(int day, int number);
}
