/** The part of Jinja that dag files may use, with the values that Airflow 3 gives it. */
package io.xephang.scheduler.template;
