// Reads the part of Bicep that this repository uses, and writes it in ARM's JSON: Microsoft's compiler is not to be had here.
// What it does not know, it refuses. Made from the language's specification: languageVersion 2.0, resources by their symbols.

/** @returns {object} the ARM template that a Bicep text means */
export function compile(text) {
  const file = new Parser(text).file();
  return new Template(file).build();
}

class Parser {
  constructor(text) {
    this.text = text;
    this.at = 0;
  }

  fail(what) {
    const line = this.text.slice(0, this.at).split('\n').length;
    throw new Error(`line ${line}: ${what}, not ${JSON.stringify(this.text.slice(this.at, this.at + 20))}`);
  }

  /** Past blanks and comments; over the ends of lines too, unless they matter. */
  space(lines = true) {
    const blank = lines ? /(?:\s|\/\/[^\n]*)*/y : /(?:[ \t]|\/\/[^\n]*)*/y;
    blank.lastIndex = this.at;
    this.at += blank.exec(this.text)[0].length;
  }

  match(pattern) {
    const sticky = new RegExp(pattern.source, 'y');
    sticky.lastIndex = this.at;
    const found = sticky.exec(this.text);
    if (found) this.at += found[0].length;
    return found;
  }

  take(pattern, what) { return this.match(pattern) ?? this.fail(what); }

  name() { return this.take(/[A-Za-z_]\w*/, 'a name expected')[0]; }

