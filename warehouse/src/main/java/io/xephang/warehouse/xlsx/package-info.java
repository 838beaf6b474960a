/** Results as Excel workbooks, written row by row. */
package io.xephang.warehouse.xlsx;
