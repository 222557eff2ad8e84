// Conveniences on top of pages that work without. Keys: "/" goes to the search; what carries data-key is pressed by its
// key, what carries data-open is opened by its.
"use strict";
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
