// Checks template.yaml: every property against the schemas of CloudFormation, and the rules that no schema knows.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import validator from '@aws/cloudformation-validate';

const file = join(dirname(fileURLToPath(import.meta.url)), 'template.yaml');
// The validator follows both branches of a condition, and the empty defaults are in neither.
const parameterOverrides = {
  CodeBucket: 'a-bucket',
  CodeKey: 'function.zip',
  SubnetIds: 'subnet-0123456789abcdef0',
  SecurityGroupIds: 'sg-0123456789abcdef0',
  AlarmTopicArn: 'arn:aws:sns:eu-central-1:123456789012:alarms',
};
const errors = [];

const engine = new validator.RegoEngine();
for (const found of engine.validateStandard(new validator.TemplateFile(file), { parameterOverrides }).diagnostics) {
  if (found.severity !== 'INFO') errors.push(`${found.ruleId} ${found.message}`);
}
engine.free();

const text = readFileSync(file, 'utf8');
const resource = (name) => text.match(new RegExp(`\n  ${name}:\n((?:    .*\n|\n)*)`))[1];
const number = (name, property) => Number(resource(name).match(new RegExp(`${property}: (\\d+)`))[1]);
const must = (rule, holds) => { if (!holds) errors.push(rule); };

must('a message comes again after six times the function\'s timeout', number('Documents', 'VisibilityTimeout') === 6 * number('QueueFunction', 'Timeout'));
must('the function answers before the HTTP API gives up', number('HttpFunction', 'Timeout') * 1000 < number('HttpIntegration', 'TimeoutInMillis'));
must('failures are told message by message', resource('DocumentsMapping').includes('ReportBatchItemFailures'));
must('dead letters outlive documents', number('DeadLetters', 'MessageRetentionPeriod') > number('Documents', 'MessageRetentionPeriod'));
must('a key is only ever a reference', !/API_KEY: (?!!If \[Has\w+, !Sub '\{\{resolve:)/.test(text));
for (const role of ['HttpRole', 'StreamRole', 'QueueRole']) {
  must(`${role} names what it may touch`, !/Resource: '?\*/.test(resource(role)) && !/Action: '?\*/.test(resource(role)));
}

for (const error of errors) console.error(`template.yaml: ${error}`);
process.exit(errors.length ? 1 : 0);
