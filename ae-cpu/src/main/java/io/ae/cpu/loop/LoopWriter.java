package io.ae.cpu.loop;

import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes a loop's class. Its one method is what javac makes of
 *
 * <pre>{@code
 * public void run(float[][] tiles, float[] scalars, int n) {
 *   float[] t0 = tiles[0], t1 = tiles[1];
 *   float s0 = scalars[0];
 *   for (int i = 0; i < n; i++) {
 *     float r0 = t0[i] * s0;
 *     float r1 = r0 + t1[i];
 *     t0[i] = r1;
 *   }
 * }
 * }</pre>
 *
 * <p>C2 turns it into vector instructions since every array is read and written at i, all reads
 * stand before the writes, and a tile that is read and written is one local.
 */
final class LoopWriter {
  private static final int TILES = 1;
  private static final int SCALARS = 2;
  private static final int N = 3;
  private static final int I = 4;
  private static final int FIRST = 5;

  private final Program program;
  private final MethodVisitor code;

  private LoopWriter(Program program, MethodVisitor code) {
    this.program = program;
    this.code = code;
  }

  /** Returns the bytes of a class in this package. */
  static byte[] write(Program program) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES | ClassWriter.COMPUTE_MAXS);
    String name = Type.getInternalName(Loop.class);
    String[] implemented = {name};
    writer.visit(
        Opcodes.V17,
        Opcodes.ACC_FINAL | Opcodes.ACC_SYNTHETIC,
        name + "Written",
        null,
        "java/lang/Object",
        implemented);
    constructor(writer);
    MethodVisitor run =
        writer.visitMethod(Opcodes.ACC_PUBLIC, "run", "([[F[FI)V", null, new String[0]);
    run.visitCode();
    new LoopWriter(program, run).run();
    run.visitMaxs(0, 0);
    run.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static void constructor(ClassWriter writer) {
    MethodVisitor make = writer.visitMethod(0, "<init>", "()V", null, new String[0]);
    make.visitCode();
    make.visitVarInsn(Opcodes.ALOAD, 0);
    make.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    make.visitInsn(Opcodes.RETURN);
    make.visitMaxs(0, 0);
    make.visitEnd();
  }

  private void run() {
    for (int t = 0; t < program.tiles(); t++) {
      code.visitVarInsn(Opcodes.ALOAD, TILES);
      code.visitLdcInsn(t);
      code.visitInsn(Opcodes.AALOAD);
      code.visitVarInsn(Opcodes.ASTORE, tile(t));
    }
    for (int s = 0; s < program.scalars(); s++) {
      code.visitVarInsn(Opcodes.ALOAD, SCALARS);
      code.visitLdcInsn(s);
      code.visitInsn(Opcodes.FALOAD);
      code.visitVarInsn(Opcodes.FSTORE, scalar(s));
    }
    Label again = new Label();
    Label end = new Label();
    code.visitInsn(Opcodes.ICONST_0);
    code.visitVarInsn(Opcodes.ISTORE, I);
    code.visitLabel(again);
    code.visitVarInsn(Opcodes.ILOAD, I);
    code.visitVarInsn(Opcodes.ILOAD, N);
    code.visitJumpInsn(Opcodes.IF_ICMPGE, end);
    body();
    code.visitIincInsn(I, 1);
    code.visitJumpInsn(Opcodes.GOTO, again);
    code.visitLabel(end);
    code.visitInsn(Opcodes.RETURN);
  }

  private void body() {
    List<Program.Instruction> body = program.body();
    for (int i = 0; i < body.size(); i++) {
      body.get(i).operands().forEach(this::push);
      instruction(body.get(i).code());
      code.visitVarInsn(Opcodes.FSTORE, result(i));
    }
    for (Program.Write w : program.writes()) {
      code.visitVarInsn(Opcodes.ALOAD, tile(w.tile()));
      code.visitVarInsn(Opcodes.ILOAD, I);
      push(w.value());
      code.visitInsn(Opcodes.FASTORE);
    }
  }

  private void push(Operand operand) {
    if (operand instanceof Operand.Tile t) {
      code.visitVarInsn(Opcodes.ALOAD, tile(t.number()));
      code.visitVarInsn(Opcodes.ILOAD, I);
      code.visitInsn(Opcodes.FALOAD);
    } else if (operand instanceof Operand.Scalar s) {
      code.visitVarInsn(Opcodes.FLOAD, scalar(s.number()));
    } else if (operand instanceof Operand.Constant c) {
      code.visitLdcInsn(c.value());
    } else if (operand instanceof Operand.Result r) {
      code.visitVarInsn(Opcodes.FLOAD, result(r.instruction()));
    }
  }

  private void instruction(Code what) {
    switch (what) {
      case ADD -> code.visitInsn(Opcodes.FADD);
      case SUB -> code.visitInsn(Opcodes.FSUB);
      case MUL -> code.visitInsn(Opcodes.FMUL);
      case DIV -> code.visitInsn(Opcodes.FDIV);
      case NEG -> code.visitInsn(Opcodes.FNEG);
      case MAX -> math("max", "(FF)F");
      case MIN -> math("min", "(FF)F");
      case ABS -> math("abs", "(F)F");
      case SQRT -> {
        // C2 knows this pattern as the square root of a float.
        code.visitInsn(Opcodes.F2D);
        math("sqrt", "(D)D");
        code.visitInsn(Opcodes.D2F);
      }
    }
  }

  private void math(String function, String descriptor) {
    code.visitMethodInsn(Opcodes.INVOKESTATIC, "java/lang/Math", function, descriptor, false);
  }

  private static int tile(int number) {
    return FIRST + number;
  }

  private int scalar(int number) {
    return FIRST + program.tiles() + number;
  }

  private int result(int number) {
    return FIRST + program.tiles() + program.scalars() + number;
  }
}
