import { chromium } from "playwright-core";
import { serve } from "./server.mjs";
const site = process.argv[2];
const server = await serve(site);
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
for (const [scheme, width] of [["light", 1280], ["dark", 390]]) {
  const context = await browser.newContext({ colorScheme: scheme, viewport: { width, height: 900 } });
  const page = await context.newPage();
  page.on("console", (m) => console.log("console", m.text()));
  page.on("pageerror", (m) => console.log("pageerror", m.message));
  page.on("requestfailed", (m) => console.log("failed", m.url(), m.failure()?.errorText));
  for (const [name, q] of [["empty", ""], ["hits", "?q=" + encodeURIComponent("政务外网")], ["none", "?q=" + encodeURIComponent("不存在的词语")], ["amount", "?q=" + encodeURIComponent("经费") + "&sort=amount&min=5" + encodeURIComponent("万")]]) {
    await page.goto(server.url + "search/" + q);
    await page.waitForTimeout(1500);
    console.log(name, await page.locator("#status").textContent(), await page.locator("#trouble").isVisible() ? await page.locator("#trouble").textContent() : "");
    await page.screenshot({ path: `/tmp/shots/search-${name}-${width}.png`, fullPage: width > 1000 });
  }
  await context.close();
}
await browser.close();
await server.close();
