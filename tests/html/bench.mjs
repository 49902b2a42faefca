// The search page measured beside Pagefind on the same records: node bench.mjs SITE FOLDER [PAGEFIND]
//
// FOLDER is what `cargo bench -p gongkai-search --bench search -- RECORDS FOLDER` wrote; SITE is any built archive, whose
// search page is served over that index; PAGEFIND is the folder of the npm package, if it is to be measured too. Every
// request takes 60 ms longer than it would; texts are compressed on the way, as servers do. Prints a Markdown table row by
// row. `.ci/bench` runs it.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { chromium } from "playwright-core";
import { serve } from "./server.mjs";

const [site, folder, pagefind] = process.argv.slice(2).map((file) => path.resolve(file));
const { native, samples } = JSON.parse(readFileSync(path.join(folder, "bench.json"), "utf8"));
const DELAY = 60;
const FIRST = "政务外网";
const LATER = ["刻制印章", "好差评", "C22云视讯", "12345热线", "财政局 2021", "阳城县 刻制印章 2023", "数字证书", "大厅服务费", "邮寄", "残疾人就业保障金"];
// Pieces of text that are looked for in the browser; all are looked for natively.
const TRIED = Number(process.env.TRIED ?? 100), ABSENT = Math.ceil(TRIED * 0.4);

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});

const kb = (bytes) => `${Math.round(bytes / 1024)} KB`;
const quantile = (values, share) => values.slice().sort((a, b) => a - b)[Math.max(0, Math.ceil(values.length * share) - 1)];
const spread = (values, show = String) => `${show(quantile(values, 0.5))} / ${show(quantile(values, 0.9))} / ${show(Math.max(...values))}`;

function bytesIn(root) {
  let files = 0, bytes = 0;
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    files += 1;
    bytes += statSync(path.join(entry.parentPath, entry.name)).size;
  }
  return { files, bytes };
}

// An engine: how to open it on a page and how to ask it, in the page; both answer with the number of results.
const gongkai = {
  address: (query) => `search/?q=${encodeURIComponent(query)}`,
  opened: (page) => page.waitForFunction(() => {
    const busy = document.getElementById("results").hasAttribute("aria-busy");
    if (!document.getElementById("trouble").hidden) throw new Error(document.getElementById("trouble").textContent);
    return !busy && document.getElementById("status").textContent.trim() !== "";
  }, undefined, { polling: 5, timeout: 60000 }),
  ask: (page, query) => page.evaluate((query) => new Promise((resolve, reject) => {
    const start = performance.now(), results = document.getElementById("results"), trouble = document.getElementById("trouble");
    const watch = new MutationObserver(() => {
      if (results.hasAttribute("aria-busy") && trouble.hidden) return;
      watch.disconnect();
      if (!trouble.hidden) { reject(new Error(`${query}: ${trouble.textContent}`)); return; }
      const status = document.getElementById("status").textContent;
      const count = document.querySelectorAll("#hits h3 a").length ? status.replace(/\D/g, "") : 0;
      resolve({ ms: performance.now() - start, count: Number(count), isAbout: /约|about/i.test(status) });
    });
    watch.observe(document.body, { subtree: true, attributes: true });
    document.getElementById("sq").value = query;
    document.getElementById("search").requestSubmit();
  }), query),
  quoted: (text) => `"${text}"`,
};

const other = {
  address: () => "blank.html",
  opened: (page) => page.evaluate(async (query) => {
    globalThis.engine = await import("/pagefind/pagefind.js");
    globalThis.find = async (query) => {
      const { results } = await globalThis.engine.search(query);
      // As many as the search page shows.
      await Promise.all(results.slice(0, 10).map((result) => result.data()));
      return results.length;
    };
    await globalThis.find(query);
  }, FIRST),
  ask: (page, query) => page.evaluate(async (query) => {
    const start = performance.now();
    const count = await globalThis.find(query);
    return { ms: performance.now() - start, count };
  }, query),
  quoted: (text) => `"${text}"`,
};

async function measured(root, engine) {
  const slow = await serve(root, { delay: DELAY, compress: true });
  const page = await (await browser.newContext()).newPage();
  const start = performance.now();
  await page.goto(slow.url + engine.address(FIRST));
  await engine.opened(page);
  const first = { ms: performance.now() - start, ...slow.count };
  const later = [];
  for (const query of [...LATER, ...samples.present.slice(0, 30).map(([text]) => text)]) {
    slow.reset();
    const { ms } = await engine.ask(page, query);
    later.push({ query, ms, requests: slow.count.requests, bytes: slow.count.bytes });
  }
  await page.context().close();
  await slow.close();
  return { first, later, right: await correctness(root, engine) };
}

