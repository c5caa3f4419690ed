// The tramway of Casablanca, a newspaper kiosk and its first readers.
import { Plate, at, circle, ellipse, group, limb, line, mix, n, palm, path, people, poly, rect } from '../plate.mjs';

export default function () {
  const p = new Plate(1800, 1200, 131);
  const roll = p.dice;
  p.add(rect(0, 0, 1800, 900, p.lin([[0, '#3f8fb0'], [0.55, '#a5d0d0'], [1, '#f4e6c6']])));
  p.add(p.haze(-200, -120, 2200, 560, '#ffffff', { fx: 0.0024, fy: 0.007, cut: 0.5, strength: 1.6, seed: 26 }), p.glow(200, 60, 760, '#fff0c4', 0.7));
  for (const [x, w, h] of [[640, 90, 470], [760, 130, 390], [1010, 80, 520], [900, 120, 330], [1240, 110, 420]]) p.add(rect(x, 820 - h, w, h, '#b9d0cd'), rect(x, 820 - h, w * 0.4, h, '#d3e0d6'));
  // White houses of the thirties: rounded corners, long balconies, blinds.
  const house = (x, w, top, tone, round, floors, blind) => {
    const h = 830 - top;
    const wall = p.lin([[0, mix(tone, '#ffffff', 0.5)], [0.55, tone], [1, mix(tone, '#6f8088', 0.5)]], 0, 0, 1, 0);
    let s = round ? path(`M${x} 830V${top}H${x + w - 90}Q${x + w} ${top} ${x + w} ${top + 40}V830Z`, wall) : rect(x, top, w, h, wall);
    s += rect(x - 8, top - 12, w + (round ? -60 : 16), 16, mix(tone, '#8a8f88', 0.3));
    const fh = (h - 110) / floors;
    for (let f = 0; f < floors; f++) {
      const y = top + 24 + f * fh;
      const columns = Math.floor(w / 84);
      for (let c = 0; c < columns; c++) {
        const wx = x + 22 + c * ((w - 44) / columns);
        s += rect(wx, y, 42, fh * 0.66, '#48646e') + rect(wx, y, 42, fh * 0.66, p.lin([[0, '#cfe6e4', 0.7], [0.5, '#48646e', 0]], 0, 0, 1, 1));
        if (roll() < 0.7) s += rect(wx - 3, y - 4, 48, fh * roll.between(0.16, 0.5), blind) + [0, 1, 2, 3].map((k) => line(`M${n(wx - 2)} ${n(y + k * fh * 0.06)}h46`, mix(blind, '#20303a', 0.3), 1.4)).join('');
        if (roll() < 0.2) s += ellipse(wx + 20, y + fh * 0.62, 26, 10, '#4f7f4a') + circle(wx + 8, y + fh * 0.58, 5, '#c9452f') + circle(wx + 30, y + fh * 0.57, 5, '#c9452f');
      }
      s += rect(x - 5, y + fh * 0.66, w + (round ? 14 : 10), 8, mix(tone, '#ffffff', 0.6)) + rect(x - 5, y + fh * 0.66 + 8, w + (round ? 14 : 10), 15, '#3a4a50', 'opacity="0.25"');
      for (let k = 0; k < w / 13; k++) s += line(`M${n(x + k * 13)} ${n(y + fh * 0.44)}v${n(fh * 0.22)}`, '#39505a', 2, 'opacity="0.75"');
      s += line(`M${x - 4} ${n(y + fh * 0.44)}h${w + (round ? 6 : 8)}`, '#39505a', 3);
    }
    s += rect(x, 744, w, 90, mix(tone, '#54646a', 0.55));
    for (let k = 0; k < Math.floor(w / 110); k++) s += rect(x + 16 + k * 108, 764, 84, 68, '#26363c') + path(`M${x + 8 + k * 108} 752h100l10 26H${x - 2 + k * 108}Z`, k % 2 ? '#b5492f' : '#15626a') + [0, 1, 2].map((q) => path(`M${x + 20 + k * 108 + q * 32} 752h14l5 26h-18Z`, '#f4ead2')).join('');
    return s;
  };
  p.add(house(-60, 420, 120, '#efe6d2', true, 5, '#d9b878'), house(1290, 260, 190, '#e9dcc4', false, 5, '#7fa9a6'), house(1500, 380, 70, '#f2ead8', false, 6, '#c9845a'));
  p.add(house(420, 190, 330, '#e2d3b8', true, 4, '#8fb0a8'));
  for (const [x, h, l] of [[395, 430, -20], [690, 400, 14], [985, 420, -16], [1270, 410, 20], [1600, 440, -10]]) p.add(palm(roll, x, 850, h, l, '#31563f', '#a9b85c'));
  // The bed of the line, the wires.
  p.add(rect(0, 830, 1800, 380, p.lin([[0, '#d9c9a8'], [0.3, '#c9b592'], [1, '#9a8468']])), rect(0, 872, 1800, 62, '#7f9a5a'), rect(0, 872, 1800, 5, '#a9bb72'));
  let lawn = '';
  for (let k = 0; k < 600; k++) lawn += `M${n(roll() * 1800)} ${n(878 + roll() * 54)}l${n(roll.between(-2, 2))} -6`;
  p.add(line(lawn, '#c0cf80', 1.4, 'opacity="0.6"'));
  p.add(line('M0 268L1800 252M0 306L1800 292', '#33434a', 2.6));
  for (const x of [150, 830, 1490]) p.add(rect(x - 6, 200, 12, 640, '#33434a'), line(`M${x} 240H${x + 120}M${x} 214L${x + 110} 240M${x + 116} 240V300`, '#33434a', 5));
  // The tram: five sections, nose to the right.
  const body = p.lin([[0, '#fbf7ea'], [0.5, '#f1ead8'], [0.52, '#d9cfb8'], [1, '#b9ae98']]);
  const [y0, y1] = [486, 880];
  p.add(ellipse(620, 912, 900, 18, '#3a3a2a', 'opacity="0.5" filter="url(#b8)"'));
  p.add(path(`M-40 ${y0}H1150C1240 ${y0} 1290 ${y0 + 70} 1330 ${y0 + 190}C1350 ${y0 + 260} 1356 ${y0 + 330} 1346 ${y1 - 18}Q1342 ${y1} 1318 ${y1}H-40Z`, body));
  p.add(path(`M-40 ${y0 - 18}H1110Q1150 ${y0 - 18} 1176 ${y0 + 4}H-40Z`, '#8d9492'), rect(120, y0 - 40, 260, 26, '#a5aba6'), rect(720, y0 - 40, 210, 26, '#a5aba6'), line('M520 448L590 372L520 310M510 306H590M530 306V300M575 306V298', '#2b363b', 6));
  p.add(path(`M-40 ${y0 + 40}H1186C1230 ${y0 + 60} 1262 ${y0 + 120} 1282 ${y0 + 196}L1290 ${y0 + 218}H-40Z`, '#172a32'));
  const glass = p.lin([[0, '#8fc4cc'], [0.5, '#3f7280'], [1, '#20404a']]);
  const colours = ['#7d3a34', '#2d5a66', '#a5793f', '#4a4a5c', '#6d4a3a', '#3a5a48'];
  for (const [x, w] of [[-30, 150], [136, 150], [302, 92], [430, 150], [596, 150], [762, 92], [890, 130]]) {
    p.add(rect(x, y0 + 52, w, 158, glass));
    const clip = p.clip(rect(x, y0 + 52, w, 158, '#000'));
    let seats = '';
    for (let k = 0; k < w / 58; k++) if (roll() < 0.8) {
      const px = x + 28 + k * 56 + roll.between(-8, 8);
      const c = roll.of(colours);
      seats += path(`M${n(px - 34)} ${y0 + 214}C${n(px - 34)} ${y0 + 160} ${n(px - 20)} ${y0 + 150} ${n(px)} ${y0 + 146}C${n(px + 20)} ${y0 + 150} ${n(px + 34)} ${y0 + 160} ${n(px + 34)} ${y0 + 214}Z`, c) + ellipse(px, y0 + 124, 16, 20, roll.of(['#8a5a40', '#b07a56', '#5a3a2c'])) + (roll() < 0.4 ? path(`M${n(px - 20)} ${y0 + 146}C${n(px - 24)} ${y0 + 92} ${n(px + 24)} ${y0 + 92} ${n(px + 20)} ${y0 + 146}C${n(px + 10)} ${y0 + 152} ${n(px - 10)} ${y0 + 152} ${n(px - 20)} ${y0 + 146}Z`, roll.of(['#d9c39a', '#b5573a', '#6f8f8c'])) : path(`M${n(px - 17)} ${y0 + 120}C${n(px - 16)} ${y0 + 96} ${n(px + 16)} ${y0 + 96} ${n(px + 17)} ${y0 + 120}C${n(px + 6)} ${y0 + 110} ${n(px - 6)} ${y0 + 110} ${n(px - 17)} ${y0 + 120}Z`, '#1d1715'));
    }
    p.add(group(seats, clip + ' opacity="0.72"'), poly([[x + w * 0.1, y0 + 210], [x + w * 0.42, y0 + 52], [x + w * 0.66, y0 + 52], [x + w * 0.34, y0 + 210]], '#e9f7f4', 'opacity="0.28"'), poly([[x + w * 0.5, y0 + 210], [x + w * 0.8, y0 + 52], [x + w * 0.86, y0 + 52], [x + w * 0.56, y0 + 210]], '#e9f7f4', 'opacity="0.2"'));
  }
  for (const x of [302, 762]) p.add(rect(x - 2, y0 + 40, 96, 336, 'none', 'stroke="#172a32" stroke-width="5"'), rect(x + 4, y0 + 214, 40, 156, '#2c4a54'), rect(x + 48, y0 + 214, 40, 156, '#2c4a54'), rect(x + 12, y0 + 226, 24, 130, '#6fa3ac', 'opacity="0.7"'), rect(x + 56, y0 + 226, 24, 130, '#6fa3ac', 'opacity="0.7"'));
  p.add(path(`M1040 ${y0 + 52}H1176C1218 ${y0 + 66} 1250 ${y0 + 120} 1270 ${y0 + 196}L1274 ${y0 + 210}H1040Z`, p.lin([[0, '#b5dfe0'], [0.6, '#4f8a96'], [1, '#2a505a']], 0, 0, 0.7, 1)), path(`M1140 ${y0 + 210}C1136 ${y0 + 160} 1150 ${y0 + 146} 1172 ${y0 + 142}C1196 ${y0 + 146} 1208 ${y0 + 164} 1208 ${y0 + 210}Z`, '#1d3a4a'), ellipse(1172, y0 + 122, 17, 21, '#8a5a40'), path(`M1153 ${y0 + 112}C1154 ${y0 + 92} 1192 ${y0 + 92} 1192 ${y0 + 112}L1202 ${y0 + 118}H1153Z`, '#14262e'), poly([[1060, y0 + 210], [1110, y0 + 52], [1140, y0 + 52], [1090, y0 + 210]], '#ffffff', 'opacity="0.3"'));
  p.add(path(`M-40 ${y0 + 262}H1304Q1318 ${y0 + 300} 1322 ${y0 + 322}H-40Z`, '#b5342a'), path(`M-40 ${y0 + 262}H1304L1308 ${y0 + 272}H-40Z`, '#e2644a'));
  for (let k = 0; k < 22; k++) p.add(path(`M${-20 + k * 60} ${y0 + 276}l9 11h13v13l9 9l-9 9v0h-13l-9 9l-9-9h-13l-9-9l9-9v-13h13Z`, '#f4ead2', 'opacity="0.0"'), path(`M${-14 + k * 60} ${y0 + 277}l15 15l-15 15l-15-15Z`, '#f2d59a', 'opacity="0.55"'));
  for (const x of [416, 876]) p.add(rect(x - 10, y0 - 4, 18, 372, '#2b363b'), ...[0, 1, 2].map((k) => line(`M${x - 6 + k * 6} ${y0}v364`, '#566268', 2)));
  p.add(path(`M-40 ${y1 - 46}H1346L1344 ${y1 - 18}Q1340 ${y1} 1318 ${y1}H-40Z`, '#3a464b'), ellipse(1318, y0 + 344, 11, 17, '#fff6d4'), p.glow(1322, y0 + 344, 90, '#fff0b8', 0.7));
  for (const x of [90, 230, 560, 690, 1000, 1130]) p.add(path(`M${x - 34} ${y1}a34 34 0 0 1 68 0Z`, '#14191c'), circle(x, y1 + 4, 26, '#6d7578'), circle(x, y1 + 4, 15, '#2b3236'));
  p.add(rect(0, 904, 1800, 6, '#e9eef0'), rect(0, 910, 1800, 5, '#5a6468'), rect(0, 930, 1800, 4, '#b9bfbf'));
  // The platform in front and its long shadows.
  p.add(rect(0, 946, 1800, 264, p.lin([[0, '#e9d8b4'], [0.06, '#d6be94'], [1, '#a98a64']])), rect(0, 946, 1800, 8, '#fff3d0'), rect(0, 966, 1800, 14, '#d9a53a', 'opacity="0.8"'));
  for (let k = 0; k < 30; k++) p.add(line(`M${k * 120 - 900} 1210L${k * 66 - 60} 984`, '#7d6346', 2, 'opacity="0.4"'));
  for (const y of [1022, 1076, 1144]) p.add(line(`M0 ${y}H1800`, '#7d6346', 2, 'opacity="0.4"'));
  const shadow = (x, y, w, l) => p.add(poly([[x - w, y], [x + w, y], [x + w + l, y + 62], [x - w * 0.4 + l, y + 62]], '#3f2f2a', 'opacity="0.36" filter="url(#b8)"'));
  // The kiosk: papers hung in rows, none of them to be read from here.
  shadow(1560, 1130, 190, 240);
  p.add(rect(1370, 560, 390, 570, p.lin([[0, '#2a7472'], [0.6, '#15565a'], [1, '#0c383e']], 0, 0, 1, 0)), path('M1330 566L1370 500H1760L1806 566Z', '#0f464b'), path('M1330 566H1806V600H1330Z', '#1f6a6c'), path('M1420 500Q1565 420 1710 500Z', '#d9a53a'), circle(1565, 436, 11, '#d9a53a'));
  for (let k = 0; k < 16; k++) p.add(path(`M${1330 + k * 29.8} 600h29.8q0 26 -14.9 26q-14.9 0 -14.9 -26`, k % 2 ? '#f4ead2' : '#b5492f'));
  p.add(rect(1396, 640, 338, 300, '#0b2a2f'), rect(1396, 640, 338, 300, p.lin([[0, '#ffd89a', 0.5], [1, '#ffd89a', 0.08]])));
  const paper = (x, y, w, h, turn = 0) => {
    let s = rect(-w / 2, -h / 2, w, h, '#f6efdc') + rect(-w * 0.42, -h * 0.43, w * 0.84, h * 0.09, '#22262a', 'opacity="0.85"') + rect(-w * 0.42, -h * 0.28, w * 0.5, h * 0.3, roll.of(['#4f8a96', '#c9845a', '#6f8a4a', '#b5492f', '#7d7f95']));
    for (let k = 0; k < 4; k++) s += rect(w * 0.13, -h * 0.28 + k * h * 0.08, w * 0.29, h * 0.035, '#8d8676');
    for (let k = 0; k < 5; k++) s += rect(-w * 0.42, h * 0.08 + k * h * 0.075, w * 0.38, h * 0.03, '#a59c88') + rect(w * 0.04, h * 0.08 + k * h * 0.075, w * 0.38, h * 0.03, '#a59c88');
    return at(x, y, 1, rect(-w / 2 + 4, -h / 2 + 6, w, h, '#000000', 'opacity="0.3"') + s, turn);
  };
  for (let r = 0; r < 2; r++) for (let c = 0; c < 4; c++) p.add(paper(1440 + c * 84, 706 + r * 112, 72, 98, roll.between(-2, 2)));
  p.add(path('M1500 940C1500 872 1520 856 1560 850C1602 856 1620 872 1622 940Z', '#7d3a34'), ellipse(1561, 824, 23, 28, '#a56b47'), path('M1536 818C1536 786 1588 786 1588 818C1576 806 1550 806 1536 818Z', '#e9dcc0'));
  p.add(rect(1360, 934, 410, 22, '#8a5a34'), rect(1360, 934, 410, 6, '#d9a56a'));
  for (let c = 0; c < 4; c++) p.add(paper(1420 + c * 96, 1040, 84, 116), rect(1376 + c * 96, 1100, 88, 6, '#0c383e'));
  for (let k = 0; k < 5; k++) p.add(rect(1384, 922 - k * 5, 88, 6, k % 2 ? '#f6efdc' : '#d9cfb4'));
  // Those who wait: a reader, a student, a woman with her basket, a child.
  shadow(1210, 1140, 40, 200);
  shadow(1050, 1120, 34, 190);
  shadow(300, 1150, 46, 210);
  shadow(470, 1120, 34, 180);
  const faceOf = (skin, hair) => rect(-11, -336, 22, 34, mix(skin, '#2a1812', 0.25)) + ellipse(0, -356, 27, 34, skin) + path('M2-390C30-388 34-336 12-324C22-344 20-372 2-390Z', mix(skin, '#2a1812', 0.4), 'opacity="0.7"') + hair;
  const reader = limb(-22, -170, 26, -26, -80, 19, '#33404a') + limb(-26, -80, 19, -28, -6, 14, '#33404a') + limb(22, -170, 26, 26, -80, 19, '#222d36') + limb(26, -80, 19, 30, -6, 14, '#222d36') + path('M-44-6h34v14h-46ZM16-6h34l10 14h-44Z', '#17191d') + path('M-58-150C-66-220-62-280-44-304C-20-318 20-318 44-304C62-280 66-220 58-150Z', '#c9893a') + path('M8-150C14-220 14-280 6-314C24-316 36-312 44-304C62-280 66-220 58-150Z', '#8a5a2a') + faceOf('#b07a56', path('M-29-352C-34-404 34-404 29-352C22-372 4-376-8-372C-18-370-26-364-29-352Z', '#1d1512')) + limb(-50, -286, 17, -78, -226, 14, '#b07a30') + limb(-78, -226, 13, -56, -252, 10, '#b07a56') + limb(50, -286, 17, 80, -226, 14, '#7d5226') + limb(80, -226, 13, 58, -252, 10, '#8a5a40') + poly([[-92, -300], [0, -286], [0, -196], [-92, -212]], '#f6efdc') + poly([[0, -286], [92, -300], [92, -212], [0, -196]], '#e2d8c0') + [0, 1, 2, 3, 4].map((k) => line(`M-82 ${-282 + k * 15}L-10 ${-271 + k * 15}M10 ${-271 + k * 15}L82 ${-282 + k * 15}`, '#8d8676', 4)).join('') + poly([[-82, -262], [-48, -257], [-48, -226], [-82, -231]], '#4f8a96');
  const student = path('M-46 0C-50-90-56-190-50-250C-46-292-24-304-8-306H8C24-304 46-292 50-250C56-190 50-90 50 0Z', '#3a6f78') + path('M10 0C16-110 18-220 8-306C24-304 46-292 50-250C56-190 50-90 50 0Z', '#224a54') + faceOf('#c08a62', path('M-38-296C-46-400-30-414 0-414C32-414 46-400 38-296C18-280-18-280-38-296ZM-24-352C-24-322-14-312 0-312C14-312 24-322 24-352C22-388-22-388-24-352Z', '#e2c48e', 'fill-rule="evenodd"')) + line('M-40-290L46-150', '#5a3423', 9) + rect(26, -176, 52, 74, '#8e4a2e') + limb(-46, -276, 15, -64, -190, 12, '#2f5f68') + limb(-64, -190, 12, -36, -150, 10, '#2f5f68') + path('M-22-354q8 5 14 0M6-354q8 5 14 0M-6-334q6 3 12 0', 'none', 'stroke="#4a2c1e" stroke-width="3" stroke-linecap="round"');
  p.add(at(1196, 1146, 0.98, reader), at(1046, 1124, 0.9, student));
  p.add(at(300, 1158, 400, people.hooded('#8a6f52', '#5f4a3a')), at(470, 1126, 350, people.scarf('#8e3b3a', '#5a2530', '#e9d3a0')), at(560, 1130, 220, people.child('#d9a53a', '#3a4a5c', '#a56b47', '#15626a') + path('M-.09-.86C-.11-1 .11-1 .09-.86C.09-.82 .07-.79 .06-.79C.04-.82-.04-.82-.06-.79C-.08-.79-.09-.82-.09-.86Z', '#1d1512') + limb(-0.11, -0.66, 0.035, -0.26, -0.82, 0.03, '#d9a53a')));
  p.add(rect(0, 0, 1800, 1200, p.lin([[0, '#fff0c0', 0.3], [0.55, '#fff0c0', 0]], 0, 0, 1, 0.7)));
  return { svg: p.svg({ vignette: 0.25, wash: 0.2 }), width: 1800, height: 1200 };
}
