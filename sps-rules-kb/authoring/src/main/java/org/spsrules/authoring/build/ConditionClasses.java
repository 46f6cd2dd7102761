package org.spsrules.authoring.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A few classes in the place of the thousand that Drools generates, one for each condition, each with one instance. Conditions
 * that take the same facts share a class: it has an instance for each of them in a field, and asks the method of that
 * condition. A jar pays for each class what a condition weighs, and a start for each that it loads.
 */
final class ConditionClasses {

    /** As many as leave the method that chooses among them short enough for HotSpot to put it into its callers. */
    private static final int TOGETHER = 24;

    private static final String INSTANCE = "INSTANCE";
    private static final String HASH = "getExpressionHash";
    private static final String IN_WORDS = "predicateInformation";
    private static final String NUMBER = "number";
    private static final String RULES = "rules";

    /** How Drools would put the names of rules into a message itself. */
    private static final String BETWEEN = "\", \"";

    private final String home;
    private final Map<String, String> newNames;
    private final List<ClassNode> together = new ArrayList<>();

    /**
     * Puts conditions together.
     *
     * @param conditions the classes of conditions, in an order that is the same in every build
     * @param home where the classes in their place belong, with a slash at the end
     * @param newNames gets what each class is called now, and each of the fields with its instance
     */
    ConditionClasses(List<ClassNode> conditions, String home, Map<String, String> newNames) {
        this.home = home;
        this.newNames = newNames;
        Map<String, List<ClassNode>> alike = conditions.stream()
                .collect(Collectors.groupingBy(ConditionClasses::asked, TreeMap::new, Collectors.toList()));
        for (List<ClassNode> list : alike.values()) {
            for (int from = 0; from < list.size(); from += TOGETHER) {
                together.add(together(list.subList(from, Math.min(from + TOGETHER, list.size()))));
            }
        }
    }

    /** The classes, in which what belongs to a condition still has the name of its own class. */
    List<ClassNode> all() {
        return together;
    }

    /** What a condition is asked, with which facts, and as what. */
    private static String asked(ClassNode condition) {
        return condition.interfaces
                + condition.methods.stream()
                        .filter(ConditionClasses::isAnswer)
                        .map(method -> method.name + method.desc)
                        .collect(Collectors.joining());
    }

    private ClassNode together(List<ClassNode> conditions) {
        ClassNode first = conditions.get(0);
        ClassNode shared = new ClassNode();
        shared.visit(
                first.version,
                Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SUPER,
                home + "C" + Integer.toString(together.size(), Character.MAX_RADIX),
                null,
                "java/lang/Object",
                first.interfaces.toArray(String[]::new));
        shared.innerClasses.addAll(first.innerClasses);
        shared.visitField(Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL, NUMBER, "I", null, null);
        makeInstances(shared, conditions);
        makeConstructor(shared);
        makeHash(shared);
        for (MethodNode method : first.methods) {
            if (method.name.equals(IN_WORDS)) {
                makeNamesOfRules(shared, conditions, method);
            } else if (isBridge(method)) {
                shared.methods.add(method);
            } else if (isAnswer(method)) {
                makeAnswer(shared, conditions, method);
            }
        }
        return shared;
    }

    /** What the condition is asked: whether it holds, what the value is, or to do something. */
    private static boolean isAnswer(MethodNode method) {
        return method.access == Opcodes.ACC_PUBLIC && !method.name.equals(HASH) && !method.name.equals(IN_WORDS);
    }

    private static boolean isBridge(MethodNode method) {
        return (method.access & Opcodes.ACC_BRIDGE) != 0;
    }

    /** Drools compares some of them by identity, so each is made once, as in an enumeration. */
    private void makeInstances(ClassNode shared, List<ClassNode> conditions) {
        MethodVisitor code = shared.visitMethod(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null);
        code.visitCode();
        for (int i = 0; i < conditions.size(); i++) {
            String condition = conditions.get(i).name;
            String field = "i" + i;
            newNames.put(condition, shared.name);
            newNames.put(condition + "." + INSTANCE, field);
            String type = Type.getObjectType(shared.name).getDescriptor();
            shared.visitField(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL, field, type, null, null);
            code.visitTypeInsn(Opcodes.NEW, shared.name);
            code.visitInsn(Opcodes.DUP);
            code.visitIntInsn(Opcodes.BIPUSH, i);
            code.visitMethodInsn(Opcodes.INVOKESPECIAL, shared.name, "<init>", "(I)V", false);
            code.visitFieldInsn(Opcodes.PUTSTATIC, shared.name, field, type);
        }
        code.visitInsn(Opcodes.RETURN);
        code.visitMaxs(3, 0);
        code.visitEnd();
    }

    private static void makeConstructor(ClassNode shared) {
        MethodVisitor code = shared.visitMethod(Opcodes.ACC_PRIVATE, "<init>", "(I)V", null, null);
        code.visitCode();
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitVarInsn(Opcodes.ILOAD, 1);
        code.visitFieldInsn(Opcodes.PUTFIELD, shared.name, NUMBER, "I");
        code.visitInsn(Opcodes.RETURN);
        code.visitMaxs(2, 2);
        code.visitEnd();
    }

