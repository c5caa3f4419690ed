// The winning shot of the women's Atlas Cup, under the lights of Khénifra.
import { Plate, at, circle, down, ellipse, group, limb, line, mix, n, path, poly, rect, ridge } from '../plate.mjs';

export default function () {
  const p = new Plate(1800, 1200, 97);
  const roll = p.dice;
  p.add(rect(0, 0, 1800, 700, p.lin([[0, '#06131f'], [0.5, '#0f3142'], [1, '#2b5560']])));
  let stars = '';
  for (let i = 0; i < 120; i++) stars += circle(roll() * 1800, roll() * 260, roll.between(0.6, 1.7), '#dcebee', 'opacity="0.6"');
  p.add(stars, poly(down(ridge(roll, -20, 1820, 300, 260, 190, 7, 0.52), 620), '#12303d'), poly(down(ridge(roll, -20, 1820, 350, 360, 80, 7, 0.55), 620), '#0c232e'));
  // The stand and its public.
  p.add(poly([[-20, 330], [1820, 300], [1820, 720], [-20, 690]], p.lin([[0, '#0d1f29'], [1, '#1a3a44']])));
  let public_ = '';
  for (let row = 0; row < 17; row++) {
    const t = row / 16;
    const size = 8 + t * 5.5;
    for (let x = -10 + (row % 2) * 10; x < 1820; x += size * roll.between(1.7, 2.3)) {
      if (roll() < 0.05 || Math.abs(((x + 40) % 460) - 20) < 15) continue;
      const y = 352 + row * 17.6 - (x / 1800) * 22 * (1 - t) + roll.between(-2, 2);
      const coat = mix(roll.of(['#a63a2b', '#e8e0cc', '#1f5d66', '#c9893a', '#394a55', '#6d3a3a', '#2c4b46', '#a63a2b']), '#0b1c26', 0.62 - t * 0.3);
      public_ += path(`M${n(x - size * 0.8)} ${n(y + size * 2)}Q${n(x)} ${n(y - size * 0.1)} ${n(x + size * 0.8)} ${n(y + size * 2)}Z`, coat) + circle(x, y, size * 0.5, mix(roll.of(['#b98a68', '#8a5a40', '#c9a078', '#3a2a26', '#d9cba8']), '#0b1c26', 0.5 - t * 0.25));
      if (roll() < 0.09) public_ += line(`M${n(x - size * 0.6)} ${n(y + size)}l${n(-size * 0.5)} ${n(-size * 1.8)}M${n(x + size * 0.6)} ${n(y + size)}l${n(size * 0.5)} ${n(-size * 1.8)}`, coat, n(size * 0.36));
    }
  }
  p.add(public_);
  for (const [x, y, c] of [[520, 430, '#a63a2b'], [1010, 480, '#e2b04c'], [1490, 410, '#a63a2b'], [270, 520, '#e2b04c']]) p.add(line(`M${x} ${y + 76}V${y}`, '#0b1c26', 4), path(`M${x} ${y}C${x + 30} ${y - 20} ${x + 50} ${y + 20} ${x + 92} ${y - 4}V${y + 44}C${x + 50} ${y + 66} ${x + 30} ${y + 28} ${x} ${y + 48}Z`, c, 'opacity="0.9"'));
  p.add(rect(-20, 640, 1840, 50, '#0b2630'), rect(-20, 640, 1840, 5, '#4f8a8a'));
  for (let k = 0; k < 12; k++) p.add(rect(-10 + k * 155, 648, 148, 38, ['#a63a2b', '#15525a', '#d9a54c', '#e6dcc4'][k % 4], 'opacity="0.5"'));
  // Floodlights.
  const mast = (x, top, s) => {
    p.add(poly([[x - 9 * s, 660], [x - 4 * s, top + 40], [x + 4 * s, top + 40], [x + 9 * s, 660]], '#091720'));
    p.add(p.glow(x, top, 520 * s, '#cfe9e6', 0.55), p.glow(x, top, 220 * s, '#fff6dc', 0.9));
    for (let r = 0; r < 3; r++) for (let c = 0; c < 5; c++) p.add(rect(x - 92 * s + c * 37 * s, top - 50 * s + r * 33 * s, 32 * s, 27 * s, '#0b1a22'), ellipse(x - 76 * s + c * 37 * s, top - 37 * s + r * 33 * s, 13 * s, 11 * s, '#fffdf0'));
  };
  mast(250, 150, 1);
  mast(1560, 130, 1.08);
  mast(930, 220, 0.66);
  for (const [x, y, tx, w] of [[250, 150, 700, 420], [1560, 130, 1100, 460]]) p.add(poly([[x - 60, y], [x + 60, y], [tx + w, 1100], [tx - w, 1100]], p.lin([[0, '#e9f5ec', 0.3], [1, '#e9f5ec', 0]]), 'style="mix-blend-mode:screen" filter="url(#b45)"'));
  // The pitch.
  p.add(rect(0, 688, 1800, 520, p.lin([[0, '#2f8d5c'], [0.35, '#1f7049'], [1, '#0d3f2e']])));
  for (let k = -8; k < 12; k += 2) p.add(poly([[820 + k * 130, 688], [820 + (k + 1) * 130, 688], [820 + (k + 1) * 420, 1210], [820 + k * 420, 1210]], '#7ed08c', 'opacity="0.15"'));
  p.add(line('M-20 742L1820 722', '#f2f5e6', 4, 'opacity="0.8"'), line('M-20 930L640 905L1010 742', '#f2f5e6', 6, 'opacity="0.8"'), ellipse(820, 860, 150, 40, 'none', 'stroke="#f2f5e6" stroke-width="5" opacity="0.0"'));
  let blades = '';
  for (let i = 0; i < 1300; i++) {
    const t = Math.sqrt(roll());
    const y = 800 + t * 410;
    const x = roll() * 1800;
    blades += `M${n(x)} ${n(y)}l${n(roll.between(-5, 5) * t)} ${n(-4 - 14 * t)}`;
  }
  p.add(line(blades, '#a5e2a0', 1.5, 'opacity="0.3"'));
  // The goal.
  let net = '';
  for (let k = 0; k <= 16; k++) {
    const t = k / 16;
    net += `M${n(130 + t * 460)} ${n(430 + t * 26)}L${n(70 + t * 440)} ${n(500 + t * 20)}V${n(750 - t * 8)}`;
    net += `M${n(70)} ${n(500 + t * 250)}L${n(510)} ${n(520 + t * 222)}M${n(130)} ${n(430 + t * 338)}L70 ${n(500 + t * 250)}`;
  }
  p.add(line(net, '#e9f2ee', 1.6, 'opacity="0.5"'), line('M130 770V430L590 456V752', '#ffffff', 13), line('M136 770V437L586 462', '#8fb3b0', 4));
  // The keeper stretches, too late.
  const K = (x1, y1, r1, x2, y2, r2, c) => p.add(limb(x1 - 62, y1 + 34, r1, x2 - 62, y2 + 34, r2, c));
  p.add(ellipse(370, 770, 170, 13, '#06251b', 'opacity="0.55" filter="url(#b8)"'));
  K(300, 640, 17, 236, 672, 13, '#20242c'); K(236, 672, 13, 172, 650, 10, '#d9a54c');
  K(306, 650, 18, 262, 712, 13, '#20242c'); K(262, 712, 13, 204, 740, 10, '#d9a54c');
  K(306, 644, 26, 404, 592, 31, '#d9a54c'); K(410, 600, 15, 470, 574, 11, '#b8863a'); K(470, 574, 11, 520, 540, 9, '#b8863a'); K(402, 584, 15, 452, 540, 11, '#e9bd62'); K(452, 540, 11, 500, 512, 9, '#e9bd62');
  p.add(group(circle(526, 534, 13, '#f2efe2') + circle(506, 506, 13, '#f2efe2') + ellipse(438, 566, 23, 26, '#a56b47') + path('M420 556C420 530 456 528 462 552C446 548 436 556 434 574C426 572 420 566 420 556Z', '#1b1412'), 'transform="translate(-62 34)"'));
  // Two defenders and a team-mate, farther off.
  const far = (x, y, s, shirt, shorts, socks, arms, flip) =>
    p.add(ellipse(x, y + 2, 60 * s, 8 * s, '#06251b', 'opacity="0.5" filter="url(#b3)"'), at(x, y, s, limb(-8, -150, 18, -40, -84, 13, shorts) + limb(-40, -84, 13, -20, -6, 9, socks) + limb(10, -150, 18, 44, -90, 13, shorts) + limb(44, -90, 13, 76, -20, 9, socks) + limb(0, -160, 26, 6, -226, 30, shirt) + limb(-18, -236, 13, -58, -196, 10, shirt) + limb(-58, -196, 9, -62 - arms, -236, 8, '#9a6342') + limb(28, -236, 13, 62, -200, 10, shirt) + limb(62, -200, 9, 78 + arms, -240 - arms, 8, '#9a6342') + ellipse(8, -284, 21, 26, '#9a6342') + path('M-14-288C-16-322 34-322 30-284C20-300 4-296-4-276Z', '#1b1412') + path('M-8-300C-34-300-40-276-52-262C-32-264-20-272-10-282Z', '#1b1412'), 0, flip));
  far(622, 804, 0.8, '#1e5f8a', '#10344f', '#e8ecea', 0, false);
  far(1560, 806, 0.84, '#b5352a', '#f0ead8', '#b5352a', 26, true);
  far(1420, 768, 0.6, '#1e5f8a', '#10344f', '#e8ecea', 10, true);
  // Wiam strikes.
  for (const [dx, o] of [[-330, 0.3], [300, 0.3], [-60, 0.42]]) p.add(path(`M1185 1090L${1185 + dx * 1.6} ${1128}L${1185 + dx * 1.75} ${1112}L1225 1078Z`, '#041d16', `opacity="${o}" filter="url(#b8)"`));
  p.add(ellipse(1205, 1092, 120, 15, '#041d16', 'opacity="0.7" filter="url(#b8)"'));
  const [red, deep, white, skin, shade, sock] = ['#cf3f2e', '#7d1f24', '#f4eedd', '#b07650', '#74452f', '#15525a'];
  const lit = (x1, y1, r1, x2, y2, r2, c, d) => limb(x1, y1, r1, x2, y2, r2, d) + limb(x1 - r1 * 0.24, y1 - r1 * 0.2, r1 * 0.74, x2 - r2 * 0.24, y2 - r2 * 0.2, r2 * 0.72, c);
  let w = '';
  w += lit(1290, 560, 30, 1392, 622, 23, deep, '#5c161d') + lit(1392, 622, 21, 1470, 548, 14, shade, '#55311f') + circle(1478, 538, 17, shade);
  w += lit(1206, 770, 56, 1238, 905, 38, '#d9d1bb', '#9c947f') + lit(1238, 912, 33, 1228, 960, 29, skin, shade) + lit(1228, 952, 31, 1196, 1056, 20, sock, '#0b3238') + path('M1176 1050C1166 1078 1130 1082 1112 1088C1108 1098 1120 1102 1140 1102H1212C1222 1088 1222 1066 1214 1052Z', '#16181d') + line('M1120 1098H1208', '#e9bd62', 5);
  w += path('M1140 770C1150 700 1176 610 1196 556C1220 528 1286 528 1312 562C1318 640 1300 720 1268 794C1226 816 1164 806 1140 770Z', deep) + path('M1140 770C1150 700 1176 610 1196 556C1216 534 1250 530 1270 536C1262 620 1240 720 1196 800C1172 796 1152 786 1140 770Z', red) + path('M1206 556L1188 640L1168 776', 'none', 'stroke="#f4eedd" stroke-width="9" opacity="0.9"') + path('M1222 540Q1246 566 1276 540', 'none', 'stroke="#f4eedd" stroke-width="10"');
  w += path('M1136 760C1160 812 1234 822 1272 786L1276 850C1240 866 1180 870 1150 850C1100 868 1060 856 1032 836L1040 748C1076 736 1110 742 1136 760Z', white) + path('M1200 812C1232 812 1256 802 1272 786L1276 850C1250 860 1222 864 1198 864Z', '#b8b09a') + line('M1136 764C1124 800 1130 836 1150 850', '#b8b09a', 5);
  w += lit(1064, 796, 46, 1008, 768, 37, skin, shade) + lit(1000, 768, 37, 862, 716, 22, sock, '#0b3238') + line('M972 726L958 776', '#f4eedd', 9) + path('M872 738C846 744 826 726 806 700C790 680 782 656 792 648C804 642 818 662 838 672C860 678 884 690 886 702C886 716 884 730 872 738Z', '#16181d') + line('M796 660L832 714L866 738', '#e9bd62', 5);
  w += lit(1206, 572, 31, 1108, 640, 23, red, deep) + lit(1108, 640, 21, 1022, 590, 14, skin, shade) + circle(1012, 584, 17, skin);
  w += rect(1228, 486, 36, 56, shade) + path('M1196 452C1192 400 1226 372 1262 378C1300 384 1312 420 1300 462C1290 500 1262 520 1236 514C1210 508 1198 486 1196 452Z', skin) + path('M1262 380C1300 384 1312 420 1300 462C1290 500 1268 516 1246 515C1270 480 1262 430 1240 420Z', shade, 'opacity="0.7"') + path('M1192 440C1180 390 1222 352 1270 362C1316 372 1326 420 1308 466C1298 450 1286 440 1278 420C1252 424 1216 418 1204 410C1198 418 1196 428 1192 440Z', '#1b1412') + path('M1304 400C1340 372 1380 400 1400 372C1404 420 1376 440 1352 436C1380 452 1412 446 1428 430C1416 474 1360 484 1306 448Z', '#1b1412') + circle(1306, 418, 12, '#e9bd62') + line('M1208 446q10 5 18-1M1204 430q10-7 22-3M1200 462q-8 12 2 16M1210 492q10 1 16-5', '#3a2018', 4) + line('M1196 420C1230 412 1270 416 1306 428', '#e9bd62', 7);
  p.add(`<g transform="translate(7 -5)" style="filter:brightness(0) invert(0.95) sepia(0.2) opacity(0.75)">${w}</g>`, w);
  // The ball and its path.
  p.add(path('M806 676C740 620 660 556 560 508C670 540 770 604 826 660Z', p.lin([[0, '#ffffff', 0], [1, '#ffffff', 0.75]], 0, 0, 1, 1), 'filter="url(#b3)"'));
  p.add(at(546, 512, 0.8, circle(0, 0, 30, p.rad([[0, '#ffffff'], [0.6, '#e6e9e2'], [1, '#7f9190']], 0.36, 0.3, 0.8)) + path('M0-11L10-3L6 9H-6L-10-3Z', '#16242b') + line('M0-11V-28M10-3L27-9M6 9L16 24M-6 9L-16 24M-10-3L-27-9', '#16242b', 3) + path('M-10-28L0-22L10-28M27-9L22 4L28 10M-27-9L-22 4L-28 10', 'none', 'stroke="#16242b" stroke-width="4"'), 20));
  let turf = '';
  for (let i = 0; i < 60; i++) {
    const a = roll.between(-2.9, -1.2);
    const r = roll.between(20, 190);
    turf += at(1120 + Math.cos(a) * r * 1.4, 1080 + Math.sin(a) * r * 0.8, 1, path('M0 0l5-9l4 10Z', roll() < 0.6 ? '#7ed08c' : '#3b2a1e'), roll() * 360);
  }
  p.add(turf, p.haze(-100, 500, 2000, 400, '#d7ece2', { fx: 0.003, fy: 0.008, cut: 0.52, strength: 1, seed: 17, blend: 'screen' }));
  let near = '';
  for (let i = 0; i < 46; i++) near += circle(roll() * 1800, roll.between(60, 1150), roll.between(1, 3.4), roll.of(['#f4eedd', '#e9bd62', '#cf3f2e']), 'opacity="0.55"');
  p.add(near);
  return { svg: p.svg({ vignette: 0.5 }), width: 1800, height: 1200 };
}
