// Elements of what the service says. Every text becomes a text node, whatever is in it.

export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === "class") made.className = value;
    else if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (value === true) made.setAttribute(key, "");
    else if (value !== false && value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

/** What a mark means: a word for those who do not see it, and its colour. */
const MARKS = {
  "!!": ["critical", "Critical"],
  "!": ["warning", "Warning"],
  i: ["information", "Information"],
  x: ["quiet", "Withheld"],
};

function mark(sign) {
  const [kind, word] = MARKS[sign] ?? [];
  return kind && kind !== "quiet" ? element("span", { class: `tag ${kind}` }, word) : element("span", { class: "quiet" }, word ?? sign);
}

const HEADINGS = { strong: "", alarm: "critical", warning: "warning" };

/** Whether a condition holds: a sign, its colour, and a word for those who see neither. */
const VERDICTS = {
  "+": ["\u2713", "well", "holds"],
  "~": ["\u2248", "warning", "assumed"],
  "?": ["?", "warning", "not known"],
  "-": ["\u2717", "critical", "does not hold"],
};

function verdict(mark) {
  const [sign, tone, word] = VERDICTS[mark] ?? [];
  return sign
    ? [element("span", { class: `verdict ${tone}`, "aria-hidden": "true", title: word }, sign), element("span", { class: "unseen" }, `${word}: `)]
    : [`${mark} `];
}

/** The elements of a page of blocks; what `below` makes of the rules behind an item is put below it. */
export function laidOut(blocks, below = () => []) {
  let titled = false;
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case "gap":
        return [];
      case "paragraph":
        if (block.tone in HEADINGS) {
          const name = titled || block.tone !== "strong" ? "h4" : "h3";
          titled = true;
          return [element(name, { class: HEADINGS[block.tone] }, block.text)];
        }
        return [element("p", { class: block.tone }, block.text)];
      case "item":
        return [element("div", { class: `item ${block.tone}` }, element("span", {}, mark(block.mark)), element("span", { class: "said" }, block.text), ...(block.rules ? below(block.rules) : []))];
      case "node":
        return [element("p", { class: `node depth-${Math.min(block.depth, 3)}` }, ...verdict(block.mark), element("span", {}, block.text))];
      case "field":
        return [element("p", {}, element("span", { class: "label" }, `${block.label}: `), block.text)];
      default:
        return [
          element(
            "p",
            { class: `below ${block.tone ?? ""}` },
            ...(block.label ? [element("span", { class: "label" }, `${block.label}: `)] : []),
            block.text,
          ),
        ];
    }
  });
}

/** The problems of a text, each leading to its line; words when there is none are those of the caller. */
export function listed(problems, goTo) {
  if (!problems.length) return [];
  return [
    element(
      "ul",
      {},
      ...problems.map((problem) =>
        element(
          "li",
          { class: `notice ${problem.severity === "error" ? "critical" : "warning"}` },
          element(
            "button",
            { type: "button", onclick: () => goTo(problem) },
            element("b", {}, problem.severity === "error" ? "Error" : "Warning", problem.line ? `, line ${problem.line}` : ""),
            `: ${problem.message}`,
          ),
        ),
      ),
    ),
  ];
}

/** Puts a picture of the service on the page: parsed as a picture, in which nothing runs. */
export function picture(svg) {
  const parsed = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
  return document.importNode(parsed, true);
}

/** Gives a text to the browser to keep as a file. */
export function download(text, name) {
  const link = element("a", { href: URL.createObjectURL(new Blob([text], { type: "text/plain" })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
