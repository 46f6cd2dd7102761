package org.spsrules.authoring.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.SimpleRemapper;
import org.objectweb.asm.tree.ClassNode;
import org.spsrules.authoring.compile.CompiledRules;

/**
 * Takes out of the classes that Drools generates what nothing reads but its own error messages: line numbers, names of
 * variables, the words of conditions, the names of files. The ids of conditions, digests, get short ones. The classes that hold a
 * few rules each, fewer the longer the longest of all is, are put together, those of conditions too
 * ({@link ConditionClasses}), and what has a random name loses it, so that equal rules give equal jars. The build of sps-rules-kb
 * runs it.
 *
 * <p>Argument: the folder of the classes.
 */
public final class SlimClasses {

    private static final String DIGEST = "EXPRESSION_HASH";
    private static final String CLASS = ".class";

    /** A class that Drools makes for as many rules as fit into it by the length of the longest of all. */
    private static final Pattern HOLDER = Pattern.compile(".*RuleMethods[0-9]+\\.class");

    /** Some hundred rules at the most, far below what a class can hold. */
    private static final int HOLDERS_TOGETHER = 32;

    /** The name of a class that Drools makes, with a number that is another one in every build. */
    private static final Pattern RANDOM = Pattern.compile("(Rules|DomainClassesMetadata)[0-9a-f]{32}");

    /** Where Drools finds the class that it begins with. */
    private static final String INDEX = "drools-model";

    private static final Pattern ID = Pattern.compile("GENERATED_[0-9A-F]{32}");

    private static final String HOME = CompiledRules.PACKAGE + "/";

    private final Path folder;
    private final Map<String, String> shorter = new HashMap<>();
    private final Map<Object, String> ids = new HashMap<>();

    private SlimClasses(Path folder) {
        this.folder = folder;
    }

    /** Writes every generated class anew. */
    public static void main(String[] arguments) throws IOException {
        new SlimClasses(Path.of(arguments[0])).run();
    }

    private void run() throws IOException {
        List<Path> all = inside();
        List<String> names = all.stream()
                .map(this::nameOf)
                .filter(name -> name.endsWith(CLASS))
                .toList();
        List<String> ofConditions =
                names.stream().filter(this::isInPackageOfItsOwn).toList();
        ConditionClasses conditions = new ConditionClasses(conditions(ofConditions), HOME, shorter);
        names.stream()
                .map(SlimClasses::withoutEnding)
                .filter(name -> !isInPackageOfItsOwn(name))
                .forEach(name -> shorter.put(name, withoutNumber(name)));
        List<String> holders = names.stream()
                .filter(name -> HOLDER.matcher(name).matches())
                .sorted()
                .toList();
        for (int i = 0; i < holders.size(); i++) {
            String common = HOME + "R" + Integer.toString(i / HOLDERS_TOGETHER, Character.MAX_RADIX);
            shorter.put(withoutEnding(holders.get(i)), common);
        }
        Map<String, List<String>> byNewName = names.stream()
                .filter(name -> !isInPackageOfItsOwn(name))
                .collect(Collectors.groupingBy(
                        name -> shorter.getOrDefault(withoutEnding(name), withoutEnding(name)),
                        TreeMap::new,
                        Collectors.toList()));
        for (Map.Entry<String, List<String>> one : byNewName.entrySet()) {
            replace(one.getValue(), one.getKey());
        }
        for (String name : ofConditions) {
            Files.delete(folder.resolve(name));
        }
        for (ClassNode condition : conditions.all()) {
            ClassWriter slim = new ClassWriter(0);
            condition.accept(remapped(slim));
            Files.write(folder.resolve(condition.name + CLASS), slim.toByteArray());
        }
        writeIndex();
        for (Path emptied : all) {
            if (Files.isDirectory(emptied) && isInPackageOfItsOwn(nameOf(emptied) + "/")) {
                Files.delete(emptied);
            }
        }
    }

    /** Drools is told the names that the classes have now. */
    private void writeIndex() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("META-INF"))) {
            for (Path index : files.filter(file -> file.endsWith(INDEX)).toList()) {
                Files.writeString(index, withoutNumber(Files.readString(index)));
            }
        }
    }

    private static String withoutNumber(String text) {
        return RANDOM.matcher(text).replaceAll("$1");
    }

    /** Writes one class in the place of these. */
    private void replace(List<String> names, String newName) throws IOException {
        ClassWriter slim = new ClassWriter(0);
        for (String name : names) {
            slim(read(name), slim, names.size() > 1);
            Files.delete(folder.resolve(name));
        }
        Files.write(folder.resolve(newName + CLASS), slim.toByteArray());
    }

    private static String withoutEnding(String file) {
        return file.substring(0, file.length() - CLASS.length());
    }

    /** What lies in the package, innermost first. */
    private List<Path> inside() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(HOME))) {
            return files.sorted(Comparator.reverseOrder()).toList();
        }
    }

    private String nameOf(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    /** Drools puts the classes of conditions in packages below that of the rules, which it names itself. */
    private boolean isInPackageOfItsOwn(String name) {
        return name.startsWith(HOME) && name.indexOf('/', HOME.length()) >= 0;
    }

    /** The conditions in the order of the digests of their texts: their names are digests in which the name of the rules takes part. */
    private List<ClassNode> conditions(List<String> names) throws IOException {
        List<ClassNode> conditions = new ArrayList<>();
        for (String name : names) {
            ClassNode condition = new ClassNode();
            read(name).accept(condition, ClassReader.SKIP_DEBUG);
            conditions.add(condition);
        }
        conditions.sort(Comparator.comparing(SlimClasses::digestOf));
        return conditions;
    }

    private static String digestOf(ClassNode condition) {
        return condition.fields.stream()
                .filter(field -> field.name.equals(DIGEST))
                .map(field -> String.valueOf(field.value))
                .findFirst()
                .orElse(condition.name);
    }

    private ClassReader read(String name) throws IOException {
        return new ClassReader(Files.readAllBytes(folder.resolve(name)));
    }

    private ClassVisitor remapped(ClassVisitor next) {
        return new ClassRemapper(next, new SimpleRemapper(Opcodes.ASM9, shorter));
    }

    /**
     * Writes what is needed of a class.
     *
     * @param shared whether others are written into the same class; what only makes an instance is then left out
     */
    private void slim(ClassReader reader, ClassWriter slim, boolean shared) {
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, remapped(slim)) {
                    @Override
                    public @Nullable MethodVisitor visitMethod(
                            int access,
                            String name,
                            String descriptor,
                            @Nullable String signature,
                            String @Nullable [] exceptions) {
                        return shared && name.equals("<init>")
                                ? null
                                : new ShortIds(super.visitMethod(access, name, descriptor, signature, exceptions));
                    }
                },
                ClassReader.SKIP_DEBUG);
    }

    /** Equal conditions have equal ids, digests of their texts, by which Drools shares them; a number does as well. */
    private final class ShortIds extends MethodVisitor {

        ShortIds(MethodVisitor method) {
            super(Opcodes.ASM9, method);
        }

        @Override
        public void visitLdcInsn(Object value) {
            boolean isId = value instanceof String text && ID.matcher(text).matches();
            super.visitLdcInsn(
                    isId ? ids.computeIfAbsent(value, id -> Integer.toString(ids.size(), Character.MAX_RADIX)) : value);
        }
    }
}
