// Walking from finding to finding; the current one shows the paragraphs around it, and the buttons.
const [context, tools] = one("#tools").content.cloneNode(true).children;
const isShown = (finding) => !finding.closest("[hidden]");
const isOpen = (finding) => finding.dataset.state === "open";
const loading = new WeakMap(); // section -> what brings its paragraphs
let findings = [];
let current = null;

function select(finding, block = "start") {
  if (!finding) return;
  if (current !== finding) {
    leave();
    if (current) {
      current.classList.remove("current", "placed");
      current.removeAttribute("aria-current");
    }
    current = finding;
    current.classList.add("current");
    current.setAttribute("aria-current", "true");
    surround();
    current.append(tools);
    history.replaceState(null, "", `#${current.id}`);
  }
  offer();
  current.focus({ preventScroll: true });
  current.scrollIntoView({ block });
}

// The paragraphs of a text are asked for when the first of them is looked at.
function paragraphs(section) {
  const place = one(".pairs", section);
  if (!loading.has(section) && place) {
    const brought = fetched(`pairs?text=${section.dataset.text}`).then((page) => {
      place.replaceChildren(...page.body.children);
      place.removeAttribute("aria-busy");
    });
    brought.catch((error) => loading.delete(section) && say(error.message, true));
    loading.set(section, brought);
  }
  return loading.get(section) || Promise.resolve();
}

async function surround() {
  const [finding, section] = [current, current.closest("section.text")];
  context.replaceChildren();
  const around = () => {
    const pair = one(`.pair[data-findings~="${CSS.escape(finding.id)}"]`, section);
    return pair && [pair.previousElementSibling, pair, pair.nextElementSibling].filter(Boolean).map(copied, pair);
  };
  const pairs = around() || (await paragraphs(section).then(around, () => null));
  if (!pairs || finding !== current) return;
  const heads = document.createElement("div");
  heads.className = "heads";
  heads.append(...all(".sides .where", finding).map((where) => where.cloneNode(true)));
  context.replaceChildren(heads, ...pairs);
  one(".message", finding).after(context);
  finding.classList.add("placed");
}

function copied(pair) {
  const copy = pair.cloneNode(true);
  copy.classList.toggle("near", pair !== this);
  return copy;
}

// What the buttons are good for, here and now.
function offer() {
  if (!current) return;
  one("[data-act=adopt]", tools).hidden = !one(".suggestion", current);
  one("[data-act=reopen]", tools).disabled = isOpen(current);
  one("[data-act=undo]", tools).disabled = done.length === 0;
  one("[data-act=edit] span", tools).textContent = current.dataset.missing === undefined ? "Edit" : "Insert";
}

// Every step goes to what the filters show. Beyond the last, those that are open are looked for from the top.
function go(step, wanted = null) {
  const at = findings.indexOf(current);
  const ahead = step > 0 ? findings.slice(at + 1) : findings.slice(0, Math.max(at, 0)).reverse();
  const next = [...ahead, ...(wanted ? findings.slice(0, Math.max(at, 0)) : [])].find(
    (finding) => (!wanted || wanted(finding)) && isShown(finding),
  );
  if (next) select(next);
  else if (wanted) say("No other finding that is shown is open.");
  else say(`That was the ${step > 0 ? "last" : "first"} finding that is shown.`);
  return next;
}

// What the filters hide cannot be decided about by a key.
function keep() {
  if (current && isShown(current)) return select(current, "nearest");
  const first = findings.find(isShown);
  if (!first) say("The filters show nothing.");
  return select(first);
}

document.addEventListener(
  "toggle",
  (event) => event.target.matches("details.sidewise[open]") && paragraphs(event.target.closest("section.text")),
  true,
);
