package org.spsrules.authoring.language;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spsrules.Problem.Position;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.authoring.diagnostic.Places;
import org.spsrules.authoring.language.Document.Break;
import org.spsrules.authoring.language.Document.MayBreak;
import org.spsrules.authoring.language.TokenReader.NotUnderstoodException;

/**
 * The reader of a rule file by the grammar of the rule language alone, for its layout. What DRL admits beyond that grammar
 * is refused, so that there is one way to write each rule.
 */
final class RuleDocument {

    private static final Document NEXT_ITEM = new MayBreak(" ", "", "");
    private static final Document NEXT_PART = new MayBreak("", "", "");
    private static final Document NEXT_WORD = new MayBreak(" ", "\"", ", \"");

    /** Where a text may be broken so that its parts, joined by blanks, are the text again. */
    private static final String BETWEEN_WORDS = "(?<=[^ ]) (?=[^ ])";

    private static final Set<String> ANNOTATIONS_WITH_LISTS = Set.of("source", "evidence");
    private static final String AND = "and";
    private static final String OR = "or";

    private final TokenReader tokens;

    /** The annotations so far. Of two that are alike, Drools' parser shows only the first. */
    private final Set<String> annotations = new HashSet<>();

    private RuleDocument(TokenReader tokens) {
        this.tokens = tokens;
    }

    /** The document of a rule file. */
    static Document read(String text) throws NotUnderstoodException {
        return new RuleDocument(new TokenReader(text, new Position(1, 1), new Places(""), Optional.empty())).rule();
    }

    /** A condition on one line, and whatever follows it left out. */
    static String onOneLine(TokenReader condition) throws NotUnderstoodException {
        return DocumentPrinter.print(new RuleDocument(condition).conditionOrGroup(OR), Integer.MAX_VALUE);
    }

    private Document rule() throws NotUnderstoodException {
        List<Document> lines = new ArrayList<>();
        lines.add(
                Document.row(gap(Document.EMPTY), word("rule"), gap(Document.BLANK), text("a title in double quotes")));
        while (tokens.peek().is("@")) {
            lines.add(Document.indented(newLine(), annotation()));
        }
        lines.add(Document.row(endOfBlock(), word("when")));
        while (!tokens.peek().isName("then")) {
            lines.add(Document.indented(newLine(), condition()));
        }
        lines.add(Document.row(endOfBlock(), word("then")));
        lines.add(Document.indented(newLine(), sentence()));
        lines.add(Document.row(endOfBlock(), word("end"), newLine()));
        return Document.row(lines);
    }

    private Document annotation() throws NotUnderstoodException {
        Token sign = tokens.peek();
        Document at = Document.row(symbol("@"), gap(Document.EMPTY));
        if (!annotations.add(tokens.peek().text())) {
            throw new NotUnderstoodException(
                    sign,
                    LintCode.UNKNOWN_ANNOTATION,
                    "@" + tokens.peek().text() + " stands twice; write it once, with commas between its values");
        }
        boolean list = ANNOTATIONS_WITH_LISTS.contains(tokens.peek().text());
        Document name = Document.row(name("the name of an annotation"), gap(Document.EMPTY));
        Document open = Document.row(symbol("("), gap(Document.BLANK));
        String text = tokens.expect(Token.Kind.TEXT, "a text in quotes").text();
        Document content =
                Document.words('"' + (list ? text.replaceAll(" *, *", ", ").strip() : text) + '"');
        return Document.row(at, name, open, content, gap(Document.BLANK), symbol(")"));
    }

    private Document condition() throws NotUnderstoodException {
        Document condition = conditionOrGroup(OR);
        if (isJoint(tokens.peek())) {
            throw tokens.notAllowed(
                    "write conditions that must all hold below each other, without and; put alternatives into a"
                            + " group of their own, ( Patient( … ) or Tests( … ) )");
        } else if (tokens.peek().is(";")) {
            throw tokens.notAllowed("a condition ends without ;");
        }
        return condition;
    }

    private Document group(String joint) throws NotUnderstoodException {
        Token bracket = tokens.peek();
        Document open = symbol("(");
        List<Document> members = new ArrayList<>(List.of(gap(Document.BLANK), conditionOrGroup(AND)));
        if (tokens.peek().is(")")) {
            throw new NotUnderstoodException(
                    bracket, LintCode.NOT_ALLOWED, "brackets around one condition say nothing; leave them out");
        }
        while (tokens.peek().isName(joint)) {
            members.add(Document.row(gap(NEXT_ITEM), take(), gap(Document.BLANK), conditionOrGroup(AND)));
        }
        if (isJoint(tokens.peek())) {
            throw tokens.notAllowed("a group joins alternatives by or; an alternative may be a group that joins by and,"
                    + " as in ( Patient( … ) or ( Tests( … ) and Course( … ) ) )");
        }
        return Document.group(open, Document.indented(members), gap(Document.BLANK), symbol(")"));
    }

    private Document conditionOrGroup(String joint) throws NotUnderstoodException {
        return tokens.peek().is("(") ? group(joint) : pattern();
    }

    /** Whether a word joins conditions; DRL takes two of these signs for it too. */
    private static boolean isJoint(Token token) {
        return token.isName(AND) || token.isName(OR) || token.text().matches("[&|]");
    }

