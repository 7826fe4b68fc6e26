package io.ae.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ae.api.AeException;
import io.ae.api.graph.Init;
import io.ae.api.graph.Kind;
import io.ae.api.graph.Shape;
import io.ae.api.graph.Type;
import io.ae.api.graph.Var;
import io.ae.core.autodiff.Tracer;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JacobianSpectrumTest {
  /** Two rotations and a stretching by 3, 2 and nothing. */
  @Test
  void singularValuesAreThoseOfTheStretching() {
    double a = .3;
    double b = 1.1;
    float[][] matrix = new float[2][3];
    double[][] left = {{Math.cos(a), -Math.sin(a)}, {Math.sin(a), Math.cos(a)}};
    double[][] right = {{Math.cos(b), 0, Math.sin(b)}, {0, 1, 0}};
    float[][] turned = new float[3][2];
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 3; j++) {
        matrix[i][j] = (float) (left[i][0] * 3 * right[0][j] + left[i][1] * 2 * right[1][j]);
        turned[j][i] = matrix[i][j];
      }
    }
    assertThat(JacobianSpectrum.singular(matrix))
        .containsExactly(new double[] {3, 2}, within(1e-6));
    assertThat(JacobianSpectrum.singular(turned))
        .containsExactly(new double[] {3, 2}, within(1e-6));
    assertThat(new JacobianSpectrum(1, 0, new double[] {4, 1}).ratio(2)).isEqualTo(.25);
    assertThat(new JacobianSpectrum(1, 0, new double[] {4, 1}).ratio(3)).isNaN();
  }

  @Test
  void codesThatAreIndicesHaveNoJacobian() {
    Var step = new Var("step", new Type(Shape.scalar(), Kind.STEP), Init.zeros(), false);
    var encode =
        Tracer.trace(
            "encode",
            false,
            step,
            o -> Map.of("code", o.argMax(o.input("x", new Type(Shape.rows(3), Kind.REAL)))));
    assertThatThrownBy(() -> EncoderJacobian.derivative(encode))
        .isInstanceOf(AeException.class)
        .hasMessageContaining("dense rows to real numbers");
  }
}
