// Bicep and ARM in step, and the settings of both Functions hosts.
//     node checks/azure.mjs            checks
//     node checks/azure.mjs --write    writes main.json anew from each main.bicep
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile } from './bicep.mjs';

const infra = dirname(dirname(fileURLToPath(import.meta.url)));
const readme = readFileSync(join(dirname(infra), 'README.md'), 'utf8');
const read = (name) => readFileSync(join(infra, name), 'utf8');
const errors = [];
const must = (rule, holds) => { if (!holds) errors.push(rule); };

for (const folder of ['azure/container-apps', 'azure/functions']) {
  const bicep = read(`${folder}/main.bicep`);
  const template = compile(bicep);
  const written = `${JSON.stringify(template, null, 2)}\n`;
  if (process.argv.includes('--write')) writeFileSync(join(infra, folder, 'main.json'), written);
  must(`${folder}/main.json is main.bicep in ARM's form: node infra/checks/azure.mjs --write`, read(`${folder}/main.json`) === written);
  rules(folder, template);
}
// Kept in Bicep alone, but it must read.
compile(read('gateway/azure-front-door/front-door.bicep'));

function rules(folder, { resources, parameters, outputs }) {
  const all = Object.values(resources);
  const one = (type) => all.filter((resource) => resource.type === type)[0];
  must(`${folder}: the vault holds every secret`, parameters.openAiApiKey.type === 'securestring'
    && all.filter((resource) => JSON.stringify(resource).includes("parameters('openAiApiKey')")).every(({ type }) => type === 'Microsoft.KeyVault/vaults/secrets'));
  must(`${folder}: no output is a secret`, !/listKeys|openAiApiKey/.test(JSON.stringify(outputs)));
  must(`${folder}: Redis takes TLS alone`, one('Microsoft.Cache/redis').properties.enableNonSslPort === false
    && one('Microsoft.Cache/redis').properties.minimumTlsVersion === '1.2');
  must(`${folder}: what is waited for exists`, all.every(({ dependsOn = [] }) => dependsOn.every((symbol) => resources[symbol])));
  must(`${folder}: roles are given to the one identity`, all.filter(({ type }) => type === 'Microsoft.Authorization/roleAssignments')
    .every(({ properties }) => properties.principalId === "[reference('identity').principalId]"));
  const app = resources.app.properties;
  const settings = app.template ? app.template.containers[0].env : app.siteConfig.appSettings;
  must(`${folder}: every setting of the server is one of the README`, settings.map(({ name }) => name)
    .filter((name) => !/^(AzureWebJobs|APPLICATIONINSIGHTS)/.test(name)).every((name) => readme.includes(`\`${name}\``)));
  must(`${folder}: no setting has a key in it`, settings.every(({ value = '' }) => !/listKeys|parameters\('openAi/.test(value)));
  if (app.template) containerApp(app);
}

function containerApp({ configuration, template }) {
  const [server] = template.containers;
  const seconds = (name) => parseInt(server.env.find((variable) => variable.name === name).value, 10);
  must('container-apps: requests may finish while a replica ends', seconds('SUMMARIZER_DRAIN') > seconds('SUMMARIZER_TIMEOUT')
    && template.terminationGracePeriodSeconds > seconds('SUMMARIZER_DRAIN') + 2);
  must('container-apps: variables name secrets that exist', server.env.every(({ secretRef }) => !secretRef
    || configuration.secrets.some(({ name }) => name === secretRef)));
  must('container-apps: probes ask the port of the ingress', server.probes.every(({ httpGet }) => httpGet.port === configuration.ingress.targetPort
    && /^\/q\/health\/(live|ready)$/.test(httpGet.path)));
}

const hosts = ['custom-handler', 'jvm-worker'].map((name) => JSON.parse(read(`azure/${name}/host.json`)));
const [custom, worker] = hosts;
const http = JSON.parse(read('azure/custom-handler/http/function.json')).bindings;
const queue = JSON.parse(read('azure/custom-handler/queue/function.json')).bindings;
const queues = Object.values(JSON.parse(read('azure/functions/main.json')).resources).filter(({ type }) => type.endsWith('/queues'))
  .map(({ name }) => name.match(/, '([^']+)'\)\]$/)?.[1]);
must('custom-handler: the host proxies requests, so that answers stream', custom.customHandler.enableProxyingHttpRequest === true);
must('custom-handler: the bundle of extensions is version 4', custom.extensionBundle.version === '[4.*, 5.0.0)');
must('custom-handler: HTTP on all paths', http[0].route === '{*path}' && custom.extensions.http.routePrefix === '');
must('custom-handler: HTTP has its answer', http.some(({ type, direction, name }) => type === 'http' && direction === 'out' && name === '$return'));
must('queues of the bindings are deployed', queue.every(({ queueName }) => queues.includes(queueName)));
must('the platform gives up on a message into the same queue as we do', queue.some(({ name, queueName }) => name === 'poison'
  && queueName === `${queue[0].queueName}-poison`));
delete custom.customHandler;
must('both hosts have the same settings', JSON.stringify(custom) === JSON.stringify(worker));

for (const error of errors) console.error(`azure: does not hold: ${error}`);
process.exit(errors.length ? 1 : 0);
