/** What officials read of the warehouse's figures, as texts, pages and documents. */
package io.xephang.reports;
