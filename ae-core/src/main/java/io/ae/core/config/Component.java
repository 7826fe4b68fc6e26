package io.ae.core.config;

import io.ae.api.config.Doc;
import io.ae.api.config.OneOf;
import io.ae.api.config.Range;
import io.ae.api.config.Size;
import java.lang.reflect.RecordComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One component of a config record with its constraints.
 *
 * @param name of the record's component, which is also the key
 * @param type what it may be
 * @param range bounds of the number, or of each number of the list; null for none
 * @param words what a text may be; empty for any
 * @param size how many elements a list has; null for any number
 * @param doc one sentence; empty if the author gave none
 * @param defaultValue of the record's constructor without arguments; if null, null is allowed
 */
record Component(
    String name,
    ValueType type,
    @Nullable Range range,
    List<String> words,
    @Nullable Size size,
    String doc,
    @Nullable Object defaultValue) {

  static Component of(RecordComponent c, ValueType type, @Nullable Object defaultValue) {
    Doc doc = c.getAnnotation(Doc.class);
    OneOf oneOf = c.getAnnotation(OneOf.class);
    List<String> words =
        type.innermost() instanceof ValueType.Word word
            ? Words.of(word.type())
            : oneOf == null ? List.of() : List.of(oneOf.value());
    return new Component(
        c.getName(),
        type,
        c.getAnnotation(Range.class),
        words,
        c.getAnnotation(Size.class),
        doc == null ? "" : doc.value(),
        defaultValue);
  }

  boolean nullable() {
    return defaultValue == null;
  }

  /** Returns what a value of this type must be, such as {@code a number in [0, 1]}. */
  String wanted(ValueType wanted) {
    if (wanted instanceof ValueType.Whole) {
      return "a whole number" + Bounds.phrase(range);
    }
    if (wanted instanceof ValueType.Real) {
      return "a number" + Bounds.phrase(range);
    }
    if (wanted instanceof ValueType.Flag) {
      return "true or false";
    }
    if (wanted instanceof ValueType.Group) {
      return "an object";
    }
    if (wanted instanceof ValueType.Many) {
      return "a list" + (size == null ? "" : " of " + Bounds.phrase(size));
    }
    return words.isEmpty() ? "a text" : "one of " + String.join(", ", words);
  }

  /** Returns the whole constraint as one phrase, the elements of a list included. */
  String wanted() {
    String or = nullable() ? ", or null" : "";
    ValueType inner = type.innermost();
    return wanted(type) + (inner == type ? "" : ", each " + wanted(inner)) + or;
  }
}
