package org.spsrules.authoring.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Takes out of the classes that Drools generates what only its own error messages read: line numbers, names of variables, the
 * words of conditions, the names of files. That is an eighth of the jar. The build of sps-rules-kb runs it.
 *
 * <p>Argument: the folder of the generated classes.
 */
public final class SlimClasses {

    private static final String CONDITION_IN_WORDS = "predicateInformation";

    private SlimClasses() {}

    /** Writes every class of the folder anew. */
    public static void main(String[] arguments) throws IOException {
        for (Path file : classes(Path.of(arguments[0]))) {
            Files.write(file, slim(Files.readAllBytes(file)));
        }
    }

    private static List<Path> classes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".class")).toList();
        }
    }

    private static byte[] slim(byte[] bytes) {
        ClassWriter slim = new ClassWriter(0);
        new ClassReader(bytes)
                .accept(
                        new ClassVisitor(Opcodes.ASM9, slim) {
                            @Override
                            public @Nullable MethodVisitor visitMethod(
                                    int access,
                                    String name,
                                    String descriptor,
                                    @Nullable String signature,
                                    String @Nullable [] exceptions) {
                                MethodVisitor method =
                                        super.visitMethod(access, name, descriptor, signature, exceptions);
                                return name.equals(CONDITION_IN_WORDS) ? new OnlyNamesOfRules(method) : method;
                            }
                        },
                        ClassReader.SKIP_DEBUG);
        return slim.toByteArray();
    }

    /** What a condition says in words and in which file goes; of which rules it is stays, for the engine names the one that failed. */
    private static final class OnlyNamesOfRules extends MethodVisitor {

        private boolean isCondition = true;

        OnlyNamesOfRules(MethodVisitor method) {
            super(Opcodes.ASM9, method);
        }

        @Override
        public void visitLdcInsn(Object value) {
            super.visitLdcInsn(isCondition || String.valueOf(value).endsWith(".drl") ? "" : value);
            isCondition = false;
        }
    }
}
