// A film in the open air, on the square of a ksar near Ouarzazate.
import { Plate, at, circle, ellipse, group, line, mix, n, path, people, poly, rect, ridge, down, palm, crowd } from '../plate.mjs';

export default function () {
  const p = new Plate(1800, 1200, 23);
  const roll = p.dice;
  p.add(rect(0, 0, 1800, 1200, p.lin([[0, '#081a2b'], [0.4, '#123a4c'], [0.62, '#3c5a66'], [0.72, '#a8735a']])));
  p.add(p.haze(-100, -200, 2000, 820, '#6f9fb0', { fx: 0.0016, fy: 0.009, cut: 0.5, strength: 0.5, seed: 3, blend: 'screen' }));
  let stars = '';
  for (let i = 0; i < 520; i++) {
    const y = Math.pow(roll(), 1.4) * 620;
    const r = roll() < 0.05 ? roll.between(2.4, 3.4) : roll.between(0.7, 1.8);
    stars += circle(roll() * 1800, y, r, roll() < 0.2 ? '#ffe3b0' : '#eaf3f5', `opacity="${n(roll.between(0.4, 1) * (1 - y / 900))}"`);
  }
  p.add(stars);
  p.add(poly(down(ridge(roll, -20, 1820, 720, 690, 190, 7, 0.5), 900), '#1d3a48'));
  p.add(poly(down(ridge(roll, -20, 1820, 770, 760, 90, 7, 0.5), 900), '#152b37'));
  const tower = (x, base, w, h, lit, side) => {
    const k = w * 0.07;
    const near = mix('#3a2a2a', '#c77f52', lit);
    const far = mix('#1e1a20', '#7d4a3a', lit * 0.6);
    const left = side < 0 ? near : far;
    const wall = p.lin([[0, side < 0 ? mix(near, '#ffc98a', lit * 0.4) : far], [1, side < 0 ? far : mix(near, '#ffc98a', lit * 0.4)]], 0, 0, 1, 0.25);
    const top = base - h;
    let s = group(poly([[x, base], [x + k, top], [x + w - k, top], [x + w, base]], wall), 'filter="url(#plaster)"');
    const cw = (w - 2 * k) / 5;
    for (const c of [0, 2, 4]) s += poly([[x + k + c * cw, top + 1], [x + k + c * cw + cw * 0.15, top - cw * 0.9], [x + k + (c + 0.85) * cw, top - cw * 0.9], [x + k + (c + 1) * cw, top + 1]], mix(left, near, 0.6));
    // Brick lace under the parapet.
    const ink = '#140f14';
    for (let row = 0; row < 4; row++)
      for (let c = 0; c < 7; c++) {
        const dx = x + k + (w - 2 * k) * (0.1 + (c + (row % 2 ? 0.5 : 0)) * 0.115);
        const dy = top + w * (0.14 + row * 0.1);
        s += poly([[dx, dy], [dx + w * 0.038, dy + w * 0.045], [dx, dy + w * 0.09], [dx - w * 0.038, dy + w * 0.045]], ink, 'opacity="0.6"');
      }
    s += line(`M${n(x + k)} ${n(top + w * 0.58)}H${n(x + w - k)}`, ink, w * 0.018, 'opacity="0.5"');
    for (let row = 0; row < Math.floor((h - w * 0.7) / (w * 0.5)); row++)
      for (let c = 0; c < 2; c++) {
        const wx = x + w * (0.27 + c * 0.36);
        const wy = top + w * (0.75 + row * 0.5);
        s += rect(wx, wy, w * 0.1, w * 0.2, roll() < 0.28 ? '#ffc76b' : ink);
      }
    return s;
  };
  p.add(tower(-60, 900, 230, 540, 0.3, 1), tower(120, 900, 250, 400, 0.45, 1), tower(300, 890, 170, 520, 0.7, 1), tower(410, 890, 150, 310, 0.9, 1));
  p.add(tower(1620, 900, 240, 600, 0.3, -1), tower(1440, 900, 230, 420, 0.5, -1), tower(1300, 890, 180, 520, 0.75, -1), tower(1225, 890, 120, 300, 0.95, -1));
  p.add(palm(roll, 1258, 890, 470, 60, '#0c1a20', '#2e5a52'), palm(roll, 560, 890, 380, -40, '#0c1a20', '#2e5a52'));
  p.add(rect(-10, 860, 1820, 360, p.lin([[0, '#8a5b44'], [0.2, '#4a3633'], [1, '#14141b']])));
  p.add(ellipse(900, 880, 620, 90, '#ffd9a0', 'opacity="0.5" filter="url(#b45)"'));
  // The screen and the film: a road, a well, a family.
  const [sx, sy, sw, sh] = [585, 400, 620, 380];
  p.add(p.glow(895, 600, 760, '#ffd9a0', 0.65));
  p.add(rect(sx - 12, sy - 12, sw + 24, sh + 24, '#0d1218'), rect(sx - 8, sy + sh, 10, 110, '#0d1218'), rect(sx + sw - 2, sy + sh, 10, 110, '#0d1218'));
  const film = p.clip(rect(sx, sy, sw, sh, '#000'));
  let f = rect(sx, sy, sw, sh, p.lin([[0, '#f3dcae'], [0.55, '#fbeccb'], [1, '#e2b271']]));
  f += circle(sx + 450, sy + 120, 40, '#fffaf0') + p.glow(sx + 450, sy + 120, 170, '#fff3d6', 0.8);
  f += poly(down(ridge(roll, sx, sx + sw, sy + 200, sy + 180, 90, 6), sy + sh), '#d9a577') + poly(down(ridge(roll, sx, sx + sw, sy + 225, sy + 235, 50, 6), sy + sh), '#b97a52');
  f += path(`M${sx} ${sy + 252}Q${sx + 300} ${sy + 222} ${sx + sw} ${sy + 256}V${sy + sh}H${sx}Z`, '#e9c48b');
  f += path(`M${sx + 60} ${sy + sh}C${sx + 240} ${sy + 330} ${sx + 420} ${sy + 310} ${sx + 330} ${sy + 272}C${sx + 280} ${sy + 255} ${sx + 340} ${sy + 246} ${sx + 352} ${sy + 240}C${sx + 330} ${sy + 250} ${sx + 330} ${sy + 252} ${sx + 380} ${sy + 270}C${sx + 500} ${sy + 312} ${sx + 330} ${sy + 350} ${sx + 230} ${sy + sh}Z`, '#fbeecd');
  f += ellipse(sx + 470, sy + 318, 62, 15, '#7d5138') + rect(sx + 408, sy + 290, 124, 28, '#9a6544') + ellipse(sx + 470, sy + 290, 62, 15, '#c08a5e') + ellipse(sx + 470, sy + 290, 48, 10, '#3b2a26');
  f += line(`M${sx + 418} ${sy + 288}V${sy + 206}M${sx + 522} ${sy + 288}V${sy + 206}M${sx + 408} ${sy + 210}H${sx + 532}M${sx + 470} ${sy + 210}V${sy + 284}`, '#3b2a26', 7);
  f += circle(sx + 470, sy + 212, 15, '#5a3a2c') + at(sx + 385, sy + 330, 130, people.scarf('#7b3b34', '#542a2a', '#3b2a26')) + at(sx + 566, sy + 326, 138, people.hooded('#4f4038', '#382d2a')) + at(sx + 340, sy + 334, 84, people.child('#6b4a3a', '#3b2a26', '#4a3228', '#8f5f45'));
  p.add(group(f, film), rect(sx, sy, sw, sh, p.lin([[0, '#ffffff', 0.18], [0.5, '#ffffff', 0]], 0, 0, 1, 1)));
  // The beam of the projector, with its dust.
  const beam = p.lin([[0, '#fff0cc', 0.26], [1, '#fff0cc', 0.75]], 0, 0, 0.3, 1);
  p.add(poly([[sx, sy + 4], [sx + sw, sy + sh], [1196, 1090], [1184, 1082]], beam, 'opacity="0.2" style="mix-blend-mode:screen" filter="url(#b8)"'));
  p.add(poly([[sx + sw, sy], [sx + sw, sy + sh], [1196, 1090], [1186, 1080]], beam, 'opacity="0.28" style="mix-blend-mode:screen" filter="url(#b8)"'));
  // String lamps across the square.
  for (const [x0, y0, x1, y1, sag] of [[330, 470, 1390, 400, 0], [170, 560, 590, 420, 60], [1204, 420, 1680, 500, 60]]) {
    if (!sag) continue;
    p.add(line(`M${x0} ${y0}Q${(x0 + x1) / 2} ${(y0 + y1) / 2 + sag * 2} ${x1} ${y1}`, '#0a1016', 3));
    for (let t = 0.08; t < 1; t += 0.12) {
      const q = 1 - t;
      const x = q * q * x0 + 2 * q * t * (x0 + x1) / 2 + t * t * x1;
      const y = q * q * y0 + 2 * q * t * ((y0 + y1) / 2 + sag * 2) + t * t * y1 + 9;
      p.add(p.glow(x, y, 46, '#ffb45a', 0.8), circle(x, y, 6, '#ffe6b0'));
    }
  }
  // The public, row behind row.
  p.add(crowd(p, { y: 880, rows: 6, size: 62, grow: 19, step: 46, dark: '#0b0f16', light: '#ffd9a0', cloths: ['#3d4448', '#5b4038', '#444a40', '#5f5140', '#38434e', '#6b4636', '#7a6d5a', '#4b3b34'], gap: [1190, 40] }));
  p.add(rect(1150, 1082, 80, 46, '#0a0d12'), rect(1166, 1126, 8, 90, '#0a0d12'), rect(1206, 1126, 8, 90, '#0a0d12'), circle(1190, 1086, 12, '#fff3d0'), p.glow(1190, 1084, 120, '#ffe2a6', 1));
  return { svg: p.svg(), width: 1800, height: 1200 };
}
