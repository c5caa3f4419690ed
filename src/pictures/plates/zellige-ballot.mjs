// A ballot box before a wall of zellige. The wall is the tiling of octagons and squares (4.8.8), drawn by polygons in
// contact after E. H. Hankin: through the middle of every side run two rays at the contact angle, and where they meet
// lie the points of the stars. Every octagon holds a rosette of eight petals round a star of sixteen points.
import { Plate, at, circle, ellipse, group, limb, line, mix, n, path, poly, rect } from '../plate.mjs';

const TAU = Math.PI * 2;
const on = (cx, cy, r, a) => [cx + r * Math.cos(a), cy + r * Math.sin(a)];

export function zellige(plate, x0, y0, x1, y1, side, colours) {
  const roll = plate.dice;
  const apothem = side / 2 / Math.tan(Math.PI / 8);
  const cell = 2 * apothem;
  const contact = (67.5 * Math.PI) / 180;
  // Where the rays of two neighbouring sides meet: on the bisector, at this distance from the middle of the polygon.
  const dent = (a, sides) => {
    const half = Math.PI / sides;
    return (a * Math.sin(Math.PI / 2 - contact)) / Math.sin(Math.PI / 2 + contact - half);
  };
  const dentOct = dent(apothem, 8);
  const dentSq = dent(side / 2, 4);
  let out = '';
  const tile = (pts, base, spread = 0.14) => {
    const t = roll();
    const fill = t < 0.5 ? mix(base, '#0a1518', t * 2 * spread) : mix(base, '#fff6e0', (t - 0.5) * 2 * spread);
    const cx = pts.reduce((s, q) => s + q[0], 0) / pts.length;
    const cy = pts.reduce((s, q) => s + q[1], 0) / pts.length;
    const shrunk = pts.map(([x, y]) => {
      const d = Math.hypot(x - cx, y - cy) || 1;
      return [x + ((cx - x) / d) * 1.5, y + ((cy - y) / d) * 1.5];
    });
    out += poly(shrunk.map(([x, y]) => [x + 1.6, y + 2.2]), '#1c1512', 'opacity="0.55"') + poly(shrunk, fill);
    // The glaze catches the window from the upper left.
    for (let i = 0; i < shrunk.length; i++) {
      const [a, b] = [shrunk[i], shrunk[(i + 1) % shrunk.length]];
      const m = [(a[0] + b[0]) / 2 - cx, (a[1] + b[1]) / 2 - cy];
      const facing = (-m[0] - m[1]) / (Math.hypot(...m) || 1);
      if (facing > 0.6) out += line(`M${n(a[0])} ${n(a[1])}L${n(b[0])} ${n(b[1])}`, '#fff8e6', 1.7, `opacity="${n(facing * 0.42)}"`);
    }
  };
  const columns = Math.ceil((x1 - x0) / cell) + 1;
  const rows = Math.ceil((y1 - y0) / cell) + 1;
  for (let j = -1; j <= rows; j++)
    for (let i = -1; i <= columns; i++) {
      const [cx, cy] = [x0 + i * cell, y0 + j * cell];
      const tone = colours.stars[(((i + 2 * j) % 3) + 3) % 3];
      const inner = dentOct * 0.62;
      const core = dentOct * 0.36;
      const star16 = [];
      for (let k = 0; k < 32; k++) star16.push(on(cx, cy, k % 2 ? core * 0.78 : core, (k * TAU) / 32));
      const ring = [];
      for (let k = 0; k < 16; k++) ring.push(on(cx, cy, k % 2 ? inner : core * 1.22, (k * TAU) / 16));
      tile(ring, colours.white, 0.06);
      tile(star16, tone, 0.05);
      tile(star16.map(([x, y]) => [cx + (x - cx) * 0.45, cy + (y - cy) * 0.45]), colours.gold, 0.05);
      for (let k = 0; k < 8; k++) {
        const a = (k * TAU) / 8;
        const h = TAU / 16;
        tile([on(cx, cy, apothem, a), on(cx, cy, dentOct, a + h), on(cx, cy, inner, a + h), on(cx, cy, core * 1.22, a), on(cx, cy, inner, a - h), on(cx, cy, dentOct, a - h)], k % 2 ? tone : colours.other);
      }
      // The square between four octagons: a star of four points.
      const [qx, qy] = [cx + apothem, cy + apothem];
      const four = [];
      for (let k = 0; k < 4; k++) four.push(on(qx, qy, side / 2, Math.PI / 4 + (k * TAU) / 4), on(qx, qy, dentSq, Math.PI / 2 + (k * TAU) / 4));
      tile(four, colours.gold, 0.12);
      // Round each corner of the tiling, one bone that joins two octagons and the square.
      for (let k = 0; k < 4; k++) {
        const away = Math.PI / 2 + (k * TAU) / 4;
        const v = on(qx, qy, side * Math.SQRT1_2, away);
        const octs = [0, 1, 2, 3].map((q) => on(qx, qy, apothem * Math.SQRT2, Math.PI / 4 + (q * TAU) / 4)).sort((a, b) => Math.hypot(a[0] - v[0], a[1] - v[1]) - Math.hypot(b[0] - v[0], b[1] - v[1])).slice(0, 2);
        const toward = (c) => {
          const d = Math.hypot(v[0] - c[0], v[1] - c[1]);
          return [c[0] + ((v[0] - c[0]) / d) * dentOct, c[1] + ((v[1] - c[1]) / d) * dentOct];
        };
        const pts = [on(qx, qy, dentSq, away), toward(octs[0]), toward(octs[1]), on(qx, qy, side / 2, away - Math.PI / 4), on(qx, qy, side / 2, away + Math.PI / 4), [v[0] + Math.cos(away) * (side / 2), v[1] + Math.sin(away) * (side / 2)]];
        pts.sort((a, b) => Math.atan2(a[1] - v[1], a[0] - v[0]) - Math.atan2(b[1] - v[1], b[0] - v[0]));
        tile(pts, colours.bone, 0.16);
        const middle = [0, 1].map((q) => pts.reduce((sum, pt) => sum + pt[q], 0) / pts.length);
        tile(pts.map((pt) => [0, 1].map((q) => middle[q] + (pt[q] - middle[q]) * 0.56)), '#2a6f70', 0.08);
      }
    }
  return out;
}

