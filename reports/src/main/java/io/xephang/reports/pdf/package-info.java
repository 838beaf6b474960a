/** Word documents as PDF, by LibreOffice where it is installed. */
package io.xephang.reports.pdf;
