package io.xephang.scheduler.service;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** A secret that nobody can guess. It is compared in constant time and never shown. */
final class Secret {
  private static final int BYTES = 32;

  private final byte[] value;

  private Secret(String value) {
    this.value = value.getBytes(StandardCharsets.UTF_8);
  }

  static Secret random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /**
   * The secret in a file, which is made, for its owner's eyes only, if there is none.
   *
   * @throws IOException if it can neither be read nor made
   */
  static Secret keptIn(Path file) throws IOException {
    Secret fresh = random();
    try {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.write(file, fresh.value);
      return fresh;
    } catch (FileAlreadyExistsException e) {
      return read(file);
    }
  }

  static Secret read(Path file) throws IOException {
    return new Secret(Files.readString(file, StandardCharsets.UTF_8).strip());
  }

  boolean is(String told) {
    return value.length > 0 && MessageDigest.isEqual(value, told.getBytes(StandardCharsets.UTF_8));
  }

  /** For those who are allowed to know it. */
  String revealed() {
    return new String(value, StandardCharsets.UTF_8);
  }
}
