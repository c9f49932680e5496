// Validates CloudFormation templates with AWS' own rules and schemas, offline.
//     node checks/cloudformation.mjs TEMPLATE…
import { RegoEngine, TemplateFile } from '@aws/cloudformation-validate';

const engine = new RegoEngine();
let failed = false;
try {
  for (const path of process.argv.slice(2)) {
    for (const found of engine.validateStandard(new TemplateFile(path)).diagnostics) {
      const severity = String(found.severity).toLowerCase();
      if (severity !== 'error' && severity !== 'fatal' && severity !== 'warn' && severity !== 'warning') continue;
      failed = true;
      console.error(`${path}: ${found.severity} ${found.ruleId}: ${found.message}`);
    }
  }
} finally {
  engine.free();
}
process.exit(failed ? 1 : 0);
