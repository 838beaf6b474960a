/** How a deployment stands: what is served, what ran, who is late, what was rejected. */
package io.xephang.cli.status;
