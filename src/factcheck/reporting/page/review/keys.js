// The forms, the keys, and how a review begins.
const filters = one("form.filters");
const why = one(".why", tools);
const help = one("#keys");
let deciding = "";

function open(form, field) {
  why.hidden = form !== why;
  rewrite.hidden = form !== rewrite;
  field.focus({ preventScroll: true });
  form.scrollIntoView({ block: "nearest" });
}

function leave() {
  const inside = tools.contains(document.activeElement);
  why.hidden = rewrite.hidden = true;
  editing = null;
  if (inside && current) current.focus({ preventScroll: true });
}

// What one decision may hold for at once.
function scopes(state) {
  const own = current.dataset;
  const wanted = findings.filter((finding) => finding === current || finding.dataset.state !== state);
  const fits = (test) => wanted.filter((finding) => finding === current || test(finding.dataset, finding));
  const name = one("h3", current.closest("section")).firstChild.textContent.trim();
  return [
    ["this finding", [current]],
    ["the # with the same values", fits((data) => data.cause === own.cause)],
    [`the # of ${own.check} in ${name}`, fits((data) => data.check === own.check && data.lang === own.lang)],
    [`the # of ${own.check} in all texts`, fits((data) => data.check === own.check)],
    ["all # that the filters show", fits((data, finding) => !finding.hidden)],
  ].filter(([label, list]) => list.length > 1 || !label.includes("#"));
}

function widen() {
  why.scopes = scopes(deciding);
  why.elements.scope.replaceChildren(
    ...why.scopes.map(([label, list], at) => new Option(label.replace("#", list.length.toLocaleString("en")), at)),
  );
}

function explain(state) {
  if (!current) return;
  deciding = state;
  widen();
  why.elements.reason.value = "";
  why.elements.reason.required = state === "accepted";
  one("[data-label]", why).textContent = state === "accepted" ? "Why may it stand?" : "What is to be done? (optional)";
  one("[type=submit]", why).textContent = state === "accepted" ? "Accept" : "Mark to be fixed";
  open(why, why.elements.reason);
}

why.addEventListener("submit", (event) => {
  event.preventDefault();
  const reason = why.elements.reason.value.trim();
  if (deciding === "accepted" && !reason) return say("What is accepted needs a reason.", true);
  return work(() => decide(deciding, reason, why.scopes[why.elements.scope.value][1]));
});

rewrite.addEventListener("submit", (event) => {
  event.preventDefault();
  work(() => save(editing, rewrite.elements.text.value));
});

const acts = {
  accept: () => explain("accepted"),
  fix: () => current && decide("to-fix", "", [current]),
  note: () => explain("to-fix"),
  edit,
  adopt,
  reopen: () => current && decide("open", "", [current]),
  undo,
  cancel: leave,
  suggest: () => {
    rewrite.elements.text.value = editing.suggested;
    rewrite.elements.text.focus();
  },
  load: () => load(),
  next: () => say("") || go(1),
  previous: () => say("") || go(-1),
  open: () => say("") || go(1, isOpen),
  filter: () => filters.elements.words.focus(),
  help: () => help.showModal(),
};
const KEYS = { j: "next", k: "previous", n: "open", a: "accept", f: "fix", F: "note", e: "edit", t: "adopt", r: "reopen" };
Object.assign(KEYS, { u: "undo", "/": "filter", g: "load", "?": "help", Escape: "cancel" });

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-act]");
  if (button) return work(acts[button.dataset.act]);
  const finding = event.target.closest("article.finding");
  if (finding && finding !== current && !event.target.closest("a")) select(finding, "nearest");
});

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input:not([type=checkbox]), textarea, select");
  if (event.key === "Enter" && event.ctrlKey && rewrite.contains(event.target)) return rewrite.requestSubmit();
  if (help.open || event.ctrlKey || event.metaKey || event.altKey || !KEYS[event.key]) return;
  if (typing && event.key !== "Escape") return;
  if (typing && !tools.contains(typing)) return typing.blur() || keep();
  event.preventDefault();
  if (current && !isShown(current) && !typing && "afFetr".includes(event.key)) return work(keep);
  work(acts[KEYS[event.key]]);
});

const linked = () => {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  return target && target.matches("article.finding") ? target : null;
};

// The page of a large case is worked on while the rest of it still comes.
const complete = new Promise((there) => document.addEventListener("DOMContentLoaded", there));
addEventListener("hashchange", () => select(linked()));
setInterval(() => document.hidden || busy || work(poll), 3000);
work(async () => {
  if (location.hash) await complete;
  findings = all("article.finding");
  select(linked() || findings.find(isOpen) || findings[0]);
  performance.mark("review-ready");
  await poll(true);
});
complete.then(() => {
  findings = all("article.finding");
  show();
  if (!current) select(findings.find(isOpen) || findings[0]);
  if (!why.hidden) widen();
});
