package io.xephang.scheduler.engine;

import io.xephang.scheduler.dag.Dag;
import io.xephang.scheduler.dag.Task;
import io.xephang.scheduler.store.AttemptKey;
import io.xephang.scheduler.store.DagRun;

/** An attempt that is to be started. */
public record AttemptOrder(AttemptKey key, Dag dag, Task task, DagRun run) {}
