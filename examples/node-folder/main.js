import { readdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright";

const SITE = "https://agelens.test";
const PICTURE = /\.(jpe?g|png|webp|avif|heic)$/i;

const folder = resolve(process.argv[2] ?? ".");
const engine = dirname(fileURLToPath(import.meta.resolve("@agelens/engine")));

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM });
const page = await browser.newPage();
await page.route(`${SITE}/**`, (route) => {
  const [, place, ...names] = decodeURIComponent(new URL(route.request().url()).pathname).split("/");
  if (place === "") return route.fulfill({ contentType: "text/html", body: "" });
  return route.fulfill({ path: join(place === "pictures" ? folder : engine, ...names) });
});
await page.goto(`${SITE}/`);

const names = (await readdir(folder)).filter((name) => PICTURE.test(name)).sort();
for (const name of names) {
  try {
    for (const cells of await read(`/pictures/${encodeURIComponent(name)}`)) console.log([name, ...cells].join("\t"));
  } catch (error) {
    console.error(`${name}: ${error.message}`);
  }
}
await browser.close();

/** The cells of one line per face. */
function read(address) {
  return page.evaluate(async (picture) => {
    const { readAges } = await import("/engine/index.js");
    const faces = await readAges(picture);
    return faces.map(({ reading }) => {
      if (reading.status === "refused") return [reading.reason, "", ""];
      const { years, interval } = reading;
      return [years, interval.low, interval.high].map((value) => value.toFixed(1));
    });
  }, address);
}
