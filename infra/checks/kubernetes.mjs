// Validates what kustomize built: every document against its model, and what no schema says against our own rules.
//     node checks/kubernetes.mjs FILE…
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAllDocuments } from 'yaml';

const README = readFileSync(join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), 'README.md'), 'utf8');

/** No npm package has their schemas: held by the rules below alone. */
const WITHOUT_MODEL = new Set(['SecretProviderClass', 'PodMonitor']);

let failed = false;
for (const file of process.argv.slice(2)) {
  const documents = parseAllDocuments(readFileSync(file, 'utf8'), { uniqueKeys: true }).map((document) => {
    if (document.errors.length) throw document.errors[0];
    return document.toJS();
  });
  for (const document of documents) await validate(file, document);
  rules(basename(file, '.yaml'), documents);
}
process.exit(failed ? 1 : 0);

function fail(where, message) {
  failed = true;
  console.error(`${where}: ${message}`);
}

async function model({ apiVersion, kind }) {
  const [group, version] = apiVersion.includes('/') ? apiVersion.split('/') : ['', apiVersion];
  const core = group && !group.includes('.') ? `${group}/${version}` : [group, version].filter(Boolean).join('/');
  const packages = group.endsWith('keda.sh') ? [`@kubernetes-models/keda/${core}`]
    : /google\.com$|gke\.io$/.test(group) ? [`@kubernetes-models/gke/${core}`] : [`kubernetes-models/${core}`];
  for (const name of packages) {
    try {
      const found = (await import(name))[kind];
      if (found) return found;
    } catch (missing) {
      if (missing.code !== 'ERR_MODULE_NOT_FOUND' && missing.code !== 'ERR_PACKAGE_PATH_NOT_EXPORTED') throw missing;
    }
  }
  return null;
}

async function validate(file, document) {
  const where = `${basename(file, '.yaml')} ${document.kind}/${document.metadata?.name}`;
  if (WITHOUT_MODEL.has(document.kind)) return;
  const Model = await model(document);
  if (!Model) return fail(where, `no model of ${document.apiVersion}`);
  try {
    new Model(document).validate();
  } catch (invalid) {
    fail(where, invalid.message);
  }
}

function rules(where, documents) {
  const must = (rule, holds) => { if (!holds) fail(where, `breaks: ${rule}`); };
  const all = (kind) => documents.filter((document) => document.kind === kind);
  const one = (kind) => { must(`one ${kind}`, all(kind).length === 1); return all(kind)[0]; };
  const deployment = one('Deployment');
  const pod = deployment.spec.template;
  const [server] = pod.spec.containers;
  const settings = Object.assign({}, ...all('ConfigMap').map(({ data }) => data));
  const seconds = (name) => parseInt(settings[name], 10);
  const labelled = (selector) => Object.entries(selector).every(([key, value]) => pod.metadata.labels[key] === value);

  must('everything is in the one namespace', documents.every(({ kind, metadata }) => kind === 'Namespace' || metadata.namespace === 'summarizer'));
  must('requests may finish while the pod ends', seconds('SUMMARIZER_DRAIN') > seconds('SUMMARIZER_TIMEOUT')
    && pod.spec.terminationGracePeriodSeconds > server.lifecycle.preStop.sleep.seconds + seconds('SUMMARIZER_DRAIN') + 2);
  must('every setting is one of the README', Object.keys(settings).every((name) => README.includes(`\`${name}\``)));
  must('the pod is not root', pod.spec.securityContext.runAsNonRoot === true && pod.spec.securityContext.runAsUser > 0);
  must('the root is read-only and privileges are dropped', server.securityContext.readOnlyRootFilesystem === true
    && server.securityContext.allowPrivilegeEscalation === false && server.securityContext.capabilities.drop.includes('ALL'));
  must('memory is requested and limited', Boolean(server.resources.requests.memory && server.resources.limits.memory));
  for (const probe of ['startupProbe', 'livenessProbe', 'readinessProbe']) {
    must(`${probe} asks the health of its kind on a port that exists`, server[probe]?.httpGet.path === `/q/health/${probe === 'readinessProbe' ? 'ready' : 'live'}`
      && server.ports.some(({ name }) => name === server[probe].httpGet.port));
  }
  must('selectors find the pods', labelled(deployment.spec.selector.matchLabels) && labelled(one('Service').spec.selector)
    && labelled(one('PodDisruptionBudget').spec.selector.matchLabels) && labelled(one('NetworkPolicy').spec.podSelector.matchLabels)
    && pod.spec.topologySpreadConstraints.every(({ labelSelector }) => labelled(labelSelector.matchLabels)));
  must('the service goes to a port of the server', one('Service').spec.ports.every(({ targetPort }) => server.ports.some(({ name }) => name === targetPort)));
  must('one autoscaler, of this deployment', all('HorizontalPodAutoscaler').length + all('ScaledObject').length === 1
    && [...all('HorizontalPodAutoscaler'), ...all('ScaledObject')][0].spec.scaleTargetRef.name === deployment.metadata.name);
  for (const ingress of all('Ingress')) {
    const paths = ingress.spec.rules.flatMap((rule) => rule.http.paths);
    must('an ingress shows the API alone', paths.every(({ path }) => path === '/v1'));
    must('an ingress goes to the service', paths.every(({ backend }) => backend.service.name === one('Service').metadata.name
      && one('Service').spec.ports.some(({ name }) => name === backend.service.port.name)));
  }
  for (const { spec } of all('ScaledObject')) {
    must('what a trigger names as its authentication exists', spec.triggers.every(({ authenticationRef }) =>
      !authenticationRef || all('TriggerAuthentication').some(({ metadata }) => metadata.name === authenticationRef.name)));
  }
  secrets(must, all, pod, server);
}

/** A secret that a variable comes from is written by the driver, from a class that the pod mounts. */
function secrets(must, all, pod, server) {
  const written = all('SecretProviderClass').flatMap(({ spec }) => spec.secretObjects.map(({ secretName }) => secretName));
  const mounted = (pod.spec.volumes ?? []).map(({ csi }) => csi?.volumeAttributes.secretProviderClass).filter(Boolean);
  const named = server.env.map(({ valueFrom }) => valueFrom?.secretKeyRef?.name).filter(Boolean);
  must('classes of secrets are mounted', all('SecretProviderClass').every(({ metadata }) => mounted.includes(metadata.name)));
  must('mounted classes exist', mounted.every((name) => all('SecretProviderClass').some(({ metadata }) => metadata.name === name)));
  must('required secrets are written', named.every((name) => written.includes(name)));
  for (const { spec } of all('SecretProviderClass')) {
    const listed = Object.values(spec.parameters).join('\n');
    must('written secrets are fetched', spec.secretObjects.every(({ data }) => data.every(({ objectName }) => listed.includes(objectName))));
  }
}
