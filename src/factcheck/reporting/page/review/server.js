"use strict";
// A review: what its page asks of the server that it came from, and what it says to the reviewer.
const one = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const said = one(".said");
let busy = false;

function say(message, wrong = false) {
  one("output", said).value = message;
  said.classList.toggle("wrong", wrong);
}

async function request(path, body) {
  const post = { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
  try {
    return await fetch(path, body ? post : {});
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
  if (!response.ok) throw new Error("The page cannot be loaded again: its files cannot be read.");
  return new DOMParser().parseFromString(text, "text/html");
}

// One thing at a time: what is pressed meanwhile is dropped.
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
