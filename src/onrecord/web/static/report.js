// Conveniences on a report that reads well without: the rest of a cited passage, and which words a note is about.
"use strict";
(() => {
  const lit = (name, wanted) => {
    document.querySelectorAll(`.${name}`).forEach((each) => each.classList.remove(name));
    if (wanted) document.querySelectorAll(wanted).forEach((each) => each.classList.add(name));
  };
  const cited = () => {
    const name = location.hash.slice(1);
    lit("cited", /^c\d+-\d+$/.test(name) ? `[data-on="${name}"]` : "");
  };
  const pointed = (event) => {
    const held = event.target instanceof Element && event.target.closest("[data-of]");
    const id = held ? held.dataset.of.split(" ")[0] : "";
    lit("lit", /^[0-9a-f]+$/.test(id) ? `[data-of~="${id}"]` : "");
  };
  addEventListener("hashchange", cited);
  document.addEventListener("mouseover", pointed);
  document.addEventListener("focusin", pointed);
  cited();
})();
