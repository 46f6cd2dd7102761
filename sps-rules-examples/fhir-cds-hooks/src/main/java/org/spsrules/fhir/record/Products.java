package org.spsrules.fhir.record;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Substance;
import org.hl7.fhir.r4.model.Type;
import org.spsrules.PatientCase;
import org.spsrules.vocabulary.Combination;
import org.spsrules.vocabulary.Concept;
import org.spsrules.vocabulary.OtherTerm;
import org.spsrules.vocabulary.Vocabulary;

/** Reads which drug a resource is about: by a code, by words, or by a Medication in the record or contained. */
final class Products {

    private static final String NAMELESS = "a drug without a name";

    private static final String KEPT = "the vocabulary does not know it; it is kept, and nothing reads it";

    /** How many products one may hold inside another. */
    private static final int MOST_NESTED = 5;

    private static final String BY_ITS_WORDS =
            "the vocabulary does not know the product; by the words in its name it was read as ";

    private final Context context;

    Products(Context context) {
        this.context = context;
    }

    /**
     * A drug.
     *
     * @param name what the record calls it
     * @param therapies the therapies that it holds, at least one; what the vocabulary does not know is kept as a name
     * @param strength what one piece of it holds
     * @param remark why it was not understood
     */
    record Product(String name, List<String> therapies, Optional<Mass> strength, Optional<String> remark) {

        boolean isNamed() {
            return !name.equals(NAMELESS);
        }

        boolean isKnown() {
            return therapies.stream().anyMatch(therapy -> !OtherTerm.is(therapy));
        }

        Product with(List<String> others, Optional<String> why) {
            return new Product(name, others, strength, why);
        }
    }

    /**
     * The drug that a resource is about.
     *
     * @param said how it is given, as far as its instructions say so
     */
    Product of(Type medication, SaidRoutes said, DomainResource from) {
        Optional<Medication> sent = Optional.ofNullable(medication)
                .filter(Reference.class::isInstance)
                .flatMap(reference -> context.references().find((Reference) reference, from))
                .filter(Medication.class::isInstance)
                .map(Medication.class::cast);
        CodeableConcept code = medication instanceof CodeableConcept stated
                ? stated
                : sent.map(Medication::getCode).orElseGet(CodeableConcept::new);
        CodeableConcept form = sent.map(Medication::getForm).orElseGet(CodeableConcept::new);
        return byRoute(named(medication, from), code, form, said);
    }

