/** Saved queries: SELECTs with a title and parameters, in files beside these classes. */
package io.xephang.warehouse.query;
