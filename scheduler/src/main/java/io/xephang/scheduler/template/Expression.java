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

  /**
   * The value where something is to be done with it: what is undefined is no value then, and no
   * filter {@code default} mends it, as in Jinja.
   *
   * @throws TemplateFailed if it has none
   */
  default Object definedValue(TemplateValues values) throws TemplateFailed {
    try {
      return value(values);
    } catch (UndefinedValue e) {
      throw new TemplateFailed(e.getMessage());
    }
  }

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
      return Members.of(owner.definedValue(values), key);
    }
  }

  /** A call. */
  record Call(Expression called, List<Expression> positional, Map<String, Expression> named)
      implements Expression {
    @Override
    public Object value(TemplateValues values) throws TemplateFailed {
      if (!(called.definedValue(values) instanceof Function function)) {
        throw new TemplateFailed("không gọi được / cannot be called");
      }
      List<Object> given = new ArrayList<>();
      for (Expression argument : positional) {
        given.add(argument.definedValue(values));
      }
      Map<String, Object> givenByName = new LinkedHashMap<>();
      for (Map.Entry<String, Expression> argument : named.entrySet()) {
        givenByName.put(argument.getKey(), argument.getValue().definedValue(values));
      }
      return function.call(new Arguments(given, givenByName));
    }
  }

  /** A value seen through a filter. */
  record Filtered(Expression filtered, Filter filter, List<Expression> arguments)
      implements Expression {
    @Override
    public Object value(TemplateValues values) throws TemplateFailed {
      if (filter == Filter.DEFAULT) {
        return valueOrDefault(arguments.get(0), values);
      }
      List<Object> given = new ArrayList<>();
      for (Expression argument : arguments) {
        given.add(argument.definedValue(values));
      }
      return filter.apply(filtered.definedValue(values), new Arguments(given, Map.of()));
    }

    private Object valueOrDefault(Expression instead, TemplateValues values) throws TemplateFailed {
      try {
        Object value = filtered.value(values);
        checkedUnlessUndefined(instead, values);
        return value;
      } catch (UndefinedValue e) {
        return instead.value(values);
      }
    }

    /** Jinja looks at both, and minds only what goes wrong below something undefined. */
    private static void checkedUnlessUndefined(Expression instead, TemplateValues values)
        throws TemplateFailed {
      try {
        instead.value(values);
      } catch (UndefinedValue e) {
        // It is not needed.
      }
    }
  }
}
