/** The ranking annex, laid out like that of letter 3485/BTTTT-THH: a model and its renderings. */
package io.xephang.reports.annex;
