package io.xephang.jobs.landing;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.ZipException;

/** SHA-256 of a file's content, which means its uncompressed bytes. */
public final class ContentDigest {
  private static final int BUFFER = 1 << 16;

  private ContentDigest() {}

  /**
   * Reads the file once.
   *
   * @return 64 hexadecimal digits; of a gzip file that is broken or unpacks to more than it may,
   *     over the bytes on disk
   * @throws IOException if the file cannot be read
   */
  public static String of(LandedFile file) throws IOException {
    Path path = Path.of(file.path());
    if (file.isGzipped()) {
      try (InputStream in = Unpacking.open(path, true)) {
        return of(in);
      } catch (ZipException | EOFException | Unpacking.TooLarge e) {
        // No content to speak of: reading it will say so; here it only has to be told apart.
      }
    }
    try (InputStream in = Unpacking.open(path, false)) {
      return of(in);
    }
  }

  /** SHA-256 of everything that the stream still gives. */
  public static String of(InputStream in) throws IOException {
    MessageDigest sha = sha256();
    byte[] buffer = new byte[BUFFER];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      sha.update(buffer, 0, read);
    }
    return HexFormat.of().formatHex(sha.digest());
  }

  /** SHA-256 of some bytes. */
  public static String of(byte[] bytes) {
    return HexFormat.of().formatHex(sha256().digest(bytes));
  }

  /** Hashes what passes on its way to another stream. */
  static DigestOutputStream over(OutputStream out) {
    return new DigestOutputStream(out, sha256());
  }

  /** The hash of all that has passed. */
  static String of(DigestOutputStream passed) {
    return HexFormat.of().formatHex(passed.getMessageDigest().digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
