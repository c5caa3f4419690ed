// node check.mjs: what pictures.json says of the pictures is whole, and fits the files and the stories.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const sample = resolve(dirname(fileURLToPath(import.meta.url)), '../main/resources/sample');
const pictures = JSON.parse(readFileSync(`${sample}/pictures.json`, 'utf8'));
const stories = new Set(
  ['stories-1.ndjson', 'stories-2.ndjson'].flatMap((file) =>
    readFileSync(`${sample}/${file}`, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line).group),
  ),
);
const wrong = [];
let total = 0;
for (const { file, story, focus, taken, words } of pictures) {
  const say = (what) => wrong.push(`${file}: ${what}`);
  const path = `${sample}/pictures/${file}`;
  if (!existsSync(path)) say('is missing');
  else {
    total += statSync(path).size;
    if (statSync(path).size > 220_000) say('is larger than 220 kB');
  }
  if (!stories.has(story)) say(`no such story: ${story}`);
  if (focus.length !== 2 || focus.some((f) => !(f >= 0 && f <= 1))) say('its focus is outside');
  if (!/^\d{4}-\d\d-\d\d$/.test(taken)) say('its day is not a day');
  for (const language of ['ar', 'fr', 'en'])
    for (const key of ['alt', 'caption', 'credit', 'place']) if (!words[language]?.[key]?.trim()) say(`${language}.${key} is empty`);
  for (const [key, text] of Object.entries(words.fr)) {
    if (/ [:;!?»%]|« |\d \d{3}/.test(text)) say(`fr.${key}: an ordinary space where a no-break space belongs`);
    if (/[^\u00a0 ][:;!?»]|«[^\u00a0]/.test(text.replace(/\d:\d/g, ''))) say(`fr.${key}: a no-break space is missing`);
    if (text.includes("'")) say(`fr.${key}: a straight apostrophe`);
  }
}
for (const file of readdirSync(`${sample}/pictures`)) if (!pictures.some((p) => p.file === file)) wrong.push(`${file}: not in pictures.json`);
if (total > 2_200_000) wrong.push(`${total} bytes altogether`);
if (statSync(`${sample}/release.pdf`).size > 120_000) wrong.push('release.pdf is larger than 120 kB');
console.log(wrong.length ? wrong.join('\n') : `${pictures.length} pictures, ${total} bytes, all in order`);
process.exitCode = wrong.length ? 1 : 0;
