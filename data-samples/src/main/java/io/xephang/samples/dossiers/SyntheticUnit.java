package io.xephang.samples.dossiers;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** A unit below a province, with its code and name as messages write them. */
final class SyntheticUnit {
  private final String code;
  private final String name;
  private final String kind;
  private final byte[] codeText;
  private final byte[] olderCodeText;
  private final byte[] nameText;
  private final byte[] decomposedNameText;

  /**
   * @param code e.g. {@code H47.14} or {@code H47.21.05}
   * @param kind as in the feed {@code units}
   */
  SyntheticUnit(String code, String name, String kind) {
    this.code = code;
    this.name = name;
    this.kind = kind;
    codeText = utf8(code);
    olderCodeText = utf8(older(code));
    nameText = utf8(name);
    decomposedNameText = utf8(Normalizer.normalize(name, Normalizer.Form.NFD));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** {@code 000.05.21.H47}: the older form has four groups, read right to left. */
  private static String older(String code) {
    String[] groups = code.split("\\.", -1);
    StringBuilder older = new StringBuilder("000");
    for (int i = groups.length; i < 3; i++) {
      older.append(".00");
    }
    for (int i = groups.length - 1; i >= 0; i--) {
      older.append('.').append(groups[i]);
    }
    return older.toString();
  }

  String code() {
    return code;
  }

  String parentCode() {
    return code.substring(0, code.lastIndexOf('.'));
  }

  String name() {
    return name;
  }

  String kind() {
    return kind;
  }

  byte[] codeText() {
    return codeText;
  }

  byte[] olderCodeText() {
    return olderCodeText;
  }

  byte[] nameText() {
    return nameText;
  }

  byte[] decomposedNameText() {
    return decomposedNameText;
  }
}