  file() {
    const file = { params: {}, vars: {}, resources: {}, outputs: {} };
    let decorators = [];
    for (this.space(); this.at < this.text.length; this.space()) {
      if (this.match(/@/)) {
        decorators.push(this.expression());
        continue;
      }
      const keyword = this.name();
      this.space(false);
      if (keyword === 'targetScope') {
        this.take(/=\s*'resourceGroup'/, 'the scope of a resource group expected');
      } else if (keyword === 'param') {
        const name = this.name();
        this.space(false);
        const type = this.name();
        this.space(false);
        file.params[name] = { type, decorators, value: this.match(/=/) ? this.expression() : undefined };
      } else if (keyword === 'var') {
        const name = this.name();
        this.take(/\s*=/, '= expected');
        file.vars[name] = this.expression();
      } else if (keyword === 'resource') {
        const name = this.name();
        this.space(false);
        const [, type, apiVersion] = this.take(/'([^'@]+)@([\d-]+(?:preview)?)'/, 'a type with its version expected');
        const existing = Boolean(this.match(/\s+existing/));
        this.take(/\s*=/, '= expected');
        file.resources[name] = { type, apiVersion, existing, body: this.expression() };
      } else if (keyword === 'output') {
        const name = this.name();
        this.space(false);
        const type = this.name();
        this.take(/\s*=/, '= expected');
        file.outputs[name] = { type, value: this.expression() };
      } else {
        this.fail(`${keyword} is not known here`);
      }
      decorators = [];
    }
    return file;
  }

  expression() {
    const test = this.comparison();
    this.space(false);
    if (!this.match(/\?/)) return test;
    const yes = this.expression();
    this.space();
    this.take(/:/, ': expected');
    return { kind: 'call', name: 'if', arguments: [test, yes, this.expression()] };
  }

  comparison() {
    const left = this.operand();
    this.space(false);
    if (!this.match(/==/)) return left;
    return { kind: 'call', name: 'equals', arguments: [left, this.operand()] };
  }

  operand() {
    this.space();
    let value = this.primary();
    for (;;) {
      if (this.match(/\./)) {
        const name = this.name();
        value = this.match(/\(/) ? { kind: 'method', of: value, name, arguments: this.list(/\)/) } : { kind: 'member', of: value, name };
      } else if (this.match(/\[/)) {
        value = { kind: 'index', of: value, index: this.list(/\]/)[0] };
      } else {
        return value;
      }
    }
  }

  primary() {
    if (this.match(/'/)) return this.string();
    if (this.match(/\{/)) return { kind: 'object', members: this.members() };
    if (this.match(/\[/)) return { kind: 'array', items: this.items() };
    const number = this.match(/\d+/);
    if (number) return { kind: 'literal', value: Number(number[0]) };
    const name = this.name();
    if (name === 'true' || name === 'false') return { kind: 'literal', value: name === 'true' };
    if (this.match(/\(/)) return { kind: 'call', name, arguments: this.list(/\)/) };
    return { kind: 'name', name };
  }

  string() {
    const parts = [''];
    while (!this.match(/'/)) {
      if (this.match(/\$\{/)) {
        parts.push(this.expression(), '');
        this.space();
        this.take(/\}/, '} expected');
      } else if (this.match(/\\/)) {
        parts[parts.length - 1] += this.take(/['\\$]/, 'an escape that is known here expected')[0];
      } else {
        parts[parts.length - 1] += this.take(/[^\n]/, 'the end of the string expected')[0];
      }
    }
    return parts.length === 1 ? { kind: 'literal', value: parts[0] } : { kind: 'text', parts };
  }

  members() {
    const members = [];
    for (this.space(); !this.match(/\}/); this.space()) {
      const key = this.match(/'/) ? this.string() : { kind: 'literal', value: this.name() };
      this.take(/\s*:/, ': expected');
      members.push([key, this.expression()]);
    }
    return members;
  }

  items() {
    const items = [];
    for (this.space(); !this.match(/\]/); this.space()) items.push(this.expression());
    return items;
  }

  list(end) {
    const items = [];
    for (this.space(); !this.match(end); this.space()) {
      items.push(this.expression());
      this.space();
      this.match(/,/);
    }
    return items;
  }
}

class Template {
  constructor(file) { this.file = file; }

  build() {
    const { params, vars, resources, outputs } = this.file;
    return {
      $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
      languageVersion: '2.0',
      contentVersion: '1.0.0.0',
      parameters: map(params, (param) => this.parameter(param)),
      variables: map(vars, (value) => this.json(value)),
      resources: map(resources, (resource) => this.resource(resource)),
      outputs: map(outputs, ({ type, value }) => ({ type, value: this.json(value) })),
    };
  }

  parameter({ type, decorators, value }) {
    const parameter = { type };
    for (const { name, arguments: [argument] } of decorators) {
      if (name === 'secure') parameter.type = 'securestring';
      else if (name === 'description') parameter.metadata = { description: argument.value };
      else if (name === 'allowed') parameter.allowedValues = this.json(argument);
      else if (['minLength', 'maxLength', 'minValue', 'maxValue'].includes(name)) parameter[name] = argument.value;
      else throw new Error(`decorator ${name} is not known here`);
    }
    if (value !== undefined) parameter.defaultValue = this.json(value);
    return parameter;
  }

  resource({ type, apiVersion, existing, body }) {
    const members = Object.fromEntries(body.members.map(([key, value]) => [key.value, value]));
    const { parent, scope, name, dependsOn, ...rest } = members;
    const resource = existing ? { existing: true, type, apiVersion } : { type, apiVersion };
    if (scope) resource.scope = `[${this.id(scope.name)}]`;
    resource.name = this.wrap(this.fullName({ parent, name }));
    for (const [key, value] of Object.entries(rest)) resource[key] = this.json(value);
    const needed = this.needs(body, dependsOn);
    if (needed.length) resource.dependsOn = needed;
    return resource;
  }

  /** Symbols of resources that a body names anywhere; those that exist already are waited for by nobody. */
  needs(body) {
    const found = new Set();
    const look = (value) => {
      if (Array.isArray(value)) value.forEach(look);
      else if (value && typeof value === 'object') {
        if (value.kind === 'name' && this.file.resources[value.name] && !this.file.resources[value.name].existing) found.add(value.name);
        Object.values(value).forEach(look);
      }
    };
    look(body);
    return [...found].sort();
  }

  /** The name with its parents' names, as ARM writes it. */
  fullName({ parent, name }) {
    const names = this.names({ parent, name });
    if (names.length === 1) return names[0];
    return { kind: 'text', parts: ['', ...names.flatMap((part, index) => [part, index < names.length - 1 ? '/' : ''])] };
  }

  names({ parent, name }) { return parent ? [...this.names(this.own(parent.name)), name] : [name]; }

  own(symbol) {
    const resource = this.file.resources[symbol];
    if (!resource) throw new Error(`no resource ${symbol}`);
    return Object.fromEntries(resource.body.members.map(([key, value]) => [key.value, value]));
  }

  id(symbol) {
    const { type } = this.file.resources[symbol];
    return `resourceId('${type}', ${this.names(this.own(symbol)).map((name) => this.text(name)).join(', ')})`;
  }

  /** A value of the template: structure as JSON, everything computed as an expression in brackets. */
  json(value) {
    if (value.kind === 'object') return Object.fromEntries(value.members.map(([key, member]) => [this.wrap(key), this.json(member)]));
    if (value.kind === 'array') return value.items.map((item) => this.json(item));
    return this.wrap(value);
  }

  wrap(value) {
    if (value.kind !== 'literal') return `[${this.text(value)}]`;
    // A string that begins with a bracket would be taken for an expression.
    return typeof value.value === 'string' && value.value.startsWith('[') ? `[${value.value}` : value.value;
  }

  text(value) {
    switch (value.kind) {
      case 'literal': return typeof value.value === 'string' ? quote(value.value) : typeof value.value === 'boolean' ? `${value.value}()` : String(value.value);
      case 'text': return this.format(value.parts);
      case 'name': return this.named(value.name);
      case 'call': return `${value.name}(${value.arguments.map((argument) => this.text(argument)).join(', ')})`;
      case 'index': return `${this.text(value.of)}[${this.text(value.index)}]`;
      case 'method': return this.method(value);
      case 'member': return this.member(value);
      default: throw new Error(`${value.kind} in an expression is not known here`);
    }
  }

  format(parts) {
    const computed = parts.filter((_, index) => index % 2 === 1);
    const pattern = parts.map((part, index) => (index % 2 === 1 ? `{${(index - 1) / 2}}` : part.replace(/[{}]/g, '$&$&'))).join('');
    return `format(${[quote(pattern), ...computed.map((part) => this.text(part))].join(', ')})`;
  }

  named(name) {
    if (this.file.params[name]) return `parameters('${name}')`;
    if (this.file.vars[name]) return `variables('${name}')`;
    throw new Error(`${name} is declared nowhere`);
  }

  method({ of, name, arguments: given }) {
    if (of.kind !== 'name' || name !== 'listKeys' || given.length) throw new Error(`.${name}(…) is not known here`);
    return `listKeys(${this.id(of.name)}, '${this.file.resources[of.name].apiVersion}')`;
  }

  member({ of, name }) {
    if (of.kind === 'name' && this.file.resources[of.name]) {
      if (name === 'id') return this.id(of.name);
      if (name === 'name') return this.text(this.own(of.name).name);
      if (name === 'properties') return `reference('${of.name}')`;
      throw new Error(`.${name} of a resource is not known here`);
    }
    return `${this.text(of)}.${name}`;
  }
}

function quote(text) { return `'${text.replaceAll("'", "''")}'`; }

function map(object, change) { return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)])); }
