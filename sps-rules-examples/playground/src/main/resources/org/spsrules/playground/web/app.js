// The page: patient, report and rules, and how they follow each other.

import { element, laidOut, picture } from "./blocks.js";
import { Case } from "./case.js";
import { Rules } from "./rules.js";
import { ask, attempt, soon } from "./server.js";

const answer = document.getElementById("answer");
let patient;
let rules;
let asked = "report";
let report;

const wide = matchMedia("(min-width: 52rem)");

function show(view) {
  const rulesShown = view === "rules" && !(wide.matches && document.body.classList.contains("with-rules"));
  document.body.dataset.view = view === "rules" && !rulesShown ? "report" : view;
  document.body.classList.toggle("with-rules", rulesShown);
  for (const button of document.querySelectorAll("[data-shows]")) {
    const pressed = button.dataset.shows === document.body.dataset.view || (button.dataset.shows === "rules" && rulesShown);
    button.setAttribute("aria-pressed", String(pressed));
  }
}

async function evaluate() {
  if (!patient) return;
  answer.classList.add("stale");
  const began = performance.now();
  await attempt(
    async () => {
      const said = await ask("evaluate", { case: patient.text, edits: rules?.edits ?? {} });
      patient.show(said);
      answer.classList.remove("stale");
      if (said.problems) {
        report = undefined;
        standing(element("span", { class: "tag critical" }, "No report"), "The patient cannot be read as it stands; see the problems beside it.");
        answer.replaceChildren(element("p", { class: "empty" }, "The report comes back as soon as they are mended."));
        document.getElementById("ladder").hidden = true;
        return;
      }
      report = said;
      head();
      await more();
      document.body.dataset.answeredIn = Math.round(performance.now() - began);
    },
    (words) => answer.replaceChildren(element("p", { class: "notice critical" }, words)),
  );
}

function standing(...parts) {
  document.getElementById("standing").replaceChildren(...parts);
}

const LINES = { FIRST: "First line", SECOND: "Second line", THIRD: "Third line", FOURTH: "Fourth line", NONE: "No line" };

const ANSWERING = {
  edited: "This report is by the rules as they are being edited.",
  saved: "This report is by the saved rules, because there is an error in the edited ones.",
  "built-in": "This report is by the built-in rules, because there is an error in those of the folder.",
};

function head() {
  const parts = [element("span", { class: `tag ${report.line.toLowerCase()}` }, LINES[report.line]), report.step ? `step ${report.step}` : ""];
  parts.push(element("a", { href: "#ladder" }, "Place on the ladder"));
  if (report.urgent) parts.unshift(element("span", { class: "tag critical" }, "Cannot wait"));
  standing(...parts);
  document.getElementById("ladder").hidden = false;
  document.getElementById("pictures").replaceChildren(picture(report.ladder.wide), picture(report.ladder.narrow));
  const answering = document.getElementById("answering");
  answering.hidden = report.by === "saved" && !rules?.isEdited;
  answering.textContent = ANSWERING[report.by];
  document.getElementById("knowledge").replaceChildren(
    element("p", {}, `Knowledge base ${report.knowledge}.`),
    ...(report.notes ?? []).map((note) => element("p", {}, note)),
  );
}

/** Below an item: why it is there, and the way to the rules that say it. */
function behind(ids) {
  const reasons = element("div", { class: "reasons", hidden: true });
  const why = element("button", { type: "button", class: "quiet-button", "aria-expanded": "false", onclick: () => unfold() }, "Why");
  const ways = ids.map((id) => element("button", { type: "button", class: "quiet-button", onclick: () => openRule(id) }, ids.length === 1 ? "Its rule" : id));

  async function unfold() {
    reasons.hidden = !reasons.hidden;
    why.setAttribute("aria-expanded", String(!reasons.hidden));
    if (reasons.hidden || reasons.childElementCount) return;
    await attempt(
      async () => {
        for (const rule of ids) {
          const { blocks } = await ask("why", { case: patient.text, edits: rules.edits, rule }, `why ${rule}`);
          if (ids.length > 1) reasons.append(element("p", { class: "quiet small" }, rule));
          reasons.append(...laidOut(blocks));
        }
      },
      (words) => reasons.replaceChildren(element("p", { class: "notice critical" }, words)),
    );
  }
  return [element("div", { class: "behind" }, why, ...ways), reasons];
}

function openRule(id) {
  if (!document.body.classList.contains("with-rules")) show("rules");
  rules.open(`rules/${id.split("#")[0]}.drl`);
}

/** What was asked beyond the report. */
async function more() {
  for (const button of document.querySelectorAll("[data-asks]")) button.setAttribute("aria-pressed", String(button.dataset.asks === asked));
  document.getElementById("why-not").hidden = asked !== "why-not";
  if (!report) return;
  if (asked === "report") {
    answer.replaceChildren(...laidOut(report.report, behind));
    return;
  }
  const therapy = document.getElementById("therapy").value.trim();
  if (asked === "why-not" && !therapy) {
    answer.replaceChildren(element("p", { class: "empty" }, "Name a therapy, a brand or a class."));
    return;
  }
  answer.classList.add("stale");
  await attempt(
    async () => {
      const { blocks } = await ask(asked, { case: patient.text, edits: rules.edits, therapy });
      const nothing = asked === "questions" ? "No answer to a question would change this report." : "There is nothing to explain.";
      answer.replaceChildren(...(blocks.length ? laidOut(blocks) : [element("p", { class: "empty" }, nothing)]));
    },
    (words) => answer.replaceChildren(element("p", { class: "notice critical" }, words)),
  );
  answer.classList.remove("stale");
}

for (const button of document.querySelectorAll("[data-shows]")) button.addEventListener("click", () => show(button.dataset.shows));
for (const button of document.querySelectorAll("[data-asks]")) {
  button.addEventListener("click", () => {
    asked = button.dataset.asks;
    more();
    if (asked === "why-not") document.getElementById("therapy").focus();
  });
}
document.getElementById("why-not").addEventListener("submit", (event) => {
  event.preventDefault();
  more();
});

const check = soon(400, () => (rules.isEdited ? rules.check() : rules.inPatient()));

await attempt(
  async () => {
    const start = await ask("start");
    document
      .getElementById("therapies")
      .replaceChildren(...start.concepts.filter((concept) => concept.kind.startsWith("therapy")).map((concept) => element("option", { value: concept.name })));
    rules = new Rules(start, () => patient, evaluate);
    patient = new Case(start, () => {
      evaluate();
      check();
    });
    await evaluate();
    document.body.dataset.ready = "true";
  },
  (words) => answer.replaceChildren(element("p", { class: "notice critical" }, words)),
);
