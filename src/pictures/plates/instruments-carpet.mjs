// Oud, guembri and qraqeb laid down on an Amazigh carpet. The carpet is knotted by rule: each knot asks the pattern
// of its band for a colour, as the weaver does, row after row.
import { Plate, at, circle, ellipse, group, line, mix, n, path, poly, rect } from '../plate.mjs';

const bands = [
  ['zigzag', 9], ['plain', 2], ['diamonds', 25], ['plain', 2], ['comb', 7], ['plain', 2], ['lattice', 21], ['plain', 2], ['zigzag', 9], ['plain', 2],
  ['diamonds', 25], ['plain', 2], ['comb', 7], ['plain', 2],
];

function knot(i, j) {
  const [red, blue, cream, gold, black, green] = ['#a63a2b', '#1f4a63', '#ecdcb8', '#dc9c3a', '#2a1d1b', '#2d6a5c'];
  let y = j;
  let band = 0;
  while (y >= bands[band % bands.length][1]) y -= bands[band++ % bands.length][1];
  const [kind, height] = bands[band % bands.length];
  const wave = (period) => Math.abs(((i % period) + period) % period - period / 2);
  if (kind === 'plain') return y ? black : gold;
  if (kind === 'zigzag') {
    const d = (y + wave(12)) % 8;
    return d < 2 ? cream : d < 4 ? red : d < 6 ? blue : gold;
  }
  if (kind === 'comb') return y === 3 ? black : (i % 4 === 0 && y !== 0 && y !== 6) || (i % 4 === 2 && Math.abs(y - 3) < 2) ? black : cream;
  if (kind === 'diamonds') {
    const d = Math.abs(y - (height - 1) / 2) + wave(26);
    const turn = Math.floor(i / 26 + 0.5);
    if (d < 1.5) return cream;
    if (d < 3.5) return black;
    if (d < 6.5) return (turn + band) % 2 ? gold : green;
    if (d < 8.5) return cream;
    if (d < 10.5) return black;
    if (d < 12.5) return (turn + band) % 2 ? blue : gold;
    if (d > 22) return cream;
    if (d > 20) return black;
    return Math.floor(d) % 5 === 0 && (i + y) % 2 ? gold : red;
  }
  const a = (i + y) % 10;
  const b = (((i - y) % 10) + 10) % 10;
  if (a === 0 || b === 0) return cream;
  if ((a === 5 && b > 2 && b < 8) || (b === 5 && a > 2 && a < 8)) return gold;
  return Math.floor((i + y) / 10) % 2 ? blue : green;
}