    private Document pattern() throws NotUnderstoodException {
        List<Document> parts = new ArrayList<>();
        if (tokens.peek().isName("not") || tokens.peek().isName("exists")) {
            String quantifier = tokens.peek().text();
            parts.add(Document.row(take(), gap(Document.BLANK)));
            if (tokens.peek().is("(")) {
                throw tokens.notAllowed("after " + quantifier + " stands a pattern without brackets around it");
            }
        }
        parts.add(Document.row(name("a fact type such as Patient"), gap(Document.EMPTY), list()));
        return Document.row(parts);
    }

    /** Constraints, arguments or the parts of a count, in brackets. */
    private Document list() throws NotUnderstoodException {
        Document open = symbol("(");
        if (tokens.peek().is(")")) {
            return Document.row(open, gap(Document.EMPTY), symbol(")"));
        }
        List<Document> items = new ArrayList<>(List.of(gap(Document.BLANK), item()));
        while (tokens.peek().is(",") || tokens.peek().is(";")) {
            List<Token.Comment> comments = new ArrayList<>(tokens.peek().comments());
            items.add(take());
            comments.addAll(tokens.peek().comments());
            items.add(Document.group(comments.isEmpty() ? NEXT_ITEM : new Break(comments), item()));
        }
        return Document.row(open, Document.indented(items), gap(Document.BLANK), symbol(")"));
    }

    private Document item() throws NotUnderstoodException {
        if (tokens.peek().is("(")) {
            throw tokens.notAllowed("these brackets say nothing; leave them out");
        }
        List<Document> words = new ArrayList<>(List.of(take()));
        while (!endsItem(tokens.peek())) {
            if (tokens.peek().is("(")) {
                words.add(Document.row(gap(Document.EMPTY), list()));
            } else if (tokens.peek().is(".")) {
                words.add(Document.row(gap(Document.EMPTY), take(), gap(Document.EMPTY), take()));
            } else {
                words.add(Document.row(gap(Document.BLANK), take()));
            }
        }
        return Document.row(words);
    }

    private static boolean endsItem(Token token) {
        return token.is(",") || token.is(";") || token.is(")") || token.kind() == Token.Kind.END;
    }

    private Document sentence() throws NotUnderstoodException {
        Document start = Document.row(name("a verb"), gap(Document.EMPTY), list());
        List<Document> parts = new ArrayList<>();
        while (tokens.peek().is(".")) {
            Document dot = Document.row(gap(NEXT_PART), symbol("."), gap(Document.EMPTY));
            boolean prose = SentenceParser.isProse(tokens.peek().text());
            Document name = Document.row(name("a part of the sentence"), gap(Document.EMPTY));
            parts.add(Document.row(dot, name, prose ? proseOrColumn() : list()));
        }
        parts.add(Document.row(gap(Document.EMPTY), symbol(";")));
        return Document.group(start, Document.indented(parts));
    }

    private Document proseOrColumn() throws NotUnderstoodException {
        Document open = symbol("(");
        return tokens.isColumn()
                ? Document.row(open, gap(Document.BLANK), item(), gap(Document.BLANK), symbol(")"))
                : prose(open);
    }

    /** A text, broken anew wherever its author broke it; only a comment keeps the parts beside it apart. */
    private Document prose(Document open) throws NotUnderstoodException {
        List<Document> texts = new ArrayList<>(List.of(gap(Document.BLANK)));
        String text = tokens.expect(Token.Kind.TEXT, "a text in quotes").text();
        while (tokens.peek().is(",")) {
            List<Token.Comment> comments = new ArrayList<>(tokens.take().comments());
            comments.addAll(tokens.peek().comments());
            String next = tokens.expect(Token.Kind.TEXT, "a text in quotes").text();
            if (comments.isEmpty()) {
                text = text + " " + next;
            } else {
                texts.add(Document.row(wrapped(text), new Break(comments), Document.words(", ")));
                text = next;
            }
        }
        texts.add(wrapped(text));
        return Document.row(open, Document.indented(texts), gap(Document.BLANK), symbol(")"));
    }

    private static Document wrapped(String text) {
        List<Document> words = new ArrayList<>();
        for (String word : text.split(BETWEEN_WORDS, -1)) {
            words.add(words.isEmpty() ? Document.words('"' + word) : Document.group(NEXT_WORD, Document.words(word)));
        }
        words.add(Document.words("\""));
        return Document.row(words);
    }

    /** What stands before the next word: its comments, or else this. */
    private Document gap(Document otherwise) {
        List<Token.Comment> comments = tokens.peek().comments();
        return comments.isEmpty() ? otherwise : new Break(comments);
    }

    /** The end of a line before the next word, with the comments that stand there. */
    private Document newLine() {
        return new Break(tokens.peek().comments());
    }

    private Document endOfBlock() {
        return new Break(tokens.peek().comments(), true);
    }

    private Document take() {
        return Document.words(tokens.take().written());
    }

    private Document text(String what) throws NotUnderstoodException {
        return Document.words(tokens.expect(Token.Kind.TEXT, what).written());
    }

    private Document name(String what) throws NotUnderstoodException {
        return Document.words(tokens.expect(Token.Kind.NAME, what).text());
    }

    private Document word(String word) throws NotUnderstoodException {
        if (!tokens.peek().isName(word)) {
            throw tokens.notUnderstood(
                    "expected " + word + ", found " + tokens.peek().describe());
        }
        return take();
    }

    private Document symbol(String symbol) throws NotUnderstoodException {
        tokens.expect(symbol);
        return Document.words(symbol);
    }
}
