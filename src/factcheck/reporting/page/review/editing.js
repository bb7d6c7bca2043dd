// A paragraph is edited, or one that the translation lacks is put in; the server checks again at once.
const rewrite = one(".rewrite", tools);
let editing = null; // {text, segment, block, suggested}

async function edit() {
  if (!current) return;
  const { text, fingerprint } = current.dataset;
  editing = { fingerprint, ...(await ask(`block?text=${text}&fingerprint=${fingerprint}`)) };
  const label = editing.where ? `The missing text, to be put in ${editing.where}` : "The paragraph, as the file has it";
  one("[data-label]", rewrite).textContent = label;
  one("[type=submit] span", rewrite).textContent = editing.where ? "Put in and check" : "Save and check";
  rewrite.elements.text.value = editing.block;
  rewrite.elements.text.lang = editing.lang;
  one("[data-act=suggest]", rewrite).hidden = !editing.suggested;
  open(rewrite, rewrite.elements.text);
}

async function adopt() {
  if (!current) return;
  const { text, fingerprint } = current.dataset;
  const found = await ask(`block?text=${text}&fingerprint=${fingerprint}`);
  if (!found.suggested) return say("There is nothing to take over here: edit the paragraph (e).");
  await save(found, found.suggested);
}

async function save({ text, segment, block, fingerprint, where }, fresh) {
  if (where) {
    const made = await mend("insert", { text, fingerprint, new: fresh }, "Put in");
    done.push({ path: "remove", body: { text, segment: made.segment, old: made.written } });
  } else {
    await mend("edit", { text, segment, old: block, new: fresh }, "Saved");
    done.push({ path: "edit", body: { text, segment, old: fresh, new: block } });
  }
  offer();
}

async function mend(path, body, word) {
  const answer = await ask(path, body);
  leave();
  await load(body.text);
  say(path === "remove" ? "Taken out again." : `${word} and checked again: ${answer.found} Undo: u`);
  return answer;
}

// Takes over from the page as it is now whatever depends on the texts, or on one of them.
async function load(text) {
  const [place, anchor] = [findings.indexOf(current), current && current.id];
  const fresh = await fetched(text === undefined ? "./" : `./?text=${text}`);
  const chosen = all("select", filters).map((select) => [select, select.value]);
  for (const [select] of chosen) select.replaceChildren(...one(`form.filters [name=${select.name}]`, fresh).children);
  for (const [select, value] of chosen) select.value = all("option", select).some((o) => o.value === value) ? value : "";
  const overview = "main > section[aria-labelledby]"; // whatever sums up the findings, and is changed by no script
  one(".totals").replaceWith(one(".totals", fresh));
  all(overview).forEach((part) => part.remove());
  one("#findings").before(...all(overview, fresh));
  replace(all("section.text", fresh), text === undefined);
  findings = all("article.finding");
  current = null;
  await poll(true);
  select(document.getElementById(anchor) || findings[Math.min(Math.max(place, 0), findings.length - 1)], "nearest");
}

// The sections on texts, all of them or some, for those that were there; what was unfolded is again.
function replace(sections, whole) {
  const unfolded = all("section.text:has(.sidewise[open])").map((section) => section.id);
  if (whole) all("section.text").forEach((section) => section.remove());
  for (const section of sections) {
    const before = document.getElementById(section.id);
    if (before) before.replaceWith(section);
    else one("#findings").append(section);
    if (unfolded.includes(section.id)) one(".sidewise", section).open = true;
  }
}
