/** How commands reach the scheduler, and how they show what it answers. */
package io.xephang.cli.schedule;
