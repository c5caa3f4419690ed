// Guembri, oud and qraqeb on the stage of «Nouba et guembri» at night.
import { Plate, at, circle, crowd, ellipse, group, limb, line, mix, n, path, poly, rect } from '../plate.mjs';

export default function () {
  const p = new Plate(1800, 1200, 37);
  const roll = p.dice;
  p.add(rect(0, 0, 1800, 1200, p.lin([[0, '#081722'], [0.5, '#123544'], [0.8, '#2a2030'], [1, '#0b0d14']])));
  // The gate behind the stage, painted by light.
  const wall = p.rad([[0, '#d0663f'], [0.45, '#7b3a3c'], [1, '#142430']], 0.5, 0.6, 0.62);
  p.add(group(rect(170, 120, 1460, 780, wall), 'filter="url(#plaster)"'));
  for (let k = 0; k < 13; k++) p.add(poly([[176 + k * 113, 122], [176 + k * 113, 62], [196 + k * 113, 40], [226 + k * 113, 40], [246 + k * 113, 62], [246 + k * 113, 122]], mix('#5a3238', '#16242f', Math.abs(k - 6) / 7)));
  const arch = (cx, base, r, h) => `M${cx - r} ${base}V${base - h}C${cx - r * 1.18} ${base - h - r * 0.7} ${cx - r * 0.66} ${base - h - r * 1.34} ${cx} ${base - h - r * 1.46}C${cx + r * 0.66} ${base - h - r * 1.34} ${cx + r * 1.18} ${base - h - r * 0.7} ${cx + r} ${base - h}V${base}Z`;
  p.add(path(arch(900, 900, 350, 250), '#3d2029'), path(arch(900, 900, 318, 246), '#e39a55'), path(arch(900, 900, 296, 240), p.rad([[0, '#ffd58f'], [0.35, '#e0834a'], [0.75, '#7c3440'], [1, '#36202e']], 0.5, 0.62, 0.62)));
  // Alternating stones of the arch.
  const curve = (t, r, h) => {
    const [x0, y0, x1, y1, x2, y2, x3, y3] = [900 - r, 900 - h, 900 - r * 1.18, 900 - h - r * 0.7, 900 - r * 0.66, 900 - h - r * 1.34, 900, 900 - h - r * 1.46];
    const q = 1 - t;
    return [q * q * q * x0 + 3 * q * q * t * x1 + 3 * q * t * t * x2 + t * t * t * x3, q * q * q * y0 + 3 * q * q * t * y1 + 3 * q * t * t * y2 + t * t * t * y3];
  };
  const flip = ([x, y]) => [1800 - x, y];
  for (let k = 0; k < 13; k++) {
    const stone = [curve(k / 13, 318, 246), curve((k + 0.55) / 13, 318, 246), curve((k + 0.55) / 13, 384, 252), curve(k / 13, 384, 252)];
    p.add(poly(stone, k % 2 ? '#c8683f' : '#2a5a5e', 'opacity="0.85"'), poly(stone.map(flip), k % 2 ? '#8e3b3a' : '#1c3d46', 'opacity="0.9"'));
  }
  for (const x of [300, 1500]) p.add(path(arch(x, 900, 120, 190), '#241a24'), path(arch(x, 900, 104, 186), p.lin([[0, '#14343f'], [1, '#1f5a5e']])));
  p.add(p.haze(0, 140, 1800, 800, '#ffb877', { fx: 0.003, fy: 0.006, cut: 0.48, strength: 1, seed: 8, blend: 'screen' }));
  // Beams.
  const beam = (x, y, tx, w, colour, strength) => p.add(poly([[x - 8, y], [x + 8, y], [tx + w, 1010], [tx - w, 1010]], p.lin([[0, colour, strength], [0.55, colour, strength * 0.36], [1, colour, 0.05]]), 'style="mix-blend-mode:screen" filter="url(#b8)"'), p.glow(x, y, 150, colour, 1), circle(x, y, 13, '#fffbe8'));
  beam(380, 34, 700, 150, '#6fd0c8', 0.6);
  beam(640, 22, 840, 170, '#ffc36b', 0.75);
  beam(900, 18, 900, 210, '#ffe3a8', 0.6);
  beam(1160, 22, 1000, 170, '#ffc36b', 0.75);
  beam(1420, 34, 1160, 150, '#e0607a', 0.6);
  beam(120, 60, 360, 120, '#4f9fb4', 0.45);
  beam(1680, 60, 1440, 120, '#e0607a', 0.45);
  p.add(rect(60, 10, 1680, 9, '#05090e'), rect(60, 32, 1680, 5, '#05090e'), line(Array.from({ length: 43 }, (_, i) => `M${60 + i * 40} 14L${80 + i * 40} 34L${100 + i * 40} 14`).join(''), '#05090e', 3));
  // The floor and its carpet.
  p.add(poly([[0, 890], [1800, 890], [1800, 1200], [0, 1200]], p.lin([[0, '#7c4a3a'], [0.3, '#3a2630'], [1, '#0c0e15']])));
  p.add(poly([[560, 905], [1240, 905], [1380, 1010], [420, 1010]], '#8e2f2c'), poly([[590, 914], [1210, 914], [1330, 998], [470, 998]], '#c0552f'), poly([[612, 920], [1188, 920], [1296, 990], [504, 990]], '#5b2028'));
  for (let k = 0; k < 9; k++) p.add(poly([[560 + k * 85, 955], [596 + k * 76, 925], [640 + k * 85 - 10, 955], [596 + k * 85, 986]], k % 2 ? '#e5ab58' : '#1d5a5c', 'opacity="0.8"'));
  p.add(ellipse(900, 950, 470, 70, '#ffdf9e', 'opacity="0.35" filter="url(#b20)" style="mix-blend-mode:screen"'));
  const lit = (inner, dx, dy, colour, strength) => `<g transform="translate(${dx} ${dy})" style="filter:brightness(0) ${colour} opacity(${strength})">${inner}</g>${inner}`;
  const gold = 'invert(0.85) sepia(0.9) saturate(2.2) hue-rotate(-24deg)';
  const cap = (x, y, s, base, tassel) => {
    let c = path(`M${n(x - s)} ${n(y)}C${n(x - s * 0.95)} ${n(y - s * 0.95)} ${n(x + s * 0.95)} ${n(y - s * 0.95)} ${n(x + s)} ${n(y)}Z`, base);
    for (let k = 0; k < 7; k++) c += ellipse(x - s * 0.84 + k * s * 0.28, y - s * 0.1, s * 0.075, s * 0.12, '#f6e7c8');
    for (let k = 0; k < 4; k++) c += ellipse(x - s * 0.45 + k * s * 0.3, y - s * 0.42, s * 0.065, s * 0.1, '#f6e7c8');
    return c + line(tassel, '#f2d9a0', s * 0.1) + circle(x, y - s * 0.72, s * 0.12, '#f2d9a0');
  };
  // Players of the qraqeb, standing on both sides.
  const standing = (x, y, s, robe, shade, sash, flip) => {
    const inner =
      path('M-62 0C-70-150-66-260-60-330C-40-352 40-352 60-330C66-260 74-150 66 0Z', robe) + path('M10 0C22-120 24-240 16-345C34-348 52-342 60-330C66-260 74-150 66 0Z', shade) +
      path('M-60-322L40-150L62-150L58-176L-34-340Z', sash) +
      path('M-60-326C-96-300-116-250-112-206L-84-190C-84-230-70-258-40-276Z', robe) + limb(-98, -206, 16, -66, -268, 12, '#54321f') +
      path('M60-326C100-300 118-262 104-222L78-212C86-240 72-262 44-280Z', shade) + limb(92, -222, 16, 52, -262, 12, '#3b2417') +
      ellipse(-60, -278, 15, 22, '#c9b38a') + ellipse(-46, -290, 15, 22, '#8d7a58') + ellipse(48, -272, 15, 22, '#c9b38a') + ellipse(62, -284, 15, 22, '#8d7a58') +
      rect(-15, -372, 30, 40, '#4a2c1c') + ellipse(0, -394, 33, 42, robe === '#8c3a34' || robe === '#b06a2e' ? '#7b4c33' : '#5f3a27') + path('M4-434C30-430 40-380 14-354C22-380 20-410 4-434Z', '#3a2217') +
      path('M-20-394q8 5 15 0M5-394q8 5 15 0M-2-390q-5 11 3 13M-10-368q9 4 19 0', 'none', 'stroke="#2a1812" stroke-width="3" stroke-linecap="round"') +
      cap(0, -408, 38, '#1c4a50', `M0-436C40-470 ${flip ? -90 : 90}-450 ${flip ? -70 : 70}-396`);
    return at(x, y, s, lit(inner, flip ? 4 : -4, -3, gold, 0.8), 0, flip);
  };
  p.add(standing(430, 930, 1.05, '#1f5d66', '#123844', '#e0a550', false), standing(240, 945, 1.12, '#8c3a34', '#4f2129', '#e6c98a', true));
  p.add(standing(1370, 930, 1.05, '#b06a2e', '#6b3b26', '#2f6d6d', true), standing(1560, 945, 1.12, '#2c5a5c', '#173840', '#d9a54c', false));
  // The oud player, seated at the left of the maâlem.
  const oud =
    path('M-120 0C-150-60-110-130-70-190C-60-240 60-240 76-190C110-120 160-70 150 0Z', '#e9dcc0') + path('M20 0C40-80 60-150 40-225C60-222 72-210 76-190C110-120 160-70 150 0Z', '#a8977c') +
    path('M-140 0C-120-46 -20-60 20-40C60-60 150-50 170 0Z', '#d3c3a2') +
    group(path('M0-62C42-62 84-32 84 8C84 46 44 66 4 62C-40 60-66 36-104 4C-66-30-40-62 0-62Z', '#7a4420') + path('M-2-50C36-50 70-24 70 8C70 38 38 54 2 50C-34 48-56 30-92 4C-56-24-34-50-2-50Z', '#d8a05c') + circle(2, 2, 17, '#3a2215') + circle(2, 2, 12, '#8b5a2c') + line('M52-14V22', '#3a2215', 6) + line('M-92 4L-230-4', '#3a2215', 15) + line('M-228-4L-250 36', '#3a2215', 12) + line('M50-8L-228-8M50 0L-228-4M50 8L-228-1M50 15L-228 2', '#f4e3bb', 1.4), 'transform="translate(24 -84) rotate(-16)"') +
    limb(-62, -186, 30, -128, -130, 22, '#d9c9a8') + limb(-128, -130, 21, -150, -96, 14, '#d9c9a8') + circle(-154, -76, 16, '#8a5636') +
    limb(70, -186, 30, 126, -116, 24, '#b9a888') + limb(126, -116, 22, 66, -78, 15, '#b9a888') + circle(52, -76, 16, '#6f4329') +
    rect(-18, -262, 36, 48, '#7a4a30') + ellipse(-2, -290, 38, 48, '#9a6442') + path('M4-337C40-330 48-270 16-246C28-276 24-310 4-337Z', '#6b4029') +
    path('M-24-292q9 5 17 0M5-292q9 5 17 0M-4-286q-5 12 3 14M-12-262q10 4 20 0', 'none', 'stroke="#4a2a1a" stroke-width="3" stroke-linecap="round"') +
    path('M-37-308C-34-352 32-352 36-306Z', '#7c2b2c') + rect(-36, -314, 72, 12, '#5e1f24') + path('M-22-256C-16-238 14-238 20-256C12-250-14-250-22-256Z', '#3b241a');
  p.add(ellipse(668, 962, 190, 22, '#0b0a10', 'opacity="0.55" filter="url(#b8)"'), at(668, 962, 1.06, lit(oud, -4, -4, gold, 0.75)));
  // The maâlem and his guembri.
  const maalem =
    path('M-150 0C-178-60-130-140-96-212C-80-280 78-280 98-212C134-136 190-70 182 0Z', '#b63a2c') + path('M26 0C54-90 72-170 56-258C80-252 94-232 98-212C134-136 190-70 182 0Z', '#6e2328') +
    path('M-178 0C-150-58-30-76 24-52C70-78 184-66 208 0Z', '#8f2c29') + path('M30-50C76-76 184-66 208 0H60Z', '#5a1e26') +
    line('M-92-230L84-60', '#f0c878', 16) + line('M-92-230L84-60', '#1d4a50', 6, 'stroke-dasharray="4 12"') +
    group(path('M-96-52H112C126-52 130-40 130-24V30C130 48 120 58 104 58H-92C-108 58-116 46-116 28V-22C-116-42-110-52-96-52Z', '#5f3319') + path('M-86-42H104C114-42 120-34 120-24V28C120 40 112 48 102 48H-84C-98 48-106 38-106 26V-20C-106-36-98-42-86-42Z', p.lin([[0, '#f3dcae'], [0.6, '#d8ab6c'], [1, '#a8743f']], 0, 0, 1, 1)) + line('M-82-30L98 38M-82 36L98-30', '#a8743f', 2, 'opacity="0.5"') + circle(-78, 3, 3, '#5f3319') + line('M-112 2L-330-8', '#4a2814', 22) + line('M-112-3L-330-13', '#7d4a26', 6) + line('M-326-30L-326 14M-306-28L-306 12', '#f3dcae', 8) + line('M62-12L-318-18M62 2L-318-10M62 14L-318-3', '#fff3d4', 2) + rect(60, -24, 12, 50, '#4a2814') + path('M-330-8C-350-20-372-16-376 4C-362-2-350 0-334 6Z', '#c9b38a'), 'transform="translate(30 -112) rotate(-13)"') +
    limb(-88, -214, 36, -168, -150, 28, '#c9452f') + limb(-168, -150, 26, -196, -106, 17, '#a83a2b') + circle(-202, -86, 20, '#4a2c1d') + line('M-212-90L-190-62M-204-94L-180-68', '#4a2c1d', 8) +
    limb(92, -214, 36, 160, -136, 28, '#7c2629') + limb(160, -136, 26, 92, -104, 17, '#7c2629') + circle(76, -104, 19, '#3b2217') +
    rect(-22, -304, 44, 60, '#4a2c1d') + ellipse(-4, -336, 46, 58, '#7a4c33') + path('M4-392C50-384 58-310 22-284C36-318 30-362 4-392Z', '#3a2217') + path('M-44-328C-44-288-26-272-2-272C24-272 38-290 40-328C32-312 26-306 16-308C4-312-14-312-24-307C-34-306-40-316-44-328Z', '#8d8278') + path('M12-273C32-280 38-300 40-328C34-314 28-307 18-308Z', '#5d544e') + path('M-16-298q14 5 26 0', 'none', 'stroke="#43281b" stroke-width="3.5" stroke-linecap="round"') + path('M-4-334q-6 14 4 16', 'none', 'stroke="#43281b" stroke-width="3" stroke-linecap="round"') + path('M-31-339q10 6 19 0M7-339q10 6 19 0', 'none', 'stroke="#2a1812" stroke-width="4" stroke-linecap="round"') +
    cap(-2, -356, 54, '#15343c', 'M-2-394C60-470 190-440 176-330');
  p.add(ellipse(955, 1000, 260, 26, '#0b0a10', 'opacity="0.6" filter="url(#b8)"'), at(960, 1000, 1.18, lit(maalem, -5, -4, gold, 0.85)));
  p.add(p.glow(900, 700, 620, '#ffb35c', 0.28));
  let dust = '';
  for (let i = 0; i < 150; i++) dust += circle(roll.between(200, 1600), roll.between(80, 900), roll.between(0.8, 2.6), '#ffe6b8', `opacity="${n(roll.between(0.1, 0.6))}"`);
  p.add(dust);
  p.add(crowd(p, { y: 1064, rows: 3, size: 96, grow: 30, step: 42, dark: '#070a10', light: '#ffae66', cloths: ['#3a3038', '#2c3c44', '#4a2c30', '#3b3a34'] }));
  // Hands in the air, and one telephone.
  for (const [x, y, s, flip] of [[250, 1050, 1, false], [1500, 1040, 1.1, true], [1190, 1080, 0.9, false]]) p.add(at(x, y, s, limb(0, 190, 26, 6, 60, 18, '#0b0e14') + limb(6, 60, 18, 2, 20, 15, '#0b0e14') + limb(-8, 16, 6, -18, -26, 5, '#0b0e14') + limb(2, 12, 6, 0, -36, 5, '#0b0e14') + limb(12, 16, 6, 18, -28, 5, '#0b0e14') + limb(18, 30, 6, 38, 6, 5, '#0b0e14'), 0, flip));
  p.add(at(560, 1060, 1, limb(0, 190, 26, 0, 50, 17, '#0b0e14') + `<rect x="-24" y="-30" width="48" height="88" rx="8" fill="#0b0e14"/>` + rect(-19, -22, 38, 70, '#e79a58') + circle(0, 20, 9, '#6e2328') + ellipse(0, 2, 7, 9, '#3a2217') + circle(0, -8, 5, '#fff3d4')));
  return { svg: p.svg(), width: 1800, height: 1200 };
}
