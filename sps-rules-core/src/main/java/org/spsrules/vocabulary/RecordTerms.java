package org.spsrules.vocabulary;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
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

    private static final SortedTable PRODUCTS =
            new SortedTable(PLACE + "products.tsv", Comparator.comparing(BigInteger::new));
    private static final SortedTable BRANDS = new SortedTable(PLACE + "brands.tsv", Comparator.naturalOrder());

    private static final SortedTable INGREDIENTS =
            new SortedTable(PLACE + "ingredients.tsv", Comparator.naturalOrder());

    private final Function<String, Optional<String>> named;

    /**
     * The terms of a vocabulary.
     *
     * @param named gives the code of the therapy that goes by a name
     */
    RecordTerms(Function<String, Optional<String>> named) {
        this.named = named;
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
        Optional<String> brand = brand(name);
        if (brand.isPresent()) {
            return new Content(Set.of(brand.get()), false);
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
            therapy(product.names(ingredient)).ifPresent(therapies::add);
        }
        if (therapies.isEmpty()) {
            product.brand().flatMap(brand -> therapy(List.of(brand))).ifPresent(therapies::add);
        }
        return new Content(therapies, product.local());
    }

    private Optional<String> therapy(List<String> names) {
        return names.stream()
                .flatMap(name -> named.apply(name).or(() -> brand(name)).stream())
                .findFirst();
    }

    private static Optional<String> brand(String name) {
        return BRANDS.find(Folded.of(name)).map(cells -> cells[0]);
    }
}
