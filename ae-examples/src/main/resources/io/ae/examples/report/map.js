// The map of codes on a canvas: 2-D is dragged and zoomed, 3-D is turned; a point shows its picture.
(function () {
  "use strict";
  const map = JSON.parse(document.getElementById("data").textContent).map;
  if (!map) return;
  const host = document.getElementById("map");
  const canvas = host.querySelector("canvas.plot");
  const tip = host.querySelector(".tip");
  const pen = canvas.getContext("2d");
  const axes = map.axes, rows = map.labels.length;
  const points = floats(map.points);
  const shown = new Set(map.key.map(k => k.label));
  const colours = new Map(map.key.map(k => [k.label, k.colour]));
  const names = new Map(map.key.map(k => [k.label, k.name]));
  const sheet = map.sheet ? new Image() : null;
  const sx = new Float32Array(rows), sy = new Float32Array(rows), sz = new Float32Array(rows);
  const order = Array.from({ length: rows }, (_, i) => i);
  let width = 0, height = 0, ratio = 1, zoom = 1, panX = 0, panY = 0, yaw = .7, pitch = .45, active = -1, asPictures = false, queued = false;

  function floats(text) {
    const raw = atob(text), bytes = new Uint8Array(raw.length);
    for (let i = 0; i < raw.length; i++) bytes[i] = raw.charCodeAt(i);
    return new Float32Array(bytes.buffer);
  }

  // Centre and scale: the 1st and 99th percentiles fill the frame, so that a few far points do not shrink the rest.
  const centre = [], reach = [];
  for (let a = 0; a < axes; a++) {
    const v = Array.from({ length: rows }, (_, i) => points[i * axes + a]).sort((p, q) => p - q);
    const low = v[Math.floor(.01 * (rows - 1))], high = v[Math.ceil(.99 * (rows - 1))];
    centre.push((low + high) / 2);
    reach.push(Math.max((high - low) / 2, 1e-9));
  }

  function place() {
    const half = Math.min(width, height) / 2;
    const cy = Math.cos(yaw), syaw = Math.sin(yaw), cp = Math.cos(pitch), sp = Math.sin(pitch);
    for (let i = 0; i < rows; i++) {
      let x = (points[i * axes] - centre[0]) / reach[0], y = (points[i * axes + 1] - centre[1]) / reach[1];
      if (axes === 3) {
        const z = (points[i * axes + 2] - centre[2]) / reach[2];
        const x1 = cy * x + syaw * z, z1 = -syaw * x + cy * z;
        const y1 = cp * y - sp * z1, depth = sp * y + cp * z1;
        const eye = 4 / (4 + depth);
        sx[i] = width / 2 + x1 * eye * half * .62 * zoom;
        sy[i] = height / 2 - y1 * eye * half * .62 * zoom;
        sz[i] = depth;
      } else {
        sx[i] = width / 2 + panX + x * (width / 2) * .9 * zoom;
        sy[i] = height / 2 + panY - y * (height / 2) * .9 * zoom;
      }
    }
    if (axes === 3) order.sort((p, q) => sz[q] - sz[p]);
  }

  function cube() {
    const corner = [], half = Math.min(width, height) / 2;
    const cy = Math.cos(yaw), syaw = Math.sin(yaw), cp = Math.cos(pitch), sp = Math.sin(pitch);
    for (let k = 0; k < 8; k++) {
      const x = k & 1 ? 1 : -1, y = k & 2 ? 1 : -1, z = k & 4 ? 1 : -1;
      const x1 = cy * x + syaw * z, z1 = -syaw * x + cy * z, y1 = cp * y - sp * z1, eye = 4 / (4 + sp * y + cp * z1);
      corner.push([width / 2 + x1 * eye * half * .62 * zoom, height / 2 - y1 * eye * half * .62 * zoom]);
    }
    pen.strokeStyle = getComputedStyle(host).getPropertyValue("--line");
    pen.lineWidth = 1.5;
    pen.beginPath();
    for (let k = 0; k < 8; k++) for (const bit of [1, 2, 4]) if (!(k & bit)) {
      pen.moveTo(...corner[k]);
      pen.lineTo(...corner[k | bit]);
    }
    pen.stroke();
  }

  function draw() {
    queued = false;
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.clearRect(0, 0, width, height);
    place();
    if (axes === 3) cube();
    const radius = Math.max(2, Math.min(6, 160 / Math.sqrt(rows))) * Math.min(2.2, Math.sqrt(zoom)) * Math.min(1, .55 + width / 1400);
    const pictures = asPictures && sheet && sheet.complete;
    const side = Math.max(16, Math.min(64, 22 * Math.sqrt(zoom)));
    pen.imageSmoothingEnabled = false;
    const taken = new Set();
    for (const i of order) {
      if (!shown.has(map.labels[i]) || sx[i] < -60 || sy[i] < -60 || sx[i] > width + 60 || sy[i] > height + 60) continue;
      if (pictures) {
        // One picture a cell of a grid that moves with the map: a mosaic, not a heap.
        const h = side * map.height / map.width;
        const column = Math.floor((sx[i] - panX) / side), row = Math.floor((sy[i] - panY) / h);
        if (taken.has(column + ":" + row)) continue;
        taken.add(column + ":" + row);
        const left = column * side + panX, top = row * h + panY;
        sprite(pen, i, left, top, side - 1, h - 1);
        pen.strokeStyle = colours.get(map.labels[i]);
        pen.lineWidth = 1.5;
        pen.strokeRect(left + .75, top + .75, side - 2.5, h - 2.5);
        continue;
      }
      pen.globalAlpha = axes === 3 ? Math.max(.25, Math.min(.95, .62 - .28 * sz[i])) : .78;
      pen.fillStyle = colours.get(map.labels[i]);
      pen.beginPath();
      pen.arc(sx[i], sy[i], radius, 0, 6.2832);
      pen.fill();
    }
    pen.globalAlpha = 1;
    if (active >= 0) {
      pen.strokeStyle = getComputedStyle(host).getPropertyValue("--ink");
      pen.lineWidth = 2;
      pen.beginPath();
      pen.arc(sx[active], sy[active], radius + 4, 0, 6.2832);
      pen.stroke();
    }
  }

  function sprite(into, i, x, y, w, h) {
    into.drawImage(sheet, i % map.columns * map.width, Math.floor(i / map.columns) * map.height, map.width, map.height, x, y, w, h);
  }

  function redraw() { if (!queued) { queued = true; requestAnimationFrame(draw); } }

  function size() {
    ratio = window.devicePixelRatio || 1;
    width = canvas.clientWidth;
    height = canvas.clientHeight;
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    draw();
  }

  function nearest(x, y) {
    let best = -1, least = 14 * 14;
    for (let i = 0; i < rows; i++) if (shown.has(map.labels[i])) {
      const d = (sx[i] - x) ** 2 + (sy[i] - y) ** 2;
      if (d < least) { least = d; best = i; }
    }
    return best;
  }

  function point(i) {
    if (i === active) return;
    active = i;
    redraw();
    if (i < 0) { tip.style.display = "none"; return; }
    tip.style.display = "flex";
    const text = tip.querySelector("div");
    text.textContent = "";
    for (const line of [names.get(map.labels[i]), "row " + map.ids[i]]) {
      const p = document.createElement("div");
      p.textContent = line;
      text.append(p);
    }
    const small = tip.querySelector("canvas");
    if (small) small.getContext("2d").clearRect(0, 0, small.width, small.height);
    if (small && sheet.complete) sprite(small.getContext("2d"), i, 0, 0, small.width, small.height);
    const box = tip.getBoundingClientRect();
    const left = sx[i] + 16 + box.width > width ? sx[i] - box.width - 16 : sx[i] + 16;
    tip.style.left = Math.max(4, Math.min(left, width - box.width - 4)) + "px";
    tip.style.top = Math.max(4, Math.min(sy[i] - box.height / 2, height - box.height - 4)) + "px";
  }

  function at(event) {
    const box = canvas.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  }

  let grip = null;
  canvas.addEventListener("pointerdown", e => { grip = at(e); if (e.pointerType === "mouse") canvas.setPointerCapture(e.pointerId); point(nearest(...grip)); });
  canvas.addEventListener("pointerup", () => { grip = null; });
  canvas.addEventListener("pointercancel", () => { grip = null; });
  canvas.addEventListener("pointerleave", () => { if (!grip) point(-1); });
  canvas.addEventListener("pointermove", e => {
    const now = at(e);
    if (!grip) { point(nearest(...now)); return; }
    const dx = now[0] - grip[0], dy = now[1] - grip[1];
    grip = now;
    if (axes === 3) {
      yaw += dx * .008;
      pitch = Math.max(-1.5, Math.min(1.5, pitch + dy * .008));
    } else { panX += dx; panY += dy; }
    point(-1);
    redraw();
  });
  function zoomBy(factor, x, y) {
    const next = Math.max(.5, Math.min(40, zoom * factor)), real = next / zoom;
    panX = x - width / 2 - (x - width / 2 - panX) * real;
    panY = y - height / 2 - (y - height / 2 - panY) * real;
    zoom = next;
    point(-1);
    redraw();
  }
  // The wheel scrolls the page; with Ctrl it zooms, as a pinch does.
  canvas.addEventListener("wheel", e => { if (e.ctrlKey || e.metaKey) { e.preventDefault(); zoomBy(Math.exp(-e.deltaY * .002), ...at(e)); } }, { passive: false });
  canvas.addEventListener("dblclick", e => zoomBy(2, ...at(e)));
  canvas.addEventListener("keydown", e => {
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[e.key];
    if (step && axes === 3) { yaw += step[0] * .1; pitch = Math.max(-1.5, Math.min(1.5, pitch + step[1] * .1)); }
    else if (step) { panX -= step[0] * 40; panY -= step[1] * 40; }
    else if (e.key === "+" || e.key === "=") zoomBy(1.5, width / 2, height / 2);
    else if (e.key === "-") zoomBy(1 / 1.5, width / 2, height / 2);
    else return;
    e.preventDefault();
    redraw();
  });

  const on = (id, action) => { const b = document.getElementById(id); if (b) b.addEventListener("click", () => action(b)); };
  on("zoom-in", () => zoomBy(1.5, width / 2, height / 2));
  on("zoom-out", () => zoomBy(1 / 1.5, width / 2, height / 2));
  on("reset", () => { zoom = 1; panX = panY = 0; yaw = .7; pitch = .45; redraw(); });
  on("pictures", b => { asPictures = !asPictures; b.setAttribute("aria-pressed", String(asPictures)); redraw(); });

  // A click on a class shows it alone; on the last one shown, all of them.
  const keys = Array.from(document.querySelectorAll("#key button"));
  keys.forEach((b, k) => b.addEventListener("click", () => {
    const label = map.key[k].label, alone = shown.size === 1 && shown.has(label);
    shown.clear();
    map.key.forEach(c => { if (alone || c.label === label) shown.add(c.label); });
    keys.forEach((other, j) => other.setAttribute("aria-pressed", String(shown.has(map.key[j].label))));
    point(-1);
    redraw();
  }));

  if (sheet) { sheet.onload = redraw; sheet.src = map.sheet; }
  addEventListener("resize", size);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
  size();
})();
