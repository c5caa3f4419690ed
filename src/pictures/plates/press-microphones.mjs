// Microphones wait on the lectern for an announcement.
import { Plate, at, circle, ellipse, group, limb, line, mix, n, path, poly, rect } from '../plate.mjs';
import { zellige } from './zellige-ballot.mjs';

export default function () {
  const p = new Plate(1800, 1200, 127);
  const roll = p.dice;
  p.add(rect(0, 0, 1800, 1200, p.lin([[0, '#0d3a40'], [0.6, '#0b2a33'], [1, '#07151b']])));
  // A hanging in the pattern of the house, out of focus.
  const pattern = zellige(p, 60, -20, 1800, 900, 100, { stars: ['#1f6f70', '#27807a', '#1a5c66'], other: '#c9893a', gold: '#dca654', white: '#17494f', bone: '#10383f' });
  p.add(group(pattern, 'filter="url(#b8)" opacity="0.85"'));
  p.add(rect(0, 0, 1800, 1200, p.rad([[0, '#f6c777', 0.42], [0.45, '#8a5a3a', 0.18], [1, '#04121a', 0.82]], 0.36, 0.34, 0.75)));
  // Lamps far away.
  for (let i = 0; i < 26; i++) {
    const r = roll.between(16, 62);
    p.add(circle(roll.between(60, 1760), roll.between(30, 520), r, roll.of(['#ffd58a', '#8fd0c4', '#f0a860']), `opacity="${n(roll.between(0.07, 0.22))}" style="mix-blend-mode:screen" filter="url(#b3)"`));
  }
  // The one who will speak, still turning her papers.
  const robe = p.lin([[0, '#8e3b3a'], [0.5, '#5f2530'], [1, '#2a1119']], 0, 0, 1, 0.6);
  let her = path('M250 1210C262 960 300 860 420 800C500 764 560 756 574 700H706C720 756 784 764 866 800C990 860 1030 960 1040 1210Z', robe);
  her += path('M574 706C580 780 610 850 640 900C672 850 702 780 706 706Z', '#f0e2c6') + path('M574 706L640 902L556 800Z', '#a9803f') + path('M706 706L640 902L726 800Z', '#7d5a2c');
  her += path('M560 560C552 640 590 730 640 736C692 730 728 640 720 560C716 470 566 470 560 560Z', '#b9805a') + path('M650 500C716 496 722 540 720 562C728 640 692 730 640 736C690 690 700 590 650 500Z', '#7d4f38', 'opacity="0.75"');
  her += path('M520 700C480 520 520 400 640 396C764 400 802 520 758 700C748 760 700 790 640 796C580 790 532 760 520 700ZM566 560C560 640 596 722 640 730C686 722 720 640 714 560C704 476 576 476 566 560Z', p.lin([[0, '#f3dcaa'], [0.55, '#cfa265'], [1, '#7a5632']], 0, 0, 1, 0.4), 'fill-rule="evenodd"');
  her += line('M590 566q20 12 38 1M656 567q20 10 36-2', '#3a2018', 6) + line('M584 540q22-16 46-5M652 535q22-10 44 6', '#3a2018', 7) + line('M642 570C636 596 630 616 634 626q10 8 20 1', '#6b3d28', 5) + path('M612 664q14-10 28-3q14-7 28 3q-26 20-56 0Z', '#96453c') + line('M540 690C590 770 690 772 742 690M536 660C560 740 600 766 640 770', '#8d6338', 5, 'opacity="0.55"');
  p.add(group(her, 'filter="url(#b3)"'), p.glow(560, 480, 380, '#ffdda0', 0.3));
  // The lectern.
  p.add(poly([[120, 1010], [1240, 1010], [1340, 1210], [40, 1210]], p.lin([[0, '#8a5430'], [0.3, '#5e3721'], [1, '#24140e']])), poly([[120, 1004], [1240, 1004], [1244, 1022], [114, 1022]], '#e0a868'));
  p.add(group(poly([[330, 1000], [560, 986], [600, 1060], [350, 1078]], '#f6ecd6') + [0, 1, 2, 3].map((k) => line(`M${372 + k * 5} ${1012 + k * 13}L${544 + k * 6} ${1001 + k * 13}`, '#9a8a70', 3, 'opacity="0.6"')).join(''), 'filter="url(#drop)"'));
  // A microphone on its stalk; foam and collar in their own colours.
  const mic = (x, y, s, turn, foam, collar, shape, base) => {
    const [bx, by] = base;
    const a = (turn * Math.PI) / 180;
    const [jx, jy] = [x - Math.sin(a) * 250 * s, y + Math.cos(a) * 250 * s];
    p.add(line(`M${n(jx)} ${n(jy)}C${n(jx - Math.sin(a) * 130 * s)} ${n(jy + Math.cos(a) * 130 * s)} ${n(bx + (jx - bx) * 0.2)} ${n(by - 110 * s)} ${bx} ${by}`, '#0c0f14', 17 * s), line(`M${n(jx - 4)} ${n(jy)}C${n(jx - Math.sin(a) * 130 * s - 4)} ${n(jy + Math.cos(a) * 130 * s)} ${n(bx + (jx - bx) * 0.2 - 4)} ${n(by - 110 * s)} ${bx - 4} ${by}`, '#7d868a', 3.4 * s, 'opacity="0.7"'));
    const head = shape === 'mesh' ? circle(0, -40, 62, p.rad([[0, '#fbf6e6'], [0.4, '#a4a9a6'], [1, '#2b3034']], 0.32, 0.3, 0.85)) : path(shape === 'tall' ? 'M-54 40C-66-60-60-150 0-154C60-150 66-60 54 40Z' : 'M-70 10C-84-80-56-132 0-134C56-132 84-80 70 10C54 40-54 40-70 10Z', p.rad([[0, mix(foam, '#fff0d0', 0.42)], [0.45, foam], [1, mix(foam, '#05080c', 0.72)]], 0.32, 0.28, 0.9));
    let tex = '';
    if (shape === 'mesh') for (let k = -5; k <= 5; k++) tex += line(`M${k * 11}-${n(40 + Math.sqrt(Math.max(0, 3600 - k * k * 121)))}V${n(-40 + Math.sqrt(Math.max(0, 3600 - k * k * 121)))}M${n(-Math.sqrt(Math.max(0, 3600 - k * k * 121)))} ${-40 + k * 11}H${n(Math.sqrt(Math.max(0, 3600 - k * k * 121)))}`, '#1a1e22', 2, 'opacity="0.5"');
    else for (let k = 0; k < 210; k++) {
      const u = roll.between(-1, 1);
      const v = roll.between(-1, 1);
      if (u * u + v * v > 0.92) continue;
      tex += circle(u * 60, -52 + v * 82, roll.between(1.2, 3), roll() < 0.5 ? mix(foam, '#05080c', 0.6) : mix(foam, '#fff3d8', 0.45), 'opacity="0.45"');
    }
    const cube = collar ? rect(-56, 52, 112, 92, p.lin([[0, mix(collar, '#ffffff', 0.28)], [0.5, collar], [1, mix(collar, '#05080c', 0.55)]], 0, 0, 1, 0.2)) + poly([[-56, 52], [-40, 38], [70, 38], [56, 52]], mix(collar, '#ffffff', 0.45)) + poly([[56, 52], [70, 38], [70, 130], [56, 144]], mix(collar, '#05080c', 0.6)) : '';
    const badge = collar ? at(0, 98, 1, [path('M-22 14A22 22 0 1 1 22 14Z', '#fff6e0', 'opacity="0.85"'), path('M0-26L8-8H26L12 4L18 22L0 12L-18 22L-12 4L-26-8H-8Z', '#fff6e0', 'opacity="0.85"'), rect(-24, -16, 48, 9, '#fff6e0', 'opacity="0.85"') + rect(-24, 0, 48, 9, '#fff6e0', 'opacity="0.85"') + rect(-24, 16, 30, 9, '#fff6e0', 'opacity="0.85"'), circle(0, 0, 22, 'none', 'stroke="#fff6e0" stroke-width="9" opacity="0.85"')][Math.floor(roll() * 4)]) : '';
    const grip = path('M-30 30L-21 262H21L30 30Z', p.lin([[0, '#5d666a'], [0.3, '#1a1f24'], [1, '#07090c']], 0, 0, 1, 0));
    p.add(group(at(x, y, s, grip + head + tex + (shape === 'mesh' ? rect(-62, -46, 124, 12, '#2b3034') : '') + cube + badge, turn), 'filter="url(#drop)"'));
  };
  mic(330, 700, 0.72, 24, '#2a3036', null, 'mesh', [470, 1040]);
  mic(1010, 690, 0.76, -22, '#1f5d66', '#e2b04c', 'round', [870, 1040]);
  mic(480, 770, 0.94, 15, '#a8322a', '#15525a', 'tall', [560, 1050]);
  mic(900, 800, 1, -13, '#23272d', '#b5492f', 'round', [810, 1060]);
  mic(1180, 800, 0.9, -30, '#d08a2e', null, 'tall', [930, 1060]);
  mic(250, 850, 0.98, 34, '#3a4a55', '#d9a54c', 'round', [520, 1080]);
  mic(690, 830, 1.16, 2, '#15525a', '#f0e4ca', 'tall', [690, 1100]);
  // A recorder and a telephone laid among them, and a camera that watches from the side.
  p.add(group(`<g transform="translate(980 1080) rotate(-8)"><rect x="-100" y="-40" width="200" height="86" rx="12" fill="#1d2126"/><rect x="-84" y="-26" width="100" height="50" rx="4" fill="#0b3a3c"/>${Array.from({ length: 15 }, (_, k) => rect(-78 + k * 6, -1 - Math.abs(Math.sin(k * 1.1)) * 16, 3.4, 4 + Math.abs(Math.sin(k * 1.1)) * 30, '#9be0c8')).join('')}<circle cx="52" cy="0" r="15" fill="#c9352a"/></g>`, 'filter="url(#drop)"'));
  p.add(group(`<rect x="1370" y="560" width="330" height="240" rx="26" fill="#0d1116"/><rect x="1450" y="516" width="130" height="60" rx="14" fill="#0d1116"/>` + circle(1400, 690, 128, '#12171d') + circle(1400, 690, 108, '#1f262c') + circle(1400, 690, 88, p.rad([[0, '#3f8f94'], [0.35, '#15434d'], [0.75, '#0a1a22'], [1, '#05090d']], 0.4, 0.36, 0.7)) + ellipse(1368, 650, 26, 18, '#e9fbf4', 'opacity="0.75"') + ellipse(1430, 730, 15, 10, '#f0b060', 'opacity="0.6"') + circle(1648, 596, 9, '#d9352a') + p.glow(1648, 596, 50, '#ff4a3a', 0.9) + line('M1540 800L1500 1210M1600 800L1680 1210M1570 800V1210', '#0a0d11', 20) + path('M1700 640C1760 640 1790 700 1820 720V1210H1640C1650 1060 1680 900 1700 820Z', '#0a0f14'), 'filter="url(#b3)"'));
  p.add(line('M1372 566H1690', '#e8b06a', 3, 'opacity="0.55"'), rect(0, 0, 1800, 1200, p.lin([[0, '#ffd490', 0.2], [0.4, '#ffd490', 0], [1, '#03090d', 0.5]], 0, 0, 1, 0.6)));
  return { svg: p.svg({ vignette: 0.6 }), width: 1800, height: 1200 };
}
