package io.xephang.reports.template;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A YAML file by its nodes, which know their lines; everything in it is text. */
final class TemplateNodes {
  private final String file;

  TemplateNodes(String file) {
    this.file = file;
  }

  /** The file's one document. */
  Node root(String text) throws InvalidTemplate {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    Node root;
    try {
      root = new Yaml(options).compose(new StringReader(text));
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw new InvalidTemplate(file, line, "không phải YAML / no YAML: " + e.getProblem());
    } catch (YAMLException e) {
      throw new InvalidTemplate(file, 1, "không phải YAML / no YAML: " + e.getMessage());
    }
    if (root == null) {
      throw new InvalidTemplate(file, 1, "tệp trống / the file is empty");
    }
    return root;
  }

  /** The entries of a mapping, in their order; keys that are not expected are refused. */
  Map<String, Node> mapping(Node node, Iterable<String> expected) throws InvalidTemplate {
    if (!(node instanceof MappingNode mapping)) {
      throw problem(
          node,
          "cần các dòng 'khóa: giá trị' / expected lines 'key: value' with "
              + String.join(", ", expected));
    }
    TreeSet<String> known = new TreeSet<>();
    expected.forEach(known::add);
    Map<String, Node> entries = new LinkedHashMap<>();
    for (NodeTuple entry : mapping.getValue()) {
      String key = text(entry.getKeyNode());
      if (!known.contains(key)) {
        throw problem(
            entry.getKeyNode(),
            "khóa lạ / unknown key '"
                + key
                + "'; có thể dùng / expected one of "
                + String.join(", ", expected));
      }
      if (entries.put(key, entry.getValueNode()) != null) {
        throw problem(entry.getKeyNode(), "khóa lặp lại / key given twice: '" + key + "'");
      }
    }
    return entries;
  }

  List<Node> list(Node node) throws InvalidTemplate {
    if (node instanceof SequenceNode list) {
      return list.getValue();
    }
    throw problem(node, "cần danh sách, mỗi mục bắt đầu bằng '- ' / expected a list of '- ' items");
  }

  /** A text as it is written, whatever YAML would take it for. */
  String text(Node node) throws InvalidTemplate {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue().strip();
    }
    throw problem(
        node,
        "cần một văn bản; văn bản có dấu { phải đặt trong ngoặc kép / expected a text; one that"
            + " begins with { must be quoted");
  }

  InvalidTemplate problem(Node node, String problem) {
    return new InvalidTemplate(file, node.getStartMark().getLine() + 1, problem);
  }
}
