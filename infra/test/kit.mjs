// What the live tests share: a server of ours as a process, a provider that answers as told, a reader of event streams.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import http from 'node:http';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const INFRA = dirname(dirname(fileURLToPath(import.meta.url)));
export const ROOT = dirname(INFRA);

const TARGET = join(ROOT, 'src/server/target');
const MOST_MS = 60_000;

/** The native binary that SERVER names or the build left, or null. */
export function binary() {
  const named = process.env.SERVER;
  if (named) {
    if (!existsSync(named)) throw new Error(`SERVER names no file: ${named}`);
    return named;
  }
  const built = join(TARGET, 'genai-summarizer-server-runner');
  return existsSync(built) ? built : null;
}

/** How to start the server: what SERVER names, else whatever was built last, or null. */
export function serverCommand() {
  const native = binary();
  if (process.env.SERVER) return [native];
  const jar = join(TARGET, 'quarkus-app/quarkus-run.jar');
  if (!existsSync(jar)) return native && [native];
  if (native && statSync(native).mtimeMs > statSync(jar).mtimeMs) return [native];
  return [join(execFileSync(join(ROOT, '.mvn/jdk'), { encoding: 'utf8' }).trim(), 'bin/java'), '-jar', jar];
}

export function has(tool) {
  const places = `${process.env.PATH}:/usr/sbin:/sbin`.split(':');
  return places.some((place) => place && existsSync(join(place, tool)));
}

/** What a test is skipped for, said on stderr so that nobody takes it for passed; false if nothing is missing. */
export function missing(needs) {
  const absent = Object.keys(needs).filter((name) => !needs[name]);
  if (absent.length === 0) return false;
  process.stderr.write(`SKIPPED: ${absent.join(', ')} missing, so not tested: ${process.argv[1]}\n`);
  return `missing: ${absent.join(', ')}`;
}

export async function freePort() {
  const probe = createServer();
  await new Promise((listening) => probe.listen(0, '127.0.0.1', listening));
  const { port } = probe.address();
  await new Promise((closed) => probe.close(closed));
  return port;
}

/** Waits for what `find` returns to be true, asked again and again. */
export async function until(what, find, most = MOST_MS) {
  const end = Date.now() + most;
  for (;;) {
    const found = await find();
    if (found) return found;
    if (Date.now() > end) throw new Error(`waited ${most} ms in vain for ${what}`);
    await new Promise((again) => setTimeout(again, 20));
  }
}

