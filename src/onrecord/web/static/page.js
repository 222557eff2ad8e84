// Conveniences on top of pages that work without. Keys: "/" goes to the search; what carries data-key is pressed by its
// key, what carries data-open is opened by its.
"use strict";
// Where the navigation is a row that scrolls, the present page is in sight.
const row = document.querySelector(".wrap > nav"), present = row && row.querySelector("a[aria-current]");
if (present && row.scrollWidth > row.clientWidth) row.scrollLeft = present.offsetLeft - row.offsetLeft - 16;
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "/") {
    const search = document.getElementById("q");
    if (search) { event.preventDefault(); search.focus(); }
    return;
  }
  if (!/^[a-z]$/.test(event.key)) return;
  const pressed = document.querySelector(`[data-key="${event.key}"]`);
  const opened = document.querySelector(`[data-open="${event.key}"]`);
  if (pressed) { event.preventDefault(); pressed.click(); }
  else if (opened) {
    event.preventDefault();
    opened.open = !opened.open;
    opened.querySelector(opened.open ? "select, input:not([type=hidden])" : "summary").focus();
  }
});

// Of the fields that can be set, only the one that was chosen is shown.
for (const choice of document.querySelectorAll("[data-chooses]")) {
  const places = choice.form.querySelectorAll("[data-chosen-by]");
  const show = () => { for (const place of places) place.hidden = place.dataset.chosenBy !== choice.value; };
  choice.addEventListener("change", show);
  show();
}

// Work under way: asks how far it is, and shows the page anew when it is over.
for (const place of document.querySelectorAll("[data-again]")) {
  const ask = async () => {
    const answer = await fetch(place.dataset.again);
    if (!answer.ok) return;
    const [job] = (await answer.json()).rows;
    place.querySelector(".num").textContent = (job.read || 0).toLocaleString("en");
    if (["done", "stopped"].includes(job.state)) location.reload();
    else setTimeout(ask, 1000);
  };
  setTimeout(ask, 700);
}

// Files dropped on the form are as if they had been chosen.
for (const place of document.querySelectorAll("[data-drop]")) {
  const input = place.querySelector("input[type=file]");
  const told = place.querySelector("[data-chosen]");
  const tell = () => { told.textContent = input.files.length ? `${input.files.length} chosen` : ""; };
  input.addEventListener("change", tell);
  for (const kind of ["dragover", "dragleave", "drop"]) {
    place.addEventListener(kind, (event) => {
      event.preventDefault();
      place.classList.toggle("over", kind === "dragover");
      if (kind === "drop") { input.files = event.dataTransfer.files; tell(); }
    });
  }
}

// What can be added to the filter opens in place, and is narrowed while letters are typed.
{
  const offered = async (address) => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(address);
    return new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("pick");
  };
  const narrows = (pick) => {
    const form = pick.querySelector("form.typed[role=search]");
    if (!form) return;
    const typed = form.querySelector("#typed");
    const base = form.dataset.address || location.pathname;
    let waiting;
    typed.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(async () => {
        const found = await offered(`${base}?${new URLSearchParams(new FormData(form))}`);
        pick.querySelector(".offers").replaceChildren(...found.querySelector(".offers").childNodes);
      }, 180);
    });
  };
  const open = async (address, dialog) => {
    const pick = await offered(address);
    const form = pick.querySelector("form.typed[role=search]");
    const path = new URL(address, location.href).pathname;
    if (form) { form.action = path; form.dataset.address = path; }
    const close = document.createElement("button");
    close.type = "button"; close.className = "close"; close.textContent = "Close";
    close.addEventListener("click", () => dialog.close());
    dialog.replaceChildren(close, pick);
    dialog.setAttribute("aria-label", pick.querySelector("h1").textContent);
    for (const tab of pick.querySelectorAll(".tabs a")) {
      tab.addEventListener("click", (event) => { event.preventDefault(); open(tab.href, dialog).catch(() => { location.href = tab.href; }); });
    }
    narrows(pick);
    if (!dialog.open) dialog.showModal();
    const first = pick.querySelector("#typed, input[type=date], .offered a");
    if (first) first.focus();
  };
  const here = document.querySelector("main > #pick");
  if (here) narrows(here);
  else if (typeof HTMLDialogElement === "function") {
    for (const chip of document.querySelectorAll("a.chip.add")) {
      chip.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
        event.preventDefault();
        let dialog = document.querySelector("dialog.picking");
        if (!dialog) {
          dialog = document.createElement("dialog");
          dialog.className = "picking";
          document.body.append(dialog);
          dialog.addEventListener("click", (each) => { if (each.target === dialog) dialog.close(); });
        }
        open(chip.href, dialog).catch(() => { location.href = chip.href; });
      });
    }
  }
}
