/**
 * Makes the sample landing folder: printed tables of the source letters, and synthetic catalogs
 * whose rates print as those tables do.
 *
 * <p>Everything is a function of the resources beside these classes: no clock, no chance.
 */
package io.xephang.samples;
