package io.ae.core.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.ProvisionException;
import io.ae.api.AeException;
import io.ae.core.plugin.PluginPath;
import org.junit.jupiter.api.Test;

class WiringTest {
  private static Rooms compose() {
    return Wiring.compose(WiringTest.class.getClassLoader(), PluginPath.none());
  }

  @Test
  void partsAreMadeOnceForEachEngine() {
    Rooms rooms = compose();
    assertThat(rooms.backends()).isSameAs(rooms.backends());
    assertThat(rooms.plugins()).isSameAs(rooms.plugins());
    assertThat(rooms.sources()).isSameAs(rooms.sources());
    assertThat(compose().plugins()).isNotSameAs(rooms.plugins());
  }

  @Test
  void whatThisModuleProvidesIsFound() {
    Rooms rooms = compose();
    assertThat(rooms.backends().catalogue().all()).containsKey("java");
    assertThat(rooms.sources().all()).containsKeys("csv", "glyphs", "mnist");
    assertThat(rooms.sources().broken()).isEmpty();
    assertThat(rooms.plugins().all()).isEmpty();
  }

  @Test
  void aRefusalIsNotWrapped() {
    AeException refusal = new AeException("AE-P003", "two of one id");
    assertThatThrownBy(
            () ->
                Wiring.plain(
                    () -> {
                      throw new ProvisionException("while composing", refusal);
                    }))
        .isSameAs(refusal);
    ProvisionException other = new ProvisionException("a mistake of ours");
    assertThatThrownBy(
            () ->
                Wiring.plain(
                    () -> {
                      throw other;
                    }))
        .isSameAs(other);
  }
}
