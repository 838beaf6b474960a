/**
 * Makes deliveries of synthetic dossiers: what provinces' one-stop systems would send to the feeds
 * {@code dossiers} and {@code progress}, the units and catalogs that go with them, all the dirt
 * that real deliveries have, and the truth of what was planted.
 *
 * <p>A dossier is a function of the seed, its province, the day it was received and its number on
 * that day, and is drawn anew for each of its messages; so a series needs memory only for where
 * each open dossier stands. The same arguments give the same bytes.
 */
package io.xephang.samples.dossiers;
