/** The reading part of Airflow's REST API, and what starts, holds back and clears runs. */
package io.xephang.scheduler.api;
