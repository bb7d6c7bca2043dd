"use strict";
// Filters, and keys to walk. Without this script every finding stands on the page, and the form stays hidden.
(() => {
  const form = document.querySelector("form.filters");
  if (!form) return;
  const fields = form.elements;
  const status = form.querySelector("output");
  const boxes = [...fields.severity];
  const hint = document.querySelector(".hint");
  const words = new WeakMap();
  const APART = new Set(["accepted", "suppressed", "known"]);

  function said(finding) {
    const own = [...finding.children].filter((part) => !part.matches(".context, .tools"));
    if (!words.has(finding)) words.set(finding, own.map((part) => part.textContent).join(" ").toLowerCase());
    return words.get(finding);
  }

  function wanted() {
    return {
      lang: fields.lang.value,
      check: fields.check.value,
      state: fields.state ? fields.state.value : "",
      words: fields.words.value.trim().toLowerCase(),
      severity: boxes.filter((box) => box.checked).map((box) => box.value),
    };
  }

  function apply() {
    if (document.readyState === "loading") return; // not all is there
    const { lang, check, state, words: search, severity } = wanted();
    const filtered = lang !== "" || check !== "" || state !== "" || search !== "" || severity.length < boxes.length;
    const opened = search !== "" || APART.has(state); // what is left out counts only where it is asked for
    const shown = new Set();
    let count = 0;
    let all = 0;
    for (const finding of document.querySelectorAll("article.finding")) {
      const data = finding.dataset;
      const counts = opened || !finding.parentNode.matches(".apart");
      const keep =
        (lang === "" || data.lang === lang) &&
        (check === "" || data.check === check) &&
        (state === "" || data.state === state) &&
        severity.includes(data.severity) &&
        (search === "" || said(finding).includes(search));
      if (finding.hidden === keep) finding.hidden = !keep;
      if (keep) shown.add(finding.parentNode);
      all += counts;
      count += counts && keep;
    }
    for (const text of document.querySelectorAll("section.text")) {
      const apart = text.querySelector(".apart");
      if (apart) {
        apart.hidden = !shown.has(apart);
        if (opened !== (apart.dataset.opened === "true")) apart.open = opened;
        apart.dataset.opened = opened;
      }
      const own = text.dataset.lang === lang && check + state + search === "";
      text.hidden = filtered && !(own || shown.has(text) || (apart && shown.has(apart) && opened));
    }
    status.value = filtered ? `${count.toLocaleString("en")} of ${all.toLocaleString("en")} shown` : `${all.toLocaleString("en")} in all`;
  }

  // The filters stand in the address, so that a link shows what they show.
  function tell() {
    const { severity, ...rest } = wanted();
    const told = Object.entries(rest).filter(([, value]) => value !== "");
    if (severity.length < boxes.length) told.push(["severity", severity.join(",")]);
    history.replaceState(null, "", `#${new URLSearchParams(told)}`);
  }

  function take(hash) {
    const told = new URLSearchParams(hash);
    form.reset();
    for (const name of ["lang", "check", "state", "words"]) {
      if (fields[name] && told.has(name)) fields[name].value = told.get(name);
    }
    if (told.has("severity")) boxes.forEach((box) => (box.checked = told.get("severity").split(",").includes(box.value)));
    apply();
  }

  // A link must reach its finding whatever the filters hide.
  function follow(fresh) {
    const hash = location.hash.slice(1);
    if (hash.includes("=")) {
      take(hash);
      return document.getElementById("findings").scrollIntoView();
    }
    if (hash === "") return take("");
    const target = document.getElementById(decodeURIComponent(hash));
    if (!target) return;
    const closed = target.closest("details:not([open])");
    const hidden = target.closest("[hidden]");
    if (hidden) take("");
    if (closed) closed.open = true;
    if (!(hidden || closed || fresh)) return;
    target.scrollIntoView();
    // What now comes into view takes its real height, which may move the target.
    requestAnimationFrame(() => requestAnimationFrame(() => target.scrollIntoView()));
  }

  // ---- keys; the page of a review has its own

  let current = null;

  function walk(step) {
    const seen = [...document.querySelectorAll("article.finding:not([hidden])")].filter(
      (finding) => !finding.closest("[hidden], details:not([open])"),
    );
    const here = seen.includes(current)
      ? seen.indexOf(current) + step
      : seen.findIndex((finding) => finding.getBoundingClientRect().bottom > 100);
    const next = seen[Math.max(0, here)];
    if (!next) return;
    current = next;
    current.tabIndex = -1;
    current.focus();
  }

  function press(event) {
    const typing = event.target.closest("input:not([type=checkbox]), select, textarea");
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && typing) return typing.blur();
    if (typing) return;
    if (event.key === "j") walk(1);
    if (event.key === "k") walk(-1);
    if (event.key === "/") {
      event.preventDefault();
      fields.words.focus();
    }
  }

  form.hidden = false;
  form.addEventListener("input", () => {
    apply();
    tell();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  document.addEventListener("changed", apply);
  document.addEventListener("click", (event) => {
    const cell = event.target.closest("a.heat");
    if (!cell || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const hash = `#${cell.dataset.filter}`;
    if (hash === location.hash) follow(false);
    else location.hash = hash;
  });
  if (hint) {
    hint.hidden = false;
    document.addEventListener("keydown", press);
    document.addEventListener("focusin", (event) => (current = event.target.closest("article.finding") || current));
  }
  addEventListener("hashchange", () => follow(false));
  // Browsers keep the state of a form over a reload.
  addEventListener("pageshow", () => {
    apply();
    // The form moved what the browser had scrolled to already.
    if (location.hash) follow(performance.getEntriesByType("navigation")[0].type === "navigate");
  });
  document.addEventListener("DOMContentLoaded", apply);
})();
