import { OwnSite } from "../support/own-site.ts";
import { expect, test } from "./support/test.ts";
import { Visitor } from "./support/visitor.ts";

test("works without a network after one visit", async ({ tab }, testInfo) => {
  const site = await OwnSite.start(testInfo.outputPath("site"));
  const visitor = new Visitor(tab, site.url.replace(/\/$/, ""), testInfo.outputPath("files"));
  await visitor.open();
  await visitor.sees("offline-ready");
  await site.stop();
  await tab.reload();
  await visitor.click("sample-button");
  expect(await visitor.readYears()).toBeGreaterThan(10);
});