export default function () {
  const p = new Plate(1600, 1600, 71);
  const roll = p.dice;
  p.add(rect(0, 0, 1600, 1600, '#3a2420'));
  const [w, h] = [21, 18];
  let carpet = '';
  for (let j = 0; j < 112; j++) {
    const abrash = roll.between(-0.1, 0.1);
    for (let i = 0; i < 98; i++) {
      const base = knot(i + 4, j + 3);
      const t = abrash + roll.between(-0.12, 0.12);
      const c = t < 0 ? mix(base, '#140c0a', -t * 1.6) : mix(base, '#fff1d6', t);
      const x = i * w + roll.between(-0.8, 0.8);
      const y = j * h + roll.between(-0.7, 0.7);
      carpet += `<path d="M${n(x)} ${n(y)}l${w / 2} 5.6l${w / 2} -5.6v${h - 4.6}l${-w / 2} 5.6l${-w / 2} -5.6z" fill="${c}"/>`;
    }
  }
  p.add(group(rect(-20, -20, 2040, 2040, '#22140f') + carpet, 'transform="translate(-250 20) rotate(-9)" filter="url(#b1)"'));
  p.add(rect(0, 0, 1600, 1600, p.lin([[0, '#fff0cc', 0.3], [0.4, '#fff0cc', 0], [1, '#0c0a12', 0.6]], 0, 0, 1, 0.9)));
  // Shadow of a window's ironwork across the wool.
  for (let k = 0; k < 5; k++) p.add(poly([[-100 + k * 330, -20], [-30 + k * 330, -20], [560 + k * 330, 1640], [480 + k * 330, 1640]], '#0e0a10', 'opacity="0.17" filter="url(#b20)"'));
  // The oud, seen from above.
  const wood = p.lin([[0, '#f0c684'], [0.5, '#d89d55'], [1, '#a9682f']], 0, 0, 1, 0.3);
  const rose = (x, y, r) => {
    let o = circle(x, y, r * 1.14, '#3b2114') + circle(x, y, r, '#1c100c');
    for (let k = 0; k < 8; k++) o += `<rect x="${n(x - r * 0.62)}" y="${n(y - r * 0.62)}" width="${n(r * 1.24)}" height="${n(r * 1.24)}" fill="none" stroke="#c98f4e" stroke-width="${n(r * 0.06)}" transform="rotate(${k * 11.25} ${x} ${y})"/>`;
    for (let k = 0; k < 16; k++) o += circle(x + Math.cos(k * Math.PI / 8) * r * 0.94, y + Math.sin(k * Math.PI / 8) * r * 0.94, r * 0.05, '#e8c07c');
    return o + circle(x, y, r * 0.2, '#c98f4e');
  };
  const outline = 'M0-420C60-400 150-300 212-160C268-30 272 120 196 226C140 300 60 330 0 330C-60 330-140 300-196 226C-272 120-268-30-212-160C-150-300-60-400 0-420Z';
  const clip = p.clip(path(outline, '#000'));
  let grainLines = '';
  for (let x = -260; x < 262; x += 9) grainLines += line(`M${n(x + roll.between(-2, 2))}-430C${n(x + roll.between(-5, 5))}-100 ${n(x + roll.between(-5, 5))} 100 ${n(x)} 340`, roll() < 0.5 ? '#8a5426' : '#ffe2a8', 1.3, 'opacity="0.4"');
  let rim = '';
  const oud =
    path('M0-436C74-412 166-308 230-166C290-30 292 128 212 240C150 320 64 350 0 350C-64 350-150 320-212 240C-292 128-290-30-230-166C-166-308-74-412 0-436Z', '#4a2413') +
    path(outline, wood) + group(grainLines, clip) + path(outline, 'none', 'stroke="#2e1710" stroke-width="5"') + path(outline, 'none', 'stroke="#f3dca8" stroke-width="4" stroke-dasharray="9 7" transform="translate(0 -3) scale(0.965)"') +
    rose(0, -30, 92) + rose(-92, 128, 38) + rose(92, 128, 38) + path('M-44-220C-30-300-12-390 0-420C12-390 30-300 44-220C20-196-20-196-44-220Z', '#3a1e14') +
    path('M-36-330L-26-800H26L36-330C14-310-14-310-36-330Z', p.lin([[0, '#2a1811'], [0.4, '#5a3420'], [1, '#1f110d']], 0, 0, 1, 0)) + rect(-30, -812, 60, 14, '#f0e2c2') +
    path('M-28-806L-66-1050H-8L28-806Z', '#46260f') + path('M-8-1050L28-806L14-806L-26-1050Z', '#2b160b') +
    [0, 1, 2, 3, 4].map((k) => rect(-116 + k * 8, -1026 + k * 42, 56, 13, '#2b160b') + ellipse(-122 + k * 8, -1019 + k * 42, 12, 15, '#5f3519') + rect(-2 + k * 6, -1020 + k * 42, 50, 13, '#2b160b') + ellipse(52 + k * 6, -1013 + k * 42, 12, 15, '#5f3519')).join('') +
    path('M-84 214C-60 196 60 196 84 214L78 238C50 226-50 226-78 238Z', '#2e1710') +
    [-20, -16, -9, -5, 2, 6, 13, 17, 23].map((x) => line(`M${x * 2.6} 216L${x * 0.95}-806`, '#fff3d6', 1.7, 'opacity="0.9"') + line(`M${x * 2.6 + 5} 218L${x * 0.95 + 4}-806`, '#1c100c', 1.6, 'opacity="0.35"')).join('') +
    path('M-190-120C-150-240-90-330-40-376C-80-300-130-200-150-90C-160-40-200-60-190-120Z', '#fff3d0', 'opacity="0.28"') + rim;
  p.add(group(at(960, 1090, 0.92, oud, 30), 'filter="url(#drop)"'));
  // The guembri.
  let hide = '';
  for (let k = 0; k < 26; k++) hide += ellipse(roll.between(-120, 120), roll.between(-230, 230), roll.between(14, 60), roll.between(10, 40), roll() < 0.5 ? '#fff0cc' : '#a3713f', 'opacity="0.12" filter="url(#b8)"');
  const cord = [];
  for (let k = 0; k < 9; k++) cord.push(line(`M-146 ${-210 + k * 52}L-112 ${-190 + k * 52}M146 ${-210 + k * 52}L112 ${-190 + k * 52}`, '#3a2013', 6));
  const guembri =
    path('M-130-280C-60-300 60-300 130-280C160-270 168-240 168-200V210C168 262 140 290 96 298C40 308-40 308-96 298C-140 290-168 262-168 210V-200C-168-240-160-270-130-280Z', p.lin([[0, '#3c1f10'], [0.3, '#6e3d1c'], [1, '#2c160b']], 0, 0, 1, 0)) +
    path('M-112-258C-50-274 50-274 112-258C132-250 140-232 140-200V206C140 244 120 266 86 272C40 282-40 282-86 272C-120 266-140 244-140 206V-200C-140-232-132-250-112-258Z', p.lin([[0, '#f6e3b8'], [0.55, '#e0bc82'], [1, '#b58a52']], 0, 0, 1, 0.7)) + hide + cord.join('') +
    path('M-26-720L-30 190C-10 206 14 206 30 190L26-720Z', p.lin([[0, '#54301a'], [0.5, '#8a5530'], [1, '#3b200f']], 0, 0, 1, 0)) +
    rect(-92, 150, 184, 24, '#3a2013') + rect(-92, 148, 184, 8, '#8a5530') +
    [-14, 2, 18].map((x, k) => line(`M${x * 2.1} 152L${x * 0.9}-${[560, 620, 676][k]}`, '#fdf2d4', 4) + line(`M${x * 2.1 + 8} 156L${x * 0.9 + 6}-${[560, 620, 676][k]}`, '#2b160b', 3, 'opacity="0.4"')).join('') +
    [560, 620, 676].map((y, k) => `<rect x="-34" y="${-y - 16}" width="68" height="30" rx="10" fill="${['#a63a2b', '#1f4a63', '#dc9c3a'][k]}"/>` + line(`M-34 ${-y - 6}H34M-34 ${-y + 4}H34`, '#f6e3b8', 2.4)).join('') +
    path('M-26-716C-50-760-40-800 0-806C40-800 50-760 26-716Z', '#d8d0bc') + [0, 1, 2, 3, 4, 5, 6].map((k) => circle(-34 + k * 11.4, -752 + Math.abs(k - 3) * 4, 9, 'none', 'stroke="#8d8677" stroke-width="4"')).join('') +
    path('M0-804C-40-860 10-900-30-960M0-804C30-850 0-890 34-940M0-804C8-860-8-890 6-970', 'none', 'stroke="#a63a2b" stroke-width="9" stroke-linecap="round"') +
    [[-76, 60], [-76, 96], [76, 60], [76, 96]].map(([x, y]) => ellipse(x, y, 12, 8, '#fbf3e0') + line(`M${x - 8} ${y}h16`, '#8b6f4a', 2.4)).join('');
  p.add(group(at(520, 900, 0.94, guembri, -22), 'filter="url(#drop)"'));
  // Two pairs of qraqeb.
  const iron = p.lin([[0, '#f0f2ec'], [0.35, '#9aa09d'], [0.6, '#5a605f'], [1, '#c5c9c2']], 0, 0, 1, 1);
  const plateOf = () => path('M0-150C52-150 66-100 54-62C46-40 30-26 26 0C30 26 46 40 54 62C66 100 52 150 0 150C-52 150-66 100-54 62C-46 40-30 26-26 0C-30-26-46-40-54-62C-66-100-52-150 0-150Z', iron, 'stroke="#33302d" stroke-width="4"') + ellipse(0, -94, 32, 34, p.rad([[0, '#fbfbf4'], [0.6, '#a5aaa6'], [1, '#565b5a']], 0.36, 0.32, 0.8)) + ellipse(0, 94, 32, 34, p.rad([[0, '#fbfbf4'], [0.6, '#a5aaa6'], [1, '#565b5a']], 0.36, 0.32, 0.8)) + circle(0, -138, 5, '#33302d') + circle(0, 138, 5, '#33302d');
  const pair = group(at(-20, 8, 1, plateOf(), -9), 'filter="url(#drop)"') + group(at(22, -6, 1, plateOf(), 12), 'filter="url(#drop)"') + line('M-26-4C-60 40-80 0-96 46C-104 80-70 90-78 130M26-4C60 30 70 60 92 34', '#a63a2b', 9) + line('M-10-20C0 0 0 10 12 24', '#dc9c3a', 10);
  p.add(at(330, 1330, 1, pair, 64), at(980, 230, 0.94, pair, -48));
  return { svg: p.svg({ vignette: 0.55, grain: 0.03, shown: 1300 }), width: 1300, height: 1300 };
}
