// Runs wrk against a server of ours in front of a stub provider, and counts the server's own time on the processor: the load's and the
// stub's share the machine, so requests by second say little, and requests by core much.
import { execFile, execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { binary, fresh, pause, ROOT, serverCommand, startServer, stream, StubProvider, until } from '../test/kit.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const SECONDS = Number(process.env.SECONDS_EACH ?? 10);
const TICKS = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
const ROOM = { SUMMARIZER_MAX_CALLS: '4000', SUMMARIZER_MAX_REQUESTS: '4000', SUMMARIZER_FIRST_TOKEN: '60s', SUMMARIZER_STALL: '60s', SUMMARIZER_TIMEOUT: '120s' };
const run = promisify(execFile);

if (!serverCommand()) throw new Error('no built server: make native, or SERVER=path');
console.log(`server: ${binary() && serverCommand()[0] === binary() ? 'native' : 'on the JVM'}\n`);
const costs = await requests();
const memory = await streams();
sum(costs, memory);

async function requests() {
  console.log('| requests | in flight | requests/s | p50 ms | p99 ms | CPU ms each | by core and second | resident MiB |');
  console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
  const cached = await scenario('from the cache', { delay: 0 }, 16, false);
  await scenario('from the cache, provider after 500 ms', { delay: 500 }, 16, false);
  const made = await scenario('by a provider at once', { delay: 0 }, 16, true);
  await scenario('by a provider after 500 ms', { delay: 500 }, 200, true);
  return { cached, made };
}

async function scenario(name, plan, connections, isFresh) {
  const stub = await new StubProvider(plan).start();
  const server = await startServer({ ...stub.env, ...ROOM });
  try {
    await wrk(server, connections, isFresh, 3);
    const before = cpuSeconds(server.process.pid);
    const result = await wrk(server, connections, isFresh, SECONDS);
    const each = ((cpuSeconds(server.process.pid) - before) * 1000) / result.requests;
    if (result.errors > 0) throw new Error(`${name}: ${result.errors} of ${result.requests} requests failed:\n${server.output.slice(-2000)}`);
    console.log(`| ${name} | ${connections} | ${Math.round(result.requests / result.seconds)} | ${result.p50.toFixed(1)} | ${result.p99.toFixed(1)} | ${each.toFixed(2)} | ${Math.round(1000 / each)} | ${residentMiB(server.process.pid)} |`);
    return each;
  } finally {
    await server.stop();
    await stub.stop();
  }
}

async function wrk(server, connections, isFresh, seconds) {
  const { stdout } = await run('wrk', ['-t1', `-c${connections}`, `-d${seconds}s`, '--timeout', '30s', '-s', join(HERE, 'documents.lua'), server.url],
    { env: { ...process.env, DOCUMENT: join(ROOT, 'LICENSE'), FRESH: isFresh ? '1' : '0' } });
  return JSON.parse(stdout.match(/^RESULT (.*)$/m)[1]);
}

async function streams() {
  console.log('\n| streams in flight | resident MiB |\n| ---: | ---: |');
  const resident = new Map();
  for (const count of [0, 100, 500, 1000, 2000]) {
    const stub = await new StubProvider({ hold: true }).start();
    const server = await startServer({ ...stub.env, ...ROOM });
    try {
      const open = [];
      for (let i = 0; i < count; i += 50) {
        open.push(...await Promise.all(Array.from({ length: Math.min(50, count - i) }, (_, j) => stream(server.url, { text: fresh(`${i + j}`) }))));
      }
      const ended = open.map(async ({ events }) => { let last; for await (const { name } of events) last = name; return last; });
      await until('every provider call', () => stub.calls >= count);
      await pause(2000);
      resident.set(count, residentMiB(server.process.pid));
      console.log(`| ${count} | ${resident.get(count)} |`);
      stub.release();
      const wrong = (await Promise.all(ended)).filter((last) => last !== 'completed');
      if (wrong.length) throw new Error(`${wrong.length} of ${count} streams ended with ${wrong[0]}`);
    } finally {
      await server.stop();
      await stub.stop();
    }
  }
  return { base: resident.get(0), stream: (resident.get(2000) - resident.get(0)) / 2000 };
}

// The page's sum with what was measured just now.
function sum({ cached, made }, { base, stream }) {
  const [r, h, t, replicas] = [100, 0.3, 4, 4];
  const inFlight = r * (1 - h) * t;
  const cores = (r * (h * cached + (1 - h) * made)) / 1000;
  console.log('\n| what | is | at r = 100, h = 0.3, t = 4 |\n| --- | --- | --- |');
  console.log(`| in flight | \`r × (1 − h) × t\` | ${Math.round(inFlight)} |`);
  console.log(`| cores | \`r × (h × ${cached.toFixed(2)} + (1 − h) × ${made.toFixed(2)}) ÷ 1000\` | ${cores.toFixed(2)} |`);
  console.log(`| memory of all replicas, MiB | replicas × (${base} + \`SUMMARIZER_CACHE_BYTES\` in MiB) + ${stream.toFixed(2)} × in flight | ${Math.round(replicas * (base + 64) + stream * inFlight)} with ${replicas} replicas |`);
  console.log(`| provider's limit | \`r × (1 − h)\` calls a second, times the tokens of one | ${Math.round(r * (1 - h))} |`);
}

function cpuSeconds(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}

function residentMiB(pid) { return Math.round(parseInt(readFileSync(`/proc/${pid}/status`, 'utf8').match(/VmRSS:\s*(\d+)/)[1], 10) / 1024); }
