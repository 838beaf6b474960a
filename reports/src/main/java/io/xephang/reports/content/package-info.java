/** What documents say: the warehouse's figures as values and rows that templates can place. */
package io.xephang.reports.content;
