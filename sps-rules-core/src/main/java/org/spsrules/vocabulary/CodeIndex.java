package org.spsrules.vocabulary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.spsrules.internal.spelling.Folded;
import org.spsrules.vocabulary.CodeSystem.Code;

/** The concepts by their codes in public systems. Made when a code is looked up for the first time. Thread-safe. */
final class CodeIndex {

    private static final Pattern RANGE = Pattern.compile("([A-Z])([0-9]{2})-([A-Z])([0-9][0-9A])");
    private static final int MOST_NUMBER = 99;

    private final Collection<Concept> concepts;
    private @Nullable Entries made;

    CodeIndex(Collection<Concept> concepts) {
        this.concepts = concepts;
    }

    private synchronized Entries entries() {
        Entries entries = made;
        if (entries == null) {
            entries = new Entries(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
            entries.add(concepts);
            made = entries;
        }
        return entries;
    }

    private record Entries(
            Map<Code, List<Concept>> meaning,
            Map<Code, List<Concept>> sayingLess,
            Map<Code, String> displays,
            Map<String, List<Concept>> called) {

        void add(Collection<Concept> concepts) {
            for (Concept concept : concepts) {
                for (Coding coding : concept.codes()) {
                    if (coding.match().isEnough() && coding.system() != CodeSystem.UCUM) {
                        coding.display()
                                .ifPresent(display -> called.computeIfAbsent(
                                                Folded.of(display), first -> new ArrayList<>())
                                        .add(concept));
                    }
                    for (String text : categories(coding)) {
                        Code code = new Code(coding.system(), text);
                        (coding.match().isEnough() ? meaning : sayingLess)
                                .computeIfAbsent(code, first -> new ArrayList<>())
                                .add(concept);
                        coding.display().ifPresent(display -> displays.putIfAbsent(code, display));
                    }
                }
            }
        }
    }

    /** The codes that a range of categories stands for, {@code E08-E13}; any other code stands for itself. */
    private static List<String> categories(Coding coding) {
        Matcher range = RANGE.matcher(coding.code());
        if (!coding.system().isNested() || !range.matches()) {
            return List.of(coding.code());
        }
        List<String> found = new ArrayList<>();
        for (char letter = range.group(1).charAt(0); letter <= range.group(3).charAt(0); letter++) {
            for (int number = 0; number <= MOST_NUMBER; number++) {
                String category = letter + (number < 10 ? "0" : "") + number;
                if (category.compareTo(range.group(1) + range.group(2)) >= 0
                        && category.compareTo(range.group(3) + range.group(4)) <= 0) {
                    found.add(category);
                }
            }
        }
        return found;
    }

    /** What a code means, by its own entries, or by those of the nearest code that it is a kind of. */
    List<Concept> meaning(Code code) {
        Map<Code, List<Concept>> meaning = entries().meaning();
        List<Concept> found = meaning.getOrDefault(code, List.of());
        String text = code.code();
        while (found.isEmpty() && code.system().isNested() && text.length() > 1) {
            text = text.substring(0, text.length() - 1);
            found = meaning.getOrDefault(new Code(code.system(), text), List.of());
        }
        return found;
    }

    /** The concepts of which a code says less than they do. */
    List<Concept> sayingLess(Code code) {
        return entries().sayingLess().getOrDefault(code, List.of());
    }

    /** The concepts of which a system calls a code so that means them; a unit is none. */
    List<Concept> called(String display) {
        return entries().called().getOrDefault(Folded.of(display), List.of());
    }

    /** What the system calls a code, if that is known. */
    Optional<String> display(Code code) {
        return Optional.ofNullable(entries().displays().get(code));
    }
}
