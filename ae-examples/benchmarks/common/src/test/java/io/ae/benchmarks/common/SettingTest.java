package io.ae.benchmarks.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SettingTest {
  @Test
  void readsWhatItPrints() {
    Setting setting = Setting.parse("threads=2,blas=1,precision=bfloat16");
    assertThat(setting.threads()).isEqualTo(2);
    assertThat(setting.option("blas", "?")).isEqualTo("1");
    assertThat(setting.option("backend", "cpu")).isEqualTo("cpu");
    assertThat(Setting.parse(setting.toString())).isEqualTo(setting);
    assertThat(setting).hasToString("threads=2,blas=1,precision=bfloat16");
  }

  @Test
  void refusesAnotherForm() {
    assertThatThrownBy(() -> Setting.parse("blas=1")).hasMessageContaining("threads=N");
    assertThatThrownBy(() -> Setting.parse("threads")).hasMessageContaining("name=value");
  }
}
