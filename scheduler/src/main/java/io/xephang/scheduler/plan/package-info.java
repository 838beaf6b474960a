/** When runs are due: pure functions of a schedule, the last run and the time. */
package io.xephang.scheduler.plan;
