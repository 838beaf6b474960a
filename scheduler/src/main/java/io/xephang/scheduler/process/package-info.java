/** Tasks as processes that outlive the scheduler and can be found again. */
package io.xephang.scheduler.process;
