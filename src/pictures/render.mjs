// node render.mjs [name …]: draws the pictures into ../../target/pictures as SVG and PNG.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const out = resolve(here, '../../target/pictures');
mkdirSync(out, { recursive: true });
const asked = process.argv.slice(2);
const names = readdirSync(join(here, 'plates'))
  .map((file) => file.replace(/\.mjs$/, ''))
  .filter((name) => !asked.length || asked.includes(name));
for (const name of names) {
  const { default: draw } = await import(`./plates/${name}.mjs`);
  const { svg, width, height } = draw();
  writeFileSync(join(out, `${name}.svg`), svg);
  writeFileSync(join(out, `${name}.html`), `<!doctype html><meta charset="utf-8"><style>body{margin:0;background:#000}svg{display:block}</style>${svg}`);
  execFileSync('/usr/bin/chromium', [
    '--headless', '--no-sandbox', '--hide-scrollbars', '--force-device-scale-factor=1', '--disable-gpu',
    `--user-data-dir=${out}/.chromium`, `--screenshot=${out}/${name}.png`, `--window-size=${width},${height}`, `file://${out}/${name}.html`,
  ], { stdio: 'ignore' });
  console.log(name, `${width}×${height}`);
}
