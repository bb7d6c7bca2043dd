"use strict";
// Filters only. Without this script every finding stands on the page, and the form stays hidden.
(() => {
  const form = document.querySelector("form.filters");
  if (!form) return;
  const findings = [...document.querySelectorAll("article.finding")];
  const texts = [...document.querySelectorAll("section.text")];
  const status = form.querySelector("output");
  const boxes = [...form.elements.severity];

  function apply() {
    const lang = form.elements.lang.value;
    const check = form.elements.check.value;
    const severities = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    const filtered = lang !== "" || check !== "" || severities.size < boxes.length;
    const shown = new Map();
    let count = 0;
    for (const finding of findings) {
      const data = finding.dataset;
      const keep =
        (lang === "" || data.lang === lang) && (check === "" || data.check === check) && severities.has(data.severity);
      finding.hidden = !keep;
      if (keep) {
        shown.set(data.lang, true);
        count += 1;
      }
    }
    for (const text of texts) {
      const own = text.dataset.lang;
      text.hidden = filtered && !(shown.has(own) || (lang === own && check === ""));
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
  form.addEventListener("change", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", reveal);
  // Browsers keep the state of a form over a reload.
  addEventListener("pageshow", () => {
    apply();
    reveal();
  });
  apply();
})();
