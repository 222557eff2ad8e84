// Writes the names of countries and seas on a map, from names.js: each where most of it is in view, as large as it has
// room for, left out where it has none. Names are not for pressing, and what reads the page aloud passes them over.
"use strict";
(() => {
  const SMALLEST = 10, LARGEST = 15, SHARE = 0.55, MARGIN = 6, LEADING = 1.25, LINES = 3;
  const SPACED = { land: 0.14, sea: 0.03 }; // between letters, in letters' heights; style.css has the same
  const pen = document.createElement("canvas").getContext("2d");

  // How wide the words are at a letter's height of 1.
  const long = (words, kind, font) => {
    pen.font = `${kind === "sea" ? "italic " : ""}100px ${font}`;
    return pen.measureText(kind === "sea" ? words : words.toUpperCase()).width / 100 + words.length * SPACED[kind];
  };

  // The name in one, two or three lines of about the same length.
  const broken = (name, kind, font) => {
    const words = name.split(" "), ways = [];
    for (let number = 1; number <= Math.min(LINES, words.length); number += 1) {
      const lines = [[]], most = name.length / number;
      for (const word of words) {
        const last = lines[lines.length - 1];
        const joined = [...last, word].join(" ").length;
        if (last.length && lines.length < number && joined - word.length / 2 > most) lines.push([word]); else last.push(word);
      }
      const told = lines.map((each) => each.join(" "));
      ways.push({ lines: told, wide: Math.max(...told.map((each) => long(each, kind, font))), high: told.length * LEADING });
    }
    return ways;
  };

  // The rows that are in view, in pixels, what is out of view cut off.
  const inView = (rows, at, size) => rows.flatMap(([lat, ...edges]) => {
    const y = at(lat, 0).y;
    if (y < MARGIN || y > size.y - MARGIN) return [];
    const room = [];
    for (let each = 0; each < edges.length; each += 2) {
      const west = Math.max(MARGIN, at(lat, edges[each]).x), east = Math.min(size.x - MARGIN, at(lat, edges[each + 1]).x);
      if (east - west > SMALLEST) room.push([west, east]);
    }
    return room.length ? [{ y, room }] : [];
  });

  // How far the shape goes on above and below the row at x, whichever is less.
  const tall = (rows, number, x, size) => {
    const apart = rows.length > 1 ? Math.abs(rows[1].y - rows[0].y) : size.y;
    const holds = (row) => row && row.room.some(([west, east]) => west <= x && x <= east);
    const reach = (step) => {
      let last = number;
      while (holds(rows[last + step])) last += step;
      const next = rows[last + step];
      const edge = next ? (rows[last].y + next.y) / 2 : rows[last].y - step * apart / 3;
      return Math.abs(edge - rows[number].y);
    };
    return 2 * Math.min(reach(1), reach(-1));
  };

  // Where the name can stand, where it has most room first.
  const stands = (rows, ways, size) => rows.flatMap((row, number) => row.room.flatMap(([west, east]) =>
    [0.5, 0.3, 0.7].flatMap((share) => {
      const x = west + (east - west) * share, width = 2 * Math.min(x - west, east - x), height = tall(rows, number, x, size);
      return ways.map((way) => ({ ...way, x, y: row.y, fits: Math.min(width / way.wide, height / way.high) }));
    }))).filter((each) => each.fits >= SMALLEST).sort((one, other) => other.fits - one.fits);

  const box = (each, letter) => {
    const half = each.wide * letter / 2, high = each.high * letter / 2;
    return [each.x - half, each.y - high, each.x + half, each.y + high];
  };
  const isFree = (taken, mine) => !taken.some(
    (other) => mine[0] < other[2] && other[0] < mine[2] && mine[1] < other[3] && other[1] < mine[3]);
  const isInside = (rows, mine) => rows.every(({ y, room }) => y < mine[1] || y > mine[3]
    || room.some(([west, east]) => west <= mine[0] && mine[2] <= east));

  const mark = (each, kind, letter) => {
    const words = document.createElement("span");
    words.textContent = each.lines.join("\n");
    words.style.fontSize = `${letter}px`;
    words.ariaHidden = "true";
    return L.divIcon({ html: words, className: `named ${kind}`, iconSize: [0, 0] });
  };

  // Writes what has room beside the boxes that are `taken` into the layer, without the names that stand there already.
  window.writeNames = (map, layer, taken, shown) => {
    layer.clearLayers();
    const size = map.getSize(), font = getComputedStyle(map.getContainer()).fontFamily, used = [...taken];
    const at = (lat, lon) => map.latLngToContainerPoint([lat, lon]);
    for (const [name, kind, all] of NAMES) {
      if (shown.has(name)) continue;
      const rows = inView(all, at, size);
      if (!rows.length) continue;
      for (const each of stands(rows, broken(name, kind, font), size)) {
        const letter = Math.max(SMALLEST, Math.min(LARGEST, each.fits * SHARE)), mine = box(each, letter);
        if (!isFree(used, mine) || !isInside(rows, mine)) continue;
        used.push(mine);
        L.marker(map.containerPointToLatLng([each.x, each.y]), {
          icon: mark(each, kind, letter), interactive: false, keyboard: false, zIndexOffset: -1000,
        }).addTo(layer);
        break;
      }
    }
  };
})();
