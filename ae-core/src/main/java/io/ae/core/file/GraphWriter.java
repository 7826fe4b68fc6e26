package io.ae.core.file;

import com.fasterxml.jackson.core.JsonGenerator;
import io.ae.api.graph.Draw;
import io.ae.api.graph.Function;
import io.ae.api.graph.Kind;
import io.ae.api.graph.Op;
import io.ae.api.graph.Program;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Value;
import io.ae.api.graph.Var;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes traced functions. An op is its id and its record components by name, so that renaming one
 * is a new format: the golden files fail.
 */
final class GraphWriter {
  private GraphWriter() {}

  static byte[] write(Program program) {
    return JsonText.object(
        g -> {
          g.writeArrayFieldStart("state");
          for (Var v : program.state()) {
            g.writeStartObject();
            g.writeStringField("name", v.name());
            value(g, "shape", v.shape());
            value(g, "kind", v.type().kind());
            g.writeBooleanField("parameter", v.parameter());
            g.writeEndObject();
          }
          g.writeEndArray();
          g.writeArrayFieldStart("functions");
          for (Function f : program.functions().values()) {
            function(g, f);
          }
          g.writeEndArray();
        });
  }

  private static void function(JsonGenerator g, Function f) throws IOException {
    Map<Value, Integer> index = new IdentityHashMap<>();
    g.writeStartObject();
    g.writeStringField("name", f.name());
    g.writeArrayFieldStart("nodes");
    for (Value v : f.nodes()) {
      node(g, v, index);
      index.put(v, index.size());
    }
    g.writeEndArray();
    g.writeObjectFieldStart("outputs");
    for (Map.Entry<String, Value> e : f.outputs().entrySet()) {
      g.writeNumberField(e.getKey(), index.getOrDefault(e.getValue(), -1));
    }
    g.writeEndObject();
    g.writeObjectFieldStart("writes");
    for (Map.Entry<Var, Value> e : f.writes().entrySet()) {
      g.writeNumberField(e.getKey().name(), index.getOrDefault(e.getValue(), -1));
    }
    g.writeEndObject();
    g.writeEndObject();
  }

  private static void node(JsonGenerator g, Value v, Map<Value, Integer> index) throws IOException {
    g.writeStartObject();
    g.writeStringField("op", v.op().id());
    if (!v.inputs().isEmpty()) {
      g.writeArrayFieldStart("in");
      for (Value input : v.inputs()) {
        g.writeNumber(index.getOrDefault(input, -1));
      }
      g.writeEndArray();
    }
    if (!v.scope().isEmpty()) {
      g.writeStringField("scope", v.scope());
    }
    if (v.op() instanceof Record record) {
      components(g, record);
    }
    g.writeEndObject();
  }

  private static void components(JsonGenerator g, Record record) throws IOException {
    for (RecordComponent c : record.getClass().getRecordComponents()) {
      try {
        value(g, c.getName(), c.getAccessor().invoke(record));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("components of ops are public: " + record, e);
      }
    }
  }

  private static void value(JsonGenerator g, String key, Object value) throws IOException {
    if (value instanceof Draw.Distribution) {
      return; // said by the op's id
    }
    g.writeFieldName(key);
    if (value instanceof Boolean b) {
      g.writeBoolean(b);
    } else if (value instanceof Integer i) {
      g.writeNumber(i);
    } else if (value instanceof Double d) {
      g.writeNumber(d);
    } else if (value instanceof String s) {
      g.writeString(s);
    } else if (value instanceof Kind kind) {
      g.writeString(JsonText.word(kind));
    } else if (value instanceof Var variable) {
      g.writeString(variable.name());
    } else if (value instanceof Shape shape) {
      shape(g, shape);
    } else if (value instanceof List<?> list) {
      g.writeStartArray();
      for (Object o : list) {
        g.writeNumber((Integer) o);
      }
      g.writeEndArray();
    } else if (value instanceof Record record && !(record instanceof Op)) {
      g.writeStartObject();
      components(g, record);
      g.writeEndObject();
    } else {
      throw new IllegalStateException("an op has a component without a form in files: " + value);
    }
  }

  private static void shape(JsonGenerator g, Shape shape) throws IOException {
    g.writeStartArray();
    for (int d : shape.dims()) {
      switch (d) {
        case Shape.B -> g.writeString("B");
        case Shape.A -> g.writeString("A");
        case Shape.N -> g.writeString("N");
        default -> g.writeNumber(d);
      }
    }
    g.writeEndArray();
  }
}
