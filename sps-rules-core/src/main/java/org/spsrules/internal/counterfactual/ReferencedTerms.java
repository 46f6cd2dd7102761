package org.spsrules.internal.counterfactual;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spsrules.internal.knowledge.ContraindicationRow;
import org.spsrules.internal.knowledge.InteractionRow;
import org.spsrules.internal.knowledge.KinshipRow;
import org.spsrules.internal.knowledge.Knowledge;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Operand;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.internal.rule.Rule;
import org.spsrules.internal.shape.Aspect;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.Vocabulary;

/**
 * What some rules ask about: which questions, which concepts, which numbers. Concepts that these rules cannot tell apart
 * are represented by one of them. Thread-safe.
 */
final class ReferencedTerms {

    private final Vocabulary vocabulary;
    private final Set<String> codes = new TreeSet<>();
    private final Set<String> onLadder = new TreeSet<>();
    private final Map<String, Set<String>> words = new TreeMap<>();
    private final Map<String, Set<BigDecimal>> numbers = new TreeMap<>();
    private final Set<String> asked = new HashSet<>();
    private final Map<String, List<Set<String>>> subjects = new HashMap<>();
    private final Map<Set<Concept.Kind>, List<String>> representatives = new ConcurrentHashMap<>();

    /**
     * What rules ask about.
     *
     * @param rules the rules
     * @param knowledge its rows are read as well
     * @param therapy the therapy that matters; empty if all do
     */
    ReferencedTerms(Collection<Rule> rules, Knowledge knowledge, Optional<String> therapy, Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        knowledge.ladder().forEach(step -> {
            onLadder.addAll(step.therapies());
            onLadder.addAll(step.enteringItsLine());
        });
        therapy.ifPresent(codes::add);
        for (Rule rule : rules) {
            rule.patterns().forEach(this::read);
            rule.then().objects().forEach(object -> object.text().ifPresent(codes::add));
        }
        boolean all = therapy.isEmpty() || comparesTherapies(rules);
        Predicate<String> matters = code -> all
                || codes.contains(code)
                || therapy.filter(wanted -> vocabulary.isA(code, wanted) || isAboveSome(code, wanted))
                        .isPresent();
        Set<String> inRows = new TreeSet<>();
        for (ContraindicationRow row : knowledge.contraindications()) {
            if (matters.test(row.therapy())) {
                inRows.addAll(List.of(row.therapy(), row.condition()));
                inRows.addAll(row.also());
                inRows.addAll(row.untested());
                row.exclusion().ifPresent(exclusion -> inRows.addAll(exclusion.by()));
            }
        }
        for (InteractionRow row : knowledge.interactions()) {
            if (matters.test(row.therapy()) || matters.test(row.with())) {
                inRows.addAll(List.of(row.therapy(), row.with()));
            }
        }
        knowledge.kinship().stream()
                .map(KinshipRow::therapyClass)
                .filter(kin -> vocabulary.membersOf(kin).stream().anyMatch(matters))
                .forEach(inRows::add);
        knowledge.reactions().forEach(row -> inRows.add(row.sideEffect()));
        codes.addAll(inRows);
    }

    /** Whether the code is broader than something that is a kind of the wanted therapy. */
    private boolean isAboveSome(String code, String wanted) {
        return vocabulary.selfAndNarrower(wanted).stream().anyMatch(kind -> vocabulary.isA(kind, code));
    }

    /** Whether a rule compares a therapy with one that a row names, or asks what is planned: then every row matters. */
    private static boolean comparesTherapies(Collection<Rule> rules) {
        return rules.stream()
                .filter(rule -> rule.patterns().stream()
                        .map(Pattern::factType)
                        .anyMatch(type -> type.equals("Contraindication") || type.equals("Interaction")))
                .flatMap(rule -> rule.patterns().stream())
                .flatMap(pattern -> pattern.constraints().stream())
                .anyMatch(constraint ->
                        constraint.isOpen(Map.of()) || constraint.asked().equals("planned"));
    }

    private void read(Pattern pattern) {
        for (Constraint constraint : pattern.constraints()) {
            String question = pattern.factType() + "." + constraint.asked();
            asked.add(question);
            subjects.computeIfAbsent(question, key -> new ArrayList<>()).add(named(pattern));
            constraint.operands().forEach(operand -> read(question, operand));
        }
    }

    /** What the fact is to be, as far as a pattern says it. */
    private static Set<String> named(Pattern pattern) {
        return pattern.constraints().stream()
                .filter(constraint -> constraint.asked().equals("isA"))
                .flatMap(constraint -> constraint.texts().stream())
                .collect(Collectors.toSet());
    }

    private void read(String question, Operand operand) {
        operand.number()
                .ifPresent(number -> numbers.computeIfAbsent(question, key -> new TreeSet<>())
                        .add(number));
        operand.text().ifPresent(text -> {
            words.computeIfAbsent(question, key -> new TreeSet<>()).add(text);
            if (vocabulary.concept(text).isPresent()) {
                codes.add(text);
            }
        });
    }

    /** Whether a fact type is asked about at all. */
    boolean any(String factType) {
        return asked.stream().anyMatch(question -> question.startsWith(factType + "."));
    }

    /** Whether a question is asked, for example {@code Treatment.woreOff}. */
    boolean asks(String question) {
        return asked.contains(question);
    }

    /** Whether a question is asked of a fact about this: of it by name or by a class, or of whatever it is about. */
    boolean asksOf(String question, String code) {
        return subjects.getOrDefault(question, List.of()).stream()
                .anyMatch(named -> named.isEmpty() || named.stream().anyMatch(wanted -> vocabulary.isA(code, wanted)));
    }

    /** Whether any question is asked whose answer can depend on an aspect. */
    boolean asksAbout(Aspect aspect) {
        return Stream.concat(aspect.describing().stream(), aspect.others().stream())
                .anyMatch(question -> asks(aspect.factType() + "." + question));
    }

    /** The texts that a question is asked with. */
    Set<String> words(String question) {
        return words.getOrDefault(question, Set.of());
    }

    /** The numbers that a question is asked with. */
    Set<BigDecimal> numbers(String question) {
        return numbers.getOrDefault(question, Set.of());
    }

    /** Whether a therapy is one of the ladder, so that a complete treatment history would list it. */
    boolean isForSps(String therapy) {
        return onLadder.stream().anyMatch(code -> vocabulary.isA(therapy, code) || vocabulary.isA(code, therapy));
    }

    /** Whether a concept is asked about, or one that it is a kind of. */
    boolean concerns(String code) {
        return vocabulary.selfAndAncestors(code).stream().anyMatch(codes::contains);
    }

    /** Concepts of some kinds, one for each set of concepts that these rules cannot tell apart. */
    List<String> representatives(Set<Concept.Kind> kinds) {
        return representatives.computeIfAbsent(kinds, this::findRepresentatives);
    }

    private List<String> findRepresentatives(Set<Concept.Kind> kinds) {
        Map<Set<String>, String> bySignature = new LinkedHashMap<>();
        vocabulary.concepts().stream()
                .filter(concept -> kinds.contains(concept.kind()))
                .map(Concept::code)
                .sorted()
                .forEach(code -> {
                    Set<String> signature = new HashSet<>(vocabulary.selfAndAncestors(code));
                    signature.retainAll(codes);
                    if (!signature.isEmpty()) {
                        bySignature.merge(
                                signature, code, (first, second) -> signature.contains(second) ? second : first);
                    }
                });
        return bySignature.values().stream().sorted().toList();
    }
}
