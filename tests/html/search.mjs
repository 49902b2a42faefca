// Search in a browser, as readers meet it: node search.mjs SITE GONGKAI
//
// From a server with byte ranges, from one without, and from a folder; with what goes wrong on the way. The command line
// is the measure: the page shows the same hits in the same order.
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, truncateSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "./server.mjs";

const [site, gongkai] = process.argv.slice(2).map((file) => path.resolve(file));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
let passed = 0;

function check(condition, what) {
  if (!condition) throw new Error(what);
  passed += 1;
}

// A page whose violations of its own policy, and whose errors, fail the run.
async function tab(options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.on("pageerror", (error) => { throw error; });
  page.on("console", (message) => { if (/Content Security Policy|TrustedScript/.test(message.text())) throw new Error(message.text()); });
  return page;
}

const status = (page) => page.locator("#status");
// Waits until the page has answered, or said why it cannot.
async function answered(page, query) {
  await page.waitForFunction(() => {
    const busy = document.getElementById("results").hasAttribute("aria-busy");
    return !document.getElementById("trouble").hidden || !busy && document.getElementById("status").textContent.trim() !== "";
  }, undefined, { timeout: 20000 }).catch((error) => { throw new Error(`no answer to ${query}: ${error.message}`); });
}

async function open(page, address, query) {
  await page.goto(`${address}?q=${encodeURIComponent(query)}`);
  await answered(page, query);
}

const shown = (page) => page.locator("#hits h3 a").evaluateAll((links) => links.map((link) => link.href));
const printed = (query, ...rest) =>
  JSON.parse(execFileSync(gongkai, ["search", "--site", site, "--limit", "10", "--format", "json", ...rest, "--", query], { encoding: "utf8" }));

// Hits as the page orders them: by kind, in the order in which the kinds come up.
function byKind(hits) {
  const kinds = [...new Set(hits.map((hit) => hit.kind))];
  return kinds.flatMap((kind) => hits.filter((hit) => hit.kind === kind));
}

const expected = (base, hits) => byKind(hits).map((hit) => new URL(hit.url, base).href);
const same = (a, b) => a.length === b.length && a.every((one, nth) => decodeURI(one) === decodeURI(b[nth]));

