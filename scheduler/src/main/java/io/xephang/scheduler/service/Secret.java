package io.xephang.scheduler.service;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** A secret that nobody can guess. It is compared in constant time and never shown. */
final class Secret {
  private static final int BYTES = 32;
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

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
   * The secret in a file, which is made if there is none. Only its owner may read it, and it is
   * there whole or not at all. The caller is the only one at work in the folder.
   *
   * @throws IOException if it can neither be read nor made
   */
  static Secret keptIn(Path file) throws IOException {
    if (Files.exists(file)) {
      Files.setPosixFilePermissions(file, OWNER_ONLY);
      Secret kept = read(file);
      if (kept.value.length > 0) {
        return kept;
      }
    }
    Secret fresh = random();
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(part);
    Files.createFile(part, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    Files.write(part, fresh.value);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    return fresh;
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
