// Extracts every query of the Grafana dashboard: as rules, so that promtool parses them, and as names, for the live test.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const OBSERVABILITY = join(dirname(dirname(fileURLToPath(import.meta.url))), 'observability');

/** Every query as Grafana would send it, its variables filled in. */
export function queries(range = '5m') {
  const dashboard = JSON.parse(readFileSync(join(OBSERVABILITY, 'dashboard.json'), 'utf8'));
  const found = dashboard.panels.flatMap((panel) =>
    (panel.targets ?? []).map((target) => ({ panel: panel.title, expr: fill(target.expr, range) })));
  for (const variable of dashboard.templating.list) {
    const series = variable.definition?.match(/^label_values\((.*), \w+\)$/)?.[1];
    if (variable.type === 'query' && !series) throw new Error(`variable ${variable.name} has a query that is not label_values(…)`);
    if (series) found.push({ panel: `variable ${variable.name}`, expr: fill(series, range) });
  }
  return found;
}

function fill(expr, range) {
  const filled = expr.replaceAll('$__rate_interval', range).replace(/\$(job|instance|provider)\b/g, '.*');
  if (filled.includes('$')) throw new Error(`a variable that nobody fills in: ${expr}`);
  return filled;
}

/** The metrics and recorded series that an expression asks for. */
export function names(expr) {
  const bare = expr
    .replace(/"[^"]*"/g, '""')
    .replace(/\{[^}]*\}/g, '')
    .replace(/\b(by|without|on|ignoring|group_left|group_right)\s*\([^)]*\)/g, '');
  return [...new Set(bare.match(/\b(?:summarizer[_:]|gen_ai_|aws_)[a-zA-Z0-9_:]*[a-z0-9A-Z]|\bup\b/g) ?? [])];
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const rules = queries().map(({ expr }, index) => `      - record: query_${index}\n        expr: ${JSON.stringify(expr)}\n`);
  process.stdout.write(`groups:\n  - name: dashboard\n    rules:\n${rules.join('')}`);
}
