/** Telling people what has happened: by e-mail and to a webhook. */
package io.xephang.scheduler.alert;
