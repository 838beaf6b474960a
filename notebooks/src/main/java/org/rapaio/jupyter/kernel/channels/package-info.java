/** What of the Java kernel is mended here until a version of it does the same. */
package org.rapaio.jupyter.kernel.channels;
