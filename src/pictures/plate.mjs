// A plate is one picture in the making: a list of SVG marks, the gradients they use and the paper they lie on.

export function dice(seed) {
  let a = seed >>> 0;
  const next = () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  next.between = (low, high) => low + (high - low) * next();
  next.of = (list) => list[Math.floor(next() * list.length)];
  return next;
}

export const n = (x) => String(Math.abs(x) < 8 ? Math.round(x * 1000) / 1000 : Math.round(x * 10) / 10);
export const points = (list) => list.map(([x, y]) => `${n(x)},${n(y)}`).join(' ');
export const poly = (list, fill, more = '') => `<polygon points="${points(list)}" fill="${fill}" ${more}/>`;
export const path = (d, fill, more = '') => `<path d="${d}" fill="${fill}" ${more}/>`;
export const line = (d, stroke, width, more = '') =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" ${more}/>`;
export const rect = (x, y, w, h, fill, more = '') =>
  `<rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}" fill="${fill}" ${more}/>`;
export const circle = (x, y, r, fill, more = '') => `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" fill="${fill}" ${more}/>`;
export const ellipse = (x, y, rx, ry, fill, more = '') =>
  `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(rx)}" ry="${n(ry)}" fill="${fill}" ${more}/>`;
export const group = (inner, more = '') => `<g ${more}>${Array.isArray(inner) ? inner.join('') : inner}</g>`;
export const at = (x, y, scale, inner, turn = 0, flip = false) =>
  group(inner, `transform="translate(${n(x)} ${n(y)}) rotate(${n(turn)}) scale(${flip ? -scale : scale} ${scale})"`);

/** The colour between two, t from 0 to 1. */
export function mix(a, b, t) {
  const parse = (c) => [1, 3, 5].map((i) => parseInt(c.slice(i, i + 2), 16));
  const [p, q] = [parse(a), parse(b)];
  return '#' + p.map((v, i) => Math.round(v + (q[i] - v) * t).toString(16).padStart(2, '0')).join('');
}

export class Plate {
  constructor(width, height, seed) {
    Object.assign(this, { width, height, seed, marks: [], defs: [], ids: 0, dice: dice(seed) });
  }

  add(...marks) {
    this.marks.push(...marks.flat(Infinity));
    return this;
  }

  /** A straight gradient; stops are [offset, colour, opacity?]. */
  lin(stops, x1 = 0, y1 = 0, x2 = 0, y2 = 1) {
    return this.#paint(`linearGradient`, `x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}"`, stops);
  }

  rad(stops, cx = 0.5, cy = 0.5, r = 0.5) {
    return this.#paint('radialGradient', `cx="${cx}" cy="${cy}" r="${r}"`, stops);
  }

  clip(shape) {
    const id = `c${++this.ids}`;
    this.defs.push(`<clipPath id="${id}">${shape}</clipPath>`);
    return `clip-path="url(#${id})"`;
  }

