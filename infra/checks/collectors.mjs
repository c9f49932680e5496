// Checks collectors' configurations: what a pipeline names is defined, what is defined is used, and OTLP over HTTP is taken at 4318.
//     collectors.mjs FILE…
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parse } from 'yaml';

const wrong = [];
for (const file of process.argv.slice(2)) {
  const say = (what) => wrong.push(`${basename(file)}: ${what}`);
  const config = parse(readFileSync(file, 'utf8'));
  const used = { extensions: new Set(config.service?.extensions ?? []), receivers: new Set(), processors: new Set(), exporters: new Set() };
  const pipelines = Object.entries(config.service?.pipelines ?? {});
  if (!pipelines.some(([name]) => name === 'traces')) say('there must be a pipeline for traces');
  for (const [name, pipeline] of pipelines) {
    for (const kind of ['receivers', 'exporters']) if (!pipeline[kind]?.length) say(`${name} must have ${kind}`);
    for (const kind of Object.keys(used)) for (const part of pipeline[kind] ?? []) used[kind].add(part);
  }
  for (const [kind, names] of Object.entries(used)) {
    const defined = Object.keys(config[kind] ?? {});
    for (const name of names) if (!defined.includes(name)) say(`${kind} names ${name}, which is not defined`);
    for (const name of defined) if (!names.has(name)) say(`${kind} defines ${name}, which nothing uses`);
  }
  for (const [name, exporter] of Object.entries(config.exporters ?? {})) {
    const authenticator = exporter?.auth?.authenticator;
    if (authenticator && !used.extensions.has(authenticator)) say(`${name} is authenticated by ${authenticator}, which is not turned on`);
  }
  if (!String(config.receivers?.otlp?.protocols?.http?.endpoint).endsWith(':4318')) say('OTLP over HTTP must be taken at port 4318');
}
if (wrong.length) { console.error(wrong.join('\n')); process.exit(1); }
