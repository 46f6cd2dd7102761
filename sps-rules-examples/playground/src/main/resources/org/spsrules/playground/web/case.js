// The patient: as a form and as text, which are two views of the same.

import { download, element, listed } from "./blocks.js";
import { createEditor } from "./editor.js";
import { Form } from "./form.js";
import { named } from "./terms.js";
import { ask, attempt, soon } from "./server.js";

const KEPT = "sps-case";
const EMPTY = "nobody";
const MOST_BYTES = 200_000;

export class Case {
  #editor;
  #form;
  #problems = document.getElementById("case-problems");
  #changed;

  constructor(start, changed) {
    this.#changed = changed;
    const later = soon(150, changed);
    this.#editor = createEditor(document.getElementById("case-text"), {
      label: "The patient as YAML",
      language: "yaml",
      complete: (before, explicit) => named(start.concepts, before, explicit),
      change: (text) => {
        sessionStorage.setItem(KEPT, text);
        later();
      },
    });
    this.#form = new Form(document.getElementById("form"), start.fields, start.concepts, (path, value) => this.#put(path, value));
    this.#examples(start.examples);
    for (const button of document.querySelectorAll("[data-edits]")) button.addEventListener("click", () => this.edit(button.dataset.edits));
  }

  get text() {
    return this.#editor.text;
  }

  edit(way) {
    for (const button of document.querySelectorAll("[data-edits]")) button.setAttribute("aria-pressed", String(button.dataset.edits === way));
    document.getElementById("form").hidden = way !== "form";
    document.getElementById("case-text").hidden = way !== "text";
  }

  /** Shows what the service has read, and what it could not. */
  show({ tree, problems = [] }) {
    if (tree) this.#form.show(tree);
    this.#editor.mark(problems);
    this.#problems.replaceChildren(
      ...listed(problems, (problem) => {
        this.edit("text");
        this.#editor.goTo(problem);
      }),
    );
  }

  refused(words) {
    this.#problems.replaceChildren(element("p", { class: "notice critical" }, words));
  }

  async #put(path, value) {
    await attempt(
      async () => {
        const { case: text } = await ask("case", { case: this.text, path, value });
        this.#editor.text = text;
      },
      (words) => this.refused(words),
    );
  }

  #examples(examples) {
    const select = document.getElementById("example");
    const title = (text) => /^title: *"?(.*?)"?$/m.exec(text)?.[1] ?? "";
    select.replaceChildren(
      element("option", { value: "" }, "Choose a published case…"),
      element("option", { value: EMPTY }, "A patient of whom nothing is known yet"),
      ...examples.map((example) => element("option", { value: example.name }, `${title(example.text)} (${example.name.split("-")[0]})`)),
    );
    const open = (text) => {
      this.#editor.open(text);
      sessionStorage.setItem(KEPT, text);
      this.#changed();
    };
    select.addEventListener("change", () => {
      const chosen = examples.find((example) => example.name === select.value);
      if (select.value === EMPTY) open(`format: sps-patient-case/1\nasOf: ${new Date().toISOString().slice(0, 10)}\n`);
      else if (chosen) open(chosen.text);
    });
    const file = document.getElementById("case-file");
    document.getElementById("open-case").addEventListener("click", () => file.click());
    file.addEventListener("change", async () => {
      const [chosen] = file.files;
      file.value = "";
      if (!chosen) return;
      if (chosen.size > MOST_BYTES) {
        this.refused(`${chosen.name} is too long for a case.`);
        return;
      }
      open(await chosen.text());
      select.value = "";
    });
    document.getElementById("save-case").addEventListener("click", () => download(this.text, "patient.yaml"));
    const kept = sessionStorage.getItem(KEPT);
    const first = examples.find((example) => example.name.startsWith("p01")) ?? examples[0];
    if (!kept) select.value = first.name;
    open(kept ?? first.text);
  }
}