// Of pieces that stand in records, how many find just as many; of those that stand nowhere, how many find something.
async function correctness(root, engine) {
  const server = await serve(root, { compress: true });
  const page = await (await browser.newContext()).newPage();
  await page.goto(server.url + engine.address(FIRST));
  await engine.opened(page);
  const present = samples.present.filter(([, count]) => count > 0).slice(0, TRIED), absent = samples.absent.slice(0, ABSENT);
  let found = 0, exact = 0, about = 0, invented = 0;
  for (const [text, count] of present) {
    const answer = await engine.ask(page, engine.quoted(text));
    found += answer.count > 0;
    exact += answer.count === count;
    about += answer.count !== count && answer.isAbout === true;
  }
  for (const text of absent) invented += (await engine.ask(page, engine.quoted(text))).count > 0;
  await page.context().close();
  await server.close();
  return present.length ? { found: `${found} / ${present.length}`, exact: `${exact} / ${present.length}${about ? `, ${about} said to be about` : ""}`, invented: `${invented} / ${absent.length}` } : undefined;
}

function gongkaiSite() {
  const root = path.join(folder, "site");
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root);
  for (const part of ["search", "static"]) cpSync(path.join(site, part), path.join(root, part), { recursive: true });
  symlinkSync(path.join(folder, "search-index"), path.join(root, "search-index"));
  return root;
}

function pagefindSite() {
  const root = path.join(folder, "pagefind-site"), bundle = path.join(root, "pagefind");
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root);
  writeFileSync(path.join(root, "blank.html"), "<!doctype html><title>.</title>");
  const start = performance.now();
  execFileSync(process.execPath, [path.join(pagefind, "lib/runner/bin.cjs"), "--site", path.join(folder, "pages"), "--output-path", bundle, "--force-language", "zh"], { stdio: ["ignore", "ignore", "inherit"] });
  return { root, ms: performance.now() - start, ...bytesIn(bundle) };
}

const ours = await measured(gongkaiSite(), gongkai);
let theirs, built;
if (pagefind) {
  built = pagefindSite();
  theirs = await measured(built.root, other);
}
await browser.close();

const share = (part, whole) => (part / whole).toFixed(2);
const ms = (value) => `${Math.round(value)} ms`;
const rows = [
  ["index, bytes / text", share(native.index_bytes, native.text_bytes), built && share(built.bytes, native.text_bytes)],
  ["result cards, bytes / text", share(native.cards_bytes, native.text_bytes), built && "in the index"],
  ["build", ms(native.build_us / 1000), built && ms(built.ms)],
  ["native: open", ms(native.open_us / 1000), built && "–"],
  ["native: query, p50 / p99", `${(native.query_us.p50 / 1000).toFixed(1)} / ${(native.query_us.p99 / 1000).toFixed(1)} ms`, built && "–"],
  ["native: query that stands nowhere, p50 / p99", `${(native.absent_us.p50 / 1000).toFixed(1)} / ${(native.absent_us.p99 / 1000).toFixed(1)} ms`, built && "–"],
  ["native: found just where it stands", native.present.join(" / "), built && "–"],
  ["native: absent, yet found", native.absent_returned.join(" / "), built && "–"],
  ["open + first query: requests", ours.first.requests, theirs?.first.requests],
  ["open + first query: transfer", kb(ours.first.bytes), theirs && kb(theirs.first.bytes)],
  ["open + first query: time", ms(ours.first.ms), theirs && ms(theirs.first.ms)],
  ["later query, p50 / p90 / max: requests", spread(ours.later.map((one) => one.requests)), theirs && spread(theirs.later.map((one) => one.requests))],
  ["later query: transfer", spread(ours.later.map((one) => one.bytes), kb), theirs && spread(theirs.later.map((one) => one.bytes), kb)],
  ["later query: time", spread(ours.later.map((one) => one.ms), ms), theirs && spread(theirs.later.map((one) => one.ms), ms)],
  ...(ours.right ? [
    ["in the browser: found", ours.right.found, theirs?.right.found],
    ["in the browser: as many as there are", ours.right.exact, theirs?.right.exact],
    ["in the browser: absent, yet found", ours.right.invented, theirs?.right.invented],
  ] : []),
];
console.log(`\n| ${native.records} records | gongkai | Pagefind |\n|---|---|---|`);
for (const [name, own, peer] of rows) console.log(`| ${name} | ${own} | ${peer ?? "not run"} |`);
if (process.env.VERBOSE) for (const one of ours.later) console.log(JSON.stringify(one));
