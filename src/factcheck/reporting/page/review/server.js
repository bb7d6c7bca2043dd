"use strict";
// A review: what its page asks of the server that it came from, and what it says to the reviewer.
const one = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const said = one(".said");
let busy = 0; // how much waits to be done

function say(message, wrong = false) {
  one("output", said).value = message;
  said.classList.toggle("wrong", wrong);
}

async function request(path, body) {
  const post = { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
  try {
    return await fetch(path, { ...(body ? post : {}), signal: AbortSignal.timeout(60_000) });
  } catch {
    throw new Error("The server does not answer: is factcheck review still running?");
  }
}

// What the server refuses in words is thrown with refused set: asking again would not help.
async function ask(path, body) {
  const response = await request(path, body);
  const answer = await response.json().catch(() => ({ error: "The server failed: see what its terminal says." }));
  if (!response.ok) throw Object.assign(new Error(answer.error), { refused: response.status < 500 });
  return answer;
}

// A page, or a part of one, as a document.
async function fetched(path) {
  const response = await request(path);
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return new DOMParser().parseFromString(text, "text/html");
}

// One thing after another, in the order of the keys: the next one waits for the answer to the last.
let last = Promise.resolve();

function work(task) {
  busy += 1;
  last = last
    .then(() => task())
    .catch((error) => say(error.message, true))
    .finally(() => (busy -= 1));
  return last;
}
