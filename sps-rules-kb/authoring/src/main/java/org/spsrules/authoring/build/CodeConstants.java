package org.spsrules.authoring.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.Concept.Kind;

/** The codes of a vocabulary as constants of Java: a class for each kind of concept that cases and reports name. */
final class CodeConstants {

    /** What is only concluded on the way to a report has no class. */
    private static final Map<Kind, String> CLASSES = new EnumMap<>(Map.of(
            Kind.THERAPY, "Therapies",
            Kind.THERAPY_CLASS, "TherapyClasses",
            Kind.CONDITION, "Conditions",
            Kind.SYMPTOM, "Symptoms",
            Kind.TRIGGER, "Triggers",
            Kind.SIDE_EFFECT, "SideEffects",
            Kind.TEST, "Tests",
            Kind.VARIANT, "Variants",
            Kind.LADDER_STEP, "LadderSteps",
            Kind.CARE, "CareMeasures"));

    private static final String PACKAGE = "org.spsrules.codes";

    private CodeConstants() {}

    /** Writes a file for each class below a folder of sources. */
    static void write(Collection<Concept> concepts, Path sources) throws IOException {
        Path folder = sources.resolve(PACKAGE.replace('.', '/'));
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("package-info.java"),
                "/** Codes of the vocabulary as constants, so that the compiler checks them. Generated from the vocabulary. */\n"
                        + "package " + PACKAGE + ";\n");
        for (Map.Entry<Kind, String> entry : CLASSES.entrySet()) {
            List<Concept> ofKind = concepts.stream()
                    .filter(concept -> concept.kind() == entry.getKey())
                    .sorted(Comparator.comparing(Concept::code))
                    .toList();
            Files.writeString(folder.resolve(entry.getValue() + ".java"), source(entry.getKey(), ofKind));
        }
    }

    private static String source(Kind kind, List<Concept> concepts) {
        String name = CLASSES.get(kind);
        StringBuilder source = new StringBuilder("package " + PACKAGE + ";\n\n/** Codes of the kind " + kind.word()
                + ". */\npublic final class " + name + " {\n\n");
        for (Concept concept : concepts) {
            source.append("    /** ")
                    .append(comment(concept.name()))
                    .append(". */\n    public static final String ")
                    .append(constant(concept.code()))
                    .append(" = \"")
                    .append(concept.code())
                    .append("\";\n\n");
        }
        return source + "    private " + name + "() {}\n}\n";
    }

    private static String constant(String code) {
        String name = code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
        return Character.isDigit(name.charAt(0)) ? "_" + name : name;
    }

    /** What cannot end the comment, nor be taken for markup. */
    private static String comment(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;")
                .replace("*/", "*&#47;")
                .replace("\\", "&#92;");
    }
}
