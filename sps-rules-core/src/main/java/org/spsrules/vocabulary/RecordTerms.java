package org.spsrules.vocabulary;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
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
    private static final String ORAL = "oral-";
    private static final int OTHERS_OF_PRODUCT = 3;
    private static final int OTHERS_OF_BRAND = 1;

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
     * @param others the names of the drugs in it that the vocabulary does not list
     * @param local whether it is put on the skin, into the eye and the like, and does not act as the drug does elsewhere
     */
    record Content(Set<String> therapies, Set<String> others, boolean local) {

        private static final Content NOTHING = new Content(Set.of(), Set.of(), false);

        private static Content of(String therapy) {
            return new Content(Set.of(therapy), Set.of(), false);
        }

        private static Content other(String name) {
            return new Content(Set.of(), Set.of(name), false);
        }

        private static Content of(Collection<Content> parts, boolean local) {
            Set<String> therapies = new LinkedHashSet<>();
            Set<String> others = new LinkedHashSet<>();
            parts.forEach(part -> {
                therapies.addAll(part.therapies());
                others.addAll(part.others());
            });
            return new Content(therapies, others, local);
        }

        /** The one therapy that it stands for. */
        Optional<String> single() {
            return therapies.size() == 1 && !local
                    ? Optional.of(therapies.iterator().next())
                    : Optional.empty();
        }

        /** Whether it holds several drugs. */
        boolean isCombination() {
            return therapies.size() + others.size() > 1 && !local;
        }
    }

    /** What a code of RxNorm holds that the vocabulary does not list. */
    Content of(Code code) {
        if (code.system() != CodeSystem.RXNORM || !NUMBER.matcher(code.code()).matches()) {
            return Content.NOTHING;
        }
        return PRODUCTS.find(code.code())
                .map(cells -> new Content(names(cells, 0), names(cells, OTHERS_OF_PRODUCT), cells[1].equals(LOCAL)))
                .orElse(Content.NOTHING);
    }

    /** What the name of a product holds. */
    Content of(String name) {
        return brand(name)
                .or(() -> foreign(name).map(Content::of))
                .or(() -> ProductName.parse(name).map(this::content))
                .orElse(Content.NOTHING);
    }

    /** Whether a name is that of an ingredient of medicines, other than those of the vocabulary. */
    boolean isIngredient(String name) {
        return INGREDIENTS.find(Folded.of(name)).isPresent();
    }

    private Content content(ProductName product) {
        List<Content> parts = new ArrayList<>();
        List<String> strange = new ArrayList<>();
        for (String ingredient : product.ingredients()) {
            part(product, ingredient).ifPresentOrElse(parts::add, () -> strange.add(ingredient));
        }
        product.behind().forEach(further -> part(product, further).ifPresent(parts::add));
        if (parts.stream().allMatch(part -> part.therapies().isEmpty())) {
            product.brand().flatMap(brand -> part(product, brand)).ifPresent(parts::add);
        }
        if (!parts.isEmpty()) {
            strange.stream().filter(ProductName::isNameLike).map(Content::other).forEach(parts::add);
        }
        return Content.of(parts, product.local());
    }

    /** What one part of a name stands for, if it is understood. */
    private Optional<Content> part(ProductName product, String part) {
        return drug(product, part)
                .or(() -> product.names(part).stream()
                        .flatMap(name -> brand(name).flatMap(held -> byRoute(held, part, product)).stream())
                        .findFirst())
                .or(() -> joined(product, part));
    }

    /** The drug that goes by a name, whether the vocabulary lists it or not. */
    private Optional<Content> drug(ProductName product, String name) {
        return ingredient(product, name)
                .map(Content::of)
                .or(() -> product.names(name).stream()
                        .filter(part -> !ProductName.isForm(part) && isIngredient(part))
                        .findFirst()
                        .map(Content::other));
    }

    /**
     * Several ingredients in one name, {@code hydrocodone-acetaminophen} or {@code levodopa plus benserazide}, if each of them is
     * known. Brands do not count: {@code Alka-Seltzer Plus} is none of them and something else.
     */
    private Optional<Content> joined(ProductName product, String ingredients) {
        for (Pattern joint : ProductName.JOINTS) {
            List<String> parts = ProductName.parts(ingredients, joint);
            List<Content> known = parts.size() < 2
                    ? List.of()
                    : parts.stream()
                            .flatMap(part -> drug(product, part).or(() -> joined(product, part)).stream())
                            .toList();
            if (!known.isEmpty() && known.size() == parts.size()) {
                return Optional.of(Content.of(known, false));
            }
        }
        return Optional.empty();
    }

    private Optional<String> ingredient(ProductName product, String ingredient) {
        return product.names(ingredient).stream()
                .flatMap(
                        name -> named
                                .apply(name)
                                .or(() -> foreign(name))
                                .flatMap(code -> byRoute(code, ingredient, product))
                                .stream())
                .findFirst();
    }

    private Optional<Content> byRoute(Content held, String name, ProductName product) {
        Set<String> therapies = new LinkedHashSet<>();
        held.therapies().forEach(code -> byRoute(code, name, product).ifPresent(therapies::add));
        return therapies.size() == held.therapies().size()
                ? Optional.of(new Content(therapies, held.others(), false))
                : Optional.empty();
    }

    /** What is known by one route, {@code oral-baclofen}, is another therapy by another route, or none that is known. */
    private Optional<String> byRoute(String code, String name, ProductName product) {
        boolean otherRoute = code.startsWith(ORAL)
                && !name.startsWith(ORAL)
                && product.route().filter(route -> !ORAL.startsWith(route)).isPresent();
        return otherRoute
                ? named.apply(product.route().orElseThrow() + " " + code.substring(ORAL.length()))
                : Optional.of(code);
    }

    /** The drug that is called so in another language, unless that is the name of another ingredient. */
    private Optional<String> foreign(String name) {
        return named.apply(name).isPresent() || isIngredient(name) ? Optional.empty() : international.code(name);
    }

    private static Optional<Content> brand(String name) {
        return BRANDS.find(Folded.of(name))
                .map(cells -> new Content(names(cells, 0), names(cells, OTHERS_OF_BRAND), false));
    }

    /** The names in a cell, if the line has it. */
    private static Set<String> names(String[] cells, int cell) {
        return cell < cells.length && !cells[cell].isEmpty()
                ? new LinkedHashSet<>(Arrays.asList(cells[cell].split(SEPARATOR)))
                : Set.of();
    }
}
