package org.spsrules.vocabulary;

import static org.spsrules.internal.Given.given;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.spsrules.internal.spelling.Folded;
import org.spsrules.internal.spelling.Suggestion;
import org.spsrules.vocabulary.CodeSystem.Code;

/**
 * All concepts that rules and cases may name, and how they are related. Immutable and safe for use by several threads.
 */
public final class Vocabulary {

    private static final int SHORTEST_SEARCH = 3;

    private final Map<String, Concept> byCode = new HashMap<>();
    private final Map<String, List<Concept>> byName = new HashMap<>();
    private final Map<String, String> spelt = new HashMap<>();
    private final Map<String, Set<String>> selfAndAncestors = new HashMap<>();
    private final Map<String, Set<String>> selfAndNarrower = new HashMap<>();
    private final Map<String, List<String>> members = new HashMap<>();
    private final CodeIndex codes;
    private final RecordTerms records = new RecordTerms(
            name -> named(name, therapies()).map(Concept::code), new InternationalNames(byCode.values()));
    private final List<Concept> all;
    private final Set<String> unlisted = new HashSet<>();

    /** The vocabulary of these concepts; parents that are missing among them are ignored here, and reported by lint. */
    public Vocabulary(Collection<Concept> concepts) {
        this(concepts, List.of());
    }

    /**
     * The vocabulary of these concepts.
     *
     * @param concepts those that rules may name
     * @param unlisted drugs that only cases name, each known by the classes that it belongs to
     */
    public Vocabulary(Collection<Concept> concepts, Collection<Concept> unlisted) {
        for (Concept concept : given(concepts, "concepts")) {
            byCode.put(concept.code(), concept);
        }
        all = List.copyOf(byCode.values());
        for (Concept concept : given(unlisted, "unlisted")) {
            if (byCode.putIfAbsent(concept.code(), concept) == null) {
                this.unlisted.add(concept.code());
            }
        }
        for (Concept concept : byCode.values()) {
            addName(concept.code(), concept);
            addName(concept.name(), concept);
            concept.brands().forEach(brand -> addName(brand, concept));
            concept.synonyms().forEach(synonym -> addName(synonym, concept));
            selfAndAncestors.put(concept.code(), ancestry(concept));
        }
        for (Concept concept : concepts) {
            selfAndAncestors(concept.code())
                    .forEach(broader -> selfAndNarrower
                            .computeIfAbsent(broader, code -> new TreeSet<>())
                            .add(concept.code()));
        }
        codes = new CodeIndex(byCode.values());
        for (Concept group : concepts) {
            if (group.kind() == Concept.Kind.THERAPY_CLASS) {
                members.put(group.code(), therapiesOf(group.code()));
            }
        }
    }

    private List<String> therapiesOf(String group) {
        return selfAndNarrower.getOrDefault(group, Set.of()).stream()
                .filter(code -> concept(code)
                        .filter(concept -> concept.kind() == Concept.Kind.THERAPY)
                        .isPresent())
                .toList();
    }

    private void addName(String name, Concept concept) {
        String folded = Folded.of(name);
        spelt.putIfAbsent(folded, name.toLowerCase(Locale.ROOT));
        // The names of a concept are added one after the other, and its code is often one of them.
        byName.merge(
                folded,
                List.of(concept),
                (known, added) -> known.get(known.size() - 1) == concept
                        ? known
                        : Stream.concat(known.stream(), added.stream()).toList());
    }

