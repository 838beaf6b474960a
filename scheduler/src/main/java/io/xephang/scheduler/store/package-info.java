/** What is kept of runs, tasks, attempts and backfills: the scheduler's own database. */
package io.xephang.scheduler.store;
