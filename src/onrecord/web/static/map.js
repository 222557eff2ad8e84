// Draws the places of a list or table on a map: borders from borders.js, circles from the attributes of its rows. The
// list holds all of it already, so that nothing is lost where this does not run.
"use strict";
(() => {
  const LARGEST = 21, LARGEST_IN_SMALL = 13, SMALLEST = 4, LABELS = 16, LETTER = 6.6, HIGH = 15, MOST = 0.8;

  const read = (row) => ({
    row,
    at: [Number(row.dataset.lat), Number(row.dataset.lon)],
    name: row.dataset.name,
    number: Number(row.dataset.number),
    precision: row.dataset.precision,
    isArea: "area" in row.dataset,
  });

  // The place in the middle: half of all entries lie on either side of it.
  const middle = (places, axis) => {
    const sorted = [...places].sort((one, other) => one.at[axis] - other.at[axis]);
    let left = sorted.reduce((sum, each) => sum + each.number, 0) / 2;
    return sorted.find((each) => (left -= each.number) <= 0).at[axis];
  };

  // Where most is: the places nearest to the middle, until they have the greater part of the entries.
  const bounds = (places) => {
    const points = places.filter((each) => each.precision !== "country");
    const among = points.length ? points : places;
    const center = L.latLng(middle(among, 0), middle(among, 1));
    let left = among.reduce((sum, each) => sum + each.number, 0) * MOST;
    const near = [...among].sort((one, other) => center.distanceTo(one.at) - center.distanceTo(other.at));
    const kept = near.filter((each) => left > 0 && ((left -= each.number), true));
    return L.latLngBounds(kept.map((each) => each.at)).pad(0.2);
  };

  const words = (text, kind) => {
    const made = document.createElement(kind || "span");
    made.textContent = text;
    return made;
  };

  const popup = (place) => {
    const made = document.createElement("div");
    made.append(words(place.name, "strong"), words(` · ${place.precision}`));
    const line = document.createElement("p");
    const links = [...place.row.querySelectorAll("a[href]")];
    line.append(words(`${place.number.toLocaleString("en")} ${place.number === 1 ? "entry" : "entries"}`));
    links.forEach((each, number) => {
      const link = words(number === 0 ? "the place" : "list them", "a");
      link.href = each.href;
      line.append(" · ", link);
    });
    made.append(line);
    return made;
  };

  const draw = (box) => {
    const list = document.getElementById(box.dataset.map);
    const places = list ? [...list.querySelectorAll("[data-lat]")].map(read) : [];
    if (!places.length) return;
    box.hidden = false;
    const map = L.map(box, {
      attributionControl: false, zoomSnap: 0.5, minZoom: 1, maxZoom: box.dataset.tiles ? 17 : 10, scrollWheelZoom: false,
      worldCopyJump: false, zoomAnimation: !matchMedia("(prefers-reduced-motion: reduce)").matches, fadeAnimation: false,
    });
    map.on("focus", () => map.scrollWheelZoom.enable()).on("blur", () => map.scrollWheelZoom.disable());
    const flat = { interactive: false };
    if (box.dataset.tiles) {
      L.tileLayer(box.dataset.tiles, { maxZoom: 17 }).addTo(map);
    } else {
      L.geoJSON({ type: "Feature", geometry: BORDERS.land }, { ...flat, style: { className: "land" } }).addTo(map);
      L.geoJSON({ type: "Feature", geometry: BORDERS.borders }, { ...flat, style: { className: "borders" } }).addTo(map);
    }
    const fit = () => map.fitBounds(bounds(places), { maxZoom: 8, animate: false });
    fit();

    const most = Math.max(...places.map((each) => each.number));
    const largest = box.classList.contains("small") ? LARGEST_IN_SMALL : LARGEST;
    const radius = (place) => SMALLEST + (largest - SMALLEST) * Math.sqrt(place.number / most);
    const sorted = [...places].sort((one, other) => other.number - one.number);
    sorted.forEach((place) => {
      place.radius = radius(place);
      const kind = place.isArea ? "spot area" : "spot";
      place.circle = L.circleMarker(place.at, { radius: place.radius, className: kind, weight: place.isArea ? 2 : 1 });
      place.circle.bindPopup(() => popup(place), { autoPanPadding: [30, 30] }).addTo(map);
      const drawn = place.circle.getElement();
      drawn.setAttribute("tabindex", "0");
      drawn.setAttribute("role", "button");
      drawn.setAttribute("aria-label", `${place.name}: ${place.number}`);
      drawn.addEventListener("keydown", (event) => {
        if (event.key === "Enter" || event.key === " ") { event.preventDefault(); place.circle.openPopup(); }
      });
      const lit = (is) => () => drawn.classList.toggle("lit", is);
      place.row.addEventListener("mouseenter", lit(true));
      place.row.addEventListener("mouseleave", lit(false));
    });

    // Names of the largest places that have room: none covers another.
    const label = () => {
      const view = map.getSize();
      const taken = sorted.slice(0, LABELS).map((place) => {
        const at = map.latLngToContainerPoint(place.at), half = place.radius * 0.7;
        return [at.x - half, at.y - half, at.x + half, at.y + half, place];
      });
      sorted.forEach((place) => { place.circle.unbindTooltip(); });
      let left = LABELS;
      for (const place of sorted) {
        if (!left) break;
        const at = map.latLngToContainerPoint(place.at), long = place.name.length * LETTER + 6;
        const boxes = {
          right: [at.x + place.radius, at.y - HIGH / 2, at.x + place.radius + long, at.y + HIGH / 2],
          left: [at.x - place.radius - long, at.y - HIGH / 2, at.x - place.radius, at.y + HIGH / 2],
          bottom: [at.x - long / 2, at.y + place.radius, at.x + long / 2, at.y + place.radius + HIGH],
          top: [at.x - long / 2, at.y - place.radius - HIGH, at.x + long / 2, at.y - place.radius],
        };
        const free = (box) => box[0] > 0 && box[1] > 0 && box[2] < view.x && box[3] < view.y && !taken.some(
          (other) => other[4] !== place && box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3]);
        const side = Object.keys(boxes).find((each) => free(boxes[each]));
        if (!side) continue;
        taken.push(boxes[side]);
        left -= 1;
        place.circle.bindTooltip(words(place.name), {
          permanent: true, direction: side, interactive: false, className: place.isArea ? "label area" : "label",
          offset: {
            right: [place.radius - 3, 0], left: [3 - place.radius, 0],
            bottom: [0, place.radius - 5], top: [0, 5 - place.radius],
          }[side],
        });
      }
    };
    label();
    map.on("zoomend moveend resize", label);

    const all = words("All places", "button");
    all.type = "button";
    all.className = "map-all";
    let showsAll = false;
    all.addEventListener("click", () => {
      showsAll = !showsAll;
      all.textContent = showsAll ? "Where most is" : "All places";
      if (showsAll) map.fitBounds(L.latLngBounds(places.map((each) => each.at)).pad(0.1), { animate: false }); else fit();
    });
    if (places.some((each) => !map.getBounds().contains(each.at))) box.append(all);
    L.DomEvent.disableClickPropagation(all);
  };

  document.querySelectorAll("[data-map]").forEach(draw);
})();
