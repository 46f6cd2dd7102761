package org.spsrules.authoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.spsrules.Dose;
import org.spsrules.fact.FactModel;
import org.spsrules.fact.FactModel.FactType;
import org.spsrules.fact.FactModel.Question;
import org.spsrules.fact.Says;
import org.spsrules.knowledge.Concept;
import org.spsrules.knowledge.Condition;
import org.spsrules.knowledge.Constraint;
import org.spsrules.knowledge.Constraint.Operator;
import org.spsrules.knowledge.Operand;
import org.spsrules.knowledge.Pattern;
import org.spsrules.knowledge.Pattern.Quantifier;
import org.spsrules.knowledge.Rule;
import org.spsrules.knowledge.Sentence;
import org.spsrules.knowledge.Suggestion;
import org.spsrules.knowledge.Verb;
import org.spsrules.knowledge.Vocabulary;

/**
 * Checks a rule against the fact model, the vocabulary and the sources. Drools would take a misspelt code for one that
 * never occurs, and an unknown field for an error without a line.
 */
final class RuleCheck {

    private static final String FINDING = "Finding";

    private final Vocabulary vocabulary;
    private final Set<String> statements;
    private final Set<String> grades;
    private final Diagnostics diagnostics;

    RuleCheck(Vocabulary vocabulary, Set<String> statements, Set<String> grades, Diagnostics diagnostics) {
        this.vocabulary = vocabulary;
        this.statements = statements;
        this.grades = grades;
        this.diagnostics = diagnostics;
    }

    void check(RuleFile file, Rule rule) {
        new Check(file, rule).run();
    }

    private final class Check {

        private final RuleFile file;
        private final Rule rule;
        private final Set<String> variables = new TreeSet<>();

        Check(RuleFile file, Rule rule) {
            this.file = file;
            this.rule = rule;
        }

        void run() {
            metadata();
            if (rule.conditions().isEmpty()) {
                fail(file.lineOf("when"), "no-condition", "a rule without conditions would speak of every patient");
            }
            rule.conditions().forEach(this::condition);
            sentence(rule.then());
        }

        private void metadata() {
            int line = file.lineOf("@source");
            if (rule.sources().isEmpty()) {
                fail(line, "no-source", "a rule cites what it rests on: @source( \"DO-01\" )");
            }
            known(line, "statement", rule.sources(), statements);
            int evidenceLine = file.lineOf("@evidence");
            if (rule.grades().isEmpty()) {
                fail(evidenceLine, "no-evidence", "a rule says how strong its evidence is: @evidence( \"label\" )");
            }
            known(evidenceLine, "evidence grade", rule.grades(), grades);
        }

        private void condition(Condition condition) {
            if (condition instanceof Pattern pattern) {
                pattern(pattern);
                return;
            }
            Set<String> outside = Set.copyOf(variables);
            if (condition instanceof Condition.AnyOf group) {
                for (List<Pattern> alternative : group.alternatives()) {
                    alternative.forEach(this::pattern);
                    variables.retainAll(outside);
                }
            } else {
                pattern(((Condition.Count) condition).pattern());
                variables.retainAll(outside);
            }
        }

        private void pattern(Pattern pattern) {
            Optional<FactType> type = FactModel.instance().type(pattern.factType());
            if (type.isEmpty()) {
                Set<String> names = FactModel.instance().types().keySet();
                fail(
                        pattern.line(),
                        "unknown-fact-type",
                        pattern.factType() + " is not a fact type; the fact types are " + String.join(", ", names)
                                + Suggestion.didYouMean(pattern.factType(), names));
                return;
            }
            boolean finding = pattern.factType().equals(FINDING);
            if (pattern.quantifier() == Quantifier.NOT && !finding) {
                fail(
                        pattern.line(),
                        "open-world-negation",
                        "not " + pattern.factType() + " would take what is unknown for absent; say which is meant, for"
                                + " example hasNot( … ), neverHad( … ) or untried( … )");
            }
            if (finding && pattern.constraints().stream().noneMatch(Check::namesFinding)) {
                fail(pattern.line(), "unnamed-finding", "say which finding: Finding( name == \"…\" )");
            }
            if (pattern.constraints().isEmpty()) {
                fail(pattern.line(), "empty-pattern", pattern.factType() + "() says nothing about the patient");
            }
            for (Constraint constraint : pattern.constraints()) {
                constraint(pattern, type.get(), constraint);
            }
        }

        private static boolean namesFinding(Constraint constraint) {
            return constraint instanceof Constraint.Comparison comparison
                    && comparison.field().equals("name")
                    && comparison.operand() instanceof Operand.Text;
        }

