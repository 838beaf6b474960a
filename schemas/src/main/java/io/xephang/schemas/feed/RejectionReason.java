package io.xephang.schemas.feed;

import io.xephang.schemas.Label;
import io.xephang.schemas.Required;

/**
 * Why a row is rejected, in words for the people who sent it.
 *
 * @param id as in the view quarantine
 * @param name what is wrong
 * @param remedy what the sender has to do
 */
public record RejectionReason(String id, Label name, Label remedy) {
  public RejectionReason {
    Required.identifier("reason", id);
    Required.present("name", name);
    Required.present("remedy", remedy);
  }
}
