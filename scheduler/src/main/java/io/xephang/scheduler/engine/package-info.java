/** The one place where states of runs and tasks change. */
package io.xephang.scheduler.engine;