        private void constraint(Pattern pattern, FactType type, Constraint constraint) {
            if (constraint instanceof Constraint.Flag flag) {
                question(pattern, type, flag.field())
                        .filter(question -> !question.isFlag())
                        .ifPresent(question -> fail(
                                pattern.line(),
                                "wrong-use",
                                flag.field()
                                        + (question.isPredicate()
                                                ? " needs to be told of what: " + flag.field() + "( \"…\" )"
                                                : " is a value; compare it, for example " + flag.field() + " == …")));
            } else if (constraint instanceof Constraint.Predicate predicate) {
                predicate(pattern, type, predicate);
            } else if (constraint instanceof Constraint.Comparison comparison) {
                comparison(pattern, type, comparison);
            } else if (constraint instanceof Constraint.Binding binding) {
                question(pattern, type, binding.field())
                        .filter(question -> !question.isField())
                        .ifPresent(question -> fail(
                                pattern.line(), "wrong-use", binding.field() + " is not a value that can be bound"));
                if (pattern.quantifier() != Quantifier.EACH) {
                    fail(pattern.line(), "wrong-use", "what is bound inside not or exists cannot be used outside");
                }
                if (!variables.add(binding.variable())) {
                    fail(pattern.line(), "wrong-use", binding.variable() + " is bound already");
                }
            }
        }

        private Optional<Question> question(Pattern pattern, FactType type, String name) {
            Optional<Question> question = type.question(name);
            if (question.isEmpty()) {
                Set<String> names = type.questions().keySet();
                fail(
                        pattern.line(),
                        "unknown-field",
                        type.name() + " has no " + name + Suggestion.didYouMean(name, names) + " It has "
                                + String.join(", ", names));
            }
            return question;
        }

        private void predicate(Pattern pattern, FactType type, Constraint.Predicate predicate) {
            Optional<Question> found = question(pattern, type, predicate.name());
            if (found.isEmpty()) {
                return;
            }
            Question question = found.get();
            int given = predicate.arguments().size();
            boolean fits = question.isPredicate() && (question.isVariadic() ? given > 0 : given == 1);
            if (!fits) {
                fail(
                        pattern.line(),
                        "wrong-use",
                        predicate.name() + (question.isPredicate() ? " takes one text" : " takes nothing in brackets"));
                return;
            }
            for (Operand argument : predicate.arguments()) {
                argument(pattern, question.says(), predicate.name(), argument);
            }
        }

        private void argument(Pattern pattern, Says says, String name, Operand argument) {
            if (argument instanceof Operand.Variable variable) {
                bound(pattern.line(), variable);
            } else if (!(argument instanceof Operand.Text text)) {
                fail(pattern.line(), "wrong-type", name + " takes a text in quotes");
            } else if (says.dose()) {
                try {
                    Dose.parse(text.value());
                } catch (IllegalArgumentException e) {
                    fail(pattern.line(), "wrong-type", String.valueOf(e.getMessage()));
                }
            } else {
                concept(pattern.line(), text.value(), Arrays.asList(says.of()));
            }
        }

        private void comparison(Pattern pattern, FactType type, Constraint.Comparison comparison) {
            Optional<Question> found = question(pattern, type, comparison.field());
            if (found.isEmpty()) {
                return;
            }
            Question question = found.get();
            String field = comparison.field();
            if (!question.isField()) {
                fail(pattern.line(), "wrong-use", field + " is not a value that can be compared");
            } else if (comparison.operand() instanceof Operand.Variable variable) {
                bound(pattern.line(), variable);
            } else if (question.isNumber() && !(comparison.operand() instanceof Operand.Numeral)) {
                fail(pattern.line(), "wrong-type", field + " is a number; compare it with a number, without quotes");
            } else if (!question.isNumber() && !(comparison.operand() instanceof Operand.Text)) {
                fail(pattern.line(), "wrong-type", field + " is a word; compare it with a text in quotes");
            } else if (!question.isNumber() && comparison.operator() != Operator.EQUAL) {
                fail(pattern.line(), "wrong-type", field + " is a word; words are only compared with ==");
            } else if (comparison.operand() instanceof Operand.Text text) {
                word(pattern, question, text.value());
            }
        }

        private void word(Pattern pattern, Question question, String word) {
            List<String> words = List.of(question.says().words());
            if (words.isEmpty()) {
                concept(pattern.line(), word, expected(pattern, question));
            } else if (!words.contains(word)) {
                fail(
                        pattern.line(),
                        "unknown-word",
                        question.name() + " is never \"" + word + "\"; it is one of " + String.join(", ", words)
                                + Suggestion.didYouMean(word, words));
            }
        }