    private Set<String> ancestry(Concept concept) {
        Set<String> found = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(concept.code()));
        while (!open.isEmpty()) {
            String code = open.remove();
            if (byCode.containsKey(code) && found.add(code)) {
                open.addAll(byCode.get(code).parents());
            }
        }
        return Set.copyOf(found);
    }

    /** All concepts, in no particular order. */
    public Collection<Concept> concepts() {
        return all;
    }

    /** The concept with this code. */
    public Optional<Concept> concept(String code) {
        return Optional.ofNullable(byCode.get(given(code, "code")));
    }

    /** The name of the concept with this code, or the code itself if there is none. */
    public String nameOf(String code) {
        Concept concept = byCode.get(given(code, "code"));
        return concept == null ? OtherTerm.nameIn(code) : concept.name();
    }

    /**
     * The concepts that a code of a public system means; of those that are a kind of each other, the narrowest. A code that
     * only says less than a concept does not mean it.
     *
     * @param system the name of the system or the URI that FHIR gives it, for example {@code RxNorm} or
     *     {@code http://loinc.org}
     * @param code a code of it; one of ICD-10-CM or ATC may be narrower than those that the vocabulary lists
     * @return none if the system or the code is not known
     */
    public List<Concept> find(String system, String code) {
        given(code, "code");
        return CodeSystem.of(given(system, "system"))
                .map(known -> meaning(new Code(known, code)))
                .orElse(List.of());
    }

    /** What a code means by itself, or as that of a product. */
    private List<Concept> meaning(Code code) {
        List<Concept> found = narrowest(codes.meaning(code));
        return found.isEmpty()
                ? records.of(code).single().flatMap(this::concept).stream().toList()
                : found;
    }

    private List<Concept> narrowest(List<Concept> found) {
        return found.stream()
                .filter(concept ->
                        found.stream().noneMatch(other -> other != concept && isA(other.code(), concept.code())))
                .toList();
    }

    /**
     * The concept of one of these kinds that goes by this code, name, brand or synonym, whatever the case of letters and
     * accents, or that a code of a public system means, {@code RxNorm 3322} or {@code http://loinc.org|94345-6}.
     */
    public Optional<Concept> resolve(String term, Set<Concept.Kind> kinds) {
        Optional<Concept> named = named(given(term, "term"), given(kinds, "kinds"));
        return named.isPresent() ? named : coded(term, kinds);
    }

    private Optional<Concept> coded(String term, Set<Concept.Kind> kinds) {
        Optional<Code> code = CodeSystem.parse(OtherTerm.nameIn(term));
        List<Concept> found = code.stream()
                .flatMap(stated -> codes.meaning(stated).stream())
                .filter(concept -> kinds.contains(concept.kind()))
                .toList();
        List<Concept> narrowest = narrowest(found);
        if (!narrowest.isEmpty()) {
            return narrowest.size() == 1 ? Optional.of(narrowest.get(0)) : Optional.empty();
        }
        return content(term)
                .single()
                .flatMap(this::concept)
                .filter(concept -> kinds.contains(concept.kind()))
                .or(() -> recorded(OtherTerm.nameIn(term), kinds));
    }

    /** The condition, the symptom or the test that a record calls so. */
    private Optional<Concept> recorded(String name, Set<Concept.Kind> kinds) {
        Set<Concept.Kind> wanted = EnumSet.of(Concept.Kind.CONDITION, Concept.Kind.SYMPTOM, Concept.Kind.TEST);
        wanted.retainAll(kinds);
        return wanted.isEmpty()
                ? Optional.empty()
                : RecordedName.of(name).stream()
                        .flatMap(plain -> named(plain, wanted).or(() -> displayed(plain, wanted)).stream())
                        .findFirst();
    }

    /** What the codes that are called so in their system mean, if it is one. */
    private Optional<Concept> displayed(String name, Set<Concept.Kind> kinds) {
        List<Concept> found = narrowest(codes.called(name).stream()
                .filter(concept -> kinds.contains(concept.kind()))
                .distinct()
                .toList());
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** What the code or the name of a product holds. */
    private RecordTerms.Content content(String term) {
        String stated = OtherTerm.nameIn(term);
        return CodeSystem.parse(stated).map(records::of).orElseGet(() -> records.of(stated));
    }

    /**
     * The drugs of a combination, by its name, by the names of its ingredients or by its code: {@code Percocet},
     * {@code hydrocodone-acetaminophen}, {@code RxNorm 856987}.
     *
     * @return empty if the term stands for one drug or class, for none that is known, or for what does not act in the body
     */
    public Optional<Combination> combination(String term) {
        if (named(given(term, "term"), therapies()).isPresent() || ProductName.denies(term)) {
            return Optional.empty();
        }
        RecordTerms.Content content = content(term);
        if (!content.isCombination()) {
            return Optional.empty();
        }
        Set<String> held = new LinkedHashSet<>(content.therapies());
        Set<String> others = new LinkedHashSet<>();
        for (String other : content.others()) {
            named(other, therapies()).ifPresentOrElse(concept -> held.add(concept.code()), () -> others.add(other));
        }
        return held.size() + others.size() > 1
                ? Optional.of(new Combination(List.copyOf(held), List.copyOf(others)))
                : Optional.empty();
    }

    /**
     * Why the code or the product of a record stands for no one concept of these kinds, and what to write instead; empty if the
     * term is none, or stands for one.
     */
    public Optional<String> whyUnclear(String term, Set<Concept.Kind> kinds) {
        if (resolve(term, kinds).isPresent()) {
            return Optional.empty();
        }
        if (kinds.contains(Concept.Kind.THERAPY) && ProductName.denies(term)) {
            return Optional.of("\"" + term
                    + "\" says that something is not taken, not now, or only perhaps; state that by itself, as"
                    + " declined, past, planned or an allergy");
        }
        RecordTerms.Content content = content(term);
        Optional<Combination> combination = combination(term);
        if (kinds.contains(Concept.Kind.THERAPY) && combination.isPresent()) {
            return Optional.of(
                    "\"" + term + "\" holds " + combination.get().named() + "; state each of them by itself");
        } else if (kinds.contains(Concept.Kind.THERAPY) && ProductName.isLocal(term)) {
            return Optional.of("\"" + term + "\" is put on the skin, into the eye or the like, and does not act as "
                    + (content.therapies().isEmpty() ? "a drug" : String.join(", ", content.therapies()))
                    + " does elsewhere; write {other: …}");
        }
        Optional<Code> parsed = CodeSystem.parse(term);
        if (parsed.isEmpty()) {
            return Optional.empty();
        }
        Code code = parsed.get();
        String called =
                code + codes.display(code).map(display -> " (" + display + ")").orElse("");
        List<String> several = codesOf(codes.meaning(code), kinds);
        List<String> less = codesOf(codes.sayingLess(code), kinds);
        if (several.size() > 1) {
            return Optional.of(
                    called + " stands for " + String.join(" and ", several) + "; state the one that is meant");
        } else if (!less.isEmpty()) {
            return Optional.of(called + " says less than " + String.join(" or ", less) + "; state what is meant");
        }
        return Optional.of("there is no entry for " + called);
    }

    private static List<String> codesOf(List<Concept> concepts, Set<Concept.Kind> kinds) {
        return concepts.stream()
                .filter(concept -> kinds.contains(concept.kind()))
                .map(Concept::code)
                .sorted()
                .toList();
    }

    private Optional<Concept> named(String term, Set<Concept.Kind> kinds) {
        String name = OtherTerm.nameIn(term);
        Concept exact = byCode.get(name);
        if (exact != null && kinds.contains(exact.kind())) {
            return Optional.of(exact);
        }
        return byName.getOrDefault(Folded.of(name), List.of()).stream()
                .filter(concept -> kinds.contains(concept.kind()))
                .min(Comparator.comparing(concept -> unlisted.contains(concept.code())));
    }

    /** Whether nothing at all is known of what goes by this code. */
    public boolean isUnknown(String code) {
        return !byCode.containsKey(given(code, "code"));
    }

    /**
     * Whether nothing is known of what goes by this code but that it is a drug, and none that is listed: what it belongs to is
     * not known.
     */
    public boolean isUnclassifiedDrug(String code) {
        return isUnknown(code) && records.isIngredient(OtherTerm.nameIn(code));
    }

    /** Whether rules may name it: a drug that is known by its classes alone is not listed. */
    public boolean isListed(String code) {
        return byCode.containsKey(given(code, "code")) && !unlisted.contains(code);
    }

    /** The code and the codes of everything broader; of what is not in the vocabulary, the code alone. */
    public Set<String> selfAndAncestors(String code) {
        Set<String> known = selfAndAncestors.get(given(code, "code"));
        return known == null ? Set.of(code) : known;
    }

    /** The code and the codes of everything narrower, in alphabetical order; of what is not listed, the code alone. */
    public Set<String> selfAndNarrower(String code) {
        return Collections.unmodifiableSet(selfAndNarrower.getOrDefault(given(code, "code"), Set.of(code)));
    }

    /** The therapies that belong to a class, in alphabetical order; none if it is no class. */
    public List<String> membersOf(String therapyClass) {
        return members.getOrDefault(given(therapyClass, "therapyClass"), List.of());
    }

    /** Whether the first concept is the second, or a kind of it. */
    public boolean isA(String code, String ancestor) {
        return selfAndAncestors(code).contains(given(ancestor, "ancestor"));
    }

    /**
     * The term of these kinds that is spelt most like this one, if any is near enough to be meant. Names of drugs are often
     * alike without being the same, so only a slip of the pen leads to one.
     */
    public Optional<String> nearest(String term, Set<Concept.Kind> kinds) {
        given(term, "term");
        Suggestion.Reach reach =
                therapies().containsAll(given(kinds, "kinds")) ? Suggestion.Reach.SLIP : Suggestion.Reach.ALIKE;
        return Suggestion.nearest(
                term,
                byName.entrySet().stream()
                        .filter(entry -> entry.getValue().stream().anyMatch(concept -> kinds.contains(concept.kind())))
                        .map(entry -> spelt.getOrDefault(entry.getKey(), entry.getKey()))
                        .toList(),
                reach);
    }

    /** The concepts of these kinds whose name, brand or synonym has a word that begins like this text, or holds all of it. */
    public List<Concept> search(String text, Set<Concept.Kind> kinds) {
        given(kinds, "kinds");
        String wanted = Folded.of(given(text, "text"));
        if (wanted.length() < SHORTEST_SEARCH) {
            return List.of();
        }
        return byName.entrySet().stream()
                .filter(entry -> (" " + entry.getKey()).contains(" " + wanted))
                .flatMap(entry -> entry.getValue().stream())
                .filter(concept -> kinds.contains(concept.kind()))
                .distinct()
                .sorted(Comparator.comparing(Concept::code))
                .toList();
    }

    /** The kinds that are therapies: single ones and classes. */
    public static Set<Concept.Kind> therapies() {
        return EnumSet.of(Concept.Kind.THERAPY, Concept.Kind.THERAPY_CLASS);
    }
}
