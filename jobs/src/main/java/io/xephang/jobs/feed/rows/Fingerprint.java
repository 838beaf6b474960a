package io.xephang.jobs.feed.rows;

import io.xephang.jobs.landing.ContentDigest;
import java.nio.charset.StandardCharsets;

/** Length and hash of a text that is not kept, as JSON. */
final class Fingerprint {
  private Fingerprint() {}

  static String of(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return "{\"length\":" + bytes.length + ",\"sha256\":\"" + ContentDigest.of(bytes) + "\"}";
  }
}
