// nginx itself in front of real servers: who gets in, what is passed on, streams as they come, and a rollout that nobody notices.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, it } from 'node:test';
import { freePort, fresh, has, INFRA, missing, Running, serverCommand, startServer, stream, StubProvider, summarize, until } from './kit.mjs';

const skip = missing({ 'a built server (make test-infra)': serverCommand(), nginx: has('nginx'), openssl: has('openssl') });
const ACME = { Authorization: 'Bearer key-of-acme' };
const GLOBEX = { Authorization: 'Bearer key-of-globex' };

describe('nginx', { skip, timeout: 180_000 }, () => {
  const running = [];
  afterEach(async () => { for (const thing of running.splice(0).reverse()) await thing.stop(); });
  const started = (thing) => { running.push(thing); return thing; };

  async function gateway(...servers) {
    const folder = mkdtempSync(join(tmpdir(), 'nginx-'));
    chmodSync(folder, 0o711);
    const port = await freePort();
    execFileSync(join(INFRA, 'gateway/nginx/try'), [folder, String(port), ...servers.map((server) => `127.0.0.1:${server.port}`)]);
    const nginx = new Running(['nginx', '-p', folder, '-c', 'nginx.conf', '-g', 'daemon off;'], { env: { PATH: `${process.env.PATH}:/usr/sbin` } });
    const agent = new https.Agent({ keepAlive: true, ca: readFileSync(join(folder, 'fullchain.pem')) });
    started({ stop: async () => { agent.destroy(); nginx.kill('SIGTERM'); await nginx.ended; rmSync(folder, { recursive: true, force: true }); } });
    const url = `https://127.0.0.1:${port}`;
    await until('nginx to answer', () => call(url, agent, '/').then(() => true, () => { if (nginx.over) throw new Error(nginx.output); return false; }));
    return { url, agent, output: () => nginx.output };
  }

  async function server(stub, env = {}) {
    return started(await startServer({ ...stub.env, SUMMARIZER_TRUSTED_PROXIES: '127.0.0.1', SUMMARIZER_DRAIN: '20s', ...env }));
  }

  const provider = async (plan) => started(await new StubProvider(plan).start());

  /** A server that answers with what it was sent. */
  async function mirror() {
    const echo = http.createServer((request, response) => {
      request.resume().on('end', () => response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(request.headers)));
    });
    await new Promise((listening) => echo.listen(0, '127.0.0.1', listening));
    return started({ port: echo.address().port, stop: () => { echo.closeAllConnections(); return new Promise((closed) => echo.close(closed)); } });
  }

  function call(url, agent, path, { method = 'GET', headers = {}, body } = {}) {
    return new Promise((answered, failed) => {
      const request = https.request(url + path, { method, agent, headers }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part) => { text += part; });
        response.on('end', () => answered({ status: response.statusCode, headers: response.headers, body: text }));
      });
      request.on('error', failed);
      request.end(body);
    });
  }

  it('lets in who has a key, and tells everybody else so in the form of the API', async () => {
    const { url, agent } = await gateway(await mirror());

    for (const headers of [{}, { Authorization: 'Bearer wrong' }, { Authorization: 'bearer' }, { 'X-Summarizer-Identity': 'acme/tester' }]) {
      const refused = await call(url, agent, '/v1/summaries', { method: 'POST', headers, body: 'a' });
      assert.equal(refused.status, 401);
      assert.equal(refused.headers['content-type'], 'application/problem+json');
      assert.equal(JSON.parse(refused.body).type, 'urn:genai-summarizer:problem:unauthorized');
    }
    assert.equal((await call(url, agent, '/v1/summaries', { method: 'POST', headers: ACME, body: 'a' })).status, 200);
  });

  it('shows health and metrics to nobody', async () => {
    const { url, agent } = await gateway(await mirror());

    for (const path of ['/q/metrics', '/q/health', '/v1/../q/metrics', '/v1/%2e%2e/q/metrics', '/']) {
      assert.equal((await call(url, agent, path, { headers: ACME })).status, 404, path);
    }
  });

  it('says who is asking, whatever the caller says, and keeps the key to itself', async () => {
    const { url, agent } = await gateway(await mirror());

    const { body } = await call(url, agent, '/v1/summaries', {
      method: 'POST', headers: { ...GLOBEX, 'X-Summarizer-Identity': 'acme/tester', 'x-summarizer-identity': 'acme/root' }, body: 'a' });
    const passed = JSON.parse(body);

    assert.equal(passed['x-summarizer-identity'], 'globex/tester');
    assert.equal(passed.authorization, undefined);
  });

  it('keeps tenants apart in the cache', async () => {
    const stub = await provider();
    const { url, agent } = await gateway(await server(stub));
    const text = fresh('tenants');
    const cache = async (headers) => JSON.parse((await summarize(url, { text, headers, agent })).body).cache;

    assert.equal(await cache(ACME), 'miss');
    assert.equal(await cache(ACME), 'hit');
    assert.equal(await cache({ ...GLOBEX, 'X-Summarizer-Identity': 'acme/tester' }), 'miss');
    assert.equal(stub.calls, 2);
  });

  it('refuses what is too large, in the form of the API', async () => {
    const { url, agent } = await gateway(await mirror());

    const refused = await call(url, agent, '/v1/summaries', { method: 'POST', headers: { ...ACME, 'Content-Length': 5_000_001 }, body: Buffer.alloc(5_000_001) })
      .catch((cut) => ({ cut }));

    if (refused.cut) return assert.equal(refused.cut.code, 'EPIPE');
    assert.equal(refused.status, 413);
    assert.equal(JSON.parse(refused.body).type, 'urn:genai-summarizer:problem:too-large');
    assert.equal((await call(url, agent, '/v1/summaries', { method: 'POST', headers: ACME, body: Buffer.alloc(4_999_999) })).status, 200);
  });

  it('limits a caller, and not the other', async () => {
    const { url, agent } = await gateway(await mirror());
    const ask = (headers) => call(url, agent, '/v1/summaries', { method: 'POST', headers, body: 'a' });

    const many = await Promise.all(Array.from({ length: 120 }, () => ask(ACME)));
    const limited = many.filter(({ status }) => status === 429);

    assert.ok(limited.length > 0 && limited.length < 120, `${limited.length} of 120`);
    assert.ok(limited.every(({ headers, body }) => headers['retry-after'] === '1' && JSON.parse(body).status === 429));
    assert.equal((await ask(GLOBEX)).status, 200);
  });

  it('passes a stream on as it comes: the first text is there before the last is made', async () => {
    const stub = await provider({ hold: true });
    const { url, agent } = await gateway(await server(stub));

    const { status, headers, events } = await stream(url, { text: fresh('stream'), headers: ACME, agent });
    const seen = [];
    for await (const { name } of events) {
      seen.push(name);
      // The provider makes no more until this has arrived here.
      if (name === 'delta') stub.release();
    }

    assert.equal(status, 200);
    assert.match(headers['content-type'], /^text\/event-stream/);
    assert.equal(seen[0], 'started');
    assert.equal(seen.at(-1), 'completed');
  });

  it('says in the form of the API that no server is there', async () => {
    const gone = { port: await freePort() };
    const { url, agent } = await gateway(gone);

    const answer = await call(url, agent, '/v1/summaries', { method: 'POST', headers: ACME, body: 'a' });

    assert.equal(answer.status, 503);
    assert.equal(answer.headers['retry-after'], '5');
    assert.equal(JSON.parse(answer.body).status, 503);
  });

  it('loses nothing while each server is stopped and started again in turn', async (test) => {
    const stub = await provider({ delay: 30, gap: 40, pieces: ['The board ', 'put the vote ', 'off until its engineers ', 'have looked.'] });
    const servers = [await server(stub), await server(stub)];
    const { url, agent, output } = await gateway(...servers);
    let over = false;
    const outcomes = [];
    const callers = Array.from({ length: 6 }, async (_, index) => {
      const headers = index % 2 ? ACME : GLOBEX;
      while (!over) {
        outcomes.push(await (index % 3 ? plain(url, agent, headers) : streamed(url, agent, headers)).catch(String));
        // Below the limit of 20 a second for a caller.
        await new Promise((rest) => setTimeout(rest, 100));
      }
    });

    for (const old of servers) {
      old.kill('SIGTERM');
      // A JVM ends with 143 after SIGTERM, a native server with 0.
      assert.ok([0, 143].includes(await old.ended), old.output);
      await server(stub, { PORT: String(old.port) });
      // As long as nginx keeps away from one that failed: upstream.conf's fail_timeout.
      await new Promise((settled) => setTimeout(settled, 6000));
    }
    over = true;
    await Promise.all(callers);

    test.diagnostic(`${outcomes.length} requests over two restarts`);
    assert.ok(outcomes.length > 50, String(outcomes.length));
    assert.deepEqual(outcomes.filter((outcome) => outcome !== 'completed'), [], output());
  });

  async function plain(url, agent, headers) {
    const { status, body } = await summarize(url, { text: fresh('rotation'), headers, agent });
    return status === 200 ? 'completed' : `${status} ${body}`;
  }

  async function streamed(url, agent, headers) {
    const { status, events } = await stream(url, { text: fresh('rotation'), headers, agent });
    let last = `${status} without an event`;
    for await (const { name, data } of events) last = name === 'failed' ? JSON.stringify(data) : name;
    return last;
  }
});