        private static Collection<Concept.Kind> expected(Pattern pattern, Question question) {
            if (pattern.factType().equals(FINDING)) {
                return question.name().equals("name")
                        ? EnumSet.of(Concept.Kind.FINDING)
                        : EnumSet.complementOf(EnumSet.of(Concept.Kind.FINDING));
            }
            return question.name().equals("condition") ? EnumSet.allOf(Concept.Kind.class) : Vocabulary.therapies();
        }

        private void bound(int line, Operand.Variable variable) {
            if (!variables.contains(variable.name())) {
                fail(
                        line,
                        "unknown-variable",
                        variable.name() + " is not bound before" + Suggestion.didYouMean(variable.name(), variables));
            }
        }

        private void sentence(Sentence then) {
            int line = file.lineOf("then");
            List<Operand> objects = then.objects();
            for (Operand object : objects) {
                if (object instanceof Operand.Variable variable) {
                    bound(line, variable);
                } else if (!(object instanceof Operand.Text)) {
                    fail(line, "wrong-type", "a sentence speaks of concepts, not of numbers");
                }
            }
            Verb verb = then.verb();
            if (verb == Verb.CONCLUDE) {
                conclusion(line, then);
                return;
            }
            boolean alert = verb.role() == Verb.Role.ALERT;
            if (objects.size() > 1 || objects.isEmpty() && !alert) {
                fail(line, "wrong-use", verb.word() + " speaks of one thing: " + verb.word() + "( \"…\" )");
            }
            if (then.because().isEmpty()) {
                fail(line, "no-reason", "say why: ." + "because( \"…\" )");
            }
            objects.stream()
                    .filter(Operand.Text.class::isInstance)
                    .forEach(object -> concept(line, ((Operand.Text) object).value(), subjects(verb)));
            then.after().forEach(code -> concept(line, code, EnumSet.of(Concept.Kind.TEST, Concept.Kind.CARE)));
        }

        private static Collection<Concept.Kind> subjects(Verb verb) {
            if (verb.role() == Verb.Role.EXPOSURE) {
                return Vocabulary.therapies();
            }
            return EnumSet.complementOf(EnumSet.of(Concept.Kind.FINDING));
        }

        private void conclusion(int line, Sentence then) {
            List<Operand> objects = then.objects();
            if (objects.isEmpty() || objects.size() > 2 || !(objects.get(0) instanceof Operand.Text name)) {
                fail(
                        line,
                        "wrong-use",
                        "conclude a finding, and what it is about: conclude( \"step-open\", \"first-2\" )");
                return;
            }
            concept(line, name.value(), EnumSet.of(Concept.Kind.FINDING));
            if (objects.size() > 1 && objects.get(1) instanceof Operand.Text of) {
                concept(line, of.value(), EnumSet.complementOf(EnumSet.of(Concept.Kind.FINDING)));
            }
        }

        private void concept(int line, String code, Collection<Concept.Kind> kinds) {
            Optional<Concept> concept = vocabulary.concept(code);
            String wanted = kinds.stream().map(Concept.Kind::word).collect(Collectors.joining(" or "));
            if (concept.isEmpty()) {
                List<String> codes = new ArrayList<>();
                vocabulary.concepts().stream()
                        .filter(known -> kinds.contains(known.kind()))
                        .forEach(known -> codes.add(known.code()));
                String renamed = vocabulary
                        .resolve(code, EnumSet.copyOf(kinds))
                        .map(known -> "; rules use the code, " + known.code())
                        .orElseGet(() -> Suggestion.didYouMean(code, codes));
                fail(line, "unknown-concept", "\"" + code + "\" is not in the vocabulary" + renamed);
            } else if (!kinds.contains(concept.get().kind())) {
                fail(
                        line,
                        "wrong-kind",
                        "\"" + code + "\" is a " + concept.get().kind().word() + "; here stands a " + wanted);
            }
        }

        private void known(int line, String what, List<String> named, Set<String> existing) {
            for (String name : named) {
                if (!existing.contains(name)) {
                    fail(
                            line,
                            "unknown-" + what.replace(' ', '-'),
                            "there is no " + what + " " + name + Suggestion.didYouMean(name, existing));
                }
            }
        }

        private void fail(int line, String code, String message) {
            diagnostics.add(file.path(), line, 1, code, message);
        }
    }
}
