package io.ae.core.file.read;

import io.ae.api.graph.DType;
import io.ae.api.graph.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads tensors by name: eight bytes of header length, a JSON header, the data without gaps, all
 * little-endian. The tensors are views of the buffer; nothing is copied.
 *
 * <p>Hugging Face, "safetensors format", version 0.4.
 */
final class SafetensorsReader {
  private SafetensorsReader() {}

  /**
   * @param entry its name in messages
   * @throws io.ae.api.AeException {@code AE-F005} if it is not in the format, {@code AE-F006} if
   *     shapes and sizes disagree
   */
  static Map<String, Tensor> read(Damage damage, String entry, ByteBuffer data) {
    data.order(ByteOrder.LITTLE_ENDIAN);
    long length = data.remaining() < 8 ? -1 : data.getLong();
    if (length < 2 || length > data.remaining()) {
      throw damage.content(entry + " has a header of " + length + " bytes");
    }
    byte[] header = new byte[(int) length];
    data.get(header);
    ByteBuffer body = data.slice().order(ByteOrder.LITTLE_ENDIAN);
    JsonObject json = JsonObject.parse(damage, entry, header);
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    int at = 0;
    for (String name : json.keys()) {
      JsonObject one = json.object(name);
      int[] offsets = one.sizes("data_offsets");
      if (offsets.length != 2 || offsets[0] != at || offsets[1] < at || offsets[1] > body.limit()) {
        throw damage.weights("'" + name + "' does not begin where the one before it ends");
      }
      at = offsets[1];
      tensors.put(name, tensor(damage, name, one, body.slice(offsets[0], at - offsets[0])));
    }
    if (at != body.limit()) {
      throw damage.weights(body.limit() - at + " bytes belong to no variable");
    }
    return tensors;
  }

  private static Tensor tensor(Damage damage, String name, JsonObject one, ByteBuffer data) {
    DType type = DType.F32;
    String word = one.text("dtype");
    boolean known = false;
    for (DType candidate : DType.values()) {
      if (candidate.name().equals(word)) {
        type = candidate;
        known = true;
      }
    }
    if (!known) {
      one.fail("dtype", "one of F32, F64, BF16, I32, I64");
    }
    int[] dims = one.sizes("shape");
    one.end();
    long bytes = type.bytes();
    for (int d : dims) {
      if (d < 0 || (d > 0 && bytes > Integer.MAX_VALUE / d)) {
        throw damage.weights("'" + name + "' would be larger than the file");
      }
      bytes *= d;
    }
    if (bytes != data.remaining()) {
      throw damage.weights("'" + name + "' needs " + bytes + " bytes and has " + data.remaining());
    }
    return new Tensor(type, Shape.of(dims), inNativeOrder(data, type));
  }

  private static ByteBuffer inNativeOrder(ByteBuffer data, DType type) {
    if (ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN) {
      return data;
    }
    ByteBuffer swapped = ByteBuffer.allocate(data.remaining());
    for (int i = 0; i < swapped.limit(); i++) {
      swapped.put(i, data.get(i - i % type.bytes() + type.bytes() - 1 - i % type.bytes()));
    }
    return swapped;
  }
}
