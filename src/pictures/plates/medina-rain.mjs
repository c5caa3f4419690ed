// Rain on a street of the medina of Essaouira; the tallest of the set.
import { Plate, at, circle, ellipse, group, line, mix, n, path, points, poly, rect } from '../plate.mjs';

export default function () {
  const p = new Plate(1440, 1800, 67);
  const roll = p.dice;
  // A point of the street: x across, y below the eye, z away.
  const P = (x, y, z) => [720 + x / z, 880 + y / z];
  const quad = (...corners) => corners.map((c) => P(...c));
  p.add(rect(0, 0, 1440, 1800, p.lin([[0, '#27485a'], [0.35, '#6f8f98'], [0.5, '#c9a98a']])));
  p.add(p.haze(-100, -100, 1640, 900, '#1b3646', { fx: 0.003, fy: 0.006, cut: 0.45, strength: 1.6, seed: 4 }));
  // The end of the street: a gate with the evening behind.
  p.add(group(poly(quad([-720, 940, 5], [-720, -1500, 5], [720, -1350, 5], [720, 940, 5]), p.lin([[0, '#5d6f78'], [1, '#a88a74']])), 'filter="url(#plaster)"'));
  p.add(path('M650 1068V930C640 850 690 800 722 786C754 800 804 850 794 930V1068Z', '#3a4750'), path('M664 1068V932C656 866 698 822 722 808C746 822 788 866 780 932V1068Z', p.lin([[0, '#f2c58a'], [0.6, '#f7dfae'], [1, '#b9805a']])));
  p.add(p.glow(722, 950, 330, '#ffc880', 0.75), rect(690, 640, 26, 40, '#ffd896'), rect(742, 646, 24, 38, '#24404e'));
  for (let k = 0; k < 7; k++) p.add(rect(590 + k * 42, 572 + k * 2, 24, 26, '#56676f'));
  // The walls.
  const left = quad([-720, 940, 0.78], [-720, -2200, 0.78], [-720, -1750, 2.2], [-720, -1550, 5], [-720, 940, 5]);
  const right = quad([720, 940, 0.78], [720, -2200, 0.78], [720, -2050, 1.6], [720, -1400, 5], [720, 940, 5]);
  p.add(group(poly(left, p.lin([[0, '#7f98a2'], [0.5, '#e9d3ae'], [1, '#bfa78c']], 0, 0, 1, 0.2)), 'filter="url(#plaster)"'), group(poly(right, p.lin([[0, '#6d7f88'], [0.5, '#54707e'], [1, '#2c4653']], 0, 0, 1, 0.2)), 'filter="url(#plaster)"'));
  p.add(poly(quad([-720, 940, 0.78], [-720, 560, 0.78], [-720, 560, 5], [-720, 940, 5]), '#2f6f9a', 'opacity="0.75"'), poly(quad([720, 940, 0.78], [720, 560, 0.78], [720, 560, 5], [720, 940, 5]), '#1c4f76', 'opacity="0.85"'));
  const door = (x, z0, z1, top, colour, dark) => {
    const arch = [];
    for (let k = 0; k <= 16; k++) {
      const t = k / 16;
      const z = 1 / (1 / z0 + (1 / z1 - 1 / z0) * t);
      arch.push(P(x, top - Math.sin(Math.PI * t) * 200, z));
    }
    const frame = [P(x, 940, z0), ...arch, P(x, 940, z1)];
    const mid = [(frame[0][0] + frame.at(-1)[0]) / 2, (frame[0][1] + arch[8][1]) / 2];
    const grown = frame.map(([a, b]) => [mid[0] + (a - mid[0]) * 1.14, mid[1] + (b - mid[1]) * 1.06]);
    p.add(poly(grown, '#d9b98a'), poly(grown, dark, 'opacity="0.35"'), poly(frame, colour));
    const clip = p.clip(poly(frame, '#000'));
    let planks = '';
    for (let k = 1; k < 9; k++) {
      const z = 1 / (1 / z0 + (1 / z1 - 1 / z0) * (k / 9));
      planks += line(`M${points([P(x, 940, z)])}L${points([P(x, -900, z)])}`, k === 4 ? '#071c2a' : dark, k === 4 ? 5 : 3);
    }
    for (let r = 0; r < 7; r++) for (let k = 0; k < 9; k++) {
      const z = 1 / (1 / z0 + (1 / z1 - 1 / z0) * ((k + 0.5) / 9));
      planks += circle(...P(x, 860 - r * 150, z), 4.4 / z + 1, '#e9c48a', 'opacity="0.8"');
    }
    p.add(group(planks, clip));
  };
  door(-720, 1.16, 1.62, 120, '#2471ad', '#123f66');
  door(-720, 2.5, 3.3, 240, '#2d6f8f', '#16435c');
  door(720, 1.75, 2.5, 180, '#1d5c8c', '#0c3553');
  const window = (x, z0, z1, y0, y1, colour, lit) => {
    p.add(poly(quad([x, y1, z0], [x, y0, z0], [x, y0, z1], [x, y1, z1]), lit ? '#ffcd7d' : '#132c3a'));
    for (let k = 0; k <= 4; k++) {
      const z = 1 / (1 / z0 + (1 / z1 - 1 / z0) * (k / 4));
      p.add(line(`M${points([P(x, y0, z)])}L${points([P(x, y1, z)])}`, '#101a20', 3));
    }
    for (let k = 0; k <= 5; k++) p.add(line(`M${points([P(x, y0 + (y1 - y0) * k / 5, z0)])}L${points([P(x, y0 + (y1 - y0) * k / 5, z1)])}`, '#101a20', 2.6));
    const w = (1 / z0 - 1 / z1) * 0.5;
    const za = 1 / (1 / z0 + w);
    const zb = 1 / (1 / z1 - w);
    p.add(poly(quad([x, y1, za], [x, y0, za], [x, y0, z0], [x, y1, z0]), colour), poly(quad([x, y1, z1], [x, y0, z1], [x, y0, zb], [x, y1, zb]), mix(colour, '#0a1a24', 0.3)));
  };
  window(-720, 1.9, 2.2, -700, -330, '#2471ad', true);
  window(720, 1.3, 1.5, -760, -340, '#1b4f78', false);
  window(720, 2.9, 3.4, -640, -240, '#1f5d88', true);
  window(-720, 3.4, 4, -820, -500, '#2d6f8f', false);
  // A beam between the houses and a line of bunting left from the festival.
  p.add(poly(quad([-720, -1050, 3.1], [720, -1120, 3.1], [720, -1030, 3.1], [-720, -960, 3.1]), '#3b2f2b'));
  const wire = (z, ya, yb, sag) => {
    const [a, b] = [P(-720, ya, z), P(720, yb, z)];
    const c = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2 + sag];
    p.add(line(`M${points([a])}Q${points([c])} ${points([b])}`, '#16212a', 2.6));
    for (let t = 0.04; t < 0.98; t += 0.075) {
      const at0 = (u) => [(1 - u) ** 2 * a[0] + 2 * u * (1 - u) * c[0] + u * u * b[0], (1 - u) ** 2 * a[1] + 2 * u * (1 - u) * c[1] + u * u * b[1]];
      const [q, r] = [at0(t), at0(t + 0.055)];
      p.add(poly([q, r, [(q[0] + r[0]) / 2 + 4, (q[1] + r[1]) / 2 + 74 / z * 1.3]], roll.of(['#c9522f', '#e2a945', '#2d7f7d', '#e9dcc0', '#8e2f3c'])));
    }
  };
  wire(2.6, -900, -1000, 60);
  wire(1.7, -960, -860, 90);
  // The wet ground.
  p.add(poly(quad([-720, 940, 0.78], [-720, 940, 5], [720, 940, 5], [720, 940, 0.78]), p.lin([[0, '#d8a877'], [0.18, '#7d7774'], [0.55, '#3c5562'], [1, '#1c323f']])));
  let paving = '';
  for (let z = 0.96; z < 5; z *= 1.085) {
    const y = P(0, 940, z)[1];
    paving += line(`M${n(P(-720, 940, z)[0])} ${n(y)}L${n(P(720, 940, z)[0])} ${n(y)}`, '#0c1a22', 2.4 / z + 0.8, 'opacity="0.45"');
    for (let k = 0; k < 9; k++) {
      const x = -720 + k * 165 + roll.between(-30, 30);
      const [a, b] = [P(x, 940, z), P(x, 940, z * 1.085)];
      paving += line(`M${points([a])}L${points([b])}`, '#0c1a22', 2.2 / z + 0.6, 'opacity="0.4"');
      if (roll() < 0.28) paving += poly(quad([x, 940, z], [x, 940, z * 1.085], [x + 165, 940, z * 1.085], [x + 165, 940, z]), roll() < 0.55 ? '#f0d3a4' : '#0f2733', 'opacity="0.2"');
    }
  }
  p.add(paving);
  // The lantern and what it lights.
  const lx = 318;
  const ly = 560;
  const shine = (x, w, colour, strength, y0 = 1180) => p.add(group(rect(x - w / 2, y0, w, 1800 - y0, p.lin([[0, colour, 0], [0.25, colour, strength], [1, colour, strength * 0.25]])), 'filter="url(#streak)" style="mix-blend-mode:screen"'));
  shine(lx + 40, 150, '#ffb654', 0.75, 1240);
  shine(lx + 40, 56, '#ffe3a4', 0.8, 1290);
  shine(722, 110, '#ffd08c', 0.75, 1070);
  shine(900, 60, '#e8a45e', 0.35, 1120);
  shine(1160, 110, '#5fa0c0', 0.28, 1380);
  p.add(p.glow(lx, ly + 90, 620, '#ffb452', 0.85), p.glow(lx, ly + 90, 230, '#ffe1a0', 1));
  p.add(rect(104, ly - 66, 22, 132, '#141b20'), line(`M120 ${ly - 40}C200 ${ly - 90} 270 ${ly - 90} ${lx} ${ly - 30}M120 ${ly + 40}C180 ${ly - 10} 210 ${ly - 60} 250 ${ly - 76}`, '#141b20', 11), line(`M${lx} ${ly - 34}v24`, '#141b20', 6));
  p.add(path(`M${lx - 20} ${ly - 10}h40l36 46h-112Z`, '#1a2026'), poly([[lx - 54, ly + 38], [lx + 54, ly + 38], [lx + 36, ly + 168], [lx - 36, ly + 168]], p.rad([[0, '#fffbe6'], [0.45, '#ffdc8e'], [1, '#d9822e']])), line(`M${lx - 54} ${ly + 36}h108L${lx + 36} ${ly + 168}h-72ZM${lx - 18} ${ly + 38}L${lx - 12} ${ly + 168}M${lx + 18} ${ly + 38}L${lx + 12} ${ly + 168}`, '#1a2026', 6), path(`M${lx - 40} ${ly + 168}h80l-16 24h-48Z`, '#1a2026'), circle(lx, ly + 198, 7, '#1a2026'));
  for (let k = 0; k < 8; k++) p.add(path(`M${lx - 50 + k * 13} ${ly + 62}l6.5 -12l6.5 12l-6.5 12Z`, '#1a2026', 'opacity="0.8"'));
  // Where the rain lands.
  for (let i = 0; i < 130; i++) {
    const z = roll.between(0.95, 3.4);
    const [x, y] = P(roll.between(-700, 700), 940, z);
    p.add(ellipse(x, y, 26 / z, 6.5 / z, 'none', `stroke="#f3e4c4" stroke-width="${n(1.6 / z + 0.4)}" opacity="0.45"`), line(`M${n(x - 4)} ${n(y - 3)}l${n(-5 / z)} ${n(-14 / z)}M${n(x + 4)} ${n(y - 3)}l${n(6 / z)} ${n(-12 / z)}`, '#f3e4c4', 1.4, 'opacity="0.55"'));
  }
  // She who walks home.
  const woman =
    path('M-66 0C-70-110-88-190-78-262C-72-312-36-330 0-332C38-330 74-312 80-262C90-190 74-110 72 0C36 14-30 14-66 0Z', '#7a3340') + path('M20 8C40-110 34-240 22-330C52-324 76-306 80-262C90-190 74-110 72 0Z', '#4a1f2e') +
    path('M-52-300C-58-380-44-432 0-434C46-432 60-380 54-300C30-280-30-280-52-300Z', '#e2c48e') + path('M14-432C50-424 58-376 54-300C44-290 30-286 18-286C30-340 30-390 14-432Z', '#a57f56') +
    line('M-64-60C-50-20 50-20 66-60', '#d9a54c', 5, 'opacity="0.7"') +
    path('M-40 4L-44 40L-8 42L-10 8ZM14 8L18 34L50 30L44 2Z', '#1d1a20') +
    path('M-74-262C-96-210-98-160-92-120L-66-126C-68-180-62-220-54-246Z', '#8c3f4a') + path('M-104-124h46l8 92h-62Z', '#2d5a5c') + line('M-96-124C-92-160-70-160-66-124', '#173c40', 5) +
    path('M70-262C88-236 84-300 66-372L48-366C58-310 50-270 40-250Z', '#4a1f2e') + circle(58, -376, 13, '#8a5636') +
    line('M58-360L22-640', '#161a1f', 8);
  const umbrella =
    path('M-280-500C-262-650-120-712 20-716C160-712 300-650 322-506C286-536 236-536 206-504C170-540 106-542 74-504C36-540-30-540-62-500C-94-534-158-532-192-498C-222-528-258-526-280-500Z', '#d9982f') +
    path('M20-716C50-660 70-580 74-504C106-542 170-540 206-504C190-600 120-690 20-716Z', '#b8742a') + path('M20-716C120-690 190-600 206-504C236-536 286-536 322-506C300-650 160-712 20-716Z', '#8f5426') +
    path('M20-716C-80-690-170-600-192-498C-158-532-94-534-62-500C-56-580-20-660 20-716Z', '#efb94f') + line('M20-718V-740', '#161a1f', 8);
  const whole = woman + umbrella;
  p.add(group(at(790, 1432, 0.98, whole), 'transform="translate(0 2890) scale(1 -1)" filter="url(#streak)" opacity="0.55"'), ellipse(792, 1452, 120, 16, '#07131a', 'opacity="0.65" filter="url(#b8)"'));
  p.add(`<g transform="translate(-3 -3)" style="filter:brightness(0) invert(0.86) sepia(0.7) saturate(1.8) hue-rotate(-14deg) opacity(0.6)">${at(790, 1432, 0.98, whole)}</g>`, at(790, 1432, 0.98, whole));
  // Rain, near and far.
  let rain = '';
  for (let i = 0; i < 620; i++) {
    const near = roll();
    const x = roll.between(-60, 1500);
    const y = roll.between(-60, 1700);
    const l = 16 + near * 74;
    const warm = Math.hypot(x - lx, y - ly - 90) < 380;
    rain += `M${n(x)} ${n(y)}l${n(-l * 0.14)} ${n(l)}`;
    if (i % 20 === 19) {
      p.add(line(rain, warm ? '#ffe3ae' : '#e3eef0', n(0.8 + near * 1.3), `opacity="${n(0.2 + near * 0.28)}"`));
      rain = '';
    }
  }
  return { svg: p.svg({ vignette: 0.5 }), width: 1440, height: 1800 };
}
