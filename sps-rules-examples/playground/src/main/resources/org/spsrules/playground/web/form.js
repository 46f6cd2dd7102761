// The form of a case: each field as the service describes it. A change names its place in the case and the new value.

import { element } from "./blocks.js";

/** The parts that most patients need; the others are closed until somebody opens them. */
const OPEN = new Set(["patient", "diagnosis", "symptoms", "treatments"]);

const FIRST = ["asOf", "setting"];

/** What nobody chooses, and what stands in a group of its own at the end. */
const SAID_ELSEWHERE = new Set(["format", "title", "citation", "acknowledged"]);

export class Form {
  #host;
  #fields;
  #concepts;
  #change;
  #opened = new Map();
  #lists = new Set();

  constructor(host, fields, concepts, change) {
    this.#host = host;
    this.#fields = fields;
    this.#concepts = concepts;
    this.#change = change;
    host.addEventListener("submit", (event) => event.preventDefault());
  }

  /** Shows a case. The field that has the focus keeps it. */
  show(tree) {
    const focused = this.#host.contains(document.activeElement) ? document.activeElement.id : "";
    const lists = [...this.#host.querySelectorAll("datalist")];
    const fields = (names) => this.#fields.filter((field) => names.includes(field.name)).map((field) => this.#part(field, tree));
    const parts = this.#fields.map((field) => field.name).filter((name) => !SAID_ELSEWHERE.has(name) && !FIRST.includes(name));
    this.#host.replaceChildren(...lists, ...fields(FIRST), ...fields(parts), this.#group("Heading and source", fields(["title", "citation", "acknowledged"])));
    if (focused) document.getElementById(focused)?.focus();
  }

  #group(title, fields) {
    const details = element("details", { class: "part", open: this.#opened.get(title) }, element("summary", {}, title), element("div", {}, ...fields));
    details.addEventListener("toggle", () => this.#opened.set(title, details.open));
    return details;
  }

  #part(field, tree) {
    if (field.type !== "part" && field.type !== "parts") return this.#field(field, tree[field.name], [field.name]);
    const stated = tree[field.name];
    const details = element(
      "details",
      { class: "part", open: this.#opened.get(field.name) ?? (OPEN.has(field.name) || stated !== undefined) },
      element("summary", {}, field.title, " ", element("span", { class: "quiet small" }, summary(stated))),
      element("div", {}, ...this.#inside(field, stated, [field.name])),
    );
    details.addEventListener("toggle", () => this.#opened.set(field.name, details.open));
    return details;
  }

  #inside(field, stated, path) {
    if (field.type === "part") {
      return field.fields.map((inner) =>
        inner.type === "parts"
          ? element("div", { class: "field" }, element("span", { class: "label" }, inner.title), ...this.#inside(inner, stated?.[inner.name], [...path, inner.name]))
          : this.#field(inner, stated?.[inner.name], [...path, inner.name]),
      );
    }
    const items = Array.isArray(stated) ? stated : [];
    return [
      ...items.map((item, index) =>
        element(
          "fieldset",
          {},
          element("legend", {}, `${index + 1}. ${this.#name(item.therapy ?? item.test ?? item.action)}`),
          ...field.fields.map((inner) => this.#field(inner, item[inner.name], [...path, index, inner.name])),
          element("button", { type: "button", class: "small-button", onclick: () => this.#change([...path, index], null) }, "Remove this entry"),
        ),
      ),
      this.#adder(field, path, items.length),
    ];
  }

  /** A new entry begins with the first thing that it must state, and with the first word for what else it must. */
  #adder(field, path, index) {
    const key = field.fields.find((inner) => inner.required) ?? field.fields[0];
    const id = ["add", ...path].join("-");
    const add = (value) => {
      if (!value) return;
      const entry = { [key.name]: this.#code(value) };
      for (const other of field.fields) {
        if (other.required && other !== key) entry[other.name] = other.words?.[0] ?? "";
      }
      this.#change([...path, index], entry);
    };
    return element("div", { class: "field" }, element("label", { for: id }, `Add: ${key.title.toLowerCase()}`), this.#input(key, id, "", add, true));
  }

  #field(field, value, path) {
    const id = ["field", ...path].join("-");
    const label = element("label", { for: id }, field.title + (field.required ? " (needed)" : ""));
    const note = field.note ? [element("div", { class: "quiet", id: `${id}-note` }, field.note)] : [];
    if (field.type === "terms") {
      const terms = Array.isArray(value) ? value : [];
      const chips = element(
        "ul",
        { class: "chips" },
        ...terms.map((term) =>
          element(
            "li",
            {},
            element("button", { type: "button", "aria-label": `Remove ${this.#name(term)}`, onclick: () => this.#change(path, without(terms, term)) }, this.#name(term)),
          ),
        ),
      );
      const add = (term) => term && this.#change(path, [...terms, this.#code(term)]);
      return element("div", { class: "field" }, label, ...(terms.length ? [chips] : []), this.#input(field, id, "", add, true), ...note);
    }
    const set = (text) => this.#change(path, text === "" ? null : field.type === "term" ? this.#code(text) : text);
    return element("div", { class: "field" }, label, this.#input(field, id, value ?? "", set, false, note.length > 0), ...note);
  }

  #input(field, id, value, set, adds, noted) {
    const described = noted ? `${id}-note` : undefined;
    if (field.type === "word") {
      const words = field.words.filter((word) => word !== "unknown");
      const shown = typeof value === "string" ? value : "";
      const choice = element(
        "select",
        { id, "aria-describedby": described },
        element("option", { value: "" }, adds ? "Choose…" : field.required ? "Choose…" : "not known"),
        ...words.map((word) => element("option", { value: word, selected: word === shown }, word.replaceAll("-", " "))),
      );
      choice.addEventListener("change", () => set(choice.value));
      return choice;
    }
    const text = typeof value === "string" ? (field.type === "term" ? this.#name(value) : value) : JSON.stringify(value);
    const input = element("input", {
      id,
      value: text,
      "aria-describedby": described,
      list: field.kinds ? this.#list(field.kinds) : undefined,
      inputmode: field.type === "number" ? "numeric" : undefined,
      placeholder: field.kinds ? "type a few letters" : field.example ? `for example ${field.example}` : undefined,
    });
    input.addEventListener("change", () => {
      if (input.value.trim() !== text) set(input.value.trim());
    });
    return input;
  }

  /** The pick-list of some kinds of concept, made once. */
  #list(kinds) {
    const id = `terms-${kinds.join("-")}`;
    if (!this.#lists.has(id)) {
      this.#lists.add(id);
      const options = this.#concepts
        .filter((concept) => kinds.includes(concept.kind))
        .map((concept) => element("option", { value: concept.name }, concept.names.join(", ")));
      this.#host.append(element("datalist", { id }, ...options));
    }
    return id;
  }

  #name(term) {
    if (typeof term !== "string") return term ? String(term.other ?? term.code ?? "") : "";
    return this.#concepts.find((concept) => concept.code === term)?.name ?? term;
  }

  #code(name) {
    return this.#concepts.find((concept) => concept.name === name)?.code ?? name;
  }
}

function without(terms, term) {
  const left = terms.filter((other) => other !== term);
  return left.length ? left : null;
}

function summary(stated) {
  if (stated === undefined) return "nothing stated";
  if (Array.isArray(stated)) return stated.length === 1 ? "1 entry" : `${stated.length} entries`;
  return "";
}
