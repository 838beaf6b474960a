/** What a verification found, for people and for programs. */
package io.xephang.cli.verify;
