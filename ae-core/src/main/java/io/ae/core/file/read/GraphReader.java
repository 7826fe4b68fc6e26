package io.ae.core.file.read;

import io.ae.api.graph.Function;
import io.ae.api.graph.Init;
import io.ae.api.graph.Kind;
import io.ae.api.graph.Op;
import io.ae.api.graph.Program;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Type;
import io.ae.api.graph.Value;
import io.ae.api.graph.Var;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads traced functions. Every node is checked by the op's own rules as it is made. */
final class GraphReader {
  /** The most elements of one node for one row: beyond it no array could hold them. */
  private static final long MOST_ELEMENTS = Integer.MAX_VALUE;

  private final Damage damage;
  private final Map<String, Var> variables = new LinkedHashMap<>();

  private GraphReader(Damage damage) {
    this.damage = damage;
  }

  /**
   * @param entry its name in messages
   * @throws io.ae.api.AeException {@code AE-F005} for an unknown op, an unknown key or nodes that
   *     do not fit
   */
  static Program read(Damage damage, String entry, byte[] utf8) {
    return new GraphReader(damage).program(JsonObject.parse(damage, entry, utf8));
  }

  private Program program(JsonObject json) {
    Map<String, Function> functions = new LinkedHashMap<>();
    try {
      for (JsonObject one : json.objects("state")) {
        Var variable = variable(one);
        variables.put(variable.name(), variable);
      }
      for (JsonObject one : json.objects("functions")) {
        Function function = function(one);
        functions.put(function.name(), function);
      }
      json.end();
      return new Program(List.copyOf(variables.values()), functions);
    } catch (IllegalArgumentException | ArithmeticException | IndexOutOfBoundsException e) {
      throw damage.content(json.path() + ": " + e.getMessage(), e);
    }
  }

  private Var variable(JsonObject json) {
    Shape shape = OpArguments.shape(json, "shape");
    Type type = new Type(shape, json.word("kind", Kind.class));
    Var variable = new Var(json.text("name"), type, Init.zeros(), json.flag("parameter"));
    json.end();
    return variable;
  }

  private Function function(JsonObject json) {
    List<Value> nodes = new ArrayList<>();
    for (JsonObject one : json.objects("nodes")) {
      nodes.add(node(one, nodes));
    }
    Map<String, Value> outputs = new LinkedHashMap<>();
    JsonObject out = json.object("outputs");
    out.keys().forEach(name -> outputs.put(name, nodes.get(out.size(name))));
    Map<Var, Value> writes = new LinkedHashMap<>();
    JsonObject write = json.object("writes");
    for (String name : write.keys()) {
      Var variable = variables.get(name);
      if (variable == null) {
        throw damage.content(write.path() + ": there is no variable '" + name + "'");
      }
      writes.put(variable, nodes.get(write.size(name)));
    }
    Function function = new Function(json.text("name"), nodes, outputs, writes);
    json.end();
    return function;
  }

  private Value node(JsonObject json, List<Value> before) {
    String id = json.text("op");
    List<Value> inputs = new ArrayList<>();
    if (json.has("in")) {
      for (int i : json.sizes("in")) {
        if (i < 0 || i >= before.size()) {
          throw damage.content(json.path() + ": input " + i + " is no node before it");
        }
        inputs.add(before.get(i));
      }
    }
    String scope = json.has("scope") ? json.text("scope") : "";
    Op op = OpTable.op(id, new OpArguments(json, variables));
    if (op == null) {
      throw damage.content(json.path() + ": unknown op '" + id + "'");
    }
    json.end();
    try {
      Value value = new Value(op, inputs, scope);
      if (value.shape().elements(1, 1) > MOST_ELEMENTS) {
        throw damage.content(json.path() + ": " + value + " is too large");
      }
      return value;
    } catch (io.ae.api.graph.ShapeException e) {
      throw damage.content(json.path() + ": " + e.getMessage(), e);
    }
  }
}
