// Every variable of the edge's configurations is one of the README, in the README's form.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const infra = dirname(dirname(fileURLToPath(import.meta.url)));
const readme = readFileSync(join(dirname(infra), 'README.md'), 'utf8');
const page = readFileSync(join(infra, 'edge/README.md'), 'utf8');
const errors = [];

for (const file of readdirSync(join(infra, 'edge')).filter((name) => name.endsWith('.env'))) {
  const lines = readFileSync(join(infra, 'edge', file), 'utf8').split('\n').filter((line) => line && !line.startsWith('#'));
  const settings = Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
  const provider = settings.SUMMARIZER_PROVIDERS;
  for (const name of Object.keys(settings)) {
    const general = name.replace(`SUMMARIZER_PROVIDER_${provider.toUpperCase()}_`, '_');
    const known = general.startsWith('_') ? readme.includes(`\`SUMMARIZER_PROVIDER_<NAME>${general}\``) || readme.includes(`\`${general}\``)
      : readme.includes(`\`${name}\``);
    if (!known) errors.push(`${file}: ${name} is not in the README`);
  }
  const amount = (suffix) => Number(settings[`SUMMARIZER_PROVIDER_${provider.toUpperCase()}_${suffix}`]);
  if (!(amount('MAX_OUTPUT') < amount('CONTEXT_WINDOW'))) errors.push(`${file}: no room for a prompt`);
  if (!page.includes(`\`${file}\``)) errors.push(`${file} is not on the page`);
}
for (const error of errors) console.error(`edge/${error}`);
process.exit(errors.length ? 1 : 0);
