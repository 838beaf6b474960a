/** Dags, and the files in which dag-factory 1.1 for Airflow 3 describes them. */
package io.xephang.scheduler.dag;
