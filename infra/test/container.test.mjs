// The runtime stage of the image, laid out as the Containerfile does and run without an engine.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { binary, DOCUMENT, fresh, get, has, INFRA, missing, startServer, stream, StubProvider, summarize, until } from './kit.mjs';

const native = binary();
const skip = missing({ 'a native server (make native, or SERVER=its path)': native, root: process.getuid() === 0,
  unshare: has('unshare'), setpriv: has('setpriv'), ldd: has('ldd'), gcc: has('gcc') });

describe('the container', { skip }, () => {
  const run = join(INFRA, 'container/run');
  const running = [];
  let work, root, laidOut;

  before(() => {
    work = mkdtempSync(join(tmpdir(), 'container-'));
    root = join(work, 'root');
    execFileSync('gcc', ['-O2', '-Wall', '-Werror', '-o', join(work, 'health'), join(INFRA, 'container/health.c')]);
    execFileSync(join(INFRA, 'container/layout'), [native, join(work, 'health'), root]);
    laidOut = readdirSync(root, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  });
  after(() => { if (work) rmSync(work, { recursive: true, force: true }); });
  afterEach(async () => { for (const thing of running.splice(0).reverse()) await thing.stop(); });

  /** With the image's environment, as the Containerfile sets it. */
  async function start(env = {}) {
    const server = await startServer({ ...imageEnvironment(), ...env }, [run, root]);
    running.push(server);
    server.pid = inside(server.process.pid);
    // The death of unshare is not told to one who has become another user since.
    server.kill = () => process.kill(server.pid, 'SIGKILL');
    return server;
  }

  async function provider(plan) {
    const stub = await new StubProvider(plan).start();
    running.push(stub);
    return stub;
  }

  /** unshare waits as the parent of the one process of the container. */
  function inside(parent) { return Number(readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8').trim()); }

  function state(pid, field) { return readFileSync(`/proc/${pid}/status`, 'utf8').match(new RegExp(`^${field}:\\s*(.*)$`, 'm'))[1]; }

  /** Asks as the engine would: with the health check of the image, inside it. */
  function health(server) {
    try {
      execFileSync(run, [root, '/app/health'], { env: { ...process.env, PORT: String(server.port) }, stdio: 'pipe' });
      return true;
    } catch (failed) {
      assert.equal(failed.status, 1, String(failed.stderr));
      return false;
    }
  }

  it('holds the server, its health check and libraries, and no shell', () => {
    const files = laidOut.map((file) => file.name);
    assert.ok(files.includes('summarizer') && files.includes('health'));
    assert.deepEqual(files.filter((name) => /^(sh|bash|dash|busybox|apt|rpm)$/.test(name)), []);
    assert.ok(files.every((name) => /^(summarizer|health|passwd|group|nsswitch\.conf)$|\.so[.0-9]*$/.test(name)), String(files));
  });

  it('runs as an unprivileged user that cannot become another', async () => {
    const server = await start();

    assert.equal(state(server.pid, 'Uid'), '10001\t10001\t10001\t10001');
    assert.equal(state(server.pid, 'CapEff'), '0000000000000000');
    assert.equal(state(server.pid, 'NoNewPrivs'), '1');
  });

  it('answers from a root that it cannot write to, and leaves nothing there', async () => {
    const server = await start();

    const answer = await summarize(server.url);

    assert.match(readFileSync(`/proc/${server.pid}/mountinfo`, 'utf8'), new RegExp(` / ro[ ,]`));
    assert.equal(answer.status, 200);
    assert.equal(JSON.parse(answer.body).provider, 'extractive');
    assert.deepEqual(readdirSync(join(root, 'tmp')), []);
  });

  it('refuses what the contract says it refuses', async () => {
    const server = await start({ SUMMARIZER_MAX_BYTES: '2000' });

    assert.equal((await summarize(server.url, { text: DOCUMENT })).status, 413);
    assert.equal((await summarize(server.url, { text: ' ' })).status, 422);
    assert.equal((await summarize(server.url, { text: 'a', headers: { 'Content-Type': 'application/pdf' } })).status, 415);
  });

  it('streams to the end', async () => {
    const server = await start();
    const names = [];

    for await (const { name } of (await stream(server.url)).events) names.push(name);

    assert.equal(names[0], 'started');
    assert.equal(names.at(-1), 'completed');
  });

  it('finds providers by name, with the libraries that it has', async () => {
    const stub = await provider();
    const server = await start({ ...stub.env, SUMMARIZER_PROVIDER_STUB_BASE_URL: `http://localhost:${stub.port}/v1` });

    const answer = await summarize(server.url, { text: fresh('by name') });

    assert.equal(JSON.parse(answer.body).provider, 'stub', answer.body);
  });

  it('is healthy when it is ready, and not when nobody listens', async () => {
    const server = await start();
    assert.equal(health(server), true);

    await server.stop();

    assert.equal(health(server), false);
  });

  it('lets requests in flight finish after SIGTERM, refuses new ones, and ends with 0', async () => {
    const stub = await provider({ hold: true });
    const server = await start({ ...stub.env, SUMMARIZER_DRAIN: '30s' });
    const { events } = await stream(server.url, { text: fresh('drain') });
    const first = await next(events, 'delta');
    assert.equal(health(server), true);

    process.kill(server.pid, 'SIGTERM');

    const refused = await until('new requests to be refused', async () => {
      const answer = await summarize(server.url, { text: fresh('refused') });
      return answer.status === 503 && answer;
    });
    assert.match(refused.body, /problem:draining/);
    assert.ok(refused.headers['retry-after']);
    assert.equal(health(server), false);
    stub.release();
    assert.ok(first);
    assert.equal((await last(events)).name, 'completed');
    assert.equal(await server.ended, 0);
  });

  it('ends streams with failed when the grace is over', async () => {
    const stub = await provider({ hold: true });
    const server = await start({ ...stub.env, SUMMARIZER_DRAIN: '1s' });
    const { events } = await stream(server.url, { text: fresh('grace') });
    await next(events, 'delta');

    process.kill(server.pid, 'SIGTERM');

    assert.equal((await last(events)).name, 'failed');
    assert.equal(await server.ended, 0);
  });

  it('prints its sizes', async (test) => {
    const starts = [];
    let resident;
    for (let i = 0; i < 5; i++) {
      const server = await start();
      starts.push(Number(server.output.match(/started in ([0-9.]+)s/)[1]) * 1000);
      await summarize(server.url);
      resident = parseInt(state(server.pid, 'VmRSS'), 10);
      await server.stop();
    }
    const image = laidOut.reduce((sum, file) => sum + statSync(join(file.parentPath ?? file.path, file.name)).size, 0);
    starts.sort((a, b) => a - b);
    test.diagnostic(`image ${(image / 1e6).toFixed(1)} MB, resident after one request ${(resident / 1024).toFixed(0)} MiB, start ${starts[2].toFixed(0)} ms (median of 5)`);
    assert.ok(image < 150e6);
  });
});

function imageEnvironment() {
  const file = readFileSync(join(INFRA, 'container/Containerfile'), 'utf8').replaceAll('\\\n', ' ');
  const runtime = file.slice(file.indexOf('FROM scratch'));
  const pairs = runtime.match(/^ENV (.*)$/m)[1].trim().split(/\s+/).map((pair) => pair.split('='));
  return Object.fromEntries(pairs.filter(([name]) => name !== 'PORT'));
}

async function next(events, name) {
  for (;;) {
    const { value, done } = await events.next();
    if (done) throw new Error(`the stream ended before ${name}`);
    if (value.name === name) return value;
  }
}

async function last(events) {
  let latest;
  for (;;) {
    const { value, done } = await events.next();
    if (done) return latest;
    latest = value;
  }
}
