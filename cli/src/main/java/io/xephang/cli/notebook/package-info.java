/** Notebooks: what they need is installed into the home folder, then Jupyter opens them. */
package io.xephang.cli.notebook;
