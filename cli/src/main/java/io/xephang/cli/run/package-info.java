/** Conducts a run: the Spark job as a child process, then the served database. */
package io.xephang.cli.run;
