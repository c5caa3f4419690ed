// Blue boats at their moorings in the port of Essaouira, early.
import { Plate, at, circle, ellipse, group, gull, line, mix, n, path, people, poly, rect } from '../plate.mjs';

export default function () {
  const p = new Plate(1800, 1200, 53);
  const roll = p.dice;
  const sea = 520;
  p.add(rect(0, 0, 1800, sea + 10, p.lin([[0, '#5f9dae'], [0.5, '#a9cdc9'], [0.85, '#f3dfb8'], [1, '#f6d3a0']])));
  p.add(p.haze(-200, -60, 2200, 420, '#fdf3df', { fx: 0.0022, fy: 0.009, cut: 0.47, strength: 1.5, seed: 12 }));
  p.add(p.glow(1420, 400, 700, '#ffe0a0', 0.65));
  // The town and the bastion of the port.
  for (let i = 0; i < 40; i++) {
    const x = roll.between(-40, 760);
    const h = roll.between(60, 150) * (1 - Math.abs(x - 380) / 900);
    const w = roll.between(50, 110);
    const c = mix('#dfe3d8', '#a9b9b8', roll());
    p.add(rect(x, 448 - h, w, h + 60, c), rect(x + w * 0.62, 448 - h, w * 0.38, h + 60, mix(c, '#f9dfb2', 0.6)), rect(x - 1, 446 - h, w + 2, 4, '#8fa3a3'));
    for (let k = 0; k < 3; k++) if (roll() < 0.7) p.add(rect(x + 8 + k * w * 0.28, 466 - h + roll() * 40, 7, 12, '#4d86a5'));
  }
  p.add(rect(448, 190, 40, 260, '#bcc5bd'), rect(470, 190, 18, 260, '#f0dcb4'), rect(442, 184, 52, 8, '#8fa3a3'), rect(456, 150, 24, 36, '#bcc5bd'), path('M454 152Q468 128 482 152Z', '#3f7f74'), line('M468 134V112', '#4a4f50', 3));
  p.add(rect(-20, 448, 860, 80, p.lin([[0, '#b99a78'], [1, '#7e6f66']])));
  for (let x = -20; x < 820; x += 46) p.add(rect(x, 428, 28, 24, '#b99a78'), rect(x + 18, 428, 10, 24, '#e9c793'));
  const stone = p.lin([[0, '#8d7465'], [0.6, '#c49a70'], [1, '#f2cd92']], 0, 0, 1, 0);
  p.add(group(poly([[820, 530], [836, 250], [1130, 250], [1146, 530]], stone), 'filter="url(#plaster)"'));
  for (let k = 0; k < 6; k++) p.add(rect(836 + k * 52, 214, 34, 40, mix('#8d7465', '#f2cd92', k / 5)));
  for (const [x, y] of [[830, 206], [1106, 206]]) p.add(group(poly([[x, y + 50], [x + 4, y - 40], [x + 30, y - 40], [x + 34, y + 50]], stone)), path(`M${x} ${y - 38}Q${x + 17} ${y - 76} ${x + 34} ${y - 38}Z`, '#a98260'), rect(x + 12, y - 20, 9, 22, '#4a3c38'));
  p.add(path('M930 530V400Q983 322 1036 400V530Z', '#54463f'), path('M944 530V408Q983 346 1022 408V530Z', '#2e3a40'), path('M880 330h206v14h-206Z', '#7c6456'), poly([[880, 330], [983, 268], [1086, 330]], '#d1a574'), poly([[902, 326], [983, 280], [1064, 326]], '#a27b5c'));
  p.add(group(poly([[1146, 530], [1146, 420], [1820, 394], [1820, 530]], p.lin([[0, '#c9a074'], [1, '#8b7263']], 0, 0, 1, 0)), 'filter="url(#plaster)"'));
  for (let x = 1160; x < 1810; x += 58) p.add(rect(x, 392 - (x - 1160) * 0.036, 34, 34, '#b98f69'), rect(x + 24, 392 - (x - 1160) * 0.036, 10, 34, '#f0cd94'));
  // Water.
  p.add(rect(0, sea, 1800, 700, p.lin([[0, '#d9c9a4'], [0.05, '#8fb4ae'], [0.3, '#3d7f8c'], [0.7, '#1a5566'], [1, '#0d3848']])));
  p.add(group(poly([[836, 520], [850, 760], [1116, 760], [1130, 520]], '#7c6656', 'opacity="0.4"') + rect(-20, 520, 860, 60, '#6e6258', 'opacity="0.35"') + rect(1140, 520, 680, 110, '#8b6f58', 'opacity="0.35"'), 'filter="url(#ripple)"'));
  // One boat, two units long, bow to the left.
  const boat = (hull, band, trim, rig) => {
    const deep = mix(hull, '#081c2c', 0.45);
    let b = path('M-1.12-.6C-.5-.46 .4-.4 1.02-.36L1-.14C.2-.06-.6-.14-1.12-.6Z', mix(hull, '#0a1a24', 0.62));
    b += path('M-.8-.47C-.3-.38 .5-.33 .96-.31L.95-.24C.4-.2-.4-.26-.8-.47Z', '#8a6846', 'opacity="0.8"');
    for (const [x, w] of [[-0.45, 0.07], [0, 0.08], [0.45, 0.08]]) b += poly([[x, -0.42 + x * 0.06], [x + w, -0.415 + x * 0.06], [x + w + 0.06, -0.14], [x + 0.06, -0.145]], '#c89a62');
    b += path('M-1.16-.64C-.7-.1 .2-.08 1-.16L.93 .3C.3 .42-.4 .36-.74 .1C-.92-.08-1.06-.36-1.16-.64Z', hull);
    b += path('M-.98-.28C-.6 .1 .2 .2 .965 .1L.93 .3C.3 .42-.4 .36-.74 .1C-.86-.02-.94-.14-.98-.28Z', deep);
    b += path('M-1.16-.64C-.7-.1 .2-.08 1-.16L.992-.08C.2 .01-.66-.03-1.13-.53Z', trim);
    b += path('M-1.1-.44C-.64 .04 .2 .08 .985 .0L.98 .035C.2 .12-.62 .08-1.08-.38Z', band);
    b += line('M-1.06-.3C-.6 .1 .2 .16 .97 .07', mix(hull, '#ffffff', 0.35), 0.012) + line('M-.95-.14C-.56 .2 .2 .28 .95 .18', '#05141f', 0.012, 'opacity="0.5"');
    b += line('M-1.16-.64L-1.2-.74', trim, 0.05);
    if (rig === 1) b += line('M.1-.3V-1.5', '#5d4630', 0.035) + line('M.1-1.46L-1.1-.6M.1-1.46L.95-.3', '#3b3630', 0.01) + path('M.12-1.44L.34-1.36L.12-1.28Z', '#c9452f') + line('M.1-.5L.8-.86', '#5d4630', 0.028);
    if (rig === 2) b += ellipse(0.5, -0.34, 0.28, 0.16, '#2e7d74') + line('M.26-.4C.4-.5 .6-.44 .76-.34M.3-.3C.44-.4 .6-.36 .74-.26M.34-.46C.5-.4 .6-.3 .7-.28', '#7fc4b0', 0.014) + circle(0.26, -0.3, 0.055, '#e8792f') + circle(0.72, -0.28, 0.05, '#e8792f');
    if (rig === 3) b += line('M-.6-.36L.9-.62M-.5-.28L.95-.5', '#d9b27c', 0.03) + rect(-0.1, -0.52, 0.34, 0.2, '#b5803f') + line('M-.08-.46H.22M-.08-.39H.22', '#6b4724', 0.014);
    return b;
  };
  const reflect = (x, y, s, inner, flip, k) => group(at(x, y, s, inner, 0, flip), `transform="translate(0 ${n(y * 2 + s * k)}) scale(1 -1)" filter="url(#ripple)" opacity="0.42"`);
  const blues = ['#1f63b0', '#2a74c4', '#1c5599', '#2f80c9', '#1a6a9c', '#256bb8'];
  const rows = [[602, 86, 13, 138], [690, 142, 8, 236], [830, 232, 6, 330], [1055, 372, 4, 520]];
  rows.forEach(([y, s, count, gap], row) => {
    if (row) p.add(rect(0, y - s * 0.5, 1800, s, '#f4e2bd', `opacity="0.04"`));
    const fleet = [];
    for (let i = 0; i < count; i++) fleet.push([i * gap + (row % 2 ? 40 : -10) + roll.between(-18, 18), y + roll.between(-10, 14), roll.of(blues), roll.of(['#f4ecd8', '#f4ecd8', '#f0b650', '#d9452f']), roll.of(['#f2ead8', '#e8792f', '#f2ead8', '#e5b64f']), row === 3 ? [2, 3, 1, 2][i % 4] : Math.floor(roll() * 4)]);
    for (const [x, yy, hull, band, trim, rig] of fleet) {
      const tint = 1 - row / 3;
      const c = mix(hull, '#a9c4c0', tint * 0.35);
      const inner = boat(c, mix(band, '#b8c8c0', tint * 0.4), mix(trim, '#b8c8c0', tint * 0.4), rig);
      p.add(reflect(x, yy, s, inner, false, 0.5), ellipse(x, yy + s * 0.3, s * 0.98, s * 0.09, '#05202e', 'opacity="0.5" filter="url(#b8)"'), at(x, yy, s, inner, roll.between(-2, 2)));
    }
    for (let i = 0; i < 60; i++) {
      const yy = y + roll.between(0.1, 0.9) * s;
      const w = roll.between(8, 30) * (0.4 + row * 0.4);
      const x = roll() * 1800;
      p.add(path(`M${n(x - w)} ${n(yy)}q${n(w)} ${n(-1 - row)} ${n(w * 2)} 0q${n(-w)} ${n(1.5 + row * 1.2)} ${n(-w * 2)} 0`, roll() < 0.6 ? '#f9e7bd' : '#8fd0d0', 'opacity="0.5"'));
    }
  });
  // The quay at the right, nets and a man who mends them.
  p.add(group(poly([[1330, 1210], [1420, 1000], [1810, 930], [1810, 1210]], p.lin([[0, '#a98666'], [1, '#53443c']])), 'filter="url(#plaster)"'), poly([[1420, 1000], [1810, 930], [1810, 946], [1416, 1016]], '#e6c391'));
  p.add(path('M1500 1110C1520 1030 1590 1050 1640 1016C1700 990 1790 1010 1820 1060V1140C1700 1160 1580 1150 1500 1110Z', '#1f6a66'));
  for (let i = 0; i < 70; i++) {
    const x = roll.between(1520, 1800);
    const y = roll.between(1030, 1130);
    p.add(line(`M${n(x)} ${n(y)}q${n(roll.between(-40, 40))} ${n(roll.between(-30, 10))} ${n(roll.between(-70, 70))} ${n(roll.between(-14, 26))}`, roll() < 0.5 ? '#6dbfae' : '#123f40', 2.4, 'opacity="0.7"'));
  }
  for (let i = 0; i < 9; i++) p.add(circle(1520 + i * 34, 1104 + Math.sin(i * 1.7) * 16, 13, '#e8792f'), circle(1516 + i * 34, 1099 + Math.sin(i * 1.7) * 16, 5, '#ffc48a'));
  p.add(at(1690, 1052, 2.1, path('M-46 0C-54-40-46-84-20-100C4-112 30-100 36-74C44-50 46-20 44 0Z', '#2b4a66') + path('M10-104C34-100 44-60 44 0H20C24-40 22-80 10-104Z', '#6d8aa0') + path('M-40-10C-80-10-96 4-100 16H-40Z', '#3a3a40') + path('M-30-84C-60-66-70-40-76-22L-58-14C-50-34-38-44-22-54Z', '#35597a') + circle(-70, -16, 9, '#a56b47') + ellipse(-8, -124, 21, 25, '#a56b47') + path('M-32-128C-32-152 14-156 16-126C0-134-20-132-32-128Z', '#d9452f') + path('M-4-100C10-104 14-112 14-122L6-110Z', '#7a4a30') + path('M-27-112C-24-98-8-96 2-102C-8-104-20-106-27-112Z', '#e6ded0')));
  for (const [x, y, s, b, a] of [[300, 190, 190, 0.8, -12], [620, 110, 90, 0.4, 8], [720, 300, 70, 0.9, -8], [1260, 150, 120, 0.6, 10], [1500, 250, 84, 0.9, -14], [160, 330, 66, 0.5, 6], [1680, 110, 64, 0.8, -6], [930, 130, 58, 0.5, -4]]) p.add(gull(x, y, s, b, a, '#fdf8ec', '#39434c'));
  return { svg: p.svg({ vignette: 0.3 }), width: 1800, height: 1200 };
}
