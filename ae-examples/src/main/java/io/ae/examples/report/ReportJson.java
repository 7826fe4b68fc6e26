package io.ae.examples.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ae.core.metric.CodeStatistics;
import io.ae.examples.report.ReportData.Curve;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** What the page's scripts draw from, as JSON. */
final class ReportJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ReportJson() {}

  static String of(ReportData data) {
    ObjectNode root = NODES.objectNode();
    ArrayNode curves = root.putArray("curves");
    for (Curve curve : data.curves()) {
      ObjectNode node = curves.addObject().put("name", curve.name());
      ArrayNode epochs = node.putArray("epochs");
      for (int epoch : curve.epochs()) {
        epochs.add(epoch);
      }
      node.set("values", numbers(curve.values()));
    }
    root.set("units", units(data.units()));
    root.set("map", map(data.map()));
    data.pages().forEach(page -> page(root, page));
    try {
      return new ObjectMapper().writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain nodes", e);
    }
  }

  private static @Nullable ObjectNode units(@Nullable CodeStatistics statistics) {
    if (statistics == null) {
      return null;
    }
    ObjectNode node = NODES.objectNode();
    ArrayNode mean = node.putArray("mean");
    ArrayNode deviation = node.putArray("deviation");
    ArrayNode dead = node.putArray("dead");
    ArrayNode saturated = node.putArray("saturated");
    for (CodeStatistics.Unit unit : statistics.units()) {
      mean.add(unit.mean());
      deviation.add(unit.deviation());
      dead.add(unit.dead());
      saturated.add(unit.saturated());
    }
    return node;
  }

  private static void page(ObjectNode root, ModelPage page) {
    if (page instanceof ModelPage.Activity activity) {
      root.putObject("activity")
          .put("low", activity.low())
          .put("high", activity.high())
          .set("shares", numbers(activity.shares()));
    } else if (page instanceof ModelPage.Spectrum spectrum) {
      root.set("spectrum", numbers(spectrum.values()));
    }
  }

  private static @Nullable ObjectNode map(@Nullable CodeMap map) {
    if (map == null) {
      return null;
    }
    ObjectNode node = NODES.objectNode().put("axes", map.axes());
    ByteBuffer bytes = ByteBuffer.allocate(4 * map.points().length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(map.points());
    node.put("points", Base64.getEncoder().encodeToString(bytes.array()));
    ArrayNode labels = node.putArray("labels");
    for (int label : map.labels()) {
      labels.add(label);
    }
    ArrayNode ids = node.putArray("ids");
    map.ids().forEach(ids::add);
    ArrayNode key = node.putArray("key");
    for (int label : MapSection.labels(map)) {
      key.addObject()
          .put("label", label)
          .put("name", map.className(label))
          .put("colour", Palette.colour(label));
    }
    if (!map.pictures().isEmpty()) {
      Picture first = map.pictures().get(0);
      int columns = (int) Math.ceil(Math.sqrt(map.rows()));
      node.put("width", first.width()).put("height", first.height()).put("columns", columns);
      node.put("sheet", Png.dataUri(Png.sheet(map.pictures(), columns)));
    }
    return node;
  }

  /** JSON has no NaN: a value that is not finite is null, and the curve has a gap there. */
  static ArrayNode numbers(double[] values) {
    ArrayNode node = NODES.arrayNode();
    for (double value : values) {
      if (Double.isFinite(value)) {
        node.add(value);
      } else {
        node.addNull();
      }
    }
    return node;
  }
}
