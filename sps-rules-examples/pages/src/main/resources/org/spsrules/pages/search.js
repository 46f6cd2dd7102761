// Shows only the entries of the index that hold every word. Without it the index is there in full.
const field = document.getElementById("search");
const entries = [...document.querySelectorAll("#index li")];
// The id of a rule stands nowhere but in where it leads to.
const RULE = /^rules\/(.*)\.html/;
const id = entry => { const to = entry.firstElementChild.getAttribute("href"); return RULE.test(to) ? to.replace(RULE, "$1") : ""; };
const texts = entries.map(entry => `${entry.textContent} ${id(entry)}`.toLowerCase());
const found = document.getElementById("found");

function search() {
  const words = field.value.toLowerCase().split(/\s+/).filter(word => word);
  let shown = 0;
  entries.forEach((entry, i) => {
    entry.hidden = !words.every(word => texts[i].includes(word));
    shown += entry.hidden ? 0 : 1;
  });
  document.querySelectorAll("#index section").forEach(section => {
    section.hidden = !section.querySelector("li:not([hidden])");
  });
  found.textContent = words.length === 0 ? "" : shown === 0 ? "Nothing is called so. Try fewer words." : shown + " found";
}

field.closest("form").hidden = false;
field.addEventListener("input", search);
field.value = new URLSearchParams(location.search).get("q") || "";
search();
field.focus();
