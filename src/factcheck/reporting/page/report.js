"use strict";
// Filters only. Without this script every finding stands on the page, and the form stays hidden.
(() => {
  const form = document.querySelector("form.filters");
  if (!form) return;
  const status = form.querySelector("output");
  const boxes = [...form.elements.severity];
  const words = new WeakMap();

  function said(finding) {
    if (!words.has(finding)) words.set(finding, finding.textContent.toLowerCase());
    return words.get(finding);
  }

  function apply() {
    const lang = form.elements.lang.value;
    const check = form.elements.check.value;
    const state = form.elements.state ? form.elements.state.value : "";
    const search = form.elements.words.value.trim().toLowerCase();
    const severities = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    const filtered = lang !== "" || check !== "" || state !== "" || search !== "" || severities.size < boxes.length;
    const findings = document.querySelectorAll("article.finding");
    const shown = new Set();
    let count = 0;
    for (const finding of findings) {
      const data = finding.dataset;
      const keep =
        (lang === "" || data.lang === lang) &&
        (check === "" || data.check === check) &&
        (state === "" || data.state === state) &&
        severities.has(data.severity) &&
        (search === "" || said(finding).includes(search));
      finding.hidden = !keep;
      if (keep) {
        shown.add(data.lang);
        count += 1;
      }
    }
    for (const text of document.querySelectorAll("section.text")) {
      const own = text.dataset.lang;
      text.hidden = filtered && !(shown.has(own) || (lang === own && check + state + search === ""));
    }
    status.value = filtered ? `${count} of ${findings.length} shown` : `${findings.length} in all`;
  }

  // A link must reach its finding whatever the filters hide.
  function reveal() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.closest("[hidden]")) {
      form.reset();
      apply();
      target.scrollIntoView();
    }
  }

  form.hidden = false;
  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  document.addEventListener("changed", apply);
  addEventListener("hashchange", reveal);
  // Browsers keep the state of a form over a reload.
  addEventListener("pageshow", () => {
    apply();
    reveal();
  });
  apply();
})();
