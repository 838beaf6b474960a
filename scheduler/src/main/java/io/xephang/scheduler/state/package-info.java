/** How runs and tasks stand, and what follows from it. */
package io.xephang.scheduler.state;
