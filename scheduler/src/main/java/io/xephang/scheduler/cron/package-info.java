/** Cron expressions as Airflow 3 understands them, by itself and in time zones. */
package io.xephang.scheduler.cron;
