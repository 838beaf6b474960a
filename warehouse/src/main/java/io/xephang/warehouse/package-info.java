/**
 * The served database: built from a publication, then read by everybody who asks. The only package
 * that knows DuckDB.
 */
package io.xephang.warehouse;
