// Accessibility in a browser: node axe.mjs SITE PAGE… — every page light and dark, narrow and wide, without network.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { readFileSync } from "node:fs";
import path from "node:path";
import { chromium } from "playwright-core";

const [site, ...pages] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
let faults = 0;
const complain = (page, look, text) => {
  faults += 1;
  console.error(`${page} (${look}): ${text}`);
};

for (const colorScheme of ["light", "dark"]) {
  for (const width of [390, 1280]) {
    const look = `${colorScheme}, ${width} px`;
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
    const tab = await context.newPage();
    let current = "";
    tab.on("request", (request) => {
      if (!/^(file|data):/.test(request.url())) complain(current, look, `asks for ${request.url()}`);
    });
    tab.on("pageerror", (error) => complain(current, look, error.message));
    for (current of pages) {
      // From a folder, as a reader with a USB stick would open it.
      await tab.goto(pathToFileURL(path.resolve(site, current)).href);
      const overflow = await tab.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (overflow > 0) complain(current, look, `is ${overflow} px wider than the window`);
      await tab.evaluate(axe);
      const { violations } = await tab.evaluate(() => globalThis.axe.run({ resultTypes: ["violations"] }));
      for (const { id, help, nodes } of violations) {
        complain(current, look, `${id}: ${help} (${nodes.length} ×, first ${nodes[0].target.join(" ")})`);
      }
    }
    await context.close();
  }
}
await browser.close();
console.log(`${pages.length} pages, light and dark, 390 and 1280 px: ${faults} faults`);
process.exitCode = faults > 0 ? 1 : 0;
