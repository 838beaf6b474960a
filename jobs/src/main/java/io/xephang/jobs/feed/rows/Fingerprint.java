package io.xephang.jobs.feed.rows;

import io.xephang.jobs.landing.ContentDigest;
import java.nio.charset.StandardCharsets;

/** Length and hash of a text that is not kept, as JSON. */
public final class Fingerprint {
  private Fingerprint() {}

  public static String of(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return of(bytes.length, ContentDigest.of(bytes));
  }

  static String of(long length, String sha256) {
    return "{\"length\":" + length + ",\"sha256\":\"" + sha256 + "\"}";
  }
}
