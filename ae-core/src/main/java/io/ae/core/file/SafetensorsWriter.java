package io.ae.core.file;

import io.ae.api.graph.DType;
import io.ae.core.file.read.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Writes tensors by name in the form of safetensors, little-endian, in the order given.
 *
 * <p>Hugging Face, "safetensors format", version 0.4.
 */
final class SafetensorsWriter {
  private SafetensorsWriter() {}

  static StoredZipWriter.Data write(Map<String, Tensor> tensors) {
    byte[] json =
        JsonText.object(
            g -> {
              long at = 0;
              for (Map.Entry<String, Tensor> e : tensors.entrySet()) {
                Tensor t = e.getValue();
                g.writeObjectFieldStart(e.getKey());
                g.writeStringField("dtype", t.type().name());
                g.writeFieldName("shape");
                g.writeArray(t.shape().dims(), 0, t.shape().rank());
                g.writeFieldName("data_offsets");
                g.writeArray(new long[] {at, at + t.bytes().remaining()}, 0, 2);
                g.writeEndObject();
                at += t.bytes().remaining();
              }
            });
    byte[] padded = Arrays.copyOf(json, (json.length + 7) / 8 * 8);
    Arrays.fill(padded, json.length, padded.length, (byte) ' ');
    List<ByteBuffer> pieces = new ArrayList<>();
    pieces.add(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(padded.length).flip());
    pieces.add(ByteBuffer.wrap(padded));
    tensors.values().forEach(t -> pieces.add(littleEndian(t.bytes(), t.type())));
    return new StoredZipWriter.Data(pieces);
  }

  private static ByteBuffer littleEndian(ByteBuffer data, DType type) {
    if (ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN) {
      return data.duplicate();
    }
    ByteBuffer swapped = ByteBuffer.allocate(data.remaining());
    for (int i = 0; i < swapped.limit(); i++) {
      int within = i % type.bytes();
      swapped.put(i, data.get(i - within + type.bytes() - 1 - within));
    }
    return swapped;
  }
}
