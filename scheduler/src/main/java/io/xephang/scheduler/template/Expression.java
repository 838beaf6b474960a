package io.xephang.scheduler.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands between the braces. Values are texts, {@code Long}, {@code Double}, {@code Boolean},
 * null for Python's None, lists, maps, {@link Moment}s, {@link Attributes} and {@link Function}s.
 */
sealed interface Expression {

  /**
   * The value in one run.
   *
   * @throws TemplateFailed if it has none
   */
  Object value(TemplateValues values) throws TemplateFailed;

  /** Something that can be called. */
  @FunctionalInterface
  interface Function {
    Object call(Arguments arguments) throws TemplateFailed;
  }

  /** Things with a name below another one that are no values themselves, such as {@code macros}. */
  record Attributes(String name, Map<String, Object> values) {}

  /** A text, number, truth value or none. */
  record Literal(Object literal) implements Expression {
    @Override
    public Object value(TemplateValues values) {
      return literal;
    }
  }

  /** A name that the run gives a value. */
  record Name(String name) implements Expression {
    @Override
    public Object value(TemplateValues values) throws TemplateFailed {
      return values.named(name);
    }
  }

  /** {@code owner.name} or {@code owner['name']} or {@code owner[0]}. */
  record Member(Expression owner, Object key) implements Expression {
    @Override
    public Object value(TemplateValues values) throws TemplateFailed {
      return Members.of(owner.value(values), key);
    }
  }

  /** A call. */
  record Call(Expression called, List<Expression> positional, Map<String, Expression> named)
      implements Expression {
    @Override
    public Object value(TemplateValues values) throws TemplateFailed {
      if (!(called.value(values) instanceof Function function)) {
        throw new TemplateFailed("không gọi được / cannot be called");
      }
      List<Object> given = new ArrayList<>();
      for (Expression argument : positional) {
        given.add(argument.value(values));
      }
      Map<String, Object> givenByName = new LinkedHashMap<>();
      for (Map.Entry<String, Expression> argument : named.entrySet()) {
        givenByName.put(argument.getKey(), argument.getValue().value(values));
      }
      return function.call(new Arguments(given, givenByName));
    }
  }

  /** A value seen through a filter. */
  record Filtered(Expression filtered, Filter filter, List<Expression> arguments)
      implements Expression {
    @Override
    public Object value(TemplateValues values) throws TemplateFailed {
      List<Object> given = new ArrayList<>();
      for (Expression argument : arguments) {
        given.add(argument.value(values));
      }
      if (filter == Filter.DEFAULT) {
        try {
          return filtered.value(values);
        } catch (UndefinedValue e) {
          return new Arguments(given, Map.of()).text(0);
        }
      }
      return filter.apply(filtered.value(values), new Arguments(given, Map.of()));
    }
  }
}
