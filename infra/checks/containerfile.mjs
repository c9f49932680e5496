// The rules of infra/container/README.md, read from the Containerfile itself.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const text = readFileSync(join(ROOT, 'infra/container/Containerfile'), 'utf8');
const lines = text.replaceAll('\\\n', ' ').split('\n').filter((line) => line && !line.startsWith('#'));
const stages = [];
for (const line of lines) {
  const [name] = line.split(/\s/, 1);
  if (name === 'FROM') stages.push([]);
  stages.at(-1)?.push({ name, rest: line.slice(name.length).trim() });
}
const runtime = stages.at(-1);
const only = (name) => runtime.filter((instruction) => instruction.name === name).map(({ rest }) => rest);
const errors = [];
const must = (rule, holds) => { if (!holds) errors.push(rule); };

must('two stages', stages.length === 2);
must('the runtime stage starts from nothing', only('FROM')[0] === 'scratch');
must('the runtime stage runs nothing: it has no shell', only('RUN').length === 0);
must('the user is a number other than 0, which Kubernetes can tell from root', /^[1-9]\d*:[1-9]\d*$/.test(only('USER').at(-1) ?? ''));
must('the health check needs no shell', /CMD \["\/app\/health"\]$/.test(only('HEALTHCHECK')[0] ?? ''));
must('the entry point needs no shell', only('ENTRYPOINT')[0] === '["/app/summarizer"]');
for (const label of ['title', 'description', 'licenses', 'version', 'revision']) {
  must(`label org.opencontainers.image.${label}`, only('LABEL').join(' ').includes(`org.opencontainers.image.${label}=`));
}
must('no key in the image', !/KEY|SECRET|TOKEN|PASSWORD/.test(only('ENV').join(' ')));
for (const { rest } of stages[0].filter(({ name }) => name === 'COPY')) {
  for (const source of rest.split(/\s+/).slice(0, -1)) must(`${source} is copied and exists`, existsSync(join(ROOT, source)));
}
for (const error of errors) console.error(`Containerfile breaks: ${error}`);
process.exit(errors.length ? 1 : 0);
