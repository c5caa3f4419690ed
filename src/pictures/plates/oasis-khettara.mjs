// Water back in the channel of Tazrout, near Goulmima.
import { Plate, at, circle, down, ellipse, group, limb, line, mix, n, palm, path, people, poly, rect, ridge } from '../plate.mjs';

export default function () {
  const p = new Plate(1800, 1200, 113);
  const roll = p.dice;
  p.add(rect(0, 0, 1800, 700, p.lin([[0, '#4f8f98'], [0.4, '#a7c3b0'], [0.75, '#f6d79c'], [1, '#f3b06c']])));
  p.add(p.haze(-200, -60, 2200, 420, '#ffe9c4', { fx: 0.0018, fy: 0.01, cut: 0.5, strength: 1.5, seed: 19 }));
  p.add(p.glow(1240, 470, 760, '#ffdf98', 0.9), circle(1240, 470, 50, '#fff8de'));
  for (const [y0, y1, rough, c] of [[470, 440, 150, '#b98f86'], [530, 520, 110, '#a8705a'], [580, 575, 60, '#b87a50']]) p.add(poly(down(ridge(roll, -20, 1820, y0, y1, rough, 7, 0.5), 760), p.lin([[0, c], [1, mix(c, '#f3c888', 0.55)]])));
  p.add(rect(0, 610, 1800, 160, p.lin([[0, '#e6b376'], [1, '#c98d55']])));
  // The ksar.
  const keep = (x, y, w, h) => {
    const k = w * 0.06;
    let s = group(poly([[x, y], [x + k, y - h], [x + w - k, y - h], [x + w, y]], p.lin([[0, '#8a5440'], [0.5, '#b87850'], [1, '#efb878']], 0, 0, 1, 0)), 'filter="url(#plaster)"');
    for (const c of [0, 2, 4]) s += poly([[x + k + c * w * 0.176, y - h + 1], [x + k + c * w * 0.176 + w * 0.03, y - h - w * 0.15], [x + k + (c + 0.85) * w * 0.176, y - h - w * 0.15], [x + k + (c + 1) * w * 0.176, y - h + 1]], '#a9684a');
    for (let row = 0; row < 3; row++) for (let c = 0; c < 5; c++) s += poly([[x + w * (0.2 + c * 0.15), y - h + w * (0.13 + row * 0.11)], [x + w * (0.245 + c * 0.15), y - h + w * (0.18 + row * 0.11)], [x + w * (0.2 + c * 0.15), y - h + w * (0.23 + row * 0.11)], [x + w * (0.155 + c * 0.15), y - h + w * (0.18 + row * 0.11)]], '#4a2a22', 'opacity="0.65"');
    for (let row = 0; row < Math.floor((h - w * 0.5) / (w * 0.45)); row++) for (const c of [0.28, 0.62]) s += rect(x + w * c, y - h + w * (0.58 + row * 0.42), w * 0.1, w * 0.18, '#3a221b');
    return s;
  };
  p.add('<g transform="translate(190 0)">', keep(40, 690, 130, 260), keep(300, 690, 150, 230), group(rect(150, 560, 420, 140, '#a86a4a'), 'filter="url(#plaster)"'), keep(180, 690, 110, 330), keep(480, 690, 120, 280), path('M360 700V640Q390 600 420 640V700Z', '#3a221b'), rect(150, 552, 420, 10, '#7d4a36'), '</g>');
  p.add(p.haze(-100, 520, 2000, 260, '#ffe2ac', { fx: 0.002, fy: 0.012, cut: 0.45, strength: 1.1, seed: 15 }));
  // The far grove.
  for (let k = 0; k < 18; k++) p.add(palm(roll, k * 62 + roll.between(-20, 20), 724 + roll.between(-8, 14), roll.between(120, 210), roll.between(-16, 16), '#3f5a44', '#9aa860'));
  // The line of wells that mark the gallery under the plain.
  for (let k = 0; k < 13; k++) {
    const t = Math.pow(k / 12, 1.7);
    const [x, y, s] = [1150 + t * 590 - Math.sin(t * 3) * 90, 600 + t * 96, 9 + t * 76];
    p.add(path(`M${n(x - s * 1.5)} ${n(y + s * 0.4)}Q${n(x - s * 0.7)} ${n(y - s * 0.5)} ${n(x - s * 0.4)} ${n(y - s * 0.72)}H${n(x + s * 0.4)}Q${n(x + s * 0.7)} ${n(y - s * 0.5)} ${n(x + s * 1.5)} ${n(y + s * 0.4)}Q${n(x)} ${n(y + s * 0.66)} ${n(x - s * 1.5)} ${n(y + s * 0.4)}Z`, p.lin([[0, '#f3cb8e'], [0.5, '#d39a5f'], [1, '#7d4f3a']], 1, 0, 0, 0.3)), ellipse(x, y - s * 0.72, s * 0.42, s * 0.13, '#3a221b'));
  }
  p.add(palm(roll, 1420, 722, 150, 14, '#3f5a44', '#9aa860'), palm(roll, 1765, 730, 190, -18, '#3f5a44', '#9aa860'));
  // Garden beds, one behind the other.
  for (let k = 0; k < 8; k++) {
    const y = 716 + k * 30 + k * k * 5.4;
    const pts = [];
    for (let x = -20; x <= 1820; x += 40) pts.push([x, y + Math.sin(x / 210 + k * 1.9) * (5 + k * 1.6)]);
    const c = ['#7f8f4a', '#5f7f48', '#93a055', '#4a6e44', '#7d944c', '#557a48', '#3f6440', '#2f5038'][k];
    p.add(poly(down(pts, 1220), p.lin([[0, mix(c, '#ffe7a6', 0.3)], [0.22, c], [1, mix(c, '#16302a', 0.4)]])), line('M' + pts.map(([a, b]) => `${n(a)} ${n(b)}`).join('L'), '#f3dc9c', 2 + k * 0.3, 'opacity="0.5"'));
    let leaves = '';
    for (let i = 0; i < 240; i++) {
      const h = (6 + k * 5) * roll.between(0.5, 1.1);
      leaves += `M${n(roll() * 1800)} ${n(y + roll.between(6, 34 + k * 6))}q${n(roll.between(-4, 4))} ${n(-h * 0.6)} ${n(roll.between(-8, 8) * (0.5 + k * 0.15))} ${n(-h)}`;
    }
    p.add(line(leaves, mix(c, '#dfe59a', 0.42), 1.4 + k * 0.32, 'opacity="0.6"'));
  }
  // The channel.
  const bank = 'M1030 742C1010 770 1080 800 1040 840C980 900 700 930 640 1010C600 1070 700 1130 720 1220H1300C1280 1130 1040 1080 1090 1010C1140 950 1240 910 1200 850C1170 800 1080 780 1068 742Z';
  const water = 'M1040 742C1026 774 1104 806 1070 850C1010 916 760 940 704 1016C668 1070 776 1130 800 1220H1214C1180 1130 970 1080 1016 1000C1060 940 1180 910 1150 852C1126 806 1072 782 1060 742Z';
  p.add(path(bank, p.lin([[0, '#e2b070'], [0.5, '#b07a4c'], [1, '#6b4630']]), 'filter="url(#cut)"'));
  p.add(path(water, p.lin([[0, '#ffe3a0'], [0.2, '#e9c48c'], [0.45, '#6fa5a0'], [0.75, '#2d7a80'], [1, '#124a54']])));
  const wet = p.clip(path(water, '#000'));
  let shine = '';
  for (let i = 0; i < 260; i++) {
    const t = Math.pow(roll(), 0.8);
    const y = 750 + t * 460;
    const x = 720 + roll() * 480;
    const w = (4 + t * 36) * roll.between(0.4, 1.2);
    shine += path(`M${n(x - w)} ${n(y)}q${n(w)} ${n(-1 - t * 5)} ${n(w * 2)} 0q${n(-w)} ${n(1 + t * 6)} ${n(-w * 2)} 0`, roll() < 0.6 ? '#fff0c0' : '#0d3f48', `opacity="${n(roll.between(0.25, 0.75))}"`);
  }
  p.add(group(group(palm(roll, 620, 1020, -620, 60, '#0f3c40', '#1d5a55') + palm(roll, 1290, 1010, -560, -90, '#0f3c40', '#1d5a55'), 'filter="url(#ripple)" opacity="0.55"') + rect(860, 742, 320, 480, p.lin([[0, '#fff3c4', 0.7], [1, '#fff3c4', 0]]), 'filter="url(#b45)" style="mix-blend-mode:screen"') + shine, wet));
  // The old well-digger and the treasurer watch it run.
  p.add(poly([[1316, 1046], [1060, 1118], [1072, 1134], [1350, 1060]], '#1c2f26', 'opacity="0.45" filter="url(#b8)"'));
  const old = path('M-60 0C-64-90-82-180-76-240C-70-286-40-300-30-308C-40-350-14-392 14-384C42-376 46-344 38-312C62-300 76-284 78-240C84-160 72-70 78 0Z', '#e9d9b6') + path('M-60 0C-64-90-82-180-76-240C-70-286-40-300-30-308C-36-330-30-360-14-376C-14-330-10-200-8 0Z', '#a68c66') + path('M-30-312C-34-350-8-384 14-380C0-360-10-330-8-306Z', '#8a6a48') + path('M-30-334C-30-356-14-366-4-362C-12-344-12-326-10-310C-20-308-30-318-30-334Z', '#8a5636') + path('M-32-322C-30-300-18-296-9-304L-10-314C-18-312-26-316-32-322Z', '#f2ece0') + line('M-70-210C-96-190-112-180-124-176', '#b89d74', 26) + circle(-130, -176, 12, '#8a5636') + line('M-132-250L-124 4', '#5a3a24', 9) + path('M-150-262C-140-280-110-276-104-262L-132-244Z', '#6a6a66') + [20, 44].map((x) => line(`M${x}-4C${x + 4}-90 ${x - 2}-170 ${x + 2}-240`, '#bfa67c', 4, 'opacity="0.6"')).join('');
  const young = path('M-56 0C-62-90-66-180-62-232C-58-270-34-286-22-290H24C40-286 62-270 64-232C70-160 66-80 70 0Z', '#2a6a72') + path('M-56 0C-62-90-66-180-62-232C-58-270-34-286-22-290H-6C-14-200-12-100-8 0Z', '#143f48') + path('M-44-268C-52-340-36-372 2-374C44-374 52-330 44-268C30-250-30-250-44-268Z', '#d9702f') + path('M-44-268C-52-340-36-372 2-374C-10-350-14-300-8-256C-24-256-38-260-44-268Z', '#8e3f22') + path('M-44-330C-40-352-26-358-16-352C-20-330-20-312-18-296C-32-294-46-306-44-330Z', '#b07650') + path('M-50-230C-70-180-60-150-30-140L-24-160C-40-170-40-190-34-216Z', '#1b525a') + `<rect x="-50" y="-166" width="52" height="36" rx="3" fill="#f0e6cc" transform="rotate(-12 -30 -150)"/>` + line('M-54-20C-20-6 30-6 68-20', '#e2b95c', 5);
  p.add(at(1330, 1048, 0.86, old), at(1452, 1040, 0.84, young));
  // The near palms frame it.
  p.add(palm(roll, 120, 1150, 900, -70, '#1d2f26', '#a9a94f'), palm(roll, 610, 960, 400, 60, '#26402f', '#b5b458'), palm(roll, 1660, 1120, 880, 60, '#1d2f26', '#9aa04a'));
  for (let i = 0; i < 120; i++) {
    const x = roll() < 0.5 ? roll.between(-20, 640) : roll.between(1300, 1820);
    p.add(line(`M${n(x)} ${n(1210)}q${n(roll.between(-20, 20))} ${n(-60)} ${n(roll.between(-50, 50))} ${n(-roll.between(50, 130))}`, roll.of(['#1d3a2a', '#3f6440', '#8fa050', '#d9cf7a']), n(roll.between(2, 6))));
  }
  p.add(rect(0, 0, 1800, 1200, p.rad([[0, '#ffcf7a', 0.34], [0.6, '#ffcf7a', 0.05], [1, '#ffcf7a', 0]], 0.69, 0.4, 0.6), 'style="mix-blend-mode:screen"'));
  return { svg: p.svg({ vignette: 0.4 }), width: 1800, height: 1200 };
}
