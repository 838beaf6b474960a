/** Why a figure is what it is: renderings of an explanation. */
package io.xephang.cli.explain;
