/** Templates of documents: what a clerk may change of them without code, and what is checked. */
package io.xephang.reports.template;
