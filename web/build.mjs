// Bundles the explorer's page for the package; see docs/decisions/0025.
//
//   node build.mjs                what communique explore serves
//   node build.mjs --to FOLDER    the same elsewhere, to compare
//   node build.mjs --if-changed   only when a source differs from the last build
//   node build.mjs --check        nothing is written; fails when a source differs
//   node build.mjs --tests FOLDER  the tests of test/, for node --test
import { createHash } from "node:crypto";
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const served = resolve(here, "../app/communique/explorer/static");
const SOURCES = ["build.mjs", "package.json", "package-lock.json", "tsconfig.json", "src"];

const sha256 = (...parts) => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part).update("\0");
  return hash.digest("hex");
};

async function files(path) {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => null);
  if (entries === null) return [path];
  const nested = await Promise.all(entries.map((entry) => files(join(path, entry.name))));
  return nested.flat();
}

/** A digest of names and contents; line ends do not count. */
async function digest() {
  const paths = (await Promise.all(SOURCES.map((name) => files(join(here, name))))).flat();
  const named = paths.map((path) => [relative(here, path).split(sep).join("/"), path]).sort();
  const parts = [];
  for (const [name, path] of named) {
    parts.push(name, (await readFile(path, "utf8")).replaceAll("\r\n", "\n"));
  }
  return sha256(...parts);
}

const builtFrom = async (folder) =>
  readFile(join(folder, "build.json"), "utf8").then((text) => JSON.parse(text).sources, () => null);

/** The licences of the packages that the bundle holds parts of, by name. */
async function licences(inputs) {
  const names = new Set();
  for (const path of inputs) {
    const match = /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path);
    if (match) names.add(match[1]);
  }
  const told = [];
  for (const name of [...names].sort()) {
    const folder = join(here, "node_modules", name);
    const { version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
    const file = (await readdir(folder)).find((entry) => /^licen[cs]e(\.|$)/i.test(entry));
    if (!file) throw new Error(`${name} comes without its licence`);
    told.push(`${name} ${version} (${license})\n\n${(await readFile(join(folder, file), "utf8")).trim()}\n`);
  }
  return told.join(`\n${"-".repeat(78)}\n\n`);
}

async function bundle(folder) {
  const { build } = await import("esbuild");
  const shared = {
    absWorkingDir: here,
    outdir: folder,
    bundle: true,
    target: ["es2022", "chrome109", "firefox115", "safari16"],
    minify: true,
    charset: "utf8",
    legalComments: "none",
    metafile: true,
    loader: { ".svg": "dataurl" },
    logLevel: "warning",
  };
  // The theme is chosen before anything is drawn, so that nothing flashes.
  await build({ ...shared, entryPoints: { theme: "src/shell/theme/first.ts" }, format: "iife" });
  const parts = { splitting: true, format: "esm", chunkNames: "[name]-[hash]" };
  const result = await build({ ...shared, ...parts, entryPoints: { app: "src/main.ts" } });
  return Object.keys(result.metafile.inputs);
}

/** Whoever reads the folder sees the old build or the new one. */
async function build(folder) {
  const sources = await digest();
  const fresh = `${folder}.new`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true });
  const inputs = await bundle(fresh);
  await cp(join(here, "src/index.html"), join(fresh, "index.html"));
  await writeFile(join(fresh, "LICENSES.txt"), await licences(inputs));
  const named = {};
  for (const name of (await readdir(fresh)).sort()) named[name] = sha256(await readFile(join(fresh, name)));
  await writeFile(join(fresh, "build.json"), `${JSON.stringify({ sources, files: named }, null, 1)}\n`);
  await rm(folder, { recursive: true, force: true });
  await rename(fresh, folder);
}

async function bundleTests(folder) {
  const { build } = await import("esbuild");
  const entryPoints = (await files(join(here, "test"))).filter((path) => path.endsWith(".test.ts")).sort();
  await build({ absWorkingDir: here, entryPoints, outdir: folder, bundle: true, platform: "node", format: "esm", outExtension: { ".js": ".mjs" }, logLevel: "warning" });
}

const [option, value] = process.argv.slice(2);
if (option === "--check" || option === "--if-changed") {
  const changed = (await digest()) !== (await builtFrom(served));
  if (changed && option === "--if-changed") await build(served);
  process.exitCode = changed && option === "--check" ? 1 : 0;
} else if (option === "--tests" && value) {
  await bundleTests(resolve(value));
} else if (option === undefined || (option === "--to" && value)) {
  await build(value ? resolve(value) : served);
} else {
  console.error("usage: node build.mjs [--to FOLDER | --if-changed | --check | --tests FOLDER]");
  process.exitCode = 2;
}