  #paint(kind, where, stops) {
    const id = `g${++this.ids}`;
    const inner = stops
      .map(([o, c, a = 1]) => `<stop offset="${o}" stop-color="${c}" stop-opacity="${a}"/>`)
      .join('');
    this.defs.push(`<${kind} id="${id}" ${where}>${inner}</${kind}>`);
    return `url(#${id})`;
  }

  /** Light that adds up: a soft disc of colour. */
  glow(x, y, r, colour, strength = 1) {
    const paint = this.rad([[0, colour, strength], [0.25, colour, strength * 0.55], [0.6, colour, strength * 0.16], [1, colour, 0]]);
    return circle(x, y, r, paint, 'style="mix-blend-mode:screen"');
  }

  /** Clouds, smoke or haze: noise of one colour inside a box, fading out at its edges. */
  haze(x, y, w, h, colour, { fx = 0.004, fy = 0.012, strength = 1, cut = 0.45, seed = 1, blend = 'normal' } = {}) {
    const id = `h${++this.ids}`;
    const [r, g, b] = [1, 3, 5].map((i) => parseInt(colour.slice(i, i + 2), 16) / 255);
    this.defs.push(`<filter id="${id}" x="0" y="0" width="1" height="1" color-interpolation-filters="sRGB">
      <feTurbulence type="fractalNoise" baseFrequency="${fx} ${fy}" numOctaves="4" seed="${seed}"/>
      <feColorMatrix values="0 0 0 0 ${r} 0 0 0 0 ${g} 0 0 0 0 ${b} ${3 * strength} 0 0 0 ${-3 * cut * strength}"/></filter>`);
    const mask = `m${this.ids}`;
    const fade = this.rad([[0, '#fff'], [0.5, '#fff', 0.8], [1, '#fff', 0]]);
    this.defs.push(`<mask id="${mask}">${rect(x, y, w, h, fade)}</mask>`);
    return group(`<rect x="${x}" y="${y}" width="${w}" height="${h}" filter="url(#${id})"/>`, `mask="url(#${mask})" style="mix-blend-mode:${blend}"`);
  }

  svg({ grain = 0.1, wash = 0.28, vignette = 0.4, shown = this.width } = {}) {
    const { width: w, height: h, seed } = this;
    const dark = this.rad([[0.55, '#0a1016', 0], [1, '#0a1016', vignette]], 0.5, 0.48, 0.78);
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${shown}" height="${(h * shown) / w}" viewBox="0 0 ${w} ${h}">
<defs>
<filter id="b1" x="0" y="0" width="1" height="1"><feGaussianBlur stdDeviation="1.1"/></filter>
<filter id="b3" x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur stdDeviation="3"/></filter>
<filter id="b8" x="-30%" y="-30%" width="160%" height="160%"><feGaussianBlur stdDeviation="8"/></filter>
<filter id="b20" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="20"/></filter>
<filter id="b45" x="-80%" y="-80%" width="260%" height="260%"><feGaussianBlur stdDeviation="45"/></filter>
<filter id="cut" x="-5%" y="-5%" width="110%" height="110%"><feTurbulence type="fractalNoise" baseFrequency="0.018" numOctaves="3" seed="${seed}"/><feDisplacementMap in="SourceGraphic" scale="7" xChannelSelector="R" yChannelSelector="G"/></filter>
<filter id="ripple" x="-5%" y="-5%" width="110%" height="110%"><feTurbulence type="fractalNoise" baseFrequency="0.004 0.05" numOctaves="2" seed="${seed + 1}"/><feDisplacementMap in="SourceGraphic" scale="34" xChannelSelector="R" yChannelSelector="G"/><feGaussianBlur stdDeviation="1.6 0.6"/></filter>
<filter id="streak" x="-40%" y="-5%" width="180%" height="110%"><feTurbulence type="fractalNoise" baseFrequency="0.002 0.022" numOctaves="2" seed="${seed + 7}"/><feDisplacementMap in="SourceGraphic" scale="46" xChannelSelector="R" yChannelSelector="G"/><feGaussianBlur stdDeviation="7 1.5"/></filter>
<filter id="plaster" x="0" y="0" width="1" height="1" color-interpolation-filters="sRGB"><feTurbulence type="fractalNoise" baseFrequency="0.011 0.015" numOctaves="4" seed="${seed + 2}" result="t"/><feDiffuseLighting in="t" surfaceScale="4" lighting-color="#ffffff" result="l"><feDistantLight azimuth="225" elevation="52"/></feDiffuseLighting><feComposite in="l" in2="SourceGraphic" operator="in" result="lit"/><feBlend in="SourceGraphic" in2="lit" mode="multiply"/></filter>
<filter id="dry" x="0" y="0" width="1" height="1" color-interpolation-filters="sRGB"><feTurbulence type="fractalNoise" baseFrequency="0.006 0.05" numOctaves="3" seed="${seed + 3}"/><feColorMatrix values="0 0 0 0 1 0 0 0 0 1 0 0 0 0 1 7 0 0 0 -3.2" result="m"/><feComposite in="SourceGraphic" in2="m" operator="in"/></filter>
<filter id="wash" x="0" y="0" width="1" height="1" color-interpolation-filters="sRGB"><feTurbulence type="fractalNoise" baseFrequency="0.0035 0.005" numOctaves="5" seed="${seed + 4}"/><feColorMatrix values="1.6 0 0 0 -0.3 1.6 0 0 0 -0.3 1.6 0 0 0 -0.3 0 0 0 0 1"/></filter>
<filter id="grain" x="0" y="0" width="1" height="1" color-interpolation-filters="sRGB"><feTurbulence type="fractalNoise" baseFrequency="0.42" numOctaves="2" seed="${seed + 5}"/><feColorMatrix values="1.5 0 0 0 -0.25 1.5 0 0 0 -0.25 1.5 0 0 0 -0.25 0 0 0 0 1"/></filter>
<filter id="drop" x="-30%" y="-30%" width="180%" height="180%"><feDropShadow dx="16" dy="22" stdDeviation="14" flood-color="#140c08" flood-opacity="0.6"/></filter>
${this.defs.join('\n')}
</defs>
<g style="isolation:isolate">
${this.marks.join('\n')}
<rect width="${w}" height="${h}" filter="url(#wash)" opacity="${wash}" style="mix-blend-mode:soft-light"/>
<rect width="${w}" height="${h}" fill="${dark}"/>
<rect width="${w}" height="${h}" filter="url(#grain)" opacity="${grain}" style="mix-blend-mode:soft-light"/>
</g></svg>`;
  }
}

/** A skyline by midpoint displacement, as [x, y] points from left to right. */
export function ridge(roll, x0, x1, y0, y1, rough, levels = 7, decay = 0.54) {
  let pts = [[x0, y0], [x1, y1]];
  for (let l = 0; l < levels; l++, rough *= decay) {
    const next = [];
    for (let i = 0; i < pts.length - 1; i++) {
      const [a, b] = [pts[i], pts[i + 1]];
      next.push(a, [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2 + (roll() - 0.5) * rough]);
    }
    next.push(pts.at(-1));
    pts = next;
  }
  return pts;
}
export const down = (pts, floor) => [...pts, [pts.at(-1)[0], floor], [pts[0][0], floor]];

/** A tapered limb between two joints. */
export function limb(x1, y1, r1, x2, y2, r2, fill) {
  const a = Math.atan2(y2 - y1, x2 - x1) + Math.PI / 2;
  const [c, s] = [Math.cos(a), Math.sin(a)];
  return (
    poly([[x1 + c * r1, y1 + s * r1], [x2 + c * r2, y2 + s * r2], [x2 - c * r2, y2 - s * r2], [x1 - c * r1, y1 - s * r1]], fill) +
    circle(x1, y1, r1, fill) +
    circle(x2, y2, r2, fill)
  );
}

/** A gull of wing span 2 in flight; beat from -1 (wings down) to 1 (wings up). */
export function gull(x, y, span, beat, turn, body, tip) {
  const u = -0.42 * beat;
  const wing = (s) =>
    path(`M0 0.02 C${s * 0.2} ${u - 0.1} ${s * 0.45} ${u - 0.14} ${s * 0.6} ${u * 0.8 - 0.02} C${s * 0.78} ${u * 0.5} ${s * 0.9} ${u * 0.3 + 0.06} ${s} ${u * 0.2 + 0.16} C${s * 0.84} ${u * 0.5 + 0.1} ${s * 0.66} ${u * 0.8 + 0.12} ${s * 0.5} ${u * 0.85 + 0.13} C${s * 0.3} ${u * 0.6 + 0.13} ${s * 0.15} 0.12 0 0.1Z`, body) +
    path(`M${s} ${u * 0.2 + 0.16} C${s * 0.93} ${u * 0.3 + 0.07} ${s * 0.86} ${u * 0.4 + 0.03} ${s * 0.8} ${u * 0.5 + 0.01} L${s * 0.8} ${u * 0.55 + 0.1}Z`, tip);
  return at(x, y, span / 2, wing(1) + wing(-1) + path('M-0.12 0.03 C-0.04 -0.08 0.14 -0.1 0.2 -0.02 C0.22 0.01 0.21 0.05 0.18 0.07 C0.1 0.19 -0.08 0.18 -0.3 0.24 L-0.24 0.15 C-0.2 0.1 -0.16 0.06 -0.12 0.03Z', body) + path('M0.2 0L0.28 0.035L0.19 0.06Z', '#e8a23c'), turn);
}

/** A date palm whose foot is at (x, y). */
export function palm(roll, x, y, height, lean, dark, light) {
  const tx = x + lean;
  const ty = y - height;
  const w = height * 0.03;
  let out = path(`M${n(x - w * 1.25)} ${n(y)} Q${n(x - w * 0.6 + lean * 0.2)} ${n(y - height * 0.5)} ${n(tx - w * 0.55)} ${n(ty)} L${n(tx + w * 0.55)} ${n(ty)} Q${n(x + w * 0.9 + lean * 0.2)} ${n(y - height * 0.5)} ${n(x + w * 1.25)} ${n(y)}Z`, dark);
  const fronds = 19;
  for (let i = 0; i < fronds; i++) {
    const a = -Math.PI / 2 + ((i - (fronds - 1) / 2) / fronds) * Math.PI * 1.62 + roll.between(-0.09, 0.09);
    const len = height * roll.between(0.36, 0.47);
    const sag = len * (0.2 + 0.5 * Math.abs(Math.cos(a)));
    const [ex, ey] = [tx + Math.cos(a) * len, ty + Math.sin(a) * len * 0.85 + sag];
    const [mx, my] = [tx + Math.cos(a) * len * 0.55, ty + Math.sin(a) * len * 0.75 - len * 0.05];
    const colour = mix(dark, light, Math.max(0, Math.min(1, 0.25 + 0.6 * Math.cos(a - 0.9) + roll.between(-0.15, 0.15))));
    let leaves = '';
    for (let t = 0.12; t <= 1; t += 0.055) {
      const q = 1 - t;
      const px = q * q * tx + 2 * q * t * mx + t * t * ex;
      const py = q * q * ty + 2 * q * t * my + t * t * ey;
      const dx = 2 * q * (mx - tx) + 2 * t * (ex - mx);
      const dy = 2 * q * (my - ty) + 2 * t * (ey - my);
      const d = Math.hypot(dx, dy);
      const l = len * 0.2 * (1.15 - t * 0.7);
      for (const s of [1, -1]) {
        const lx = (dx / d) * l * 0.75 - s * (dy / d) * l * 0.6;
        const ly = (dy / d) * l * 0.75 + s * (dx / d) * l * 0.6 + l * 0.22;
        leaves += `M${n(px)} ${n(py)}l${n(lx)} ${n(ly)}`;
      }
    }
    out += line(leaves, colour, n(height * 0.0085)) + line(`M${n(tx)} ${n(ty)}Q${n(mx)} ${n(my)} ${n(ex)} ${n(ey)}`, colour, n(height * 0.01));
  }
  return out;
}

/** People one unit tall, feet at the origin; each takes its colours. */
export const people = {
  hooded: (robe, shade) =>
    path('M-.13 0C-.15-.3-.17-.55-.13-.72C-.12-.8-.08-.84-.055-.88C-.06-.95-.01-1.02.035-1C.075-.985.085-.92.07-.86C.115-.83.14-.74.14-.66C.15-.42.14-.2.15 0Z', robe) +
    path('M.02 0C.04-.3.05-.6.03-.8C.05-.84.06-.9.055-.97C.085-.95.085-.9.07-.86C.115-.83.14-.74.14-.66C.15-.42.14-.2.15 0Z', shade),
  scarf: (robe, shade, scarf) =>
    path('M-.14 0C-.15-.2-.12-.42-.12-.58C-.14-.7-.11-.8-.05-.83L.05-.83C.11-.8.13-.7.12-.58C.13-.4.15-.2.15 0Z', robe) +
    path('M.03 0C.05-.25.03-.6.04-.83C.11-.8.13-.7.12-.58C.13-.4.15-.2.15 0Z', shade) +
    path('M-.09-.76C-.09-.9-.07-1-.005-1C.065-1 .075-.9.085-.78C.05-.72-.05-.71-.09-.76Z', scarf),
  walker: (coat, trousers, skin, step = 1) =>
    limb(-0.01, -0.5, 0.055, -0.06 * step, -0.25, 0.042, trousers) + limb(-0.06 * step, -0.25, 0.042, -0.1 * step, -0.015, 0.03, trousers) +
    limb(0.01, -0.5, 0.055, 0.07 * step, -0.26, 0.042, trousers) + limb(0.07 * step, -0.26, 0.042, 0.09 * step, -0.015, 0.03, trousers) +
    path('M-.08-.42C-.09-.55-.11-.7-.09-.79C-.06-.84.06-.84.09-.79C.1-.7.09-.55.085-.42Z', coat) +
    limb(-0.08, -0.77, 0.032, -0.11, -0.58, 0.028, coat) + limb(0.08, -0.77, 0.032, 0.11, -0.58, 0.028, coat) +
    ellipse(0, -0.92, 0.055, 0.072, skin),
  child: (coat, trousers, skin, bag) =>
    limb(-0.04, -0.4, 0.06, -0.07, -0.03, 0.04, trousers) + limb(0.04, -0.4, 0.06, 0.07, -0.03, 0.04, trousers) +
    path('M-.12-.34C-.13-.5-.13-.66-.1-.72C-.06-.76.06-.76.1-.72C.13-.66.13-.5.12-.34Z', coat) +
    `<rect x="-.1" y="-.7" width=".2" height=".26" rx=".05" fill="${bag}"/>` +
    ellipse(0, -0.87, 0.085, 0.1, skin),
};

/** Rows of a public seen from behind, the nearest last; light is what falls on their shoulders from the front. */
export function crowd(plate, { y, rows, size, grow, step, dark, light, cloths, gap = null }) {
  const roll = plate.dice;
  let out = '';
  for (let row = 0; row < rows; row++) {
    const s = size + row * grow;
    const base = y + row * step + row * row * grow * 0.12;
    const near = row / Math.max(1, rows - 1);
    for (let x = -s * roll(); x < plate.width + s; x += s * roll.between(0.5, 0.96)) {
      if (gap && Math.abs(x - gap[0]) < gap[1] * (0.4 + near)) continue;
      const yy = base + roll.between(-0.16, 0.14) * s;
      const cloth = mix(roll.of(cloths), dark, 0.35 + near * 0.5);
      const edge = plate.lin([[0, light, 0.85 - near * 0.5], [0.3, light, 0.26 - near * 0.2], [0.5, light, 0]]);
      const rim = `stroke="${edge}" stroke-width="${n(1.6 + s * 0.016)}"`;
      const kind = roll();
      const lean = roll.between(-0.05, 0.05) * s;
      const wide = roll.between(0.88, 1.12);
      const body = path(`M${n(x - s * 0.5 * wide)} ${n(yy + s * 1.9)}C${n(x - s * 0.53 * wide)} ${n(yy + s * 0.62)} ${n(x - s * 0.42 * wide)} ${n(yy + s * 0.4)} ${n(x - s * 0.13)} ${n(yy + s * 0.27)}L${n(x + s * 0.13)} ${n(yy + s * 0.27)}C${n(x + s * 0.42 * wide)} ${n(yy + s * 0.4)} ${n(x + s * 0.53 * wide)} ${n(yy + s * 0.62)} ${n(x + s * 0.5 * wide)} ${n(yy + s * 1.9)}Z`, cloth, rim);
      const hair = mix(roll.of(['#1d1614', '#2a1d18', '#17161b', '#3a2c26']), dark, near * 0.6);
      const hx = x + lean;
      let head;
      if (kind < 0.3) {
        const scarf = mix(roll.of(cloths), dark, 0.2 + near * 0.55);
        head = path(`M${n(hx - s * 0.27)} ${n(yy + s * 0.46)}C${n(hx - s * 0.25)} ${n(yy + s * 0.2)} ${n(hx - s * 0.26)} ${n(yy - s * 0.25)} ${n(hx)} ${n(yy - s * 0.26)}C${n(hx + s * 0.26)} ${n(yy - s * 0.25)} ${n(hx + s * 0.25)} ${n(yy + s * 0.2)} ${n(hx + s * 0.27)} ${n(yy + s * 0.46)}Q${n(hx)} ${n(yy + s * 0.56)} ${n(hx - s * 0.27)} ${n(yy + s * 0.46)}Z`, scarf, rim);
      } else if (kind < 0.345) {
        head = path(`M${n(hx - s * 0.3)} ${n(yy + s * 0.42)}C${n(hx - s * 0.3)} ${n(yy)} ${n(hx - s * 0.22)} ${n(yy - s * 0.3)} ${n(hx + s * 0.02)} ${n(yy - s * 0.34)}C${n(hx + s * 0.2)} ${n(yy - s * 0.3)} ${n(hx + s * 0.3)} ${n(yy)} ${n(hx + s * 0.3)} ${n(yy + s * 0.42)}Z`, cloth, rim);
      } else {
        head = rect(hx - s * 0.08, yy + s * 0.1, s * 0.16, s * 0.24, hair) + ellipse(hx, yy, s * 0.18, s * 0.225, hair, rim);
        if (kind > 0.86) head += path(`M${n(hx - s * 0.2)} ${n(yy - s * 0.06)}Q${n(hx)} ${n(yy - s * 0.42)} ${n(hx + s * 0.2)} ${n(yy - s * 0.06)}Z`, mix(roll.of(cloths), dark, 0.3 + near * 0.5), rim);
        else if (kind > 0.72) head += path(`M${n(hx - s * 0.2)} ${n(yy)}C${n(hx - s * 0.3)} ${n(yy - s * 0.4)} ${n(hx + s * 0.3)} ${n(yy - s * 0.4)} ${n(hx + s * 0.2)} ${n(yy)}L${n(hx + s * 0.2)} ${n(yy + s * 0.34)}H${n(hx - s * 0.2)}Z`, hair, rim);
      }
      out += body + head;
    }
  }
  return out;
}
