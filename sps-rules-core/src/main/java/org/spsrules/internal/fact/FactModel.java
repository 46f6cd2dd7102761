package org.spsrules.internal.fact;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.spsrules.Answer;
import org.spsrules.vocabulary.Concept;

/** The fact types that rules can match, and what can be asked of each. Read from the types themselves. Thread-safe. */
public final class FactModel {

    private static final FactModel INSTANCE = new FactModel(Facts.types());

    private static final String UNKNOWN_WORD = "unknown";

    private final Map<String, FactType> types;
    private final Map<Class<?>, FactType> byClass = new HashMap<>();

    private FactModel(List<Class<? extends Fact>> classes) {
        types = classes.stream()
                .map(FactType::of)
                .collect(Collectors.toMap(
                        FactType::name, Function.identity(), (first, second) -> first, LinkedHashMap::new));
        types.values().forEach(type -> byClass.put(type.type(), type));
    }

    /** The fact model. */
    public static FactModel instance() {
        return INSTANCE;
    }

    /** All fact types by simple name, in a fixed order. */
    public Map<String, FactType> types() {
        return types;
    }

    /** The fact type of this fact. */
    public FactType typeOf(Fact fact) {
        return Objects.requireNonNull(byClass.get(fact.getClass()));
    }

    /** How rules call the type of a fact. */
    public String nameOf(Fact fact) {
        return typeOf(fact).name();
    }

    /** The question with this name that can be asked of a fact. */
    public Question question(Fact fact, String name) {
        return typeOf(fact)
                .question(name)
                .orElseThrow(() -> new IllegalArgumentException(nameOf(fact) + " has no question " + name));
    }

    /** Whether each case has exactly one fact of the type with this name. */
    public boolean isSingle(String name) {
        return type(name).filter(type -> Facts.isSingle(type.type())).isPresent();
    }

    /** The fact type with this simple name. */
    public Optional<FactType> type(String name) {
        return Optional.ofNullable(types.get(name));
    }

    /**
     * A kind of fact.
     *
     * @param name how rules call it
     * @param type its class
     * @param questions what can be asked of it, in the order of the names
     */
    public record FactType(String name, Class<?> type, Map<String, Question> questions) {

        /** The kind of fact that a class is, read from its annotations. */
        public static FactType of(Class<?> type) {
            SortedMap<String, Question> questions = new TreeMap<>();
            for (Method method : type.getDeclaredMethods()) {
                Says says = method.getAnnotation(Says.class);
                if (says != null) {
                    questions.put(method.getName(), new Question(method.getName(), Meaning.of(says), method));
                }
            }
            return new FactType(
                    type.getSimpleName(), type, Collections.unmodifiableMap(new LinkedHashMap<>(questions)));
        }

        /** The question with this name. */
        public Optional<Question> question(String questionName) {
            return Optional.ofNullable(questions.get(questionName));
        }
    }

    /**
     * What a question means: {@link Says}, which is slow to read as often as it is needed.
     *
     * @param value see {@link Says#value}
     * @param of see {@link Says#of}
     * @param dose see {@link Says#dose}
     * @param words see {@link Says#words}
     * @param strictly see {@link Says#strictly}
     * @param asks see {@link Says#asks}
     */
    public record Meaning(
            String value, List<Concept.Kind> of, boolean dose, List<String> words, String strictly, String asks) {

        private static Meaning of(Says says) {
            return new Meaning(
                    says.value(), List.of(says.of()), says.dose(), List.of(says.words()), says.strictly(), says.asks());
        }
    }

    /**
     * Something that can be asked of a fact.
     *
     * @param name how rules call it
     * @param says what it means
     * @param method that answers it
     */
    public record Question(String name, Meaning says, Method method) {

        /** Whether it takes arguments: {@code has( "fever" )}. */
        public boolean isPredicate() {
            return method.getParameterCount() > 0;
        }

        /** Whether it takes any number of arguments. */
        public boolean isVariadic() {
            return method.isVarArgs();
        }

        /** Whether it is true or false by itself: {@code confirmed}. */
        public boolean isFlag() {
            return !isPredicate() && method.getReturnType() == boolean.class;
        }

        /** Whether it is a value to compare or to bind: {@code age}. */
        public boolean isField() {
            return !isPredicate() && !isFlag();
        }

        /** Whether its value is several values at once. */
        public boolean isList() {
            return isField() && List.class.isAssignableFrom(method.getReturnType());
        }

        /** Whether its value is a number. */
        public boolean isNumber() {
            return isField() && Number.class.isAssignableFrom(method.getReturnType());
        }

        /**
         * Whether the question holds: yes; no; or not as far as is known, but it would hold if what is not known turned
         * out one way. A question about what is known, such as {@code unclear}, is never unknown itself.
         */
        public Answer answer(Fact fact, List<String> arguments) {
            if (Boolean.TRUE.equals(ask(fact, arguments))) {
                return Answer.YES;
            }
            return possibleAnswers(fact, arguments).anyMatch(Boolean.TRUE::equals) ? Answer.UNKNOWN : Answer.NO;
        }

        /**
         * The answers that what is not known may turn out to bring, of which the fact gives one because the others are not
         * excluded. A field whose value is a word says itself that it is not known.
         */
        public Stream<Object> possibleAnswers(Fact fact, List<String> arguments) {
            return isField() && !isNumber()
                    ? Stream.empty()
                    : fact.completions(name, arguments).stream()
                            .map(completion -> ask(completion, arguments))
                            .filter(Objects::nonNull)
                            .map(answer -> answer);
        }

        /** Whether a value, as a fact gives it, says that the value is not known. */
        public boolean saysUnknown(@Nullable Object value) {
            return value == null
                    ? isNumber()
                    : value.equals(UNKNOWN_WORD) && says.words().contains(value);
        }

        /** Asks the question of a fact. */
        public @Nullable Object ask(Object fact, List<String> arguments) {
            try {
                if (arguments.isEmpty() && !isVariadic()) {
                    return method.invoke(fact);
                }
                if (isVariadic()) {
                    return method.invoke(fact, (Object) arguments.toArray(String[]::new));
                }
                return method.invoke(fact, arguments.toArray());
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException(
                        "cannot ask " + name + " of " + fact.getClass().getSimpleName(), e);
            }
        }
    }
}
