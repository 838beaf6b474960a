/** What has to be said from within the package of DuckDB's driver. */
package org.duckdb;
