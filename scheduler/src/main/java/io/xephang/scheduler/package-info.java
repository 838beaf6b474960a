/** Dags in files that Apache Airflow loads unchanged; planned as Airflow plans them. */
package io.xephang.scheduler;
