// The checks themselves: each refuses a file that breaks its rule.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { compile } from '../checks/bicep.mjs';
import { names } from '../checks/dashboards.mjs';
import { has, INFRA, missing } from './kit.mjs';

const npm = (name) => existsSync(join(INFRA, 'node_modules', name));

describe('the check of Kubernetes', { skip: missing({ kubectl: has('kubectl'), 'kubernetes-models': npm('kubernetes-models'), yaml: npm('yaml') }) }, () => {
  let work, built;
  before(() => {
    work = mkdtempSync(join(tmpdir(), 'checks-'));
    built = execFileSync('kubectl', ['kustomize', join(INFRA, 'kubernetes/overlays/aks')], { encoding: 'utf8' });
  });
  after(() => rmSync(work, { recursive: true, force: true }));

  function check(text) {
    const file = join(work, 'aks.yaml');
    writeFileSync(file, text);
    return spawnSync('node', [join(INFRA, 'checks/kubernetes.mjs'), file], { encoding: 'utf8' });
  }

  it('passes what is right', () => assert.equal(check(built).status, 0));

  for (const [what, from, to, told] of [
    ['a grace shorter than a drain', 'terminationGracePeriodSeconds: 80', 'terminationGracePeriodSeconds: 60', /may finish/],
    ['a text for a number', 'maxReplicaCount: 20', 'maxReplicaCount: many', /must be integer/],
    ['an ingress to everything', 'path: /v1\n', 'path: /\n', /API alone/],
    ['a probe of nothing', 'path: /q/health/ready', 'path: /ready', /readinessProbe/],
    ['a setting that nobody knows', 'SUMMARIZER_TIMEOUT: 60s', 'SUMMARIZER_TIMEOUT: 60s\n  SUMMARIZER_TIMOUT: 60s', /README/],
    ['a root that can be written', 'readOnlyRootFilesystem: true', 'readOnlyRootFilesystem: false', /read-only/],
    ['a secret that nobody writes', 'secretName: summarizer-redis', 'secretName: other', /secrets are written/],
    ['a kind that does not exist', 'kind: PodDisruptionBudget', 'kind: PodDisruptionBudgets', /no model/],
  ]) {
    it(`refuses ${what}`, () => {
      assert.ok(built.includes(from), from);
      const { status, stderr } = check(built.replace(from, to));
      assert.equal(status, 1);
      assert.match(stderr, told);
    });
  }
});

describe('the check of collectors', { skip: missing({ yaml: npm('yaml') }) }, () => {
  const file = join(INFRA, 'observability/collector.aws.yaml');
  let work;
  before(() => { work = mkdtempSync(join(tmpdir(), 'checks-')); });
  after(() => rmSync(work, { recursive: true, force: true }));

  for (const [what, from, to, told] of [
    ['an exporter that is not defined', 'exporters: [otlphttp]', 'exporters: [awsxray]', /awsxray, which is not defined/],
    ['requests that nobody signs', 'authenticator: sigv4auth', 'authenticator: sigv4', /not turned on/],
    ['another port', '0.0.0.0:4318', '0.0.0.0:4317', /port 4318/],
    ['no traces', '    traces:\n', '    metrics:\n', /pipeline for traces/],
  ]) {
    it(`refuses ${what}`, () => {
      const text = readFileSync(file, 'utf8');
      assert.ok(text.includes(from), from);
      writeFileSync(join(work, 'collector.yaml'), text.replace(from, to));
      const { status, stderr } = spawnSync('node', [join(INFRA, 'checks/collectors.mjs'), join(work, 'collector.yaml')], { encoding: 'utf8' });
      assert.equal(status, 1);
      assert.match(stderr, told);
    });
  }
});

describe('the check of CloudFormation', { skip: missing({ '@aws/cloudformation-validate': npm('@aws/cloudformation-validate') }) }, () => {
  it('refuses a property that no resource has', () => {
    const folder = mkdtempSync(join(tmpdir(), 'checks-'));
    const file = join(folder, 'ecs.yaml');
    writeFileSync(file, readFileSync(join(INFRA, 'aws/ecs.yaml'), 'utf8').replace('HealthCheckPath:', 'HealthPath:'));
    const { status, stderr } = spawnSync('node', [join(INFRA, 'checks/cloudformation.mjs'), file], { encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    assert.equal(status, 1);
    assert.match(stderr, /HealthPath/);
  });
});

describe('the compiler of Bicep', () => {
  const template = compile(`
    param name string = 'a' // a comment
    @secure()
    param key string
    var both = '\${name}-{x}'
    resource outer 'My.Type/outers@2024-01-01' = {
      name: both
    }
    resource inner 'My.Type/outers/inners@2024-01-01' = {
      parent: outer
      name: 'it\\'s'
      properties: {
        id: outer.id
        list: [
          key == 'b' ? 1 : 2
          outer.properties.deep.value
        ]
      }
    }
    output name string = inner.name`);

  for (const [what, found, expected] of [
    ['a parameter with its value', template.parameters.name, { type: 'string', defaultValue: 'a' }],
    ['a secret', template.parameters.key, { type: 'securestring' }],
    ['a text with something computed, and braces', template.variables.both, "[format('{0}-{{x}}', parameters('name'))]"],
    ['a child by its whole name', template.resources.inner.name, "[format('{0}/{1}', variables('both'), 'it''s')]"],
    ['an id', template.resources.inner.properties.id, "[resourceId('My.Type/outers', variables('both'))]"],
    ['a choice', template.resources.inner.properties.list[0], "[if(equals(parameters('key'), 'b'), 1, 2)]"],
    ['what is known after a resource is made', template.resources.inner.properties.list[1], "[reference('outer').deep.value]"],
    ['what is waited for', template.resources.inner.dependsOn, ['outer']],
    ['an output', template.outputs.name, { type: 'string', value: "['it''s']" }],
  ]) {
    it(`writes ${what}`, () => assert.deepEqual(found, expected));
  }

  for (const text of ['func a() string => 1', "var a = b", "resource a 'T/b@2024-01-01' = [for i in x: {}]", "module a 'b.bicep' = {}", "var a = 'open"]) {
    it(`refuses ${text}`, () => assert.throws(() => compile(text)));
  }
});

describe('the names of a query', () => {
  for (const [query, expected] of [
    ['sum by (outcome) (rate(summarizer_requests_total{outcome!~"completed|up"}[5m]))', ['summarizer_requests_total']],
    ['summarizer:a:b > on () group_left () 0.8 * summarizer:c', ['summarizer:a:b', 'summarizer:c']],
    ['up{job="x"} == 0 or absent(up)', ['up']],
    ['1 + 2', []],
  ]) {
    it(`are found in ${query}`, () => assert.deepEqual(names(query), expected));
  }
});
