// What is decided: shown on the page, sent to the server, taken back.
const STEERING = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;
const STATES = { accepted: "Accepted", "to-fix": "To fix" };
const held = new Map(); // fingerprint -> the decision that the page shows: {record, said}
const done = []; // what undo takes back, last at the end: {before, after}, or {path, body} of what mends a file
let revision = "";
let texts = "";

const recordOf = (fingerprint) => (held.has(fingerprint) ? held.get(fingerprint).record : null);
const records = (fingerprints) => Object.fromEntries(fingerprints.map((key) => [key, recordOf(key)]));

function hold(decisions) {
  for (const [fingerprint, decision] of Object.entries(decisions)) {
    if (decision) held.set(fingerprint, decision);
    else held.delete(fingerprint);
  }
}

function mark(finding, decision) {
  const line = one(".decision", finding);
  finding.dataset.state = decision ? decision.record.state : "open";
  line.hidden = !decision;
  line.dataset.said = decision ? decision.said : "";
  line.replaceChildren();
  if (!decision) return;
  const label = document.createElement("strong");
  label.textContent = STATES[decision.record.state];
  line.append(label, " ", decision.said);
}

function show() {
  const counts = { open: 0, "to-fix": 0, accepted: 0, error: 0, warning: 0, info: 0 };
  for (const finding of findings) {
    const decision = held.get(finding.dataset.fingerprint);
    const state = decision ? decision.record.state : "open";
    if (finding.dataset.state !== state || (decision && one(".decision", finding).dataset.said !== decision.said)) {
      mark(finding, decision);
    }
    counts[state] += 1;
    if (state !== "accepted") counts[finding.dataset.severity] += 1;
  }
  if (document.readyState === "loading") return; // not all is there to be counted
  for (const total of all("[data-total]")) {
    const number = counts[total.dataset.total];
    one("dd", total).textContent = number.toLocaleString("en");
    if (total.className) total.className = number ? total.dataset.total : "none";
  }
  one(".left").textContent = counts.open ? `${counts.open.toLocaleString("en")} open` : "nothing open";
  const reasons = [...held.values()].map((decision) => (decision.record.reason || "").replace(STEERING, " "));
  one("#reasons").replaceChildren(...[...new Set(reasons)].sort().map((reason) => new Option(reason)));
  offer();
  document.dispatchEvent(new Event("changed"));
}

function take(answer) {
  hold(answer.decisions);
  revision = ""; // to be told of all of them by the next poll
  show();
  const [first] = answer.conflicts;
  if (first === undefined) return true;
  const now = held.get(first);
  const what = now ? `${STATES[now.record.state]} by ${now.said}` : "open again";
  say(`Meanwhile somebody else decided about ${answer.conflicts.length}: ${what}. Decide again to replace that.`, true);
  return false;
}

async function decide(state, reason, targets) {
  const fingerprints = [...new Set(targets.map((finding) => finding.dataset.fingerprint))];
  const before = records(fingerprints);
  if (!take(await ask("decide", { fingerprints, state, reason, seen: before }))) return;
  done.push({ before, after: records(fingerprints) });
  const number = fingerprints.length === 1 ? "" : ` ${fingerprints.length.toLocaleString("en")} findings`;
  leave();
  const further = state === "open" || go(1, isOpen);
  offer();
  say(`${state === "open" ? "Reopened" : STATES[state]}${number}. Undo: u${further ? "" : ". No other one that is shown is open."}`);
}

// What the server does not answer to can be taken back later; what it refuses cannot be.
async function undo() {
  const back = done.at(-1);
  if (!back) return say("There is nothing to undo.");
  try {
    if (back.path) await mend(back.path, back.body, "Taken back");
    else if (take(await ask("restore", { decisions: back.before, seen: back.after }))) say("Undone.");
  } catch (error) {
    if (error.refused) done.pop();
    throw error;
  }
  done.pop();
  offer();
}

// What others do meanwhile, with the texts and with decisions.json.
async function poll(loaded = false) {
  const answer = await ask(`state?revision=${loaded ? "" : revision}`);
  if (loaded) texts = answer.texts;
  one("button", said).hidden = answer.texts === texts;
  revision = answer.revision;
  warn(answer.unread.join(" "));
  if (!answer.decisions) return;
  const keys = [...held.keys()];
  const before = records(keys);
  held.clear();
  hold(answer.decisions);
  if (answer.gone && keys.length) {
    done.push({ before, after: records(keys) });
    say(`decisions.json is gone, and ${keys.length.toLocaleString("en")} decided with it. To write them again: u`, true);
  }
  show();
}

// A program that writes a file may be in the middle of that: what is said twice is true.
let [doubted, warned] = ["", ""];

function warn(unread) {
  if (unread === doubted && unread !== warned) {
    say(unread && `${unread} The page shows it as it was.`, unread !== "");
    warned = unread;
  }
  doubted = unread;
}
