// What the Node runtime's own client is asked to do in RuntimeClientIT and in the benchmark.
"use strict";

const crypto = require("crypto");

exports.echo = async (event, context) => ({
  event,
  id: context.awsRequestId,
  left: context.getRemainingTimeInMillis(),
});

exports.fail = async () => {
  throw new Error("on purpose");
};

exports.stream = awslambda.streamifyResponse(async (event, out) => {
  const stream = awslambda.HttpResponseStream.from(out, {
    statusCode: 201,
    headers: { "Content-Type": "text/plain" },
  });
  stream.write("one ");
  await new Promise((done) => setTimeout(done, event.pause));
  stream.write("two");
  stream.end();
});

// The same work as a cached answer of ours: parse the event, know the document by its hash, answer.
const cache = new Map();

exports.cached = async (event) => {
  const key = crypto.createHash("sha256").update(event.rawQueryString + "\0" + event.body).digest("hex");
  let summary = cache.get(key);
  if (summary === undefined) {
    summary = event.body.split(/(?<=\.) /).slice(0, 2).join(" ");
    cache.set(key, summary);
  }
  return {
    statusCode: 200,
    headers: { "Content-Type": "application/json", "Cache-Control": "no-store" },
    body: JSON.stringify({ id: crypto.randomUUID(), summary, language: "en", finish_reason: "stop", cache: "hit" }),
  };
};
