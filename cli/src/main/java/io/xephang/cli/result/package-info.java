/** In which form a command gives the rows of a result. */
package io.xephang.cli.result;