export default function () {
  const p = new Plate(1800, 1200, 41);
  const colours = { stars: ['#b5492f', '#2f8064', '#2a5aa0'], other: '#eadfc4', gold: '#d2963a', white: '#efe6d2', bone: '#17434a' };
  p.add(rect(0, 0, 1800, 1200, '#3a2c25'));
  p.add(zellige(p, 100, 60, 1800, 820, 116, colours));
  // The light of a window with a lattice, raking across the wall.
  p.add(rect(0, 0, 1800, 900, p.lin([[0, '#fff0cf', 0.28], [0.45, '#fff0cf', 0], [1, '#071a22', 0.72]], 0, 0, 1, 0.7)));
  const pane = p.lin([[0, '#ffe7b0', 0.75], [1, '#ffcf86', 0.3]]);
  for (let i = 0; i < 3; i++) for (let j = 0; j < 3; j++) {
    const x = 250 + i * 190 + j * 66;
    const y = 30 + j * 205 + i * 22;
    p.add(poly([[x, y], [x + 158, y + 18], [x + 218, y + 198], [x + 58, y + 180]], pane, 'style="mix-blend-mode:soft-light" filter="url(#b3)"'), poly([[x, y], [x + 158, y + 18], [x + 218, y + 198], [x + 58, y + 180]], '#ffdc9a', 'opacity="0.16" filter="url(#b3)"'));
  }
  p.add(rect(0, 760, 1800, 130, p.lin([[0, '#0a0f12', 0], [1, '#0a0f12', 0.65]])));
  // The table.
  p.add(rect(0, 860, 1800, 340, p.lin([[0, '#7a4a2c'], [0.12, '#5e3722'], [1, '#22140f']])), rect(0, 856, 1800, 9, '#c88a54'));
  for (let k = 0; k < 44; k++) {
    const y = 872 + Math.pow(k / 44, 1.3) * 330;
    p.add(line(`M${n(-40 + p.dice() * 300)} ${n(y)}Q${n(700 + p.dice() * 400)} ${n(y + p.dice.between(-10, 10))} ${n(1500 + p.dice() * 400)} ${n(y + p.dice.between(-5, 5))}`, k % 2 ? '#2b180f' : '#a9693f', p.dice.between(1, 3.4), 'opacity="0.3"'));
  }
  p.add(poly([[330, 868], [980, 868], [1120, 1010], [520, 1010]], '#ffd9a0', 'opacity="0.16" filter="url(#b20)"'));
  // The box.
  p.add(path('M640 1070L1290 1070L1560 1130L760 1150Z', '#0a0605', 'opacity="0.6" filter="url(#b20)"'));
  p.add(poly([[600, 520], [1190, 520], [1190, 1070], [600, 1070]], p.lin([[0, '#dff0ea', 0.34], [0.5, '#a9d2cd', 0.2], [1, '#dff0ea', 0.34]], 0, 0, 1, 0.6)));
  p.add(poly([[1190, 520], [1290, 486], [1290, 1010], [1190, 1070]], '#0f3a40', 'opacity="0.5"'));
  // Envelopes inside.
  const box = p.clip(rect(606, 526, 580, 540, '#000'));
  let heap = '';
  for (let k = 0; k < 46; k++) {
    const x = p.dice.between(600, 1100);
    const y = 1040 - Math.pow(p.dice(), 1.5) * 260 * (1 - Math.abs(x - 860) / 520);
    const c = p.dice.of(['#e9d9ba', '#d9c39c', '#f0e4ca', '#cdb28a']);
    heap += at(x + 70, y, 1, rect(-82, -50, 164, 100, '#2a1c14', 'opacity="0.4" transform="translate(5 7)"') + rect(-82, -50, 164, 100, c) + path('M-82-50L0 16L82-50', 'none', `stroke="${mix(c, '#5a3d26', 0.45)}" stroke-width="3"`), p.dice.between(-50, 50));
  }
  p.add(group(heap, box), rect(606, 526, 580, 540, p.lin([[0, '#0d3a40', 0.5], [0.5, '#0d3a40', 0.1], [1, '#0d3a40', 0.35]])));
  p.add(poly([[626, 540], [742, 540], [656, 1056], [626, 1056]], '#ffffff', 'opacity="0.2"'), poly([[772, 540], [800, 540], [712, 1056], [684, 1056]], '#ffffff', 'opacity="0.14"'));
  p.add(rect(596, 516, 598, 8, '#eef6f2', 'opacity="0.9"'), rect(596, 516, 9, 556, '#eef6f2', 'opacity="0.75"'), rect(1184, 516, 9, 556, '#cfe3de', 'opacity="0.7"'), rect(596, 1063, 598, 10, '#cfe3de', 'opacity="0.8"'), line('M1192 518L1290 486V1010L1192 1070', '#d7ebe6', 5, 'opacity="0.6"'));
  // The lid, its slot and its seal.
  p.add(poly([[584, 520], [1206, 520], [1306, 484], [690, 484]], p.lin([[0, '#2a7a78'], [1, '#0f4a4c']], 0, 0, 1, 0.4)), rect(584, 518, 622, 34, p.lin([[0, '#156064'], [1, '#0b3d42']])), poly([[1206, 520], [1306, 484], [1306, 516], [1206, 552]], '#082c31'));
  p.add(poly([[800, 508], [1070, 508], [1094, 497], [828, 497]], '#04181b'));
  p.add(circle(895, 552, 19, '#a8201a'), circle(895, 552, 12, '#c94a38'), line('M885 566L874 596M905 566L914 598', '#a8201a', 5));
  // A hand and the envelope it lets go.
  const slot = p.clip(poly([[500, 0], [1500, 0], [1500, 503], [500, 503]], '#000'));
  p.add(group(at(946, 436, 1, rect(-112, -72, 224, 144, '#f6ecd4') + path('M-112-72L0 22L112-72', 'none', 'stroke="#b89f76" stroke-width="4"') + rect(-112, -72, 224, 144, p.lin([[0, '#ffffff', 0], [1, '#7a5a34', 0.35]])), -5), slot + ' '));
  const skin = p.lin([[0, '#c98d63'], [1, '#8a5536']], 0, 0, 0.8, 1);
  p.add(group(
    path('M1900 40L1800 60C1640 96 1470 150 1330 214L1264 330C1420 330 1640 300 1800 270L1900 250Z', p.lin([[0, '#b0492f'], [1, '#5f2222']], 0, 0, 0.2, 1)) +
    line('M1900 74L1800 96C1650 128 1480 180 1340 240M1900 128L1800 150C1650 176 1480 214 1310 272', '#e3a05a', 5, 'opacity="0.55"') +
    path('M1338 206L1258 336L1236 322L1316 196Z', '#e6b25c') +
    path('M1320 204C1250 214 1180 236 1130 268C1092 290 1050 330 1036 362C1030 380 1048 392 1064 378C1084 356 1104 340 1124 330C1100 356 1074 386 1064 414C1058 434 1080 444 1094 426C1112 402 1136 376 1160 356C1146 380 1130 404 1124 424C1120 442 1140 448 1152 434C1172 408 1200 372 1226 350C1246 338 1252 334 1258 330Z', skin) +
    path('M1130 268C1096 262 1050 282 1016 312C1004 324 1014 344 1032 336C1060 322 1090 312 1124 316Z', '#b87a52') +
    line('M1124 330C1136 322 1150 318 1164 318M1160 356C1172 346 1186 340 1198 338', '#6b3d25', 4, 'opacity="0.6"'), 'filter="url(#drop)" transform="translate(-46 26)"'));
  return { svg: p.svg({ wash: 0.2 }), width: 1800, height: 1200 };
}
