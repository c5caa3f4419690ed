// Dusk on the sea wall of Essaouira.
import { Plate, at, circle, down, ellipse, group, gull, line, mix, n, path, people, poly, rect, ridge } from '../plate.mjs';

export default function () {
  const p = new Plate(1800, 1200, 11);
  const roll = p.dice;
  const horizon = 690;
  p.add(rect(0, 0, 1800, horizon + 4, p.lin([[0, '#12333f'], [0.34, '#3c5a66'], [0.6, '#b9746a'], [0.8, '#e8955a'], [1, '#f8cf83']])));
  p.add(p.haze(-200, 40, 2200, 460, '#f3b58c', { fx: 0.0022, fy: 0.011, cut: 0.52, strength: 1.6, seed: 5 }));
  p.add(p.haze(-200, 180, 2200, 480, '#7d4a5c', { fx: 0.0018, fy: 0.014, cut: 0.54, strength: 1.7, seed: 9 }));
  p.add(p.haze(-100, 420, 2000, 300, '#ffe0a0', { fx: 0.0016, fy: 0.02, cut: 0.53, strength: 1.8, seed: 21 }));
  const sx = 560;
  p.add(p.glow(sx, 640, 620, '#ffb35c', 0.95), circle(sx, 640, 56, '#fff0c4'), p.glow(sx, 640, 190, '#ffe9b0', 0.9));
  // The island of Mogador and the sea.
  p.add(poly(down(ridge(roll, 40, 430, 684, 688, 44, 6), horizon + 3), '#6d4a58', 'opacity="0.9"'));
  p.add(poly(down(ridge(roll, 700, 850, 690, 689, 22, 5), horizon + 3), '#7a5259', 'opacity="0.85"'));
  p.add(rect(0, horizon, 1800, 510, p.lin([[0, '#e9a56c'], [0.06, '#a5727a'], [0.25, '#42606c'], [0.6, '#1d4450'], [1, '#0c2830']])));
  let glitter = '';
  for (let i = 0; i < 900; i++) {
    const t = Math.pow(roll(), 1.5);
    const y = horizon + 3 + t * 420;
    const x = sx + (roll() + roll() - 1) * (70 + t * 420);
    const l = (6 + t * 40) * roll.between(0.4, 1.3);
    glitter += `<path d="M${n(x - l)} ${n(y)}q${n(l)} ${n(-1.5 - t * 3)} ${n(l * 2)} 0q${n(-l)} ${n(2 + t * 5)} ${n(-l * 2)} 0" fill="${roll() < 0.5 ? '#ffdf9a' : '#f7a868'}" opacity="${n(0.85 - t * 0.6 + 0.1)}"/>`;
  }
  p.add(glitter);
  for (let i = 0; i < 26; i++) {
    const t = i / 26;
    const y = horizon + 14 + t * t * 480;
    const pts = ridge(roll, -20, 1820, y, y, 6 + t * 26, 7);
    p.add(poly([...pts, ...pts.map(([x, yy]) => [x, yy + 3 + t * 13]).reverse()], i % 2 ? '#0a2a34' : '#5a8790', `opacity="${0.2 + t * 0.12}"`));
  }
  // The white town behind its wall.
  const houses = [];
  for (let i = 0; i < 46; i++) houses.push([roll.between(930, 1800), roll.between(40, 150), roll.between(60, 130)]);
  houses.sort((a, b) => b[1] + b[0] * 0.02 - a[1] - a[0] * 0.02);
  for (const [x, h, w] of houses) {
    const top = 560 - h - (x - 930) * 0.06;
    const face = mix('#8e6c70', '#d8a583', roll.between(0, 0.75));
    p.add(rect(x, top, w, 300, mix(face, '#3a3f4c', 0.42)), rect(x, top, w * 0.36, 300, face), rect(x - 2, top - 5, w + 4, 7, mix(face, '#2d333e', 0.55)));
    for (let k = 0; k < 3; k++) {
      const wx = x + w * (0.14 + k * 0.3);
      const wy = top + 18 + Math.floor(roll() * 3) * 26;
      p.add(rect(wx, wy, 8, 13, roll() < 0.3 ? '#ffd27a' : '#24404c'));
    }
  }
  // The minaret.
  p.add(rect(1392, 268, 74, 320, '#7b5f66'), rect(1392, 268, 26, 320, '#e0a884'), rect(1386, 262, 86, 10, '#51464f'));
  for (let k = 0; k < 6; k++) p.add(rect(1388 + k * 14.4, 248, 9, 16, k < 2 ? '#e0a884' : '#6c555f'));
  p.add(rect(1411, 196, 36, 66, '#6c555f'), rect(1411, 196, 12, 66, '#e0a884'), path('M1409 198Q1429 160 1449 198Z', '#4d6a64'), line('M1429 176V136', '#3b3a42', 4), circle(1429, 156, 5, '#e9b36a'), circle(1429, 142, 4, '#e9b36a'));
  for (let k = 0; k < 3; k++) p.add(path(`M${1402 + k * 22} 330v-22q7 -14 14 0v22Z`, '#3b3a42'), path(`M${1402 + k * 22} 430v-22q7 -14 14 0v22Z`, '#3b3a42'));
  // Two who watch the sun go.
  p.add(at(989, 668, 128, people.hooded('#3a2f36', '#211d26')), at(1090, 662, 120, people.scarf('#574049', '#2c2530', '#b5533f')));
  p.add(line('M971 660C968 620 970 590 978 556M1075 652C1073 616 1073 596 1081 562', '#ffc07e', 3.2, 'opacity="0.85"'));
  // The wall runs from the right edge down to its round tower.
  const top = (x) => 640 - (x - 820) * 0.115;
  const wall = [[820, top(820)], [1800, top(1800)], [1800, 1200], [760, 1200], [792, 900]];
  const stone = p.lin([[0, '#f4ad70'], [0.22, '#c98259'], [0.6, '#86594f'], [1, '#4a3f47']], 0, 0, 1, 0.45);
  p.add(group(poly(wall, stone), 'filter="url(#plaster)"'));
  const clip = p.clip(poly(wall, '#000'));
  let courses = '';
  for (let k = 1; k < 17; k++) {
    const s = k * 37;
    courses += line(`M780 ${n(top(780) + s * 0.9)}L1800 ${n(top(1800) + s * 1.12)}`, '#22161a', 2.4, 'opacity="0.35"');
    for (let x = 800 + (k % 2) * 46; x < 1800; x += roll.between(70, 112)) {
      const y = top(x) + s * (0.9 + (x - 780) / 1020 * 0.22);
      courses += line(`M${n(x)} ${n(y)}v36`, '#22161a', 2.2, 'opacity="0.3"');
      if (roll() < 0.35) courses += rect(x + 4, y + 4, roll.between(40, 66), 28, roll() < 0.5 ? '#ffb97a' : '#1f1b22', 'opacity="0.12"');
    }
  }
  p.add(group(courses, clip));
  for (let k = 0; k < 9; k++) {
    const x = 905 + k * 113 - (k === 1 ? 0 : 0);
    const w = 62;
    const y = top(x);
    const h = 52 + k * 1.4;
    p.add(group(poly([[x, y + 6], [x, y - h], [x + w, y - h - 7], [x + w, y]], '#6d4c49') + poly([[x, y + 6], [x, y - h], [x + 15, y - h - 2], [x + 15, y + 6]], '#f0aa70'), 'filter="url(#cut)"'));
    if (k % 2) p.add(rect(x + 31, y - h * 0.62, 7, 26, '#241c22'));
  }
  // The tower at the head of the wall.
  const tower = p.lin([[0, '#f6b878'], [0.2, '#cf8558'], [0.55, '#6a4a48'], [1, '#2c2a33']], 0, 0, 1, 0);
  p.add(group(path('M716 1200L742 640Q826 618 912 640L944 1200Z', tower), 'filter="url(#plaster)"'));
  for (let k = 1; k < 14; k++) p.add(line(`M${742 - k * 1.9} ${640 + k * 40}Q826 ${624 + k * 42} ${912 + k * 2.2} ${640 + k * 40}`, '#1c1418', 2.2, 'opacity="0.3"'));
  p.add(path('M730 646L736 604Q826 578 918 604L926 646Q826 620 730 646Z', tower));
  for (let k = 0; k < 6; k++) {
    const t = k / 5;
    const x = 740 + t * 148;
    const y = 602 - Math.sin(Math.PI * (0.1 + t * 0.8)) * 14;
    p.add(poly([[x, y + 8], [x, y - 44], [x + 26, y - 44], [x + 26, y + 8]], mix('#e9a46c', '#3f3439', t)));
  }
  p.add(rect(820, 700, 14, 46, '#20181d'), path('M770 820q12 -18 24 0v40h-24Z', '#20181d'));
  // Rocks and spray.
  for (const [x1, y0, y1, rough, c] of [[830, 965, 1210, 190, '#2b3940'], [960, 1030, 1230, 170, '#1d2a31'], [1090, 1110, 1240, 120, '#10191f']]) {
    const pts = ridge(roll, -60, x1, y0, y1, rough, 7, 0.62);
    p.add(group(poly([...pts, [x1, 1240], [-60, 1240]], c), 'filter="url(#plaster)"'));
    let edge = '';
    for (let i = 0; i < pts.length - 1; i++) if (pts[i + 1][1] > pts[i][1] - 2) edge += `M${n(pts[i][0])} ${n(pts[i][1])}L${n(pts[i + 1][0])} ${n(pts[i + 1][1])}`;
    p.add(line(edge, '#f0a56c', 3.4, 'opacity="0.75"'));
    for (let i = 0; i < 30; i++) {
      const [fx, fy] = pts[Math.floor(roll() * pts.length)];
      p.add(ellipse(fx, fy + roll.between(14, 50), roll.between(20, 90), roll.between(2, 5), '#f6dcc4', 'opacity="0.3" filter="url(#b3)"'));
    }
  }
  p.add(p.haze(330, 830, 520, 330, '#f9e3cd', { fx: 0.011, fy: 0.013, cut: 0.49, strength: 1.7, seed: 31 }));
  let spray = '';
  for (let i = 0; i < 240; i++) {
    const a = roll.between(-2.7, -0.5);
    const r = Math.pow(roll(), 0.6) * 190;
    spray += circle(610 + Math.cos(a) * r, 1040 + Math.sin(a) * r * 1.1, roll.between(0.8, 3.2), '#fff0de', `opacity="${n(1 - r / 240)}"`);
  }
  p.add(spray);
  const birds = [[300, 300, 250, 0.9, -14], [168, 480, 120, 0.35, 10], [470, 420, 110, 0.7, -6], [720, 250, 150, 0.4, -18], [640, 500, 70, 0.8, 4], [905, 370, 90, 0.3, 12], [1080, 190, 130, 0.9, -10], [1240, 330, 74, 0.5, 6], [1570, 170, 96, 0.8, -8], [1660, 300, 60, 0.5, 9], [90, 220, 64, 0.7, -4], [840, 140, 52, 0.3, 5], [500, 150, 58, 0.8, -12]];
  for (const [x, y, s, b, a] of birds) p.add(gull(x, y, s, b, a, s > 100 ? '#f4e3d0' : '#d9c3b8', '#2b2a33'));
  return { svg: p.svg(), width: 1800, height: 1200 };
}
