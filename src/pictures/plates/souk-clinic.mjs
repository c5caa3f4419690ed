// A weekly souk of the Middle Atlas: potters, awnings and the white van of the legal clinic.
import { Plate, at, circle, down, ellipse, group, limb, line, mix, n, path, people, poly, rect, ridge } from '../plate.mjs';

export default function () {
  const p = new Plate(1800, 1200, 139);
  const roll = p.dice;
  p.add(rect(0, 0, 1800, 700, p.lin([[0, '#4a8ea0'], [0.5, '#b5d0c0'], [1, '#f6dfae']])));
  p.add(p.haze(-200, -60, 2200, 420, '#fff3dc', { fx: 0.002, fy: 0.009, cut: 0.49, strength: 1.5, seed: 33 }), p.glow(1500, 220, 800, '#ffe2a0', 0.75));
  for (const [y0, y1, rough, c] of [[330, 300, 190, '#8fa9a2'], [400, 420, 150, '#6f9082'], [480, 450, 100, '#4f7560']]) {
    const pts = ridge(roll, -20, 1820, y0, y1, rough, 7, 0.52);
    p.add(poly(down(pts, 760), p.lin([[0, c], [1, mix(c, '#e9d3a0', 0.55)]])));
    if (c === '#4f7560') for (let k = 0; k < 110; k++) {
      const [x, y] = roll.of(pts);
      const h = roll.between(18, 44);
      p.add(poly([[x, y - h], [x + h * 0.42, y + 6], [x - h * 0.42, y + 6]], mix(c, '#14302a', roll.between(0.2, 0.6)), 'opacity="0.9"'));
    }
  }
  p.add(rect(0, 560, 1800, 650, p.lin([[0, '#e2c08a'], [0.4, '#cfa46c'], [1, '#8a5f3f']])));
  // Awnings behind.
  const tent = (x, y, w, h, a, b) => {
    p.add(line(`M${x} ${y}V${y + h}M${x + w} ${y}V${y + h}`, '#5a3f2c', 7), rect(x + 8, y + 10, w - 16, h - 10, '#3a2822', 'opacity="0.55"'));
    const stripes = Math.round(w / 34);
    for (let k = 0; k < stripes; k++) {
      const [u, v] = [k / stripes, (k + 1) / stripes];
      p.add(path(`M${n(x - 18 + u * (w + 36))} ${y + 8}L${n(x + w * 0.16 + u * w * 0.68)} ${y - h * 0.42}H${n(x + w * 0.16 + v * w * 0.68)}L${n(x - 18 + v * (w + 36))} ${y + 8}q${n(-(w + 36) / stripes / 2)} 26 ${n(-(w + 36) / stripes)} 0`, k % 2 ? a : b));
    }
    p.add(poly([[x + w * 0.5, y - h * 0.42], [x + w * 0.84, y - h * 0.42], [x + w + 18, y + 8], [x + w * 0.56, y + 8]], '#2a1a18', 'opacity="0.22"'));
  };
  tent(40, 520, 230, 150, '#b5492f', '#f0e2c2');
  tent(1560, 500, 260, 160, '#1f6a6c', '#f0e2c2');
  tent(330, 500, 170, 140, '#d9a53a', '#f0e2c2');
  tent(1360, 512, 160, 130, '#8e3b3a', '#e9cf9a');
  for (let k = 0; k < 26; k++) {
    const x = roll.between(20, 1790);
    if (x > 560 && x < 1330) continue;
    const s = roll.between(104, 132);
    const y = 664 + roll.between(-8, 26);
    const c = roll.of(['#7d3a34', '#e9dcc0', '#34586a', '#a5793f', '#5a4a44', '#2f5f58', '#8a6a4a']);
    p.add(at(x, y, s, roll() < 0.5 ? people.hooded(mix(c, '#e2c08a', 0.2), mix(c, '#2a1c18', 0.4)) : people.scarf(mix(c, '#e2c08a', 0.2), mix(c, '#2a1c18', 0.4), roll.of(['#d9a53a', '#f0e2c2', '#b5492f', '#6f8f8c'])), 0, roll() < 0.5));
  }
  p.add(p.haze(-100, 540, 2000, 230, '#ffe9be', { fx: 0.003, fy: 0.012, cut: 0.46, strength: 1, seed: 41 }));
  // The van.
  p.add(poly([[560, 892], [1250, 900], [1130, 960], [430, 946]], '#4a3020', 'opacity="0.45" filter="url(#b20)"'));
  p.add(path('M600 470Q604 440 640 440H1120C1170 442 1196 470 1222 540L1246 610C1300 626 1330 650 1336 700L1342 862Q1340 884 1318 884H612Q590 884 590 862Z', p.lin([[0, '#ffffff'], [0.55, '#f4eede'], [0.56, '#d6cdb8'], [1, '#a89c86']])));
  p.add(path('M1120 478H1130C1164 480 1180 500 1198 546L1222 612H1120Z', p.lin([[0, '#bfe0de'], [1, '#33606a']], 0, 0, 1, 1)), path('M1136 612L1166 484L1180 500L1156 612Z', '#ffffff', 'opacity="0.4"'), rect(640, 480, 120, 120, p.lin([[0, '#bfe0de'], [1, '#33606a']], 0, 0, 1, 1)), poly([[660, 600], [700, 480], [724, 480], [684, 600]], '#ffffff', 'opacity="0.35"'));
  p.add(rect(800, 476, 280, 386, '#2b2320'), rect(800, 476, 280, 386, p.lin([[0, '#ffdca0', 0.55], [0.7, '#ffdca0', 0.12]])), rect(1080, 470, 12, 396, '#c9bfa8'));
  p.add(rect(590, 690, 210, 18, '#15626a'), rect(1092, 690, 246, 18, '#15626a'), rect(590, 714, 210, 7, '#d9a53a'), rect(1092, 714, 246, 7, '#d9a53a'));
  // A pair of scales as its sign.
  p.add(at(700, 772, 1, line('M0-40V30M-24 34H24M-40-30H40M-40-30L-54 0M-40-30L-26 0M40-30L54 0M40-30L26 0', '#15626a', 5) + path('M-58 0h36q-4 18-18 18q-14 0-18-18ZM22 0h36q-4 18-18 18q-14 0-18-18Z', '#15626a') + circle(0, -42, 6, '#d9a53a')));
  // Inside: shelves, a lamp; the advocate and her visitor at the little table under the canopy.
  p.add(rect(812, 540, 120, 8, '#8a5f3f'), ...Array.from({ length: 9 }, (_, k) => rect(818 + k * 12, 540 - 34 - (k % 3) * 7, 10, 34 + (k % 3) * 7, ['#8e3b3a', '#15626a', '#d9a53a', '#e9dcc0'][k % 4])), p.glow(1030, 510, 130, '#ffdc98', 0.8), circle(1030, 506, 9, '#fff6d4'));
  p.add(poly([[784, 452], [1110, 452], [1190, 560], [706, 560]], '#d9702f'), ...[0, 1, 2, 3, 4].map((k) => poly([[784 + k * 65.2, 452], [816 + k * 65.2, 452], [754 + k * 96.8, 560], [706 + k * 96.8, 560]], '#f4e6c6')), ...Array.from({ length: 10 }, (_, k) => path(`M${706 + k * 48.4} 558h48.4q0 26-24.2 26q-24.2 0-24.2-26`, k % 2 ? '#d9702f' : '#f4e6c6')), line('M714 560V896M1184 560V896', '#6b4a34', 7));
  for (const x of [716, 1230]) p.add(path(`M${x - 66} 884a66 66 0 0 1 132 0Z`, '#1a1614'), circle(x, 886, 52, '#24211f'), circle(x, 886, 27, '#c9c4b6'), circle(x, 886, 10, '#5a564e'));
  p.add(ellipse(1326, 770, 12, 20, '#fff3cc'), rect(1306, 846, 44, 16, '#5a564e'));
  const seated = (robe, shade, scarf, skin, flip) => at(0, 0, 1, path('M-64 0C-70-60-60-120-46-150C-30-180 30-180 46-150C62-120 74-60 90-50C104-40 104 0 100 0Z', robe) + path('M20 0C34-60 34-130 20-170C34-168 42-160 46-150C62-120 74-60 90-50C104-40 104 0 100 0Z', shade) + rect(-12, -190, 26, 30, mix(skin, '#2a1812', 0.2)) + ellipse(4, -216, 30, 38, skin) + (scarf ? path('M-36-160C-48-250-36-270 0-270C40-270 40-240 34-226C22-250-12-246-14-216C-14-190-2-178 14-172C4-150-24-150-36-160Z', scarf) : path('M-30-200C-40-262 20-276 36-234C16-246-8-236-12-200Z', '#1d1512')) + limb(20, -140, 17, 74, -104, 13, shade) + limb(74, -104, 12, 112, -118, 9, skin) + path('M14-218q8 4 14 0M30-212q6 10-2 12', 'none', 'stroke="#3a2018" stroke-width="3" stroke-linecap="round"'), 0, flip);
  p.add(at(850, 900, 1.02, seated('#22303a', '#131c24', null, '#b07a56', false) + path('M-10-172L4-120L20-172Z', '#ffffff')), at(1086, 900, 1.02, seated('#8e4a66', '#5a2c44', '#e9c987', '#a56b47', true)));
  p.add(poly([[890, 806], [1050, 806], [1066, 822], [876, 822]], '#b5793f'), line('M900 822V910M1042 822V910', '#6b4424', 10), at(966, 800, 1, poly([[-44, 4], [-30, -10], [36, -10], [44, 4]], '#fbf6e6') + line('M-26-3H30M-22-7H24', '#8d8676', 2), 0), at(1020, 792, 1, path('M-9 14h18l4-28h-26Z', '#c9893a', 'opacity="0.9"')));
  // The queue.
  const queue = [[1420, 930, 300, 'h', '#e2d3b0', '#a38d68'], [1510, 946, 292, 's', '#2d6a72', '#16424c', '#d9702f'], [1600, 934, 306, 'h', '#6b4a3a', '#452e26'], [1690, 956, 286, 's', '#b5793f', '#7d5026', '#f0e2c2'], [1770, 946, 300, 's', '#7d3a44', '#4f2230', '#6f9a92']];
  for (const [x, y, s, kind, a, b, c] of queue) p.add(poly([[x - 40, y], [x + 40, y], [x - 60, y + 52], [x - 170, y + 48]], '#4a3020', 'opacity="0.36" filter="url(#b8)"'), at(x, y, s, kind === 'h' ? people.hooded(a, b) : people.scarf(a, b, c), 0, true));
  p.add(at(1558, 968, 168, people.child('#d9a53a', '#34506a', '#a56b47', '#b5492f') + path('M-.09-.86C-.11-1 .11-1 .09-.86C.09-.82 .07-.79 .06-.79C.04-.82-.04-.82-.06-.79C-.08-.79-.09-.82-.09-.86Z', '#1d1512')));
  // The potter's pitch in front.
  p.add(poly([[-20, 1010], [1820, 1030], [1820, 1210], [-20, 1210]], '#7d3a34'), ...Array.from({ length: 20 }, (_, k) => line(`M${k * 110 - 120} 1210L${k * 92 + 10} 1014`, ['#e9cf9a', '#1f5a5c', '#d9a53a', '#3a1c1c'][k % 4], k % 4 === 3 ? 16 : 9, 'opacity="0.85"')));
  const glaze = [['#1d5f9a', '#f2ecda'], ['#1f7a62', '#f2ecda'], ['#d9a53a', '#5a2c22'], ['#b5492f', '#f4dfa8'], ['#f0e8d4', '#1d5f9a'], ['#2d7f86', '#f0d9a0']];
  const bowl = (x, y, r, [a, b]) => {
    p.add(ellipse(x, y + r * 0.62, r * 0.9, r * 0.14, '#1a0d0a', 'opacity="0.5" filter="url(#b3)"'), path(`M${n(x - r)} ${n(y)}C${n(x - r * 0.9)} ${n(y + r * 0.5)} ${n(x - r * 0.4)} ${n(y + r * 0.66)} ${n(x - r * 0.34)} ${n(y + r * 0.68)}H${n(x + r * 0.34)}C${n(x + r * 0.4)} ${n(y + r * 0.66)} ${n(x + r * 0.9)} ${n(y + r * 0.5)} ${n(x + r)} ${n(y)}Z`, p.lin([[0, mix(a, '#ffffff', 0.35)], [0.45, a], [1, mix(a, '#0a0a10', 0.55)]], 0, 0, 1, 0.3)), ellipse(x, y, r, r * 0.3, mix(a, '#ffffff', 0.25)), ellipse(x, y + r * 0.02, r * 0.9, r * 0.25, mix(b, '#2a1c18', 0.12)));
    let ornament = '';
    for (let k = 0; k < 16; k++) {
      const u = (k * Math.PI) / 8;
      ornament += poly([[x + Math.cos(u) * r * 0.84, y + Math.sin(u) * r * 0.23], [x + Math.cos(u + 0.16) * r * 0.6, y + Math.sin(u + 0.16) * r * 0.165], [x + Math.cos(u) * r * 0.4, y + Math.sin(u) * r * 0.11], [x + Math.cos(u - 0.16) * r * 0.6, y + Math.sin(u - 0.16) * r * 0.165]], a);
    }
    for (let k = -4; k <= 4; k++) ornament += path(`M${n(x + k * r * 0.19)} ${n(y + r * (0.36 - Math.abs(k) * 0.012))}l${n(r * 0.07)} ${n(r * 0.08)}l${n(-r * 0.07)} ${n(r * 0.08)}l${n(-r * 0.07)} ${n(-r * 0.08)}Z`, b, 'opacity="0.9"');
    p.add(ornament);
  };
  const tagine = (x, y, r, [a, b]) => {
    p.add(ellipse(x, y + r * 0.3, r * 1.1, r * 0.16, '#1a0d0a', 'opacity="0.5" filter="url(#b3)"'), path(`M${n(x - r)} ${n(y)}C${n(x - r)} ${n(y + r * 0.34)} ${n(x + r)} ${n(y + r * 0.34)} ${n(x + r)} ${n(y)}Z`, p.lin([[0, mix(a, '#ffffff', 0.2)], [1, mix(a, '#0a0a10', 0.6)]], 0, 0, 1, 0)), ellipse(x, y, r, r * 0.2, mix(a, '#0a0a10', 0.3)));
    p.add(path(`M${n(x - r * 0.88)} ${n(y)}C${n(x - r * 0.7)} ${n(y - r * 0.5)} ${n(x - r * 0.2)} ${n(y - r * 0.7)} ${n(x - r * 0.12)} ${n(y - r * 1.1)}C${n(x - r * 0.2)} ${n(y - r * 1.3)} ${n(x + r * 0.2)} ${n(y - r * 1.3)} ${n(x + r * 0.12)} ${n(y - r * 1.1)}C${n(x + r * 0.2)} ${n(y - r * 0.7)} ${n(x + r * 0.7)} ${n(y - r * 0.5)} ${n(x + r * 0.88)} ${n(y)}C${n(x + r * 0.6)} ${n(y + r * 0.2)} ${n(x - r * 0.6)} ${n(y + r * 0.2)} ${n(x - r * 0.88)} ${n(y)}Z`, p.lin([[0, mix(a, '#fff3d8', 0.5)], [0.4, a], [1, mix(a, '#0a0a10', 0.6)]], 0, 0, 1, 0.2)));
    for (let q = 0; q < 3; q++) {
      const w = [0.66, 0.4, 0.2][q];
      const yy = y - r * [0.2, 0.52, 0.82][q];
      p.add(line(`M${n(x - r * w)} ${n(yy)}Q${n(x)} ${n(yy + r * 0.2 * w + 6)} ${n(x + r * w)} ${n(yy)}`, b, n(r * 0.03)));
      for (let k = -3; k <= 3; k++) if (q < 2) p.add(path(`M${n(x + k * r * w * 0.26)} ${n(yy + r * 0.05)}l${n(r * 0.05 * (w + 0.4))} ${n(r * 0.07)}l${n(-r * 0.05 * (w + 0.4))} ${n(r * 0.07)}l${n(-r * 0.05 * (w + 0.4))} ${n(-r * 0.07)}Z`, b));
    }
    p.add(ellipse(x - r * 0.34, y - r * 0.3, r * 0.07, r * 0.2, '#fffaf0', 'opacity="0.4" transform="rotate(24 ' + n(x - r * 0.34) + ' ' + n(y - r * 0.3) + ')"'));
  };
  for (let k = 0; k < 4; k++) bowl(126 + (k % 2) * 3, 1000 - k * 26, 92 - k * 3, glaze[k]);
  tagine(340, 1030, 104, glaze[3]);
  for (let k = 0; k < 3; k++) bowl(1640 + (k % 2) * 4, 1040 - k * 26, 86, glaze[(k + 4) % 6]);
  tagine(540, 1000, 80, glaze[1]);
  for (let k = 0; k < 3; k++) bowl(690, 1030 - k * 22, 70, glaze[(k + 2) % 6]);
  tagine(1450, 1050, 96, glaze[5]);
  bowl(230, 1130, 124, glaze[4]);
  bowl(500, 1136, 112, glaze[0]);
  tagine(772, 1146, 110, glaze[2]);
  bowl(1022, 1128, 104, glaze[3]);
  bowl(1262, 1128, 118, glaze[5]);
  tagine(1560, 1170, 124, glaze[0]);
  bowl(1780, 1140, 100, glaze[2]);
  bowl(10, 1150, 96, glaze[1]);
  p.add(rect(0, 0, 1800, 1200, p.lin([[0, '#fff0c0', 0], [0.5, '#fff0c0', 0], [1, '#ffe2a0', 0.34]], 0, 1, 1, 0)));
  return { svg: p.svg({ vignette: 0.4, wash: 0.22 }), width: 1800, height: 1200 };
}