/** A process whose output is kept; `line` resolves with the first match of a pattern in it. */
export class Running {
  constructor(command, { env = {}, cwd } = {}) {
    const clean = Object.fromEntries(
      Object.entries(process.env).filter(([name]) => !/^(SUMMARIZER_|QUARKUS_|OPENAI_|ANTHROPIC_|REDIS_|PORT$)/.test(name)));
    this.output = '';
    this.process = spawn(command[0], command.slice(1), { env: { ...clean, ...env }, cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    this.ended = new Promise((ended) => this.process.on('close', (code, signal) => ended(code ?? signal)));
    this.process.on('error', (error) => { this.output += error.message; });
    for (const pipe of [this.process.stdout, this.process.stderr]) {
      pipe.setEncoding('utf8').on('data', (text) => { this.output += text; });
    }
    this.over = false;
    this.ended.then(() => { this.over = true; });
  }

  async line(pattern) {
    return until(`${pattern} in the output of ${this.process.spawnfile}:\n${this.output}`, () => {
      const match = this.output.match(pattern);
      if (!match && this.over) throw new Error(`ended before ${pattern}:\n${this.output}`);
      return match;
    });
  }

  kill(signal = 'SIGKILL') { this.process.kill(signal); }

  async stop() {
    if (!this.over) this.kill();
    await this.ended;
  }
}

/** Starts the server on a free port and returns it with its `url` once it listens. */
export async function startServer(env = {}, command = serverCommand()) {
  const port = env.PORT ?? String(await freePort());
  const began = process.hrtime.bigint();
  const server = new Running(command, { env: { SUMMARIZER_HOST: '127.0.0.1', ...env, PORT: port } });
  await server.line(/Listening on: http/);
  server.startMs = Number(process.hrtime.bigint() - began) / 1e6;
  server.port = Number(port);
  server.url = `http://127.0.0.1:${port}`;
  return server;
}

/**
 * Speaks OpenAI's chat completions. `plan` says what each call gets: `pieces` of text, `gap` ms between them, `delay` ms before
 * the first; with `hold`, everything after the first piece waits for `release()`.
 */
export class StubProvider {
  constructor(plan = {}) {
    this.plan = { pieces: ['The board put the vote off. ', 'Its engineers look at the foundations.'], gap: 0, delay: 0, hold: false, ...plan };
    this.calls = 0;
    this.released = new Promise((release) => { this.release = release; });
    this.server = http.createServer((request, response) => this.#answer(request, response));
  }

  async start() {
    await new Promise((listening) => this.server.listen(0, '127.0.0.1', listening));
    this.port = this.server.address().port;
    return this;
  }

  /** The variables that make it the server's first provider, with a price. */
  get env() {
    return {
      SUMMARIZER_PROVIDER_STUB_TYPE: 'openai',
      SUMMARIZER_PROVIDER_STUB_BASE_URL: `http://127.0.0.1:${this.port}/v1`,
      SUMMARIZER_PROVIDER_STUB_MODEL: 'stub-1',
      SUMMARIZER_PROVIDER_STUB_PRICE_INPUT: '1',
      SUMMARIZER_PROVIDER_STUB_PRICE_OUTPUT: '2',
    };
  }

  async #answer(request, response) {
    this.calls++;
    for await (const ignored of request) { /* the prompt does not matter */ }
    const { pieces, gap, delay, hold, status } = this.plan;
    if (status) return response.writeHead(status, { 'Content-Type': 'application/json' }).end('{"error":{"message":"refused"}}');
    await pause(delay);
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    for (const [index, piece] of pieces.entries()) {
      if (index > 0) {
        if (hold) await this.released;
        await pause(gap);
      }
      response.write(event([{ index: 0, delta: { content: piece }, finish_reason: null }]));
    }
    response.write(event([{ index: 0, delta: {}, finish_reason: 'stop' }]));
    response.write(event([], { prompt_tokens: 900, completion_tokens: 14 }));
    response.end('data: [DONE]\n\n');
  }

  async stop() {
    this.release();
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }
}

function event(choices, usage) {
  return `data: ${JSON.stringify({ id: '1', object: 'chat.completion.chunk', choices, usage })}\n\n`;
}

export function pause(ms) { return ms > 0 ? new Promise((over) => setTimeout(over, ms)) : undefined; }

export const DOCUMENT = readFileSync(join(ROOT, 'LICENSE'), 'utf8').slice(0, 4000);

/** A document that nobody else asks about, so that no cache has it. */
export function fresh(tag) { return `${tag} ${process.hrtime.bigint()}. ${DOCUMENT}`; }

export async function summarize(url, { text = DOCUMENT, headers = {}, query = 'max_words=40', agent, ca } = {}) {
  const { response, body } = await post(url, { text, headers, query, agent, ca });
  let whole = '';
  for await (const part of body) whole += part;
  return { status: response.statusCode, headers: response.headers, body: whole };
}

/** Posts a document for a stream; `events` are read as they come, each with `at`, the time it came. */
export async function stream(url, options = {}) {
  const { response, body } = await post(url, { ...options, headers: { Accept: 'text/event-stream', ...options.headers } });
  return { status: response.statusCode, headers: response.headers, events: parse(body) };
}

async function post(url, { text = DOCUMENT, headers = {}, query = 'max_words=40', agent, ca }) {
  const { default: client } = await import(url.startsWith('https:') ? 'node:https' : 'node:http');
  const response = await new Promise((answered, failed) => {
    const request = client.request(`${url}/v1/summaries?${query}`, {
      method: 'POST', agent, ca, headers: { 'Content-Type': 'text/plain', 'Content-Length': Buffer.byteLength(text), ...headers } }, answered);
    request.on('error', failed);
    request.end(text);
  });
  response.setEncoding('utf8');
  return { response, body: response };
}

async function* parse(body) {
  let rest = '';
  for await (const part of body) {
    rest += part;
    for (let end = rest.indexOf('\n\n'); end >= 0; end = rest.indexOf('\n\n')) {
      const block = rest.slice(0, end);
      rest = rest.slice(end + 2);
      const name = block.match(/^event: (.*)$/m)?.[1];
      if (name) yield { name, data: JSON.parse(block.match(/^data: (.*)$/m)[1]), at: Date.now() };
    }
  }
}

export async function get(url) {
  const response = await fetch(url);
  return { status: response.status, body: await response.text() };
}
