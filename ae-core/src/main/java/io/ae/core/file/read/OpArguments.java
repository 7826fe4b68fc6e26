package io.ae.core.file.read;

import io.ae.api.graph.Kind;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Type;
import io.ae.api.graph.Var;
import io.ae.api.graph.Window;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The attributes of one op in a file. */
final class OpArguments {
  private final JsonObject json;
  private final Map<String, Var> variables;

  OpArguments(JsonObject json, Map<String, Var> variables) {
    this.json = json;
    this.variables = variables;
  }

  String text(String key) {
    return json.text(key);
  }

  boolean flag(String key) {
    return json.flag(key);
  }

  double number(String key) {
    return json.number(key);
  }

  int size(String key) {
    return json.size(key);
  }

  <E extends Enum<E>> E word(String key, Class<E> type) {
    return json.word(key, type);
  }

  List<Integer> indices(String key) {
    return IntStream.of(json.sizes(key)).boxed().toList();
  }

  Shape shape(String key) {
    return shape(json, key);
  }

  Type type(String key) {
    JsonObject type = json.object(key);
    Type read = new Type(shape(type, "shape"), type.word("kind", Kind.class));
    type.end();
    return read;
  }

  Var variable(String key) {
    Var variable = variables.get(json.text(key));
    return variable == null ? json.fail(key, "one of the state's variables") : variable;
  }

  Window window(String key) {
    JsonObject w = json.object(key);
    Window window =
        new Window(
            w.size("y"),
            w.size("x"),
            w.size("strideY"),
            w.size("strideX"),
            w.size("top"),
            w.size("left"),
            w.size("bottom"),
            w.size("right"));
    w.end();
    return window;
  }

  /** Reads a shape such as {@code ["B", 784]}. */
  static Shape shape(JsonObject json, String key) {
    List<?> list = json.list(key);
    int[] dims = new int[list.size()];
    for (int i = 0; i < dims.length; i++) {
      Object o = list.get(i);
      if (o instanceof Long n && n >= 0 && n <= Integer.MAX_VALUE) {
        dims[i] = n.intValue();
      } else if (o instanceof String name && "BAN".contains(name) && name.length() == 1) {
        dims[i] = name.equals("B") ? Shape.B : name.equals("A") ? Shape.A : Shape.N;
      } else {
        json.fail(key, "a list of sizes and axes");
      }
    }
    return Shape.of(dims);
  }
}
