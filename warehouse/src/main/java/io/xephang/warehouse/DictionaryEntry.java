package io.xephang.warehouse;

import io.xephang.schemas.Label;
import java.util.Optional;

/**
 * A line of the data dictionary.
 *
 * @param relation the view or macro
 * @param place within it, from 0
 * @param part view, macro, parameter or column
 * @param name of the parameter or column, else null
 * @param type of a column, else null
 * @param defaultValue of a parameter that may be left out, else null
 */
record DictionaryEntry(
    String relation,
    int place,
    String part,
    String name,
    String type,
    String defaultValue,
    Optional<Measure> measure,
    Label description) {}
