package io.ae.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ae.api.AeException;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverlayTest {
  private static String set(String tree, String... assignments) {
    ObjectNode node = (ObjectNode) Json.parse(tree, "tree");
    Overlay.apply(node, List.of(assignments));
    return node.toString();
  }

  private static String refusal(String tree, String... assignments) {
    return catchThrowableOfType(AeException.class, () -> set(tree, assignments)).text();
  }

  @Test
  void valuesReplaceValuesAndMakeTheirWay() {
    assertThat(set("{\"model\":{\"code\":1}}", "model.code=2", "train.epochs=5"))
        .isEqualTo("{\"model\":{\"code\":2},\"train\":{\"epochs\":5}}");
    assertThat(set("{}", "model.hidden=[128, 64]")).isEqualTo("{\"model\":{\"hidden\":[128,64]}}");
    assertThat(set("{\"a\":null}", "a.b=null")).isEqualTo("{\"a\":{\"b\":null}}");
  }

  @Test
  void aBareWordIsAText() {
    assertThat(set("{}", "model.tie=shared", "a=\"b c\"", "b=true", "c=truncated-normal"))
        .isEqualTo(
            "{\"model\":{\"tie\":\"shared\"},\"a\":\"b c\",\"b\":true,\"c\":\"truncated-normal\"}");
  }

  @Test
  void anIndexEntersAList() {
    assertThat(set("{\"a\":[1,2]}", "a[1]=3", "a[2]=4")).isEqualTo("{\"a\":[1,3,4]}");
    assertThat(set("{}", "train.phases[1].epochs=5"))
        .isEqualTo("{\"train\":{\"phases\":[{},{\"epochs\":5}]}}");
    assertThat(set("{\"a\":[[1]]}", "a[0][1]=2")).isEqualTo("{\"a\":[[1,2]]}");
  }

  @Test
  void allThatIsNotUnderstoodIsReported() {
    assertThat(refusal("{\"a\":[1],\"b\":2}", "x", "a[3]=1", "b.c=1", "a b=1", "c=[1", "b[0]=1"))
        .isEqualTo(
            """
            AE-C007 --set 'x': must be PATH=JSON, such as model.code=2
            AE-C007 --set 'a[3]=1': there is no [3] in a, which has 1 element
            AE-C007 --set 'b.c=1': b is 2, not an object
            AE-C007 --set 'a b=1': 'a b' is no key; a path is a.b or a.b[0].c
            AE-C007 --set 'c=[1': value, line 1, column 3 is not JSON: Unexpected end-of-input: \
            expected close marker for Array.
            AE-C007 --set 'b[0]=1': b is 2, not a list\
            """);
  }

  @Test
  void objectsAreMergedKeyByKey() {
    ObjectNode under = (ObjectNode) Json.parse("{\"a\":{\"b\":1,\"c\":[1,2]},\"d\":1}", "under");
    ObjectNode over = (ObjectNode) Json.parse("{\"a\":{\"c\":[3]},\"d\":{\"e\":1}}", "over");
    assertThat(Overlay.merge(under, over).toString())
        .isEqualTo("{\"a\":{\"b\":1,\"c\":[3]},\"d\":{\"e\":1}}");
  }
}
