// The reading case comes up by mule to a school in the mountains of Azilal.
import { Plate, at, circle, down, ellipse, group, limb, line, mix, n, path, people, poly, rect, ridge } from '../plate.mjs';

export default function () {
  const p = new Plate(1800, 1200, 103);
  const roll = p.dice;
  p.add(rect(0, 0, 1800, 800, p.lin([[0, '#3f7f9a'], [0.45, '#9cc4c6'], [0.8, '#f3dcb6']])));
  p.add(p.haze(-200, -80, 2200, 420, '#fff6e6', { fx: 0.002, fy: 0.008, cut: 0.5, strength: 1.5, seed: 6 }), p.glow(240, 330, 760, '#ffe4ae', 0.7));
  // A mountain: lit from the left, in shade on the right, rock where the wind has taken the snow.
  const mountain = (px, py, lw, rw, floor, snow, shade, rock) => {
    const l = ridge(roll, px - lw, px, floor, py, lw * 0.34, 6, 0.52);
    const r = ridge(roll, px, px + rw, py, floor, rw * 0.34, 6, 0.52);
    const spine = ridge(roll, py, floor, px, px + rw * 0.12, rw * 0.5, 6, 0.55).map(([a, b]) => [b, a]);
    p.add(poly([...l, ...r], snow), poly([...spine, ...r.slice().reverse()], shade));
    for (let k = 0; k < 70; k++) {
      const t = roll.between(0.12, 1);
      const side = roll() < 0.5 ? -1 : 1;
      const across = roll.between(0.04, 0.82) * t;
      const x = px + side * across * (side < 0 ? lw : rw);
      const y = py + (floor - py) * t + (across * 0.3 - 0.1) * 60;
      const h = roll.between(16, 64) * (0.5 + t * 0.7);
      const w = h * roll.between(0.06, 0.18);
      const dx = side * h * roll.between(0.3, 0.75);
      p.add(path(`M${n(x)} ${n(y)}q${n(dx * 0.5 + w)} ${n(h * 0.4)} ${n(dx)} ${n(h)}q${n(-dx * 0.5 - w)} ${n(-h * 0.4)} ${n(-dx)} ${n(-h)}Z`, side < 0 ? rock : mix(rock, '#1d3a4c', 0.5), `opacity="${n(0.2 + t * 0.5)}"`));
    }
  };
  mountain(1010, 300, 560, 520, 660, '#dfe6e2', '#9ab8c2', '#8d8a86');
  mountain(1330, 230, 600, 640, 660, '#ece9df', '#8fb0bd', '#8d8a86');
  mountain(120, 290, 560, 520, 660, '#f1e8d8', '#97b1ba', '#94877c');
  mountain(470, 340, 360, 380, 660, '#f5ecdc', '#8aa9b6', '#94877c');
  mountain(770, 180, 640, 600, 670, '#fbf4e6', '#82a6b8', '#8a7d78');
  mountain(1680, 330, 460, 420, 670, '#f0eee6', '#7fa3b3', '#857f7c');
  p.add(p.haze(-100, 440, 2000, 300, '#f7e6c8', { fx: 0.002, fy: 0.014, cut: 0.42, strength: 1.3, seed: 14 }));
  for (const [y0, y1, rough, c] of [[560, 590, 170, '#6f8f8c'], [640, 600, 150, '#57766c']]) {
    const pts = ridge(roll, -20, 1820, y0, y1, rough, 7, 0.52);
    p.add(poly(down(pts, 900), p.lin([[0, c], [1, mix(c, '#d9b98a', 0.5)]])));
    for (let k = 0; k < 90; k++) {
      const [x, y] = pts[Math.floor(roll() * pts.length)];
      const s = roll.between(6, 16);
      p.add(ellipse(x + roll.between(-8, 8), y + roll.between(4, 80), s * 0.8, s, mix(c, '#12302c', 0.55), 'opacity="0.75"'));
    }
  }
  // Terraces, each with its wall and its trees.
  let last = null;
  for (let k = 0; k < 9; k++) {
    const base = 655 + k * 34 + k * k * 2.6;
    const pts = [];
    for (let x = -20; x <= 1820; x += 46) pts.push([x, base + Math.sin(x / 340 + k * 0.7) * (16 + k * 4) + Math.cos(x / 150 + k) * 5 - (x > 900 ? (x - 900) * 0.03 : 0)]);
    const green = ['#8da35c', '#a5ad62', '#6f9156', '#b9a765', '#7f9d5e', '#c2a86b'][k % 6];
    p.add(poly(down(pts, 1220), p.lin([[0, mix(green, '#fff0c0', 0.25)], [0.25, green]])), line('M' + pts.map(([x, y]) => `${n(x)} ${n(y + 3)}`).join('L'), '#7b6048', 6 + k * 0.9), line('M' + pts.map(([x, y]) => `${n(x)} ${n(y - 1)}`).join('L'), '#e6cd9c', 2.4));
    for (let t = 0; t < 30 - k; t++) {
      const [x, y] = pts[Math.floor(roll() * pts.length)];
      if (k > 2 && x > 900) continue;
      if (k > 4) continue;
      const s = 9 + k * 3.4;
      const leaf = roll.of(['#4f7247', '#66834a', '#c98b3c', '#d9a54c', '#3f6544']);
      p.add(line(`M${n(x)} ${n(y + 4)}v${n(-s * 1.2)}`, '#4a3526', n(s * 0.2)), ellipse(x, y - s * 1.7, s, s * 1.1, mix(leaf, '#1d2f26', 0.3)), ellipse(x - s * 0.25, y - s * 1.95, s * 0.68, s * 0.74, leaf));
    }
    last = pts;
  }
  void last;
  // The village of earth, stepped on its slope.
  const cubes = [];
  for (let k = 0; k < 40; k++) cubes.push([roll.between(30, 560), roll()]);
  cubes.map(([x, t]) => [x, 600 + t * 150 - Math.abs(x - 260) * 0.14 + 40, roll.between(50, 92), roll.between(40, 74)]).sort((a, b) => a[1] - b[1]).forEach(([x, y, w, h]) => {
    const c = mix('#b9764c', '#d9a878', roll());
    p.add(rect(x, y - h, w, h + 30, c), poly([[x + w * 0.66, y - h], [x + w, y - h], [x + w, y + 30], [x + w * 0.66, y + 30]], mix(c, '#4a2f2a', 0.45)), rect(x - 4, y - h - 6, w + 8, 9, mix(c, '#5a3a2c', 0.5)), rect(x + w * 0.16, y - h + 14, 10, 13, '#3a2622'), rect(x + w * 0.42, y - h + 14, 10, 13, roll() < 0.3 ? '#2f6f9a' : '#3a2622'));
  });
  // The yard and the school.
  p.add(poly([[830, 800], [1820, 770], [1820, 1010], [760, 1000]], p.lin([[0, '#e2c08e'], [1, '#c79a68']])));
  p.add(rect(1090, 590, 640, 220, p.lin([[0, '#f9eed6'], [1, '#e2c69c']], 0, 0, 0.6, 1)), rect(1070, 574, 680, 24, '#b5492f'), rect(1070, 594, 680, 8, '#6b2c22'), rect(1090, 770, 640, 44, '#2d6f8f'));
  p.add(poly([[1730, 590], [1800, 570], [1800, 790], [1730, 814]], '#a9835f'), poly([[1750, 574], [1818, 556], [1818, 578], [1750, 600]], '#7d3426'));
  for (let k = 0; k < 5; k++) {
    const x = 1122 + k * 126;
    if (k === 2) p.add(rect(x - 6, 640, 82, 170, '#16506f'), rect(x, 646, 34, 164, '#2d7ba8'), rect(x + 37, 646, 34, 164, '#25698f'), circle(x + 31, 736, 4, '#f0d9a0'));
    else p.add(rect(x - 6, 640, 84, 86, '#16506f'), rect(x, 646, 72, 74, '#9cc7cf'), path(`M${x} 720L${x + 40} 646H${x + 60}L${x + 18} 720Z`, '#e9f4ee', 'opacity="0.6"'), line(`M${x + 36} 646V720M${x} 683H${x + 72}`, '#16506f', 5));
  }
  p.add(poly([[1090, 602], [1730, 602], [1730, 626], [1090, 616]], '#5a3a2c', 'opacity="0.3"'));
  p.add(line('M1016 830V486', '#6b6660', 7), circle(1016, 482, 6, '#d9a54c'), path('M1019 492C1056 476 1086 512 1136 494V566C1086 584 1056 548 1019 564Z', '#b5271f'), path('M1019 492C1040 483 1052 490 1066 497V568C1050 558 1036 556 1019 564Z', '#8e1c1a', 'opacity="0.5"'));
  const star = [];
  for (let k = 0; k < 5; k++) star.push([1078 + Math.cos(-Math.PI / 2 + (k * 4 * Math.PI) / 5) * 21, 531 + Math.sin(-Math.PI / 2 + (k * 4 * Math.PI) / 5) * 21]);
  p.add(poly(star, 'none', 'stroke="#1f5a3a" stroke-width="4.4" stroke-linejoin="round"'));
  // A walnut by the wall.
  p.add(line('M1690 850C1684 790 1700 740 1690 690', '#4a3526', 20));
  for (let k = 0; k < 60; k++) p.add(ellipse(1690 + roll.between(-120, 110), 610 + roll.between(-96, 110), roll.between(16, 40), roll.between(14, 32), roll.of(['#a97a2c', '#c9933a', '#7a7a3c', '#dcae55', '#8a6a30']), 'opacity="0.88"'));
  // The low wall of the yard.
  p.add(group(poly([[760, 1000], [1300, 1004], [1820, 992], [1820, 1050], [1300, 1062], [748, 1052]], '#a88464'), 'filter="url(#plaster)"'));
  for (let k = 0; k < 100; k++) p.add(ellipse(770 + roll() * 1040, 1012 + roll() * 38, roll.between(10, 24), roll.between(6, 11), roll.of(['#c2a17c', '#8a6a50', '#b08d6a']), 'opacity="0.75"'));
  // Children and their teacher.
  const coats = [['#b5492f', '#3a4a5c', '#2d6f6f'], ['#d9a54c', '#4a3a34', '#8e2f3c'], ['#2d6f8f', '#3a3a3c', '#d9a54c'], ['#f0e6d0', '#34506a', '#b5492f'], ['#7f9d5e', '#4a3a34', '#2f4b63'], ['#8e4a66', '#33383f', '#e2c48e']];
  const kids = [[960, 968, 150], [1040, 976, 140], [1118, 962, 156], [1196, 978, 136], [1268, 966, 148], [1350, 974, 142]];
  kids.forEach(([x, y, s], k) => {
    const [coat, trousers, bag] = coats[k];
    p.add(poly([[x + 4, y], [x + 130, y - 20], [x + 136, y - 8], [x + 20, y + 6]], '#6b4a30', 'opacity="0.4" filter="url(#b3)"'), at(x, y, s, people.child(coat, trousers, '#8a5a40', bag) + path('M-.085-.86C-.1-1 .1-1 .085-.86C.09-.8 .07-.78 .06-.78C.05-.8-.05-.8-.06-.78C-.07-.78-.09-.8-.085-.86Z', k % 2 ? '#1d1512' : roll.of(['#a63a2b', '#2a1c18', '#d9a54c'])) + limb(-0.11, -0.66, 0.035, k === 2 || k === 0 ? -0.22 : -0.13, k === 2 || k === 0 ? -0.98 : -0.44, 0.03, coat) + limb(0.11, -0.66, 0.035, k === 4 ? 0.22 : 0.13, k === 4 ? -0.98 : -0.44, 0.03, coat)));
  });
  p.add(poly([[1470, 964], [1650, 936], [1656, 946], [1490, 974]], '#6b4a30', 'opacity="0.4" filter="url(#b3)"'), at(1464, 970, 236, people.scarf('#f0ead8', '#b8ad96', '#2d6f6f')));
  // The path and the mule with its case.
  p.add(path('M-20 1210C120 1120 300 1090 480 1060C640 1040 720 1010 830 960L900 1000C800 1070 700 1110 600 1150L560 1210Z', p.lin([[0, '#f0d9aa'], [1, '#c99c68']])));
  const foreground = ridge(roll, -20, 1820, 1130, 1090, 60, 6);
  p.add(poly(down(foreground.map(([x, y]) => [x, y + (x > 520 && x < 1000 ? 20 : 40)]), 1220), p.lin([[0, '#6f7c46'], [1, '#2f3d2a']])));
  p.add(path('M-20 1220C140 1130 320 1110 500 1086C640 1066 740 1030 830 966L910 1000C820 1080 720 1130 640 1220Z', p.lin([[0, '#efd6a4'], [1, '#c39562']], 0, 0, 0.3, 1)));
  p.add(poly([[240, 1142], [760, 1090], [800, 1108], [420, 1160]], '#5a3a22', 'opacity="0.5" filter="url(#b8)"'));
  const hide = '#5b4030';
  const mule =
    limb(-0.66, -0.75, 0.13, -0.72, -0.4, 0.065, '#3a281f') + limb(-0.72, -0.4, 0.06, -0.66, -0.03, 0.05, '#3a281f') + limb(0.36, -0.75, 0.11, 0.3, -0.38, 0.06, '#3a281f') + limb(0.3, -0.38, 0.055, 0.36, -0.03, 0.048, '#3a281f') +
    path('M-.9-.92C-.66-1.1-.1-1 .28-1.06C.48-1.12 .6-1.3 .72-1.5C.8-1.62 .95-1.64 1.02-1.54L1.3-1.26C1.34-1.17 1.25-1.1 1.16-1.12C1.04-1.16 .97-1.2 .9-1.24C.85-1 .7-.74 .54-.62C.2-.52-.4-.5-.7-.6C-.92-.66-1-.82-.9-.92Z', hide) +
    path('M-.9-.92C-.66-1.1-.1-1 .28-1.06C.48-1.12 .6-1.3 .72-1.5C.78-1.6 .88-1.64 .96-1.6C.8-1.5 .7-1.2 .5-1.02C.1-.92-.5-.94-.9-.84Z', '#96714f', 'opacity="0.85"') +
    path('M1.1-1.14C1.2-1.06 1.34-1.12 1.3-1.26L1.22-1.34C1.14-1.28 1.1-1.2 1.1-1.14Z', '#cbb193') + path('M.78-1.54L.7-1.9C.8-1.86 .88-1.72 .9-1.58ZM.9-1.58L.9-1.92C.98-1.84 1-1.7 .99-1.56Z', '#3a281f') + circle(1.02, -1.4, 0.028, '#15100e') +
    limb(-0.78, -0.78, 0.15, -0.86, -0.42, 0.07, hide) + limb(-0.86, -0.42, 0.062, -0.94, -0.04, 0.05, hide) + limb(0.46, -0.76, 0.12, 0.58, -0.42, 0.065, hide) + limb(0.58, -0.42, 0.058, 0.56, -0.04, 0.05, hide) +
    line('M-.92-.86C-1.06-.76-1.04-.6-1.08-.44', '#2a1c16', 0.06) + line('M.72-1.5C.6-1.32 .5-1.16 .34-1.08', '#2a1c16', 0.07) +
    path('M-.56-1.08C-.3-1.12 .1-1.1 .3-1.1L.36-.66C.1-.56-.3-.56-.6-.64Z', '#a63a2b') + [0, 1, 2, 3].map((k) => line(`M${-0.57 - k * 0.01} ${-0.98 + k * 0.11}C-.2 ${-0.94 + k * 0.11} .1 ${-0.94 + k * 0.11} ${0.32 + k * 0.012} ${-1 + k * 0.11}`, ['#e9c987', '#1f5a5c', '#e9c987', '#2a1d1b'][k], 0.035)).join('') + [0, 1, 2, 3, 4, 5, 6, 7].map((k) => line(`M${-0.58 + k * 0.13} ${-0.63 + Math.sin(k * 0.45) * 0.05}v.1`, '#e9c987', 0.03)).join('') +
    `<rect x="-.46" y="-1.16" width=".66" height=".46" rx=".05" fill="#8a5428"/><rect x="-.46" y="-1.16" width=".66" height=".13" rx=".05" fill="#b5793f"/>` + rect(-0.34, -1.16, 0.07, 0.46, '#4a2a14') + rect(0.02, -1.16, 0.07, 0.46, '#4a2a14') + line('M-.2-1.16C-.2-1.25-.06-1.25-.06-1.16', '#4a2a14', 0.035) + rect(-0.35, -1, 0.09, 0.07, '#e2b95c') + rect(0.01, -1, 0.09, 0.07, '#e2b95c') + [[-0.46, -1.16], [0.13, -1.16], [-0.46, -0.77], [0.13, -0.77]].map(([x, y]) => rect(x, y, 0.07, 0.07, '#e2b95c')).join('') +
    line('M1-1.54L1.08-1.2M1.08-1.2L1.26-1.28M1.1-1.2C1.3-.9 1.5-.9 1.66-.86', '#2a1c16', 0.026);
  p.add(at(430, 1150, 196, mule, -6));
  const muleteer = path('M-62 0C-66-90-80-170-74-236C-66-290-34-300-26-312C-34-350-10-384 14-376C40-366 42-340 36-314C60-300 74-280 74-240C80-150 70-70 76 0Z', '#e3d2ae') + path('M20 0C36-110 30-220 14-306C26-330 30-350 22-374C42-362 42-340 36-314C60-300 74-280 74-240C80-150 70-70 76 0Z', '#a38d68') + [-46, -20, 8].map((x) => line(`M${x} -6C${x + 4}-90 ${x - 4}-170 ${x + 6}-236`, '#8a7450', 4, 'opacity="0.45"')).join('') + line('M-58-200C-76-180-96-170-112-168', '#c9b68f', 24) + circle(-116, -168, 11, '#8a5636') + line('M70-190L104-20', '#4a3020', 8);
  p.add(poly([[770, 1084], [1010, 1040], [1018, 1054], [800, 1098]], '#5a3a22', 'opacity="0.45" filter="url(#b8)"'), at(792, 1094, 0.92, muleteer));
  for (let i = 0; i < 260; i++) {
    const x = roll() * 1800;
    if (x > 180 && x < 980 && roll() < 0.94) continue;
    const y = 1150 + roll() * 60;
    p.add(line(`M${n(x)} ${n(y)}q${n(roll.between(-8, 8))} ${n(-16)} ${n(roll.between(-14, 14))} ${n(-roll.between(20, 44))}`, roll.of(['#c9b35c', '#8a9450', '#e6cd8a', '#4f6238']), 2.4));
  }
  p.add(rect(0, 0, 1800, 1200, p.lin([[0, '#ffdc98', 0.28], [0.6, '#ffdc98', 0]], 0, 0, 1, 0.6)));
  return { svg: p.svg({ vignette: 0.3, wash: 0.22 }), width: 1800, height: 1200 };
}