    /** Drools takes conditions with equal hashes for equal; class and number say no less than the digest of a text. */
    private static void makeHash(ClassNode shared) {
        MethodVisitor code = shared.visitMethod(Opcodes.ACC_PUBLIC, HASH, "()Ljava/lang/String;", null, null);
        code.visitCode();
        code.visitLdcInsn(shared.name + ":");
        pushNumber(shared, code);
        code.visitMethodInsn(Opcodes.INVOKESTATIC, "java/lang/Integer", "toString", "(I)Ljava/lang/String;", false);
        code.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL, "java/lang/String", "concat", "(Ljava/lang/String;)Ljava/lang/String;", false);
        code.visitInsn(Opcodes.ARETURN);
        code.visitMaxs(2, 1);
        code.visitEnd();
    }

    private static void pushNumber(ClassNode shared, MethodVisitor code) {
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitFieldInsn(Opcodes.GETFIELD, shared.name, NUMBER, "I");
    }

    private static void makeAnswer(ClassNode shared, List<ClassNode> conditions, MethodNode asked) {
        List<MethodNode> answers = new ArrayList<>();
        for (ClassNode condition : conditions) {
            MethodNode answer = condition.methods.stream()
                    .filter(method -> method.name.equals(asked.name) && method.desc.equals(asked.desc))
                    .findFirst()
                    .orElseThrow();
            answers.add(answer);
        }
        MethodVisitor code =
                shared.visitMethod(asked.access, asked.name, asked.desc, null, asked.exceptions.toArray(String[]::new));
        Type[] arguments = Type.getArgumentTypes(asked.desc);
        choose(shared, code, conditions.size(), (number, branch) -> {
            branch.visitVarInsn(Opcodes.ALOAD, 0);
            int local = 1;
            for (Type argument : arguments) {
                branch.visitVarInsn(argument.getOpcode(Opcodes.ILOAD), local);
                local += argument.getSize();
            }
            branch.visitMethodInsn(Opcodes.INVOKEVIRTUAL, shared.name, answerOf(number), asked.desc, false);
            branch.visitInsn(Type.getReturnType(asked.desc).getOpcode(Opcodes.IRETURN));
        });
        int words = Type.getArgumentsAndReturnSizes(asked.desc) >> 2;
        code.visitMaxs(words, words);
        code.visitEnd();
        for (int i = 0; i < answers.size(); i++) {
            MethodNode answer = answers.get(i);
            answer.access = Opcodes.ACC_PRIVATE;
            answer.name = answerOf(i);
            shared.methods.add(answer);
        }
    }

    private static String answerOf(int number) {
        return "c" + number;
    }

    /**
     * What a condition says in words and in which file goes; of which rules it is stays, for the engine names the one that
     * failed. As one text: Drools asks for it each time that a condition is used, and most are used by several rules.
     */
    private static void makeNamesOfRules(ClassNode shared, List<ClassNode> conditions, MethodNode asked) {
        MethodVisitor names = shared.visitMethod(Opcodes.ACC_PRIVATE, RULES, "()Ljava/lang/String;", null, null);
        choose(shared, names, conditions.size(), (number, branch) -> {
            branch.visitLdcInsn(rulesOf(conditions.get(number)));
            branch.visitInsn(Opcodes.ARETURN);
        });
        names.visitMaxs(1, 1);
        names.visitEnd();
        String information = Type.getReturnType(asked.desc).getInternalName();
        MethodVisitor code = shared.visitMethod(Opcodes.ACC_PUBLIC, IN_WORDS, asked.desc, null, null);
        code.visitCode();
        code.visitTypeInsn(Opcodes.NEW, information);
        code.visitInsn(Opcodes.DUP);
        code.visitLdcInsn("");
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, shared.name, RULES, "()Ljava/lang/String;", false);
        code.visitLdcInsn("");
        code.visitMethodInsn(
                Opcodes.INVOKESPECIAL,
                information,
                "<init>",
                "(Ljava/lang/String;Ljava/lang/String;Ljava/lang/String;)V",
                false);
        code.visitInsn(Opcodes.ARETURN);
        code.visitMaxs(5, 1);
        code.visitEnd();
    }

    /** The texts of that method are the condition, then in turn its rules and their files. */
    private static String rulesOf(ClassNode condition) {
        MethodNode inWords = condition.methods.stream()
                .filter(method -> method.name.equals(IN_WORDS))
                .findFirst()
                .orElseThrow();
        return StreamSupport.stream(inWords.instructions.spliterator(), false)
                .filter(LdcInsnNode.class::isInstance)
                .map(text -> String.valueOf(((LdcInsnNode) text).cst))
                .skip(1)
                .filter(text -> !text.endsWith(".drl"))
                .collect(Collectors.joining(BETWEEN));
    }

    /** A branch for each number; the last is also that of any other, of which there is none. */
    private static void choose(
            ClassNode shared, MethodVisitor code, int count, BiConsumer<Integer, MethodVisitor> branch) {
        Label[] labels = IntStream.range(0, count).mapToObj(i -> new Label()).toArray(Label[]::new);
        code.visitCode();
        pushNumber(shared, code);
        code.visitTableSwitchInsn(0, count - 1, labels[count - 1], labels);
        for (int i = 0; i < count; i++) {
            code.visitLabel(labels[i]);
            code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
            branch.accept(i, code);
        }
    }
}
