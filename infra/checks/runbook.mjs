// Every alert has a paragraph in the runbook, every paragraph an alert, and each alert a test that it fires and one that it does not.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), 'observability');
const read = (name) => readFileSync(join(folder, name), 'utf8');
const rules = read('alerts.rules.yaml');
const tests = read('alerts.test.yaml') + read('alerts.slow.test.yaml');
const headings = new Set([...read('RUNBOOK.md').matchAll(/^## (\S+)$/gm)].map(([, name]) => name.toLowerCase()));
const pointed = new Set([...rules.matchAll(/RUNBOOK\.md#(\S+)/g)].map(([, anchor]) => anchor));
const errors = [];

for (const anchor of pointed) if (!headings.has(anchor)) errors.push(`no paragraph #${anchor} in RUNBOOK.md`);
for (const heading of headings) if (!pointed.has(heading)) errors.push(`no alert points to #${heading}`);
for (const [, name] of rules.matchAll(/- alert: (\S+)/g)) {
  if (!new RegExp(`alertname: ${name}\\n +eval_time: \\S+\\n +exp_alerts:\\n`).test(tests)) errors.push(`no test that ${name} fires`);
  if (!new RegExp(`alertname: ${name}\\n +eval_time: \\S+\\n +exp_alerts: \\[\\]`).test(tests)) errors.push(`no test that ${name} stays quiet`);
}
for (const error of errors) console.error(error);
process.exit(errors.length ? 1 : 0);
