// The listening room in the library of Tiznit.
import { Plate, at, circle, ellipse, group, line, mix, n, path, poly, rect } from '../plate.mjs';

export default function () {
  const p = new Plate(1800, 1200, 83);
  const roll = p.dice;
  p.add(group(rect(0, 0, 1800, 1200, p.lin([[0, '#e9c9a0'], [0.5, '#d9a679'], [1, '#8d5a46']], 0, 0, 1, 0.5)), 'filter="url(#plaster)"'));
  // A ceiling of painted cedar.
  p.add(poly([[0, 0], [1800, 0], [1800, 96], [0, 96]], '#4a2a1e'));
  for (let k = 0; k < 30; k++) p.add(poly([[k * 62 - 10, 0], [k * 62 + 26, 0], [k * 62 + 22, 92], [k * 62 - 4, 92]], k % 2 ? '#6e4128' : '#2f5a58'), path(`M${k * 62 + 8} 30l10 14l-10 14l-10 -14Z`, '#dca654'));
  p.add(rect(0, 90, 1800, 14, '#2b1a15'), rect(0, 104, 1800, 26, '#1d5a5c'));
  for (let k = 0; k < 58; k++) p.add(path(`M${k * 32} 130l16 -22l16 22Z`, k % 2 ? '#dca654' : '#efe0c2'));
  // Three horseshoe arches filled with books.
  const arch = (cx, r) => `M${cx - r} 900V470C${cx - r * 1.16} ${470 - r * 0.62} ${cx - r * 0.7} ${470 - r * 1.18} ${cx} ${470 - r * 1.28}C${cx + r * 0.7} ${470 - r * 1.18} ${cx + r * 1.16} ${470 - r * 0.62} ${cx + r} 470V900Z`;
  const spines = ['#8e2f2c', '#1d5a5c', '#c9893a', '#e6d3ab', '#2f4b63', '#5b3a2a', '#6d7f4f', '#b5573a', '#3a3340', '#a87c4a'];
  for (const [cx, r, lit] of [[690, 200, 0.35], [1180, 200, 0.15], [1660, 200, 0]]) {
    p.add(path(arch(cx, r + 40), '#a6683f'), path(arch(cx, r + 30), '#f0d9b0'), path(arch(cx, r + 10), '#7b4530'));
    for (let k = 0; k < 19; k++) {
      const a = Math.PI * (1.0 + k / 18);
      p.add(at(cx + Math.cos(a) * (r + 24), 440 + Math.sin(a) * (r * 1.12 + 20), 1, path('M0-14l8 14l-8 14l-8-14Z', k % 2 ? '#1d5a5c' : '#b5492f'), (a * 180) / Math.PI + 90));
    }
    const clip = p.clip(path(arch(cx, r), '#000'));
    let shelf = path(arch(cx, r), '#2b1a16');
    for (let row = 0; row < 7; row++) {
      const floor = 318 + row * 96;
      let x = cx - r - 10;
      while (x < cx + r) {
        const w = roll.between(10, 27);
        const h = roll.between(56, 82);
        const c = mix(roll.of(spines), '#1a1012', 0.35 - lit);
        if (roll() < 0.06) x += w;
        else if (roll() < 0.07) shelf += poly([[x + 20, floor], [x, floor - h], [x + w * 0.9, floor - h - 7], [x + 20 + w, floor]], c);
        else shelf += rect(x, floor - h, w - 1.6, h, c) + rect(x, floor - h, 3, h, '#fff1d0', 'opacity="0.2"') + (roll() < 0.5 ? rect(x + 2, floor - h * 0.8, w - 5, 4, '#e5b860', 'opacity="0.8"') + rect(x + 2, floor - h * 0.24, w - 5, 3, '#e5b860', 'opacity="0.6"') : '');
        x += w;
      }
      shelf += rect(cx - r - 20, floor, r * 2 + 40, 13, '#7a4a2e') + rect(cx - r - 20, floor + 13, r * 2 + 40, 11, '#120a0a', 'opacity="0.55"');
    }
    shelf += rect(cx - r * 1.2, 150, r * 2.4, 760, p.lin([[0, '#0d0a10', 0.6], [0.35, '#0d0a10', 0.05], [1, '#0d0a10', 0.35]]));
    p.add(group(shelf, clip));
  }
  // Columns.
  for (const x of [460, 935, 1420]) p.add(rect(x - 30, 470, 60, 532, p.lin([[0, '#fff1d2'], [0.4, '#d9b489'], [1, '#80523f']], 0, 0, 1, 0)), path(`M${x - 52} 440h104l-16 38h-72Z`, '#e9cfa2'), rect(x - 56, 424, 112, 18, '#b98556'), rect(x - 34, 478, 68, 9, '#b98556'), rect(x - 42, 976, 84, 26, '#b98556'));
  // The window: a lattice of eightfold stars and the morning behind.
  const wx = 40;
  const clipWin = p.clip(path('M60 880V400C44 300 110 220 205 200C300 220 366 300 350 400V880Z', '#000'));
  p.add(path('M40 890V400C20 290 96 196 205 176C314 196 390 290 370 400V890Z', '#8d5a3c'), path('M60 880V400C44 300 110 220 205 200C300 220 366 300 350 400V880Z', p.lin([[0, '#fff9e2'], [0.6, '#ffe5a6'], [1, '#f6b765']])));
  let lattice = '';
  for (let j = 0; j < 12; j++) for (let i = 0; i < 6; i++) {
    const [cx, cy] = [wx + 20 + i * 60, 200 + j * 60];
    const star = [];
    for (let k = 0; k < 16; k++) star.push([cx + Math.cos(k * Math.PI / 8 + Math.PI / 8) * (k % 2 ? 26 : 20), cy + Math.sin(k * Math.PI / 8 + Math.PI / 8) * (k % 2 ? 26 : 20)]);
    lattice += poly(star, 'none', 'stroke="#5b3423" stroke-width="5"') + line(`M${cx + 26} ${cy}h8M${cx} ${cy + 26}v8`, '#5b3423', 6);
  }
  p.add(group(lattice, clipWin), p.glow(205, 480, 640, '#ffd58a', 0.75));
  for (let k = 0; k < 6; k++) {
    const y = 250 + k * 100;
    p.add(poly([[330, y], [330, y + 58], [1500, y + 640], [1380, y + 500]], p.lin([[0, '#fff0c0', 0.5], [1, '#ffd68a', 0]], 0, 0, 1, 0.5), 'style="mix-blend-mode:screen" filter="url(#b8)" opacity="0.6"'));
  }
  let dust = '';
  for (let i = 0; i < 170; i++) dust += circle(roll.between(330, 1300), roll.between(230, 900), roll.between(0.8, 2.4), '#fff3cf', `opacity="${n(roll.between(0.2, 0.8))}"`);
  p.add(dust);
  // Lamps of pierced brass.
  for (const [x, y] of [[690, 232], [1180, 232], [1660, 232]]) p.add(line(`M${x} 130V${y - 40}`, '#2b1a15', 4), path(`M${x} ${y - 46}C${x + 14} ${y - 30} ${x + 66} ${y - 6} ${x + 60} ${y + 34}C${x + 48} ${y + 66} ${x + 14} ${y + 74} ${x} ${y + 92}C${x - 14} ${y + 74} ${x - 48} ${y + 66} ${x - 60} ${y + 34}C${x - 66} ${y - 6} ${x - 14} ${y - 30} ${x} ${y - 46}Z`, p.rad([[0, '#fff0b8'], [0.5, '#e0993c'], [1, '#7a4a22']])), ...[0, 1, 2, 3].flatMap((r) => Array.from({ length: 7 - Math.abs(r - 1) * 2 }, (_, k) => circle(x + (k - (6 - Math.abs(r - 1) * 2) / 2) * 17, y - 6 + r * 22, 4, '#fffbe0'))), p.glow(x, y + 20, 240, '#ffc46a', 0.7));
  // The table.
  p.add(poly([[140, 1000], [1660, 1000], [1860, 1210], [-60, 1210]], p.lin([[0, '#9a6239'], [0.2, '#7b4a2c'], [1, '#351d15']])), poly([[140, 1000], [1660, 1000], [1664, 1010], [134, 1010]], '#f0b878', 'opacity="0.75"'));
  // Who listens: each a robe, a scarf or hair, a face at rest, and headphones.
  const face = (skin, shade, age) =>
    path('M-58-60C-60 10-36 62 0 64C38 62 60 10 58-60C58-110-58-110-58-60Z', skin) + path('M16-96C44-96 58-84 58-60C60 10 38 62 0 64C26 40 34-30 16-96Z', shade, 'opacity="0.75"') +
    line('M-38-24q14 9 28 0M12-24q14 9 28 0', '#3a2018', 4.4) + line('M-42-46q16-12 34-3M10-49q18-9 34 3', '#3a2018', 5) + line('M2-22C-3-4-8 8-6 14q6 6 13 2', mix(shade, '#3a2018', 0.4), 3.6) + path('M-19 34q10-8 20-2q10-6 20 2q-20 15-40 0Z', '#9c4a3d') + ellipse(-36, 6, 12, 8, '#d9705a', 'opacity="0.3"') + ellipse(36, 6, 12, 8, '#d9705a', 'opacity="0.2"') +
    (age ? line('M-50-10q-6-4-8-10M50-10q6-4 8-10M-30 20q-3 8 0 16M30 20q3 8 0 16M-14-72q14-5 28 0', mix(shade, '#3a2018', 0.3), 2.2, 'opacity="0.7"') + line('M0 44V58M-6 48L0 54L6 48', '#2f5a58', 2.6) : '');
  const phones = (pad) => path('M-92-40C-100-150-50-176 0-176C50-176 100-150 92-40', 'none', `stroke="#1b1a20" stroke-width="15"`) + path('M-92-60C-98-140-50-166 0-168', 'none', 'stroke="#8a8a90" stroke-width="4"') + `<rect x="-112" y="-64" width="36" height="76" rx="17" fill="${pad}"/><rect x="76" y="-64" width="36" height="76" rx="17" fill="${mix(pad, '#0a0a10', 0.4)}"/>` + rect(-104, -52, 6, 50, '#ffffff', 'opacity="0.3"');
  const bust = (robe, dark, trim) => path('M-210 330C-214 190-190 128-110 98C-70 84-40 80-36 50H36C40 80 70 84 110 98C190 128 214 190 210 330Z', robe) + path('M30 330C50 230 60 150 52 82C80 88 96 92 110 98C190 128 214 190 210 330Z', dark, 'opacity="0.8"') + path('M-40 70L0 180L40 70L52 84L4 330H-6L-52 84Z', trim);
  const veil = (cloth, dark) => path('M-86 20C-104-130-60-170 0-170C60-170 104-130 86 20C92 80 120 108 104 140C50 176-50 176-104 140C-120 108-92 80-86 20Z', cloth);
  const fold = (cloth, dark) => path('M-60 40C-50 90 50 90 60 40C84 90 118 108 104 140C50 176-50 176-104 140C-116 108-84 90-60 40Z', mix(cloth, dark, 0.25)) + line('M-80 110C-30 150 40 146 86 108M-60 80C-20 116 30 116 64 76', dark, 4, 'opacity="0.5"') + path('M20-168C64-164 98-130 86 20C84 60 92 80 104 110C84 96 66 70 60 40C66-30 60-110 20-168Z', dark, 'opacity="0.55"');
  const listener = (x, y, s, inner, turn) => p.add(group(at(x, y, s, inner, turn)));
  p.add(ellipse(620, 1010, 330, 26, '#1a0d0a', 'opacity="0.5" filter="url(#b20)"'), ellipse(1200, 1010, 300, 26, '#1a0d0a', 'opacity="0.5" filter="url(#b20)"'));
  const skinA = ['#d9a078', '#a9714f'];
  const skinB = ['#b9805a', '#85553a'];
  const skinC = ['#8f5c40', '#643c2a'];
  listener(1500, 770, 0.92, bust('#3d4f63', '#22303f', '#e0cfa6') + path('M-34 20V80C-20 100 20 100 34 80V20Z', skinC[1]) + face(...skinC) + path('M-66-40C-84-140-30-170 6-166C70-164 82-110 66-40C60-90 40-100 0-98C-40-100-58-90-66-40Z', '#1d1614') + phones('#b5492f'), 5);
  listener(1130, 735, 1.04, bust('#7b2f3a', '#4a1c2a', '#e9c987') + veil('#e6cf9c', '#a5834f') + face(...skinB) + fold('#e6cf9c', '#8d6a3c') + phones('#2a2a33'), -5);
  listener(660, 742, 1.12, bust('#1d5f66', '#0f3a44', '#f0ddb0') + veil('#c9522f', '#7b2c22') + face(...skinA, true) + fold('#c9522f', '#7b2c22') + path('M-92-70C-40-104 40-104 92-70L88-92C40-128-40-128-88-92Z', '#dca654') + [-3, -2, -1, 0, 1, 2, 3].map((k) => circle(k * 23, -93 + Math.abs(k) * 4, 7, '#efe9da')).join('') + phones('#8d8677'), 6);
  p.add(line('M548 812C520 930 640 990 800 1050', '#15131a', 6), line('M1028 800C1000 900 980 980 950 1050', '#15131a', 6), line('M1410 800C1380 930 1160 990 1010 1060', '#15131a', 6));
  // On the table: a recorder, an open book of songs, glasses of tea.
  p.add(group(`<rect x="800" y="1036" width="220" height="110" rx="14" fill="#23262c"/><rect x="816" y="1048" width="188" height="46" rx="6" fill="#0e1a1c"/>` + Array.from({ length: 31 }, (_, k) => rect(824 + k * 5.7, 1071 - Math.abs(Math.sin(k * 0.9) * Math.cos(k * 0.31)) * 19 - 2, 3.2, 4 + Math.abs(Math.sin(k * 0.9) * Math.cos(k * 0.31)) * 38, '#f0b650')).join('') + circle(840, 1120, 13, '#a8201a') + circle(900, 1120, 11, '#6b7078') + circle(946, 1120, 11, '#6b7078') + circle(990, 1120, 11, '#6b7078'), 'filter="url(#drop)"'));
  p.add(group(path('M330 1120C400 1070 480 1068 540 1096C600 1064 690 1066 748 1104L800 1180C720 1150 620 1150 552 1184C470 1152 370 1156 290 1190Z', '#f4e7c8') + path('M540 1096L552 1184', 'none', 'stroke="#a5834f" stroke-width="4"') + [0, 1, 2, 3].map((k) => line(`M${346 - k * 10} ${1124 + k * 14}C${410 - k * 8} ${1090 + k * 15} ${470} ${1088 + k * 16} ${520} ${1108 + k * 16}M${566} ${1108 + k * 16}C${620} ${1086 + k * 16} ${690 + k * 6} ${1090 + k * 15} ${730 + k * 12} ${1112 + k * 16}`, '#8a745a', 2.6, 'opacity="0.7"')).join(''), 'filter="url(#drop)"'));
  for (const [x, y] of [[1180, 1090], [1262, 1068]]) p.add(group(path(`M${x - 30} ${y - 70}L${x - 22} ${y + 20}H${x + 22}L${x + 30} ${y - 70}Z`, '#fff6dc', 'opacity="0.5"') + path(`M${x - 27} ${y - 44}L${x - 21} ${y + 16}H${x + 21}L${x + 27} ${y - 44}Z`, p.lin([[0, '#e7a83c'], [1, '#8d4f1a']])) + path(`M${x - 29} ${y - 60}h58l-1 12h-56Z`, '#dca654', 'opacity="0.7"') + path(`M${x - 10} ${y - 60}q-6 -34 12 -46q14 12 4 46Z`, '#4f8a4c')));
  p.add(group(path('M1400 1110C1390 1050 1420 1020 1450 1020C1480 1020 1510 1050 1500 1110Z', p.lin([[0, '#f3f3ee'], [0.5, '#a9adac'], [1, '#5c6062']], 0, 0, 1, 0.3)) + path('M1432 1022C1436 1000 1464 1000 1468 1022Z', '#c9ccca') + circle(1450, 998, 8, '#8a8e90') + path('M1500 1066C1550 1060 1540 1020 1570 1010', 'none', 'stroke="#b5b9b8" stroke-width="13" stroke-linecap="round"') + path('M1402 1060C1360 1050 1360 1100 1398 1102', 'none', 'stroke="#8a8e90" stroke-width="10"'), 'filter="url(#drop)"'));
  p.add(rect(0, 0, 1800, 1200, p.lin([[0, '#ffce82', 0.16], [0.5, '#ffce82', 0], [1, '#1a1018', 0.42]], 0, 0, 1, 0.3)));
  return { svg: p.svg({ wash: 0.2 }), width: 1800, height: 1200 };
}
