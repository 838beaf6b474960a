package io.xephang.jobs.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.xephang.jobs.feed.rows.CellText;
import java.util.ArrayList;
import java.util.List;

/** The fees of a dossier: {@code DanhSachLePhi[].Gia}, or a CSV column {@code Gia} with the sum. */
final class Fees {
  private static final String LIST = "DanhSachLePhi";
  private static final String AMOUNT = "Gia";

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private Fees() {}

  /** The amounts as they were written; none if they cannot be read, which is noted. */
  static List<String> amounts(CellReader cells) {
    String list = cells.text(LIST);
    if (list == null) {
      return cells.text(AMOUNT) == null ? List.of() : List.of(cells.text(AMOUNT));
    }
    List<String> amounts = new ArrayList<>();
    try {
      JsonNode fees = JSON.readTree(list);
      for (JsonNode fee : fees) {
        JsonNode amount = fee.path(AMOUNT);
        if (!fee.isObject() || amount.isContainerNode()) {
          return unreadable(cells);
        }
        amounts.add(text(amount));
      }
      return fees.isArray() ? amounts : unreadable(cells);
    } catch (JsonProcessingException e) {
      return unreadable(cells);
    }
  }

  private static String text(JsonNode amount) {
    return amount.isNumber()
        ? CellText.ofNumber(amount.asText())
        : amount.isNull() ? "" : amount.asText("").strip();
  }

  private static List<String> unreadable(CellReader cells) {
    cells.reject(
        Reason.MALFORMED,
        "found no list of fees in " + LIST + ", expected JSON like [{\"Gia\":\"50000\"}]");
    return List.of();
  }

  /** Their sum in đồng; an empty amount is none. */
  static double sum(List<String> amounts, CellReader cells) {
    double sum = 0;
    for (String amount : amounts) {
      if (!amount.isEmpty()) {
        sum += cells.amount(AMOUNT, amount);
      }
    }
    return sum;
  }
}