// Names that stand in the archive, whole and in part, and what stands nowhere.
function queries(count) {
  const names = [...new Set(readFileSync(path.join(site, "data/projects.jsonl"), "utf8").trim().split("\n").map((line) => JSON.parse(line).name))];
  const made = ["政务外网", "刻章", "kezhang", "經費", "2024 经费 -培训", "项目:服务 金额>1万", "不存在的词语", "费", "ＣＡ证书", "单位:行政审批 培训费", "12345", "三公"];
  for (let round = 0; made.length < count && round < 9000; round += 1) {
    const name = names[round % names.length];
    const from = Math.floor(round / names.length) % Math.max(name.length - 2, 1);
    const part = name.slice(from, from + 2 + (round % 5)).replaceAll(/[“”"]/g, "").trim();
    if (part.length > 1 && !part.startsWith("-") && !made.includes(part)) made.push(part);
  }
  return made.slice(0, count);
}

async function sameAsCommandLine(address, base, count, isFile = false) {
  const page = await tab();
  let tried = 0;
  await page.goto(address);
  for (const query of queries(count)) {
    await page.locator("#sq").fill(query);
    await page.locator("#sq").press("Enter");
    await answered(page, query);
    const file = (url) => isFile ? url.replace(/\/(#|$)/, "/index.html$1") : url;
    const wanted = expected(base, printed(query)).map(file);
    const found = await shown(page);
    check(same(found, wanted), `${query}: the page shows\n${found.join("\n")}\nthe command line\n${wanted.join("\n")}`);
    tried += 1;
  }
  await page.context().close();
  return tried;
}

async function readersDo(server) {
  const page = await tab();
  await open(page, `${server.url}search/`, "政务外网");
  check((await page.locator("#hits mark").first().textContent()).includes("外网"), "what was found is marked");
  check((await page.locator("#facets legend").count()) >= 2, "facets are offered");
  const before = (await shown(page)).length;
  const box = page.locator('#facets input[name="kind"][value="project"]');
  const count = Number(await box.locator("xpath=..").locator(".n").textContent());
  await box.check();
  await page.waitForFunction(() => location.search.includes("kind=project"));
  await answered(page, "kind");
  check((await shown(page)).length === count && count < before, "a facet leaves as many as it says");
  check(await page.locator('#facets input[name="kind"][value="project"]').evaluate((input) => input === document.activeElement), "the facet keeps the focus");
  await page.goBack();
  await answered(page, "back");
  check((await shown(page)).length === before, "back takes the filter away");
  await page.locator("#sort").selectOption("amount");
  await answered(page, "sort");
  const amounts = (await page.locator("#hits .amt").allTextContents()).map((text) => Number(text.replaceAll(",", "").match(/^-?[\d.]+/)[0]));
  check(amounts.length > 2 && amounts.every((amount, nth) => nth === 0 || amounts[nth - 1] >= amount), "sorted by amount");
  await page.locator("#min").fill("10万");
  await page.locator("#min").press("Enter");
  await page.waitForFunction(() => location.search.includes("min="));
  await answered(page, "min");
  const least = (await page.locator("#hits .amt").allTextContents()).map((text) => Number(text.replaceAll(",", "").match(/^-?[\d.]+/)[0]));
  check(least.length > 0 && least.every((amount) => amount >= 100000), "an amount bounds");
  await open(page, `${server.url}search/`, "不存在的词语");
  check((await status(page).textContent()).includes("不存在的词语") && (await shown(page)).length === 0, "nothing is said to be nothing");
  for (const absurd of ["长".repeat(256), "(".repeat(256), "[".repeat(100) + "年:金额>>>", "\"", "-", "\u0000\u0001"]) {
    await page.locator("#sq").fill(absurd);
    await page.locator("#sq").press("Enter");
    await page.waitForTimeout(400);
  }
  // Typing stops at the limit of the box; scripts and addresses do not.
  for (const absurd of ["长".repeat(10000), "(".repeat(5000)]) {
    await page.locator("#sq").evaluate((box, text) => { box.value = text; box.dispatchEvent(new Event("input")); }, absurd);
    await page.waitForFunction(() => !document.getElementById("trouble").hidden);
  }
  check(await page.locator("#trouble").isVisible(), "a query that is too long is refused in words");
  await page.locator("#sq").fill("政务外网");
  await page.waitForFunction(() => document.querySelectorAll("#hits h3 a").length > 0);
  check(!(await page.locator("#trouble").isVisible()), "the page goes on after it");
  // The keyboard alone.
  await page.locator("#hits h3 a").first().focus();
  await page.keyboard.press("ArrowDown");
  check(await page.evaluate(() => document.activeElement === document.querySelectorAll("#hits h3 a")[1]), "arrows go from hit to hit");
  await page.keyboard.press("/");
  check(await page.evaluate(() => document.activeElement.id === "sq"), "a slash leads to the box");
  await page.locator("#hits h3 a").first().click();
  await page.waitForLoadState();
  check(!page.url().includes("/search/") && (await page.locator("h1").count()) === 1, "a hit opens");
  await page.locator(".mast .find input").fill("刻章");
  await page.locator(".mast .find input").press("Enter");
  await page.waitForURL(/\/search\//);
  await answered(page, "刻章");
  check((await shown(page)).length > 0, "the box on every page searches");
  await page.context().close();
}

async function workerGone(server) {
  const page = await tab();
  await open(page, `${server.url}search/`, "政务外网");
  const [worker] = page.workers();
  await worker.evaluate(() => self.close());
  await page.locator("#sq").fill("刻章");
  await page.waitForFunction(() => document.querySelector("#hits mark")?.textContent.includes("刻章") || document.querySelector("#hits h3 a")?.textContent.includes("章"), undefined, { timeout: 15000 });
  check(!(await page.locator("#trouble").isVisible()), "a worker that has gone is started again");
  await page.context().close();
}

async function withoutScript(server) {
  const page = await tab({ javaScriptEnabled: false });
  await page.goto(`${server.url}search/`);
  check(await page.locator("noscript").count() === 1 && await page.locator("#start a").count() >= 5, "lists without JavaScript");
  await page.context().close();
}

// A copy of the site whose index is spoilt.
async function spoilt(what, change, word) {
  const copy = mkdtempSync(path.join(tmpdir(), "gongkai-"));
  cpSync(path.join(site, "search"), path.join(copy, "search"), { recursive: true });
  cpSync(path.join(site, "static"), path.join(copy, "static"), { recursive: true });
  cpSync(path.join(site, "search-index"), path.join(copy, "search-index"), { recursive: true });
  const folder = path.join(copy, "search-index");
  const file = (ending) => path.join(folder, readdirSync(folder).find((name) => name.endsWith(ending)));
  change(file);
  const server = await serve(copy);
  const page = await tab();
  await open(page, `${server.url}search/`, "政务外网");
  check((await page.locator("#trouble").textContent()).includes(word) && (await page.locator("#start a").count()) > 0, `${what} is said: ${await page.locator("#trouble").textContent()}`);
  await page.context().close();
  await server.close();
  rmSync(copy, { recursive: true });
}

const server = await serve(site);
const plain = await serve(site, { ranges: false });
const folder = pathToFileURL(`${site}/`).href;
const tried = await sameAsCommandLine(`${server.url}search/`, server.url, Number(process.env.QUERIES ?? 60));
await sameAsCommandLine(`${plain.url}search/`, plain.url, 8);
await sameAsCommandLine(`${folder}search/index.html`, folder, 8, true);
await readersDo(server);
await workerGone(server);
await withoutScript(server);
await spoilt("a truncated bundle", (file) => truncateSync(file(".bundle"), statSync(file(".bundle")).size >> 1), "索引文件不完整");
await spoilt("a missing index", (file) => rmSync(file("index.json")), "索引文件");
await spoilt("a truncated hot file", (file) => truncateSync(file(".hot"), 100), "索引文件不完整");
await Promise.all([server.close(), plain.close(), browser.close()]);
console.log(`search in the browser: ${passed} checks; ${tried} queries as on the command line`);
