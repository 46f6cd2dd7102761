package org.spsrules.vocabulary;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.spsrules.internal.spelling.Folded;
import org.spsrules.vocabulary.CodeSystem.Code;

/**
 * What codes and names of products stand for, as they stand in records. Reads the tables of products beside the knowledge
 * base only when something is looked up that the vocabulary does not know by itself. Thread-safe.
 */
final class RecordTerms {

    private static final String PLACE = "META-INF/sps-rules/";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,12}");
    private static final String SEPARATOR = ";";
    private static final String LOCAL = "other";
    private static final String ORAL = "oral-";
    private static final Pattern JOINT = Pattern.compile("(?<=\\p{L})-(?=\\p{L})|\\s(?:and|plus|with)\\s");

    private static final SortedTable PRODUCTS =
            new SortedTable(PLACE + "products.tsv", Comparator.comparing(BigInteger::new));
    private static final SortedTable BRANDS = new SortedTable(PLACE + "brands.tsv", Comparator.naturalOrder());

    private static final SortedTable INGREDIENTS =
            new SortedTable(PLACE + "ingredients.tsv", Comparator.naturalOrder());

    private final Function<String, Optional<String>> named;
    private final InternationalNames international;

    /**
     * The terms of a vocabulary.
     *
     * @param named gives the code of the therapy that goes by a name
     * @param international the drugs by their names in other languages
     */
    RecordTerms(Function<String, Optional<String>> named, InternationalNames international) {
        this.named = named;
        this.international = international;
    }

    /**
     * What a term stands for.
     *
     * @param therapies codes of all therapies that it holds
     * @param local whether it is put on the skin, into the eye and the like, and does not act as the drug does elsewhere
     */
    record Content(Set<String> therapies, boolean local) {

        private static final Content NOTHING = new Content(Set.of(), false);

        /** The one therapy that it stands for. */
        Optional<String> single() {
            return therapies.size() == 1 && !local
                    ? Optional.of(therapies.iterator().next())
                    : Optional.empty();
        }
    }

    /** What a code of RxNorm holds that the vocabulary does not list. */
    Content of(Code code) {
        if (code.system() != CodeSystem.RXNORM || !NUMBER.matcher(code.code()).matches()) {
            return Content.NOTHING;
        }
        return PRODUCTS.find(code.code())
                .map(cells -> new Content(
                        new LinkedHashSet<>(Arrays.asList(cells[0].split(SEPARATOR))), cells[1].equals(LOCAL)))
                .orElse(Content.NOTHING);
    }

    /** What the name of a product holds. */
    Content of(String name) {
        Optional<String> whole = brand(name).or(() -> foreign(name));
        if (whole.isPresent()) {
            return new Content(Set.of(whole.get()), false);
        }
        return ProductName.parse(name).map(this::content).orElse(Content.NOTHING);
    }

    /** Whether a name is that of an ingredient of medicines, other than those of the vocabulary. */
    boolean isIngredient(String name) {
        return INGREDIENTS.find(Folded.of(name)).isPresent();
    }

    private Content content(ProductName product) {
        Set<String> therapies = new LinkedHashSet<>();
        for (String ingredient : product.ingredients()) {
            Optional<String> whole = therapy(product, ingredient);
            if (whole.isPresent()) {
                therapies.add(whole.get());
            } else {
                therapies.addAll(joined(product, ingredient));
            }
        }
        if (therapies.isEmpty()) {
            product.brand().flatMap(brand -> therapy(product, brand)).ifPresent(therapies::add);
        }
        return new Content(therapies, product.local());
    }

    /**
     * Several ingredients in one name, {@code hydrocodone-acetaminophen} or {@code levodopa plus benserazide}, if each of them is
     * known. Brands do not count: {@code Alka-Seltzer Plus} is none of them and something else.
     */
    private Set<String> joined(ProductName product, String ingredients) {
        Set<String> therapies = new LinkedHashSet<>();
        for (String part : JOINT.split(ingredients)) {
            Optional<String> therapy = ingredient(product, part);
            if (therapy.isEmpty() && !isIngredient(part)) {
                return Set.of();
            }
            therapy.ifPresent(therapies::add);
        }
        return therapies;
    }

    private Optional<String> therapy(ProductName product, String ingredient) {
        return ingredient(product, ingredient)
                .or(() -> product.names(ingredient).stream()
                        .flatMap(name -> brand(name).flatMap(code -> byRoute(code, product)).stream())
                        .findFirst());
    }

    private Optional<String> ingredient(ProductName product, String ingredient) {
        return product.names(ingredient).stream()
                .flatMap(name ->
                        named.apply(name).or(() -> foreign(name)).flatMap(code -> byRoute(code, product)).stream())
                .findFirst();
    }

    /** What is known by one route, {@code oral-baclofen}, is another therapy by another route, or none that is known. */
    private Optional<String> byRoute(String code, ProductName product) {
        boolean otherRoute = code.startsWith(ORAL)
                && product.route().filter(route -> !ORAL.startsWith(route)).isPresent();
        return otherRoute
                ? named.apply(product.route().orElseThrow() + " " + code.substring(ORAL.length()))
                : Optional.of(code);
    }

    /** The drug that is called so in another language, unless that is the name of another ingredient. */
    private Optional<String> foreign(String name) {
        return named.apply(name).isPresent() || isIngredient(name) ? Optional.empty() : international.code(name);
    }

    private static Optional<String> brand(String name) {
        return BRANDS.find(Folded.of(name)).map(cells -> cells[0]);
    }
}
