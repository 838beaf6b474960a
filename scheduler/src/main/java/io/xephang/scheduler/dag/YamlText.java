package io.xephang.scheduler.dag;

import java.io.StringReader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads YAML 1.1, as Python's library does, into values that know their lines. */
final class YamlText {
  private static final int DATE_LENGTH = "2026-01-01".length();

  /**
   * How many values a file may hold once every alias stands for what it means. Anchors that double
   * each other a few dozen times would need more memory than there is.
   */
  private static final int MOST_VALUES = 100_000;

  private int values;

  private YamlText() {}

  /** The only document of a file; empty if there is nothing in it. */
  static Optional<YamlValue> read(String text) throws InvalidDag {
    try {
      Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
      return root == null ? Optional.empty() : Optional.of(new YamlText().value(root, Set.of()));
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      String problem = e.getContext() == null ? "" : e.getContext() + ": ";
      throw new InvalidDag(
          mark == null ? 1 : mark.getLine() + 1,
          "không phải YAML / not YAML: " + problem + e.getProblem());
    } catch (YAMLException e) {
      throw new InvalidDag(1, "không phải YAML / not YAML: " + e.getMessage());
    }
  }

  /**
   * A node as a value.
   *
   * @param around the nodes it stands in: an alias may lead back to one of them
   */
  private YamlValue value(Node node, Set<Node> around) throws InvalidDag {
    if (around.contains(node)) {
      throw new InvalidDag(
          line(node),
          "neo '&"
              + node.getAnchor()
              + "' chứa chính nó; bỏ bí danh '*"
              + node.getAnchor()
              + "' bên trong / the anchor contains itself; remove the alias inside it");
    }
    values++;
    if (values > MOST_VALUES) {
      throw new InvalidDag(
          line(node),
          "quá nhiều giá trị khi thay mọi bí danh '*…' bằng nội dung: hơn "
              + MOST_VALUES
              + "; hãy viết thẳng thay cho neo lồng nhau / too many values once every alias is"
              + " replaced by what it means: more than "
              + MOST_VALUES
              + "; write them out instead of nesting anchors");
    }
    if (node instanceof ScalarNode scalar) {
      return new YamlValue.Scalar(scalarValue(scalar), scalar.getValue(), line(node));
    }
    Set<Node> inside = Collections.newSetFromMap(new IdentityHashMap<>());
    inside.addAll(around);
    inside.add(node);
    if (node instanceof MappingNode mapping) {
      return keys(mapping, inside);
    }
    List<YamlValue> items = new ArrayList<>();
    for (Node item : ((SequenceNode) node).getValue()) {
      items.add(value(item, inside));
    }
    return new YamlValue.Items(items, line(node));
  }

  private YamlValue.Keys keys(MappingNode mapping, Set<Node> inside) throws InvalidDag {
    Map<String, YamlValue> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key) || Tag.MERGE.equals(key.getTag())) {
        throw new InvalidDag(
            line(tuple.getKeyNode()),
            "khóa phải là chữ; không hỗ trợ '<<' / a key has to be a text; '<<' is not supported");
      }
      if (entries.put(key.getValue(), value(tuple.getValueNode(), inside)) != null) {
        throw new InvalidDag(
            line(key), "khóa '" + key.getValue() + "' có hai lần / is there twice");
      }
    }
    return new YamlValue.Keys(entries, line(mapping));
  }

  private static Object scalarValue(ScalarNode node) throws InvalidDag {
    if (Tag.TIMESTAMP.equals(node.getTag())) {
      return date(node);
    }
    try {
      Object value = new Scalars().of(node);
      return value instanceof Integer number ? Long.valueOf(number) : value;
    } catch (YAMLException | NumberFormatException e) {
      throw new InvalidDag(line(node), "không đọc được / cannot be read: " + node.getValue());
    }
  }

  private static Object date(ScalarNode node) throws InvalidDag {
    String written = node.getValue();
    try {
      return written.length() <= DATE_LENGTH
          ? LocalDate.parse(written)
          : LocalDateTime.parse(written.replace(' ', 'T'));
    } catch (DateTimeException e) {
      throw new InvalidDag(
          line(node),
          "ngày '" + written + "': cần / expected 2026-01-31 or 2026-01-31 06:30:00, not a zone");
    }
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  /** SnakeYAML's reading of numbers and the like, which it keeps to itself. */
  private static final class Scalars extends SafeConstructor {
    Scalars() {
      super(new LoaderOptions());
    }

    Object of(ScalarNode node) {
      return constructObject(node);
    }
  }
}