    /** The product again, with the drugs that its route makes of what its name says. */
    private Product byRoute(Product product, CodeableConcept code, CodeableConcept form, SaidRoutes said) {
        if (said.routes().contains(Route.LOCAL) && product.isKnown()) {
            return product.with(
                    List.of(PatientCase.other(product.name())),
                    Optional.of("it is put on the skin, into the eye or the like, and does not act as the drug does"
                            + " elsewhere; it is kept, and nothing reads it"));
        }
        Set<Route> routes = EnumSet.noneOf(Route.class);
        routes.addAll(said.routes());
        Stream.of(code, form)
                .flatMap(term -> Terms.written(term).stream())
                .forEach(text -> routes.addAll(Route.in(text)));
        routes.addAll(Route.in(product.name()));
        routes.remove(Route.LOCAL);
        Set<String> therapies = new LinkedHashSet<>();
        List<String> remarks = new ArrayList<>();
        for (String therapy : product.therapies()) {
            Optional<RouteFamily.Choice> choice = RouteFamily.of(therapy)
                    .map(family -> family.choose(therapy, context.terms().isCoded(code, therapy), routes, said));
            therapies.add(choice.map(RouteFamily.Choice::therapy).orElse(therapy));
            choice.flatMap(RouteFamily.Choice::remark).ifPresent(remarks::add);
        }
        product.remark()
                .map(remark -> remark.startsWith(BY_ITS_WORDS) ? BY_ITS_WORDS + String.join(", ", therapies) : remark)
                .ifPresent(remark -> remarks.add(0, remark));
        return product.with(
                List.copyOf(therapies), remarks.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", remarks)));
    }

    private Product named(Type medication, DomainResource from) {
        if (medication instanceof CodeableConcept code) {
            return coded(code, List.of());
        }
        Reference reference = medication instanceof Reference found ? found : new Reference();
        Optional<Resource> target = context.references().find(reference, from);
        if (target.isPresent() && target.get() instanceof Medication known) {
            return described(known);
        }
        Product product = coded(new CodeableConcept().setText(shown(reference)), List.of());
        return product.remark().isEmpty()
                ? product
                : new Product(
                        product.name(),
                        product.therapies(),
                        product.strength(),
                        Optional.of("the Medication to which it refers was not sent; send it too"));
    }

    private Product described(Medication medication) {
        List<CodeableConcept> ingredients = ingredients(medication, MOST_NESTED, new HashSet<>(Set.of(medication)));
        Product product = coded(medication.getCode(), ingredients);
        Optional<String> inError = medication.getStatus() == Medication.MedicationStatus.ENTEREDINERROR
                ? Optional.of("the Medication to which it refers was entered in error; it was read all the same")
                : Optional.empty();
        return new Product(
                product.name(),
                product.therapies(),
                strength(medication).or(product::strength),
                joined(Stream.of(product.remark(), inError)));
    }

    private static Optional<String> joined(Stream<Optional<String>> remarks) {
        return remarks.flatMap(Optional::stream).reduce((one, next) -> one + "; " + next);
    }

    /** What a product holds, also by way of other products; what does not lead to a name stays as it is written. */
    private List<CodeableConcept> ingredients(Medication medication, int deep, Set<Medication> seen) {
        List<CodeableConcept> found = new ArrayList<>();
        for (Medication.MedicationIngredientComponent ingredient : medication.getIngredient()) {
            if (ingredient.hasIsActive() && !ingredient.getIsActive()) {
                continue;
            }
            if (ingredient.getItem() instanceof CodeableConcept code) {
                found.add(code);
            } else if (ingredient.getItem() instanceof Reference reference) {
                Resource target =
                        context.references().find(reference, medication).orElse(null);
                if (target instanceof Medication inner && inner.hasIngredient() && deep > 0 && seen.add(inner)) {
                    found.addAll(ingredients(inner, deep - 1, seen));
                } else if (target instanceof Medication inner && inner.hasCode()) {
                    found.add(inner.getCode());
                } else if (target instanceof Substance substance && substance.hasCode()) {
                    found.add(substance.getCode());
                } else {
                    found.add(new CodeableConcept().setText(shown(reference)));
                }
            }
        }
        return found;
    }

    /** What people read of a reference. */
    static String shown(Reference reference) {
        return Optional.ofNullable(reference.getDisplay())
                .or(() -> Optional.ofNullable(reference.getReference()))
                .orElse(NAMELESS);
    }

    private static Optional<Mass> strength(Medication medication) {
        if (medication.getIngredient().size() != 1) {
            return Optional.empty();
        }
        var strength = medication.getIngredientFirstRep().getStrength();
        Quantity pieces = strength.getDenominator();
        boolean onePiece = pieces.getValue() == null || pieces.getValue().compareTo(java.math.BigDecimal.ONE) == 0;
        return onePiece ? Mass.of(strength.getNumerator()) : Optional.empty();
    }

    private static Optional<String> notListed(Combination combination) {
        return combination.others().isEmpty()
                ? Optional.empty()
                : Optional.of("it was read as " + String.join(" and ", combination.therapies())
                        + "; the vocabulary does not list " + String.join(" and ", combination.others())
                        + " in it, which is kept and read by nothing");
    }

    private Product coded(CodeableConcept code, List<CodeableConcept> ingredients) {
        String name = code.isEmpty() && !ingredients.isEmpty() ? Terms.name(ingredients.get(0)) : Terms.name(code);
        Optional<Mass> strength = Mass.strengthIn(name);
        Optional<Combination> combination = context.terms().combination(code);
        if (combination.isPresent()) {
            return new Product(name, combination.get().terms(), Optional.empty(), notListed(combination.get()));
        }
        List<Concept> concepts = context.terms().find(code, Vocabulary.therapies());
        List<String> meant = context.terms().meant(code);
        if (meant.size() > 1) {
            return new Product(
                    name,
                    meant,
                    Optional.empty(),
                    Optional.of("its codes and words mean different drugs, " + String.join(", ", meant)
                            + "; each was read, so correct it"));
        }
        if (concepts.size() == 1) {
            return new Product(name, List.of(concepts.get(0).code()), strength, Optional.empty());
        }
        Set<String> listed = new LinkedHashSet<>();
        for (CodeableConcept ingredient : ingredients) {
            List<Concept> found = context.terms().find(ingredient, Vocabulary.therapies());
            listed.add(found.size() == 1 ? found.get(0).code() : PatientCase.other(Terms.name(ingredient)));
        }
        boolean anyKnown = listed.stream().anyMatch(therapy -> !OtherTerm.is(therapy));
        if (anyKnown) {
            String others =
                    listed.stream().filter(OtherTerm::is).map(OtherTerm::nameIn).collect(Collectors.joining(", "));
            return new Product(
                    name,
                    List.copyOf(listed),
                    listed.size() == 1 ? strength : Optional.empty(),
                    others.isEmpty() ? Optional.empty() : Optional.of("it also holds " + others + ": " + KEPT));
        }
        Optional<String> unclear = context.terms().whyUnclear(code, Vocabulary.therapies());
        List<String> named = unclear.isPresent() ? List.of() : context.terms().namedIn(code);
        if (!named.isEmpty()) {
            return new Product(
                    name,
                    named,
                    named.size() == 1 ? strength : Optional.empty(),
                    Optional.of(BY_ITS_WORDS + String.join(", ", named)));
        }
        String holds = ingredients.isEmpty()
                ? ""
                : ingredients.stream().map(Terms::name).distinct().collect(Collectors.joining(", ", "; it holds ", ""));
        return new Product(name, List.of(PatientCase.other(name)), strength, Optional.of(unclear.orElse(KEPT) + holds));
    }
}
