// Editors for cases and rules: CodeMirror with the language of rules, marks at problems, and completion.

import { acceptCompletion, autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import { bracketMatching, HighlightStyle, indentUnit, StreamLanguage, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const KEYWORDS = new Set(["rule", "when", "then", "end", "not", "exists", "or", "and", "accumulate"]);

const rules = StreamLanguage.define({
  name: "rules",
  startState: () => ({ quoted: false }),
  token(stream) {
    if (stream.eatSpace()) return null;
    if (stream.match("//")) {
      stream.skipToEnd();
      return "comment";
    }
    if (stream.match(/^"[^"]*"?/)) return "string";
    if (stream.match(/^@\w+/)) return "meta";
    if (stream.match(/^\$\w+/) || stream.match(/^row\.\w+/)) return "variableName";
    if (stream.match(/^\d+(\.\d+)?/)) return "number";
    const word = stream.match(/^[A-Za-z][\w-]*/);
    if (!word) {
      stream.next();
      return null;
    }
    if (KEYWORDS.has(word[0])) return "keyword";
    return /^[A-Z]/.test(word[0]) ? "typeName" : "propertyName";
  },
  languageData: { commentTokens: { line: "//" }, closeBrackets: { brackets: ["(", '"'] } },
});

const colours = HighlightStyle.define([
  { tag: tags.comment, color: "var(--quiet)", fontStyle: "italic" },
  { tag: tags.string, color: "var(--well)" },
  { tag: tags.meta, color: "var(--quiet)" },
  { tag: tags.keyword, color: "var(--third)", fontWeight: "600" },
  { tag: [tags.typeName, tags.definition(tags.propertyName)], color: "var(--second)" },
  { tag: tags.variableName, color: "var(--warning)" },
  { tag: tags.number, color: "var(--first)" },
]);

const look = EditorView.theme({
  "&": { backgroundColor: "var(--card)", color: "var(--ink)", fontSize: "var(--small)", height: "100%" },
  "&.cm-focused": { outline: "3px solid var(--link)", outlineOffset: "-3px" },
  ".cm-scroller": { fontFamily: 'ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace', lineHeight: "1.55" },
  ".cm-content": { caretColor: "var(--ink)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-gutters": { backgroundColor: "var(--tint)", color: "var(--quiet)", borderRight: "1px solid var(--hair)" },
  ".cm-activeLine": { backgroundColor: "color-mix(in srgb, var(--tint) 60%, transparent)" },
  ".cm-activeLineGutter": { backgroundColor: "var(--hair)", color: "var(--ink)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    background: "color-mix(in srgb, var(--link) 30%, transparent) !important",
  },
  ".cm-tooltip": { backgroundColor: "var(--card)", color: "var(--ink)", border: "1px solid var(--quiet)", borderRadius: "4px", maxWidth: "min(34rem, 90vw)" },
  ".cm-tooltip-autocomplete > ul > li[aria-selected]": { backgroundColor: "var(--link)", color: "var(--card)" },
  ".cm-completionDetail": { color: "inherit", fontStyle: "normal", marginLeft: "1em" },
  ".cm-diagnostic-error": { borderLeftColor: "var(--critical)" },
  ".cm-diagnostic-warning": { borderLeftColor: "var(--warning)" },
  ".cm-lintRange-error": { backgroundImage: "none", textDecoration: "underline wavy var(--critical)" },
  ".cm-lintRange-warning": { backgroundImage: "none", textDecoration: "underline wavy var(--warning)" },
});

/** Where a problem stands: from its column to the end of the word, or the line if there is none. */
function range(doc, problem) {
  const line = doc.line(Math.min(Math.max(problem.line || 1, 1), doc.lines));
  const from = Math.min(line.from + Math.max((problem.column || 1) - 1, 0), line.to);
  const word = /^("[^"]*"?|[\w@$.-]+)/.exec(doc.sliceString(from, line.to));
  return { from, to: Math.max(from, from + (word ? word[0].length : 0)) };
}

/**
 * An editor in an element. Its styles are sheets of a shadow root, which the policy of the page allows without an exception.
 * `complete(before, explicit)` gives {from, options} for the text before the cursor, or null.
 */
export function createEditor(host, { label, language, change, complete }) {
  const root = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(":host { display: block; overflow: hidden; }");
  root.adoptedStyleSheets = [sheet];
  let quiet = false;
  const source = (context) => {
    const found = complete?.(context.state.sliceDoc(0, context.pos), context.explicit);
    return found ? { from: context.pos - found.typed, options: found.options, validFor: /^[\w-]*$/ } : null;
  };
  const extensions = [
    lineNumbers(),
    lintGutter(),
    history(),
    drawSelection(),
    bracketMatching(),
    closeBrackets(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    indentUnit.of(language === "yaml" ? "  " : "    "),
    language === "yaml" ? yaml() : rules,
    syntaxHighlighting(colours),
    autocompletion({ override: [source], icons: false }),
    // Tab leaves the editor, as it leaves every other field; Enter accepts what is offered.
    keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, ...completionKeymap, ...lintKeymap, { key: "Enter", run: acceptCompletion }]),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ "aria-label": label, spellcheck: "false", autocapitalize: "off" }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged && !quiet) change?.(update.state.doc.toString());
    }),
    look,
  ];
  const state = (text) => EditorState.create({ doc: text, extensions });
  const view = new EditorView({ state: state(""), parent: root, root });
  const editor = {
    get text() {
      return view.state.doc.toString();
    },
    /** Changes the text as if somebody had typed it, so that it can be taken back. */
    set text(text) {
      if (text === editor.text) return;
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
    },
    /** Opens another text, with a history of its own. */
    open(text) {
      quiet = true;
      view.setState(state(text));
      quiet = false;
    },
    mark(problems) {
      const doc = view.state.doc;
      view.dispatch(
        setDiagnostics(
          view.state,
          problems.map((problem) => ({
            ...range(doc, problem),
            severity: problem.severity === "error" ? "error" : problem.severity === "warning" ? "warning" : "info",
            message: problem.message,
          })),
        ),
      );
    },
    goTo(place) {
      const { from } = range(view.state.doc, place);
      view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: "center" }) });
      view.focus();
    },
    focus: () => view.focus(),
  };
  host.editor = editor;
  return editor;
}
