// The rules: a list, an editor, what is wrong, and what the edits change for patients.

import { download, element, laidOut, listed } from "./blocks.js";
import { createEditor } from "./editor.js";
import { ask, attempt, soon } from "./server.js";
import { named } from "./terms.js";

const KEPT = "sps-edits";
const MOST_FOUND = 60;
const RULE = ".drl";
const SCENARIOS = ".scenarios.yaml";

const ruleOf = (path) => path.replace(SCENARIOS, RULE);
const scenariosOf = (path) => path.replace(RULE, SCENARIOS);
const isOfRule = (path) => path.endsWith(RULE);

export class Rules {
  #start;
  #patient;
  #changed;
  #editors;
  #open = "";
  /** Edited texts by path, and the texts on which they rest. */
  #edits = {};
  #before = {};
  #check = soon(200, () => this.check());

  constructor(start, patient, changed) {
    this.#start = start;
    this.#patient = patient;
    this.#changed = changed;
    ({ edits: this.#edits, before: this.#before } = JSON.parse(sessionStorage.getItem(KEPT) ?? '{"edits":{},"before":{}}'));
    const on = (id, event, work) => document.getElementById(id).addEventListener(event, work);
    on("find", "input", () => this.#find());
    on("save", "click", () => this.#save());
    on("download", "click", () => this.#download());
    on("revert", "click", () => this.#revert());
    on("search", "click", () => this.#search());
    on("add-scenario", "click", () => this.#addPatient());
    on("new-rule", "submit", (event) => {
      event.preventDefault();
      this.#begin();
    });
    for (const button of document.querySelectorAll("[data-part]")) {
      button.addEventListener("click", () => this.open(button.dataset.part === "rule" ? ruleOf(this.#open) : scenariosOf(this.#open)));
    }
    Object.keys(this.#edits).filter((path) => isOfRule(path)).forEach((path) => this.#list(path));
    if (!start.saves) {
      const save = document.getElementById("save");
      save.disabled = true;
      save.title = "Start with sps serve --rules DIR to save to a folder";
      this.#say("Edits can be downloaded. To save to a folder, start with: sps serve --rules DIR");
    }
    this.#find();
  }

  get edits() {
    return this.#edits;
  }

  get #editor() {
    return this.#editors?.[isOfRule(this.#open) ? "rule" : "scenarios"];
  }

  get isEdited() {
    return Object.keys(this.#edits).length > 0;
  }

  #say(words) {
    document.getElementById("saved").textContent = words;
  }

  /** A rule that is not in the folder yet is found like the others. */
  #list(path) {
    if (!this.#start.files.some((file) => file.path === path)) this.#start.files.push({ path, title: `New: ${path}`, isNew: true });
  }

  #find() {
    const words = document.getElementById("find").value.toLowerCase().split(/\s+/).filter(Boolean);
    const edited = (file) => file.path in this.#edits || scenariosOf(file.path) in this.#edits;
    const found = this.#start.files.filter((file) => words.every((word) => `${file.path} ${file.title}`.toLowerCase().includes(word)));
    found.sort((one, other) => edited(other) - edited(one));
    const shown = words.length ? found.slice(0, MOST_FOUND) : found.filter(edited);
    document.getElementById("found").textContent = words.length
      ? `${found.length} of ${this.#start.files.length} rules${found.length > MOST_FOUND ? `, the first ${MOST_FOUND} shown` : ""}`
      : `${this.#start.files.length} rules`;
    document.getElementById("files").replaceChildren(
      ...shown.map((file) =>
        element(
          "li",
          {},
          element(
            "button",
            { type: "button", "aria-current": file.path === ruleOf(this.#open) ? "true" : undefined, onclick: () => this.open(file.path) },
            (edited(file) ? "Edited: " : "") + file.title,
            element("span", { class: "path" }, file.path),
          ),
        ),
      ),
    );
  }

  async open(path) {
    await attempt(
      async () => {
        const saved = path in this.#edits && this.#before[path] === "" ? "" : (await ask("rule", { path })).text;
        this.#open = path;
        document.getElementById("opened").hidden = false;
        document.getElementById("none-opened").hidden = true;
        document.getElementById("file").textContent = path;
        this.#editors ??= this.#made();
        for (const button of document.querySelectorAll("[data-part]")) {
          button.setAttribute("aria-pressed", String(isOfRule(path) === (button.dataset.part === "rule")));
        }
        document.getElementById("rule-text").hidden = !isOfRule(path);
        document.getElementById("scenario-text").hidden = isOfRule(path);
        document.getElementById("this-patient").hidden = isOfRule(path);
        if (!(path in this.#edits)) this.#before[path] = saved;
        this.#editor.open(this.#edits[path] ?? saved);
        this.#find();
        this.check();
      },
      (words) => this.#say(words),
    );
  }

  #made() {
    const change = (text) => this.#edited(text);
    return {
      rule: createEditor(document.getElementById("rule-text"), {
        label: "The rule",
        language: "rules",
        complete: (before, explicit) => offered(this.#start, before, explicit),
        change,
      }),
      scenarios: createEditor(document.getElementById("scenario-text"), {
        label: "The scenarios of the rule",
        language: "yaml",
        complete: (before, explicit) => named(this.#start.concepts, before, explicit),
        change,
      }),
    };
  }

  /** Begins a rule and its scenarios, which are edits until they are saved. */
  async #begin() {
    const id = document.getElementById("new-id").value.trim();
    const problem = document.getElementById("new-problem");
    await attempt(
      async () => {
        const { texts } = await ask("new", { id, edits: this.#edits });
        for (const [path, text] of Object.entries(texts)) {
          this.#edits[path] = text;
          this.#before[path] = "";
        }
        this.#keep();
        document.getElementById("new").open = false;
        const path = Object.keys(texts).find(isOfRule);
        this.#list(path);
        await this.open(path);
      },
      (words) => (problem.textContent = words),
    );
  }

  /** Adds the patient at hand to the scenarios, and that the rule does with it what it does now. */
  async #addPatient() {
    await attempt(
      async () => {
        const { path, text } = await ask("scenario", { path: this.#open, edits: this.#edits, case: this.#patient().text });
        if (path === this.#open) this.#editor.text = text;
        this.#say("Added at the end. Say in its name what the patient shows.");
      },
      (words) => this.#say(words),
    );
  }

  #edited(text) {
    if (text === this.#before[this.#open]) delete this.#edits[this.#open];
    else this.#edits[this.#open] = text;
    this.#keep();
    this.#check();
  }

  #keep() {
    sessionStorage.setItem(KEPT, JSON.stringify({ edits: this.#edits, before: this.#before }));
  }

  /** Asks what is wrong with the edits, and what they change. */
  async check() {
    const difference = document.getElementById("difference");
    document.getElementById("search").hidden = !this.isEdited;
    document.getElementById("witnesses").replaceChildren();
    difference.classList.add("stale");
    document.getElementById("scenarios").classList.add("stale");
    await attempt(
      async () => {
        const asked = { edits: this.#edits, case: this.#patient().text, path: this.#open || undefined };
        const { problems, patient } = await ask("check", asked);
        this.#problems(problems);
        difference.classList.remove("stale");
        difference.replaceChildren(...this.#difference(problems, patient));
        this.#changed();
        this.inPatient();
        const { scenarios, notRun, examples } = await ask("consequences", asked, "check");
        this.#outcomes(scenarios ?? [], notRun ?? 0);
        document.getElementById("others")?.replaceChildren(...ofOthers(examples));
      },
      (words) => difference.replaceChildren(element("p", { class: "notice critical" }, words)),
    );
  }

  /** How it stands with the open rule in the patient at hand. */
  async inPatient() {
    if (!this.#open) return;
    const place = document.getElementById("in-patient");
    await attempt(
      async () => {
        const { unreadable, applies, rules, blocks, examples } = await ask("conditions", { edits: this.#edits, case: this.#patient().text, path: this.#open });
        if (unreadable) {
          place.replaceChildren(element("p", { class: "empty" }, "Nothing can be said while the patient cannot be read."));
          return;
        }
        place.replaceChildren(
          element("p", {}, ...standing(applies, rules, blocks)),
          ...laidOut(blocks),
          ...(rules ? [this.#concerned(examples)] : []),
        );
      },
      (words) => place.replaceChildren(element("p", { class: "notice critical" }, words)),
    );
  }

  /** In which examples the open rule applies, each to be opened. */
  #concerned(examples) {
    const select = document.getElementById("example");
    const open = (name) => {
      select.value = name;
      select.dispatchEvent(new Event("change"));
    };
    const title = (name) => select.querySelector(`option[value="${name}"]`)?.textContent ?? name;
    return element(
      "p",
      {},
      `It applies in ${examples.length} of ${this.#start.examples.length} examples${examples.length ? ": " : "."}`,
      ...examples.map((name) => element("button", { type: "button", class: "quiet-button", onclick: () => open(name) }, title(name))),
    );
  }

  #problems(problems) {
    const own = problems.filter((problem) => problem.file === this.#open);
    const others = problems.filter((problem) => problem.file !== this.#open && problem.severity === "error");
    this.#editor?.mark(own);
    document.getElementById("rule-problems").replaceChildren(
      ...listed(own, (problem) => this.#editor.goTo(problem)),
      ...others.map((problem) => element("p", { class: "notice critical" }, `${problem.file}:${problem.line}: ${problem.message}`)),
    );
  }

  /** Which scenarios of the rule hold, and how the others fail. */
  #outcomes(outcomes, notRun) {
    const failed = outcomes.filter((outcome) => !outcome.holds);
    const go = async (outcome) => {
      if (outcome.file !== this.#open) await this.open(outcome.file);
      this.#editor.goTo(outcome);
    };
    const words = outcomes.length
      ? failed.length
        ? `${failed.length} of ${outcomes.length} do not hold.`
        : outcomes.length === 1 ? "The one there is holds." : `All ${outcomes.length} hold.`
      : "None was run.";
    const place = document.getElementById("scenarios");
    place.classList.remove("stale");
    place.replaceChildren(
      element("p", { class: failed.length ? "" : "quiet" }, notRun ? `${words} ${notRun} more were not run; ./sps test runs them.` : words),
      ...failed.map((outcome) =>
        element(
          "div",
          { class: "notice warning" },
          element("button", { type: "button", onclick: () => go(outcome) }, outcome.name),
          ...outcome.mismatches.map((mismatch) => element("div", { class: "small" }, mismatch)),
        ),
      ),
    );
  }

  #difference(problems, patient) {
    if (!this.isEdited) return [element("p", { class: "empty" }, "Nothing is edited yet.")];
    if (!patient) {
      const errors = problems.filter((problem) => problem.severity === "error").length;
      return [
        element("p", { class: "notice critical" }, `Nothing of the edited rules was run, because there ${errors === 1 ? "is an error" : `are ${errors} errors`} in them. The report goes on with the saved rules.`),
      ];
    }
    return [
      element("h4", {}, "This patient"),
      ...changes(patient),
      element("div", { id: "others" }, element("p", { class: "quiet" }, "Looking at the examples…")),
    ];
  }

  async #search() {
    const witnesses = document.getElementById("witnesses");
    witnesses.replaceChildren(element("p", { class: "empty" }, "Looking through scenarios and generated cases; this can take a minute…"));
    await attempt(
      async () => {
        const answer = await ask("difference", { edits: this.#edits, case: this.#patient().text });
        witnesses.replaceChildren(
          element("h4", {}, answer.changes.length ? `Found in ${answer.cases} cases` : `Nothing changes in ${answer.cases} cases`),
          ...answer.changes.map((change) =>
            element("div", { class: "change" }, `${change.text} (${change.cases === 1 ? "1 case" : `${change.cases} cases`}); the smallest:`, element("pre", { class: "witness" }, change.witness)),
          ),
        );
      },
      (words) => witnesses.replaceChildren(element("p", { class: "notice critical" }, words)),
    );
  }

  async #save() {
    await attempt(
      async () => {
        const { saved } = await ask("save", { edits: this.#edits, before: this.#before });
        Object.assign(this.#before, this.#edits);
        this.#edits = {};
        this.#start.files.forEach((file) => delete file.isNew);
        this.#keep();
        this.#find();
        await this.check();
        this.#say(saved === 1 ? "Saved one file." : `Saved ${saved} files.`);
      },
      (words) => this.#say(words),
    );
  }

  #download() {
    download(this.#editor.text, this.#open.split("/").at(-1));
  }

  #revert() {
    this.#edits = {};
    this.#keep();
    const isGone = this.#start.files.some((file) => file.isNew && file.path === ruleOf(this.#open));
    this.#start.files = this.#start.files.filter((file) => !file.isNew);
    if (isGone) {
      this.#open = "";
      document.getElementById("opened").hidden = true;
      document.getElementById("none-opened").hidden = false;
    } else {
      this.#editor.open(this.#before[this.#open]);
    }
    this.#find();
    this.check();
  }
}

/** What changes for the examples. */
function ofOthers(examples) {
  const concerned = examples.filter((example) => example.changes.length);
  return [
    ...concerned.flatMap((example) => [element("h4", {}, example.name), ...changes(example.changes)]),
    element("p", { class: "quiet" }, `${examples.length - concerned.length} of ${examples.length} examples: nothing changes.`),
  ];
}

/** Whether a rule applies in the patient, in a sentence. */
function standing(applies, rules, blocks) {
  if (!rules) return ["Nothing can be said while there is an error in the rule."];
  if (applies) return [element("b", {}, "It applies"), applies === 1 ? "." : ` in ${applies} ways${applies > blocks.filter((block) => block.kind === "paragraph").length ? ", of which the first are shown" : ""}.`];
  if (!blocks.length) return [element("b", {}, "It does not apply"), ": it speaks of a drug of the patient, and there is none."];
  return [element("b", {}, "It does not apply"), rules === 1 ? "." : ` for any of its ${rules} rows; this one is nearest.`];
}

function changes(list) {
  if (!list.length) return [element("p", { class: "quiet" }, "Nothing changes.")];
  return list.map((change) =>
    element(
      "div",
      { class: "change" },
      element("b", {}, change.text),
      change.rule ? element("div", { class: "quiet small" }, change.rule) : "",
      ...change.parts.map((part) => element("div", { class: "small" }, `${part.name}: `, element("del", {}, part.before), " → ", element("ins", {}, part.after))),
    ),
  );
}

/** What can stand at the end of a text: a term between quotes, a question in brackets, a verb after then, or a type of fact. */
function offered({ concepts, language }, before, explicit) {
  const line = before.slice(before.lastIndexOf("\n") + 1);
  if (/^\s*(\/\/|@|rule )/.test(line)) return null;
  const quoted = /"([\w-]*)$/.exec(line);
  if (quoted && (line.match(/"/g).length % 2 === 1)) return terms(concepts, language, line, quoted[1], explicit);
  const typed = /[A-Za-z]*$/.exec(line)[0];
  if (!typed && !explicit) return null;
  if (/^\s*then\b[^]*$/m.test(before.slice(before.lastIndexOf("\nthen")))) {
    return { typed: typed.length, options: [...language.verbs, "because", "how", "dose", "forPatient", "after"].map((verb) => ({ label: verb, apply: `${verb}( ` })) };
  }
  const inside = /\b([A-Z]\w*)\([^()]*(?:\([^()]*\)[^()]*)*$/.exec(line);
  if (inside && language.facts[inside[1]]) {
    return { typed: typed.length, options: language.facts[inside[1]].map((question) => ({ label: question.name, detail: question.says, apply: question.takes ? `${question.name}( "` : question.name })) };
  }
  return { typed: typed.length, options: Object.keys(language.facts).map((fact) => ({ label: fact, apply: `${fact}( ` })) };
}

function terms(concepts, language, line, typed, explicit) {
  if (!typed && !explicit) return null;
  const question = /(\w+)\s*(?:\(|==)\s*(?:"[^"]*",\s*)*"[\w-]*$/.exec(line)?.[1];
  const asked = Object.values(language.facts).flat().find((one) => one.name === question);
  const kinds = asked?.kinds ?? [];
  const words = asked?.words ?? [];
  return {
    typed: typed.length,
    options: [
      ...words.map((word) => ({ label: word })),
      ...concepts.filter((concept) => !kinds.length || kinds.includes(concept.kind)).map((concept) => ({ label: concept.code, detail: concept.name })),
    ],
  };
}
