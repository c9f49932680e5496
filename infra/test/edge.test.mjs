// The server with each configuration of the edge, in front of replies in that server's accent.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fresh, INFRA, missing, serverCommand, startServer, summarize } from './kit.mjs';

const skip = missing({ 'a built server (make test-infra)': serverCommand() });

const chunk = (fields) => `data: ${JSON.stringify({ id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1, ...fields })}\n\n`;
const choice = (delta, reason, more = {}) => [{ index: 0, delta, finish_reason: reason, ...more }];
const USAGE = { prompt_tokens: 812, completion_tokens: 9, total_tokens: 821 };
const TEXT = ['The board put the vote off', ' until its engineers have looked.'];

/** What each server streams for two pieces of text and a reason to end, and how it says that a prompt is too long. */
const ACCENTS = {
  ollama: {
    usage: true,
    // The reason comes with an empty text in it, the usage in a chunk after that.
    stream: (reason) => [
      ...TEXT.map((content) => chunk({ model: 'llama3.2', system_fingerprint: 'fp_ollama', choices: choice({ role: 'assistant', content }, null) })),
      chunk({ model: 'llama3.2', choices: choice({ role: 'assistant', content: '' }, reason) }),
      chunk({ model: 'llama3.2', choices: [], usage: USAGE }), 'data: [DONE]\n\n'],
    tooLong: null,
  },
  vllm: {
    usage: true,
    stream: (reason) => [
      chunk({ choices: choice({ role: 'assistant', content: '' }, null, { logprobs: null }), prompt_token_ids: null }),
      ...TEXT.map((content) => chunk({ choices: choice({ content }, null, { logprobs: null, token_ids: null }) })),
      chunk({ choices: choice({ content: '' }, reason, { stop_reason: null }) }),
      chunk({ choices: [], usage: { ...USAGE, prompt_tokens_details: null } }), 'data: [DONE]\n\n'],
    tooLong: [400, { object: 'error', message: "This model's maximum context length is 32768 tokens. However, you requested 40000 tokens in the messages. Please reduce the length of the messages.", type: 'BadRequestError', param: null, code: 400 }],
  },
  triton: {
    usage: false,
    stream: (reason) => [
      chunk({ choices: choice({ role: 'assistant', content: '', tool_calls: null }, null, { logprobs: null }), system_fingerprint: null, usage: null }),
      ...TEXT.map((content) => chunk({ choices: choice({ content, role: null, function_call: null }, null), usage: null })),
      chunk({ choices: choice({ content: '' }, reason), usage: null }), 'data: [DONE]\n\n'],
    tooLong: [400, { detail: 'The decoder prompt (length 9000) is longer than the maximum model length: exceeds the maximum context length of 8192' }],
  },
  onnx: {
    usage: false,
    // Every piece in delta and message both.
    stream: (reason) => [
      ...TEXT.map((content) => chunk({ model: 'phi', choices: choice({ role: 'assistant', content }, null, { message: { role: 'assistant', content } }), successful: true })),
      chunk({ model: 'phi', choices: choice({ role: 'assistant', content: '' }, reason, { message: { role: 'assistant', content: '' } }) }), 'data: [DONE]\n\n'],
    tooLong: [500, { error: { message: 'input sequence length exceeds max length of the model: 5000 > 4096' } }],
  },
};

for (const [name, accent] of Object.entries(ACCENTS)) {
  describe(`the server with ${name}.env`, { skip, timeout: 120_000 }, () => {
    let provider, server, reply;

    before(async () => {
      provider = http.createServer((request, response) => request.resume().on('end', () => reply(response)));
      await new Promise((listening) => provider.listen(0, '127.0.0.1', listening));
      const lines = readFileSync(join(INFRA, `edge/${name}.env`), 'utf8').split('\n').filter((line) => line && !line.startsWith('#'));
      const env = Object.fromEntries(lines.map((line) => line.split(/=(.*)/s).slice(0, 2)));
      const address = Object.keys(env).find((variable) => variable.endsWith('_BASE_URL'));
      assert.match(env[address], /^http:\/\/localhost:\d+\/v1$/);
      server = await startServer({ ...env, [address]: `http://127.0.0.1:${provider.address().port}/v1` });
    });

    after(async () => {
      await server?.stop();
      provider.closeAllConnections();
      provider.close();
    });

    const streams = (reason) => (response) => {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' });
      accent.stream(reason).forEach((piece) => response.write(piece));
      response.end();
    };

    const ask = async () => {
      const { status, body } = await summarize(server.url, { text: fresh(name) });
      return { status, ...JSON.parse(body) };
    };

    it('understands the stream', async () => {
      reply = streams('stop');

      const answer = await ask();

      assert.equal(answer.summary, TEXT.join(''));
      assert.equal(answer.finish_reason, 'stop');
    });

    it(accent.usage ? 'takes its count of tokens' : 'counts tokens itself', async () => {
      reply = streams('stop');

      const { usage } = await ask();

      if (accent.usage) assert.deepEqual([usage.input_tokens, usage.output_tokens], [812, 9]);
      else assert.ok(usage.input_tokens > 100 && usage.output_tokens > 5, JSON.stringify(usage));
    });

    it('never takes an answer that was cut at its length for a whole one', async () => {
      reply = streams('length');

      const answer = await ask();

      assert.notEqual(answer.finish_reason, 'stop');
      assert.equal(answer.cache === 'hit', false);
    });

    it('takes a stream without an end for a failure', async () => {
      reply = (response) => {
        response.writeHead(200, { 'Content-Type': 'text/event-stream' });
        accent.stream('stop').slice(0, accent.stream('stop').findIndex((piece) => piece.includes('"finish_reason":"stop"'))).forEach((piece) => response.write(piece));
        response.end();
      };

      assert.ok((await ask()).status >= 500);
    });

    if (accent.tooLong) {
      it('knows that a prompt was too long', async () => {
        const [status, body] = accent.tooLong;
        reply = (response) => response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));

        const answer = await ask();

        assert.equal(answer.attempts?.[0]?.outcome, 'context-exceeded', JSON.stringify(answer));
      });
    }
  });
}
