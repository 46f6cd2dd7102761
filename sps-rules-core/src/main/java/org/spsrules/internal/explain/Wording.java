package org.spsrules.internal.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.spsrules.internal.fact.Contraindication;
import org.spsrules.internal.fact.Fact;
import org.spsrules.internal.fact.FactModel;
import org.spsrules.internal.fact.FactModel.FactType;
import org.spsrules.internal.fact.FactModel.Question;
import org.spsrules.internal.fact.Finding;
import org.spsrules.internal.fact.Option;
import org.spsrules.internal.fact.Plan;
import org.spsrules.internal.fact.Treatment;
import org.spsrules.internal.reference.Witness;
import org.spsrules.internal.rule.Constraint;
import org.spsrules.internal.rule.Operand;
import org.spsrules.internal.rule.Pattern;
import org.spsrules.internal.shape.Aspect;
import org.spsrules.internal.shape.Aspects;
import org.spsrules.vocabulary.Vocabulary;

/** Puts conditions, and the facts that met them, into words. Thread-safe. */
public final class Wording {

    private static final int MOST_SAID = 2;

    private final Vocabulary vocabulary;

    /** Words with the names of this vocabulary. */
    public Wording(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * In words, how a rule's conditions were met.
     *
     * @param because the facts that met them
     * @param assumed what was taken for granted although it is not known
     * @param absent findings that had to be absent, and that no rule concluded
     * @param questions what to ask to make sure of what is not known
     */
    public record Account(List<String> because, List<String> assumed, List<String> absent, List<String> questions) {}

    /** What a constraint asks for; what is not known yet is called any. */
    public String wanted(FactType type, Constraint constraint, Map<String, Object> variables) {
        if (constraint instanceof Constraint.Binding) {
            return "";
        }
        String says = question(type, constraint.asked()).says().value();
        if (constraint instanceof Constraint.Comparison comparison) {
            return says.replace("{value}", bound(comparison.operator()) + name(comparison.operand(), variables));
        }
        return says.replace(
                "{0}",
                constraint.arguments().stream()
                        .map(operand -> name(operand, variables))
                        .collect(Collectors.joining(" or ")));
    }

    /** What a constraint asked for and found: of several alternatives, those that hold. */
    String found(FactType type, Constraint constraint, Fact fact, Map<String, Object> variables) {
        Question question = question(type, constraint.asked());
        return question.isVariadic()
                ? fill(question.says().value(), holding(question, fact, constraint.argumentsIn(variables)))
                : wanted(type, constraint, variables);
    }

    /** What a pattern asks for, which asks for one of several facts: {@code a treatment: diazepam, given now}. */
    public String thing(Pattern pattern, Map<String, Object> variables) {
        FactType type = typeOf(pattern);
        String article = switch (pattern.factType()) {
            case "Treatment" -> "a treatment";
            case "TestResult" -> "a result of a test";
            case "Plan" -> "a plan";
            case "Option" -> "a therapy";
            default -> "a contraindication";
        };
        List<String> wanted = new ArrayList<>();
        for (Constraint constraint : pattern.constraints()) {
            String words = constraint instanceof Constraint.Binding binding
                    ? given(binding, variables)
                    : wanted(type, constraint, variables);
            if (!words.isEmpty()) {
                wanted.add(constraint instanceof Constraint.Binding ? 0 : wanted.size(), words);
            }
        }
        return article + (wanted.isEmpty() ? "" : ": " + String.join(", ", wanted));
    }

    /** What a variable that a condition would bind stands for already; nothing if it stands for nothing yet. */
    private String given(Constraint.Binding binding, Map<String, Object> variables) {
        Object value = variables.get(binding.variable());
        return value == null ? "" : vocabulary.nameOf(String.valueOf(value));
    }

    private static String bound(Constraint.Operator operator) {
        return switch (operator) {
            case EQUAL -> "";
            case LESS -> "below ";
            case AT_MOST -> "at most ";
            case MORE -> "above ";
            case AT_LEAST -> "at least ";
        };
    }

    private String name(Operand operand, Map<String, Object> variables) {
        return operand.isOpen(variables) ? "any" : vocabulary.nameOf(operand.wordIn(variables));
    }

    /** What a finding pattern asks for. */
    public String finding(Pattern pattern, Map<String, Object> variables) {
        String of = compared(pattern, "of", variables)
                .or(() -> pattern.bound("of").map(variables::get).map(code -> vocabulary.nameOf(String.valueOf(code))))
                .orElse("");
        return compared(pattern, "name", variables).orElse("") + (of.isEmpty() ? "" : ": " + of);
    }

    private Optional<String> compared(Pattern pattern, String field, Map<String, Object> variables) {
        return pattern.compared(field).findFirst().map(operand -> name(operand, variables));
    }

    /** How it stands with what a constraint asks about, as far as it is known. */
    String known(Fact fact, Constraint constraint, Map<String, Object> variables) {
        FactType type = FactModel.instance().typeOf(fact);
        String asked = constraint.asked();
        List<String> codes = constraint.isOpen(variables) ? List.of() : constraint.argumentsIn(variables);
        List<String> said = new ArrayList<>();
        for (Aspect aspect : Aspects.readBy(type.name(), asked)) {
            for (String name : aspect.describing()) {
                type.question(name)
                        .filter(question -> question.isPredicate() || codes.isEmpty())
                        .ifPresent(question -> describe(question, fact, codes, said));
            }
        }
        int more = said.size() - MOST_SAID;
        return String.join("; ", said.subList(0, Math.min(MOST_SAID, said.size())))
                + (more > 0 ? "; and " + more + " more likewise" : "");
    }

    private void describe(Question question, Fact fact, List<String> codes, List<String> said) {
        if (question.isField()) {
            Object value = question.ask(fact, List.of());
            if (value != null) {
                add(said, question.says().value().replace("{value}", vocabulary.nameOf(String.valueOf(value))));
            }
        } else if (question.isFlag()) {
            if (Boolean.TRUE.equals(question.ask(fact, List.of()))) {
                add(said, question.says().value());
            }
        } else if (!question.says().dose()) {
            for (String code : codes) {
                if (Boolean.TRUE.equals(question.ask(fact, List.of(code)))) {
                    add(said, fill(question.says().value(), List.of(code)));
                }
            }
        }
    }

    private static void add(List<String> said, String words) {
        if (!said.contains(words)) {
            said.add(words);
        }
    }

    /** What a fact is about, such as a therapy. */
    String subject(Fact fact) {
        if (fact instanceof Contraindication contraindication) {
            return vocabulary.nameOf(contraindication.therapy());
        }
        String about = about(fact);
        return about.isEmpty() ? about : about.substring(0, about.length() - ": ".length());
    }

    /** How a rule's conditions were met. */
    public Account account(List<Witness> witnesses) {
        Account account = new Account(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Witness witness : witnesses) {
            if (witness.fact().isEmpty()) {
                account.absent.add(absence(witness));
            } else {
                add(witness, witness.fact().get(), account);
            }
        }
        return account;
    }

    private void add(Witness witness, Fact fact, Account account) {
        if (fact instanceof Finding finding) {
            account.because.add(finding(finding.name(), finding.of()));
            return;
        }
        FactType type = typeOf(witness.pattern());
        List<String> met = new ArrayList<>();
        for (Constraint constraint : witness.pattern().constraints()) {
            if (constraint instanceof Constraint.Binding) {
                continue;
            }
            Question question = question(type, constraint.asked());
            List<String> codes = constraint.argumentsIn(witness.variables());
            if (constraint instanceof Constraint.Comparison) {
                String value = vocabulary.nameOf(String.valueOf(question.ask(fact, codes)));
                met.add(question.says().value().replace("{value}", value));
            } else if (isAssumption(type, question, fact, codes)) {
                account.assumed.add(fill(question.says().value(), codes));
                account.questions.add(fill(question.says().asks(), codes));
            } else {
                met.add(fill(strictest(type, question).says().value(), holding(question, fact, codes)));
            }
        }
        if (!met.isEmpty()) {
            account.because.add(about(fact) + String.join(", ", met));
        }
    }

    /** Of several alternatives, those that the fact met. */
    private static List<String> holding(Question question, Fact fact, List<String> codes) {
        if (!question.isVariadic()) {
            return codes;
        }
        List<String> holding = new ArrayList<>(codes);
        holding.removeIf(code -> !Boolean.TRUE.equals(question.ask(fact, List.of(code))));
        return holding;
    }

    private static boolean isAssumption(FactType type, Question question, Fact fact, List<String> codes) {
        Question strict = strictest(type, question);
        return strict != question && !Boolean.TRUE.equals(strict.ask(fact, codes));
    }

    private static Question strictest(FactType type, Question question) {
        String strictly = question.says().strictly();
        return strictly.isEmpty() ? question : question(type, strictly);
    }

    private String absence(Witness witness) {
        return finding(settled(witness, "name"), settled(witness, "of"));
    }

    private static String settled(Witness witness, String field) {
        return witness.pattern()
                .compared(field)
                .findFirst()
                .map(operand -> operand.wordIn(witness.variables()))
                .orElse("");
    }

    private String finding(String name, String of) {
        return of.isEmpty() ? vocabulary.nameOf(name) : vocabulary.nameOf(name) + ": " + vocabulary.nameOf(of);
    }

    private String about(Fact fact) {
        Optional<String> therapy = Optional.empty();
        if (fact instanceof Treatment treatment) {
            therapy = Optional.of(treatment.therapy());
        } else if (fact instanceof Option option) {
            therapy = Optional.of(option.therapy());
        } else if (fact instanceof Plan plan) {
            therapy = Optional.ofNullable(plan.therapy());
        }
        return therapy.map(code -> vocabulary.nameOf(code) + ": ").orElse("");
    }

    private String fill(String words, List<String> codes) {
        StringJoiner names = new StringJoiner(", ");
        codes.forEach(code -> names.add(vocabulary.nameOf(code)));
        return words.replace("{0}", names.toString());
    }

    private static FactType typeOf(Pattern pattern) {
        return FactModel.instance()
                .type(pattern.factType())
                .orElseThrow(() -> new IllegalArgumentException("no fact type " + pattern.factType()));
    }

    private static Question question(FactType type, String name) {
        return type.question(name).orElseThrow(() -> new IllegalArgumentException("no question " + name));
    }
}
