package io.xephang.schemas;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A definition file in YAML: unknown keys are refused, and errors name line and key. */
public final class DefinitionYaml {
  private static final ObjectMapper YAML =
      YAMLMapper.builder(new YAMLFactory())
          // What Jackson would guess: the last of two equal keys, an enum by its ordinal, a date
          // by its days since 1970, the first of two documents.
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .withCoercionConfig(
              LogicalType.DateTime,
              dates -> dates.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail))
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .build();

  private DefinitionYaml() {}

  /**
   * The definition that a file holds.
   *
   * @param path how errors name the file
   * @param type a record whose constructor refuses what breaks a rule with an
   *     IllegalArgumentException; keys are its components in snake case
   * @throws InvalidDefinition if the text is no such definition
   */
  public static <T> T read(String path, String text, Class<T> type) {
    try {
      T definition = YAML.readValue(text, type);
      if (definition == null) {
        throw new InvalidDefinition(path, "is empty");
      }
      return definition;
    } catch (UnrecognizedPropertyException e) {
      List<JsonMappingException.Reference> steps = e.getPath();
      String place = line(text, steps) + in(steps.subList(0, steps.size() - 1));
      throw new InvalidDefinition(
          path,
          place
              + "unknown key '"
              + e.getPropertyName()
              + "', expected one of "
              + new TreeSet<>(e.getKnownPropertyIds()),
          e);
    } catch (JsonMappingException e) {
      throw new InvalidDefinition(path, line(text, e.getPath()) + in(e.getPath()) + problem(e), e);
    } catch (JsonProcessingException e) {
      throw new InvalidDefinition(path, line(e.getLocation()) + e.getOriginalMessage(), e);
    }
  }

  private static String problem(JsonMappingException e) {
    if (e.getCause() instanceof IllegalArgumentException) {
      return String.valueOf(e.getCause().getMessage());
    }
    return e instanceof InvalidFormatException format
        ? "found '" + format.getValue() + "', expected " + expected(format.getTargetType())
        : e.getOriginalMessage();
  }

  private static String expected(Class<?> type) {
    if (type.equals(LocalDate.class)) {
      return "a date like 2020-08-20";
    }
    return type.isEnum()
        ? "one of "
            + Stream.of(type.getEnumConstants())
                .map(constant -> YAML.convertValue(constant, String.class))
                .toList()
        : type.getSimpleName();
  }

  /** The keys that lead to the broken part, such as {@code legal_basis[1].valid_from}. */
  private static String in(List<JsonMappingException.Reference> steps) {
    StringBuilder keys = new StringBuilder();
    for (JsonMappingException.Reference step : steps) {
      if (step.getFieldName() == null) {
        keys.append('[').append(step.getIndex()).append(']');
      } else {
        keys.append(keys.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return keys.isEmpty() ? "" : "in '" + keys + "': ";
  }

  private static String line(JsonLocation location) {
    return "line " + location.getLineNr() + ": ";
  }

  /**
   * Where the broken part begins, or nothing if it is the whole file. Jackson's own location is
   * that of the end of what it had read when it noticed.
   */
  private static String line(String text, List<JsonMappingException.Reference> steps) {
    JsonPointer sought = JsonPointer.empty();
    for (JsonMappingException.Reference step : steps) {
      sought =
          step.getFieldName() == null
              ? sought.appendIndex(step.getIndex())
              : sought.appendProperty(step.getFieldName());
    }
    return steps.isEmpty() ? "" : locationOf(sought, text).map(DefinitionYaml::line).orElse("");
  }

  private static Optional<JsonLocation> locationOf(JsonPointer sought, String text) {
    try (JsonParser parser = YAML.createParser(text)) {
      while (parser.nextToken() != null) {
        if (parser.getParsingContext().pathAsPointer().equals(sought)) {
          return Optional.of(parser.currentTokenLocation());
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      // The text breaks off before the part.
      return Optional.empty();
    }
  }
}
