/** The scheduler as a process, and how commands find it. */
package io.xephang.scheduler.service;
