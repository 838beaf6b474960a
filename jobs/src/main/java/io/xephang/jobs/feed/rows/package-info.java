/**
 * What stands in a landed file: CSV, XLSX or JSON, taken apart into rows of the feed's columns.
 * Nothing here throws on content, and nothing holds a whole file in memory.
 */
package io.xephang.jobs.feed.rows;
