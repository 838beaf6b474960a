package io.xephang.jobs.landing;

import java.util.Arrays;
import java.util.Comparator;

/** The order of file names: by code points, as UTF-8 bytes sort too (Java's own is by UTF-16). */
public final class CodePointOrder {
  public static final Comparator<String> COMPARATOR =
      Comparator.comparing(name -> name.codePoints().toArray(), Arrays::compare);

  private CodePointOrder() {}
}
