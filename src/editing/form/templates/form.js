// Checks while somebody types, with the same page that the button "check" gives: messages stand beside the boxes that were touched,
// the page as it would be is shown anew. Saving needs no script, nor does anything else here.
const form = document.querySelector("form");
const touched = new Set();
const typed = () => new URLSearchParams(new FormData(form)).toString();
const saved = "unsaved" in form.dataset ? "" : typed();
let leaving = false;
let timer, asking;

const part = (field) => field.replace(/\.(id|en|jv|mad)$/, "");
const said = (page, field) => page.querySelector(`.messages[data-field="${CSS.escape(field)}"]`);

async function check() {
  asking?.abort();
  asking = new AbortController();
  const body = new URLSearchParams(new FormData(form));
  try {
    const answer = await fetch(form.action, { method: "POST", body, signal: asking.signal });
    if (![200, 403, 409].includes(answer.status)) return;
    show(new DOMParser().parseFromString(await answer.text(), "text/html"));
  } catch {
    // It is checked again with the next letter, and when it is saved.
  }
}

function show(page) {
  const all = document.querySelector("#k-summary section");
  for (const box of document.querySelectorAll(".messages[data-field]")) {
    const field = box.dataset.field;
    if (!all && !touched.has(part(field))) continue;
    const now = said(page, field);
    if (now && now.innerHTML !== box.innerHTML) box.innerHTML = now.innerHTML;
    const input = document.getElementById(`k-${field}`);
    if (box.querySelector(".wrong")) input?.setAttribute("aria-invalid", "true");
    else input?.removeAttribute("aria-invalid");
  }
  document.querySelector("#k-notes").innerHTML = page.querySelector("#k-notes").innerHTML;
  if (all) document.querySelector("#k-summary").innerHTML = page.querySelector("#k-summary").innerHTML;
  const [mine, theirs] = [document, page].map((d) => d.querySelector(".sheet"));
  const [frame, next] = [mine, theirs].map((sheet) => sheet.querySelector("iframe"));
  if (frame && next) frame.contentWindow.location.replace(next.getAttribute("src"));
  else if (frame || next) mine.innerHTML = theirs.innerHTML;
}

const touch = ({ target }) => {
  if (target.name) touched.add(part(target.name));
};
form.addEventListener("focusout", touch);
form.addEventListener("change", touch);
form.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(check, 600);
});
form.addEventListener("submit", (event) => {
  // What is sent is on its way; a second press would send it again.
  if (leaving) event.preventDefault();
  leaving = true;
  setTimeout(() => (leaving = false), 3000);
  clearTimeout(timer);
  asking?.abort();
});
addEventListener("pageshow", () => (leaving = false));
addEventListener("beforeunload", (event) => {
  if (!leaving && saved !== typed()) event.preventDefault();
});
document.querySelector("#k-summary section")?.focus();
