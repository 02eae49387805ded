// Derives the table of the Bot API's methods, parameters and types from the installed @grammyjs/types, so that the
// playground checks calls against the same version that the bot is written for. The compiler is needed here only;
// what is written is plain JSON (its shape: playground/schema/bot-api.ts).
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const target = join(root, 'playground', 'schema', 'bot-api.json');
const require = createRequire(import.meta.url);

/** Stands for grammY's InputFile in the types, which leave it open as a type parameter. */
const PROBE = `import type { ApiMethods } from '@grammyjs/types';
export interface FileMark { readonly fileMark: true }
export type Probe = ApiMethods<FileMark>;
`;

/** Writes the table, unless the one that is there was derived from the same packages by the same script. */
export function ensureBotApi() {
  const wanted = fingerprint();
  if (existsSync(target) && JSON.parse(readFileSync(target, 'utf8')).derivedFrom === wanted) return;
  // Written aside and renamed, so that nobody reads half of it.
  const aside = `${target}.${process.pid}`;
  writeFileSync(aside, `${JSON.stringify({ derivedFrom: wanted, ...deriveBotApi() })}\n`);
  renameSync(aside, target);
}

function fingerprint() {
  const version = (name) =>
    JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')).version;
  const script = readFileSync(fileURLToPath(import.meta.url), 'utf8');
  let hash = 0;
  for (const unit of script) hash = (Math.imul(hash, 31) + unit.codePointAt(0)) | 0;
  return `@grammyjs/types ${version('@grammyjs/types')}, typescript ${version('typescript')}, script ${hash >>> 0}`;
}

/** Reads the types with the compiler; gives `{ methods, types }`. */
export function deriveBotApi() {
  const ts = require('typescript');
  const probe = join(root, 'playground', '__bot-api-probe.ts');
  const options = {
    strict: true,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (path) => path === probe || fileExists(path);
  host.readFile = (path) => (path === probe ? PROBE : readFile(path));
  host.getSourceFile = (path, ...rest) =>
    path === probe
      ? ts.createSourceFile(path, PROBE, ts.ScriptTarget.ESNext, true)
      : getSourceFile(path, ...rest);
  const program = ts.createProgram([probe], options, host);
  const source = program.getSourceFile(probe);
  return new Reader(ts, program.getTypeChecker()).read(source);
}

/** Walks the compiler's types and writes down those that parameters are made of. */
class Reader {
  types = {};

  constructor(ts, checker) {
    this.ts = ts;
    this.checker = checker;
  }

  read(source) {
    const alias = source.statements.find((statement) => statement.name?.text === 'Probe');
    const methods = {};
    for (const method of this.checker.getTypeAtLocation(alias).getProperties()) {
      const [signature] = this.checker.getTypeOfSymbol(method).getCallSignatures();
      const [parameter] = signature.getParameters();
      methods[method.name] = parameter
        ? this.fields(this.present(this.checker.getTypeOfSymbol(parameter)))
        : {};
    }
    return { methods, types: this.types };
  }

  /** The fields of an object: `[type]` where required, `[type, "?"]` where optional. */
  fields(type) {
    const fields = {};
    for (const property of type.getProperties()) {
      const node = this.node(this.present(this.checker.getTypeOfSymbol(property)));
      if (node === 'never') continue;
      const optional = (property.flags & this.ts.SymbolFlags.Optional) !== 0;
      fields[property.name] = optional ? [node, '?'] : [node];
    }
    return fields;
  }

  present(type) {
    return this.checker.getNonNullableType(type);
  }

  node(type) {
    const { TypeFlags } = this.ts;
    if (type.flags & TypeFlags.Undefined || type.flags & TypeFlags.Never) return 'never';
    if (type.symbol?.name === 'FileMark') return 'file';
    if (type.flags & TypeFlags.Boolean) return 'boolean';
    if (type.flags & TypeFlags.BooleanLiteral) return { oneOf: [type.intrinsicName === 'true'] };
    if (type.flags & (TypeFlags.StringLiteral | TypeFlags.NumberLiteral)) return { oneOf: [type.value] };
    // `string & {}` is how the types say "any string, with these suggested".
    if (type.isIntersection() && type.types.some((part) => part.flags & TypeFlags.String)) return 'string';
    if (type.flags & TypeFlags.String) return 'string';
    if (type.flags & TypeFlags.Number) return 'number';
    if (type.isUnion()) return type.aliasSymbol ? this.named(type, () => this.union(type)) : this.union(type);
    if (this.checker.isArrayType(type)) return { array: this.node(this.checker.getTypeArguments(type)[0]) };
    if (type.flags & (TypeFlags.Object | TypeFlags.Intersection))
      return this.named(type, () => ({ fields: this.fields(type) }));
    throw new Error(
      `A parameter has a type that the table has no word for: ${this.checker.typeToString(type)}`,
    );
  }

  /** Literals of a union become one choice; the rest stay variants. */
  union(type) {
    const nodes = type.types.map((member) => this.node(member));
    const literals = nodes.filter((node) => node.oneOf).flatMap((node) => node.oneOf);
    const others = nodes.filter((node) => !node.oneOf);
    const variants = [...new Map(others.map((node) => [JSON.stringify(node), node])).values()];
    if (literals.length === 2 && literals.every((literal) => typeof literal === 'boolean'))
      variants.push('boolean');
    else if (literals.length > 0) variants.push({ oneOf: literals });
    return variants.length === 1 ? variants[0] : { anyOf: variants };
  }

  /** Notes the type under its name, once, so that types may hold themselves; gives a reference to it. */
  named(type, describe) {
    const name = this.nameOf(type);
    if (!(name in this.types)) {
      this.types[name] = {};
      this.types[name] = describe();
    }
    return { type: name };
  }

  /** The name in the Bot API; types without one, such as `Omit<…>`, are named by what they are made of. */
  nameOf(type) {
    const symbol = type.aliasSymbol ?? type.symbol;
    const isNamed = symbol?.declarations?.some((node) => /@grammyjs/.test(node.getSourceFile().fileName));
    if (isNamed && symbol.name !== '__type')
      return this.checker.getFullyQualifiedName(symbol).replace(/^".*"\./, '');
    return this.checker.typeToString(type);
  }
}

/** The set-up function of the test runner. */
export default ensureBotApi;

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) ensureBotApi();
