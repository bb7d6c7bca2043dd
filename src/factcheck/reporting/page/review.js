"use strict";
// Walks through the findings, and sends what is decided and edited to the server that this page came from.
(() => {
  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const filters = one("form.filters");
  const said = one(".said");
  const loader = one(".said button");
  const keys = one("#keys");
  const [context, tools] = one("#tools").content.cloneNode(true).children;
  const why = one(".why", tools);
  const rewrite = one(".rewrite", tools);
  const STEERING = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;
  const STATES = { accepted: "Accepted", "to-fix": "To fix" };

  const held = new Map(); // fingerprint -> the decision that the page shows: {record, said}
  const done = []; // what undo takes back, last at the end
  let current = null;
  let deciding = "";
  let editing = null; // {text, segment, block, suggested}
  let revision = "";
  let texts = "";
  let busy = false;

  // ---- talking to the server

  function say(message, wrong = false) {
    one("output", said).value = message;
    said.classList.toggle("wrong", wrong);
  }

  async function ask(path, body) {
    const post = { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
    let response;
    try {
      response = await fetch(path, body ? post : {});
    } catch {
      throw new Error("The server does not answer: is factcheck review still running?");
    }
    const answer = await response.json();
    if (!response.ok) throw new Error(answer.error);
    return answer;
  }

  async function work(task) {
    if (busy) return;
    busy = true;
    try {
      await task();
    } catch (error) {
      say(error.message, true);
    } finally {
      busy = false;
    }
  }

  // ---- decisions on the page

  const findings = () => all("article.finding");
  const recordOf = (fingerprint) => (held.has(fingerprint) ? held.get(fingerprint).record : null);
  const records = (fingerprints) => Object.fromEntries(fingerprints.map((key) => [key, recordOf(key)]));

  function hold(decisions) {
    for (const [fingerprint, decision] of Object.entries(decisions)) {
      if (decision) held.set(fingerprint, decision);
      else held.delete(fingerprint);
    }
  }

  function show() {
    const counts = { open: 0, "to-fix": 0, accepted: 0, error: 0, warning: 0, info: 0 };
    for (const finding of findings()) {
      const decision = held.get(finding.dataset.fingerprint);
      const state = decision ? decision.record.state : "open";
      const line = one(".decision", finding);
      if (finding.dataset.state !== state || (decision && line.dataset.said !== decision.said)) {
        finding.dataset.state = state;
        line.hidden = !decision;
        line.dataset.said = decision ? decision.said : "";
        line.replaceChildren();
        if (decision) {
          const label = document.createElement("strong");
          label.textContent = STATES[state];
          line.append(label, " ", decision.said);
        }
      }
      counts[state] += 1;
      if (state !== "accepted") counts[finding.dataset.severity] += 1;
    }
    for (const total of all("[data-total]")) {
      const number = counts[total.dataset.total];
      one("dd", total).textContent = number.toLocaleString("en");
      if (total.className) total.className = number ? total.dataset.total : "none";
    }
    const reasons = [...held.values()].map((decision) => (decision.record.reason || "").replace(STEERING, " "));
    one("#reasons").replaceChildren(...[...new Set(reasons)].sort().map((reason) => new Option(reason)));
    document.dispatchEvent(new Event("changed"));
  }

  function take(answer) {
    hold(answer.decisions);
    show();
    const [first] = answer.conflicts;
    if (first === undefined) return true;
    const now = held.get(first);
    const what = now ? `${STATES[now.record.state]} by ${now.said}` : "open again";
    say(`Meanwhile somebody else decided about ${answer.conflicts.length}: ${what}. Decide again to replace that.`, true);
    return false;
  }

  const decide = (state, reason, targets) =>
    work(async () => {
      const fingerprints = [...new Set(targets.map((finding) => finding.dataset.fingerprint))];
      const before = records(fingerprints);
      const answer = await ask("decide", { fingerprints, state, reason, seen: before });
      if (!take(answer)) return;
      done.push({ before, after: records(fingerprints) });
      const number = fingerprints.length === 1 ? "" : ` ${fingerprints.length} findings`;
      say(`${state === "open" ? "Reopened" : STATES[state]}${number}. Undo: u`);
      leave();
      if (state !== "open") go(1, (finding) => finding.dataset.state === "open");
    });

  const undo = () =>
    work(async () => {
      const last = done.pop();
      if (!last) return say("Nothing to undo.");
      if (last.edit) return save(last.edit, "Taken back");
      if (take(await ask("restore", { decisions: last.before, seen: last.after }))) say("Undone.");
    });

  // ---- editing

  const edit = () =>
    work(async () => {
      if (!current) return;
      const { text, fingerprint, lang } = current.dataset;
      editing = await ask(`block?text=${text}&fingerprint=${fingerprint}`);
      rewrite.elements.text.value = editing.block;
      rewrite.elements.text.lang = one(`#text-${lang} .pair p:last-child`)?.lang || "";
      one("[data-act=suggest]", rewrite).hidden = !editing.suggested;
      open(rewrite, rewrite.elements.text);
    });

  async function save({ text, segment, old, text_new: fresh }, word) {
    const answer = await ask("edit", { text, segment, old, new: fresh });
    if (word === "Saved") done.push({ edit: { text, segment, old: fresh, text_new: old } });
    leave();
    await load(text);
    say(`${word} and checked again: ${answer.found}`);
  }

  // Takes over from the page as it is now whatever depends on the texts, or on one of them.
  async function load(text) {
    const place = findings().indexOf(current);
    const anchor = current && current.id;
    const response = await fetch(text === undefined ? "./" : `./?text=${text}`);
    if (!response.ok) throw new Error("The page cannot be loaded again.");
    const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
    const chosen = all("select", filters).map((select) => [select, select.value]);
    for (const [select] of chosen) select.replaceChildren(...one(`form.filters [name=${select.name}]`, fresh).children);
    for (const [select, value] of chosen) select.value = all("option", select).some((o) => o.value === value) ? value : "";
    const overview = "main > section[aria-labelledby]"; // whatever sums up the findings, and is changed by no script
    one(".totals").replaceWith(one(".totals", fresh));
    all(overview).forEach((part) => part.remove());
    one("#findings").before(...all(overview, fresh));
    const sections = all("section.text", fresh);
    if (text === undefined) {
      all("section.text").forEach((section) => section.remove());
      one("#findings").append(...sections);
    } else {
      for (const section of sections) {
        const before = document.getElementById(section.id);
        if (before) before.replaceWith(section);
        else one("#findings").append(section);
      }
    }
    current = null;
    await poll(true);
    const now = findings();
    select(document.getElementById(anchor) || now[Math.min(Math.max(place, 0), now.length - 1)]);
  }

  // ---- what others do meanwhile

  async function poll(loaded = false) {
    const answer = await ask(`state?revision=${loaded ? "" : revision}`);
    if (loaded) texts = answer.texts;
    loader.hidden = answer.texts === texts;
    revision = answer.revision;
    if (!answer.decisions) return;
    held.clear();
    hold(answer.decisions);
    show();
  }

  // ---- walking

  function select(finding) {
    if (!finding) return;
    if (current !== finding) {
      leave();
      if (current) {
        current.classList.remove("current");
        current.removeAttribute("aria-current");
      }
      current = finding;
      current.classList.add("current");
      current.setAttribute("aria-current", "true");
      const pair = one(`.pair[data-findings~="${CSS.escape(current.id)}"]`, current.closest("section"));
      const around = pair ? [pair.previousElementSibling, pair, pair.nextElementSibling] : [];
      const copies = around.filter(Boolean).map((each) => {
        const copy = each.cloneNode(true);
        copy.classList.toggle("near", each !== pair);
        return copy;
      });
      context.replaceChildren(...copies);
      one(".message", current).after(context);
      current.append(tools);
      history.replaceState(null, "", `#${current.id}`);
    }
    current.focus({ preventScroll: true });
    current.scrollIntoView({ block: current.offsetHeight > innerHeight * 0.7 ? "start" : "nearest" });
  }

  function go(step, wanted = () => true) {
    const list = findings();
    for (let at = list.indexOf(current) + step; at >= 0 && at < list.length; at += step) {
      if (isShown(list[at]) && wanted(list[at])) return select(list[at]);
    }
  }

  const isShown = (finding) => !finding.closest("[hidden]");

  // What the filters hide cannot be decided about by a key.
  function keep() {
    if (current && isShown(current)) return select(current);
    const first = findings().find(isShown);
    if (!first) say("The filters show nothing.");
    return select(first);
  }

  // ---- forms

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

  function scopes(state) {
    const own = current.dataset;
    const wanted = findings().filter((finding) => finding === current || finding.dataset.state !== state);
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

  function explain(state) {
    if (!current) return;
    deciding = state;
    why.scopes = scopes(state);
    why.elements.scope.replaceChildren(
      ...why.scopes.map(([label, list], at) => new Option(label.replace("#", list.length.toLocaleString("en")), at)),
    );
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
    return decide(deciding, reason, why.scopes[why.elements.scope.value][1]);
  });

  rewrite.addEventListener("submit", (event) => {
    event.preventDefault();
    const { text, segment, block: old } = editing;
    work(() => save({ text, segment, old, text_new: rewrite.elements.text.value }, "Saved"));
  });

  const acts = {
    accept: () => explain("accepted"),
    fix: () => current && decide("to-fix", "", [current]),
    note: () => explain("to-fix"),
    edit,
    reopen: () => current && decide("open", "", [current]),
    undo,
    cancel: leave,
    suggest: () => {
      rewrite.elements.text.value = editing.suggested;
      rewrite.elements.text.focus();
    },
    load: () => work(() => load()),
    next: () => say("") || go(1),
    previous: () => say("") || go(-1),
    open: () => go(1, (finding) => finding.dataset.state === "open"),
    filter: () => filters.elements.words.focus(),
    help: () => keys.showModal(),
  };
  const KEYS = { j: "next", k: "previous", n: "open", a: "accept", f: "fix", F: "note", e: "edit", r: "reopen" };
  Object.assign(KEYS, { u: "undo", "/": "filter", g: "load", "?": "help", Escape: "cancel" });

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-act]");
    if (button) return acts[button.dataset.act]();
    const finding = event.target.closest("article.finding");
    if (finding && finding !== current && !event.target.closest("a")) select(finding);
  });

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input:not([type=checkbox]), textarea, select");
    if (event.key === "Enter" && event.ctrlKey && rewrite.contains(event.target)) return rewrite.requestSubmit();
    if (keys.open || event.ctrlKey || event.metaKey || event.altKey || !KEYS[event.key]) return;
    if (typing && event.key !== "Escape") return;
    if (typing && !tools.contains(typing)) return typing.blur() || keep();
    event.preventDefault();
    if (current && !isShown(current) && !typing && "afFer".includes(event.key)) return keep();
    acts[KEYS[event.key]]();
  });

  addEventListener("hashchange", () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.matches("article.finding")) select(target);
  });

  setInterval(() => document.hidden || busy || poll().catch((error) => say(error.message, true)), 3000);
  work(async () => {
    await poll(true);
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    select(target && target.matches("article.finding") ? target : findings().find((f) => f.dataset.state === "open"));
  });
})();
