// Prometheus itself scrapes a running server, with the rules and queries of this repository.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { names, queries } from '../checks/dashboards.mjs';
import { freePort, fresh, get, has, INFRA, missing, Running, serverCommand, startServer, StubProvider, summarize, until } from './kit.mjs';

const skip = missing({ 'a built server (make test-infra)': serverCommand(), prometheus: has('prometheus') });

describe('the metrics', { skip }, () => {
  let work, stub, failing, server, prometheus, url, exported;

  before(async () => {
    work = mkdtempSync(join(tmpdir(), 'prometheus-'));
    stub = await new StubProvider().start();
    failing = await new StubProvider({ status: 401 }).start();
    server = await startServer({
      ...stub.env,
      SUMMARIZER_PROVIDER_REFUSING_TYPE: 'openai',
      SUMMARIZER_PROVIDER_REFUSING_BASE_URL: `http://127.0.0.1:${failing.port}/v1`,
      SUMMARIZER_PROVIDER_REFUSING_MODEL: 'none',
      SUMMARIZER_PROVIDERS: 'stub, refusing' });
    await traffic();
    exported = (await get(`${server.url}/q/metrics`)).body;
    await startPrometheus();
  });

  after(async () => {
    for (const thing of [prometheus, server, stub, failing]) await thing?.stop();
    if (work) rmSync(work, { recursive: true, force: true });
  });

  async function traffic() {
    for (let i = 0; i < 3; i++) await summarize(server.url, { text: fresh(`metrics ${i}`) });
    const again = fresh('again');
    for (let i = 0; i < 2; i++) await summarize(server.url, { text: again });
    await summarize(server.url, { text: fresh('refused'), query: 'max_words=40&model=refusing/none' });
  }

  async function startPrometheus() {
    for (const file of ['recording.rules.yaml', 'alerts.rules.yaml']) cpSync(join(INFRA, 'observability', file), join(work, file));
    const config = readFileSync(join(INFRA, 'observability/prometheus.yaml'), 'utf8');
    writeFileSync(join(work, 'prometheus.yaml'), config.replace(/_interval: \d+s/g, '_interval: 1s'));
    mkdirSync(join(work, 'targets'));
    writeFileSync(join(work, 'targets/server.yaml'), `- targets: ["127.0.0.1:${server.port}"]\n`);
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    prometheus = new Running(['prometheus', `--config.file=${join(work, 'prometheus.yaml')}`, `--storage.tsdb.path=${join(work, 'data')}`,
      `--web.listen-address=127.0.0.1:${port}`]);
    await until('Prometheus to be ready', () => get(`${url}/-/ready`).then(({ status }) => status === 200, () => false));
  }

  async function ask(query) {
    const { status, body } = await get(`${url}/api/v1/query?query=${encodeURIComponent(query)}`);
    assert.equal(status, 200, `${query}: ${body}`);
    return JSON.parse(body).data.result;
  }

  const first = ({ value }) => Number(value[1]);

  it('are scraped', async () => {
    await until('the server to be up', async () => (await ask('up{job="genai-summarizer"} == 1')).length === 1);
  });

  it('have every name that the dashboard and the rules ask for', () => {
    const rules = ['recording', 'alerts'].map((name) => readFileSync(join(INFRA, `observability/${name}.rules.yaml`), 'utf8'));
    const recorded = new Set(rules[0].match(/(?<=record: )\S+/g));
    const known = (name) => recorded.has(name) || name === 'up' || name.startsWith('aws_') || new RegExp(`^${name}[{ ]`, 'm').test(exported);
    const asked = new Set([...queries().map(({ expr }) => expr), ...rules.join('\n').match(/expr: [^\n|]+|^ {10}[^ a-z].+$|^ {10}[a-z_]+[^a-z_:].+$/gm)].flatMap(names));

    assert.ok(asked.size > 15);
    assert.deepEqual([...asked].filter((name) => !known(name)), []);
    assert.equal(known('summarizer_no_such_metric'), false);
  });

  it('answer every query of the dashboard', async () => {
    await until('two scrapes', async () => (await ask('count_over_time(up[1m]) > 2')).length > 0);
    await traffic();
    const unanswered = new Set(queries('1m'));

    await until('an answer to every query', async () => {
      for (const query of unanswered) if ((await ask(query.expr)).length > 0) unanswered.delete(query);
      return unanswered.size === 0;
    }, 30_000).catch(() => assert.deepEqual([...unanswered], []));
  });

  it('count what happened', async () => {
    assert.ok(first((await ask('summarizer_cache_lookups_total{result="hit"}'))[0]) >= 1);
    assert.ok(first((await ask('sum(summarizer_cost_usd_total{use="answered"})'))[0]) > 0);
    assert.ok(first((await ask('sum(summarizer_cost_usd_total{use="saved"})'))[0]) > 0);
    assert.ok(first((await ask('summarizer_requests_total{outcome!~"completed|degraded"}'))[0]) >= 1);
  });

  it('fire the alert on a refused key, and not the one on a server that is gone', async () => {
    const firing = async (name) => (await ask(`ALERTS{alertname="${name}",alertstate="firing"}`)).length > 0;

    await until('the alert', async () => {
      await summarize(server.url, { text: fresh('refused again'), query: 'max_words=40&model=refusing/none' });
      return firing('SummarizerProviderMisconfigured');
    });

    assert.equal(await firing('SummarizerDown'), false);
  });
});
