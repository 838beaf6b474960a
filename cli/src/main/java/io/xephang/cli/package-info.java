/** The command {@code xephang}. It starts without Spark and asks DuckDB through the warehouse. */
package io.xephang.cli;
