// Draws the places of a list or table on a map: borders from borders.js, names by naming.js, circles from the attributes
// of its rows. The list holds all of it already, so that nothing is lost where this does not run.
"use strict";
(() => {
  const LARGEST = 21, LARGEST_IN_SMALL = 13, AREA = 26, SPOT = 8, SMALLEST = 4, MOST = 0.8;
  const LABELS = 16, LETTER = 6.6, HIGH = 15, FOREMOST = 3;

  const CLOSEST = { country: 4.5, province: 6.5 }, CLOSE = 8; // zoom at which one area is seen whole

  const read = (row) => ({
    row,
    at: [Number(row.dataset.lat), Number(row.dataset.lon)],
    name: row.dataset.name,
    number: Number(row.dataset.number),
    precision: row.dataset.precision,
    isArea: "area" in row.dataset,
    isAlone: "alone" in row.dataset,
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
    if (place.isAlone) return made;
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

  // The boxes beside a circle where its name may stand, the best first, with what Leaflet needs to put it there.
  const around = ({ radius, name }, { x, y }) => {
    const long = name.length * LETTER + 6, half = HIGH / 2, slant = radius * 0.8;
    const beside = [[1, radius, 0], [-1, radius, 0]];
    const aslant = [[1, slant, -slant], [-1, slant, -slant], [1, slant, slant], [-1, slant, slant]];
    const level = ([way, dx, dy]) => {
      const near = x + way * dx, far = near + way * long;
      return {
        side: way > 0 ? "right" : "left", offset: [way * (dx - 3), dy],
        box: [Math.min(near, far), y + dy - half, Math.max(near, far), y + dy + half],
      };
    };
    const upright = (way) => ({
      side: way > 0 ? "bottom" : "top", offset: [0, way * (radius - 5)],
      box: [x - long / 2, y + way * (radius + half) - half, x + long / 2, y + way * (radius + half) + half],
    });
    return [...beside.map(level), upright(1), upright(-1), ...aslant.map(level)];
  };

  const draw = (box) => {
    const list = document.getElementById(box.dataset.map);
    const places = list ? [...list.querySelectorAll("[data-lat]")].map(read) : [];
    if (!places.length) return;
    box.hidden = false;
    const map = L.map(box, {
      attributionControl: false, zoomSnap: 0.5, minZoom: box.clientWidth > 700 ? 2 : 1, maxZoom: box.dataset.tiles ? 17 : 10,
      scrollWheelZoom: false, worldCopyJump: false, fadeAnimation: false,
      zoomAnimation: !matchMedia("(prefers-reduced-motion: reduce)").matches,
    });
    map.on("focus", () => map.scrollWheelZoom.enable()).on("blur", () => map.scrollWheelZoom.disable());
    const flat = { interactive: false };
    if (box.dataset.tiles) {
      L.tileLayer(box.dataset.tiles, { maxZoom: 17 }).addTo(map);
    } else {
      L.geoJSON({ type: "Feature", geometry: BORDERS.land }, { ...flat, style: { className: "land" } }).addTo(map);
      L.geoJSON({ type: "Feature", geometry: BORDERS.borders }, { ...flat, style: { className: "borders" } }).addTo(map);
    }
    const named = L.layerGroup().addTo(map);
    L.control.scale({ imperial: false, maxWidth: 90 }).addTo(map);
    const alone = places.length === 1 && places[0].isAlone;
    const closest = (alone && CLOSEST[places[0].precision]) || CLOSE;
    const below = [0, alone ? 0 : 36]; // where the button stands
    const fit = () => map.fitBounds(bounds(places), { maxZoom: closest, animate: false, paddingBottomRight: below });
    fit();

    const most = Math.max(...places.map((each) => each.number));
    const largest = box.classList.contains("small") ? LARGEST_IN_SMALL : LARGEST;
    const radius = (place) => (alone ? (place.isArea ? AREA : SPOT)
      : SMALLEST + (largest - SMALLEST) * Math.sqrt(place.number / most));
    const sorted = [...places].sort((one, other) => other.number - one.number);
    sorted.forEach((place) => {
      place.radius = radius(place);
      const kind = place.isArea ? "spot area" : "spot";
      place.circle = L.circleMarker(place.at, { radius: place.radius, className: kind, weight: place.isArea ? 2 : 1 });
      place.circle.bindPopup(() => popup(place), { autoPanPadding: [30, 30] }).addTo(map);
      const drawn = place.circle.getElement();
      drawn.setAttribute("tabindex", "0");
      drawn.setAttribute("role", "button");
      drawn.setAttribute("aria-label", alone ? place.name : `${place.name}: ${place.number}`);
      drawn.addEventListener("keydown", (event) => {
        if (event.key === "Enter" || event.key === " ") { event.preventDefault(); place.circle.openPopup(); }
      });
      const lit = (is) => () => drawn.classList.toggle("lit", is);
      place.row.addEventListener("mouseenter", lit(true));
      place.row.addEventListener("mouseleave", lit(false));
    });

    // Names of the largest places that have room: none covers another, and those of the very largest alone may lie over a
    // circle. Names of countries and seas come after them.
    const label = () => {
      const view = map.getSize(), shown = new Set();
      const square = (place, share) => {
        const at = map.latLngToContainerPoint(place.at), half = place.radius * share;
        return [at.x - half, at.y - half, at.x + half, at.y + half, place];
      };
      // Where the map's buttons and scale stand.
      const corners = [[0, 0, 46, 76], [0, view.y - 34, 100, view.y], [view.x - 130, view.y - 44, view.x, view.y]];
      const names = [], circles = sorted.slice(0, LABELS).map((place) => square(place, 0.7));
      const isFree = (mine, among, place) => mine[0] > 0 && mine[1] > 0 && mine[2] < view.x && mine[3] < view.y && !among.some(
        (other) => other[4] !== place && mine[0] < other[2] && other[0] < mine[2] && mine[1] < other[3] && other[1] < mine[3]);
      sorted.forEach((place, rank) => {
        place.circle.unbindTooltip();
        if (names.length >= LABELS) return;
        const stands = around(place, map.latLngToContainerPoint(place.at));
        const open = stands.filter((each) => isFree(each.box, [...names, ...corners], place));
        const covered = (each) => circles.reduce(
          (sum, circle) => sum + (isFree(each.box, [circle], place) ? 0 : circle[4].number), 0);
        const found = open.find((each) => !covered(each))
          || (rank < FOREMOST && open.sort((one, other) => covered(one) - covered(other))[0]);
        if (!found) return;
        names.push(found.box);
        shown.add(place.name);
        place.circle.bindTooltip(words(place.name), {
          permanent: true, direction: found.side, interactive: false, className: place.isArea ? "label area" : "label",
          offset: found.offset,
        });
      });
      if (!box.dataset.tiles) writeNames(map, named, [...names, ...corners, ...sorted.map((place) => square(place, 1.1))], shown);
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
