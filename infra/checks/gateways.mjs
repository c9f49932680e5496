// What every gateway must do, looked up in each one's own words. No schema of theirs is to be had here, so this is what holds.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), 'gateway');
const read = (name) => readFileSync(join(folder, name), 'utf8');
const IDENTITY = 'X-Summarizer-Identity';
const MOST_BYTES = 5_000_000;
const SILENCE = 75;
let failed = false;

function gateway(name, rules) {
  for (const [rule, holds] of Object.entries(rules)) {
    if (!holds) {
      failed = true;
      console.error(`gateway/${name}: does not ${rule}`);
    }
  }
}

const nginx = read('nginx/nginx.conf');
gateway('nginx', {
  'replace the identity': nginx.includes(`proxy_set_header ${IDENTITY} $summarizer_identity;`),
  'let events through': nginx.includes('proxy_buffering off;'),
  'limit the size': nginx.includes(`client_max_body_size ${MOST_BYTES};`),
  'wait for a stream': nginx.includes(`proxy_read_timeout ${SILENCE}s;`),
  'limit a caller': nginx.includes('limit_req zone='),
});

const envoy = parse(read('envoy/envoy.yaml')).static_resources;
const manager = envoy.listeners[0].filter_chains[0].filters[0].typed_config;
const filter = (name) => manager.http_filters.find((found) => found.name === `envoy.filters.http.${name}`)?.typed_config;
const clusters = envoy.clusters.map(({ name }) => name);
const route = manager.route_config.virtual_hosts[0].routes[0];
const [provider] = Object.values(filter('jwt_authn').providers);
gateway('envoy', {
  'drop the caller\'s identity': manager.early_header_mutation_extensions[0].typed_config.mutations.some(({ remove }) => remove === IDENTITY),
  'set the identity': provider.claim_to_headers[0].header_name === IDENTITY,
  'ask for a token on what it routes': filter('jwt_authn').rules[0].match.prefix === route.match.prefix && route.match.prefix === '/v1/',
  'keep the token to itself': provider.forward === false,
  'limit the size': filter('buffer').max_request_bytes === MOST_BYTES,
  'limit the rate': Boolean(filter('local_ratelimit').token_bucket),
  'wait for a stream': manager.stream_idle_timeout === `${SILENCE}s` && route.route.timeout === `${SILENCE}s`,
  'end its filters with the router': manager.http_filters.at(-1).name === 'envoy.filters.http.router',
  'name clusters that exist': [route.route.cluster, provider.remote_jwks.http_uri.cluster].every((name) => clusters.includes(name)),
  'type every extension': manager.http_filters.every(({ typed_config: config }) => config['@type'].startsWith('type.googleapis.com/envoy.')),
});

const kong = parse(read('kong/kong.yaml'));
const [service] = kong.services;
const [summaries] = service.routes;
const plugin = (name) => summaries.plugins.find((found) => found.name === name)?.config;
gateway('kong', {
  'drop, then set the identity': plugin('request-transformer').remove.headers.includes(IDENTITY)
    && plugin('request-transformer').add.headers[0].startsWith(`${IDENTITY}:`),
  'ask for a key and keep it to itself': plugin('key-auth').hide_credentials === true,
  'let events through': summaries.response_buffering === false,
  'limit the size': plugin('request-size-limiting').allowed_payload_size === MOST_BYTES && plugin('request-size-limiting').size_unit === 'bytes',
  'limit a caller': plugin('rate-limiting').limit_by === 'consumer',
  'wait for a stream': service.read_timeout === SILENCE * 1000,
  'route the API alone': summaries.paths.join() === '/v1/' && summaries.strip_path === false,
  'name an upstream that exists': kong.upstreams.some(({ name }) => name === service.host),
  'hold no key': kong.consumers.every((consumer) => consumer.keyauth_credentials.every(({ key }) => /^\$\{\{ env "/.test(key))),
});

const tyk = JSON.parse(read('tyk/summaries.json'));
const extension = tyk['x-tyk-api-gateway'];
const headers = extension.middleware.global.transformRequestHeaders;
const operation = extension.middleware.operations[tyk.paths['/v1/summaries'].post.operationId];
const key = JSON.parse(read('tyk/key.json'));
gateway('tyk', {
  'drop, then set the identity': headers.enabled && headers.remove.includes(IDENTITY) && headers.add[0].name === IDENTITY,
  'set what the key says': headers.add[0].value === `$tyk_meta.${Object.keys(key.meta_data)[0]}`,
  'ask for a key and keep it to itself': extension.server.authentication.enabled && extension.server.authentication.stripAuthorizationData,
  'let events through': /^TYK_GW_HTTPSERVEROPTIONS_FLUSHINTERVAL=[1-9]/m.test(read('tyk/tyk.env')),
  'limit the size': operation.requestSizeLimit.value === MOST_BYTES,
  'limit a caller': key.rate > 0 && key.per > 0,
  'wait for a stream': operation.enforceTimeout.value === SILENCE,
  'allow the API alone': operation.allow.enabled && Object.keys(tyk.paths).join() === '/v1/summaries',
});

const policy = read('azure-api-management/policy.xml');
gateway('azure-api-management', {
  'replace the identity': policy.includes(`<set-header name="${IDENTITY}" exists-action="override">`),
  'check the token before it reads it': policy.indexOf('<validate-azure-ad-token') < policy.indexOf('AsJwt()'),
  'keep the token to itself': policy.includes('<set-header name="Authorization" exists-action="delete" />'),
  'let events through': policy.includes('buffer-response="false"'),
  'limit the size': policy.includes(String(MOST_BYTES)),
  'limit a caller': policy.includes('<rate-limit-by-key '),
  'wait for a stream': policy.includes(`timeout="${SILENCE}"`),
});

const door = read('azure-front-door/front-door.bicep');
gateway('azure-front-door', {
  'drop the identity': door.includes(`headerName: '${IDENTITY}'`) && door.includes("headerAction: 'Delete'"),
  'stay without a cache': !/^\s*cacheConfiguration:/m.test(door),
  'wait for a stream': door.includes(`originResponseTimeoutSeconds: ${SILENCE}`),
  'route the API alone': /patternsToMatch: \[\s*'\/v1\/\*'\s*\]/.test(door),
});

process.exit(failed ? 1 : 0);
